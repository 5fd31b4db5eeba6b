internal import CensusCore
package import CensusLists
internal import FoundationEssentials

extension Value {
  /// The value as JSON text: two blanks a level, keys in the order of their bytes, a line end.
  ///
  /// Whatever a reader cannot see is escaped, so that the text is safe to show.
  package var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(self) else {
      preconditionFailure("texts, integers and flags can always be encoded")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return escaped(closingEmptyBrackets(in: text)) + "\n"
  }
}

extension Roll {
  /// The list as JSON text.
  package var json: String { value.json }
}

extension Value: Encodable {
  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .none:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .text(let text): try text.encode(to: encoder)
    case .integer(let number): try number.encode(to: encoder)
    case .day(let day): try day.description.encode(to: encoder)
    case .flag(let flag): try flag.encode(to: encoder)
    case .list(let values): try values.encode(to: encoder)
    case .object(let fields):
      var container = encoder.container(keyedBy: FieldKey.self)
      for field in fields { try container.encode(field.value, forKey: FieldKey(field.name)) }
    }
  }
}

/// A key that is known only when the program runs.
private struct FieldKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ name: String) {
    stringValue = name
  }

  init?(stringValue: String) {
    self.init(stringValue)
  }

  init?(intValue: Int) {
    nil
  }
}

/// Puts the two brackets of an empty list together; inside of texts there are no line ends.
private func closingEmptyBrackets(in text: String) -> String {
  var lines: [Substring] = []
  for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
    let content = line.drop { $0 == " " }
    if content.hasPrefix("]"), let last = lines.last, last.hasSuffix("[") {
      lines[lines.count - 1] = last + content
    } else if content.hasPrefix("}"), let last = lines.last, last.hasSuffix("{") {
      lines[lines.count - 1] = last + content
    } else {
      lines.append(line)
    }
  }
  return lines.joined(separator: "\n")
}

/// Writes what cannot be seen, or could turn the text around, as `\u` and four hex digits.
///
/// The encoder has dealt with the controls below 0x20; line ends between values stay.
private func escaped(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isHidden) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    guard isHidden(scalar) else {
      result.unicodeScalars.append(scalar)
      continue
    }
    for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
      let digits = String(unit, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
  return result
}

private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value < 0x7F { return false }
  switch scalar.value {
  case 0x4E00..<0xA000, 0x3001...0x3029, 0xFF01...0xFF5E: return false
  // Letters and marks that show nothing: joiner, Hangul fillers, variation selectors.
  case 0x34F, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x3164, 0xFFA0,
    0xFE00...0xFE0F, 0xE0000...0xE0FFF:
    return true
  default: break
  }
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse,
    .surrogate:
    return true
  case .spaceSeparator: return scalar != "\u{3000}"
  default: return false
  }
}
