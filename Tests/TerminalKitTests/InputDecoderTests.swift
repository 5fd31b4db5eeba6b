import TerminalKit
import Testing

/// A keyboard that is played: bytes at moments, and time that passes.
struct PlayedKeyboard {
  private(set) var decoder: InputDecoder
  private(set) var events: [Event] = []
  private(set) var now: Int64 = 1000

  init(_ charset: Charset = .utf8, _ keys: KeySequences = .standard) {
    decoder = InputDecoder(charset: charset, keys: keys)
  }

  init(longestPaste: Int) { decoder = InputDecoder(longestPaste: longestPaste) }

  mutating func send(_ bytes: [UInt8]) {
    decoder.feed(bytes, at: now)
    collect()
  }

  mutating func send(_ text: String) { send(Array(text.utf8)) }

  /// Time passes as a reader lets it pass: what is due is decided on the way.
  mutating func wait(_ milliseconds: Int64) {
    let end = now + milliseconds
    while let deadline = decoder.deadline, deadline <= end {
      now = max(now, deadline)
      decoder.expire(at: now)
      collect()
    }
    now = end
  }

  /// Until nothing is held back any more.
  mutating func rest() { wait(60_000) }

  private mutating func collect() {
    while let event = decoder.next() { events.append(event) }
  }

  /// The events of some pieces with gaps between them, once all is at rest.
  static func events(
    of pieces: [some Sequence<UInt8>], gap: Int64, _ charset: Charset = .utf8,
    _ keys: KeySequences = .standard
  ) -> [Event] {
    var keyboard = PlayedKeyboard(charset, keys)
    for piece in pieces {
      keyboard.send(Array(piece))
      keyboard.wait(gap)
    }
    keyboard.rest()
    return keyboard.events
  }
}

/// All ways to cut something into pieces of one size.
func pieces(of bytes: [UInt8], _ size: Int) -> [ArraySlice<UInt8>] {
  stride(from: 0, to: bytes.count, by: size).map { bytes[$0..<min($0 + size, bytes.count)] }
}

struct InputDecoderTests {
  static let gaps: [Int64] = [0, 1, 20, 200]
  /// Characters of one to four bytes, of no and of two columns.
  static let text = "aé怒江⋯站👍e\u{301}𠮷~ｆ9"

  private func keys(_ text: String) -> [Event] {
    text.unicodeScalars.map { .key(.character(Character($0))) }
  }

  // MARK: - Characters

  @Test(arguments: gaps)
  func noCharacterIsLostWhereverItIsCut(_ gap: Int64) {
    let bytes = Array(Self.text.utf8)
    for first in 0...bytes.count {
      for second in first...bytes.count {
        let cut = [bytes[..<first], bytes[first..<second], bytes[second...]]
        #expect(PlayedKeyboard.events(of: cut, gap: gap) == keys(Self.text))
      }
    }
    #expect(PlayedKeyboard.events(of: pieces(of: bytes, 1), gap: gap) == keys(Self.text))
  }

  @Test(arguments: gaps)
  func whatIsNoCharacterIsSeenAndTakesNothingWithIt(_ gap: Int64) {
    let bytes: [UInt8] = [
      0xE7, 0x71, 0xFF, 0x61, 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xF5, 0xE6, 0x80, 0x92, 0xF0, 0x9F,
    ]
    let expected = keys("\u{FFFD}q\u{FFFD}a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}怒")
    for size in 1...bytes.count {
      #expect(PlayedKeyboard.events(of: pieces(of: bytes, size), gap: gap) == expected)
    }
  }

  @Test func readsUTF8AsTheStandardDoes() {
    for value in stride(from: UInt32(0x20), to: 0x11_0000, by: 17) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      #expect(Charset.utf8.read(bytes) == .scalar(scalar))
      for count in 0..<bytes.count { #expect(Charset.utf8.read(Array(bytes[..<count])) == .more) }
    }
  }

  /// The character set decides where a character ends, also where its bytes look like keys.
  @Test(arguments: gaps)
  func anotherCharacterSetIsReadByItsOwnRules(_ gap: Int64) {
    // Two bytes or, with a digit behind the first, four; the second may be a letter or a bracket.
    let charset = Charset { bytes in
      guard let first = bytes.first else { return .more }
      guard first >= 0x81 else { return .scalar(Unicode.Scalar(first)) }
      guard bytes.count > 1 else { return .more }
      guard (0x30...0x39).contains(bytes[1]) else { return .scalar("双") }
      return bytes.count == 4 ? .scalar("四") : .more
    }
    let bytes: [UInt8] = [0x81, 0x5B, 0x61, 0x81, 0x30, 0x81, 0x39, 0x81, 0x4F, 0x1B, 0x5B, 0x42]
    let expected = keys("双a四双") + [.key(.down)]
    for size in 1..<9 {
      let cut = pieces(of: Array(bytes.prefix(9)), size) + [bytes.suffix(3)]
      #expect(PlayedKeyboard.events(of: cut, gap: gap, charset) == expected)
    }
  }

  /// No character goes on with a control: what was begun is lost, and the control is a key.
  @Test(arguments: gaps)
  func aControlBehindHalfACharacterIsAKey(_ gap: Int64) {
    let four = Charset { bytes in
      guard let first = bytes.first, first >= 0x81 else {
        return bytes.first.map { .scalar(Unicode.Scalar($0)) } ?? .more
      }
      return bytes.count == 4 ? .scalar("四") : .more
    }
    for control: (UInt8, Key) in [(0x0D, .enter), (0x7F, .backspace), (0x09, .tab)] {
      for half: [UInt8] in [[0x81], [0x81, 0x30], [0x81, 0x30, 0x81]] {
        let events = PlayedKeyboard.events(of: [half, [control.0], [0x61]], gap: gap, four)
        #expect(events.last == .key(.character("a")))
        #expect(events.dropLast().last == .key(control.1))
        #expect(events.dropLast(2).allSatisfy { $0 == .key(.character("\u{FFFD}")) })
      }
    }
  }

  @Test func controlsAreKeys() {
    let events = PlayedKeyboard.events(of: [[0x01, 0x08, 0x09, 0x0A, 0x0D, 0x1A, 0x7F, 0]], gap: 0)
    #expect(
      events
        == [.control("a"), .backspace, .tab, .enter, .enter, .control("z"), .backspace].map {
          .key($0)
        })
  }

  // MARK: - Keys

  /// Wherever a sequence is cut: the Escape and what follows may be apart by what a line delays.
  @Test(
    arguments: [
      ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[1;2A", .shiftUp),
      ("\u{1B}[6;2~", .shiftPageDown),
      ("\u{1B}[[C", .function(3)), ("\u{1B}[6$", .shiftPageDown), ("\u{1B}[24;2~", .function(24)),
      ("\u{1B}Op", .character("0")), ("\u{1B}OM", .enter), ("\u{1B}[Z", .backTab),
    ] as [(String, Key)])
  func aKeyIsWholeWhereverItIsCut(_ sequence: String, _ key: Key) {
    let bytes = Array(sequence.utf8)
    for gap in Self.gaps {
      for first in 0...bytes.count {
        for second in first...bytes.count {
          let cut = [bytes[..<first], bytes[first..<second], bytes[second...]].filter {
            !$0.isEmpty
          }
          let isLate = gap == 200 && cut.first?.count == 1
          // After a fifth of a second an Escape was pressed; what follows is no letter all the same.
          #expect(
            PlayedKeyboard.events(of: cut, gap: gap)
              == (isLate ? [.key(.escape)] : []) + [.key(key)],
            "\(cut.map(Array.init)) at \(gap)")
        }
      }
      let isLate = gap == 200
      #expect(
        PlayedKeyboard.events(of: pieces(of: bytes, 1), gap: gap)
          == (isLate ? [.key(.escape)] : []) + [.key(key)])
    }
  }

  @Test func anEscapeAloneIsAKeyAfterAShortWhile() {
    var keyboard = PlayedKeyboard()
    keyboard.send("\u{1B}")
    keyboard.wait(49)
    #expect(keyboard.events == [])
    keyboard.wait(1)
    #expect(keyboard.events == [.key(.escape)])
    #expect(keyboard.decoder.deadline == nil)
  }

  /// Brackets and letters are keys of their own, also soon after an Escape.
  @Test(arguments: ["[", "]", "O", "P", "[[", "]2", "[5", "OO", "[G", "OG"])
  func keysBehindAnEscapeAreKeys(_ typed: String) {
    for gap: Int64 in [0, 60, 150, 400] {
      var keyboard = PlayedKeyboard()
      keyboard.send("\u{1B}")
      keyboard.wait(150)
      for character in typed {
        keyboard.send(String(character))
        keyboard.wait(gap)
      }
      keyboard.rest()
      #expect(keyboard.events == [.key(.escape)] + keys(typed), "\(typed) at \(gap)")
    }
  }

  @Test func escapeAndALetterAtOnceAreTwoKeys() {
    #expect(
      PlayedKeyboard.events(of: [Array("\u{1B}p\u{1B}\u{1B}[A\u{1B}[".utf8)], gap: 0) == [
        .key(.escape), .key("p"), .key(.escape), .key(.up), .key(.escape), .key("["),
      ])
  }

  @Test func whatTheDescriptionSaysWins() {
    let own = KeySequences([
      "kf1": Array("\u{1B}[M".utf8), "kcuu1": [0x0B], "kend": Array("\u{1B}F".utf8),
      "kf5": Array("\u{1B}[11~".utf8),
    ])
    let bytes = Array("\u{1B}[M\u{0B}\u{1B}F\u{1B}[11~".utf8)
    let expected: [Event] = [.function(1), .up, .end, .function(5)].map { .key($0) }
    #expect(PlayedKeyboard.events(of: [bytes], gap: 0, .utf8, own) == expected)
  }

  // MARK: - The mouse

  @Test(arguments: [
    ("\u{1B}[<0;6;4M\u{1B}[<0;6;4m", Mouse.Kind.click), ("\u{1B}[<64;6;4M", .wheelUp),
    ("\u{1B}[<65;6;4M", .wheelDown), ("\u{1B}[<4;6;4M", .click), ("\u{1B}[M &$\u{1B}[M#&$", .click),
    ("\u{1B}[M`&$", .wheelUp), ("\u{1B}[Ma&$", .wheelDown),
  ])
  func bothFormsOfReportsAreUnderstood(_ report: String, _ kind: Mouse.Kind) {
    let bytes = Array(report.utf8)
    let expected = [Event.mouse(Mouse(kind, at: Point(x: 5, y: 3)))]
    for gap in Self.gaps {
      for first in 2..<bytes.count {
        let cut = [bytes[..<first], bytes[first...]]
        let events = PlayedKeyboard.events(of: cut, gap: gap)
        // The Escape of a release may be late; it is no part of what is tested here.
        #expect(events.filter { $0 != .key(.escape) } == expected, "\(report) at \(first), \(gap)")
      }
    }
  }

  @Test func aReleaseIsNotWaitedFor() {
    var keyboard = PlayedKeyboard()
    keyboard.send("\u{1B}[<0;6;4M")
    #expect(keyboard.events == [.mouse(Mouse(.click, at: Point(x: 5, y: 3)))])
    keyboard.wait(5000)
    keyboard.send("q\u{1B}[<0;6;4m")
    #expect(keyboard.events.dropFirst() == [.key("q")])
  }

  @Test func columnsBeyondABytesReachAreBytesAllTheSame() {
    let report: [UInt8] = [0x1B, 0x5B, 0x4D, 0x20, 0xE7, 0xBD, 0x71]
    #expect(
      PlayedKeyboard.events(of: pieces(of: report, 3), gap: 20) == [
        .mouse(Mouse(.click, at: Point(x: 198, y: 156))), .key("q"),
      ])
  }

  /// Late bytes of a report, with an Escape that was taken for a key: no letter of it is obeyed.
  @Test func aReportWhoseEscapeCameAloneIsNoKey() {
    for report in ["\u{1B}[M p4", "\u{1B}[<0;80;20M"] {
      let bytes = Array(report.utf8)
      let events = PlayedKeyboard.events(of: [bytes[..<1], bytes[1...]], gap: 200)
      #expect(events.first == .key(.escape))
      #expect(events.count == 2)
      guard case .mouse = events.last else { return #expect(Bool(false), "\(events)") }
    }
  }
}
