package import ArgumentParser
internal import CensusCore
internal import CensusLists
internal import CensusNotices
internal import CensusReports
internal import CensusStore

package struct CheckCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: Phrase(
        "核对：列出值得复核的数字、标识码和附件行，以及损坏的文件。",
        "What deserves a second look: figures, codes, rows, damaged files."),
      discussion: Phrase(
        """
        重新核算本季度公布的每个数字，读取数据目录中的全部文件，查找相互矛盾的记录；\
        不属于数据目录的文件也一并列出。公布的内容从不改动。有错误，或有未经 census verify 核实的警告时，退出码为2。

        程序被强行终止时，一次办理可能只登记了一部分；磁盘也可能未能确认记录已经存盘。两种情况都用 --complete 补救。无法补全的部分，用 undo 加批次号撤销。

        给出文件时，核对的是尚未载入的通报（格式同 census import），看不懂的行也列出；不写入任何内容。

        通报等资料的校验和保存在 SHA256SUMS 中。有人改动过的文件会列为核对项（editedFacts），直到用 --confirm-facts 确认改动。

        示例：
          census check --quarter 2018Q3
          census check 通报.docx
          census check --confirm-facts
        """,
        """
        Recomputes every printed figure of the quarter, reads all files of the store and looks \
        for records that contradict each other; what belongs to nothing in the store is listed, \
        too. What was printed is never altered. Exits with 2 if there is an error or a warning \
        that nobody confirmed with census verify.

        A program that is killed may leave an act half recorded, and a disk may fail to say that \
        a record has reached it; --complete mends both. What of an act cannot be completed is \
        taken back by undo and its batch.

        With files it checks a notice that was not taken in yet, in any form that census import \
        reads; rows that are not understood are listed, too, and nothing is written.

        Facts have checksums in SHA256SUMS. A file that somebody edited is listed (editedFacts) \
        until the edit is confirmed with --confirm-facts.

        Examples:
          census check --quarter 2018Q3
          census check notice.docx
          census check --confirm-facts
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase(
        "尚未载入的通报和附件；- 为标准输入。",
        "A notice that was not taken in yet, and its annexes; - is standard input."),
      valueName: Phrase("文件", "file")), completion: .file())
  package var files: [String] = []

  @Flag(help: .convert) package var convert = false

  @Flag(
    help: ArgumentHelp(
      Phrase(
        "先清理中断的程序留下的临时文件。",
        "First remove temporary files that a stopped program left behind.")))
  package var sweep = false

  @Flag(
    help: ArgumentHelp(
      Phrase(
        "先补全只登记了一部分的批次，并确保所有记录存盘。",
        """
        First put the rest of half recorded batches in place, and force all records to the disk.
        """)))
  package var complete = false

  @Flag(
    help: ArgumentHelp(
      Phrase(
        "先确认资料的改动无误，并更新校验和。",
        "First take the facts for right as they are, and renew their checksums.")))
  package var confirmFacts = false

  @OptionGroup(title: "Filters") package var filters: FilterOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  func list(in world: inout World) throws(CommandError) -> Listed<Discrepancy> {
    try checkWriting()
    var session = try Session(common, in: &world)
    if !files.isEmpty { return try checkDraft(&session, in: &world) }
    if complete { try completeBatches(&session, in: &world) }
    if sweep { try removeTemporaries(&session, in: &world) }
    if confirmFacts { try confirm(&session, in: &world) }
    var quarter: Quarter?
    do throws(CommandError) {
      quarter = try session.quarter()
    } catch {
      // That the quarters cannot be listed is among what is found.
      guard common.quarter == nil else { throw error }
    }
    let projection = quarter.flatMap { try? session.projection(of: $0) }
    session.store.readAll()
    let problems =
      session.problems + session.store.attachmentProblems() + session.store.snapshotProblems()
    // Also those that lie over several quarters.
    let partial = session.store.partialBatches().map { Problem(.partialBatch($0)) }
    let files = (problems + partial.filter { !problems.contains($0) }).map(\.discrepancy)
    let found = projection?.allDiscrepancies(with: files) ?? Discrepancy.gravestFirst(files)
    let roll = checksRoll(found, quarter: quarter, language: session.language)
    return Listed(
      roll: try filters.applied(to: roll, session), session: session,
      verdict: found.contains(where: \.isOpen) ? .bad : .good)
  }

  /// Checks documents as they would be taken in.
  private func checkDraft(
    _ session: inout Session, in world: inout World
  ) throws(CommandError) -> Listed<Discrepancy> {
    var answers = Answers()
    answers.quarter = common.quarter
    let report = try ImportReport(files, answers, &session, converting: convert, in: world)
    let found = report.openRows + report.discrepancies
    let roll = checksRoll(found, quarter: report.draft.quarter, language: session.language)
    return Listed(
      roll: try filters.applied(to: roll, session), session: session,
      verdict: found.contains(where: \.isOpen) ? .bad : .good)
  }

  /// What writes does not go with looking back, or at what must not be changed.
  private func checkWriting() throws(CommandError) {
    let writing = [
      (complete, "--complete"), (sweep, "--sweep"), (confirmFacts, "--confirm-facts"),
    ]
    guard let (_, option) = writing.first(where: { $0.0 }) else { return }
    if let file = files.first { throw .contradiction(option, file) }
    if common.readOnly { throw .writes(option, against: "--read-only") }
    if common.knownAt != nil { throw .writes(option, against: "--known-at") }
  }

  private func completeBatches(
    _ session: inout Session, in world: inout World
  ) throws(CommandError) {
    do throws(StoreError) {
      let completed = try session.store.complete()
      for batch in completed { world.warn(Messages.completed(batch)) }
      if completed.isEmpty {
        world.warn(
          Phrase(
            "没有可补全的批次；所有记录均已确认存盘。",
            "there is no batch to complete; all records are on the disk."))
      }
    } catch {
      throw .store(error)
    }
  }

  private func confirm(_ session: inout Session, in world: inout World) throws(CommandError) {
    do throws(StoreError) {
      guard let paths = try session.store.confirmFacts(randomHex: world.randomHex) else {
        return world.warn(
          Phrase(
            "另有程序正在整理数据目录，未确认；请重试。",
            "another program is tidying the store, so nothing was confirmed; try again."))
      }
      let names = Phrase(
        paths.joined(separator: "、"), paths.joined(separator: ", "))
      world.warn(
        paths.isEmpty
          ? Phrase("没有需要确认的改动。", "there is no edit to confirm.")
          : Phrase("已确认\(paths.count)个文件：\(names.chinese)。", "confirmed \(names.english)."))
      for case .editedFacts(let path, _) in session.problems.map(\.kind) {
        world.warn(
          Phrase(
            "“\(path)”有读不出的内容，未确认；请先修复，或从备份恢复。",
            "“\(path)” has parts that cannot be read, so it was not confirmed; mend it, or restore "
              + "it from a backup."))
      }
    } catch {
      throw .store(error)
    }
  }

  private func removeTemporaries(
    _ session: inout Session, in world: inout World
  ) throws(CommandError) {
    do throws(StoreError) {
      guard let removed = try session.store.sweep(at: world.now) else {
        return world.warn(Phrase("另有程序正在清理，未重复清理。", "another program is sweeping already."))
      }
      world.warn(
        Phrase(
          "已清理\(removed.count)个临时文件。",
          "removed \(removed.count) temporary \(removed.count == 1 ? "file" : "files")."))
    } catch {
      throw .store(error)
    }
  }
}
