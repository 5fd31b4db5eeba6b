// MARK: - Texts

extension Scanner {
  /// Reads a text from its opening quotation mark to behind the closing one; whether it has escapes.
  mutating func text() throws(Stop) -> Bool {
    position += 1
    let start = position
    var hasEscapes = false
    while let byte = current {
      guard position - start <= limits.text else {
        throw Stop(expectation: .textLength(limit: limits.text), offset: start)
      }
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return hasEscapes
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try escape()
      case 0..<0x20: throw stop(.escapedControl)
      case 0x20..<0x80: position += 1
      default: try multibyte()
      }
    }
    throw stop(.closingQuote)
  }

  private mutating func escape() throws(Stop) {
    guard position + 1 < bytes.count else { throw stop(.escape) }
    let letter = bytes[position + 1]
    if letter == UInt8(ascii: "u") { return try unicodeEscape() }
    guard plainByte(behindBackslash: letter) != nil else { throw stop(.escape) }
    position += 2
  }

  private mutating func unicodeEscape() throws(Stop) {
    let start = position
    let code = try codeUnit()
    if (0xDC00...0xDFFF).contains(code) {
      throw Stop(expectation: .surrogatePair, offset: start)
    }
    guard (0xD800...0xDBFF).contains(code) else { return }
    guard bytes[position...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]),
      (0xDC00...0xDFFF).contains(try codeUnit())
    else {
      throw Stop(expectation: .surrogatePair, offset: start)
    }
  }

  /// Reads `\u` and four hex digits.
  private mutating func codeUnit() throws(Stop) -> UInt32 {
    position += 2
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = hexDigit(byte) else { throw stop(.hexDigits) }
      code = code << 4 | digit
      position += 1
    }
    return code
  }

  /// Reads one scalar of two to four bytes: no overlong form, no surrogate, none above U+10FFFF.
  private mutating func multibyte() throws(Stop) {
    let second: ClosedRange<UInt8>
    let more: Int
    switch bytes[position] {
    case 0xC2...0xDF: (second, more) = (0x80...0xBF, 1)
    case 0xE0: (second, more) = (0xA0...0xBF, 2)
    case 0xED: (second, more) = (0x80...0x9F, 2)
    case 0xE1...0xEF: (second, more) = (0x80...0xBF, 2)
    case 0xF0: (second, more) = (0x90...0xBF, 3)
    case 0xF1...0xF3: (second, more) = (0x80...0xBF, 3)
    case 0xF4: (second, more) = (0x80...0x8F, 3)
    default: throw stop(.utf8)
    }
    guard position + more < bytes.count, second.contains(bytes[position + 1]) else {
      throw stop(.utf8)
    }
    for next in stride(from: 2, through: more, by: 1) {
      guard (0x80...0xBF).contains(bytes[position + next]) else { throw stop(.utf8) }
    }
    position += more + 1
  }
}

// MARK: - Numbers

extension Scanner {
  /// Digits beyond which a number is refused unread: none that is meant is so long.
  private static let longestNumber = 1_024

  /// Reads a number; whether it has neither fraction nor exponent.
  mutating func number() throws(Stop) -> Bool {
    let start = position
    if current == UInt8(ascii: "-") { position += 1 }
    if current == UInt8(ascii: "0") {
      position += 1
      if isDigit(current) { throw stop(.noLeadingZero) }
    } else {
      try digits()
    }
    var isPlain = true
    if current == UInt8(ascii: ".") {
      isPlain = false
      position += 1
      try digits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      isPlain = false
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    if isPlain && position - start <= 300 { return true }
    let written = UnsafeBufferPointer(rebasing: bytes[start..<position])
    guard written.count <= Scanner.longestNumber,
      let value = Double(String(decoding: written, as: UTF8.self)), value.isFinite
    else { throw Stop(expectation: .numberInRange, offset: start) }
    return isPlain
  }

  private mutating func digits() throws(Stop) {
    guard isDigit(current) else { throw stop(.digit) }
    while isDigit(current) {
      position += 1
    }
  }

  private func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }
}
