/// How one finding stands on the day looked at.
public struct FindingState: Equatable, Sendable {
  /// The finding as printed.
  public let finding: Finding
  /// The unit that owes the report on it.
  public let unit: String
  /// The paper copy.
  public let paper: PartState
  /// The electronic document.
  public let electronic: PartState
  /// The report on it.
  public let submission: Submission
  /// By when the report is due.
  public let deadline: Deadline?
  /// The unit's report leaves this finding out (not covered by the report).
  public let isLeftOut: Bool
  /// A receipt that is on time by its date was recorded after the deadline (补录).
  public let isRecordedLater: Bool

  /// The one word for it.
  public var headline: Headline { Headline(submission) }

  /// The day both parts were here.
  public var completeOn: Day? {
    guard let paper = paper.validOn, let electronic = electronic.validOn else { return nil }
    return max(paper, electronic)
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

  /// Whether the report is owed and its time is over.
  public func isOverdue(on day: Day) -> Bool {
    !submission.isSettled && deadline?.isOverdue(on: day) == true
  }
}
