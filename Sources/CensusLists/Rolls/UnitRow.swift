package import CensusCore

/// One row of the receipt desk: a unit in its latest round, or one round of its report.
package struct UnitRow {
  /// What the unit owes.
  package let obligation: Obligation
  /// The round that the row is about.
  package let round: Round
  /// Whether the row is the unit's own, as it stands.
  let isWhole: Bool

  /// A row of a unit as it stands: its latest round as a whole.
  package init(_ obligation: Obligation) {
    self.obligation = obligation
    round = obligation.latest
    isWhole = true
  }

  /// A row of one round of a unit's report.
  package init(_ obligation: Obligation, _ round: Round) {
    self.obligation = obligation
    self.round = round
    isWhole = false
  }

  /// A row for each round of a unit, the first round first; an ordered one of which all was struck
  /// off has none.
  package static func rounds(of obligation: Obligation) -> [UnitRow] {
    ([obligation.first] + obligation.ordered).map { UnitRow(obligation, $0) }
  }

  /// The report of this row as a whole.
  package var submission: Submission { round.submission }

  /// Whether the report is owed and its time is over; of a unit's own row, in any round.
  package func isOverdue(on day: Day) -> Bool {
    isWhole ? obligation.isOverdue(on: day) : round.isOverdue(on: day)
  }

  /// Days left in this round, negative when overdue; nil where nothing is owed.
  func daysLeft(on day: Day) -> Int? { round.daysLeft(on: day) }

  /// Calendar days late, overdue or once complete; of a unit's own row, in the round where it is worst.
  func daysBehind(on day: Day) -> Int? {
    isWhole ? obligation.daysBehind(on: day) : round.daysBehind(on: day)
  }

  var number: Int { round.number }
  var isLatest: Bool { number == obligation.round }
  var deadline: Deadline? { round.deadline }
  var originalDeadline: Deadline? { round.originalDeadline }
  var isExtended: Bool { deadline != originalDeadline }
  var paper: Obligation.PartSummary { round.paper }
  var electronic: Obligation.PartSummary { round.electronic }
  var completeOn: Day? { round.completeOn }
  var daysLate: Int? { round.daysLate }
  var isRecordedLater: Bool { round.isRecordedLater }

  var siteCount: Int { Set(findings.map(\.site)).count }

  var findingCount: Int { findings.count }

  private var findings: [FindingState] {
    let covered = Set(round.reports.map(\.finding))
    return obligation.findings.filter { covered.contains($0.finding.id) }
  }
}
