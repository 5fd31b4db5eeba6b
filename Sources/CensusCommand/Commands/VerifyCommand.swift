package import ArgumentParser
internal import CensusCore

package struct VerifyCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify",
      abstract: Phrase("核实核对项：确认内容无误。", "Confirm that rows of check stand as they are."),
      discussion: Phrase(
        """
        核对项用编号指明，如 rateMismatch/临沧；某规则只有一项时，写规则名即可。\
        核实后仍然列出，注明已核实，census check 不再因此以退出码2结束。公布或核算的数值变化后，须重新核实。损坏的文件须修复，不能核实。

        示例：census verify rateMismatch --note 已与印发稿核对
        """,
        """
        A row is named by its ID, as rateMismatch/临沧; the rule alone will do where it has one \
        row. The row stays listed, says verified, and no longer makes check exit with 2. Where \
        what is printed or computed changes, it is open again. Damaged files are mended, not \
        confirmed.

        Example: census verify rateMismatch --note 已与印发稿核对
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("census check 所列的核对项。", "A row of census check."),
      valueName: Phrase("核对项", "checks")), completion: .store(.checks))
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
