package import CensusCore

extension Projection {
  /// The answer of `census rechecks`: the run sheet, in the order of annex 2.
  ///
  /// - Parameters:
  ///   - findings: those that a filter left, else all in the follow-up.
  ///   - past: what failed in earlier quarters, if they were read.
  ///   - searched: what a search looks at.
  ///   - pending: what is put down and not recorded yet; it orders nothing and is not searched, so
  ///     that the rows stay in place.
  /// - Returns: the list.
  package func rechecksRoll(
    _ findings: [FindingState], past: RepeatOffenders? = nil, searched: SearchTexts? = nil,
    pending: @escaping @Sendable (FindingState, Manner) -> Words = { _, _ in .none }
  ) -> Roll<FindingState> {
    Roll(
      .rechecks,
      fields: runFields(past) + verdictFields + [
        Field(
          "now", Phrase("本次", "Now"), shows: .screens, room: .fixed(10, 19),
          rank: { _ in nil }, words: pending, value: { _ in .none }),
        modifierField { [self] in $0.modifiers(past, on: asOf) }, assigneeField { [$0.unit] },
      ],
      rows: findings, identity: { .finding($0.finding.id) }, naming: "name",
      searched: { [self] state in
        (searched?.of(state) ?? []) + state.searchedWords(past, on: asOf)
      },
      isOverdue: { [asOf] in $0.isOverdue(on: asOf) },
      empty: nothing(Phrase("没有需要复查的问题。", "Nothing has to be re-checked.")),
      remarks: { rows in
        let done = rows.count { $0.recheck != .notYet }
        let passed = rows.count { $0.recheck == .passed }
        return [
          Phrase(
            "已复查\(done)/\(rows.count)条，整改到位\(passed)条。",
            "\(done)/\(rows.count) re-checked, \(passed) passed.")
        ]
      })
  }

  private func runFields(_ past: RepeatOffenders?) -> [Field<FindingState>] {
    [
      Field("quarter", Heading.quarter, shows: .machines) { [self] _ in
        .text(quarter.description)
      },
      Field(
        "id", Phrase("编号", "ID"), rank: { $0.finding.id.number },
        value: { .text($0.finding.id.description) }),
      Field(
        "row", Phrase("序号", "Row"), .right, shows: .machines, room: .fixed(4, 3),
        words: { Words("\($0.finding.row)", $1.quiet) }, value: { .integer($0.finding.row) }),
      Field(
        "prefecture", Heading.prefecture, short: Phrase("州市", "Pref."), shows: .machines,
        room: .fixed(8, 10, importance: 3), choice: prefectureChoice,
        name: { [self] in prefectureName($0.finding.prefecture, .chinese) },
        rank: { [self] in position(ofPrefecture: $0.finding.prefecture) },
        words: { [self] in prefectureWords($0.finding.prefecture, $1) },
        value: { .text($0.finding.prefecture.text) }),
      Field(
        "unit", Heading.unit, room: .fixed(16, importance: 1),
        choice: unitChoice, name: { [self] in unitName($0.unit, .chinese) },
        rank: { [self] in position(ofUnit: $0.unit) },
        words: { [self] in unitWords($0.unit, $1) }, value: { .text($0.unit.text) }),
      Field("code", Heading.code) { Value($0.site.printed) },
      printedCodeField(when: { $0.site != $0.finding.code }, { $0.finding.code }),
      Field(
        "name", Heading.name, short: Phrase("网站", "Site"),
        room: .flexible(16, 14, weight: 3, most: 40), name: { $0.finding.siteName },
        rank: { $0.finding.row },
        words: { [self] in
          .flagged($1($0.finding.shownName), $0.conflicts, $1)
            + $0.modifiers(past, on: asOf).past($1)
        },
        value: { .text($0.finding.siteName) }),
      platformField { $0.finding.platform },
      Field(
        "issues", Heading.issues, short: Phrase("问题类别", "Issue"),
        room: .flexible(10, 11, weight: 2, most: 28, importance: 4),
        choice: issueChoice,
        words: { [self] in issueWords($0.finding.issues, $1) },
        value: { Value($0.finding.issues) }),
    ]
  }

  private var verdictFields: [Field<FindingState>] {
    [
      Field(
        "submission", Phrase("报送", "Report"), shows: .screens,
        room: .fixed(8, 13, importance: 2),
        choice: .all(Submission.self, Terms.submission), rank: { $0.submission.rank },
        words: { [self] in
          Words(
            $1(Terms.submission($0.submission)),
            $0.submission.tone(isOverdue: $0.isOverdue(on: asOf)),
            strong: $0.submission == .toReturn)
        }, value: { .text($0.submission.rawValue) }),
      Field("round", Phrase("轮次", "Round"), .right) {
        Value($0.darkOn == nil ? $0.lastRecheck?.round : nil)
      },
      Field(
        "verdict", Phrase("复查结果", "Verdict"), short: Phrase("复查", "Last"),
        room: .fixed(8, 10), choice: verdictChoice,
        choices: { [$0.recheck.rawValue] }, rank: { $0.recheck.rank },
        words: { state, manner in
          guard state.recheck != .notYet else { return .none }
          let word =
            manner.isBrief ? Terms.shortRecheck(state.recheck) : Terms.recheck(state.recheck)
          return Words(manner(word), state.recheck.tone)
        }, value: { $0.recheck == .notYet ? .none : .text($0.recheck.rawValue) }),
      Field(
        "reason", Phrase("原因", "Reason"),
        text: { state, language in
          guard state.darkOn == nil else { return Terms.availability(.dark)[language] }
          return state.lastRecheck?.recheck.reason.map { Terms.reason($0)[language] } ?? ""
        },
        value: { state in
          // A site that went dark has failed; what an earlier re-check said is not the reason.
          state.darkOn == nil
            ? Value(state.lastRecheck?.recheck.reason?.rawValue)
            : .text(Availability.Status.dark.rawValue)
        }),
      Field("on", Phrase("复查日期", "Re-checked on"), form: .days) {
        Value($0.darkOn ?? $0.lastRecheck?.on)
      },
      Field(
        "nextRound", Phrase("本轮", "This round"), short: Phrase("轮次", "No."), shows: .screens,
        room: .fixed(5, 3),
        words: { state, manner in
          // What is closed is not re-checked once more.
          guard !state.headline.isClosed else { return .none }
          let next = state.nextRecheckRound
          return Words(manner(Phrase("第\(next)轮", "#\(next)")), .quiet)
        }, value: { .integer($0.nextRecheckRound) }),
      Field(
        "state", Heading.state, choice: .all(Headline.self, Terms.headline),
        rank: { $0.headline.rank },
        words: { [self] in $0.headline.words(isOverdue: $0.isOverdue(on: asOf), $1) },
        value: { .text($0.headline.rawValue) }),
    ]
  }
}

/// What the latest re-check came to, by its short word and by the one that tables have.
private let verdictChoice = Choice(
  Recheck.State.allCases.map(\.rawValue),
  word: { Recheck.State(rawValue: $0).map(Terms.shortRecheck) },
  names: { value in
    Recheck.State(rawValue: value).map { [Terms.recheck($0).chinese, Terms.recheck($0).english] }
      ?? []
  })

extension Recheck.State {
  /// How a finding is to be looked at by its latest re-check.
  package var tone: Tone {
    switch self {
    case .notYet: .quiet
    case .passed: .good
    case .failed: .bad
    case .untestable: .caution
    }
  }
}

extension Terms {
  /// How a finding stands by its latest re-check, in few letters.
  package static func shortRecheck(_ state: Recheck.State) -> Phrase {
    switch state {
    case .notYet: Phrase("-", "-")
    case .passed: Phrase("到位", "passed")
    case .failed: Phrase("不到位", "failed")
    case .untestable: Phrase("无法复查", "untestable")
    }
  }
}
