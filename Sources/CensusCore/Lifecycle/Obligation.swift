/// What one unit owes for one notice: the unit's findings, and how its report stands; derived.
public struct Obligation: Equatable, Sendable {
  /// One part of the report, over all findings of the unit.
  public enum PartSummary: Equatable, Sendable {
    /// Nothing arrived.
    case missing
    /// A defective part waits to be returned.
    case toReturn(on: Day)
    /// A defective part was sent back.
    case returned(on: Day)
    /// Valid for some of the findings only.
    case some(Int, of: Int)
    /// Valid for all of them, since that day.
    case valid(on: Day)
  }

  /// Who owes it.
  public let unit: Unit
  /// Its findings, in the order of annex 2.
  public let findings: [FindingState]
  /// By when the report is due.
  public let deadline: Deadline?
  /// The round of the obligation; the notice opens the first.
  public let round: Int
  /// The report as a whole.
  public let submission: Submission
  /// The next thing to do.
  public let next: NextAction?
  /// The receipts that count, in order.
  public let receipts: [Event]

  /// Its distinct sites.
  public var siteCodes: [SiteCode] { distinct(findings.map(\.finding.code)) }

  /// How many findings are settled.
  public var settledCount: Int { findings.count { $0.submission.isSettled } }

  /// Whether the report on any finding waits for us to return a part.
  public var hasPartToReturn: Bool { findings.contains { $0.submission == .toReturn } }

  /// The paper copy over all findings.
  public var paper: PartSummary { summary(of: \.paper) }

  /// The electronic document over all findings.
  public var electronic: PartSummary { summary(of: \.electronic) }

  /// The day the report was complete for every finding.
  public var completeOn: Day? {
    guard submission == .complete else { return nil }
    return findings.compactMap(\.completeOn).max()
  }

  /// Days by which the complete report was late; nil while it is not complete.
  public var daysLate: Int? {
    guard let completeOn, let deadline else { return nil }
    return deadline.daysLate(on: completeOn)
  }

  /// Days left, negative when overdue; nil once settled, or without a deadline.
  public func daysLeft(on day: Day) -> Int? {
    submission.isSettled ? nil : deadline?.daysLeft(on: day)
  }

  /// Whether the report is owed and its time is over; a partial report counts as owed.
  public func isOverdue(on day: Day) -> Bool {
    !submission.isSettled && deadline?.isOverdue(on: day) == true
  }

  /// Whether any receipt that is on time by its date was recorded after the deadline (补录).
  public var isRecordedLater: Bool { findings.contains(where: \.isRecordedLater) }

  private func summary(of part: KeyPath<FindingState, PartState>) -> PartSummary {
    let states = findings.map { $0[keyPath: part] }
    let days = states.compactMap(\.validOn)
    if days.count == states.count, let last = days.max() { return .valid(on: last) }
    for case .toReturn(let day) in states { return .toReturn(on: day) }
    for case .returned(let day) in states { return .returned(on: day) }
    return days.isEmpty ? .missing : .some(days.count, of: states.count)
  }
}

/// The elements without repetition, in the order of their first appearance.
func distinct<Element: Hashable>(_ elements: [Element]) -> [Element] {
  var seen: Set<Element> = []
  return elements.filter { seen.insert($0).inserted }
}
