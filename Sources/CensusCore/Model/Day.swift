/// A calendar day of the province, without any time zone (`2018-10-20`).
///
/// All lateness is counted in such days, so no setting of a clock can make the due day overdue.
public struct Day: Hashable, Sendable {
  /// Days since 1970-01-01.
  public let ordinal: Int

  /// The day that lies so many days after 1970-01-01.
  public init(ordinal: Int) {
    self.ordinal = ordinal
  }

  /// Checks that the day exists in the Gregorian calendar, years 1900 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, in: year)
    else { return nil }
    ordinal = Day.ordinal(year: year, month: month, day: day)
  }

  /// Reads `YYYY-MM-DD` and nothing else.
  public init?(_ text: some StringProtocol) {
    guard let day = text.withBytes({ Day(bytes: $0) }) else { return nil }
    self = day
  }

  init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]),
      let day = decimal(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The year.
  public var year: Int { civil.year }
  /// The month, 1 to 12.
  public var month: Int { civil.month }
  /// The day of the month, 1 to 31.
  public var dayOfMonth: Int { civil.day }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday, the fourth day counted from Monday.
    let index = ((ordinal + 3) % 7 + 7) % 7
    return Weekday.allCases[index]
  }

  /// This day, or the Monday after it if it falls on a weekend.
  public var orNextWeekday: Day {
    switch weekday {
    case .saturday: self + 2
    case .sunday: self + 1
    default: self
    }
  }

  /// The day so many days later.
  public static func + (day: Day, days: Int) -> Day { Day(ordinal: day.ordinal + days) }

  /// The day so many days earlier.
  public static func - (day: Day, days: Int) -> Day { Day(ordinal: day.ordinal - days) }

  /// The number of days from the right one to the left one.
  public static func - (left: Day, right: Day) -> Int { left.ordinal - right.ordinal }

  // MARK: - The calendar

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  private static func ordinal(year: Int, month: Int, day: Int) -> Int {
    // Years begin in March here, so that the leap day is the last day of a year.
    let shifted = month <= 2 ? year - 1 : year
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = ordinal + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }
}

extension Day: Comparable {
  /// By time.
  public static func < (left: Day, right: Day) -> Bool { left.ordinal < right.ordinal }
}

extension Day: CustomStringConvertible {
  /// The text form, `2018-10-20`.
  public var description: String {
    let (year, month, day) = civil
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// The short form for tables, `10-20`.
  public var monthAndDay: String { "\(padded(month, to: 2))-\(padded(dayOfMonth, to: 2))" }
}

/// A day of the week, from Monday.
public enum Weekday: CaseIterable, Sendable {
  case monday
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday

  /// Whether it is a Saturday or a Sunday.
  public var isWeekend: Bool { self == .saturday || self == .sunday }
}

/// Writes a number with leading zeros.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
