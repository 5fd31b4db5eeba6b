import CensusCore
import CensusDashboard
import DisplayText
import TerminalKit
import Testing

/// No click records, wherever it falls, and one on what would record says so.
@Suite struct ClickSessions {
  static let sentence = "鼠标不作登记，没有登记任何内容：请按键盘上的这个键"

  @Test(arguments: ["纸质版已收", "电子版已收", "两份已收"])
  func aHintOfAReceiptIsNotObeyed(_ hint: String) throws {
    var script = try Script(.chinese, 100, 30, view: .deadlines)
    script.click("怒江")
    let before = script.cursorLine
    script.click(hint)
    #expect(script.effects.isEmpty)
    #expect(script.message == Self.sentence)
    #expect(script.cursorLine == before)
  }

  /// Neither by the hint at the foot nor by the one behind what was recorded.
  @Test func takingBackIsNotClicked() throws {
    var script = try Script(.chinese, 120, 30, view: .deadlines)
    try script.press("p")
    let count = script.effects.count
    #expect(count == 1)
    script.click("u 撤销")
    #expect(script.effects.count == count)
    #expect(script.message == Self.sentence)
  }

  @Test(arguments: ["到位", "不到位"])
  func aVerdictIsNotClicked(_ hint: String) throws {
    var script = try Script(.chinese, 100, 30, view: .rechecks)
    let foot = script.frame.lines.count - 2
    let line = script.frame.lines[foot]
    let place = try #require(line.firstRange(of: " \(hint) "))
    let column = line[..<place.lowerBound].displayWidth + 1
    script.act(.mouse(Mouse(.click, at: Point(x: column, y: foot))))
    #expect(script.state.run.isEmpty)
    #expect(script.message == Self.sentence)
    try script.press("+ Up")
    #expect(script.state.run.count == 1)
    script.click("清除")
    #expect(script.state.run.count == 1)
    try script.press("Up")
    script.click("保存复查")
    #expect(script.effects.isEmpty)
    #expect(script.state.run.count == 1)
  }

  /// What was found or stands in the help is chosen by a click, and runs by Enter.
  @Test func aCommandThatRecordsIsNotClicked() throws {
    for (keys, searched) in [(":", "纸质版已收"), ("?", "纸质版已收")] {
      var script = try Script(.chinese, 100, 30, view: .deadlines)
      try script.press(keys)
      script.type(searched)
      let row = try #require(
        script.frame.lines.indices.last { script.frame.lines[$0].contains(searched) })
      script.act(.mouse(Mouse(.doubleClick, at: Point(x: 8, y: row))))
      for y in script.frame.lines.indices {
        script.act(.mouse(Mouse(.doubleClick, at: Point(x: 8, y: y))))
      }
      #expect(script.effects.isEmpty)
      #expect(script.frame.plainText.contains("鼠标不作登记"), "\(script.frame.plainText)")
      try script.press("Enter")
      #expect(script.effects.contains { $0.records })
    }
  }

  /// Everything that answers a click, on every view and in what lies over it.
  @Test(arguments: [View.overview, .deadlines, .rechecks, .history], ["", "m p", "P", ":", "?"])
  func nothingThatIsClickedRecords(_ view: View, _ keys: String) throws {
    var script = try Script(view: view)
    try script.press("5 p \(view.digit) \(keys)")
    let frame = script.frame
    var seen: Set<Touch> = []
    for y in 0..<24 {
      for x in 0..<80 {
        let point = Point(x: x, y: y)
        guard let touch = frame.touch(at: point), seen.insert(touch).inserted else { continue }
        for kind in [Mouse.Kind.click, .doubleClick] {
          var state = script.state
          let effect = Dashboard.update(&state, .mouse(Mouse(kind, at: point)))
          #expect(!effect.records, "\(touch)")
          #expect(state.run == script.state.run, "\(touch)")
        }
      }
    }
    #expect(!seen.isEmpty || !keys.isEmpty)
  }
}
