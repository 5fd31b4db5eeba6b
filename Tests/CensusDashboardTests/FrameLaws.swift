import CensusCore
import CensusDashboard
import CensusTestSupport
import DisplayText
import TerminalKit
import Testing

/// What holds for every frame, whatever the size, the place and the keys.
@Suite struct FrameLaws {
  @Test(arguments: [Alphabet.unicode, .ascii])
  func everySizeDraws(_ alphabet: Alphabet) throws {
    for language in Language.allCases {
      for view in View.allCases {
        var script = try Script(language, view: view, alphabet: alphabet)
        for (columns, rows) in [(1, 1), (2, 60), (59, 16), (60, 16), (61, 17), (79, 23), (200, 16)]
        {
          script.resize(columns, rows)
          let frame = script.frame
          #expect(frame.size == Size(columns: columns, rows: rows))
          for y in 0..<rows { #expect(frame.lines[y].displayWidth == columns) }
        }
      }
    }
  }

  @Test func noAmbiguousCharacterInAsciiFrames() throws {
    for view in View.allCases {
      let script = try Script(.chinese, 120, 36, view: view, alphabet: .ascii)
      for line in script.frame.lines { #expect(transliteratedForWideTerminals(line) == line) }
    }
  }

  @Test(arguments: UInt64(0)..<30)
  func randomKeysNeverTrapAndKeepTheFrameWhole(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let names =
      "C-p C-p : F1 F2 F3 C-t 6 9 + - ~ w A M m c n y U v * Up Down PPage NPage Home End g G j k Enter Escape Tab BTab q 1 2 3 4 5 8 0 [ ] / s S p e b "
      + "P E u D r L ? J K x 云 Space BSpace C-u C-d Left Right C-w lit:怒江 lit:2018-10-20"
    let keys = names.split(separator: " ").map(String.init)
    var script = try Script(.chinese, asOf: "2018-10-23", today: "2018-11-30")
    for _ in 0..<150 {
      if Int.random(in: 0..<12, using: &random) == 0 {
        script.resize(
          Int.random(in: 1...130, using: &random), Int.random(in: 1...50, using: &random))
      }
      try script.press(try #require(keys.randomElement(using: &random)))
      let frame = script.frame
      for line in frame.lines { #expect(line.displayWidth == frame.size.columns) }
      if let cursor = frame.cursor { #expect(frame.bounds.contains(cursor)) }
      if script.hasQuit { break }
    }
  }

  @Test func sameStateSameFrame() throws {
    let script = try Script()
    #expect(script.frame == script.frame)
  }
}
