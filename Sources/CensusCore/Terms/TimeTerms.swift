extension Terms {
  /// Working days left or overdue: 剩 9个工作日, 逾期 3个工作日.
  ///
  /// - Parameters:
  ///   - count: so many; negative, or of an overdue report, they are behind.
  ///   - isOverdue: whether the last day on time is over, be it by days off alone.
  /// - Returns: the words; where a year's holidays are not known they say so.
  public static func workingDaysLeft(_ count: WorkingCalendar.Count, isOverdue: Bool) -> Phrase {
    let days = abs(count.days)
    let (chinese, english) = ("\(days)个工作日", counted(days, "working day"))
    let words =
      isOverdue
      ? Phrase("逾期 \(chinese)", "overdue \(english)") : Phrase("剩 \(chinese)", "\(english) left")
    return words + coverage(of: count)
  }

  /// How many working days late a complete report was: 迟报 2个工作日.
  public static func workingDaysLate(_ count: WorkingCalendar.Count) -> Phrase {
    Phrase("迟报 \(count.days)个工作日", "late \(counted(count.days, "working day"))")
      + coverage(of: count)
  }

  /// That nobody told the store of the holidays in between, if so.
  private static func coverage(of count: WorkingCalendar.Count) -> Phrase {
    count.isCovered
      ? .empty
      : Phrase("（缺节假日安排，按周一至周五计）", " (holidays not known, weekdays counted)")
  }

  /// A grade of lateness with its days: 重（4–10天）, 严重（11天起）.
  public static func grade(_ grade: LatenessGrade, of policy: Settings.Policy) -> Phrase {
    let days: Phrase =
      switch policy.lastDay(of: grade) {
      case grade.from?: Phrase("\(grade.from)天", counted(grade.from, "day"))
      case let last?: Phrase("\(grade.from)–\(last)天", "\(grade.from)–\(last) days")
      case nil: Phrase("\(grade.from)天起", "from \(counted(grade.from, "day"))")
      }
    return grade.name + Phrase("（\(days.chinese)）", " (\(days.english))")
  }

  /// Why a day is not like others of its name: 国庆节, 国庆节调休上班; nil for a plain day.
  public static func holiday(_ day: Day, in calendar: WorkingCalendar) -> Phrase? {
    if let holiday = calendar.holiday(on: day) { return holiday.name }
    return calendar.holiday(workedForOn: day).map {
      Phrase("\($0.name.chinese)调休上班", "worked for \($0.name.english)")
    }
  }
}
