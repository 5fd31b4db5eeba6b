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
  ///   - searched: what a search looks at.
  /// - Returns: the list.
  package func findingsRoll(
    _ findings: [FindingState], mentions: [Mention] = [], past: RepeatOffenders? = nil,
    searched: SearchTexts? = nil
  ) -> Roll<FindingRow> {
    let rows = findings.map(FindingRow.finding) + mentions.map(FindingRow.mention)
    return Roll(
      .findings,
      fields: placeFields(past) + wordFields + truthFields { $0.state.map(Truths.init) }
        + stateFields
        + [
          modifierField { [self] row in
            row.state?.modifiers(past, on: asOf) ?? []
          }
        ] + Self.remedyFields + [assigneeField { row in row.state.map { [$0.unit] } ?? [] }],
      rows: rows, identity: \.id, naming: "name",
      searched: { [self] row in
        (row.texts(searched) ?? [])
          + (row.state?.headlineWords(past, on: asOf) ?? [namedInText.chinese, namedInText.english])
      },
      isOverdue: { [asOf] in $0.state?.isOverdue(on: asOf) ?? false },
      empty: nothing(Phrase("没有符合条件的问题。", "No finding matches.")))
  }

  private func placeFields(_ past: RepeatOffenders?) -> [Field<FindingRow>] {
    [
      Field("quarter", Heading.quarter, shows: .machines) { [self] _ in
        .text(quarter.description)
      },
      Field(
        "id", Phrase("编号", "ID"), rank: { $0.state?.finding.id.number },
        value: { Value($0.state?.finding.id.description) }),
      Field(
        "row", Phrase("序号", "Row"), .right, shows: .machines, room: .fixed(5),
        words: { Words($0.state.map { "\($0.finding.row)" } ?? "", $1.quiet) },
        value: { Value($0.state?.finding.row) }),
      Field("printedRow", Phrase("附件2序号", "Printed row"), .right, shows: .machines) {
        Value($0.state.flatMap { $0.finding.isGone ? nil : $0.finding.row })
      },
      Field("mention", namedInText, .right, shows: .machines) { Value($0.mention?.number) },
      Field(
        "prefecture", Heading.prefecture, short: Phrase("州市", "Pref."), room: .fixed(8, 10),
        choice: prefectureChoice,
        name: { [self] in prefectureName($0.prefecture, .chinese) },
        rank: { [self] in position(ofPrefecture: $0.prefecture) },
        words: { [self] in prefectureWords($0.prefecture, $1) },
        value: { .text($0.prefecture.text) }),
      Field(
        "unit", Heading.unit, shows: .machines, room: .fixed(16, importance: 1),
        choice: unitChoice,
        name: { [self] in $0.state.map { unitName($0.unit, .chinese) } ?? "" },
        rank: { [self] in $0.state.map { position(ofUnit: $0.unit) } },
        words: { [self] row, manner in row.state.map { unitWords($0.unit, manner) } ?? .none },
        value: { Value($0.state?.unit.text) }),
      Field("code", Heading.code, room: .fixed(11, importance: 2)) { Value($0.code?.printed) },
      printedCodeField(when: { $0.code != $0.printedCode }, { $0.printedCode }),
      Field(
        "name", Heading.name, short: Phrase("网站", "Site"),
        room: .flexible(16, weight: 3, most: 44), name: { $0.siteName },
        rank: { $0.state?.finding.row },
        words: { [self] row, manner in
          .flagged(manner(row.shownName), row.state?.conflicts ?? [], manner)
            + (row.state?.modifiers(past, on: asOf).past(manner) ?? .none)
        },
        value: { .text($0.siteName) }),
      platformField { $0.state?.finding.platform },
      Field("text", Phrase("存在问题", "As printed")) { .text($0.wording) },
    ]
  }

  private var wordFields: [Field<FindingRow>] {
    [
      Field(
        "issues", Heading.issues, short: Phrase("问题类别", "Issue"), shows: .machines,
        room: .flexible(12, weight: 2, most: 40, importance: 6),
        choice: issueChoice, words: { [self] in issueWords($0.issues, $1) },
        value: { Value($0.issues) }),
      Field(
        "kind", Phrase("性质", "Kind"), rank: { [self] in kind(of: $0.issues).rank },
        text: { [self] in Terms.kind(kind(of: $0.issues))[$1] },
        value: { [self] in .text(kind(of: $0.issues).rawValue) }),
    ]
  }

  private var stateFields: [Field<FindingRow>] {
    [
      Field(
        "paperOn", Heading.paper, form: .days, shows: .screens, room: .fixed(6, importance: 4),
        words: { $0.state?.paper.words($1) ?? .none }, value: { Value($0.state?.paper.validOn) }),
      Field(
        "electronicOn", Heading.electronic, form: .days, short: Phrase("电子版", "E-doc"),
        shows: .screens, room: .fixed(6, importance: 4),
        words: { $0.state?.electronic.words($1) ?? .none },
        value: { Value($0.state?.electronic.validOn) }),
      Field(
        "state", Heading.state, room: .fixed(10, 18),
        choice: Choice(
          Headline.allCases.map(\.rawValue) + [FindingRow.leftOut],
          word: {
            $0 == FindingRow.leftOut ? notCovered : Headline(rawValue: $0).map(Terms.headline)
          }),
        choices: { row in
          row.isLeftOut ? [FindingRow.leftOut] : [row.state?.headline.rawValue].compactMap(\.self)
        },
        rank: { $0.state?.headline.rank },
        words: { [self] row, manner in
          guard let state = row.state else { return Words(manner(namedInText), .quiet) }
          let isOverdue = state.isOverdue(on: asOf)
          guard manner.isBrief, row.isLeftOut else {
            return state.headline.words(isOverdue: isOverdue, manner)
          }
          return Words(manner(notCovered), state.headline.tone(isOverdue: isOverdue))
        }, value: { Value($0.state?.headline.rawValue) }),
      Field("due", Heading.due, form: .days, shows: .machines) { Value($0.state?.deadline?.day) },
      Field(
        "daysLeft", Heading.time, .right, short: Phrase("剩余", "Left"),
        numberTitle: Heading.daysLeft, room: .fixed(10, 13, importance: 3),
        words: { [self] in .daysLeft($0.state?.daysLeft(on: asOf), policy, $1) },
        value: { [self] in Value($0.state?.daysLeft(on: asOf)) }),
      latenessField { [asOf] in $0.state?.daysBehind(on: asOf) },
    ]
  }

  /// What the unit says that it does.
  private static var remedyFields: [Field<FindingRow>] {
    let isSaid = { @Sendable (row: FindingRow) in row.state?.remedy != nil }
    return [
      Field("measures", Remedy.word(of: "measures"), shows: .machines, when: isSaid) {
        Value($0.state?.remedy?.measures)
      },
      Field("completion", Remedy.word(of: "completion"), shows: .machines, when: isSaid) {
        Value($0.state?.remedy?.completion)
      },
      Field("responsible", Remedy.word(of: "responsible"), shows: .machines, when: isSaid) {
        Value($0.state?.remedy?.responsible)
      },
    ]
  }

  /// How the gravest of some issues weighs.
  package func kind(of issues: [CategoryID]) -> IssueCategory.Kind {
    issues.map { directory.category($0).kind(under: inspection.criteria) }
      .min { $0.rank < $1.rank } ?? .other
  }
}

extension IssueCategory.Kind {
  var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}

/// What is said of a site that the text names.
private let namedInText = Phrase("正文点名", "named in text")

/// What is said of a finding that the report of its unit leaves out while nothing of it arrived.
private let notCovered = Phrase("报告未涵盖", "not covered")

extension FindingRow {
  /// In the place of a state: the unit's report leaves the finding out.
  static let leftOut = "notCovered"

  /// Whether the unit's report leaves it out while nothing of it arrived, and nothing worse is to be
  /// said of it.
  fileprivate var isLeftOut: Bool {
    state.map { $0.isLeftOut && $0.headline == .outstanding } ?? false
  }

  fileprivate var id: RowID {
    switch self {
    case .finding(let state): .finding(state.finding.id)
    case .mention(let mention): .mention(mention.number)
    }
  }

  fileprivate func texts(_ searched: SearchTexts?) -> [String]? {
    switch self {
    case .finding(let state): searched?.of(state)
    case .mention(let mention): searched?.of(mention)
    }
  }

  /// The finding; nil for a site that the text names.
  package var state: FindingState? {
    guard case .finding(let state) = self else { return nil }
    return state
  }

  var mention: Mention? {
    guard case .mention(let mention) = self else { return nil }
    return mention
  }

  fileprivate var prefecture: PrefectureID {
    switch self {
    case .finding(let state): state.finding.prefecture
    case .mention(let mention): mention.prefecture
    }
  }

  fileprivate var code: SiteCode? {
    switch self {
    case .finding(let state): state.site
    case .mention(let mention): mention.code
    }
  }

  fileprivate var printedCode: SiteCode? {
    state.map(\.finding.code) ?? code
  }

  fileprivate var siteName: String {
    switch self {
    case .finding(let state): state.finding.siteName
    case .mention(let mention): mention.siteName
    }
  }

  fileprivate var shownName: Phrase {
    state?.finding.shownName ?? Phrase(siteName, siteName)
  }

  fileprivate var wording: String {
    switch self {
    case .finding(let state): state.finding.text
    case .mention(let mention): mention.text
    }
  }

  fileprivate var issues: [CategoryID] {
    switch self {
    case .finding(let state): state.finding.issues
    case .mention(let mention): mention.issues
    }
  }
}

extension FindingState {
  /// What is said beside the state, with what failed in earlier quarters.
  func modifiers(_ past: RepeatOffenders?, on day: Day) -> [Modifier] {
    modifiers(on: day, past: past?.past(of: finding.id))
  }
}
