/// The next thing to do about a unit, and when (下一步).
public struct NextAction: Hashable, Sendable {
  /// What is to be done.
  public enum What: String, CaseIterable, Sendable {
    /// Return a defective part: our move.
    case `return`
    /// Remind the unit.
    case chase
    /// They promised to report.
    case promise
    /// Re-check the sites.
    case recheck
  }

  /// The day it is due.
  public let on: Day
  /// What is to be done.
  public let what: What

  /// One thing to do.
  public init(on: Day, what: What) {
    self.on = on
    self.what = what
  }

  /// The next action of a unit, by the habits of the office (`domain.md` 2.6).
  ///
  /// A part to return is returned today, also by a unit whose other findings are reported. A
  /// settled report calls for the re-check. Otherwise the unit is chased on the first date of the
  /// policy; today if that has passed.
  public static func of(
    _ submission: Submission, isToReturn: Bool = false, deadline: Deadline?,
    policy: Settings.Policy, today: Day
  ) -> NextAction? {
    switch submission {
    case .toReturn:
      return NextAction(on: today, what: .return)
    case .partial where isToReturn:
      return NextAction(on: today, what: .return)
    case .complete, .waived:
      return NextAction(on: today, what: .recheck)
    case .outstanding, .returned, .paperMissing, .electronicMissing, .partial:
      guard let deadline else { return NextAction(on: today, what: .chase) }
      let first = (deadline.day + (policy.chaseDays.first ?? policy.chaseEvery)).orNextWeekday
      return NextAction(on: max(first, today), what: .chase)
    }
  }
}
