internal import DisplayText

/// What every part of an office file begins with.
let xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/// A text within XML or HTML, of one line or several: its signs are no markup, and it holds nothing that
/// XML cannot carry.
func xmlText(_ text: String) -> String {
  let safe = visible(text)
  guard safe.utf8.contains(where: isMarkup) else { return safe }
  return safe.unicodeScalars.reduce(into: "") { result, scalar in
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default: result.unicodeScalars.append(scalar)
    }
  }
}

private func isMarkup(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
  default: false
  }
}

/// The text with one kind of line break, and with every other control made visible.
func visible(_ text: String) -> String {
  var result = ""
  var part = String.UnicodeScalarView()
  var previous: Unicode.Scalar?
  func flush() {
    result += neutralised(String(part))
    part.removeAll()
  }
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n" where previous == "\r": break
    case "\n", "\r":
      flush()
      result += "\n"
    case "\t":
      flush()
      result += "\t"
    default: part.append(scalar)
    }
    previous = scalar
  }
  flush()
  return result
}
