extension String {
  /// The path of a file that was dragged into a terminal or copied in a file manager, without what those
  /// put around it: quotation marks, backslashes, `file://`; nil if the text is no such path.
  var droppedPath: String? {
    var text = String(trimmingBlanks)
    guard !text.isEmpty, !text.contains(where: \.isNewline) else { return nil }
    if let quote = text.first, quote == "'" || quote == "\"" {
      guard text.count > 2, text.last == quote else { return nil }
      text = String(text.dropFirst().dropLast()).replacing("'\\''", with: "'")
    } else if text.hasPrefix("file://") {
      text = String(text.dropFirst(7)).withoutPercents
    } else if text.contains("\\") {
      text = text.withoutBackslashes
    }
    return text.hasPrefix("/") ? text : nil
  }

  /// Whether a name ends as documents of notices do.
  var endsAsDocument: Bool {
    let name = lowercased()
    return [
      ".docx", ".xlsx", ".doc", ".xls", ".wps", ".et", ".odt", ".ods", ".rtf", ".html", ".htm",
      ".txt",
      ".csv", ".tsv", ".md", ".pdf", ".ofd",
    ].contains(where: name.hasSuffix)
  }

  private var withoutBackslashes: String {
    var plain = ""
    var isEscaped = false
    for character in self {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        plain.append(character)
        isEscaped = false
      }
    }
    return plain
  }

  private var withoutPercents: String {
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
