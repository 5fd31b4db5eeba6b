package import ArgumentParser
internal import CensusCore
internal import CensusLists
internal import CensusReports

package struct OverviewCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "overview",
    abstract: "The quarter on one page (概览): document, figures, who has reported.",
    discussion: """
      Counts of units, sites and findings are kept apart: 20 findings may be 19 sites of 7 units.

      Example: census overview --as-of 2018-10-20 --format json
      """)

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
    case .csv, .markdown: answer.write(roll, common, session.language, in: &world)
    }
    return .good
  }
}
