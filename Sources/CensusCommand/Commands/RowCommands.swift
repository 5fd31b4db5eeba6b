package import ArgumentParser
package import CensusCore
internal import CensusLists
internal import CensusReports

package struct SitesCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sites",
      abstract: Phrase("不合格网站，每个只列一次。", "The failing sites, each once."),
      discussion: Phrase(
        """
        有多条问题的网站，显示其中最差的状态。

        示例：census sites --prefecture 临沧 --state outstanding --sort daysLeft
        """,
        """
        A site with several findings shows the worst of their states.

        Example: census sites --prefecture 临沧 --state outstanding --sort daysLeft
        """))
  }

  @OptionGroup(title: "Common options") package var common: CommonOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions
  @OptionGroup(title: "Filters") package var filters: FilterOptions

  @Option(
    help: ArgumentHelp(
      Phrase("只列该状态，也可写中文；可重复给出。", "Only in this state; repeatable."),
      valueName: Phrase("状态", "state")))
  package var state: [Headline] = []

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    var (session, projection) = try open(common, in: &world)
    let filter = try Filter(filters, in: projection, session.language)
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
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "findings",
      abstract: Phrase(
        "附件2：公布的每条问题及其状态。",
        "Annex 2: every finding as printed, and how it stands."),
      discussion: Phrase(
        """
        仅正文点名的网站无须报送；用 --mentions 一并列出。

        示例：census findings --issue text_errors --format csv
        """,
        """
        Sites that only the text names owe nothing; --mentions adds them.

        Example: census findings --issue text_errors --format csv
        """))
  }

  @OptionGroup(title: "Common options") package var common: CommonOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions
  @OptionGroup(title: "Filters") package var filters: FilterOptions

  @Option(
    help: ArgumentHelp(
      Phrase("只列该状态，也可写中文；可重复给出。", "Only in this state; repeatable."),
      valueName: Phrase("状态", "state")))
  package var state: [Headline] = []

  @Flag(
    help: ArgumentHelp(Phrase("一并列出正文点名的网站。", "Add the sites that the text names.")))
  package var mentions = false

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    var (session, projection) = try open(common, in: &world)
    let filter = try Filter(filters, in: projection, session.language)
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
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "units",
      abstract: Phrase(
        "报送登记：哪些单位应报，哪些材料已收到。",
        "The receipt desk: who owes a report, and what has arrived."),
      discussion: Phrase(
        """
        欠报最多的在前。两份材料缺一不可：经主要负责同志签字的纸质版，以及电子版。限期再整改开始新的一轮；各单位显示最近一轮。

        示例：census units --overdue --fail-overdue
        """,
        """
        Who owes most comes first. Both parts are needed: the paper copy signed by the principal \
        leader, and the electronic document. Rectification that was ordered anew opens a further \
        round; a unit shows its latest.

        Example: census units --overdue --fail-overdue
        """))
  }

  @OptionGroup(title: "Common options") package var common: CommonOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions
  @OptionGroup(title: "Filters") package var filters: FilterOptions

  @Option(
    help: ArgumentHelp(
      Phrase("只列该报送情况的单位，也可写中文；可重复给出。", "Only with this submission; repeatable."),
      valueName: Phrase("状态", "state")))
  package var state: [Submission] = []

  @Flag(
    help: ArgumentHelp(
      Phrase("列出各单位的所有轮次，而不只是最近一轮。", "All rounds of each report, not the latest alone.")))
  package var rounds = false

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    let (session, projection) = try open(common, in: &world)
    let filter = try Filter(filters, in: projection, session.language)
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
