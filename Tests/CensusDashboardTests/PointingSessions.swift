import CensusCore
import CensusDashboard
import CensusTestSupport
import DisplayText
import TerminalKit
import Testing

/// The mouse: it points, opens and scrolls, and never records anything by itself.
@Suite struct PointingSessions {
  @Test func aClickPutsTheCursorAndASecondOneOpens() throws {
    var script = try Script(view: .deadlines)
    script.click("怒江")
    #expect(script.cursorLine.contains("怒江"))
    #expect(script.state.place == .view(.deadlines))
    script.click("怒江", .doubleClick)
    #expect(script.state.place == .unit("怒江"))
    #expect(script.effects.isEmpty)
  }

  @Test func theGutterMarks() throws {
    var script = try Script(view: .deadlines)
    let row = try #require(script.place(of: "怒江"))
    script.act(.mouse(Mouse(.click, at: Point(x: 1, y: row.y))))
    #expect(script.message == "已选1行（U 全不选）")
    script.act(.mouse(Mouse(.click, at: Point(x: 1, y: row.y))))
    #expect(script.message == nil)
  }

  @Test func theHeadOfAColumnSortsAndReverses() throws {
    var script = try Script(view: .prefectures)
    script.click("在运行")
    #expect(script.line(2).contains("在运▴"))
    let first = script.frame.lines[4]
    script.click("在运")
    #expect(script.line(2).contains("在运▾"))
    #expect(script.frame.lines[4] != first)
  }

  @Test func tabsHintsAndTheWayBackAreKeys() throws {
    var script = try Script(.chinese, 100, 30)
    script.click("3 网站")
    #expect(script.state.place == .view(.sites))
    try script.press("Enter")
    let depth = script.state.way.places.count
    script.act(.mouse(Mouse(.click, at: Point(x: 3, y: 2))))
    #expect(script.state.way.places.count == depth - 1)
    script.click("帮助")
    #expect(script.state.overlay != nil)
  }

  @Test func theWheelMovesThreeRows() throws {
    var script = try Script(view: .prefectures)
    let row = try #require(script.place(of: "曲靖"))
    script.act(.mouse(Mouse(.wheelDown, at: row)))
    #expect(script.state.way.lists[script.state.listKey]?.index == 3)
    script.act(.mouse(Mouse(.wheelUp, at: row)))
    #expect(script.state.way.lists[script.state.listKey]?.index == 0)
  }

  @Test func aClickOutsideOfEverythingDoesNothing() throws {
    var script = try Script(view: .deadlines)
    let before = script.frame.plainText
    script.act(.mouse(Mouse(.click, at: Point(x: 500, y: 500))))
    script.act(.mouse(Mouse(.click, at: Point(x: 79, y: 21))))
    #expect(script.frame.plainText == before)
  }

  @Test func behindADialogNothingAnswers() throws {
    var script = try Script(view: .deadlines)
    let row = try #require(script.place(of: "云南省文史研究馆"))
    try script.press("P")
    let before = script.frame.plainText
    script.act(.mouse(Mouse(.click, at: Point(x: 1, y: row.y))))
    #expect(script.frame.plainText == before)
  }

  @Test func aFieldOfADialogTakesTheKeys() throws {
    var script = try Script(view: .deadlines)
    try script.press("P")
    script.click("收文号")
    script.type("77")
    guard let dialog = script.state.overlay as? RecordDialog else {
      Issue.record("there is no dialog")
      return
    }
    #expect(dialog.text(.incoming) == "77")
  }

  @Test func whatIsPastedIsTypedWhereOneTypes() throws {
    var script = try Script(view: .sites)
    script.act(.pasted("怒江\n"))
    #expect(script.message == "粘贴的文字没有用上：先按 / 筛选或打开一个对话框")
    try script.press("/")
    script.act(.pasted("怒江\n农业\n"))
    #expect(script.state.way.lists[script.state.listKey]?.filter == "怒江 农业")
  }

  /// A text is put in whole or not at all, and what it was too long for is said.
  @Test func aPasteIsNeverCut() throws {
    var script = try Script(view: .sites)
    try script.press("/")
    script.act(.pasted(String(repeating: "怒", count: 2000)))
    let filter = script.state.way.lists[script.state.listKey]?.filter
    #expect(filter == String(repeating: "怒", count: 2000))
    try script.press("C-u")
    script.act(.pasted(String(repeating: "怒", count: 2001)))
    #expect(script.state.way.lists[script.state.listKey]?.filter == "")
    #expect(script.message == "粘贴了2001字，这里最多2000字，所以一个字也没有放入；请缩短后再粘贴")
    script.act(.pastedTooMuch(limit: 1 << 20))
    #expect(script.message == "粘贴的内容超过1024 KiB，一个字也没有放入；请缩短后再粘贴")
  }

  /// Bytes that are no character are put in nowhere: a text with holes is another text.
  @Test func whatIsNoCharacterIsNotRecorded() throws {
    for act in [Action.pasted("\u{16D}\u{FFFD}已整改"), .key(.character("\u{FFFD}"))] {
      var script = try Script(view: .deadlines)
      try script.press("m n")
      script.act(.pasted("已"))
      script.act(act)
      guard let dialog = script.state.overlay as? RecordDialog else {
        Issue.record("there is no dialog")
        return
      }
      #expect(dialog.text(.text) == "已")
      #expect(dialog.refusal?.chinese.hasPrefix("有字节认不出是什么字，没有放入") == true)
    }
    // Half a character and Enter may come together: nobody has seen what is missing yet.
    var half = try Script(view: .deadlines)
    try half.press("m n")
    half.act(.pasted("张"))
    half.act(.key(.character("\u{FFFD}")))
    try half.press("Enter")
    #expect(half.state.projection.history.isEmpty)
    try half.press("Enter")
    #expect(half.state.projection.history.count == 1)
    var script = try Script(view: .sites)
    script.act(.key(.character("\u{FFFD}")))
    #expect(script.message?.hasPrefix("有字节认不出是什么字") == true)
  }

  /// What nobody sees is not kept in a record: NUL, Escape, the controls of eight bits.
  @Test func controlsArePastedNowhere() throws {
    let pasted = "请\u{1B}[31m改\u{0}正\t\u{9B}1\u{7F}\u{7}\r\n完"
    var script = try Script(view: .deadlines)
    try script.press("m n")
    script.act(.pasted(pasted))
    guard let dialog = script.state.overlay as? RecordDialog else {
      Issue.record("there is no dialog")
      return
    }
    #expect(dialog.text(.text) == "请[31m改正 1 完")
    #expect(dialog.refusal?.chinese == "粘贴的内容中有5个控制符，不是文字，已略去；其余已放入")
    for keys in ["/", "C-p", "?"] {
      var prompt = try Script(view: .sites)
      try prompt.press(keys)
      prompt.act(.pasted("怒\u{0}江\u{1B}"))
      #expect(prompt.frame.plainText.contains("怒江"), "\(keys)")
      #expect(prompt.frame.plainText.contains("粘贴的内容中有2个控制符"), "\(keys)")
    }
  }

  /// A field of a dialog has room for what an event of the store can hold.
  @Test func aDialogTakesALongNote() throws {
    var script = try Script(view: .deadlines)
    try script.press("m n")
    let note = String(repeating: "改正。", count: 20_000)
    script.act(.pasted(note + note))
    guard let refused = script.state.overlay as? RecordDialog else {
      Issue.record("there is no dialog")
      return
    }
    #expect(refused.text(.text) == nil)
    #expect(refused.refusal?.chinese == "粘贴的内容超过256 KiB，一个字也没有放入；请缩短后再粘贴")
    script.act(.pasted(note))
    guard let filled = script.state.overlay as? RecordDialog else {
      Issue.record("there is no dialog")
      return
    }
    #expect(filled.text(.text) == note)
    // A choice takes no text, and says so.
    try script.press("Tab")
    script.act(.pasted("改正"))
    guard let choosing = script.state.overlay as? RecordDialog else {
      Issue.record("there is no dialog")
      return
    }
    #expect(choosing.refusal?.chinese.contains("左右键选择") == true)
  }
}

extension Script {
  /// The first cell of a text on the screen.
  func place(of text: String) -> Point? {
    for (y, line) in frame.lines.enumerated() {
      guard let range = line.firstRange(of: text) else { continue }
      return Point(x: line[..<range.lowerBound].displayWidth, y: y)
    }
    return nil
  }

  /// Clicks on a text.
  mutating func click(_ text: String, _ kind: Mouse.Kind = .click) {
    guard let point = place(of: text) else {
      Issue.record("there is no \(text) on the screen")
      return
    }
    act(.mouse(Mouse(kind, at: point)))
  }
}
