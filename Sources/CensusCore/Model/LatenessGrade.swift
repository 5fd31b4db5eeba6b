/// How grave it is that a report is late (迟报等级): a step of the office's scale.
///
/// Lateness is counted in calendar days, of what is overdue and of what arrived late alike. A grade holds
/// from its first day up to the day before the next grade begins.
public struct LatenessGrade: Hashable, Sendable {
  /// What programs call it: `slight`.
  public let id: String
  /// The least number of calendar days late; at least 1.
  public let from: Int
  /// What people call it: 轻.
  public let name: Phrase

  /// A step of the scale.
  public init(id: String, from: Int, name: Phrase) {
    self.id = id
    self.from = from
    self.name = name
  }

  /// The scale of an office that says nothing else: 1 to 3 days, 4 to 10, more.
  public static let standard = [
    LatenessGrade(id: "slight", from: 1, name: Phrase("轻", "slight")),
    LatenessGrade(id: "serious", from: 4, name: Phrase("重", "serious")),
    LatenessGrade(id: "grave", from: 11, name: Phrase("严重", "grave")),
  ]
  /// The most steps that a scale has.
  public static let most = 9
  /// The most days from which a grade may hold: ten years.
  public static let furthest = 3_660
}

extension Settings.Policy {
  /// The grade of a number of calendar days late; nil where that is on time, or less than any grade.
  public func grade(daysLate days: Int) -> LatenessGrade? {
    latenessGrades.last { $0.from <= days }
  }

  /// The last day of a grade: one less than the next begins with; nil for the gravest.
  public func lastDay(of grade: LatenessGrade) -> Int? {
    latenessGrades.first { $0.from > grade.from }.map { $0.from - 1 }
  }
}

// MARK: - How late something is

extension Report {
  /// Calendar days late on a day: by which it is overdue, or by which it was late once complete; nil
  /// where it is neither.
  public func daysBehind(on day: Day) -> Int? {
    if isOverdue(on: day) { return daysLeft(on: day).map { -$0 } }
    guard submission == .complete, let late = daysLate, late > 0 else { return nil }
    return late
  }
}

extension Round {
  /// Calendar days late on a day: by which it is overdue, or by which the complete report was late.
  public func daysBehind(on day: Day) -> Int? {
    if isOverdue(on: day) { return daysLeft(on: day).map { -$0 } }
    guard let late = daysLate, late > 0 else { return nil }
    return late
  }
}

extension Obligation {
  /// Calendar days late on a day: in the round where it is most overdue, else in the latest round.
  public func daysBehind(on day: Day) -> Int? { daysOverdue(on: day) ?? latest.daysBehind(on: day) }
}

extension FindingState {
  /// Calendar days late on a day: in the round where it is most overdue, else in the latest round; nil
  /// for a finding that was struck off.
  public func daysBehind(on day: Day) -> Int? {
    guard !isVoid else { return nil }
    let overdue = (earlier + [report]).filter { $0.isOverdue(on: day) }
    return overdue.compactMap { $0.daysBehind(on: day) }.max() ?? report.daysBehind(on: day)
  }
}

extension SiteState {
  /// Calendar days late on a day: of its findings the one that is worst.
  public func daysBehind(on day: Day) -> Int? {
    findings.compactMap { $0.daysBehind(on: day) }.max()
  }
}
