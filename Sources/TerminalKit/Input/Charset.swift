/// How bytes become characters, one after the other.
package struct Charset: Sendable {
  /// What some bytes are, read from their beginning.
  package enum Reading: Equatable, Sendable {
    /// A character that fills them.
    case scalar(Unicode.Scalar)
    /// The beginning of one.
    case more
    /// Nothing: the last of them does not go on what the others began.
    case broken
  }

  /// Reads the bytes of one character, four at most; it remembers nothing.
  package let read: @Sendable (_ bytes: [UInt8]) -> Reading

  package init(read: @escaping @Sendable (_ bytes: [UInt8]) -> Reading) {
    self.read = read
  }

  package static let utf8 = Charset { bytes in
    guard let first = bytes.first else { return .more }
    if first < 0x80 { return .scalar(Unicode.Scalar(first)) }
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return .broken
    }
    for (index, byte) in bytes.dropFirst().enumerated() {
      guard (index == 0 ? seconds(after: first) : 0x80...0xBF).contains(byte) else {
        return .broken
      }
    }
    guard bytes.count >= length else { return .more }
    let value = bytes.dropFirst().reduce(UInt32(first) & (0x7F >> UInt32(length))) {
      $0 << 6 | UInt32($1 & 0x3F)
    }
    return Unicode.Scalar(value).map { .scalar($0) } ?? .broken
  }

  /// What may follow a first byte: neither surrogates, nor longer forms than needed, nor more than
  /// Unicode has.
  private static func seconds(after first: UInt8) -> ClosedRange<UInt8> {
    switch first {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }

  /// A text; what is no character becomes U+FFFD.
  ///
  /// - Returns: the text, and how many bytes at the end begin a character that is not whole.
  func text(of bytes: some Sequence<UInt8>) -> (text: String, left: Int) {
    var text = String.UnicodeScalarView()
    var reader = CharacterReader(charset: self)
    for byte in bytes {
      // One by one: a sequence is appended in the time of all the text before it.
      for scalar in reader.take(byte) { text.append(scalar) }
    }
    return (String(text), reader.begun)
  }
}

/// The one state of decoding: the bytes of a character that is not whole yet.
struct CharacterReader: Sendable {
  private let charset: Charset
  private var bytes: [UInt8] = []

  init(charset: Charset) {
    self.charset = charset
  }

  /// How many bytes of a character came so far.
  var begun: Int { bytes.count }

  /// Takes a byte in: the characters that are whole now, U+FFFD for what was none.
  mutating func take(_ byte: UInt8) -> [Unicode.Scalar] {
    bytes.append(byte)
    switch charset.read(bytes) {
    case .more: return []
    case .scalar(let scalar):
      bytes = []
      return [scalar]
    case .broken:
      let isAlone = bytes.count == 1
      bytes = []
      // What ended the attempt may begin another character.
      return [Self.replacement] + (isAlone ? [] : take(byte))
    }
  }

  /// Gives up what was begun: U+FFFD, if there was anything.
  mutating func abandon() -> [Unicode.Scalar] {
    defer { bytes = [] }
    return bytes.isEmpty ? [] : [Self.replacement]
  }

  private static let replacement: Unicode.Scalar = "\u{FFFD}"
}
