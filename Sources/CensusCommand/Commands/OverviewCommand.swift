package import ArgumentParser
internal import CensusCore
internal import CensusLists
internal import CensusReports

package struct OverviewCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "overview",
      abstract: Phrase(
        "总览：一页说明本季度的文件、数字和报送情况。",
        "The quarter on one page: document, figures, who has reported."),
      discussion: Phrase(
        """
        单位、网站、问题分别计数：20条问题可能出自7家单位的19个网站。

        示例：census overview --as-of 2018-10-20 --format json
        """,
        """
        Counts of units, sites and findings are kept apart: 20 findings may be 19 sites of 7 units.

        Example: census overview --as-of 2018-10-20 --format json
        """))
  }

  @OptionGroup(title: "Common options") package var common: CommonOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    let (session, projection) = try open(common, in: &world)
    let roll = projection.overviewRoll
    switch answer.format {
    case .table, .json:
      let value = roll.rows.first.map { roll.object($0) } ?? .none
      try answer.write(projection.overviewSheet, value, common, session.language, in: &world)
    case .csv, .markdown, .html: answer.write(roll, common, session, in: &world)
    }
    return .good
  }
}
