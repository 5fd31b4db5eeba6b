import CensusCore
import CensusDashboard
import CensusLists
import CensusTestSupport
import TerminalKit
import Testing

/// Acting in the words of whoever sits at the desk: refusals by field, several units at once, calls.
@Suite struct ActingSessions {
  // MARK: - Dialogs

  /// Enter on what is not complete leads to the field that is missing, by its name on screen.
  @Test(arguments: [
    ("End m t", Act.Field.reason, "原因"), ("End m w", .authority, "批准机关"),
    ("End m a", .approvedBy, "批示领导"), ("End m n", .text, "内容"),
    ("End m x", .authority, "批准机关"),
  ])
  func aRefusalLeadsToItsField(_ keys: String, _ field: Act.Field, _ label: String) throws {
    var script = try Script(.chinese, 100, 30, view: .deadlines)
    try script.press("End e " + keys)
    try script.press("Tab Enter")
    let dialog = try #require(script.state.overlay as? RecordDialog)
    #expect(dialog.focus == field)
    #expect(dialog.faulty == field)
    #expect(dialog.refusal != nil)
    #expect(!script.frame.plainText.contains("--"))
    let line = try #require(script.frame.lines.firstIndex { $0.contains(label) })
    let column = try #require(
      (0..<100).first { script.frame[Point(x: $0, y: line)].style.role == .bad })
    #expect(column > 0)
    #expect(script.frame.cursor?.y == line)
    // Typing there answers it.
    script.type("甲")
    let typed = try #require(script.state.overlay as? RecordDialog)
    #expect(typed.faulty == nil && typed.refusal == nil)
    #expect(typed.text(field) == "甲")
  }

  @Test func aDayThatIsMissingIsNamed() throws {
    var script = try Script(.chinese, 100, 30, view: .deadlines)
    try script.press("End m x C-u Enter")
    #expect(script.frame.plainText.contains("请填写日期"))
    #expect((script.state.overlay as? RecordDialog)?.focus == .until)
  }

  @Test func whoDidNotSignHasNoName() throws {
    var script = try Script(.chinese, 100, 30, view: .deadlines)
    try script.press("End P")
    #expect(script.frame.plainText.contains("签字人"))
    try script.press("Tab Right Right")
    #expect(script.frame.plainText.contains("未签字"))
    #expect(!script.frame.plainText.contains("签字人"))
  }

  // MARK: - Several units

  /// One that has a part already stops none of the others, and the dialog says so before Enter.
  @Test func severalUnitsAreNamedWithWhatIsWritten() throws {
    var script = try Script(
      .chinese, 100, 30, asOf: "2018-10-19", today: "2018-10-22", view: .deadlines)
    try select("昆明", in: &script)
    try script.press("e D lit:2018-10-22 Enter")
    for unit in ["昆明", "怒江", "迪庆"] {
      try select(unit, in: &script)
      try script.press("Space")
    }
    try script.press("b")
    let text = script.frame.plainText
    #expect(text.contains("登记纸质版和电子版：昆明、怒江、迪庆"))
    #expect(text.contains("昆明 只登纸质版，电子版10-19已到"))
    #expect(text.contains("怒江 登纸质版、电子版"))
    #expect(text.contains("迪庆 登纸质版、电子版"))
    try script.press("Enter")
    #expect(script.state.overlay == nil)
    for unit in ["昆明", "怒江", "迪庆"] {
      #expect(script.state.projection.obligation(of: UnitID(unit))?.submission == .complete)
    }
    #expect(
      script.state.projection.obligation(of: "昆明")?.electronic == .valid(on: try day("2018-10-19")))
  }

  // MARK: - On the telephone

  @Test func theNumberStandsInTheTitleAndTheAnswersAreOffered() throws {
    var script = try Script(.chinese, 100, 30, view: .deadlines)
    try select("临沧", in: &script)
    try script.press("m l lit:李四 Tab Tab lit:0883-2121212 Enter c")
    #expect(script.frame.plainText.contains("催办：临沧  电话 0883-2121212"))
    #expect(script.frame.plainText.contains("→ 已接通、无人接听、已收到短信"))
    try script.press("Tab Right")
    #expect((script.state.overlay as? RecordDialog)?.text(.answer) == "已接通")
    // Nobody who did not answer is named as the one who did.
    func callee() -> String? { (script.state.overlay as? RecordDialog)?.text(.to) }
    #expect(callee() == "李四")
    try script.press("Right")
    #expect(callee() == nil)
    try script.press("Right")
    #expect(callee() == "李四")
    try script.press("Left Enter")
    #expect(script.state.projection.obligation(of: "临沧")?.chases.lastAnswer == "无人接听")
    let payload = try #require(script.state.projection.events.last?.payload)
    guard case .chase(let chase) = payload else {
      Issue.record("\(payload)")
      return
    }
    #expect(chase.to == nil)
  }

  @Test func whatIsTypedAsAnswerIsNotReplaced() throws {
    var script = try Script(.chinese, 100, 30, view: .deadlines)
    try script.press("End c Tab lit:24日报 Left Left Right")
    #expect((script.state.overlay as? RecordDialog)?.text(.answer) == "24日报")
  }

  /// A promise that was not kept stays said, also once they were called again.
  @Test func aBrokenPromiseIsKept() throws {
    var script = try Script(
      .chinese, 120, 36, asOf: "2018-10-19", today: "2018-10-24", view: .deadlines)
    try select("临沧", in: &script)
    try script.press("c Tab Right Tab lit:2018-10-22 Enter 9")
    #expect(!script.frame.plainText.contains("失约"))
    try script.press("D lit:2018-10-24 Enter")
    #expect(script.frame.plainText.contains("失约"))
    try script.press("5")
    try select("临沧", in: &script)
    #expect(script.frame.plainText.contains("失约"))
    try script.press("c Enter 9")
    #expect(script.frame.plainText.contains("失约"))
  }

  // MARK: - After a failed re-check

  @Test func theDeskSaysWhatFailedAndWhatIsNext() throws {
    var script = try Script(.chinese, 80, 24, asOf: "2018-11-05", view: .deadlines)
    try script.press("* b Enter 6 * + g - w 5 U")
    let desk = try #require(script.frame.lines.first { $0.contains("1/1 不到位1") })
    #expect(desk.contains("研究问责"))
    script.change { $0.language = .english }
    let row = try #require(script.frame.lines.first { $0.contains("1 failed") })
    #expect(row.contains("consider"))
  }

  @Test func aCopyWithoutSignatureSaysSo() throws {
    var script = try Script(.chinese, 80, 24, asOf: "2018-10-18", view: .deadlines)
    try select("迪庆", in: &script)
    try script.press("P Tab Right Right Enter")
    #expect(script.frame.plainText.contains("10-18 未签"))
    #expect(!script.frame.plainText.contains("10-18!"))
    try select("临沧", in: &script)
    try script.press("e 3 End")
    #expect(script.frame.lines.contains { $0.contains("临沧") && $0.contains("1/2") })
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func select(_ unit: String, in script: inout Script) throws {
    try script.press("Home")
    for _ in 0..<10 where script.state.rowUnderCursor?.id != .unit(UnitID(unit)) {
      try script.press("Down")
    }
    try #require(script.state.rowUnderCursor?.id == .unit(UnitID(unit)))
  }
}
