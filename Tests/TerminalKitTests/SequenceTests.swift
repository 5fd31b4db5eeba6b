import TerminalKit
import Testing

/// Sequences that nobody understands: they are passed over whole, and none of their letters is a
/// key; what a person typed is heard all the same.
struct SequenceTests {
  private static let gaps = InputDecoderTests.gaps

  static let foreign: [String] = [
    // Late answers: the cursor's place, what the terminal is, its modes, its size.
    "\u{1B}[12;5R", "\u{1B}[?62;22c", "\u{1B}[>1;10;0c", "\u{1B}[?2026;2$y", "\u{1B}[8;24;80t",
    // Keys that nobody has: with Alt, of other protocols, of a keypad.
    "\u{1B}[1;3A", "\u{1B}[57399;3u", "\u{1B}[27;5;112~", "\u{1B}[23^", "\u{1B}OE",
    "\u{1B}O5P", "\u{1B}O+", "\u{1B}O~", "\u{1B}[=1;2:3<4+!p", "\u{1B}[ q",
    // The focus, and marks of a paste that never began.
    "\u{1B}[I", "\u{1B}[O", "\u{1B}[201~",
    // Strings: colours, a name, the clipboard, pictures; the letters in them are acts.
    "\u{1B}]11;rgb:ffff/bbbb/pppp\u{07}", "\u{1B}]52;c;cGVi\u{1B}\\", "\u{1B}P>|term p(1)\u{1B}\\",
    "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}]lpeb\u{1B}\\", "\u{1B}Ppeb\u{1B}\\",
    "\u{1B}_peb\u{1B}\\", "\u{1B}^peb\u{1B}\\", "\u{1B}Xpeb\u{1B}\\", "\u{1B}^怒p\u{07}",
    "\u{1B}]\u{07}", "\u{1B}_\u{1B}\\", "\u{1B}]0;p\u{9C}",
    // The same with controls that stand for an Escape and a letter.
    "\u{9B}12;5R", "\u{9D}0;peb\u{9C}", "\u{90}peb\u{1B}\\", "\u{98}peb\u{9C}", "\u{9E}p\u{07}",
    "\u{9F}p\u{9C}",
    // The mouse: other buttons, releases, what moves; as numbers, and as bytes.
    "\u{1B}[<2;3;4M", "\u{1B}[<0;3;4m", "\u{1B}[<35;3;4M", "\u{1B}[32;10;4M", "\u{1B}[M\"p4",
    "\u{1B}[M#p4", "\u{1B}[M@  ",
  ]

  @Test(arguments: foreign)
  func isPassedOverWhole(_ sequence: String) {
    let bytes = Array(sequence.utf8)
    for gap in Self.gaps {
      // An Escape that comes alone is a key after a while; what follows it is none.
      for first in (gap < 50 ? 1 : 2)..<bytes.count {
        let cut = [bytes[..<first], bytes[first...], [UInt8(ascii: "j")]]
        let events = PlayedKeyboard.events(of: cut, gap: gap)
        #expect(events == [.key("j")], "\(sequence.debugDescription) cut at \(first), gap \(gap)")
      }
      guard gap < 50 else { continue }
      #expect(PlayedKeyboard.events(of: pieces(of: bytes, 1), gap: gap).isEmpty)
    }
  }

  /// A key of rxvt that nobody has ends with a dollar, unless more comes together with it.
  @Test func aDollarEndsAKey() {
    for first in 2..<5 {
      let bytes = Array("\u{1B}[23$".utf8)
      let cut = [bytes[..<first], bytes[first...], [UInt8(ascii: "j")]]
      #expect(PlayedKeyboard.events(of: cut, gap: 60) == [.key("j")])
    }
    let together = Array("\u{1B}[23$\u{1B}[23$\u{1B}[2$y".utf8)
    for gap: Int64 in [0, 20] {
      #expect(PlayedKeyboard.events(of: pieces(of: together, 1), gap: gap).isEmpty)
    }
  }

  /// Every sign and every last letter behind it, with one sign and with two.
  @Test func signsAndALastLetterArePassedOver() {
    for sign: UInt8 in 0x20...0x2F {
      for final: UInt8 in 0x30...0x7E {
        for bytes in [[0x1B, sign, final], [0x1B, sign, 0x25, final]] {
          for first in 1..<bytes.count {
            let cut = [bytes[..<first], bytes[first...], [UInt8(ascii: "j")]]
            #expect(PlayedKeyboard.events(of: cut, gap: 20) == [.key("j")], "\(bytes) at \(first)")
          }
        }
      }
    }
  }

  /// Space, slash, plus, minus and star are keys: a person presses them one at a time.
  @Test(arguments: [" ", "/", "+", "-", "*", "//", "+-"])
  func signsBehindAnEscapeAreKeys(_ typed: String) {
    let expected = ([.escape] + typed.map { Key.character($0) } + ["n"]).map { Event.key($0) }
    var keyboard = PlayedKeyboard()
    keyboard.send("\u{1B}" + typed)
    keyboard.wait(60)
    keyboard.send("n")
    #expect(keyboard.events == expected)
    // What cannot end such a sequence is no part of it, however fast it comes.
    let bytes = Array("\u{1B}\(typed)怒\u{1B}\(typed)\r".utf8)
    let keys = ([.escape] + typed.map { Key.character($0) }).map { Event.key($0) }
    #expect(
      PlayedKeyboard.events(of: [bytes], gap: 0) == keys + [.key("怒")] + keys + [.key(.enter)])
  }

  /// On a slow line an Escape and a letter may come together: what is typed behind them is heard.
  @Test(arguments: ["Pjj", "Xj", "_g", "^n", "]jk"])
  func aStringThatIsTypedIsKeys(_ typed: String) {
    let characters = typed.map { Event.key(.character($0)) }
    for gap: Int64 in [60, 150, 400] {
      var keyboard = PlayedKeyboard()
      keyboard.send("\u{1B}" + typed.prefix(1))
      for character in typed.dropFirst() {
        keyboard.wait(gap)
        keyboard.send(String(character))
      }
      keyboard.rest()
      #expect(keyboard.events == [.key(.escape)] + characters, "\(typed) at \(gap)")
    }
  }

  /// What came with its Escape is the terminal's, however slow the line is.
  @Test(arguments: [20, 200, 300, 700])
  func aSlowSequenceIsNoKeys(_ gap: Int64) {
    for pieces in [
      ["\u{1B}[", "1;5", "p"], ["\u{1B}[1", ";", "5", "p"], ["\u{1B}[", "12;5", "~"],
    ] {
      var keyboard = PlayedKeyboard()
      for piece in pieces {
        keyboard.send(piece)
        keyboard.wait(gap)
      }
      keyboard.wait(1000)
      keyboard.send("j")
      #expect(keyboard.events == [.key("j")], "\(pieces) at \(gap)")
    }
  }

  /// Where the terminal's own answers came in pieces, an arrow that comes so is one, and no Escape.
  @Test(arguments: [60, 120, 200] as [Int64])
  func aLineThatWasSeenToBeSlowIsWaitedFor(_ gap: Int64) {
    func byteByByte(_ text: String, _ keyboard: inout PlayedKeyboard) {
      for byte in text.utf8 {
        keyboard.send([byte])
        keyboard.wait(gap)
      }
    }
    for first in ["\u{1B}[?62;22c", "\u{1B}[A"] {
      var keyboard = PlayedKeyboard()
      byteByByte(first, &keyboard)
      let before = keyboard.events.count
      byteByByte("\u{1B}[B\u{1B}OA\u{1B}[5~j", &keyboard)
      keyboard.rest()
      #expect(
        Array(keyboard.events[before...])
          == [.key(.down), .key(.up), .key(.pageUp), .key("j")], "\(first.debugDescription)")
      byteByByte("\u{1B}j\u{1B}", &keyboard)
      keyboard.rest()
      #expect(keyboard.events.suffix(3) == [.key(.escape), .key("j"), .key(.escape)])
    }
    // On a line of which nothing is known, an Escape is a key as soon as ever.
    var fresh = PlayedKeyboard()
    fresh.send("\u{1B}")
    fresh.wait(50)
    #expect(fresh.events == [.key(.escape)])
  }

  /// The rest of a click in the old form is letters; it is swallowed however late it comes.
  @Test(arguments: [20, 300, 1500, 4000] as [Int64])
  func theRestOfAClickIsNoKeys(_ gap: Int64) {
    for pieces in [["\u{1B}[M", " p4"], ["\u{1B}[M ", "p4"], ["\u{1B}[M p", "4"]] {
      var keyboard = PlayedKeyboard()
      keyboard.send(pieces[0])
      keyboard.wait(gap)
      keyboard.send(pieces[1] + "j")
      #expect(keyboard.events.last == .key("j"), "\(pieces) at \(gap)")
      #expect(keyboard.events.count { if case .key = $0 { true } else { false } } == 1)
    }
    var keyboard = PlayedKeyboard()
    keyboard.send("\u{1B}[M p")
    keyboard.wait(5000)
    keyboard.send("j")
    #expect(keyboard.events == [.key("j")])
  }

  @Test func aSequenceThatNeverEndsTakesNothingAfterIt() {
    for begun in [
      "\u{1B}[12;", "\u{1B}]11;rgb", "\u{1B}P1", "\u{1B}O5", "\u{1B}_peb",
      "\u{1B}^peb",
      "\u{1B}Xpeb", "\u{1B}Ppeb\u{1B}",
    ] {
      var keyboard = PlayedKeyboard()
      keyboard.send(begun)
      keyboard.wait(1000)
      keyboard.send("j怒")
      #expect(keyboard.events == [.key("j"), .key("怒")], "\(begun.debugDescription)")
    }
  }

  /// Whoever types into a string that never ends is heard after five seconds.
  @Test func aStringThatNeverEndsHasAnEnd() {
    for begun in ["\u{1B}]11;rgb", "\u{1B}P1peb", "\u{1B}_peb", "\u{1B}^peb", "\u{1B}Xpeb"] {
      var keyboard = PlayedKeyboard()
      keyboard.send(begun)
      for _ in 0..<12 {
        keyboard.wait(500)
        keyboard.send("j")
      }
      #expect(keyboard.events == [.key("j"), .key("j")], "\(begun.debugDescription)")
    }
  }

  /// A person's Enter, Backspace, Ctrl-C and Escape are the way out of a string that never ends;
  /// controls that come with the string are part of it.
  @Test func aControlOfItsOwnEndsAString() {
    for begun in ["\u{1B}]11;rgb", "\u{1B}P1", "\u{1B}_peb"] {
      for (control, key) in [("\r", Key.enter), ("\u{03}", .control("c")), ("\u{7F}", .backspace)] {
        var keyboard = PlayedKeyboard()
        keyboard.send(begun + "x")
        keyboard.wait(60)
        keyboard.send(control + "j")
        #expect(keyboard.events == [.key(key), .key("j")], "\(begun.debugDescription)")
      }
      var keyboard = PlayedKeyboard()
      keyboard.send(begun + "\r\np\u{03}e\u{1B}\\j\(begun)x\u{1B}[A")
      #expect(keyboard.events == [.key("j"), .key(.up)], "\(begun.debugDescription)")
      keyboard.send(begun + "x")
      keyboard.wait(60)
      keyboard.send("\u{1B}")
      keyboard.wait(300)
      keyboard.send("k")
      #expect(keyboard.events.last == .key("k"), "\(begun.debugDescription)")
    }
  }

  @Test func enterEndsNumbersThatNeverEnd() {
    let bytes = Array("\u{1B}[12;\r\u{1B}[12;\u{1B}[A".utf8)
    #expect(PlayedKeyboard.events(of: [bytes], gap: 0) == [.key(.enter), .key(.up)])
  }

  /// A control that stands for an Escape and a letter was not typed: alone it is nothing.
  @Test(arguments: ["\u{9B}", "\u{8F}", "\u{90}", "\u{98}", "\u{9D}", "\u{9B}12;", "\u{84}"])
  func aControlOfEightBitsIsNoKey(_ begun: String) {
    var keyboard = PlayedKeyboard()
    keyboard.send(begun)
    keyboard.rest()
    keyboard.send("j")
    #expect(keyboard.events == [.key("j")])
  }

  /// The same as one byte, as terminals of eight bits send it; within a character it is a part of that.
  @Test(arguments: ["12;5Rj", "pj"])
  func aByteOfEightBitsBeginsASequence(_ rest: String) {
    for gap: Int64 in [0, 20] {
      let bytes = [0x9B] + Array(rest.utf8)
      #expect(PlayedKeyboard.events(of: pieces(of: bytes, 1), gap: gap) == [.key("j")])
    }
    #expect(PlayedKeyboard.events(of: [Array("盛p".utf8)], gap: 0) == [.key("盛"), .key("p")])
  }

  @Test func anAnswerMayBeLong() {
    let answer = "\u{1B}]52;c;" + String(repeating: "pepe", count: 100_000) + "\u{1B}\\q"
    #expect(PlayedKeyboard.events(of: [Array(answer.utf8)], gap: 0) == [.key("q")])
  }
}
