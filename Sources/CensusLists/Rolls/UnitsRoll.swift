package import CensusCore

extension Projection {
  /// The answer of `census units`: the receipt desk, who owes most first.
  ///
  /// - Parameters:
  ///   - obligations: those that a filter left, else the whole desk.
  ///   - searched: what a search looks at.
  /// - Returns: the list.
  package func unitsRoll(
    _ obligations: [Obligation], searched: SearchTexts? = nil
  ) -> Roll<UnitRow> {
    unitsRoll(obligations.map { UnitRow($0) }, searched: searched)
  }

  /// The rows of the receipt desk, or the rounds of it.
  ///
  /// - Parameters:
  ///   - rows: those that a filter left.
  ///   - searched: what a search looks at.
  /// - Returns: the list; people see the columns that have something to say.
  package func unitsRoll(
    _ rows: [UnitRow], searched: SearchTexts? = nil
  ) -> Roll<UnitRow> {
    Roll(
      .units,
      fields: dutyFields + partFields + followUpFields + [nextField]
        + [
          modifierField { [self] row in
            row.isLatest
              ? row.obligation.modifiers(on: asOf) : Modifier.of(row.obligation.conflicts)
          }
        ] + deskFields + [concentrationField { $0.obligation.unit.prefecture }],
      rows: rows, identity: { .unit($0.obligation.unit.id) }, naming: "unit",
      searched: { [self] row in
        (searched?.of(row.obligation) ?? []) + row.submission.searchedWords
          + policy.searchedWords(ofLateness: row.daysBehind(on: asOf))
      },
      isOverdue: { [asOf] in $0.isOverdue(on: asOf) },
      empty: nothing(Phrase("没有符合条件的单位。", "No unit matches.")),
      // The brief counts all units, so it stands under all of them only.
      remarks: { [self] in $0.count { $0.isLatest } == obligations.count ? [brief] : [] })
  }

  private var dutyFields: [Field<UnitRow>] {
    [
      Field("quarter", Heading.quarter, shows: .machines) { [self] _ in
        .text(quarter.description)
      },
      Field(
        "unit", Heading.unit, short: Phrase("单位", "Unit"),
        room: .flexible(16, 11, weight: 4, most: 26), choice: unitChoice.unoffered,
        name: { $0.obligation.unit.name.chinese },
        rank: { [self] in position(ofUnit: $0.obligation.unit.id) },
        words: { row, manner in
          let unit = row.obligation.unit
          let name = manner.isBrief ? Phrase(unit.name.chinese, unit.short.english) : unit.name
          return .flagged(manner(name), row.obligation.conflicts, manner)
        }, value: { .text($0.obligation.unit.id.text) }),
      Field(
        "prefecture", Heading.prefecture, shows: .machines, choice: prefectureChoice,
        rank: { [self] in position(ofPrefecture: $0.obligation.unit.prefecture) },
        text: { [self] in prefectureName($0.obligation.unit.prefecture, $1) },
        value: { .text($0.obligation.unit.prefecture.text) }),
      Field("issues", Heading.issues, shows: .filters, choice: issueChoice) {
        Value($0.obligation.findings.flatMap(\.finding.issues))
      },
      Field("sites", Heading.sites, .right, short: Phrase("网站", "Site"), room: .fixed(4)) {
        .integer($0.siteCount)
      },
      Field(
        "findings", Heading.findings, .right, short: Phrase("问题", "Rows"),
        room: .fixed(4, importance: 4)
      ) { .integer($0.findingCount) },
      Field(
        "due", Heading.due, form: .days, short: Phrase("期限", "Due"),
        room: .fixed(13, importance: 4),
        words: { $0.dueWords($1) }, value: { Value($0.deadline?.day) }),
      Field(
        "originalDue", Phrase("原时限", "Originally due"), form: .days,
        when: \.isExtended,
        text: { row, _ in row.isExtended ? row.originalDeadline?.day.description ?? "" : "" },
        value: { Value($0.originalDeadline?.day) }),
      Field(
        "round", Phrase("轮次", "Round"), .right,
        when: { $0.number > 1 }, value: { .integer($0.number) }),
    ]
  }

  private var partFields: [Field<UnitRow>] {
    [
      Field(
        "paperOn", Heading.paper, form: .days, room: .fixed(6),
        words: { $0.obligation.paperWords($0.paper, $1) },
        value: { Value($0.paper.validOn) }),
      Field(
        "electronicOn", Heading.electronic, form: .days, short: Phrase("电子版", "E-doc"),
        room: .fixed(6), words: { $0.electronic.words($1) },
        value: { Value($0.electronic.validOn) }),
      Field("completeOn", Phrase("报齐日", "Complete on"), form: .days, shows: .machines) {
        Value($0.completeOn)
      },
      Field("daysLate", Phrase("迟报天数", "Days late"), .right, shows: .machines) {
        Value($0.daysLate)
      },
      Field(
        "workingDaysLate", Heading.workingDays, .right, shows: .machines,
        when: { ($0.daysLate ?? 0) > 0 }, numberTitle: Phrase("迟报工作日", "Working days late"),
        words: { [self] row, manner in
          row.round.workingDaysLate(by: calendar).map {
            Words(manner(Terms.workingDaysLate($0))) + gradeBeside(row, manner)
          } ?? .none
        }, value: { [self] in Value($0.round.workingDaysLate(by: calendar)?.known) }),
      Field(
        "daysLeft", Heading.time, .right, short: Phrase("剩余", "Left"),
        numberTitle: Heading.daysLeft, room: .fixed(10, 13),
        words: { [self] in $0.timeWords(on: asOf, policy, $1) },
        value: { [self] in Value($0.daysLeft(on: asOf)) }),
      Field(
        "workingDaysLeft", Heading.workingDays, .right, shows: .machines,
        when: { [asOf] in $0.daysLeft(on: asOf) != nil },
        numberTitle: Phrase("剩余工作日", "Working days left"),
        words: { [self] row, manner in
          row.round.workingDaysLeft(on: asOf, by: calendar).map {
            Words(
              manner(Terms.workingDaysLeft($0, isOverdue: row.round.isOverdue(on: asOf))))
              + gradeBeside(row, manner)
          } ?? .none
        },
        value: { [self] in Value($0.round.workingDaysLeft(on: asOf, by: calendar)?.known) }),
      latenessField { [asOf] in $0.daysBehind(on: asOf) },
      Field(
        "submission", Heading.state, short: Phrase("报送", "Report"), room: .fixed(11, 13),
        choice: Choice(
          Submission.allCases.map(\.rawValue) + [Headline.void.rawValue],
          word: {
            $0 == Headline.void.rawValue
              ? Terms.headline(.void) : Submission(rawValue: $0).map(Terms.submission)
          }),
        rank: { $0.obligation.isVoid ? .max : $0.submission.rank },
        words: { [self] in $0.submissionWords(on: asOf, $1) },
        value: { row in
          // It owes nothing: all of its findings were struck off.
          .text(row.obligation.isVoid ? Headline.void.rawValue : row.submission.rawValue)
        }),
    ]
  }

  /// The grade of a row's lateness behind its working days, on screens, where it has no line of its own.
  private func gradeBeside(_ row: UnitRow, _ manner: Manner) -> Words {
    guard manner.isBrief,
      let grade = row.daysBehind(on: asOf).flatMap({ policy.grade(daysLate: $0) })
    else { return .none }
    return Words(manner(.comma)) + .grade(grade, of: policy, manner)
  }

  private var followUpFields: [Field<UnitRow>] {
    [
      Field(
        "rechecked", Phrase("复查", "Re-checks"), .right, short: Phrase("复查", "Re-check"),
        when: { $0.obligation.recheckedCount > 0 }, numberTitle: Phrase("已复查", "Re-checked"),
        room: .fixed(4, 8, importance: 6), words: { $0.recheckWords($1) },
        value: { .integer($0.obligation.recheckedCount) }),
      Field("passed", Phrase("整改到位", "Passed"), .right, shows: .machines) {
        .integer($0.obligation.passedCount)
      },
      Field(
        "chases", Phrase("催办", "Chases"), .right, short: Phrase("催办", "Chase"),
        when: { $0.obligation.chases.count > 0 }, numberTitle: Phrase("催办次数", "Chases"),
        room: .fixed(4, 5, importance: 5),
        words: { [asOf] in .chases($0.obligation.chases, on: asOf, $1) },
        value: { .integer($0.obligation.chases.count) }),
      Field(
        "lastChase", Phrase("上次催办", "Last chase"), form: .days, shows: .machines,
        room: .fixed(10, importance: 2),
        words: { row, manner in
          row.obligation.chases.lastOn.map { Words(manner($0), .quiet) } ?? .none
        }, value: { Value($0.obligation.chases.lastOn) }),
      Field("promised", Phrase("承诺日期", "Promised"), form: .days, shows: .machines) {
        Value($0.obligation.promised)
      },
    ]
  }

  private var nextField: Field<UnitRow> {
    let next = { @Sendable (row: UnitRow) in row.isLatest ? row.obligation.next : nil }
    return Field(
      "next", Phrase("下一步", "Next"), room: .fixed(9, 14),
      choice: .all(NextAction.What.self, Terms.action).unoffered.orDays,
      choices: { next($0).map { [$0.what.rawValue, $0.on.description] } ?? [] },
      rank: { next($0)?.on.ordinal },
      words: { [self] in .next(next($0), on: asOf, $1) },
      value: { Value(next: next($0)) })
  }

  /// What the desk shows besides: a contact stays in the house, names of sites have their own list.
  private var deskFields: [Field<UnitRow>] {
    [
      Field(
        "lane", Phrase("时间线", "Timeline"), shows: .screens,
        room: .flexible(14, weight: 3, most: 46, importance: 3), rank: { _ in nil },
        words: { _, _ in Words(" ") }, value: { _ in .none }),
      assigneeField(room: .fixed(8, 10, importance: 3)) { [$0.obligation.unit.id] },
      Field(
        "liaison", Heading.contact, shows: .screens, room: .fixed(10, importance: 2)
      ) { Value($0.obligation.contact?.name) },
      Field(
        "siteNames", Phrase("不合格网站", "Failing sites"), shows: .screens,
        room: .flexible(24, weight: 2, most: 60, importance: 1), rank: { $0.siteCount },
        words: { row, manner in Words(" " + row.siteNames(manner.language), .quiet) },
        value: { .text($0.siteNames(.chinese)) }),
    ]
  }
}

extension UnitRow {
  fileprivate func siteNames(_ language: Language) -> String {
    Projection.sites(of: obligation.findings).map { $0.shownName[language] }
      .joined(separator: "、")
  }
}
