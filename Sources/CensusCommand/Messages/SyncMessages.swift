package import CensusCore

extension Messages {
  /// What a synchronisation came to.
  ///
  /// - Parameters:
  ///   - remote: with whom.
  ///   - taken: how many records came over.
  ///   - files: how many notices, lists and other files came over or changed.
  ///   - sent: how many records were sent.
  ///   - conflicts: how many matters contradict each other now.
  /// - Returns: the sentence.
  package static func synced(
    _ remote: String, taken: Int, files: Int, sent: Int, _ conflicts: Int
  ) -> Phrase {
    let more =
      files == 0
      ? Phrase.empty
      : Phrase(
        "和\(files)个其他文件（通报、名录等）",
        " and \(counted(files, "other file")) (notices, lists …)")
    let done = Phrase(
      "已与 \(remote) 同步：取回\(taken)条记录\(more.chinese)，送出\(sent)条",
      "synced with \(remote): took in \(counted(taken, "record"))\(more.english), sent \(sent)")
    guard conflicts > 0 else { return done }
    return [done, contradictions(conflicts)].joined(Phrase("；", "; "))
  }

  /// How far a store and its remote are apart, and when it was last synced.
  static func apart(_ remote: String, ahead: Int, behind: Int, _ last: String?) -> Phrase {
    let files = Phrase(
      "与 \(remote)：待送出\(ahead)个文件，已取回未合并\(behind)个",
      "\(remote): \(counted(ahead, "file")) to send, \(behind) fetched and not merged")
    let synced =
      last.map { Phrase("上次同步 \($0)", "last synced \($0)") }
      ?? Phrase("从未同步到底", "never synced to the end")
    return [files, synced].joined(Phrase("；", "; "))
  }

  /// That files that had gone from the folder were put back.
  package static func putBack(files count: Int) -> Phrase {
    Phrase(
      "已放回\(count)个从数据目录里不见了的文件",
      "put back \(counted(count, "file")) that had gone from the store")
  }

  /// That files were damaged in the folder, and git had them whole.
  package static func mended(files count: Int) -> Phrase {
    Phrase(
      "已按 git 中的原样修复\(count)个损坏的文件",
      "mended \(counted(count, "damaged file")) by what git has")
  }
}

extension World {
  /// What a step of git is called while it goes on, on a terminal.
  package func progress(_ step: SyncStep, _ what: Phrase) -> String {
    "\(program): \(step.rawValue)/5 " + safe(what[language]) + "\n"
  }

  /// That it will stop once the step that goes on is done.
  package var willStop: String {
    "\(program): "
      + safe(
        Phrase(
          "这一步完成后停止；再按一次 Ctrl-C 立即终止。",
          "it stops when this step is done; Ctrl-C again ends it at once.")[language]) + "\n"
  }

  /// Says why a store was not shared.
  package mutating func warnOfSharing(_ trouble: SharingTrouble) {
    warn(trouble.sentence)
  }
}

/// The steps of sharing a store, in their order.
package enum SyncStep: Int, Sendable {
  case commit = 1
  case fetch
  case merge
  case verify
  case push

  /// What it is called.
  var name: Phrase {
    switch self {
    case .commit: Phrase("提交时", "while committing")
    case .fetch: Phrase("取回时", "while fetching")
    case .merge: Phrase("合并时", "while merging")
    case .verify: Phrase("核对时", "while verifying")
    case .push: Phrase("推送时", "while pushing")
    }
  }
}

/// Why a store was not shared, or not to the end.
package enum SharingTrouble {
  case noGit
  case git(String)
  case noRepository(String)
  case notOnTop(store: String, top: String)
  case detached
  case underWay(String)
  case noRemote
  case unknownRemote(String, known: [String])
  case severalRemotes([String])
  case otherBranches(String, known: [String])
  case otherStore(remote: String)
  /// The remote holds this store, and the repository here was begun anew.
  case begunAnew(remote: String, folder: String)
  /// The settings there cannot be read: a newer program has written them, or they are damaged.
  case unreadableStore(remote: String)
  case conflict([String], left: String?)
  case overtaken(remote: String)
  case missing([String])
  /// Somebody asked for it to stop, between two steps.
  case stopped(after: SyncStep?)
  /// Somebody ended it in the midst of a step.
  case broken(in: SyncStep?)

  /// The sentence: what happened, where, what to do.
  package var sentence: Phrase {
    switch self {
    case .noGit:
      Phrase(
        "没有找到 git，未同步；请先安装 git。",
        "git is not installed, so nothing was shared; install it first.")
    case .git(let words): Self.sentence(ofGit: words)
    case .noRepository(let path):
      Phrase(
        "“\(path)”不是 git 仓库，未同步；首次共享的，在该目录运行 git init，再用 git remote add origin 加上空的远程仓库；已与同事共享、由备份恢复的，请用 git clone 另取一份，再用 census merge \(path) --store 该份 并入。",
        "“\(path)” is no git repository, so nothing was shared. To share it for the first time, run git init "
          + "there, and git remote add origin with the address of an empty remote; if it is shared already and "
          + "was restored from a backup, git clone the remote, and take the backup into that clone with census "
          + "merge \(path) --store CLONE.")
    case .notOnTop(let store, let top):
      Phrase(
        "“\(store)”在仓库“\(top)”之内，不是独立的仓库，未同步；请用 census init 目录 --from \(store) --git 另建，再用 census merge \(store) --unrelated 并入。",
        "“\(store)” lies in the repository “\(top)” and is none of its own, so nothing was shared; make "
          + "one with census init DIR --from \(store) --git, and take its records in with census merge \(store) "
          + "--unrelated."
      )
    case .detached:
      Phrase(
        "没有检出任何分支（detached HEAD），未同步；请先 git switch 到一个分支。",
        "no branch is checked out (detached HEAD), so nothing was shared; git switch to one first.")
    case .underWay(let what):
      Phrase(
        "仓库里有未完成的 \(what)，未同步；请先完成它，或用 git \(what) --abort 放弃。",
        "a \(what) is under way in the repository, so nothing was shared; finish it first, or give it up "
          + "with git \(what) --abort.")
    case .noRemote:
      Phrase(
        "没有远程仓库，未同步；用 git remote add origin 地址 加上。",
        "there is no remote, so nothing was shared; add one with git remote add origin ADDRESS.")
    case .unknownRemote(let name, let known):
      known.isEmpty
        ? Phrase(
          "没有名为“\(name)”的远程仓库，未同步；用 git remote add \(name) 地址 加上。",
          "no remote is named “\(name)”, so nothing was shared; add it with git remote add \(name) ADDRESS."
        )
        : Phrase(
          "没有名为“\(name)”的远程仓库，未同步；有\(known.joined(separator: "、"))。",
          "no remote is named “\(name)”, so nothing was shared; there are \(known.joined(separator: ", "))."
        )
    case .severalRemotes(let known):
      Phrase(
        "有几个远程仓库（\(known.joined(separator: "、"))），未同步；用 --remote 说明是哪一个。",
        "there are several remotes (\(known.joined(separator: ", "))), so nothing was shared; say which "
          + "with --remote.")
    case .otherBranches(let branch, let known):
      Phrase(
        "远程仓库没有分支“\(branch)”，有\(known.joined(separator: "、"))，未同步；请用 git switch 切换到同名分支，没有的用 git branch -m 改名。",
        "the remote has no branch “\(branch)” but \(known.joined(separator: ", ")), so nothing was shared; "
          + "git switch to the branch of that name, or give it that name with git branch -m.")
    case .unreadableStore(let remote):
      Phrase(
        "\(remote) 上的 store.json 读不了，可能由更新版本的程序写入，也可能已损坏，未同步；请升级本程序，或请同事恢复该文件。",
        "the store.json of \(remote) cannot be read: a newer program has written it, or it is damaged; so "
          + "nothing was shared. Get that version, or have the file restored.")
    case .otherStore(let remote):
      Phrase(
        "\(remote) 上是另一个数据目录，未同步；请核对它的地址。",
        "\(remote) holds another store, so nothing was shared; check its address.")
    case .begunAnew(let remote, let folder):
      Phrase(
        "\(remote) 上是同一个数据目录，但与“\(folder)”的 git 历史没有共同的来源（有一方另起了历史，如由备份恢复后 git init），未合并；请用 git clone 另取一份，再用 census merge \(shellWord(folder)) --store 该份 并入，以后用那一份。",
        "\(remote) holds this store, but its history and that of “\(folder)” have nothing in common (one of them was "
          + "begun anew, as by git init after a backup was restored), so nothing was merged; git clone the remote, "
          + "take this folder into that clone with census merge \(shellWord(folder)) --store CLONE, and go on with "
          + "the clone.")
    case .conflict(let paths, let left):
      Self.conflict(paths, left)
    case .overtaken(let remote):
      Phrase(
        "他人连续抢先推送到 \(remote)，本机的记录已提交但没有送出；请稍后再运行 census sync。",
        "others kept pushing to \(remote) first; the records of this machine are committed and were not "
          + "sent; run census sync again in a while.")
    case .missing(let paths):
      Phrase(
        "合并后少了\(paths.count)个文件（如“\(paths.first ?? "")”），没有推送；请从备份恢复后再同步。",
        "missing after the merge: \(counted(paths.count, "file")) (such as “\(paths.first ?? "")”), so "
          + "nothing was pushed; restore them from a copy, then sync again.")
    case .stopped(let step): Self.stopped(after: step)
    case .broken(let step):
      Phrase(
        "已立即终止（\(step?.name.chinese ?? "尚未开始")）；记录都还在，再运行 census sync 即接着做，若提示 .lock 文件，照提示处理。",
        "it was ended at once (\(step?.name.english ?? "before the first step")); every record is kept, and "
          + "census sync goes on from there; if that names a .lock file, do as it says.")
    }
  }

  private static func stopped(after step: SyncStep?) -> Phrase {
    let done =
      switch step {
      case nil: Phrase("还没有提交", "nothing was committed yet")
      case .commit:
        Phrase(
          "本机的记录已提交，没有取回，也没有送出",
          "the records of this machine are committed; nothing was fetched, and nothing sent")
      case .fetch:
        Phrase(
          "本机的记录已提交，他人的已取回但没有合并，也没有送出",
          "the records of this machine are committed, those of others fetched and not merged; nothing was "
            + "sent")
      case .merge, .verify, .push:
        Phrase(
          "已提交、取回并合并，没有送出",
          "committed, fetched and merged; nothing was sent")
      }
    return Phrase(
      "已在两步之间停止：\(done.chinese)；下次同步接着做。",
      "stopped between two steps: \(done.english); the next sync goes on from there.")
  }

  private static func conflict(_ paths: [String], _ left: String?) -> Phrase {
    let zh = paths.joined(separator: "、")
    let en = paths.joined(separator: ", ")
    if let left {
      return Phrase(
        "两边都改过\(zh)，没有合并，且 git 未能还原（\(left)）；请在该目录处理后用 git commit 完成，记录都还在。",
        "both sides have changed \(en), and git could not undo the merge (\(left)); settle it there and "
          + "finish with git commit; every record is kept.")
    }
    return Phrase(
      "两边都改过\(zh)，没有合并，数据目录保持原样，记录已提交；请商定以哪一边为准，用 git merge 手工合并后再同步。",
      "both sides have changed \(en), so nothing was merged and the store is as it was, with its records "
        + "committed; agree which one is right, merge by hand with git merge, then sync again.")
  }

  /// The path of the lock that git names.
  private static func lock(in words: String) -> String? {
    guard let end = words.firstRange(of: "': File exists"),
      let start = words[..<end.lowerBound].lastIndex(of: "'")
    else { return nil }
    return String(words[words.index(after: start)..<end.lowerBound])
  }

  /// What git's own words mean, as far as they are known.
  private static func sentence(ofGit words: String) -> Phrase {
    let quoted = words.split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("hint:") }.joined(separator: " ")
      .split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    let has = { (signs: [String]) in signs.contains(where: words.contains) }
    if has([".lock': File exists"]) {
      let path = lock(in: words) ?? quoted
      return Phrase(
        "另一个 git 正在这个仓库里工作，或曾被强行终止，留下了“\(path)”；没有 git 在运行的，删除该 .lock 文件后再同步，census sync 不替您删除。",
        "another git is at work in this repository, or was killed and left “\(path)”; if none is running, "
          + "remove that .lock file and sync again: census sync leaves it where it is.")
    }
    if has([
      "Permission denied", "Authentication failed", "could not read Username",
      "could not read Password", "terminal prompts disabled", "Host key verification failed",
      "returned error: 403", "returned error: 401",
    ]) {
      return Phrase(
        "远程仓库拒绝登录，未同步（\(quoted)）；请先配好 git 的登录方式（ssh 密钥或凭据管理器），census sync 不询问口令。",
        "the remote refused to log in, so nothing was shared (\(quoted)); set up how git logs in (an ssh key "
          + "or a credential helper): census sync asks for no password.")
    }
    if has([
      "does not appear to be a git repository", "Repository not found", "repository not found",
      "does not exist",
    ]) {
      return Phrase(
        "远程仓库不存在或读不到，未同步（\(quoted)）；请核对 git remote -v 的地址。",
        "the remote does not exist or cannot be read, so nothing was shared (\(quoted)); check its address "
          + "with git remote -v.")
    }
    if has(["refusing to merge unrelated histories"]) {
      return Phrase(
        "远程仓库里不是这个数据目录的副本（历史毫无关系），未合并；请核对 git remote -v 的地址，或换一个空的远程仓库。",
        "the remote holds no copy of this store (their histories have nothing in common), so nothing was "
          + "merged; check its address with git remote -v, or use an empty one.")
    }
    if has([
      "Could not resolve", "Connection refused", "Connection timed out", "timed out",
      "Network is unreachable", "No route to host", "Failed to connect", "Couldn't connect",
      "unable to access",
    ]) {
      return Phrase(
        "连不上远程仓库，未同步（\(quoted)）；本机的记录已提交，联网后再运行 census sync。",
        "the remote cannot be reached, so nothing was shared (\(quoted)); the records of this machine are "
          + "committed; run census sync again once there is a network.")
    }
    if has(["[remote rejected]", "pre-receive hook declined", "protected branch"]) {
      return Phrase(
        "远程仓库拒绝接收（\(quoted)）；本机的记录已提交但没有送出，请向管理员询问。",
        "the remote refused what was sent (\(quoted)); the records of this machine are committed and were not "
          + "sent; ask whoever keeps the remote.")
    }
    return Phrase(
      "git 失败：\(quoted)；数据目录里的记录都还在，排除后再运行 census sync。",
      "git failed: \(quoted); every record is kept in the store; mend that and run census sync again."
    )
  }
}
