/// The text without any character that some terminals draw in two columns and others in one.
///
/// Chinese stays Chinese; quotes become corner brackets, dashes `-`, the ellipsis three dots,
/// circled numbers `(1)`, rules and blocks `-`, `|` and `#`, accented and Greek letters Latin ones.
/// Combining marks go, as they would not suit their new base. For display only: what is stored,
/// copied or exported stays as it was.
package func transliteratedForWideTerminals(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  guard text.unicodeScalars.contains(where: needsReplacement) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if DisplayWidth.isAmbiguous(scalar) {
      result += replacement(of: scalar)
    } else if !isAmbiguousMark(scalar) {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func needsReplacement(_ scalar: Unicode.Scalar) -> Bool {
  DisplayWidth.isAmbiguous(scalar) || isAmbiguousMark(scalar)
}

/// The marks for Latin letters and the variation selectors are of the ambiguous class as well.
private func isAmbiguousMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x300...0x36F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
  default: false
  }
}

private let replacements: [Unicode.Scalar: String] = {
  var table: [Unicode.Scalar: String] = [:]
  for word in replacementWords.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
    guard let first = word.unicodeScalars.first else { continue }
    table[first] = String(word.unicodeScalars.dropFirst())
  }
  return table
}()

/// What stands for one ambiguous scalar: never empty, never ambiguous.
private func replacement(of scalar: Unicode.Scalar) -> String {
  if let word = replacements[scalar] { return word }
  if let number = enclosedNumber(scalar.value) { return "(\(number))" }
  if let letter = enclosedLetter(scalar.value) { return letter }
  switch scalar.value {
  case 0xAD: return "-"
  case 0x2160...0x216B: return romanNumerals[Int(scalar.value - 0x2160)]
  case 0x2170...0x2179: return romanNumerals[Int(scalar.value - 0x2170)].lowercased()
  case 0x2500...0x257F: return boxReplacement(scalar.value)
  case 0x2580: return "-"
  case 0x2581: return "_"
  case 0x258F, 0x2595: return "|"
  case 0x2582...0x2594: return "#"
  case 0x25B6, 0x25B7: return ">"
  case 0x25C0, 0x25C1: return "<"
  case 0x25BC, 0x25BD: return "v"
  case 0x25CB, 0x25CE, 0x25EF: return "o"
  default: break
  }
  switch scalar.properties.generalCategory {
  case .privateUse, .unassigned: return "?"
  default: return scalar.value == 0xFFFD ? "?" : "*"
  }
}

private let romanNumerals = [
  "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
]

/// The number in a circle, in brackets or before a full stop.
private func enclosedNumber(_ value: UInt32) -> UInt32? {
  switch value {
  case 0x2460...0x2473: value - 0x245F
  case 0x2474...0x2487: value - 0x2473
  case 0x2488...0x249B: value - 0x2487
  case 0x24EA, 0x24FF, 0x1F100: 0
  case 0x24EB...0x24F4: value - 0x24E0
  case 0x24F5...0x24FE: value - 0x24F4
  case 0x2776...0x277F: value - 0x2775
  case 0x3248...0x324F: (value - 0x3247) * 10
  case 0x1F101...0x1F10A: value - 0x1F101
  default: nil
  }
}

/// The letter in a circle, a square or in brackets.
private func enclosedLetter(_ value: UInt32) -> String? {
  let (index, first): (UInt32, Unicode.Scalar)
  switch value {
  case 0x249C...0x24B5: (index, first) = (value - 0x249C, "a")
  case 0x24B6...0x24CF: (index, first) = (value - 0x24B6, "A")
  case 0x24D0...0x24E9: (index, first) = (value - 0x24D0, "a")
  case 0x1F110...0x1F129: (index, first) = (value - 0x1F110, "A")
  case 0x1F130...0x1F149: (index, first) = (value - 0x1F130, "A")
  case 0x1F150...0x1F169: (index, first) = (value - 0x1F150, "A")
  case 0x1F170...0x1F189: (index, first) = (value - 0x1F170, "A")
  default: return nil
  }
  return Unicode.Scalar(first.value + index).map { "(\($0))" }
}

private func boxReplacement(_ value: UInt32) -> String {
  switch value {
  case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509: "-"
  case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B: "|"
  case 0x254C, 0x254D: "-"
  case 0x254E, 0x254F: "|"
  case 0x2550: "="
  case 0x2551: "|"
  case 0x2571: "/"
  case 0x2572: "\\"
  case 0x2573: "X"
  case 0x2574, 0x2576, 0x2578, 0x257A, 0x257C, 0x257E: "-"
  case 0x2575, 0x2577, 0x2579, 0x257B, 0x257D, 0x257F: "|"
  default: "+"
  }
}
