package import ArgumentParser
internal import CensusCore
internal import CensusLists
internal import CensusReports
internal import CensusStore

package struct CheckCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "What deserves a second look (核对): figures, codes, rows, damaged files.",
    discussion: """
      Recomputes every printed figure of the quarter, reads all files of the store and looks for \
      records that contradict each other; what belongs to nothing in the store is listed, too. What \
      was printed is never altered. Exits with 2 if there is an error or a warning that nobody \
      confirmed with census verify.

      A program that is killed may leave an act half recorded, and a disk may fail to say that a \
      record has reached it; --complete mends both. What of an act cannot be completed is taken \
      back by undo and its batch.

      Facts have checksums in SHA256SUMS. A file that somebody edited is listed (editedFacts) \
      until the edit is confirmed with --confirm-facts.

      Examples:
        census check --quarter 2018Q3
        census check --confirm-facts
      """)

  @OptionGroup(title: "Common options") package var common: CommonOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions

  @Flag(help: "First remove temporary files that a stopped program left behind (清理).")
  package var sweep = false

  @Flag(
    help: """
      First put the rest of half recorded batches in place, and force all records to the disk \
      (补全).
      """)
  package var complete = false

  @Flag(help: "First take the facts for right as they are, and renew their checksums (确认改动).")
  package var confirmFacts = false

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    var session = try Session(common, in: &world)
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
    let figures = projection?.discrepancies ?? []
    session.store.readAll()
    let problems = session.problems
    // Also those that lie over several quarters.
    let partial = session.store.partialBatches().map { Problem(.partialBatch($0)) }
    let files = (problems + partial.filter { !problems.contains($0) }).map(\.discrepancy)
    let conflicts = projection?.conflictDiscrepancies ?? []
    let found = (files + conflicts + figures).enumerated().sorted {
      ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
    }.map(\.element)
    answer.write(
      checksRoll(found, quarter: quarter, language: session.language), common,
      session.language, in: &world)
    return found.contains(where: \.isOpen) ? .bad : .good
  }

  private func completeBatches(
    _ session: inout Session, in world: inout World
  ) throws(CommandError) {
    guard !common.readOnly else { throw .readOnlyOption }
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
    guard !common.readOnly else { throw .readOnlyOption }
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
    } catch {
      throw .store(error)
    }
  }

  private func removeTemporaries(
    _ session: inout Session, in world: inout World
  ) throws(CommandError) {
    guard !common.readOnly else { throw .readOnlyOption }
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
