extension [UInt8] {
  /// Appends a text in quotation marks; only what JSON demands is escaped.
  package mutating func append(quoted text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0x08: self += #"\b"#.utf8
      case 0x09: self += #"\t"#.utf8
      case 0x0A: self += #"\n"#.utf8
      case 0x0C: self += #"\f"#.utf8
      case 0x0D: self += #"\r"#.utf8
      case 0..<0x20:
        self += (byte < 0x10 ? #"\u000"# : #"\u00"#).utf8
        self += String(byte, radix: 16).utf8
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }
}
