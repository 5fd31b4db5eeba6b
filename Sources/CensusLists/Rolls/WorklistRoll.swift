package import CensusCore

/// The answer of `census worklist`: what is owed over all periods, what is to be done first first.
///
/// - Parameters:
///   - worklist: what is owed.
///   - asOf: the day looked at.
///   - policy: how grave lateness is.
///   - quarter: the period of which something can be recorded where the list stands; nil for none.
///   - only: the period that alone was asked for; nil for all.
///   - unreadable: the periods that cannot be read.
///   - directory: names of prefectures, those that quarters brought included.
/// - Returns: the list; below it how much is left of which period.
package func worklistRoll(
  _ worklist: Worklist, on asOf: Day, _ policy: Settings.Policy, of quarter: Quarter? = nil,
  only: Quarter? = nil, leavingOut unreadable: [Quarter] = [], directory: Directory
) -> Roll<Worklist.Entry> {
  let nothing =
    only.map {
      Phrase("\($0.name.chinese)没有待办事项。", "Nothing is owed for \($0.name.english).")
    } ?? Phrase("没有待办事项。", "Nothing is owed for any period.")
  return Roll(
    .worklist,
    fields: duty(directory) + time(policy) + work(on: asOf)
      + [
        modifierField { $0.obligation?.modifiers(on: asOf) ?? [] },
        .assignee(
          room: .fixed(8, 10, importance: 2),
          known: Set(worklist.entries.compactMap(\.obligation?.assignee)).sorted()
        ) { [$0.obligation?.assignee].compactMap(\.self) },
      ], rows: worklist.entries,
    identity: { entry in
      entry.instruction.map { .event($0.id) }
        ?? entry.unit.map { .owed(entry.quarter, $0.id) } ?? .quarter(entry.quarter)
    },
    reference: { entry in
      guard entry.quarter == quarter else { return nil }
      return entry.instruction.map { .event($0.id) } ?? entry.unit.map { .unit($0.id) }
    },
    naming: "unit",
    searched: {
      $0.texts + ($0.submission?.searchedWords ?? []) + $0.quarter.searchedWords
        + policy.searchedWords(ofLateness: $0.daysBehind)
    },
    isOverdue: \.isOverdue,
    leavingOut: unreadable, empty: nothing, remarks: Terms.unfinished)
}

private func duty(_ directory: Directory) -> [Field<Worklist.Entry>] {
  [
    Field(
      "quarter", Heading.quarter, room: .fixed(12, 7),
      choice: Choice([String](), word: { Quarter($0)?.name }), rank: { $0.quarter.rank },
      words: { entry, manner in
        let quarter = entry.quarter
        return Words(manner(Phrase(quarter.name.chinese, quarter.description)), .quiet)
      }, value: { .text($0.quarter.description) }),
    Field(
      "unit", Heading.unit, short: Phrase("单位", "Unit"),
      room: .flexible(16, 15, weight: 2, most: 30), name: { $0.unit?.name.chinese ?? "" },
      words: { entry, manner in
        guard let unit = entry.unit else {
          return Words(manner(Phrase("整份通报", "whole notice")), .quiet)
        }
        let name = manner.isBrief ? Phrase(unit.name.chinese, unit.short.english) : unit.name
        return .flagged(manner(name), entry.obligation?.conflicts ?? [], manner)
      }, value: { Value($0.unit?.id.text) }),
    Field(
      "prefecture", Heading.prefecture, shows: .machines,
      choice: Choice(
        directory.prefectures.map(\.id), word: { directory.prefecture($0)?.short },
        names: { id in
          directory.prefecture(id).map { [$0.fullName, $0.name.chinese, $0.name.english] } ?? []
        }),
      rank: { $0.unit.map { directory.position(ofPrefecture: $0.prefecture) } },
      value: { Value($0.unit?.prefecture.text) }),
    Field("sites", Heading.sites, .right, short: Phrase("网站", "Site"), room: .fixed(4)) {
      $0.obligation == nil ? .none : .integer($0.siteCount)
    },
    Field(
      "findings", Phrase("未办结", "Open"), .right, room: .fixed(6, 5, importance: 2)
    ) { $0.obligation == nil ? .none : .integer($0.open.count) },
    Field(
      "submission", Heading.state, short: Phrase("报送", "Report"), room: .fixed(11, 13),
      choice: .all(Submission.self, Terms.submission),
      rank: { $0.submission?.rank },
      words: { entry, manner in
        guard let submission = entry.submission else { return .none }
        return Words(
          manner(Terms.submission(submission)), submission.tone(isOverdue: entry.isOverdue))
      }, value: { Value($0.submission?.rawValue) }),
  ]
}

private func time(_ policy: Settings.Policy) -> [Field<Worklist.Entry>] {
  [
    Field(
      "due", Heading.due, form: .days, short: Phrase("期限", "Due"),
      room: .fixed(10, importance: 3),
      words: { entry, manner in
        entry.due.map { Words(manner.isBrief ? $0.description : manner($0), .quiet) } ?? .none
      }, value: { Value($0.due) }),
    Field(
      "daysLeft", Heading.time, .right, short: Phrase("剩余", "Left"),
      numberTitle: Heading.daysLeft, room: .fixed(11, 14),
      words: { .daysLeft($0.daysLeft, policy, $1) }, value: { Value($0.daysLeft) }),
    policy.latenessField(\.daysBehind),
    Field(
      "overdueQuarters", Phrase("逾期季数", "Quarters overdue"), .right,
      short: Phrase("逾季", "Qtrs"), when: { $0.overdueQuarters > 0 },
      room: .fixed(4, importance: 1), words: { entry, _ in .count(entry.overdueQuarters, .bad) },
      value: { .integer($0.overdueQuarters) }),
  ]
}

private func work(on asOf: Day) -> [Field<Worklist.Entry>] {
  [
    Field(
      "next", Phrase("下一步", "Next"), room: .fixed(14, 15),
      choice: .all(NextAction.What.self, Terms.action).orDays,
      choices: { $0.next.map { [$0.what.rawValue, $0.on.description] } ?? [] },
      rank: { $0.next?.on.ordinal }, words: { .next($0.next, on: asOf, $1) },
      value: { Value(next: $0.next) }),
    Field(
      "chases", Phrase("催办", "Chases"), .right, short: Phrase("催办", "Chase"),
      when: { ($0.obligation?.chases.count ?? 0) > 0 },
      numberTitle: Phrase("催办次数", "Chases"), room: .fixed(4, 5, importance: 4),
      words: { entry, manner in
        entry.obligation.map { .chases($0.chases, on: asOf, manner) } ?? .none
      }, value: { $0.obligation.map { .integer($0.chases.count) } ?? .none }),
    Field(
      "lastChase", Phrase("上次催办", "Last chase"), form: .days, shows: .machines,
      room: .fixed(10, importance: 2),
      words: { entry, manner in
        entry.obligation?.chases.lastOn.map { Words(manner($0), .quiet) } ?? .none
      }, value: { Value($0.obligation?.chases.lastOn) }),
    Field(
      "instruction", Phrase("批示", "Instruction"), when: { $0.instruction != nil },
      room: .flexible(12, weight: 2, most: 60, importance: 1),
      value: { entry in
        guard case .note(let note)? = entry.instruction?.payload else { return .none }
        return .text(note.text)
      }),
  ]
}

extension Value {
  /// The next action for machines: its day, and what is to be done.
  init(next: NextAction?) {
    self =
      next.map {
        .object([.init("on", .day($0.on)), .init("what", .text($0.what.rawValue))])
      } ?? .none
  }
}
