package import CensusCore

extension Projection {
  /// The answer of `census sites`: distinct failing sites.
  ///
  /// - Parameters:
  ///   - sites: those that a filter left, else all.
  ///   - past: what failed in earlier quarters, if they were read.
  /// - Returns: the list.
  package func sitesRoll(
    _ sites: [SiteState], past: RepeatOffenders? = nil
  ) -> Roll<SiteState> {
    Roll(
      fields: siteColumns + truthColumns(\.truths) + stateColumns
        + [modifierColumn(sites) { [self] in $0.modifiers(on: asOf, past: past) }],
      rows: sites, naming: "name",
      empty: nothing(Phrase("没有符合条件的网站。", "No site matches.")))
  }

  private var siteColumns: [Field<SiteState>] {
    [
      Field("quarter", Heading.quarter, shows: .machines) { [self] _ in
        .text(quarter.description)
      },
      Field("code", Heading.code) { .text($0.code.text) },
      Field("name", Heading.name) { .text($0.name) },
      Field(
        "prefecture", Heading.prefecture, rank: { [self] in position(ofPrefecture: $0.prefecture) },
        text: { [self] in prefectureName($0.prefecture, $1) }, value: { .text($0.prefecture) }),
      Field(
        "unit", Heading.unit, shows: .machines, rank: { [self] in position(ofUnit: $0.unit) },
        text: { [self] in unitName($0.unit, $1) }, value: { .text($0.unit) }),
      Field(
        "findings", Heading.findings, .right,
        rank: { $0.findings.first?.finding.id.row ?? .max },
        text: { site, _ in site.findings.map { String($0.finding.id.row) }.joined(separator: " ") },
        value: { Value($0.findings.map(\.finding.id)) }),
      Field(
        "issues", Heading.issues, text: { [self] in issueNames($0.issues, $1) },
        value: { Value($0.issues) }),
    ]
  }

  private var stateColumns: [Field<SiteState>] {
    [
      Field(
        "state", Heading.state, rank: { $0.headline.rank },
        tone: { stateTone($0.headline) },
        text: { Terms.headline($0.headline)[$1] }, value: { .text($0.headline.rawValue) }),
      Field("due", Heading.due, shows: .machines) { Value($0.deadline?.day) },
      Field(
        "daysLeft", Heading.time, numberTitle: Heading.daysLeft,
        tone: { [self] in timeTone($0.isOverdue(on: asOf)) },
        text: { [self] in timeWords($0.daysLeft(on: asOf), $1) },
        value: { [self] in Value($0.daysLeft(on: asOf)) }),
    ]
  }

  func timeWords(_ days: Int?, _ language: Language) -> String {
    days.map { Terms.daysLeft($0)[language] } ?? ""
  }
}
