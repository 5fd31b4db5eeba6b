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
      printed is never altered. Exits with 2 if there is an error or a warning that nobody \
      confirmed with census verify.

      Example: census check --quarter 2018Q3
      """)

  @OptionGroup(title: "Common options") package var common: CommonOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions

  @Flag(help: "First remove temporary files that a stopped program left behind (清理).")
  package var sweep = false

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    var session = try Session(common, in: &world)
    if sweep { try removeTemporaries(session, in: &world) }
    var figures: [Discrepancy] = []
    var quarter: Quarter?
    do throws(CommandError) {
      let chosen = try session.quarter()
      quarter = chosen
      figures = try session.projection(of: chosen).discrepancies
    } catch .noQuarter {
      quarter = nil
    } catch .damagedQuarter(let damaged) {
      quarter = damaged
    }
    let files = problems(in: &session).map(\.discrepancy)
    let found = (files + figures).enumerated().sorted {
      ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
    }.map(\.element)
    answer.write(
      checksListing(found, quarter: quarter, language: session.language), common,
      session.language, in: &world)
    return found.contains(where: \.isOpen) ? .bad : .good
  }

  /// What is doubtful about any file of the store, whichever quarter is looked at.
  private func problems(in session: inout Session) -> [Problem] {
    var problems = session.store.problems
    for quarter in session.store.quarters() {
      for problem in session.problems(of: quarter) where !problems.contains(problem) {
        problems.append(problem)
      }
    }
    return problems
  }

  private func removeTemporaries(
    _ session: Session, in world: inout World
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
