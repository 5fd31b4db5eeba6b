package import CensusCore

extension Projection {
  /// The answer of `census deadlines`: the days on which reports are due, in every round.
  package var deadlinesListing: Listing<DueDay> {
    Listing(
      columns: deadlineColumns, rows: deadlines,
      empty: nothing(Phrase("没有时限。", "There is no deadline.")))
  }

  private var deadlineColumns: [Column<DueDay>] {
    [
      Column("quarter", Heading.quarter, isShown: false) { [self] _ in
        .text(quarter.description)
      },
      Column(
        "due", Heading.due,
        text: { due, language in
          let word = Phrase("（不含当日）", " (that day excluded)")[language]
          return Terms.dated(due.deadline.day)[language] + (due.deadline.isInclusive ? "" : word)
        }, value: { .day($0.deadline.day) }),
      Column("units", Heading.units, .right) { .integer($0.units.count) },
      Column("sites", Heading.sites, .right) { .integer($0.siteCount) },
      Column("complete", Heading.complete, .right) { .integer($0.completeCount) },
      Column(
        "overdue", Heading.overdue, .right,
        emphasis: { [self] in timeEmphasis($0.overdueCount(on: asOf) > 0) },
        value: { [self] in .integer($0.overdueCount(on: asOf)) }),
      Column(
        "rounds", Phrase("轮次", "Rounds"), .right,
        isShown: deadlines.contains { $0.rounds != [1] },
        text: { due, _ in due.rounds.map(String.init).joined(separator: " ") },
        value: { .list($0.rounds.map { .integer($0) }) }),
    ]
  }
}
