package import ArgumentParser
internal import CensusCore
internal import CensusReports
internal import CensusStore

package struct CheckCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "What deserves a second look (核对): figures, codes, rows, damaged files.",
    discussion: """
      Recomputes every printed figure of the quarter and looks at the store's files. What was \
      printed is never altered. Exits with 2 if there is an error or a warning.

      A program that is killed may leave an act half recorded, and a disk may fail to say that a \
      record has reached it; --complete mends both. What of an act cannot be completed is taken \
      back by undo and its batch.

      Example: census check --quarter 2018Q3
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

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    var session = try Session(common, in: &world)
    if complete { try completeBatches(&session, in: &world) }
    if sweep { try removeTemporaries(&session, in: &world) }
    var inspection: Inspection?
    var quarter: Quarter?
    do throws(CommandError) {
      let chosen = try session.quarter()
      quarter = chosen
      inspection = session.store.inspection(of: chosen).inspection
    } catch .noQuarter {
      quarter = nil
    } catch .damagedQuarter(let damaged) {
      quarter = damaged
    }
    let files = problems(in: &session).map(\.discrepancy)
    let figures = inspection?.discrepancies(in: session.store.directory) ?? []
    let found = (files + figures).enumerated().sorted {
      ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
    }.map(\.element)
    answer.write(
      checksListing(found, quarter: quarter, language: session.language), common,
      session.language, in: &world)
    return found.contains { $0.severity != .note } ? .bad : .good
  }

  /// What is doubtful about any file of the store, whichever quarter is looked at.
  private func problems(in session: inout Session) -> [Problem] {
    var problems = session.store.problems
    var known = Set(problems)
    for quarter in session.store.quarters() {
      problems += session.problems(of: quarter).filter { known.insert($0).inserted }
    }
    // Also of quarters whose facts are not there.
    let partial = session.store.partialBatches().map { Problem(.partialBatch($0)) }
    return problems + partial.filter { known.insert($0).inserted }
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
