/// The position in a text, what has been read, and the objects and lists that are open there.
///
/// Nothing recurses, so no depth of nesting can overflow the stack.
struct Scanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let limits: JSONLimits
  var position = 0
  private(set) var tape: [Entry] = []
  /// The places in the tape of what is open.
  private var open: [Int] = []
  private var keys = KeyStack()

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
    tape.reserveCapacity(min(bytes.count / 12, 100_000))
  }

  /// A fault before anybody has counted lines.
  struct Stop: Error {
    let expectation: JSONFault.Expectation
    let offset: Int
  }

  /// The byte at the position; nil at the end.
  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  func stop(_ expectation: JSONFault.Expectation) -> Stop {
    Stop(expectation: expectation, offset: position)
  }

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

  /// Puts down what was read from `start` to `end`.
  private mutating func append(
    _ kind: Entry.Kind, from start: Int, to end: Int, hasEscapes: Bool = false
  ) throws(Stop) {
    guard tape.count < limits.values else {
      throw Stop(expectation: .values(limit: limits.values), offset: start)
    }
    tape.append(
      Entry(
        kind: kind, hasEscapes: hasEscapes, start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: end), next: UInt32(truncatingIfNeeded: tape.count + 1)))
  }

  /// Reads a scalar or opens a container; whether a value has to follow.
  private mutating func value() throws(Stop) -> Bool {
    guard let first = current else { throw stop(.value) }
    switch first {
    case UInt8(ascii: "{"):
      try enter(.object)
      if leave(at: UInt8(ascii: "}")) { return false }
      try key()
      return true
    case UInt8(ascii: "["):
      try enter(.list)
      return !leave(at: UInt8(ascii: "]"))
    case UInt8(ascii: "\""):
      let (start, hasEscapes) = (position + 1, try text())
      try append(.text, from: start, to: position - 1, hasEscapes: hasEscapes)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let (start, isPlain) = (position, try number())
      try append(isPlain ? .integer : .number, from: start, to: position)
    case UInt8(ascii: "t"): try word("true", .yes)
    case UInt8(ascii: "f"): try word("false", .no)
    case UInt8(ascii: "n"): try word("null", .null)
    default: throw stop(.value)
    }
    return false
  }

  /// Reads what follows a value in its container; whether a value has to follow.
  private mutating func continuation() throws(Stop) -> Bool {
    let isObject = open.last.map { tape[$0].kind == .object } ?? false
    if current == UInt8(ascii: ",") {
      position += 1
      skipSpace()
      if isObject { try key() }
      return true
    }
    guard leave(at: UInt8(ascii: isObject ? "}" : "]")) else {
      throw stop(isObject ? .commaOrBrace : .commaOrBracket)
    }
    return false
  }

  private mutating func enter(_ container: Entry.Kind) throws(Stop) {
    guard open.count < limits.depth else { throw stop(.depth(limit: limits.depth)) }
    open.append(tape.count)
    try append(container, from: position, to: position)
    if container == .object { keys.enter() }
    position += 1
    skipSpace()
  }

  private mutating func leave(at end: UInt8) -> Bool {
    guard current == end, let place = open.popLast() else { return false }
    position += 1
    tape[place].end = UInt32(truncatingIfNeeded: position)
    tape[place].next = UInt32(truncatingIfNeeded: tape.count)
    if tape[place].kind == .object { keys.leave() }
    return true
  }

  private mutating func key() throws(Stop) {
    guard current == UInt8(ascii: "\"") else { throw stop(.key) }
    let start = position
    let hasEscapes = try text()
    let key = KeyText(start + 1..<position - 1, hasEscapes: hasEscapes, in: bytes)
    guard keys.insert(key, in: bytes) else {
      throw Stop(expectation: .uniqueKey(key.string(in: bytes)), offset: start)
    }
    try append(.key, from: start + 1, to: position - 1, hasEscapes: hasEscapes)
    skipSpace()
    guard current == UInt8(ascii: ":") else { throw stop(.colon) }
    position += 1
    skipSpace()
  }

  private mutating func word(_ word: StaticString, _ kind: Entry.Kind) throws(Stop) {
    let start = position
    let matches = word.withUTF8Buffer { bytes[start...].starts(with: $0) }
    guard matches else { throw stop(.value) }
    position += word.utf8CodeUnitCount
    try append(kind, from: start, to: position)
  }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }
}
