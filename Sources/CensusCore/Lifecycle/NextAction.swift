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
    /// A re-check failed: somebody decides on accountability, or orders rectification anew.
    case accountability
    /// The day by which what was ordered anew is due.
    case order
    /// A leader's instruction waits for its answer; no unit's own, but a line of the worklist.
    case answer
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
  /// promise made at the last reminder is waited for; once it is broken, the unit is chased today.
  /// Otherwise it is chased on the first date of the policy after the last reminder; today if that
  /// has passed. A settled report calls for the re-check of what was not re-checked; where that has
  /// failed, accountability is to be considered. What was ordered anew is waited for until its day,
  /// unless the unit was reminded meanwhile.
  ///
  /// - Parameters:
  ///   - submission: the report of the unit.
  ///   - isToReturn: whether any part of it waits for us to return it.
  ///   - isToRecheck: whether any finding waits for the re-check.
  ///   - isToConsider: whether a failed re-check calls for accountability.
  ///   - isOrdered: whether all that is owed was ordered anew, and nothing of the notice's own.
  ///   - chases: the reminders of the open round.
  ///   - deadline: by when the report is due.
  ///   - policy: on which days the office chases.
  ///   - calendar: which days are worked, since nobody is chased on others.
  ///   - today: the day looked at.
  /// - Returns: what to do; nil if nothing is.
  public static func of(
    _ submission: Submission, isToReturn: Bool = false, isToRecheck: Bool = true,
    isToConsider: Bool = false, isOrdered: Bool = false, chases: ChaseSummary = ChaseSummary(),
    deadline: Deadline?, policy: Settings.Policy,
    calendar: WorkingCalendar = .weekdays, today: Day
  ) -> NextAction? {
    switch submission {
    case .toReturn:
      return NextAction(on: today, what: .return)
    case .partial where isToReturn:
      return NextAction(on: today, what: .return)
    case .complete, .waived:
      if isToRecheck { return NextAction(on: today, what: .recheck) }
      return isToConsider ? NextAction(on: today, what: .accountability) : nil
    case .outstanding, .returned, .paperMissing, .electronicMissing, .partial:
      if let promised = chases.promised {
        return promised >= today
          ? NextAction(on: promised, what: .promise) : NextAction(on: today, what: .chase)
      }
      if isOrdered, chases.lastOn == nil, let due = deadline?.day, due >= today {
        return NextAction(on: due, what: .order)
      }
      let day = policy.chaseDay(
        after: chases.lastOn, deadline: deadline, by: calendar)
      return NextAction(on: max(day ?? today, today), what: .chase)
    }
  }
}

extension Settings.Policy {
  /// The first day to chase on that comes after the last reminder, never a day off: the dates of the
  /// policy are moved to the next working day.
  ///
  /// - Parameters:
  ///   - last: the last reminder, if there was one.
  ///   - deadline: by when the report is due.
  ///   - calendar: which days are worked.
  /// - Returns: nil without a deadline and a reminder.
  func chaseDay(
    after last: Day?, deadline: Deadline?, by calendar: WorkingCalendar
  ) -> Day? {
    let worked = calendar.orNextWorkingDay
    guard let due = deadline?.day else { return last.map { worked($0 + chaseEvery) } }
    let listed = chaseDays.map { worked(due + $0) }
    if let day = listed.first(where: { day in last.map { day > $0 } ?? true }) { return day }
    let start = due + (chaseDays.last ?? 0)
    // From here on every so many days: as many steps as lead beyond the last reminder.
    var steps = last.map { max(1, ($0 - start) / chaseEvery) } ?? 1
    while let last, worked(start + steps * chaseEvery) <= last { steps += 1 }
    return worked(start + steps * chaseEvery)
  }
}
