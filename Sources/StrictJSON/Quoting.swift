extension [UInt8] {
  /// Appends a text in quotation marks.
  ///
  /// - Parameters:
  ///   - text: what a reader is to get.
  ///   - escapesHidden: whether to escape all that cannot be seen, besides what JSON demands.
  package mutating func append(quoted text: String, escapesHidden: Bool = false) {
    append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { append(escaping: $0, escapesHidden: escapesHidden) }
    append(UInt8(ascii: "\""))
  }

  /// Appends well-formed UTF-8 in stretches that need no escape, and the escapes between them.
  private mutating func append(escaping text: UnsafeBufferPointer<UInt8>, escapesHidden: Bool) {
    var start = 0
    var place = 0
    while place < text.count {
      let byte = text[place]
      if byte < 0x80 {
        let isPlain =
          byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
          && (byte != 0x7F || !escapesHidden)
        if isPlain {
          place += 1
          continue
        }
        self += UnsafeBufferPointer(rebasing: text[start..<place])
        append(escapeOf: byte)
        place += 1
        start = place
      } else if !escapesHidden || (0xE4...0xE9).contains(byte) {
        // From E4 to E9 begin the Chinese characters, all of which can be seen.
        place += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      } else {
        let (scalar, length) = scalar(in: text, at: place)
        if scalar.isHidden {
          self += UnsafeBufferPointer(rebasing: text[start..<place])
          for unit in String(scalar).utf16 { append(escapeOf: unit) }
          start = place + length
        }
        place += length
      }
    }
    self += UnsafeBufferPointer(rebasing: text[start...])
  }

  private mutating func append(escapeOf byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): self += #"\""#.utf8
    case UInt8(ascii: "\\"): self += #"\\"#.utf8
    case 0x08: self += #"\b"#.utf8
    case 0x09: self += #"\t"#.utf8
    case 0x0A: self += #"\n"#.utf8
    case 0x0C: self += #"\f"#.utf8
    case 0x0D: self += #"\r"#.utf8
    default: append(escapeOf: UInt16(byte))
    }
  }

  private mutating func append(escapeOf unit: UInt16) {
    let digits = String(unit, radix: 16)
    self += "\\u".utf8
    self += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
    self += digits.utf8
  }
}

/// The scalar of two to four bytes at a place of well-formed UTF-8, and its length.
private func scalar(
  in text: UnsafeBufferPointer<UInt8>, at place: Int
) -> (Unicode.Scalar, length: Int) {
  let first = text[place]
  let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  var value = UInt32(first) & (0x7F >> UInt32(length))
  for next in place + 1..<place + length { value = value << 6 | UInt32(text[next] & 0x3F) }
  return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
}

extension Unicode.Scalar {
  /// Whether it shows nothing, or could turn the text around it.
  fileprivate var isHidden: Bool {
    switch value {
    case 0x3001...0x3029, 0xFF01...0xFF5E: return false
    // Letters and marks that show nothing: joiner, Hangul fillers, variation selectors.
    case 0x34F, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x3164, 0xFFA0,
      0xFE00...0xFE0F, 0xE0000...0xE0FFF:
      return true
    default: break
    }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse,
      .surrogate:
      return true
    case .spaceSeparator: return self != "\u{3000}"
    default: return false
    }
  }
}
