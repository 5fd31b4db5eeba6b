/// Which days are worked (工作日): weekdays but for public holidays, and the weekends worked for them.
///
/// It knows the years of which the State Council has arranged the holidays. In all others weekdays are
/// worked and weekends are not, and every answer says whether it rests on an arrangement.
public struct WorkingCalendar: Sendable {
  /// Working days counted from one day to another.
  public struct Count: Hashable, Sendable {
    /// So many; negative where it was counted backwards.
    public let days: Int
    /// Whether the holidays of every year in between are known; else weekdays were counted.
    public let isCovered: Bool

    /// The number, where it is known for certain.
    public var known: Int? { isCovered ? days : nil }
  }

  /// The years with their arrangements, in order of time.
  public let years: [ArrangedYear]

  /// The holiday of each day off; of two arrangements that speak of a day the later counts.
  private let holidays: [Day: Holiday]
  /// The weekend days that are worked.
  private let worked: [Day: Holiday]
  /// Weekdays that are off, ascending, as days since 1970.
  private let weekdaysOff: [Int]
  /// Weekend days that are worked, ascending, as days since 1970.
  private let weekendsOn: [Int]
  private let numbers: Set<Int>

  /// A calendar that knows no holiday of any year: weekdays are worked.
  public static let weekdays = WorkingCalendar([])

  /// Joins arrangements; of two of one year the first counts.
  public init(_ years: [ArrangedYear]) {
    var numbers: Set<Int> = []
    let years = years.filter { numbers.insert($0.number).inserted }
      .sorted { $0.number < $1.number }
    var holidays: [Day: Holiday] = [:]
    var worked: [Day: Holiday] = [:]
    for holiday in years.flatMap(\.holidays) {
      for offset in 0...(holiday.last - holiday.first) {
        holidays[holiday.first + offset] = holiday
        worked[holiday.first + offset] = nil
      }
      for day in holiday.worked {
        worked[day] = holiday
        holidays[day] = nil
      }
    }
    self.years = years
    self.numbers = numbers
    self.holidays = holidays
    self.worked = worked
    weekdaysOff = holidays.keys.filter { !$0.weekday.isWeekend }.map(\.ordinal).sorted()
    weekendsOn = worked.keys.filter(\.weekday.isWeekend).map(\.ordinal).sorted()
  }

  /// Whether it knows no year at all.
  public var isEmpty: Bool { years.isEmpty }

  /// Whether the holidays of a day's year are known.
  public func covers(_ day: Day) -> Bool { numbers.contains(day.year) }

  /// Whether a day is worked; where its year is not known, whether it is a weekday.
  public func isWorkingDay(_ day: Day) -> Bool {
    if holidays[day] != nil { return false }
    return worked[day] != nil || !day.weekday.isWeekend
  }

  /// The holiday that a day off belongs to; nil for a plain weekend and for every working day.
  public func holiday(on day: Day) -> Holiday? { holidays[day] }

  /// The holiday for which a weekend day is worked (调休上班); nil for any other day.
  public func holiday(workedForOn day: Day) -> Holiday? { worked[day] }

  /// This day, or the first working day after it.
  public func orNextWorkingDay(_ day: Day) -> Day {
    var day = day
    while !isWorkingDay(day) { day = day + 1 }
    return day
  }

  /// The working days after one day up to and including another.
  ///
  /// So the difference between two days is counted as in calendar days, with all days off left out:
  /// from Friday to the Monday after it is one, and back is minus one.
  ///
  /// - Parameters:
  ///   - start: where to count from; not counted itself.
  ///   - end: where to count to; an earlier day counts backwards.
  /// - Returns: how many, and whether the holidays of all the years are known.
  public func workingDays(from start: Day, to end: Day) -> Count {
    guard start <= end else {
      let back = workingDays(from: end, to: start)
      return Count(days: -back.days, isCovered: back.isCovered)
    }
    let weekdays = Self.weekdays(through: end) - Self.weekdays(through: start)
    let days =
      weekdays - weekdaysOff.count(after: start, through: end)
      + weekendsOn.count(after: start, through: end)
    let span = start.year...end.year
    return Count(days: days, isCovered: numbers.count { span.contains($0) } == span.count)
  }

  /// How many weekdays there are from the Monday before 1970-01-01 up to a day.
  private static func weekdays(through day: Day) -> Int {
    let days = day.ordinal + 4
    let rest = (days % 7 + 7) % 7
    return (days - rest) / 7 * 5 + min(rest, 5)
  }
}

extension WorkingCalendar: Equatable {
  /// By the arrangements, from which all else follows.
  public static func == (left: WorkingCalendar, right: WorkingCalendar) -> Bool {
    left.years == right.years
  }
}

extension [Int] {
  /// How many of some ascending days lie after one day, up to and including another.
  fileprivate func count(after start: Day, through end: Day) -> Int {
    place(after: end.ordinal) - place(after: start.ordinal)
  }

  /// The index of the first that is greater.
  private func place(after ordinal: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle] <= ordinal { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
