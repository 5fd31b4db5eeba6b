import TerminalKit
import Testing

struct KeyTests {
  @Test func readsAScript() {
    #expect(
      Key.parse(script: "5 Down p Enter Escape C-c Space F1 PPage BTab lit:云南 PgDn") == [
        .character("5"), .down, .character("p"), .enter, .escape, .control("c"), .character(" "),
        .function(1), .pageUp, .backTab, .character("云"), .character("南"), .pageDown,
      ])
    #expect(Key.parse(script: "S-F3 S-F12 S-Up") == [.function(15), .function(24), .shiftUp])
    #expect(Key.parse(script: "S-F13") == nil)
    #expect(Key.parse(script: "  ") == [])
    #expect(Key.parse(script: "5 Dwon") == nil)
    #expect(Key.parse(script: "F C - lit:") == [.character("F"), .character("C"), .character("-")])
  }

  @Test func everyNameReadsBack() {
    let keys: [Key] = [
      .character("a"), .character(" "), .character("云"), .enter, .escape, .tab, .backTab, .up,
      .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .backspace,
      .function(12), .function(16), .control("w"), .shiftUp, .shiftPageDown, .controlDown,
    ]
    for key in keys { #expect(Key.parse(script: key.name) == [key]) }
  }

  @Test(
    arguments: [
      ("ｊ", "j"), ("５", "5"), ("：", ":"), ("？", "?"), ("　", " "), ("【", "["), ("】", "]"),
      ("、", "/"),
      ("／", "/"), ("《", "<"), ("》", ">"), ("。", "."), ("，", ","), ("￥", "$"), ("中", "中"),
      ("j", "j"),
    ] as [(Character, Character)])
  func understandsFullWidthKeys(typed: Character, meant: Character) {
    #expect(Key.character(typed).normalised == .character(meant))
  }

  @Test func theScriptedTerminalEndsByItself() {
    var terminal = InMemoryTerminal(
      size: Size(columns: 4, rows: 1), events: [.key(.up), .resized(Size(columns: 2, rows: 2))])
    terminal.present(Grid(size: terminal.size))
    let events = (0..<3).map { _ in terminal.nextEvent(timeout: -1) }
    #expect(events == [.key(.up), .resized(Size(columns: 2, rows: 2)), nil])
    #expect(terminal.size == Size(columns: 2, rows: 2))
    #expect(terminal.frames.map(\.lines) == [["    "]])
  }
}
