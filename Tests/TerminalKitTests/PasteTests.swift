import CensusTestSupport
import TerminalKit
import Testing

/// What is pasted comes between two marks and is text, whatever is in it.
struct PasteTests {
  private static let note = String(repeating: "请于10月20日前报送：e\u{301}👍~[p\u{1B}[A\n", count: 90)

  private func marked(_ text: String) -> [UInt8] {
    Array("\u{1B}[200~\(text)\u{1B}[201~q".utf8)
  }

  @Test(arguments: Array(1...64) + [100, 1000, 1448, 4095, 4096])
  func isWholeInPiecesOfAnySize(_ size: Int) {
    let bytes = marked(Self.note)
    for gap: Int64 in size < 64 ? [0] : [0, 1, 20, 200] {
      var cut = pieces(of: bytes, size)
      // The Escape that begins it is not alone: that it then is a key is tested elsewhere.
      while cut.count > 1, cut[0].count < 2 { cut[0] = bytes[..<cut.remove(at: 1).endIndex] }
      #expect(PlayedKeyboard.events(of: cut, gap: gap) == [.paste(Self.note), .key("q")])
    }
  }

  @Test func isWholeWhereverItIsCutOnce() {
    let bytes = marked("怒江~👍")
    for gap in InputDecoderTests.gaps {
      for first in 2..<bytes.count {
        #expect(
          PlayedKeyboard.events(of: [bytes[..<first], bytes[first...]], gap: gap) == [
            .paste("怒江~👍"), .key("q"),
          ])
      }
    }
  }

  @Test func whatItBeginsAndNeverEndsIsDeliveredAndGoesOn() {
    var keyboard = PlayedKeyboard()
    keyboard.send(Array("\u{1B}[200~昆明".utf8) + [0xE7])
    keyboard.wait(1999)
    #expect(keyboard.events == [])
    keyboard.wait(1)
    #expect(keyboard.events == [.paste("昆明")])
    // The line was slow: nothing of the rest is a key.
    keyboard.wait(7000)
    keyboard.send([0xBD, 0x91] + Array("pq\n".utf8))
    keyboard.wait(3000)
    keyboard.send("\u{1B}[201~j")
    #expect(keyboard.events == [.paste("昆明"), .paste("网pq\n"), .key("j")])
  }

  @Test func anEscapeLeavesAPasteThatNeverEnds() {
    var keyboard = PlayedKeyboard()
    keyboard.send("\u{1B}[200~昆明")
    keyboard.wait(2500)
    keyboard.send("\u{1B}")
    keyboard.wait(50)
    keyboard.send("q")
    #expect(keyboard.events == [.paste("昆明"), .key(.escape), .key("q")])
  }

  @Test func aLongSilenceEndsAPasteThatNeverEnds() {
    var keyboard = PlayedKeyboard()
    keyboard.send("\u{1B}[200~昆明")
    keyboard.wait(10_000)
    #expect(keyboard.decoder.deadline == nil)
    keyboard.send("q")
    #expect(keyboard.events == [.paste("昆明"), .key("q")])
  }

  @Test func anEmptyOneIsNothing() {
    #expect(PlayedKeyboard.events(of: [marked("")], gap: 0) == [.key("q")])
  }

  @Test func theEndOfACharacterThatIsMissingIsSeen() {
    let bytes = Array("\u{1B}[200~江".utf8).dropLast() + Array("\u{1B}[201~".utf8)
    #expect(PlayedKeyboard.events(of: [bytes], gap: 0) == [.paste("\u{FFFD}")])
  }

  /// One that is too long is refused once and whole: no part of it is text, and none is a key.
  @Test func isTakenUpToItsLimitAndRefusedBeyond() {
    let limit = 10_000
    let most = String(repeating: "p", count: limit)
    func events(_ text: String) -> [Event] {
      var keyboard = PlayedKeyboard(longestPaste: limit)
      for piece in pieces(of: marked(text), 4096) { keyboard.send(Array(piece)) }
      return keyboard.events
    }
    #expect(events(most) == [.paste(most), .key("q")])
    for more in [1, 7, limit, 3 * limit] {
      let text = most + String(repeating: "u", count: more)
      #expect(events(text) == [.pasteTooLong(limit: limit), .key("q")])
    }
    var slow = PlayedKeyboard(longestPaste: limit)
    slow.send(Array("\u{1B}[200~\(most)p".utf8))
    slow.wait(2000)
    slow.send("more")
    slow.wait(2000)
    slow.send("\u{1B}[201~q")
    #expect(slow.events == [.pasteTooLong(limit: limit), .key("q")])
  }

  /// A long one takes the time of its length, not of its square.
  @Test func aLongOneIsReadInItsOwnTime() {
    let growth = growth(10_000) { count in
      var keyboard = PlayedKeyboard()
      let text = String(repeating: "站", count: count)
      for piece in pieces(of: marked(text), 4096) { keyboard.send(Array(piece)) }
      #expect(keyboard.events == [.paste(text), .key("q")])
    }
    #expect(growth < 20)
  }
}
