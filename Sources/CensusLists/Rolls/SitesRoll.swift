package import CensusCore

extension Projection {
  /// The answer of `census sites`: distinct failing sites.
  ///
  /// - Parameters:
  ///   - sites: those that a filter left, else all.
  ///   - past: what failed in earlier quarters, if they were read.
  ///   - searched: what a search looks at.
  /// - Returns: the list.
  package func sitesRoll(
    _ sites: [SiteState], past: RepeatOffenders? = nil, searched: SearchTexts? = nil
  ) -> Roll<SiteState> {
    Roll(
      .sites,
      fields: siteFields(past) + truthFields(Truths.init) + siteStateFields
        + [
          modifierField { [self] in $0.modifiers(on: asOf, past: past) },
          assigneeField { [$0.unit] },
        ],
      rows: sites, identity: { .site($0.code) }, naming: "name",
      searched: { [self] site in
        (searched?.of(site) ?? []) + [site.name] + site.searchedWords(past, on: asOf)
      },
      isOverdue: { [asOf] in $0.isOverdue(on: asOf) },
      empty: nothing(Phrase("没有符合条件的网站。", "No site matches.")))
  }

  private func siteFields(_ past: RepeatOffenders?) -> [Field<SiteState>] {
    [
      Field("quarter", Heading.quarter, shows: .machines) { [self] _ in
        .text(quarter.description)
      },
      Field(
        "code", Heading.code, room: .fixed(11, importance: 2),
        words: { Words($0.code.printed ?? "", $1.quiet) }, value: { Value($0.code.printed) }),
      printedCodeField(when: { $0.code != $0.printedCode }, { $0.printedCode }),
      Field(
        "name", Heading.name, short: Phrase("网站", "Site"),
        room: .flexible(22, 18, weight: 3, most: 44), name: { $0.name },
        rank: { $0.findings.first?.finding.row },
        words: { [self] site, manner in
          .flagged(manner(site.shownName), site.findings.flatMap(\.conflicts), manner)
            + site.modifiers(on: asOf, past: past).past(manner)
        }, value: { .text($0.name) }),
      platformField { $0.platform },
      Field(
        "prefecture", Heading.prefecture, short: Phrase("州市", "Pref."), room: .fixed(8, 10),
        choice: prefectureChoice,
        name: { [self] in prefectureName($0.prefecture, .chinese) },
        rank: { [self] in position(ofPrefecture: $0.prefecture) },
        words: { [self] in prefectureWords($0.prefecture, $1) },
        value: { .text($0.prefecture.text) }),
      Field(
        "unit", Heading.unit, shows: .machines, choice: unitChoice,
        rank: { [self] in position(ofUnit: $0.unit) },
        words: { [self] in unitWords($0.unit, $1) }, value: { .text($0.unit.text) }),
      Field(
        "findings", Heading.findings, short: Phrase("序号", "Row"), room: .fixed(5),
        choices: { $0.findings.flatMap { [$0.finding.id.description, "\($0.finding.row)"] } },
        rank: { $0.findings.first?.finding.row },
        words: { site, manner in
          let rows = site.findings.map { String($0.finding.row) }
          return Words(rows.joined(separator: manner.isBrief ? "," : " "), manner.quiet)
        },
        value: { Value($0.findings.map(\.finding.id)) }),
      Field(
        "issues", Heading.issues, short: Phrase("问题类别", "Issue"),
        room: .flexible(12, weight: 2, most: 30, importance: 6),
        choice: issueChoice, words: { [self] in issueWords($0.issues, $1) },
        value: { Value($0.issues) }),
    ]
  }

  private var siteStateFields: [Field<SiteState>] {
    [
      Field(
        "state", Heading.state, room: .fixed(10, 18),
        choice: .all(Headline.self, Terms.headline), rank: { $0.headline.rank },
        words: { [self] in $0.headline.words(isOverdue: $0.isOverdue(on: asOf), $1) },
        value: { .text($0.headline.rawValue) }),
      Field("due", Heading.due, form: .days, shows: .machines) { Value($0.deadline?.day) },
      Field(
        "daysLeft", Heading.time, .right, short: Phrase("剩余", "Left"),
        numberTitle: Heading.daysLeft, room: .fixed(10, 13, importance: 3),
        words: { [self] in .daysLeft($0.daysLeft(on: asOf), policy, $1) },
        value: { [self] in Value($0.daysLeft(on: asOf)) }),
      latenessField { [asOf] in $0.daysBehind(on: asOf) },
    ]
  }
}
