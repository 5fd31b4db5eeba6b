import CensusCore
import CensusDashboard
import CensusLists
import CensusTestSupport
import DisplayText
import TerminalKit
import Testing

/// The run sheet of the re-check, key by key; its records, the history and the ledger after it.
@Suite struct RunSheetTests {
  @Test func aVerdictGoesDownTheListAndRecordsNothing() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 + + -")
    #expect(script.effects.isEmpty)
    #expect(script.state.run.count == 3)
    #expect(script.state.run[FindingID(ShippedStore.quarter, number: 3)]?.verdict == .failed)
    #expect(script.state.way.lists[script.state.listKey]?.cursor == finding(4))
    #expect(script.line(1).contains("6复查·3未存"))
    #expect(script.head.contains("已复查 0/20，到位 0"))
    #expect(script.frame.plainText.contains("本次（11-05）3条：到位2条、不到位1条；尚余17条未复查"))
  }

  /// Every verdict goes on, so that the next one never overwrites it.
  @Test func untestableGoesOnAsTheOthersDo() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 + + - ~ 1 + w")
    #expect(
      (1...5).map { recheck(script, $0) } == [.passed, .passed, .failed, .untestable, .passed])
    #expect(script.state.run.isEmpty)
  }

  /// What could not be tested says why before the sheet goes on, and the next `+` never falls on it.
  @Test(arguments: Array(zip(Recheck.Reason.allCases, ["下线", "断连", "迁移", "其他"])))
  func theReasonIsAskedInTheMessageRow(_ reason: Recheck.Reason, _ word: String) throws {
    var script = try Script(asOf: "2018-11-05")
    let number = try #require(Recheck.Reason.allCases.firstIndex(of: reason)) + 1
    try script.press("6 ~")
    #expect(script.prompt.contains("无法复查，原因：1 下线  2 断连  3 迁移  4 其他"))
    #expect(script.state.run.isEmpty)
    try script.press("\(number) +")
    #expect(script.state.run[Self.row(1)]?.verdict == .untestable)
    #expect(script.state.run[Self.row(1)]?.reason == reason)
    #expect(script.state.run[Self.row(2)]?.verdict == .passed)
    #expect(script.line(3).contains("无法：\(word)"))
    try script.press("g BSpace")
    #expect(script.state.run[Self.row(1)] == nil)
  }

  @Test func whoeverGivesNoReasonPutsNothingDown() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 ~ 5 Escape")
    #expect(script.state.run.isEmpty && script.state.overlay == nil)
    #expect(script.state.way.lists[script.state.listKey]?.cursor == finding(1))
    script.change { $0.language = .english }
    try script.press("~")
    #expect(script.prompt.contains("1 offline  2 unreachable  3 moved  4 other"))
  }

  @Test func theReasonIsAskedInPlainModeToo() throws {
    var script = try Script(asOf: "2018-11-05")
    var dialogue = script.dialogue()
    _ = script.say("6", to: &dialogue)
    #expect(script.say("~ 1", to: &dialogue) == ["无法复查的原因：1 下线，2 断连，3 迁移，4 其他；. 取消。"])
    _ = script.say("2", to: &dialogue)
    #expect(dialogue.state.run[Self.row(1)]?.reason == .connection)
  }

  /// The day after, whoever opens the sheet is where there is something to do.
  @Test func theSheetStartsOnTheFirstRowThatAwaitsARecheck() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("5 * b Enter 6 Home + + Down + w 1")
    script.change { $0.way.lists = [:] }
    try script.press("6")
    #expect(script.state.way.lists[script.state.listKey]?.cursor == finding(3))
    // The fourth is closed: the advance steps over it.
    try script.press("-")
    #expect(script.state.way.lists[script.state.listKey]?.cursor == finding(5))
    try script.press("5 Home")
    while script.state.rowUnderCursor?.id != .unit("昆明") { try script.press("Down") }
    try script.press("Enter 6")
    #expect(script.state.way.lists[script.state.listKey]?.cursor == finding(5))
  }

  @Test func closedRowsAreDim() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("5 * b Enter 6 Home + w")
    let roles = { (row: Int) in
      Set((20..<34).map { script.frame[Point(x: $0, y: row)].style.role })
    }
    #expect(roles(3) == [.muted])
    #expect(roles(6) == [.text])
  }

  @Test func whatIsNotSavedStandsOnTheTabAndBesideTheNumber() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 + -")
    #expect(script.line(1).contains("6复查·2未存"))
    #expect(script.line(2).hasPrefix("  序号 本次"))
    try script.press("5")
    #expect(script.line(1).contains("6复查·2未存"))
    script.change { $0.language = .english }
    #expect(script.line(1).contains("6Recheck·2 "))
    #expect(script.line(1).contains("0Notice"))
    script.resize(120, 36)
    #expect(
      script.line(1).contains("6 Re-check·2 unsaved")
        || script.line(1).contains("6 Recheck·2 unsaved"))
    try script.press("6 w 5")
    #expect(!script.line(1).contains("·"))
  }

  @Test func whatIsOverwrittenIsSaid() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 + k -")
    #expect(script.message == "第1行原填“整改到位”，改为“整改不到位”")
    try script.press("k ~ 3")
    #expect(script.message == "第1行原填“整改不到位”，改为“无法复查（系统迁移）”")
    try script.press("Space Space +")
    #expect(script.message == "选中的2行填为“整改到位”（w 保存）")
  }

  /// Verdicts belong to the quarter in which they were put down, and wait there.
  @Test func verdictsSurviveAChangeOfQuarter() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 + - ]")
    #expect(script.state.projection.quarter != ShippedStore.quarter)
    #expect(script.foot.contains("2018Q3 复查未保存 2"))
    try script.press("w")
    #expect(script.message == "本季度没有待保存的复查结论；2018年三季度有2条，回到该季度（[ ]）按 w 保存")
    try script.press("q")
    #expect(!script.hasQuit)
    #expect(script.message == "有2条复查结论尚未保存：回到2018年三季度按 w 保存；再按一次退出，结论留到下次打开")
    try script.press("[ w")
    #expect(recheck(script, 1) == .passed)
    #expect(recheck(script, 2) == .failed)
    #expect(script.state.run.isEmpty)
  }

  /// Every way out by key asks; whoever answers with the same key finds the verdicts at the next start.
  @Test(arguments: ["q", "Q", "F10", "C-c", "C-p C-c", "m C-c"])
  func everyWayOutAsks(_ keys: String) throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 + " + keys)
    #expect(!script.hasQuit)
    #expect(script.state.overlay == nil)
    #expect(script.message == "有1条复查结论尚未保存：w 保存；再按一次退出，结论留到下次打开")
    try script.press("j " + keys)
    #expect(!script.hasQuit)
    try script.press(String(keys.split(separator: " ").last ?? ""))
    #expect(script.hasQuit)
    #expect(script.state.run.count == 1)
    let memory = Memory(
      of: script.state, at: Instant(seconds: 0),
      begunWith: Looks(language: .chinese, appearance: Appearance()))
    var next = try Script(asOf: "2018-11-06")
    next.change { $0.takeUpUnrecorded(of: memory) }
    #expect(next.state.run == script.state.run)
    #expect(next.line(1).contains("6复查·1未存"))
  }

  @Test func otherScreensSayThatVerdictsWait() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 + + 5")
    #expect(script.foot.contains("复查未保存 2"))
    try script.press("3 Enter")
    #expect(script.foot.contains("复查未保存 2"))
  }

  @Test func theRunIsOneBatchAndOneUndo() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 - + ~ 4 w")
    guard case .record(let drafts, let said) = script.effects.last else {
      Issue.record("nothing was recorded")
      return
    }
    #expect(drafts.count == 3)
    #expect(said.chinese == "已登记复查3条：到位1条、不到位1条、无法复查1条")
    #expect(said.english == "recorded 3 re-checks: 1 passed, 1 failed, 1 untestable")
    #expect(script.state.run.isEmpty)
    #expect(recheck(script, 1) == .failed)
    #expect(recheck(script, 2) == .passed)
    #expect(recheck(script, 3) == .untestable)
    #expect(script.head.contains("已复查 3/20，到位 1"))
    #expect(script.frame.plainText.contains("已登记 第1轮3条：到位1条、不到位1条、无法复查1条"))
    try script.press("u")
    #expect(script.state.projection.findings.allSatisfy { $0.recheck == .notYet })
  }

  @Test func theNextRoundFollows() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 - w g + w")
    let state = script.state.projection.finding(FindingID(ShippedStore.quarter, number: 1))
    #expect(state?.rechecks.map(\.round) == [1, 2])
    #expect(state?.recheck == .passed)
    #expect(script.line(3).contains("第3轮"))
  }

  @Test func theStoryOfGengma() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 / lit:耿马政府 Enter")
    try script.press("- + w Escape")
    #expect(recheck(script, 17) == .failed)
    #expect(recheck(script, 20) == .passed)
    #expect(script.state.projection.obligation(of: "临沧")?.accountability == .toBeConsidered)
    try script.press("A")
    #expect(script.line(2).hasSuffix("待研究问责1家"))
    #expect(script.frame.plainText.contains("2018-11-05第1轮复查整改不到位"))
  }

  @Test func theLedgerCountsTheMeasures() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("A")
    #expect(script.frame.plainText.contains("没有需要研究问责的单位"))
    try script.press("6 / lit:耿马政府 Enter - w 5 End")
    let on = script.state.projection.asOf
    script.recordElsewhere(
      EventDraft(
        on: on, quarter: ShippedStore.quarter, subject: .unit("临沧"),
        payload: .accountability(Accountability(stage: .opened, approvedBy: "示例领导"))))
    for (measure, person) in [
      (Accountability.Measure.interview, "主任"), (.interview, "副主任"), (.selfCriticism, "主任"),
    ] {
      script.recordElsewhere(
        EventDraft(
          on: on, quarter: ShippedStore.quarter, subject: .unit("临沧"),
          payload: .accountability(
            Accountability(stage: .measure, measure: measure, person: person))))
    }
    try script.press("A")
    #expect(script.line(2).hasSuffix("已问责处理1家"))
    #expect(script.frame.plainText.contains("共问责3人次：约谈2人次、书面检查1人次。"))
  }

  @Test func savingNothingSaysSo() throws {
    var script = try Script()
    try script.press("6 w")
    #expect(script.effects.isEmpty)
    #expect(script.state.talk.message?.kind == .news)
  }

  @Test func theSameVerdictOfTheSameDayIsNotPutDown() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 - w g -")
    #expect(script.state.run.isEmpty)
    #expect(script.message == "第1行当日已登记同样的复查结论，无需重复")
  }

  @Test func aClosedFindingIsRefusedAtOnce() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("5 * b Enter 6 + w g -")
    #expect(script.state.projection.findings.first?.headline == .closed)
    #expect(script.state.run.isEmpty)
    #expect(script.state.talk.message?.kind == .problem)
    #expect(script.message == "2018Q3-1已办结，不再重新办理；登记有误的，请先撤销使其办结的复查或永久下线。")
  }

  @Test func verdictsBelongToTheRunSheet() throws {
    var script = try Script()
    try script.press("3 +")
    #expect(script.state.run.isEmpty)
    #expect(script.message == "复查结论在 6 复查 中逐条填写（按 6）")
  }

  @Test func readOnlyPutsNothingDown() throws {
    var script = try Script(readOnly: true)
    try script.press("6 + w")
    #expect(script.state.run.isEmpty)
    #expect(script.effects.isEmpty)
    #expect(script.message == "只读打开")
  }

  @Test func aReceiptLeavesTheRunAsItIs() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 + + 5 b")
    #expect(script.state.run.count == 2)
  }

  @Test func markedRowsTakeOneVerdict() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 * +")
    #expect(script.state.run.count == 20)
    #expect(script.state.run.values.allSatisfy { $0.verdict == .passed })
    #expect(script.state.way.marks.isEmpty)
  }

  @Test func theHistoryShowsWhatWasTakenBack() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 - + w u 9")
    #expect(script.head.contains("共3条，其中已撤销2条"))
    // Both verdicts are one batch; unfolded each stands by itself.
    #expect(script.frame.plainText.contains("▸ （已撤销）"))
    try script.press("End Enter")
    #expect(script.frame.plainText.contains("云南省文史研…    （已撤销）第1行：第1轮复"))
    try script.press("End Enter")
    #expect(script.line(2).hasPrefix("  记录 › 复查 "))
    #expect(script.frame.plainText.contains("撤销2条记录"))
  }

  @Test(arguments: [Language.chinese, .english], [Alphabet.unicode, .ascii])
  func everyPageFitsItsScreen(_ language: Language, _ alphabet: Alphabet) throws {
    for (columns, rows) in [(60, 16), (80, 24), (120, 36), (200, 50)] {
      var script = try Script(
        language, columns, rows, asOf: "2018-11-05", alphabet: alphabet)
      try script.press("6 - + ~ 1 ~ 2 w + -")
      for keys in ["6", "9", "9 Enter", "9 End Enter", "A", "5"] {
        try script.press(keys)
        for line in script.frame.lines {
          #expect(line.displayWidth == columns)
          #expect(alphabet == .unicode || transliteratedForWideTerminals(line) == line)
        }
      }
    }
  }

  private static func row(_ number: Int) -> FindingID {
    FindingID(ShippedStore.quarter, number: number)
  }

  private func finding(_ row: Int) -> RowID {
    .finding(FindingID(ShippedStore.quarter, number: row))
  }

  private func recheck(_ script: Script, _ row: Int) -> Recheck.State? {
    script.state.projection.finding(FindingID(ShippedStore.quarter, number: row))?.recheck
  }
}
