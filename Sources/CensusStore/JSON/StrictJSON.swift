/// A recogniser of RFC 8259 that builds nothing; it stands in front of every decoder.
///
/// It refuses what the decoder lets pass in fields that nobody decodes (broken UTF-8, lone
/// surrogates, raw control bytes, duplicate keys, trailing commas), names the place, and keeps to
/// limits before any memory is spent on values.
public enum StrictJSON {
  /// How much is accepted.
  public struct Limits: Equatable, Sendable {
    /// Levels of nesting.
    public let depth: Int
    /// Bytes of one text, between its quotation marks.
    public let text: Int
    /// Bytes of one file.
    public let file: Int
    /// Values of one file, each key of an object counted as one: a value of two bytes costs the
    /// decoder behind fifty.
    public let values: Int

    /// Limits of one's own.
    public init(depth: Int, text: Int, file: Int, values: Int = 1 << 19) {
      self.depth = depth
      self.text = text
      self.file = file
      self.values = values
    }

    /// The limits of the store: 64 levels, 1 MiB of text, 64 MiB of file, 524,288 values, which
    /// are those of about 35,000 findings.
    public static let store = Limits(depth: 64, text: 1 << 20, file: 64 << 20)
  }

  /// Checks that the bytes are one JSON value within the limits.
  ///
  /// - Parameters:
  ///   - bytes: a whole file.
  ///   - limits: how much is accepted.
  /// - Throws: the first fault.
  public static func check(_ bytes: [UInt8], limits: Limits = .store) throws(JSONFault) {
    guard bytes.count <= limits.file else {
      throw JSONFault(.fileSize(limit: limits.file), at: limits.file, in: bytes)
    }
    var recogniser = Recogniser(bytes: bytes, limits: limits)
    do {
      try recogniser.document()
    } catch {
      throw JSONFault(error.expectation, at: error.offset, in: bytes)
    }
  }
}

/// A fault before anybody has counted lines.
struct Stop: Error {
  let expectation: JSONFault.Expectation
  let offset: Int
}

/// The position in a text and the objects and lists that are open there.
struct Recogniser {
  let bytes: [UInt8]
  let limits: StrictJSON.Limits
  var position = 0
  private var open: [Container] = []
  private var keys = KeyStack()
  private var isInKey = false
  private var values = 0

  private enum Container {
    case object
    case list
  }

  init(bytes: [UInt8], limits: StrictJSON.Limits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// The byte at the position; nil at the end.
  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func document() throws(Stop) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw stop(.noByteOrderMark) }
    skipSpace()
    var wantsValue = true
    while wantsValue || !open.isEmpty {
      wantsValue = wantsValue ? try value() : try continuation()
      skipSpace()
    }
    guard position == bytes.count else { throw stop(.endOfFile) }
  }

  /// Takes one byte of a text, unescaped: it matters only in a key.
  mutating func take(_ byte: UInt8) {
    if isInKey { keys.append(byte) }
  }

  func stop(_ expectation: JSONFault.Expectation) -> Stop {
    Stop(expectation: expectation, offset: position)
  }

  /// Reads a scalar or opens a container; whether a value has to follow.
  private mutating func value() throws(Stop) -> Bool {
    guard let first = current else { throw stop(.value) }
    try count()
    switch first {
    case UInt8(ascii: "{"):
      try enter(.object)
      if leave(.object, at: UInt8(ascii: "}")) { return false }
      try key()
      return true
    case UInt8(ascii: "["):
      try enter(.list)
      return !leave(.list, at: UInt8(ascii: "]"))
    case UInt8(ascii: "\""): try text()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: throw stop(.value)
    }
    return false
  }

  /// Reads what follows a value in its container; whether a value has to follow.
  private mutating func continuation() throws(Stop) -> Bool {
    let isObject = open.last == .object
    if current == UInt8(ascii: ",") {
      position += 1
      skipSpace()
      if isObject { try key() }
      return true
    }
    let closed =
      isObject ? leave(.object, at: UInt8(ascii: "}")) : leave(.list, at: UInt8(ascii: "]"))
    guard closed else { throw stop(isObject ? .commaOrBrace : .commaOrBracket) }
    return false
  }

  private mutating func count() throws(Stop) {
    guard values < limits.values else { throw stop(.values(limit: limits.values)) }
    values += 1
  }

  private mutating func enter(_ container: Container) throws(Stop) {
    guard open.count < limits.depth else { throw stop(.depth(limit: limits.depth)) }
    open.append(container)
    if container == .object { keys.enter() }
    position += 1
    skipSpace()
  }

  private mutating func leave(_ container: Container, at end: UInt8) -> Bool {
    guard current == end else { return false }
    position += 1
    open.removeLast()
    if container == .object { keys.leave() }
    return true
  }

  private mutating func key() throws(Stop) {
    guard current == UInt8(ascii: "\"") else { throw stop(.key) }
    try count()
    let start = position
    keys.begin()
    isInKey = true
    try text()
    isInKey = false
    if let double = keys.finish() {
      throw Stop(expectation: .uniqueKey(double), offset: start)
    }
    skipSpace()
    guard current == UInt8(ascii: ":") else { throw stop(.colon) }
    position += 1
    skipSpace()
  }

  private mutating func word(_ word: StaticString) throws(Stop) {
    let matches = word.withUTF8Buffer { letters in
      bytes[position...].starts(with: letters)
    }
    guard matches else { throw stop(.value) }
    position += word.utf8CodeUnitCount
  }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }
}
