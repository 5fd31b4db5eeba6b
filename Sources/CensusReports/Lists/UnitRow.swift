package import CensusCore

/// One row of the receipt desk: a unit as it stands, or one round of its report.
package struct UnitRow {
  /// What the unit owes.
  package let obligation: Obligation
  /// The round; nil for the unit as it stands in its latest.
  package let round: Round?

  /// A row of a unit as it stands.
  package init(_ obligation: Obligation) {
    self.obligation = obligation
    round = nil
  }

  /// A row of one round of a unit's report.
  package init(_ obligation: Obligation, _ round: Round) {
    self.obligation = obligation
    self.round = round
  }

  /// A row for each round of a unit, the first round first.
  package static func rounds(of obligation: Obligation) -> [UnitRow] {
    obligation.rounds.map { UnitRow(obligation, $0) }
  }

  /// The report of this row as a whole.
  package var submission: Submission { round?.submission ?? obligation.submission }

  /// Whether the report is owed and its time is over.
  package func isOverdue(on day: Day) -> Bool {
    guard round != nil else { return !obligation.isVoid && obligation.isOverdue(on: day) }
    return owed.contains { $0.isOverdue(on: day) }
  }

  /// Days left, negative when overdue; nil where nothing is owed.
  func daysLeft(on day: Day) -> Int? {
    guard round != nil else { return obligation.isVoid ? nil : obligation.daysLeft(on: day) }
    return owed.compactMap { $0.daysLeft(on: day) }.min()
  }

  /// The reports of this round that no later round took the place of.
  private var owed: [Report] {
    let latest = Set(
      obligation.findings.filter { $0.round == round?.number }.map(\.finding.id))
    return round?.reports.filter { latest.contains($0.finding) } ?? []
  }

  var number: Int { round?.number ?? obligation.round }
  var isLatest: Bool { round == nil || number == obligation.round }
  var deadline: Deadline? { round.map(\.deadline) ?? obligation.deadline }
  var originalDeadline: Deadline? { round.map(\.originalDeadline) ?? obligation.originalDeadline }
  var isExtended: Bool { deadline != originalDeadline }
  var paper: Obligation.PartSummary { round?.paper ?? obligation.paper }
  var electronic: Obligation.PartSummary { round?.electronic ?? obligation.electronic }
  var completeOn: Day? { round.map(\.completeOn) ?? obligation.completeOn }
  var daysLate: Int? { round.map(\.daysLate) ?? obligation.daysLate }
  var isRecordedLater: Bool {
    round?.reports.contains(where: \.isRecordedLater) ?? obligation.isRecordedLater
  }

  var settled: (count: Int, all: Int) {
    guard let round else { return (obligation.settledCount, obligation.owedCount) }
    return (round.reports.count { $0.submission.isSettled }, round.reports.count)
  }

  var siteCount: Int {
    guard let round else { return obligation.siteCodes.count }
    let covered = Set(round.reports.map(\.finding))
    let meant = obligation.findings.filter { covered.contains($0.finding.id) }
    return Set(meant.map(\.finding.code)).count
  }

  var findingCount: Int { round?.reports.count ?? obligation.findings.count }
}
