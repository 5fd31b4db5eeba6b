/// How the report on one finding stands in one round.
public struct Report: Equatable, Sendable {
  /// The finding it is about.
  public let finding: FindingID
  /// The round: the notice opens the first, an order each further one.
  public let round: Int
  /// The paper copy.
  public let paper: PartState
  /// The electronic document.
  public let electronic: PartState
  /// The report on it.
  public let submission: Submission
  /// The day it was excused, if it was.
  let waivedOn: Day?
  /// The place in the order of recording at which nothing more was owed.
  let settledAt: Int?
  /// What is the matter with a paper copy that waits to be returned.
  public let defect: Receipt.Defect?
  /// By when it is due: the latest extension, if there is one.
  public let deadline: Deadline?
  /// By when it was due before any extension.
  public let originalDeadline: Deadline?
  /// The day its round was ordered; nil in the round of the notice.
  let orderedOn: Day?
  /// The unit's report leaves this finding out (not covered by the report).
  public let isLeftOut: Bool
  /// A receipt that is on time by its date was recorded after the deadline (补录).
  public let isRecordedLater: Bool
  /// Receipts and extensions that contradict each other.
  public let conflicts: [Conflict]
  /// The parts that never came for this round: a later one settled it.
  var settledLater: Set<Part> = []

  /// The same, settled with a report on the finding in a later round, on the day of that; what came for
  /// this round stays what it was.
  func settled(with later: Report) -> Report {
    let parts = Set(Part.allCases.filter { self[$0].validOn == nil })
    return Report(
      finding: finding, round: round,
      paper: parts.contains(.paper) ? later.paper : paper,
      electronic: parts.contains(.electronic) ? later.electronic : electronic,
      submission: later.submission, waivedOn: later.waivedOn, settledAt: later.settledAt,
      defect: nil,
      deadline: deadline, originalDeadline: originalDeadline, orderedOn: orderedOn,
      isLeftOut: false,
      isRecordedLater: isRecordedLater, conflicts: conflicts, settledLater: parts)
  }

  /// The day a part became valid that came for this round itself.
  func ownDay(of part: Part) -> Day? { settledLater.contains(part) ? nil : self[part].validOn }

  /// Whether its round was open on a day.
  func isOpen(on day: Day) -> Bool { orderedOn.map { $0 <= day } ?? true }

  /// Whether the deadline was extended.
  public var isExtended: Bool { deadline != originalDeadline }

  /// Whether an extension granted on a day could move anything: not once the report is complete,
  /// since how late it was stays, nor where it is excused.
  func isExtendable(on day: Day) -> Bool {
    guard submission.isSettled else { return true }
    return submission == .complete && completeOn.map { day < $0 } ?? false
  }

  /// Whether it was complete before a day, so that an extension granted then moves nothing.
  func wasComplete(before day: Day) -> Bool {
    submission == .complete && completeOn.map { $0 < day } ?? false
  }

  /// The day all parts were here that the notice asks for.
  public var completeOn: Day? {
    let asked = [paper, electronic].filter(\.isAsked)
    guard asked.allSatisfy({ !$0.isOwed }) else { return nil }
    return asked.compactMap(\.validOn).max()
  }

  /// The day nothing more was owed.
  var settledOn: Day? { [waivedOn, completeOn].compactMap(\.self).min() }

  /// Days by which the complete report was late; nil while it is not complete.
  public var daysLate: Int? {
    guard let completeOn, let deadline else { return nil }
    return deadline.daysLate(on: completeOn)
  }

  /// Days left, negative when overdue; nil once settled, or without a deadline.
  public func daysLeft(on day: Day) -> Int? {
    submission.isSettled ? nil : deadline?.daysLeft(on: day)
  }

  /// Whether the report is owed and its time is over.
  public func isOverdue(on day: Day) -> Bool {
    !submission.isSettled && deadline?.isOverdue(on: day) == true
  }

  /// How one part stands.
  public subscript(part: Part) -> PartState {
    switch part {
    case .paper: paper
    case .electronic: electronic
    }
  }
}

/// One round of what a unit owes.
public struct Round: Equatable, Sendable {
  /// Its number, from 1.
  public let number: Int
  /// The day it was ordered; nil for the first, which the notice opens.
  public let orderedOn: Day?
  /// The number of the order (督办函).
  public let reference: String?
  /// The reports owed in it, in the order of annex 2.
  public let reports: [Report]
  /// The receipts of this round that count, in order.
  public let receipts: [Event]

  /// The report as a whole.
  public var submission: Submission { Submission(of: reports.map(\.submission)) }

  /// By when it is due: the most urgent of what is owed.
  public var deadline: Deadline? { mostUrgent(\.deadline) }

  /// By when it was due before any extension.
  public var originalDeadline: Deadline? { mostUrgent(\.originalDeadline) }

  /// The reports that are owed; what is excused counts only where all is.
  private var counted: [Report] {
    let owed = reports.filter { $0.submission != .waived }
    return owed.isEmpty ? reports : owed
  }

  /// The paper copy over all findings that are owed.
  public var paper: Obligation.PartSummary { Obligation.PartSummary(of: counted.map(\.paper)) }

  /// The electronic document over all findings that are owed.
  public var electronic: Obligation.PartSummary {
    Obligation.PartSummary(of: counted.map(\.electronic))
  }

  /// The day the report was complete for every finding.
  public var completeOn: Day? {
    submission == .complete ? reports.compactMap(\.completeOn).max() : nil
  }

  /// Days by which the complete report was late; nil while it is not complete.
  public var daysLate: Int? {
    submission == .complete ? reports.compactMap(\.daysLate).max() : nil
  }

  /// Days by which one part was late, each row by its own due day; nil where no row has it.
  public func daysLate(of part: Part) -> Int? {
    reports.compactMap { report -> Int? in
      guard report[part].isAsked else { return nil }
      return report[part].validOn.flatMap { day in report.deadline?.daysLate(on: day) }
    }.max()
  }

  /// The due day of most of its rows; of two as frequent ones the earlier.
  private var commonDeadline: Deadline? {
    Dictionary(grouping: reports.compactMap(\.deadline)) { $0 }
      .min { ($1.value.count, $0.key.lastDayOnTime) < ($0.value.count, $1.key.lastDayOnTime) }?.key
  }

  /// The reports with an extension of their own, which most rows do not have.
  public var extendedApart: [Report] {
    let common = commonDeadline
    return reports.filter { $0.isExtended && $0.deadline != common }
  }

  /// How many of its reports are complete: of 4/5 the 4.
  public var settledCount: Int { reports.count { $0.submission == .complete } }

  /// How many findings the report has to cover, those excused aside: of 4/5 the 5.
  public var owedCount: Int { reports.count { $0.submission != .waived } }

  /// Whether the deadline was extended; then both days are shown.
  public var isExtended: Bool { deadline != originalDeadline }

  /// Whether any receipt that is on time by its date was recorded after the deadline (补录).
  public var isRecordedLater: Bool { reports.contains(where: \.isRecordedLater) }

  /// Days left, negative when overdue; nil once settled, or without a deadline.
  public func daysLeft(on day: Day) -> Int? {
    submission.isSettled ? nil : deadline?.daysLeft(on: day)
  }

  /// Whether the report is owed and its time is over; a partial report counts as owed.
  public func isOverdue(on day: Day) -> Bool {
    !submission.isSettled && deadline?.isOverdue(on: day) == true
  }

  /// Whether it is owed, and an extension of it runs still.
  public func isWithinExtension(on day: Day) -> Bool {
    !submission.isSettled && isExtended && !isOverdue(on: day)
  }

  /// Whether it is owed, and no extension of it runs still.
  public func isBehind(on day: Day) -> Bool {
    !submission.isSettled && !isWithinExtension(on: day)
  }

  /// The part of it that one order opened.
  ///
  /// - Parameters:
  ///   - findings: what was ordered.
  ///   - day: the day of the order.
  ///   - reference: its number.
  /// - Returns: a round with the reports on those findings alone.
  package func confined(to findings: Set<FindingID>, orderedOn day: Day, reference: String?)
    -> Round
  {
    Round(
      number: number, orderedOn: day, reference: reference,
      reports: reports.filter { findings.contains($0.finding) }, receipts: receipts)
  }

  /// The report on a finding in this round.
  func report(on finding: FindingID) -> Report? { reports.first { $0.finding == finding } }

  private func mostUrgent(_ deadline: (Report) -> Deadline?) -> Deadline? {
    reports.mostUrgent(deadline)
  }
}

extension [Report] {
  /// The earliest deadline of what is not settled; where everything is, that of what came last.
  func mostUrgent(_ deadline: (Report) -> Deadline?) -> Deadline? {
    let isAllSettled = allSatisfy(\.submission.isSettled)
    let last = isAllSettled ? compactMap(\.settledOn).max() : nil
    var first: Deadline?
    for report in self
    where isAllSettled ? report.settledOn == last : !report.submission.isSettled {
      guard let due = deadline(report) else { continue }
      if first.map({ due.lastDayOnTime < $0.lastDayOnTime }) ?? true { first = due }
    }
    return first
  }
}
