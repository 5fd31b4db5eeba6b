package import CensusCore

extension Projection {
  /// The answer of `census deadlines`: the days on which reports are due, in every round.
  package var deadlinesRoll: Roll<DueDay> {
    Roll(
      .deadlines, fields: deadlineColumns, rows: deadlines,
      identity: { .heading($0.deadline.day.description) },
      searched: { due in
        [Language.chinese, .english].map { Terms.dated(due.deadline.day)[$0] }
      },
      isOverdue: { [asOf] in $0.overdueCount(on: asOf) > 0 },
      empty: nothing(Phrase("没有时限。", "There is no deadline.")))
  }

  private var deadlineColumns: [Field<DueDay>] {
    [
      Field("quarter", Heading.quarter, shows: .machines) { [self] _ in
        .text(quarter.description)
      },
      Field(
        "due", Heading.due, form: .days,
        text: { due, language in
          let word = Phrase("（不含当日）", " (that day excluded)")[language]
          return Terms.dated(due.deadline.day)[language] + (due.deadline.isInclusive ? "" : word)
        }, value: { .day($0.deadline.day) }),
      Field("units", Heading.units, .right) { .integer($0.units.count) },
      assigneeField(shows: .filters, \.units),
      Field("sites", Heading.sites, .right) { .integer($0.siteCount) },
      Field("complete", Heading.complete, .right) { .integer($0.completeCount) },
      Field(
        "waived", Phrase("免报", "Waived"), .right,
        when: { $0.waivedCount > 0 }, value: { .integer($0.waivedCount) }),
      Field(
        "overdue", Heading.overdue, .right,
        tone: { [self] in timeTone($0.overdueCount(on: asOf) > 0) },
        value: { [self] in .integer($0.overdueCount(on: asOf)) }),
      Field(
        "rounds", Phrase("所属轮次", "Rounds"), .right,
        when: { $0.rounds != [1] },
        text: { due, _ in due.rounds.map(String.init).joined(separator: " ") },
        value: { .list($0.rounds.map { .integer($0) }) }),
    ]
  }
}
