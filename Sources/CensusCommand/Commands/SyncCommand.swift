package import ArgumentParser
internal import CensusCore
internal import CensusStore

package struct SyncCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sync",
      abstract: Phrase(
        "通过 git 与他人同步：提交、取回、合并、核对、推送。",
        "Sync through git: commit, fetch, merge, verify, push."),
      discussion: Phrase(
        """
        数据目录须是独立的 git 仓库，并有远程仓库：census init 目录 --git，再用 git 加上远程仓库的地址。\
        提交以登记人署名；联络员不在其中，除非设置了 shareContacts。每条记录是单独的文件，合并不会冲突；\
        通报、名录等资料两边都改过的，不合并，说明是哪些文件。

        合并后逐条核对，少了的记录一律放回；损坏的文件不提交。推送被抢先时重试，至多5次。从不强制推送，从不丢弃文件，\
        也不询问口令：登录方式须事先配好。按 Ctrl-C 在两步之间停止，并说明做到哪一步，\
        再运行一次即接着做；再按一次立即终止。

        示例：
          census sync
          census sync --remote 备份
          census sync --status
        """,
        """
        The store has to be a git repository of its own with a remote: census init DIR --git, then \
        git remote add origin ADDRESS. Commits bear the name of who records; contacts stay out of \
        them unless the settings say shareContacts. Every record is a file of its own, so that \
        merging them never conflicts; facts and lists that both sides have changed are not merged, \
        and named.

        After a merge every record is looked for, and what is missing is put back; damaged files \
        are not committed. Where somebody else pushes first it is tried again, five times at most. \
        Nothing is pushed by force, no file is ever dropped and no password is asked for: set up \
        how git logs in. Ctrl-C stops it between two steps and says how far it came; run it again \
        to go on. A second Ctrl-C ends it at once.

        Examples:
          census sync
          census sync --remote backup
          census sync --status
        """))
  }

  @Option(
    help: ArgumentHelp(
      Phrase(
        "远程仓库的名称；未给出时为当前分支所跟踪的，或唯一的一个，或 origin。",
        "The remote; else the one that the branch follows, the only one, or origin."),
      valueName: Phrase("名称", "name")))
  package var remote: String?

  @Flag(
    help: ArgumentHelp(
      Phrase(
        "只说明待送出、待取回多少文件和上次同步的时间；不联网，不改动任何内容。",
        """
        Only say how many files wait to be sent and taken in, and when it was last synced; without \
        the network, and without changing anything.
        """)))
  package var status = false

  @Flag(
    help: ArgumentHelp(
      Phrase(
        "标准错误不是终端时也说明每一步。",
        "Say each step also where standard error is no terminal.")))
  package var progress = false

  @Flag(
    help: ArgumentHelp(
      Phrase(
        """
        输出一个 JSON 对象：remote、branch、taken、sent、conflicting、putBack、leftOut、message；\
        与 --status 同用时：remote、branch、ahead、behind、lastSync、message。
        """,
        """
        Answer with one JSON object: remote, branch, taken, sent, conflicting, putBack, leftOut, \
        message; with --status: remote, branch, ahead, behind, lastSync, message.
        """)))
  package var json = false

  @OptionGroup(title: "Recording") package var actor: ActorOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    if status {
      let session = try Session(common, in: &world)
      world.errand = .sharing(folder: session.path, remote: remote, isJSON: json)
      return .good
    }
    if common.readOnly { throw .writes("sync", against: "--read-only") }
    if common.knownAt != nil { throw .writes("sync", against: "--known-at") }
    let session = try Session(common, in: &world)
    if case .readOnly(let reason) = session.store.access { throw .store(.readOnly(reason)) }
    world.errand = .sync(
      folder: session.path, remote: remote, actor: try world.actor(actor.by), isJSON: json,
      saysSteps: progress)
    return .good
  }
}
