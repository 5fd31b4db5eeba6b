/// The period of one census or check: a quarter of a year (季度), as most are, a month, a half-year, or a
/// numbered special check of a year (notices.md 4).
///
/// Text `2018Q3`, `2018-09`, `2018H1`, `2018S2`; shown 2018年三季度, 2018年9月, 2018年上半年,
/// 2018年第二次抽查.
public struct Quarter: Hashable, Comparable, Sendable {
  /// What kind of period it is.
  public enum Kind: CaseIterable, Hashable, Sendable {
    /// A month, 1 to 12.
    case month
    /// A quarter, 1 to 4.
    case quarter
    /// A half-year, 1 or 2.
    case half
    /// A special check, numbered through the year, 1 to 99; no more is known of its time.
    case special

    fileprivate var most: Int {
      switch self {
      case .month: 12
      case .quarter: 4
      case .half: 2
      case .special: 99
      }
    }
  }

  /// The kind.
  public let kind: Kind
  /// The year, 1900 to 9999.
  public let year: Int
  /// Its number in the year among its kind, from 1.
  public let number: Int

  /// Checks the year and the number.
  public init?(_ kind: Kind = .quarter, year: Int, number: Int) {
    guard (1900...9999).contains(year), (1...kind.most).contains(number) else { return nil }
    self.kind = kind
    self.year = year
    self.number = number
  }

  /// The quarter that a day falls into.
  public init(containing day: Day) {
    kind = .quarter
    year = min(max(day.year, 1900), 9999)
    number = (day.month - 1) / 3 + 1
  }

  /// Reads the text form, and nothing else.
  public init?(_ text: some StringProtocol) {
    guard let quarter = text.withBytes({ Quarter(bytes: $0) }) else { return nil }
    self = quarter
  }

  init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard (6...7).contains(bytes.count), let year = decimal(bytes[0..<4]),
      let number = decimal(bytes[5...])
    else { return nil }
    let kind: Kind
    switch (bytes[4], bytes.count) {
    case (UInt8(ascii: "Q"), 6): kind = .quarter
    case (UInt8(ascii: "H"), 6): kind = .half
    case (UInt8(ascii: "-"), 7): kind = .month
    // One number has one form.
    case (UInt8(ascii: "S"), 6): kind = .special
    case (UInt8(ascii: "S"), 7) where number > 9: kind = .special
    default: return nil
    }
    self.init(kind, year: year, number: number)
  }

  /// By the time of their ends; of one end the shorter first, and special checks at the end of the year.
  public static func < (left: Quarter, right: Quarter) -> Bool { left.order < right.order }

  private var order: (Int, Int, Int, Int) {
    let rank = Kind.allCases.firstIndex(of: kind) ?? 0
    return (year, lastMonth, rank, number)
  }

  /// A number that grows in the order of periods.
  package var rank: Int {
    let (year, month, kind, number) = order
    return ((year * 12 + month) * 4 + kind) * 100 + number
  }

  /// The month in which it ends; of a special check that of the year.
  private var lastMonth: Int { kind == .special ? 12 : 12 / kind.most * number }

  /// The quarter in which it ends, counted from the year 0, so that neighbours differ by one.
  var index: Int { year * 4 + (lastMonth - 1) / 3 }

  /// Its place among its kind, counted from the year 0.
  var position: Int { year * kind.most + number - 1 }

  /// The period of its kind at a place; of special checks those of one year alone follow each other.
  static func at(_ position: Int, _ kind: Kind) -> Quarter? {
    Quarter(kind, year: position / kind.most, number: position % kind.most + 1)
  }

  /// The period of its kind before it.
  var previous: Quarter? {
    kind == .special && number == 1 ? nil : Quarter.at(position - 1, kind)
  }

  /// The period of its kind after it.
  var next: Quarter? { Quarter.at(position + 1, kind) }
}

extension Quarter: CustomStringConvertible {
  /// The text form, `2018Q3`.
  public var description: String {
    switch kind {
    case .quarter: "\(year)Q\(number)"
    case .half: "\(year)H\(number)"
    case .special: "\(year)S\(number)"
    case .month: "\(year)-\(number < 10 ? "0" : "")\(number)"
    }
  }

  /// What a person reads: 2018年三季度, or Q3 2018.
  public var name: Phrase {
    switch kind {
    case .quarter:
      Phrase("\(year)年\(Quarter.numeral(number))季度", "Q\(number) \(year)")
    case .half:
      Phrase(
        "\(year)年\(number == 1 ? "上" : "下")半年",
        "\(number == 1 ? "first" : "second") half of \(year)")
    case .month: Phrase("\(year)年\(number)月", "\(EnglishMonth.name(number)) \(year)")
    case .special: Phrase("\(year)年第\(Quarter.numeral(number))次抽查", "check \(number) of \(year)")
    }
  }

  /// 三, 十二, 二十: numbers below a hundred as Chinese writes them.
  private static func numeral(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let (tens, units) = (number / 10, number % 10)
    return (tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十") + digits[units]
  }
}

extension StringProtocol {
  /// Hands the UTF-8 to what reads a form: in place where it is a whole string.
  func withBytes<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var text = String(self)
    return text.withUTF8(read)
  }
}

/// Reads ASCII digits, and nothing but digits, as a number.
func decimal(_ bytes: some Collection<UInt8>) -> Int? {
  guard !bytes.isEmpty, bytes.count <= 15 else { return nil }
  var value = 0
  for byte in bytes {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
    value = value * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return value
}

extension Quarter {
  /// The last day of the period; of a special check, which may be at any time, that of its year.
  public var end: Day? {
    let month =
      switch kind {
      case .quarter: number * 3
      case .half: number * 6
      case .month: number
      case .special: 12
      }
    let next =
      month == 12
      ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
    return next.map { $0 - 1 }
  }
}
