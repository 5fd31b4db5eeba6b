package import CensusCore

extension Projection {
  /// The answer of `census sites`: distinct failing sites.
  ///
  /// - Parameters:
  ///   - sites: those that a filter left, else all.
  ///   - past: what failed in earlier quarters, if they were read.
  /// - Returns: the list.
  package func sitesListing(
    _ sites: [SiteState], past: RepeatOffenders? = nil
  ) -> Listing<SiteState> {
    Listing(
      columns: siteColumns + truthColumns(\.truths) + stateColumns
        + [modifierColumn(sites) { [self] in $0.modifiers(on: asOf, past: past) }],
      rows: sites, name: \.name,
      empty: nothing(Phrase("没有符合条件的网站。", "No site matches.")))
  }

  private var siteColumns: [Column<SiteState>] {
    [
      Column("quarter", Heading.quarter, isShown: false) { [self] _ in
        .text(quarter.description)
      },
      Column("code", Heading.code) { .text($0.code.text) },
      Column("name", Heading.name) { .text($0.name) },
      Column(
        "prefecture", Heading.prefecture, rank: { [self] in position(ofPrefecture: $0.prefecture) },
        text: { [self] in prefectureName($0.prefecture, $1) }, value: { .text($0.prefecture) }),
      Column(
        "unit", Heading.unit, isShown: false, rank: { [self] in position(ofUnit: $0.unit) },
        text: { [self] in unitName($0.unit, $1) }, value: { .text($0.unit) }),
      Column(
        "findings", Heading.findings, .right,
        rank: { $0.findings.first?.finding.id.row ?? .max },
        text: { site, _ in site.findings.map { String($0.finding.id.row) }.joined(separator: " ") },
        value: { Value($0.findings.map(\.finding.id)) }),
      Column(
        "issues", Heading.issues, text: { [self] in issueNames($0.issues, $1) },
        value: { Value($0.issues) }),
    ]
  }

  private var stateColumns: [Column<SiteState>] {
    [
      Column(
        "state", Heading.state, rank: { $0.headline.rank },
        emphasis: { stateEmphasis($0.headline) },
        text: { Terms.headline($0.headline)[$1] }, value: { .text($0.headline.rawValue) }),
      Column("due", Heading.due, isShown: false) { Value($0.deadline?.day) },
      Column(
        "daysLeft", Heading.time, numberHeading: Heading.daysLeft,
        emphasis: { [self] in timeEmphasis($0.isOverdue(on: asOf)) },
        text: { [self] in timeWords($0.daysLeft(on: asOf), $1) },
        value: { [self] in Value($0.daysLeft(on: asOf)) }),
    ]
  }

  func timeWords(_ days: Int?, _ language: Language) -> String {
    days.map { Terms.daysLeft($0)[language] } ?? ""
  }
}
