import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// Verdicts that wait to be saved: their day, and every way in which they could get lost.
@Suite struct VerdictSessions {
  private static let first = FindingID(ShippedStore.quarter, number: 1)

  /// A verdict is of the day on which somebody looked, not of the day on which it is saved.
  @Test func aVerdictKeepsItsDay() throws {
    var script = try Script(asOf: "2018-11-05", today: "2018-11-09")
    try script.press("6 + D lit:2018-11-08 Enter -")
    #expect(script.frame.plainText.contains("本次（11-05、11-08）2条"))
    try script.press("D t w")
    let days = script.state.projection.findings.flatMap(\.rechecks).map(\.on.description)
    #expect(days == ["2018-11-05", "2018-11-08"])
    #expect(script.state.run.isEmpty)
  }

  @Test func whileTheFactsCannotBeReadVerdictsAreStillThere() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 + -")
    script.act(.changed(script.state.snapshot.unreadable(DamageSessions.unreadable, nil)))
    #expect(script.foot.contains("复查未保存 2"))
    for key in ["q", "Q"] {
      try script.press("j " + key)
      #expect(!script.hasQuit)
      #expect(script.message == "有2条复查结论尚未保存，现在不能登记；再按一次退出，结论留到下次打开")
    }
    try script.press("Q")
    #expect(script.hasQuit)
    #expect(script.state.run.count == 2)
  }

  @Test func whatCouldNotBeKeptIsNotPromised() throws {
    var script = try Script(.english, asOf: "2018-11-05")
    try script.press("6 +")
    script.change { $0.isKept = false }
    try script.press("q")
    #expect(
      script.message
        == "1 verdict is not saved: w saves, they could not be kept: the same key again leaves "
        + "without them")
  }

  @Test func aRowThatIsStruckOffTakesItsVerdictAlongAloud() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 - +")
    script.recordElsewhere(
      EventDraft(
        on: try #require(Day("2018-11-05")), quarter: ShippedStore.quarter,
        subject: .findings([Self.first]), payload: .void(Exclude(reason: "误列"))))
    #expect(script.foot.contains("复查未保存 1"))
    try script.press("w")
    #expect(script.message == "第1行（整改不到位）已剔除或不在通报中，其复查结论不能登记，已清除；其余1条再按 w 保存")
    #expect(script.state.run.keys.map(\.number) == [2])
    try script.press("w")
    #expect(script.message == "已登记复查1条：到位1条")
  }

  @Test func aReadOnlyScreenDropsNothing() throws {
    var memory = Memory()
    memory.verdicts = [
      Self.first: RunVerdict(verdict: .failed, on: try #require(Day("2018-11-05")))
    ]
    var script = try Script(asOf: "2018-11-05", readOnly: true)
    script.change { $0.takeUpUnrecorded(of: memory) }
    try script.press("q q")
    #expect(script.hasQuit)
    #expect(script.state.run == memory.verdicts)
  }

  /// Ctrl-C asks where something was filled in; the same key again leaves.
  @Test(arguments: ["c lit:李四", "m n Tab Right", "E Tab lit:1"])
  func ctrlCKeepsWhatWasTyped(_ keys: String) throws {
    var script = try Script(.chinese, 100, 30, view: .deadlines)
    try script.press("End " + keys + " C-c")
    #expect(!script.hasQuit)
    #expect(script.frame.plainText.contains("再按一次 Ctrl-C 退出程序"))
    try script.press("Tab C-c")
    #expect(!script.hasQuit)
    try script.press("C-c")
    #expect(script.hasQuit)
  }

  @Test func ctrlCLeavesADialogInWhichNothingWasTyped() throws {
    var script = try Script(view: .deadlines)
    try script.press("End c C-c")
    #expect(script.hasQuit)
  }

  @Test func theEndOfTheInputKeepsVerdictsAndSaysSo() throws {
    var script = try Script(asOf: "2018-11-05")
    var dialogue = script.dialogue()
    _ = script.say("6", to: &dialogue)
    _ = script.say("+ 1", to: &dialogue)
    #expect(dialogue.cut("p 7") == ["输入在一行中间结束，这一行没有执行：p 7"])
    #expect(dialogue.end() == ["有1条复查结论没有保存，未登记；留到下次打开。"])
    #expect(dialogue.state.run.count == 1)
  }
}
