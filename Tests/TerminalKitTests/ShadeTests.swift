import TerminalKit
import Testing

/// Whether the terminal is dark or light: by its answer, by its environment, or by nothing.
struct ShadeTests {
  @Test(arguments: [
    ("rgb:ffff/ffff/ffff", Shade.light), ("rgb:0000/0000/0000", .dark), ("rgb:ff/ff/ff", .light),
    ("rgb:f/f/f", .light), ("rgb:fff/fff/fff", .light), ("rgb:0/0/0", .dark),
    ("rgb:FDFD/F6F6/E3E3", .light), ("rgb:0000/2b2b/3636", .dark), ("rgb:1e1e/1e1e/2e2e", .dark),
    ("rgba:ffff/ffff/ffff/0000", .light), ("rgba:00/00/00/ff", .dark),
    // The eye finds green bright and blue dark; numbers may have as many digits as they like.
    ("rgb:0000/ffff/0000", .light), ("rgb:0000/0000/ffff", .dark), ("rgb:ffff/0000/0000", .dark),
    ("rgb:f/ff/fff", .light), ("rgb:7fff/7fff/7fff", .dark), ("rgb:8080/8080/8080", .light),
  ])
  func readsAColour(_ text: String, _ shade: Shade) {
    #expect(Shade(colour: text) == shade)
  }

  @Test(arguments: [
    "", "rgb:", "rgb:ff/ff", "rgb:ff/ff/ff/ff", "rgba:ff/ff/ff", "rgb:fffff/0/0", "rgb:gg/gg/gg",
    "rgb:ff//ff", "rgb:-f/ff/ff", "rgb:+f/ff/ff", "rgb: ff/ff/ff", "#ffffff", "white", "?", "rgb",
    "rgb:ff/ff/ff:", "hsl:0/0/0", "rgb:ff/ff/ff;rgb:0/0/0", "rgb:怒/江/州", "rgb:Ｆ/Ｆ/Ｆ",
  ])
  func nonsenseIsNoColour(_ text: String) { #expect(Shade(colour: text) == nil) }

  @Test(arguments: [
    ("15;0", Shade.dark), ("0;15", .light), ("0;default;15", .light), ("15;default;0", .dark),
    ("0;7", .light), ("7;8", .dark), ("12;6", .dark), ("0;9", .light), ("15", .light),
  ])
  func readsTheVariable(_ value: String, _ shade: Shade) {
    #expect(Shade(variable: value) == shade)
  }

  @Test(arguments: ["", ";", "15;default", "0;16", "0;-1", "0;x", "15;0;", "default;default"])
  func nonsenseSaysNothing(_ value: String) { #expect(Shade(variable: value) == nil) }

  /// The configuration, else the answer, else the variable, else dark.
  @Test(
    arguments: [
      (Theme.auto, nil, nil, Theme.dark), (.auto, nil, "0;15", .light), (.auto, nil, "0;x", .dark),
      (.auto, .light, nil, .light), (.auto, .dark, "0;15", .dark), (.auto, .light, "15;0", .light),
      (.dark, .light, "0;15", .dark), (.light, .dark, "15;0", .light),
      (.default, .light, "0;15", .default), (.mono, .light, "0;15", .mono),
    ] as [(Theme, Shade?, String?, Theme)])
  func theThemeIsChosenByWhoeverKnowsBest(
    _ configured: Theme, _ answer: Shade?, _ variable: String?, _ shown: Theme
  ) {
    let background = Shade(answer: answer, variable: variable)
    #expect(Appearance(theme: configured, background: background).shownTheme == shown)
  }
}

/// Answers among keys: no part of one is a key, wherever it is cut.
struct TerminalAnswerTests {
  static let answers: [(String, TerminalAnswer)] = [
    ("\u{1B}]11;rgb:ffff/ffff/ffff\u{07}", .background(.light)),
    ("\u{1B}]11;rgb:ff/ff/ff\u{1B}\\", .background(.light)),
    ("\u{1B}]11;rgba:1/1/1/f\u{9C}", .background(.dark)),
    ("\u{9D}11;rgb:0000/0000/0000\u{9C}", .background(.dark)),
    ("\u{1B}[2;2R", .columns(1)), ("\u{1B}[2;3R", .columns(2)), ("\u{1B}[2;1R", .columns(0)),
  ]

  @Test(arguments: answers)
  func isWholeWhereverItIsCut(_ text: String, _ answer: TerminalAnswer) {
    let bytes = Array(text.utf8)
    for gap in InputDecoderTests.gaps {
      // An Escape that comes alone is a key after a while.
      for first in (gap < 50 ? 1 : 2)..<bytes.count {
        let cut = [bytes[..<first], bytes[first...], [UInt8(ascii: "j")]]
        #expect(
          PlayedKeyboard.events(of: cut, gap: gap) == [.answer(answer), .key("j")],
          "\(text.debugDescription) cut at \(first), gap \(gap)")
      }
      guard gap < 50 else { continue }
      #expect(PlayedKeyboard.events(of: pieces(of: bytes, 1), gap: gap) == [.answer(answer)])
    }
  }

  @Test func answersComeInAnyOrderAmongKeys() {
    for (first, one) in Self.answers {
      for (second, other) in Self.answers {
        let bytes = Array("5\(first)昆\(second)\u{1B}[A".utf8)
        let expected: [Event] = [.key("5"), .answer(one), .key("昆"), .answer(other), .key(.up)]
        #expect(PlayedKeyboard.events(of: [bytes], gap: 0) == expected)
        #expect(PlayedKeyboard.events(of: pieces(of: bytes, 1), gap: 0) == expected)
      }
    }
  }

  /// Other colours, other places, and keys that look alike; a paste is a text whatever is in it.
  @Test func whatIsNoAnswerIsNone() {
    for text in [
      "\u{1B}]10;rgb:ffff/ffff/ffff\u{07}", "\u{1B}]11;?\u{07}", "\u{1B}]11;\u{07}",
      "\u{1B}]110;rgb:ff/ff/ff\u{07}", "\u{1B}P11;rgb:ff/ff/ff\u{1B}\\", "\u{1B}[3;2R",
      "\u{1B}[2;0R", "\u{1B}[2;R", "\u{1B}[2;2;2R", "\u{1B}[?2;2R", "\u{1B}[22R",
      "\u{1B}[2;99999999999999999999R",
    ] {
      #expect(PlayedKeyboard.events(of: [Array(text.utf8)], gap: 0).isEmpty, "\(text.dropFirst())")
    }
    #expect(
      PlayedKeyboard.events(of: [Array("\u{1B}[1;2R".utf8)], gap: 0) == [.key(.function(15))])
    let pasted = "\u{1B}]11;rgb:ff/ff/ff\u{07}\u{1B}[2;3R"
    #expect(
      PlayedKeyboard.events(of: [Array("\u{1B}[200~\(pasted)\u{1B}[201~".utf8)], gap: 0)
        == [.paste(pasted)])
  }
}
