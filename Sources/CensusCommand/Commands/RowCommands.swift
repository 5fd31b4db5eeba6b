package import ArgumentParser
package import CensusCore
internal import CensusLists
internal import CensusReports

package struct SitesCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "sites",
    abstract: "The failing sites (不合格网站), each once.",
    discussion: """
      A site with several findings shows the worst of their states.

      Example: census sites --prefecture 临沧 --state outstanding --sort daysLeft
      """)

  @OptionGroup(title: "Common options") package var common: CommonOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions
  @OptionGroup(title: "Filters") package var filters: FilterOptions

  @Option(help: ArgumentHelp("Only in this state (状态); repeatable.", valueName: "state"))
  package var state: [Headline] = []

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    var (session, projection) = try open(common, in: &world)
    let filter = try Filter(filters, in: projection)
    lazy var searched = SearchTexts(of: projection)
    let rows = projection.sites.filter { site in
      (state.isEmpty || state.contains(site.headline))
        && filter.keeps(
          prefecture: site.prefecture, issues: site.issues,
          isOverdue: site.isOverdue(on: projection.asOf),
          texts: { searched.of(site) })
    }
    answer.write(
      try filters.ordered(
        projection.sitesRoll(rows, past: session.past(of: projection, rows.flatMap(\.findings)))),
      common, session.language, in: &world)
    let isOverdue = rows.contains { $0.isOverdue(on: projection.asOf) }
    return filters.failOverdue && isOverdue ? .bad : .good
  }
}

package struct FindingsCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "findings",
    abstract: "Annex 2 (附件2): every finding as printed, and how it stands.",
    discussion: """
      Sites that only the text names owe nothing; --mentions adds them.

      Example: census findings --issue text_errors --format csv
      """)

  @OptionGroup(title: "Common options") package var common: CommonOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions
  @OptionGroup(title: "Filters") package var filters: FilterOptions

  @Option(help: ArgumentHelp("Only in this state (状态); repeatable.", valueName: "state"))
  package var state: [Headline] = []

  @Flag(help: "Add the sites that the text names (正文点名).")
  package var mentions = false

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    var (session, projection) = try open(common, in: &world)
    let filter = try Filter(filters, in: projection)
    lazy var searched = SearchTexts(of: projection)
    let rows = projection.findings.filter { state in
      (self.state.isEmpty || self.state.contains(state.headline))
        && filter.keeps(
          prefecture: state.finding.prefecture, issues: state.finding.issues,
          isOverdue: state.isOverdue(on: projection.asOf),
          texts: { searched.of(state) })
    }
    let named = projection.inspection.mentions.filter { mention in
      mentions && state.isEmpty
        && filter.keeps(
          prefecture: mention.prefecture, issues: mention.issues, isOverdue: false,
          texts: { searched.of(mention) })
    }
    answer.write(
      try filters.ordered(
        projection.findingsRoll(
          rows, mentions: named, past: session.past(of: projection, rows))), common,
      session.language, in: &world)
    let isOverdue = rows.contains { $0.isOverdue(on: projection.asOf) }
    return filters.failOverdue && isOverdue ? .bad : .good
  }
}

package struct UnitsCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "units",
    abstract: "The receipt desk (报送登记): who owes a report, and what has arrived.",
    discussion: """
      Who owes most comes first. Both parts are needed: the paper copy (纸质版) signed by the \
      principal leader, and the electronic document (电子版). Rectification that was ordered \
      anew (限期再整改) opens a further round; a unit shows its latest.

      Example: census units --overdue --fail-overdue
      """)

  @OptionGroup(title: "Common options") package var common: CommonOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions
  @OptionGroup(title: "Filters") package var filters: FilterOptions

  @Option(
    help: ArgumentHelp("Only with this submission (报送情况); repeatable.", valueName: "state"))
  package var state: [Submission] = []

  @Flag(help: "All rounds (轮次) of each report, not the latest alone.")
  package var rounds = false

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    let (session, projection) = try open(common, in: &world)
    let filter = try Filter(filters, in: projection)
    lazy var searched = SearchTexts(of: projection)
    let desk = projection.receiptDesk
    let all = rounds ? desk.flatMap(UnitRow.rounds) : desk.map { UnitRow($0) }
    let rows = all.filter { row in
      (state.isEmpty || !row.obligation.isVoid && state.contains(row.submission))
        && filter.keeps(
          prefecture: row.obligation.unit.prefecture,
          issues: row.obligation.findings.flatMap(\.finding.issues),
          isOverdue: row.isOverdue(on: projection.asOf),
          texts: { searched.of(row.obligation) })
    }
    let remarks = rows.count == all.count ? [projection.brief] : []
    answer.write(
      try filters.ordered(projection.unitsRoll(rows, remarks: remarks)), common,
      session.language, in: &world)
    let isOverdue = rows.contains { $0.isOverdue(on: projection.asOf) }
    return filters.failOverdue && isOverdue ? .bad : .good
  }
}
