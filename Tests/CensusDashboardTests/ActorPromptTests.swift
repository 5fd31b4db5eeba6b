import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

@Suite struct ActorPromptTests {
  private func script(_ language: Language = .chinese, _ columns: Int = 80) throws -> Script {
    var script = try Script(language, columns, columns == 80 ? 24 : 36, view: .deadlines)
    script.change { $0.asksForActor = true }
    return script
  }

  @Test func theFirstRecordingAsksAndThenGoesOn() throws {
    var script = try script()
    try script.press("End p")
    #expect(script.effects == [])
    #expect(script.prompt == "  登记人：姓名，只问一次；Enter 登记，Esc 不登记")
    script.type(" 李敏 ")
    try script.press("Enter")
    guard case .keepActor("李敏", .record(let drafts, _))? = script.effects.first else {
      Issue.record("\(script.effects)")
      return
    }
    #expect(drafts.count == 1)
    #expect(script.message == "已登记：临沧 纸质版（主要负责同志签字）")
    try script.press("e")
    #expect(script.message == "已登记：临沧 电子版")
    #expect(script.state.projection.history.map(\.event.actor) == ["李敏", "李敏"])
  }

  @Test func escRecordsNothingAndAsksAgain() throws {
    var script = try script()
    try script.press("End p x Escape")
    #expect(script.message == "没有填写登记人，未登记任何内容")
    #expect(script.state.projection.history.isEmpty)
    try script.press("p")
    #expect(script.prompt.hasPrefix("  登记人："))
  }

  @Test func aNameMustBeSeen() throws {
    var script = try script()
    try script.press("End p Space Enter")
    #expect(script.prompt.hasPrefix("  登记人（须有可见的文字，200字节以内）："))
    #expect(script.effects == [])
    script.type("甲")
    #expect(script.prompt == "  登记人： 甲")
    try script.press("Enter")
    #expect(script.message == "已登记：临沧 纸质版（主要负责同志签字）")
  }

  /// A dialog over several rows and the run sheet lose nothing of what was filled in.
  @Test func dialogsAndTheRunSheetWaitForTheName() throws {
    var dialog = try script()
    try dialog.press("Space Space p Enter lit:甲 Enter")
    #expect(dialog.message == "已登记：云南省文史研究馆、云南省文化厅 纸质版（主要负责同志签字）")
    #expect(dialog.state.way.marks.isEmpty)
    var run = try script()
    try run.press("6 + - w lit:甲 Enter")
    #expect(run.message == "已登记复查2条：到位1条、不到位1条")
    #expect(run.state.run.isEmpty)
  }

  @Test func whoeverIsKnownIsNotAsked() throws {
    var script = try Script(view: .deadlines)
    try script.press("End p")
    #expect(script.message == "已登记：临沧 纸质版（主要负责同志签字）")
  }

  @Test(arguments: Language.allCases, [80, 120])
  func frames(_ language: Language, _ columns: Int) throws {
    var script = try script(language, columns)
    try script.press("End p")
    expectGolden(script.state.golden, named: "actor-\(language.rawValue)-\(columns)")
  }

  @Test(
    arguments: [
      ("", nil), (" \t", nil), ("\u{301}", nil), ("a\u{0}b", nil), ("a\u{202E}b", nil),
      ("  desk 2 ", "desk 2"), ("李敏", "李敏"), (String(repeating: "x", count: 201), nil),
    ] as [(String, String?)])
  func names(_ typed: String, _ name: String?) {
    #expect(ActorPrompt.name(in: typed) == name)
  }
}
