/// Gathers what is pasted, up to the mark at its end.
struct PasteReader: Sendable {
  private static let mark = Array("\u{1B}[201~".utf8)

  private let charset: Charset
  /// How many bytes are kept at most.
  private let limit: Int
  private var bytes: [UInt8] = []
  private var isTooLong = false
  private var wasRefused = false
  /// Whether some of it was delivered because nothing came for a while.
  private var isStale = false
  /// Whether something came since.
  private var hasNews = true

  init(charset: Charset, limit: Int) {
    self.charset = charset
    self.limit = limit
  }

  /// What it waits for.
  enum Wait {
    /// More, or the mark.
    case more
    /// After a pause: whether an Escape was pressed or begins the mark.
    case escape
    /// After a pause, with nothing to be delivered: the mark.
    case mark
  }

  var wait: Wait {
    guard hasNews else { return .mark }
    return isStale && bytes.last == Self.mark[0] ? .escape : .more
  }

  /// Takes a byte in; true if it ends the mark.
  mutating func take(_ byte: UInt8) -> Bool {
    bytes.append(byte)
    hasNews = true
    if byte == Self.mark.last, bytes.suffix(Self.mark.count).elementsEqual(Self.mark) {
      bytes.removeLast(Self.mark.count)
      return true
    }
    // What begins the mark is still to be seen.
    if bytes.count > limit + Self.mark.count {
      isTooLong = true
      bytes.removeFirst(bytes.count - Self.mark.count)
    }
    return false
  }

  /// All of it, at its end: the text, or that it was too long, which is told once.
  mutating func end() -> Event? {
    let (event, left) = event(of: bytes[...])
    guard left > 0 else { return event }
    // The end of a character is missing.
    guard case .paste(let text) = event else { return .paste("\u{FFFD}") }
    return .paste(text + "\u{FFFD}")
  }

  /// What came so far, because nothing more comes; a mark or a character that was begun is kept.
  mutating func pause() -> Event? {
    isStale = true
    hasNews = false
    let begun =
      (0..<Self.mark.count).last {
        bytes.suffix($0).elementsEqual(Self.mark.prefix($0))
      } ?? 0
    let (event, left) = event(of: bytes.dropLast(begun))
    bytes = Array(bytes.suffix(left + begun))
    return event
  }

  /// Takes the Escape away that came last and was meant as a key.
  mutating func removeEscape() { bytes.removeLast() }

  private mutating func event(of bytes: ArraySlice<UInt8>) -> (event: Event?, left: Int) {
    isTooLong = isTooLong || bytes.count > limit
    guard !isTooLong else {
      defer { wasRefused = true }
      return (wasRefused ? nil : .pasteTooLong(limit: limit), 0)
    }
    let (text, left) = charset.text(of: bytes)
    return (text.isEmpty ? nil : .paste(text), left)
  }
}
