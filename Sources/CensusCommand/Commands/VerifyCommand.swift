package import ArgumentParser
internal import CensusCore

package struct VerifyCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Confirm that rows of check stand as they are (核实).",
    discussion: """
      A row is named by its ID, as rateMismatch/临沧; the rule alone will do where it has one row. \
      The row stays listed, says 已核实, and no longer makes check exit with 2. Where what is \
      printed or computed changes, it is open again. Damaged files are mended, not confirmed.

      Example: census verify rateMismatch --note 已与印发稿核对
      """)

  @Argument(help: "A row of census check (核对项).")
  package var checks: [String]

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    try act(on: checks, record, common, in: &world, resolving: rows) { occasion throws(Refusal) in
      try occasion.projection.plan(
        VerifyRequest(on: occasion.on, note: remark.note), for: occasion.references,
        today: occasion.today)
    }
  }

  /// The rows that were named; they are there also where only the totals of a quarter are known.
  private func rows(
    _ names: [String], _ session: inout Session
  ) throws(CommandError) -> (Projection, [Reference]) {
    let projection = try session.currentProjection()
    do throws(Refusal) {
      return (
        projection, try names.map { name throws(Refusal) in try projection.check(named: name) }
      )
    } catch {
      throw .refused(error)
    }
  }
}
