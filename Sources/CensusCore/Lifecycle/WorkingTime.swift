// How much time is left, or how late a report was, in working days: beside calendar days, by which all
// lateness is judged.

extension Deadline {
  /// Working days left until the last day on time; negative once that has passed, 0 where only days off
  /// have passed since.
  public func workingDaysLeft(on day: Day, by calendar: WorkingCalendar) -> WorkingCalendar.Count {
    calendar.workingDays(from: day, to: lastDayOnTime)
  }

  /// Working days by which something done on a day is late; 0 if it is on time.
  public func workingDaysLate(on day: Day, by calendar: WorkingCalendar) -> WorkingCalendar.Count {
    calendar.workingDays(from: lastDayOnTime, to: max(day, lastDayOnTime))
  }
}

extension Round {
  /// Working days left, negative when overdue; nil once settled, or without a deadline.
  public func workingDaysLeft(
    on day: Day, by calendar: WorkingCalendar
  ) -> WorkingCalendar.Count? {
    submission.isSettled ? nil : deadline?.workingDaysLeft(on: day, by: calendar)
  }

  /// Working days by which the complete report was late, as `daysLate` counts calendar days: of its
  /// findings the one that was latest; nil while it is not complete.
  public func workingDaysLate(by calendar: WorkingCalendar) -> WorkingCalendar.Count? {
    guard submission == .complete else { return nil }
    let latest = reports.filter { $0.daysLate != nil }.max {
      ($0.daysLate ?? 0) < ($1.daysLate ?? 0)
    }
    return latest.flatMap { report in
      guard let completeOn = report.completeOn else { return nil }
      return report.deadline?.workingDaysLate(on: completeOn, by: calendar)
    }
  }
}
