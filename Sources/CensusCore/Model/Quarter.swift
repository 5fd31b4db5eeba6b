/// A quarter of a year (季度), the period of one census: text `2018Q3`, shown 2018年三季度.
public struct Quarter: Hashable, Comparable, Sendable {
  /// The year, 1900 to 9999.
  public let year: Int
  /// The quarter of the year, 1 to 4.
  public let number: Int

  /// Checks the year and the number.
  public init?(year: Int, number: Int) {
    guard (1900...9999).contains(year), (1...4).contains(number) else { return nil }
    self.year = year
    self.number = number
  }

  /// The quarter that a day falls into.
  public init(containing day: Day) {
    year = min(max(day.year, 1900), 9999)
    number = (day.month - 1) / 3 + 1
  }

  /// Reads the text form: four digits, `Q`, one digit; nothing else.
  public init?(_ text: some StringProtocol) {
    guard let quarter = text.withBytes({ Quarter(bytes: $0) }) else { return nil }
    self = quarter
  }

  init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 6, bytes[4] == UInt8(ascii: "Q"),
      let year = decimal(bytes[0..<4]), let number = decimal(bytes[5...])
    else { return nil }
    self.init(year: year, number: number)
  }

  /// By time.
  public static func < (left: Quarter, right: Quarter) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }
}

extension Quarter: CustomStringConvertible {
  /// The text form, `2018Q3`.
  public var description: String { "\(year)Q\(number)" }

  /// What a person reads: 2018年三季度, or Q3 2018.
  public var name: Phrase {
    let numeral = ["一", "二", "三", "四"][number - 1]
    return Phrase("\(year)年\(numeral)季度", "Q\(number) \(year)")
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
