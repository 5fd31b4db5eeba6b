/// Makes events of the bytes that a terminal sends, wherever its reads happen to cut them.
///
/// It asks no clock: whoever feeds it says when the bytes came, and calls `expire` once nothing has
/// come until `deadline`. What it does not understand it passes over whole, so that no part of an
/// answer or of a report is taken for keys.
package struct InputDecoder: Sendable {
  /// The milliseconds after which it goes on without more bytes.
  enum Limit {
    /// An Escape is a key; what comes later than that came apart, as people press keys.
    static let escape: Int64 = 50
    /// The same on the slowest line.
    static let slowEscape: Int64 = 500
    /// An Escape and a letter are two keys; an Escape that came alone began no sequence.
    static let letter: Int64 = 300
    /// A sequence with more to it never ends: it is passed over.
    static let sequence: Int64 = 1000
    /// A string that never ends holds nobody's keys any longer.
    static let string: Int64 = 5000
    /// What was pasted is shown, and more of it is waited for.
    static let paste: Int64 = 2000
    /// The mark at the end of a paste was lost.
    static let mark: Int64 = 10_000
  }

  private let charset: Charset
  private let keys: KeySequences
  private let longestPaste: Int
  private var characters: CharacterReader
  /// What is being pasted, if something is.
  private var paste: PasteReader?
  /// The sequence that is being read, if there is one.
  private var sequence: SequenceReader?
  /// Whether nothing came for a while since the last byte of it.
  private var isQuiet = false
  /// Until when what follows an Escape that was reported may belong to it.
  private var lateUntil: Int64?
  private var lastByte: Int64 = 0
  /// How long after the byte before it the last one came.
  private var gap: Int64 = 0
  /// The longest gap within the sequence that is being read.
  private var longestGap: Int64 = 0
  /// How long an Escape may be the beginning of a sequence: longer on a line that was seen to be slow.
  private var patience = Limit.escape
  private var clicks = ClickCounter()
  private var events: ArraySlice<Event> = []

  /// - Parameters:
  ///   - charset: how bytes become characters.
  ///   - keys: which sequences are keys.
  ///   - longestPaste: the bytes that a paste may have.
  package init(
    charset: Charset = .utf8, keys: KeySequences = .standard, longestPaste: Int = 1 << 20
  ) {
    self.charset = charset
    self.keys = keys
    self.longestPaste = longestPaste
    characters = CharacterReader(charset: charset)
  }

  /// Takes bytes in that came at a moment.
  package mutating func feed(_ bytes: some Sequence<UInt8>, at milliseconds: Int64) {
    for byte in bytes {
      gap = milliseconds - lastByte
      lastByte = milliseconds
      take(byte)
    }
  }

  /// The next thing that happened, nil if nothing is whole.
  package mutating func next() -> Event? { events.popFirst() }

  /// Whether something waits to be asked for.
  package var hasEvents: Bool { !events.isEmpty }

  /// Whether all that comes is part of a paste.
  package var isPasting: Bool { paste != nil }

  /// When what is held back is decided although no byte comes; nil if nothing is.
  package var deadline: Int64? {
    switch paste?.wait {
    case .more: lastByte + Limit.paste
    case .escape: lastByte + Limit.escape
    case .mark: lastByte + Limit.mark
    case nil:
      sequence.map { lastByte + (isQuiet ? limit(of: $0) : min(limit(of: $0), Limit.escape)) }
    }
  }

  private func limit(of sequence: SequenceReader) -> Int64 {
    sequence.isEscapeAlone ? patience : sequence.limit
  }

  /// Decides what is held back, if its time is over.
  package mutating func expire(at milliseconds: Int64) {
    guard let deadline, milliseconds >= deadline else { return }
    guard paste == nil else { return pausePaste() }
    isQuiet = true
    guard let sequence, milliseconds >= lastByte + limit(of: sequence) else { return }
    if sequence.isEscapeAlone { lateUntil = milliseconds + Limit.letter }
    end(with: sequence.ending())
  }

  // MARK: - Characters

  private mutating func take(_ byte: UInt8) {
    if paste != nil {
      // In its place: a copy of a long paste for every byte of it would take its time.
      guard paste?.take(byte) == true else { return }
      if let event = paste?.end() { events.append(event) }
      paste = nil
    } else if sequence == nil {
      type(byte)
    } else {
      let isApart = isQuiet
      isQuiet = false
      longestGap = max(longestGap, gap)
      let ending = sequence?.take(byte, isApart: isApart, at: lastByte)
      if let ending { end(with: ending) }
    }
  }

  private mutating func type(_ byte: UInt8) {
    let isLate = lateUntil.map { lastByte <= $0 } ?? false
    lateUntil = nil
    // No character goes on with a control: one that was begun lacks bytes, and the control is a key.
    if byte < 0x20 || byte == 0x7F {
      for scalar in characters.abandon() { report(scalar) }
    }
    if byte == Self.escape {
      begin([byte], .escape)
    } else if let letter = control(byte) {
      begin([Self.escape, letter], .control)
    } else if isLate, characters.begun == 0, Self.introducers.contains(byte) {
      begin([Self.escape, byte], .late)
    } else {
      for scalar in characters.take(byte) { report(scalar) }
    }
  }

  /// The letter behind an Escape that a control of eight bits stands for, where the byte is no part of
  /// a character.
  private func control(_ byte: UInt8) -> UInt8? {
    guard (0x80..<0xA0).contains(byte), characters.begun == 0, charset.read([byte]) == .broken
    else { return nil }
    let letter = byte - 0x40
    return Self.introducers.contains(letter) ? letter : nil
  }

  private mutating func report(_ scalar: Unicode.Scalar) {
    if (0x80..<0xA0).contains(scalar.value) {
      // Controls of their own, which stand for an Escape and a letter.
      let letter = UInt8(scalar.value - 0x40)
      if Self.introducers.contains(letter) { begin([Self.escape, letter], .control) }
    } else if let key = own(scalar) ?? Key(typed: scalar) {
      events.append(.key(key))
    }
  }

  /// The key that this terminal alone has for a control.
  private func own(_ scalar: Unicode.Scalar) -> Key? {
    scalar.value < 0x20 ? keys.key(of: [UInt8(scalar.value)]) : nil
  }

  private static let escape: UInt8 = 0x1B
  /// The letters that begin a sequence behind an Escape.
  private static let introducers = Set("[O]P_^X".utf8)

  // MARK: - Sequences

  private mutating func begin(_ bytes: [UInt8], _ origin: SequenceReader.Origin) {
    sequence = SequenceReader(bytes, origin, charset: charset, keys: keys, at: lastByte)
    isQuiet = false
    longestGap = origin == .late ? gap : 0
  }

  /// Learns from what nobody typed how far apart this line brings the bytes of a sequence.
  private mutating func learn(from ending: SequenceReader.Ending) {
    guard ending.keys.isEmpty else { return }
    patience = max(patience, min(2 * longestGap, Limit.slowEscape))
  }

  /// Goes on with characters: first those that were no sequence.
  private mutating func end(with ending: SequenceReader.Ending) {
    sequence = nil
    learn(from: ending)
    for byte in ending.keys {
      for scalar in characters.take(byte) { report(scalar) }
    }
    report(ending.meaning)
    for byte in ending.rest { take(byte) }
  }

  private mutating func report(_ meaning: ControlSequence.Meaning) {
    switch meaning {
    case .key(let key): events.append(.key(key))
    case .pasteBegins:
      paste = PasteReader(charset: charset, limit: longestPaste)
    case .mouse(let code, let column, let row, let isRelease):
      if !isRelease { report(button: code, Point(x: column, y: row)) }
    case .answer(let answer): events.append(.answer(answer))
    case .unknown: break
    }
  }

  /// The left button and the wheel; neither other buttons nor what moves while one is held.
  private mutating func report(button code: Int, _ point: Point) {
    // Shift, Meta and Control are 4, 8 and 16.
    switch code & ~28 {
    case 0: events.append(.mouse(clicks.press(at: point, milliseconds: lastByte)))
    case 64: events.append(.mouse(Mouse(.wheelUp, at: point)))
    case 65: events.append(.mouse(Mouse(.wheelDown, at: point)))
    default: break
    }
  }

  // MARK: - Pastes

  /// Shows what was pasted so far.
  ///
  /// Whatever comes later is part of it still, and obeyed by nobody, until the mark, an Escape of its
  /// own, or a long silence.
  private mutating func pausePaste() {
    let wait = paste?.wait
    if wait == .escape { paste?.removeEscape() }
    if wait != .mark, let event = paste?.pause() { events.append(event) }
    if wait == .more { return }
    paste = nil
    if wait == .escape { events.append(.key(.escape)) }
  }
}

extension Key {
  /// The key behind a character that the terminal sent, nil if it means nothing.
  fileprivate init?(typed scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .enter
    case 0x08, 0x7F: self = .backspace
    case 0x1B: self = .escape
    case 0x01...0x1A:
      self = .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x60))))
    case 0x20...: self = .character(Character(scalar))
    default: return nil
    }
  }
}
