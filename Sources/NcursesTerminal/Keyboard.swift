internal import CNcurses
internal import TerminalKit

/// What is typed on the terminal: bytes are read as they come, and made into events by the decoder.
struct Keyboard {
  /// What reading ended with.
  enum Outcome: Equatable {
    case event(Event)
    /// The size is another one, or the screen has to be drawn anew.
    case resized
    /// The time is over.
    case nothing
    /// Something came, and what it is, is not clear yet.
    case more
    case interrupted
    case end
  }

  private var decoder: InputDecoder
  private var buffer = [UInt8](repeating: 0, count: 4096)
  /// What came when somebody only looked.
  private var seen: Outcome?
  /// What else was learnt while a paste without marks was read.
  private var owed: Outcome?
  /// Whether the person is in a field, where all that comes is text.
  var isInField = false

  init() {
    var capabilities: [String: [UInt8]] = [:]
    for (name, _) in KeySequences.capabilities {
      guard let bytes = cn_capability(name) else { continue }
      capabilities[name] = Array(String(cString: bytes).utf8)
    }
    decoder = InputDecoder(
      charset: cn_is_utf8() ? .utf8 : .locale, keys: KeySequences(capabilities))
  }

  /// Whether something would be reported at once.
  mutating func hasEvents() -> Bool {
    if decoder.hasEvents || seen != nil || cn_is_interrupted() { return true }
    repeat {
      seen = read(timeout: 0)
    } while seen == .more
    if seen == .nothing { seen = nil }
    return seen != nil
  }

  /// Whether bytes are held back until it is clear what they mean.
  var isUndecided: Bool { decoder.deadline != nil }

  /// Waits for something, at most so many milliseconds, below 0 without limit.
  mutating func next(timeout milliseconds: Int) -> Outcome {
    if let outcome = seen {
      seen = nil
      return outcome
    }
    let end = milliseconds < 0 ? nil : cn_milliseconds() + Int64(milliseconds)
    while true {
      let now = cn_milliseconds()
      let left = [end, decoder.deadline].compactMap { $0 }.min().map { max(0, $0 - now) }
      let outcome = read(timeout: left ?? -1)
      if outcome != .nothing, outcome != .more { return outcome }
      if let end, outcome == .nothing, cn_milliseconds() >= end { return .nothing }
    }
  }

  /// Looks once at what is there.
  ///
  /// Time decides nothing while bytes wait that say more. They are taken one by one: those behind
  /// the key to leave are for the shell. A paste is all ours.
  private mutating func read(timeout: Int64) -> Outcome {
    if let event = decoder.next() { return .event(event) }
    if let outcome = owed {
      owed = nil
      return outcome
    }
    let capacity = decoder.isPasting ? buffer.count : 1
    var count: Int32 = 0
    let kind = cn_wait(Int32(clamping: timeout), &buffer, Int32(capacity), &count)
    switch Int(kind) {
    case Int(CN_BYTES):
      let isKey = !decoder.isPasting && decoder.deadline == nil
      decoder.feed(
        isKey && !isInField ? burst(after: buffer[0]) : Array(buffer[..<Int(count)]),
        at: cn_milliseconds())
      return decoder.next().map { .event($0) } ?? .more
    case Int(CN_RESIZED): return .resized
    case Int(CN_INTERRUPTED): return .interrupted
    case Int(CN_END): return .end
    default:
      decoder.expire(at: cn_milliseconds())
      return decoder.next().map { .event($0) } ?? .nothing
    }
  }

  /// A byte with what came at the same moment, as a marked paste where that reads like text.
  private mutating func burst(after first: UInt8) -> [UInt8] {
    guard PlainPaste.mayBegin(with: first), Int(cn_pending()) + 1 >= PlainPaste.leastBytes else {
      return [first]
    }
    var bytes = [first]
    guard gather(&bytes, timeout: 0), PlainPaste.reads(bytes) else { return bytes }
    while gather(&bytes, timeout: PlainPaste.quiet) {}
    return PlainPaste.marked(bytes)
  }

  /// Reads what is there; false if nothing more comes within the time.
  private mutating func gather(_ bytes: inout [UInt8], timeout: Int) -> Bool {
    var count: Int32 = 0
    let kind = Int(cn_wait(Int32(timeout), &buffer, Int32(buffer.count), &count))
    switch kind {
    case Int(CN_BYTES):
      bytes += buffer[..<Int(count)]
      return true
    case Int(CN_RESIZED): owed = .resized
    case Int(CN_INTERRUPTED): owed = .interrupted
    case Int(CN_END): owed = .end
    default: break
    }
    return false
  }
}

extension Charset {
  /// The character set of the locale, as the C library reads it.
  fileprivate static let locale = Charset { bytes in
    var value: UInt32 = 0
    let count = Int(cn_decode(bytes, Int32(bytes.count), &value))
    if count == 0 { return .more }
    guard count == bytes.count, let scalar = Unicode.Scalar(value) else { return .broken }
    return .scalar(scalar)
  }
}
