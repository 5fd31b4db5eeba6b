import CensusTestSupport

/// Made-up JSON, the same for the same seed.
enum RandomJSON {
  private static let scalars: [Unicode.Scalar] = [
    "a", "B", "0", " ", "\"", "\\", "/", "\n", "\r", "\t", "\u{8}", "\u{C}", "\0", "\u{1F}",
    "\u{7F}", "\u{85}", "é", "\u{301}", "云", "南", "\u{2028}", "\u{202E}", "\u{FEFF}", "\u{FFFF}",
    "😀", "\u{10FFFF}",
  ]

  static func text(_ random: inout SplitMix64) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      text.unicodeScalars.append(scalars.randomElement(using: &random) ?? "a")
    }
    return text
  }

  /// A text in quotation marks, some of its scalars escaped though they need not be.
  static func quoted(_ text: String, _ random: inout SplitMix64) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      let must = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
      guard must || Int.random(in: 0..<4, using: &random) == 0 else {
        result.unicodeScalars.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let hex = String(unit, radix: 16, uppercase: Bool.random(using: &random))
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      }
    }
    return result + "\""
  }

  /// A number in any of its forms, within what can be represented.
  static func number(_ random: inout SplitMix64) -> String {
    func digits(_ count: ClosedRange<Int>) -> String {
      (0..<Int.random(in: count, using: &random)).map { _ in
        String(Int.random(in: 0...9, using: &random))
      }.joined()
    }
    var text = Bool.random(using: &random) ? "-" : ""
    text += Bool.random(using: &random) ? "0" : "7" + digits(0...24)
    if Bool.random(using: &random) { text += "." + digits(1...12) }
    if Bool.random(using: &random) {
      text += ["e", "E"].randomElement(using: &random) ?? "e"
      text += ["", "+", "-"].randomElement(using: &random) ?? ""
      text += digits(1...2)
    }
    return text
  }

  static func value(_ random: inout SplitMix64, depth: Int = 0) -> String {
    let space = [" ", "", "", "\n", "\t\r\n"].randomElement(using: &random) ?? ""
    switch Int.random(in: 0..<(depth < 5 ? 8 : 6), using: &random) {
    case 0: return space + "null"
    case 1: return space + (Bool.random(using: &random) ? "true" : "false")
    case 2: return space + String(Int.random(in: -1_000_000...1_000_000, using: &random))
    case 3: return space + String(Int.random(in: .min ... .max, using: &random))
    case 4, 5: return space + quoted(text(&random), &random)
    case 6:
      let count = Int.random(in: 0..<5, using: &random)
      let items = (0..<count).map { _ in value(&random, depth: depth + 1) }
      return space + "[" + items.joined(separator: ",") + space + "]"
    default:
      let count = Int.random(in: 0..<5, using: &random)
      let fields = (0..<count).map { index in
        quoted("\(index)" + text(&random), &random) + space + ":"
          + value(&random, depth: depth + 1)
      }
      return space + "{" + fields.joined(separator: ",") + space + "}"
    }
  }
}
