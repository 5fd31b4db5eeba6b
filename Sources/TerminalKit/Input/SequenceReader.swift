/// Gathers a sequence from its Escape to its end, and decides what of it was typed by a person.
///
/// Terminals send the bytes of a sequence together, people press keys one at a time. So what comes
/// apart from the byte before (`isApart`) may be a key, and what comes with it is part of the
/// sequence, whatever it is.
struct SequenceReader: Sendable {
  enum Origin {
    /// An Escape, which may be a key.
    case escape
    /// An Escape that was reported as a key already: this came too late.
    case late
    /// A control that stands for an Escape and a letter, and is no key.
    case control
  }

  /// What is over.
  struct Ending {
    var meaning: ControlSequence.Meaning = .unknown
    /// What was no sequence: an Escape and characters that somebody typed.
    var keys: [UInt8] = []
    /// What came behind it and is to be read anew.
    var rest: [UInt8] = []
  }

  private static let escape: UInt8 = 0x1B

  let origin: Origin
  private let charset: Charset
  private let keys: KeySequences
  private let began: Int64
  private var bytes: [UInt8]
  /// Whether all that followed the Escape came apart, or the letter where that came with it.
  private var isByHand = true
  /// Whether it may be over: only what comes together with it belongs to it.
  private var isOpen = false

  /// Begins with the Escape, and with the letter behind it if that is known.
  init(
    _ bytes: [UInt8], _ origin: Origin, charset: Charset, keys: KeySequences, at moment: Int64
  ) {
    self.bytes = bytes
    self.origin = origin
    self.charset = charset
    self.keys = keys
    began = moment
  }

  /// Whether it is an Escape and nothing else.
  var isEscapeAlone: Bool { origin == .escape && bytes.count == 1 }

  /// How many milliseconds it waits for its next byte.
  var limit: Int64 {
    typealias Limit = InputDecoder.Limit
    if bytes.count < 2 || isOpen { return Limit.escape }
    if isPointerReport { return Limit.string }
    // A letter behind an Escape may be a key; so may all that was typed or came too late.
    // What came with the Escape was sent by the terminal, however slow the line is.
    let isDoubtful = origin == .late || isByHand || isAtEscape
    return isDoubtful ? Limit.letter : Limit.sequence
  }

  /// Whether it is a report of the mouse in the old form: the three bytes to come, however late, are
  /// letters that nobody typed.
  private var isPointerReport: Bool {
    origin != .late && !isByHand
      && bytes.starts(with: [Self.escape, UInt8(ascii: "["), UInt8(ascii: "M")])
  }

  /// Takes a byte in; what the sequence was, if this ends it.
  mutating func take(_ byte: UInt8, isApart: Bool, at moment: Int64) -> Ending? {
    if isApart, isForeign(byte, at: moment) { return ending(rest: [byte]) }
    // A string and a letter may be keys that came together; nobody types what begins with `[`.
    let isKeys = bytes.count == 1 && byte != UInt8(ascii: "[")
    isByHand = isByHand && (isApart || isKeys)
    bytes.append(byte)
    isOpen = false
    switch ControlSequence.read(bytes, keys, charset) {
    case .open:
      isOpen = true
      return nil
    case .more:
      // Only the ends of an answer matter, however long it is.
      if bytes.count > 4096 { bytes.removeSubrange(8..<4088) }
      return nil
    case .whole(let meaning):
      // Late and short, what nobody knows is not told from keys.
      let isDoubtful = origin == .late && meaning == .unknown && bytes.count <= 4
      return Ending(
        meaning: meaning, keys: isDoubtful && !(0x30...0x3F).contains(bytes[2]) ? typed : [])
    case .broken(let count):
      let rest = Array(bytes.suffix(count))
      bytes.removeLast(count)
      return ending(rest: rest)
    }
  }

  /// Nothing more comes: it is passed over, or was typed.
  func ending(rest: [UInt8] = []) -> Ending {
    if isOpen, !ControlSequence.isDesignation(bytes) { return Ending(rest: rest) }
    let isTyped =
      switch origin {
      case .escape: bytes.count <= 2 || isByHand || ControlSequence.isDesignation(bytes)
      case .late: true
      case .control: false
      }
    return Ending(keys: isTyped ? typed : [], rest: rest)
  }

  /// The keys that it is, without an Escape that was reported.
  private var typed: [UInt8] { origin == .late ? Array(bytes.dropFirst()) : bytes }

  /// Whether the last byte may begin the end of a string.
  private var isAtEscape: Bool { bytes.count > 2 && bytes.last == Self.escape }

  /// Whether a byte that came apart is a person's: the way out of what never ends.
  private func isForeign(_ byte: UInt8, at moment: Int64) -> Bool {
    if isOpen { return true }
    guard ControlSequence.isString(bytes) else { return false }
    if origin == .late, bytes.count == 2 { return !ControlSequence.begins(bytes[1], byte) }
    if byte == Self.escape || bytes.last == Self.escape { return false }
    return ControlSequence.isKey(byte) || moment - began > InputDecoder.Limit.string
  }
}
