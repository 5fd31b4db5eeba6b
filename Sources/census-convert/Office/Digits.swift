/// A number as a sheet has it, taken digit by digit: no code goes through floating point.
struct Digits {
  private let digits: [UInt8]
  /// How many of them stand before the point; may be negative, or beyond their end.
  private let point: Int
  private let isNegative: Bool

  /// Reads `5301260001`, `5.301260001E9`, `0.95`.
  init?(_ text: String) {
    var rest = Substring(text)
    isNegative = rest.hasPrefix("-")
    if isNegative { rest = rest.dropFirst() }
    var exponent = 0
    if let e = rest.firstIndex(where: { $0 == "E" || $0 == "e" }) {
      guard let power = Int(rest[rest.index(after: e)...]), abs(power) <= 300 else { return nil }
      exponent = power
      rest = rest[..<e]
    }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), rest.utf8.count <= 60 else { return nil }
    let all = parts.joined().utf8
    guard !all.isEmpty, all.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    digits = all.map { $0 - 0x30 }
    point = parts[0].utf8.count + exponent
  }

  /// The number written out, without zeros that say nothing.
  var text: String {
    var whole = (0..<max(1, point)).map { digit($0 - max(0, 1 - point)) }
    while whole.count > 1, whole.first == 0 { whole.removeFirst() }
    var rest = point < digits.count ? (point..<digits.count).map(digit) : []
    while rest.last == 0 { rest.removeLast() }
    return sign + Digits.text(whole) + (rest.isEmpty ? "" : "." + Digits.text(rest))
  }

  /// The number as a percentage with so many decimals, rounded half up.
  func percent(decimals: Int) -> String? {
    guard !isNegative, (0...4).contains(decimals), (-20...12).contains(point) else { return nil }
    var value = 0
    for place in min(0, point)..<(point + 2 + decimals) { value = value * 10 + Int(digit(place)) }
    if digit(point + 2 + decimals) >= 5 { value += 1 }
    let scale = (0..<decimals).reduce(1) { product, _ in product * 10 }
    guard decimals > 0 else { return "\(value)%" }
    let rest = String(value % scale)
    return "\(value / scale)."
      + String(repeating: "0", count: decimals - rest.utf8.count) + rest + "%"
  }

  private var sign: String { isNegative ? "-" : "" }

  private func digit(_ place: Int) -> UInt8 { digits.indices.contains(place) ? digits[place] : 0 }

  private static func text(_ digits: [UInt8]) -> String {
    String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
  }
}
