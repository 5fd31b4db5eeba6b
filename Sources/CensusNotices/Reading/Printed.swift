internal import CensusCore

// What is the same for a person and differs in bytes.

/// A text as words are compared: half-width, small letters, without blanks and what nobody sees.
func wordKey(_ text: String) -> String { searchKey(squeezed(text)) }

/// A text without any blank, line end or character that nobody sees.
func squeezed(_ text: String) -> String {
  if text.unicodeScalars.allSatisfy({ !isBlank($0) && !isUnseen($0) }) { return text }
  return String(
    String.UnicodeScalarView(text.unicodeScalars.filter { !isBlank($0) && !isUnseen($0) }))
}

/// The lines of a cell, as they are kept: several issues may stand in one.
func printedLines(_ text: String) -> String {
  text.split(whereSeparator: \.isNewline).map { printed(String($0)) }.joined(separator: "\n")
}

/// A text of a cell as it is kept: without line ends, what nobody sees, and blanks around it.
func printed(_ text: String) -> String {
  let kept = text.unicodeScalars.filter { !isUnseen($0) && !isLineEnd($0) }
  return trimmed(String(String.UnicodeScalarView(kept)))
}

/// A name as it is kept: as `printed`, and without blanks between Chinese characters, which a line
/// break leaves behind.
func printedName(_ text: String) -> String {
  let scalars = Array(printed(text).unicodeScalars)
  var kept = String.UnicodeScalarView()
  for (index, scalar) in scalars.enumerated() {
    if isBlank(scalar) {
      let before = scalars[..<index].last { !isBlank($0) }
      let after = scalars[index...].first { !isBlank($0) }
      if before.map(isChinese) == true, after.map(isChinese) == true { continue }
    }
    kept.append(scalar)
  }
  return String(kept)
}

/// Whether a cell says no more than that it is as the one above: 同上, 〃.
func isDitto(_ text: String) -> Bool {
  ["同上", "同前", "〃", "″", "\"", "”", "“", "''", "ditto"].contains(squeezed(text).lowercased())
}

/// A code as it is kept: without the mark by which spreadsheets tell text from numbers: '5309000037;
/// with digits of full width as any others.
func printedCode(_ text: String) -> String {
  let code = Glyphs(text).text
  let rest = code.drop { "'’‘＇`".contains($0) }
  return rest.first.map { $0.isNumber } == true ? String(rest) : code
}

/// Whether a digit is one of full width.
func isFullWidth(_ character: Character) -> Bool { ("０"..."９").contains(character) }

/// A text without blanks and line ends at both ends.
func trimmed(_ text: String) -> String {
  let scalars = text.unicodeScalars
  let isKept: (Unicode.Scalar) -> Bool = { !isBlank($0) && !isUnseen($0) }
  guard let first = scalars.firstIndex(where: isKept), let last = scalars.lastIndex(where: isKept)
  else { return "" }
  return String(scalars[first...last])
}

func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x3000: true
  default: false
  }
}

/// Soft hyphens, joiners and marks of no width.
func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: true
  default: false
  }
}

func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
  default: false
  }
}

func isChinese(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3001...0x303F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF60,
    0x20000...0x3FFFF:
    true
  default: false
  }
}

/// A whole number that is printed alone, full-width digits among them; an ending 个 or 家 counts not.
func printedNumber(_ text: String) -> Int? {
  var key = wordKey(text).filter { $0 != "," }
  if let last = key.last, "个家条".contains(last) { key.removeLast() }
  guard !key.isEmpty, key.utf8.count <= 9,
    key.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
  else { return nil }
  return Int(key)
}
