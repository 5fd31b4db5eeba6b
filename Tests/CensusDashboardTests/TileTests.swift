import CensusCore
import CensusDashboard
import CensusLists
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
    for (sites, shown) in [(5, 5), (4, 5), (3, 3)] {
      let line = String(repeating: sign, count: sites)
      #expect(text.contains(line + " "), "\(sites)")
      #expect(shown >= sites)
    }
    #expect(text.contains(alphabet == .ascii ? "! 逾期 19" : "■ 逾期 19"))
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
