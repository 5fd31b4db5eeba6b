import CensusCore
import CensusDashboard
import CensusLists
import DisplayText
import TerminalKit
import Testing

/// The map of the overview, and the lanes above it.
@Suite struct TileTests {
  /// The keys go over the tiles by their places, whatever the order of the rows.
  @Test func theArrowsMoveByPlace() throws {
    var script = try Script(.chinese, 120, 36)
    try script.press("Tab")
    func here() -> String {
      guard case .some(.prefecture(let id)) = script.state.rowUnderCursor?.id else { return "-" }
      return id.text
    }
    #expect(here() == "昆明")
    for (key, place) in [
      ("Up", "滇中新区"), ("Right", "昭通"), ("Down", "曲靖"), ("Down", "文山"), ("Down", "西双版纳"),
      ("Left", "普洱"), ("Left", "临沧"), ("Left", "德宏"), ("Left", "德宏"), ("Up", "保山"),
      ("Up", "怒江"), ("Right", "丽江"), ("Up", "迪庆"),
    ] {
      try script.press(key)
      #expect(here() == place, "\(key)")
    }
    try script.press("Enter")
    #expect(script.state.way.places.last == .prefecture("迪庆"))
  }

  /// Every failing site has its sign on the tile of its prefecture, in letters too.
  @Test(arguments: [Alphabet.unicode, .ascii])
  func oneSignASite(_ alphabet: Alphabet) throws {
    let script = try Script(.chinese, 120, 36, asOf: "2018-10-23", alphabet: alphabet)
    let text = script.frame.plainText
    let sign = alphabet == .ascii ? "!" : "■"
    // 19 sites, and the sign in both legends.
    #expect(text.ranges(of: sign).count == 21)
    // 昆明 has five sites, 临沧 four of five findings, each with its number at the end of the tile.
    for (sites, number) in [(5, 5), (4, 5), (3, 3), (2, 2)] {
      let signs = String(repeating: sign, count: sites)
      let pattern = try Regex("[^\(sign)]\(signs) +\(number)")
      #expect(text.contains(pattern), "\(sites)")
    }
    #expect(text.contains(alphabet == .ascii ? "! 逾期 19" : "■ 逾期 19"))
  }

  /// A filter leaves tiles at their places.
  @Test func aFilterMovesNoTile() throws {
    var script = try Script(.chinese, 120, 36)
    func place() throws -> (line: Int, column: Int) {
      let lines = script.frame.lines
      let line = try #require(lines.lastIndex { $0.contains("▌临沧") || $0.contains("▐临沧") })
      let text = lines[line]
      let range = try #require(text.firstRange(of: "临沧"))
      return (line, text[..<range.lowerBound].displayWidth)
    }
    let before = try place()
    try script.press("Tab /")
    script.type("临沧")
    try script.press("Enter")
    #expect(try place() == before)
    #expect(!script.frame.plainText.contains("▌昆明"))
  }

  /// Read out, the map is the list that it stands for.
  @Test func inPlainModeTheMapIsAList() throws {
    var script = try Script()
    var dialogue = script.dialogue()
    for line in ["Tab", "down"] { _ = script.say(line, to: &dialogue) }
    #expect(dialogue.state.rowUnderCursor?.id == dialogue.state.rows(1)[1].id)
    #expect(!script.say("2", to: &dialogue).contains { $0.contains("换栏") })
  }

  /// A screen of a lane: the deadline, the arrow up to the day looked at, the heading.
  @Test(arguments: [Alphabet.unicode, .ascii])
  func aLaneOnTheDesk(_ alphabet: Alphabet) throws {
    let script = try Script(
      .chinese, 140, 36, asOf: "2018-10-23", view: .deadlines, alphabet: alphabet)
    let text = script.frame.plainText
    #expect(text.contains("20期限  今天"))
    #expect(text.contains(alphabet == .ascii ? "|==>" : "│━━►"))
  }
}
