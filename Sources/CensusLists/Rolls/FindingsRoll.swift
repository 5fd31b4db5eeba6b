package import CensusCore

/// A row of annex 2, or a site that the text names.
package enum FindingRow {
  /// A row of annex 2.
  case finding(FindingState)
  /// A site named in the text: it owes nothing.
  case mention(Mention)
}

extension Projection {
  /// The answer of `census findings`: annex 2 in published order.
  ///
  /// - Parameters:
  ///   - findings: those that a filter left, else all.
  ///   - mentions: the sites named in the text that are wanted besides.
  ///   - past: what failed in earlier quarters, if they were read.
  /// - Returns: the list.
  package func findingsRoll(
    _ findings: [FindingState], mentions: [Mention] = [], past: RepeatOffenders? = nil
  ) -> Roll<FindingRow> {
    let rows = findings.map(FindingRow.finding) + mentions.map(FindingRow.mention)
    return Roll(
      fields: placeColumns + wordColumns + truthColumns { $0.state?.truths } + stateColumns
        + [
          modifierColumn(rows) { [self] row in
            row.state.map { $0.modifiers(on: asOf, past: past?.past(of: $0.finding.id)) } ?? []
          }
        ],
      rows: rows, naming: "name",
      empty: nothing(Phrase("没有符合条件的问题。", "No finding matches.")))
  }

  private var placeColumns: [Field<FindingRow>] {
    [
      Field("quarter", Heading.quarter, shows: .machines) { [self] _ in
        .text(quarter.description)
      },
      Field(
        "id", Phrase("编号", "ID"), rank: { $0.state?.finding.id.row ?? .max },
        value: { Value($0.state?.finding.id.description) }),
      Field("row", Phrase("行", "Row"), .right, shows: .machines) { Value($0.state?.finding.id.row) },
      Field("mention", Phrase("正文点名", "Named in text"), .right, shows: .machines) {
        Value($0.mention?.number)
      },
      Field(
        "prefecture", Heading.prefecture, rank: { [self] in position(ofPrefecture: $0.prefecture) },
        text: { [self] in prefectureName($0.prefecture, $1) }, value: { .text($0.prefecture) }),
      Field(
        "unit", Heading.unit, shows: .machines,
        rank: { [self] in $0.state.map { position(ofUnit: $0.unit) } ?? .max },
        text: { [self] row, language in
          row.state.map { unitName($0.unit, language) } ?? ""
        }, value: { Value($0.state?.unit) }),
      Field("code", Heading.code) { Value($0.code?.text) },
      Field("name", Heading.name) { .text($0.siteName) },
      Field("text", Phrase("存在问题", "As printed")) { .text($0.wording) },
    ]
  }

  private var wordColumns: [Field<FindingRow>] {
    [
      Field(
        "issues", Heading.issues, shows: .machines,
        text: { [self] in issueNames($0.issues, $1) }, value: { Value($0.issues) }),
      Field(
        "kind", Phrase("性质", "Kind"), rank: { [self] in kind(of: $0.issues).rank },
        text: { [self] in Terms.kind(kind(of: $0.issues))[$1] },
        value: { [self] in .text(kind(of: $0.issues).rawValue) }),
    ]
  }

  private var stateColumns: [Field<FindingRow>] {
    [
      Field(
        "state", Heading.state, rank: { $0.state?.headline.rank ?? .max },
        tone: { $0.state.map { stateTone($0.headline) } ?? .quiet },
        text: { row, language in
          let word = row.state.map { Terms.headline($0.headline) }
          return (word ?? Phrase("正文点名", "named in text"))[language]
        }, value: { Value($0.state?.headline.rawValue) }),
      Field("due", Heading.due, shows: .machines) { Value($0.state?.deadline?.day) },
      Field(
        "daysLeft", Heading.time, numberTitle: Heading.daysLeft,
        tone: { [self] in timeTone($0.state?.isOverdue(on: asOf) ?? false) },
        text: { [self] in timeWords($0.state?.daysLeft(on: asOf), $1) },
        value: { [self] in Value($0.state?.daysLeft(on: asOf)) }),
    ]
  }

  /// How the gravest of some issues weighs.
  package func kind(of issues: [String]) -> IssueCategory.Kind {
    issues.map { directory.category($0).kind(under: inspection.criteria) }
      .min { $0.rank < $1.rank } ?? .other
  }
}

extension IssueCategory.Kind {
  var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}

extension FindingRow {
  var state: FindingState? {
    guard case .finding(let state) = self else { return nil }
    return state
  }

  var mention: Mention? {
    guard case .mention(let mention) = self else { return nil }
    return mention
  }

  fileprivate var prefecture: String {
    switch self {
    case .finding(let state): state.finding.prefecture
    case .mention(let mention): mention.prefecture
    }
  }

  fileprivate var code: SiteCode? {
    switch self {
    case .finding(let state): state.finding.code
    case .mention(let mention): mention.code
    }
  }

  fileprivate var siteName: String {
    switch self {
    case .finding(let state): state.finding.siteName
    case .mention(let mention): mention.siteName
    }
  }

  fileprivate var wording: String {
    switch self {
    case .finding(let state): state.finding.text
    case .mention(let mention): mention.text
    }
  }

  fileprivate var issues: [String] {
    switch self {
    case .finding(let state): state.finding.issues
    case .mention(let mention): mention.issues
    }
  }
}
