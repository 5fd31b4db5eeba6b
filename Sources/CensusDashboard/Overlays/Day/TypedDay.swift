package import CensusCore

extension Day {
  /// A day as people type it: 2018-10-22, 2018年10月22日, 2018/10/22, 2018.10.22, 20181022, also with
  /// digits of full width; without a year, as in 10月22日 or 10-22, the nearest such day.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - day: the day that one has in mind.
  package init?(typed text: String, near day: Day) {
    guard let numbers = Self.numbers(in: text) else { return nil }
    let parts = numbers.compactMap { Int($0) }
    let isShort = numbers.suffix(2).allSatisfy { $0.count <= 2 }
    switch numbers.count {
    case 1 where numbers[0].count == 8:
      self.init(year: parts[0] / 10_000, month: parts[0] / 100 % 100, day: parts[0] % 100)
    case 2 where isShort:
      let candidates = (day.year - 1...day.year + 1).compactMap {
        Day(year: $0, month: parts[0], day: parts[1])
      }
      guard let nearest = candidates.min(by: { abs($0 - day) < abs($1 - day) }) else { return nil }
      self = nearest
    case 3 where isShort && numbers[0].count == 4:
      self.init(year: parts[0], month: parts[1], day: parts[2])
    default: return nil
    }
  }

  /// The runs of digits, if nothing else stands there than what stands between the parts of a day.
  private static func numbers(in text: String) -> [String]? {
    var numbers: [String] = []
    var isOpen = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9", "０"..."９":
        let digit = String(scalar.properties.numericValue.map { Int($0) } ?? 0)
        if isOpen { numbers[numbers.count - 1] += digit } else { numbers.append(digit) }
        isOpen = true
      case "-", "/", ".", "年", "月", "日", "号", "－", "／", "．", "。", "—", "–", " ", "\u{3000}":
        isOpen = false
      default: return nil
      }
    }
    return numbers.isEmpty ? nil : numbers
  }
}
