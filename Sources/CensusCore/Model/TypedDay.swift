/// A day as people type it, before it is known which day they have in mind.
///
/// Read are `2018-10-24`, `2018/10/24`, `2018.10.24`, `20181024`, `2018年10月24日`; without a year
/// `10-24`, `10.24`, `1024`, `10月24日`; the day of a month alone, `24`, `24日`; steps, `+3`, `-1`, `++`;
/// words, 今天 明天 昨天 后天 前天, today, tomorrow, yesterday; days of the week, 周三, 下周三, 星期三, fri,
/// next friday; digits and signs of full width too.
public struct TypedDay: Equatable, Sendable {
  /// What was typed.
  public let text: String
  private let shape: Shape

  /// On which side of the day one has in mind a field's days lie.
  public enum Side: Sendable {
    /// What happened: receipts, reminders.
    case behind
    /// What is to happen: promises, deadlines.
    case ahead
    /// Either.
    case either
  }

  private enum Shape: Equatable {
    case day(Day)
    case monthAndDay([MonthAndDay])
    case dayOfMonth(Int)
    case step(Int)
    case weekday(Weekday, week: Int?)
  }

  private struct MonthAndDay: Equatable {
    let month: Int
    let day: Int
  }

  /// Reads what was typed; nil if it has the form of no day.
  public init?(_ text: String) {
    let plain = Self.plain(text)
    guard
      let shape = Self.word(plain) ?? Self.step(plain) ?? Self.weekday(plain)
        ?? Self.numbers(in: plain)
    else { return nil }
    self.text = text
    self.shape = shape
  }

  /// The days that it can mean.
  ///
  /// - Parameters:
  ///   - near: the day that one has in mind: the day looked at.
  ///   - side: where the field's days lie, which decides between two that are about as near.
  /// - Returns: the likeliest first; none if there is no such day.
  public func readings(near: Day, _ side: Side = .either) -> [Day] {
    switch shape {
    case .day(let day): [day]
    case .step(let days): [near + days]
    case .weekday(let weekday, let week?): [near.monday + weekday.index + 7 * week]
    case .weekday(let weekday, nil):
      decide([-7, 0, 7].map { near.monday + weekday.index + $0 }, near, side, isSideFirst: true)
    case .dayOfMonth(let day):
      decide((-1...1).compactMap { near.sameMonth(moved: $0, day: day) }, near, side)
    case .monthAndDay(let choices):
      choices.flatMap { choice in
        let years = (near.year - 1...near.year + 1).compactMap {
          Day(year: $0, month: choice.month, day: choice.day)
        }
        return decide(years, near, side)
      }.sorted { abs($0 - near) < abs($1 - near) }
    }
  }

  /// The day that it means, where it can mean one only.
  ///
  /// - Throws: `Refusal.noSuchDay`, `Refusal.ambiguousDay`.
  public func day(near: Day, _ side: Side = .either) throws(Refusal) -> Day {
    let readings = readings(near: near, side)
    guard let first = readings.first else { throw .noSuchDay(text) }
    guard readings.count == 1 else { throw .ambiguousDay(text, readings) }
    return first
  }

  /// The nearest, and the next one as well where it is less than twice as far away.
  private func decide(
    _ days: [Day], _ near: Day, _ side: Side, isSideFirst: Bool = false
  ) -> [Day] {
    let sorted = days.sorted { abs($0 - near) < abs($1 - near) }
    guard let first = sorted.first else { return [] }
    let close = isSideFirst ? sorted : sorted.filter { abs($0 - near) < 2 * abs(first - near) }
    let chosen = close.first { side == .behind ? $0 <= near : $0 >= near }
    if side != .either, let chosen { return [chosen] }
    return [first] + sorted.dropFirst().filter { abs($0 - near) < 2 * abs(first - near) }
  }
}

extension Day {
  /// A day as people type it, the likeliest one; nil if it is none.
  public init?(typed text: String, near day: Day, _ side: TypedDay.Side = .either) {
    guard let reading = TypedDay(text)?.readings(near: day, side).first else { return nil }
    self = reading
  }

  /// The Monday of its week.
  fileprivate var monday: Day { self - weekday.index }

  fileprivate func sameMonth(moved months: Int, day: Int) -> Day? {
    let count = year * 12 + month - 1 + months
    return Day(year: count / 12, month: count % 12 + 1, day: day)
  }
}

extension Weekday {
  /// From 0 on Monday.
  fileprivate var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

// MARK: - The forms

extension TypedDay {
  /// Without blanks around, in small letters, with digits and signs of half width.
  private static func plain(_ text: String) -> String {
    var plain = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "０"..."９", "＋", "－", "／", "．":
        plain.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case "—", "–", "−": plain += "-"
      case "。": plain += "."
      case "\u{3000}", "\t": plain += " "
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return String(plain.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  private static func word(_ text: String) -> Shape? {
    switch text {
    case "今天", "今日", "today": .step(0)
    case "明天", "明日", "tomorrow": .step(1)
    case "昨天", "昨日", "yesterday": .step(-1)
    case "后天": .step(2)
    case "前天": .step(-2)
    default: nil
    }
  }

  /// `+3`, `-1`, `++`.
  private static func step(_ text: String) -> Shape? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let direction = sign == "+" ? 1 : -1
    if text.allSatisfy({ $0 == sign }) {
      return text.count > 31 ? nil : .step(direction * text.count)
    }
    let digits = text.dropFirst()
    guard digits.count <= 3, isNumber(digits), let days = Int(digits) else { return nil }
    return .step(direction * days)
  }

  private static func weekday(_ text: String) -> Shape? {
    var rest = Substring(text)
    var week: Int?
    func take(_ prefixes: [(String, Int)]) {
      for (prefix, step) in prefixes where rest.hasPrefix(prefix) {
        rest = rest.dropFirst(prefix.count)
        week = (week ?? 0) + step
        return
      }
    }
    take([("下下", 2), ("上上", -2)])
    if week == nil {
      take([
        ("下", 1), ("上", -1), ("本", 0), ("这", 0), ("next ", 1), ("last ", -1), ("this ", 0),
      ])
    }
    for prefix in ["周", "星期", "礼拜"] where rest.hasPrefix(prefix) {
      let name = rest.dropFirst(prefix.count)
      let names = ["一", "二", "三", "四", "五", "六", "日"]
      guard let index = names.firstIndex(of: name == "天" ? "日" : String(name)) else { return nil }
      return .weekday(Weekday.allCases[index], week: week)
    }
    guard rest.count >= 3 else { return nil }
    return Weekday.allCases.first { "\($0)".hasPrefix(rest) }.map { .weekday($0, week: week) }
  }

  private static func isNumber(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.allSatisfy { ("0"..."9").contains($0) }
  }

  private static func numbers(in text: String) -> Shape? {
    if text.hasSuffix("日") || text.hasSuffix("号") {
      let day = text.dropLast().filter { $0 != " " }
      if isNumber(day), day.count <= 2 { return Int(day).map { .dayOfMonth($0) } }
    }
    guard let numbers = runs(of: text) else { return nil }
    let parts = numbers.compactMap { Int($0) }
    let isShort = numbers.suffix(2).allSatisfy { $0.count <= 2 }
    switch numbers.count {
    case 1 where isNumber(text): return undivided(text)
    case 2 where isShort: return .monthAndDay([MonthAndDay(month: parts[0], day: parts[1])])
    case 3 where isShort && numbers[0].count == 4:
      return Day(year: parts[0], month: parts[1], day: parts[2]).map { .day($0) }
    default: return nil
    }
  }

  /// Digits with nothing between them: `20181024`, `1024`, `24`; of three, the month has one or two.
  private static func undivided(_ text: String) -> Shape? {
    guard text.utf8.count <= 8, let number = Int(text) else { return nil }
    switch text.utf8.count {
    case 1, 2: return .dayOfMonth(number)
    case 3:
      return .monthAndDay([
        MonthAndDay(month: number / 100, day: number % 100),
        MonthAndDay(month: number / 10, day: number % 10),
      ])
    case 4: return .monthAndDay([MonthAndDay(month: number / 100, day: number % 100)])
    case 8:
      return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        .map { .day($0) }
    default: return nil
    }
  }

  /// The runs of digits, if nothing else stands there than what stands between the parts of a day.
  private static func runs(of text: String) -> [String]? {
    var numbers: [String] = []
    var isOpen = false
    for character in text {
      switch character {
      case "0"..."9":
        if isOpen {
          numbers[numbers.count - 1].append(character)
        } else {
          numbers.append(String(character))
        }
        isOpen = true
      case "-", "/", ".", "年", "月", "日", "号", " ": isOpen = false
      default: return nil
      }
    }
    return numbers.isEmpty ? nil : numbers
  }
}
