/// The text as one line that cannot act on a terminal or deceive a reader.
///
/// Every text from outside passes here before it is shown, on the screen, in a table, a message or
/// a log. Line ends and tabs become one space; other controls show in caret form (`^[` for
/// Escape); C1 controls, direction marks, invisible and tag characters and noncharacters show as
/// their code point (`<U+202E>`). A base keeps at most four combining marks, and variation
/// selectors are dropped: they change no meaning and terminals disagree about their width.
/// What comes out passes a second time unchanged.
package func neutralised(_ text: String) -> String {
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
  var marks = 0
  let isClean = text.unicodeScalars.allSatisfy { treatment(of: $0, after: &marks) == .keep }
  guard !isClean else { return text }

  var result = String.UnicodeScalarView()
  var previous: Unicode.Scalar?
  marks = 0
  for scalar in text.unicodeScalars {
    switch treatment(of: scalar, after: &marks) {
    case .keep: result.append(scalar)
    case .drop: break
    case .blank where scalar == "\n" && previous == "\r": break
    case .blank: result.append(" ")
    // One by one: a sequence is appended in the time of all the text before it.
    case .caret: for sign in caretForm(of: scalar).unicodeScalars { result.append(sign) }
    case .codePoint: for sign in codePointForm(of: scalar).unicodeScalars { result.append(sign) }
    }
    previous = scalar
  }
  return String(result)
}

private let mostMarks = 4

private enum Treatment {
  case keep
  case drop
  case blank
  case caret
  case codePoint
}

/// What becomes of one scalar.
///
/// `marks` counts the combining marks since the last base, so this is asked in order.
private func treatment(of scalar: Unicode.Scalar, after marks: inout Int) -> Treatment {
  let value = scalar.value
  switch value {
  case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x3001..<0x302A, 0x3041..<0x3099,
    0x3400..<0xA000, 0xFF01..<0xFFA0:
    marks = 0
    return .keep
  case 0x09, 0x0A, 0x0D: return .blank
  case 0..<0x20, 0x7F: return .caret
  case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return .drop
  // Letters that show nothing: joiner, Hangul fillers, Mongolian selectors.
  case 0x34F, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x3164, 0xFFA0: return .codePoint
  default: break
  }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark:
    marks += 1
    return marks > mostMarks ? .drop : .keep
  case .control, .format, .lineSeparator, .paragraphSeparator:
    return .codePoint
  case .unassigned where scalar.properties.isNoncharacterCodePoint:
    return .codePoint
  default:
    marks = 0
    return .keep
  }
}

private func caretForm(of scalar: Unicode.Scalar) -> String {
  guard let letter = Unicode.Scalar(scalar.value ^ 0x40) else { return "^?" }
  return "^" + String(letter)
}

private func codePointForm(of scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
}
