import CensusCore
import CensusDashboard
import CensusLists
import CensusTestSupport
import TerminalKit
import Testing

/// What is typed into a dialog is not lost, and what is refused is said in the words of the screen.
@Suite struct DialogSessions {
  private let full = Phrase("未登记任何内容：磁盘已满", "nothing was recorded: the disk is full")

  @Test func aFailedRecordingKeepsTheDialogWithItsText() throws {
    var script = try Script(view: .deadlines)
    script.failure = full
    try script.press("End c lit:李四 Tab lit:24日报 Enter")
    guard let dialog = script.state.overlay as? RecordDialog else {
      Issue.record("the dialog is gone")
      return
    }
    #expect(dialog.text(.answer) == "24日报")
    #expect(dialog.refusal == full)
    #expect(script.frame.plainText.contains("未登记任何内容：磁盘已满"))
    #expect(script.frame.plainText.contains("24日报"))
    script.failure = nil
    try script.press("Enter")
    #expect(script.state.overlay == nil)
    #expect(script.message == "已登记：催办 临沧")
    #expect(script.state.projection.obligation(of: "临沧")?.chases.lastAnswer == "24日报")
  }

  @Test func theQuestionWhoRecordsKeepsTheDialog() throws {
    var script = try Script(view: .deadlines)
    script.change { $0.asksForActor = true }
    try script.press("End c lit:李四 Enter Escape")
    guard let dialog = script.state.overlay as? RecordDialog else {
      Issue.record("the dialog is gone")
      return
    }
    #expect(dialog.text(.to) == "李四")
    #expect(dialog.refusal?.chinese == "没有填写登记人，未登记任何内容")
    try script.press("Enter lit:甲 Enter")
    #expect(script.state.overlay == nil)
    #expect(script.state.projection.obligation(of: "临沧")?.chases.lastTo == "李四")
  }

  /// Whoever types onto a choice is told that nothing was taken.
  @Test func typingOntoAChoiceIsRefusedAloud() throws {
    var script = try Script(view: .deadlines)
    try script.press("End P")
    let dialog = try #require(script.state.overlay as? RecordDialog)
    let index = try #require(dialog.fields.firstIndex { dialog.choices(of: $0) != nil })
    try script.press(Array(repeating: "Tab", count: index).joined(separator: " ") + " lit:甲")
    let typed = try #require(script.state.overlay as? RecordDialog)
    #expect(typed.choices == dialog.choices)
    #expect(typed.refusal != nil)
    #expect(script.frame.plainText.contains(typed.refusal?.chinese ?? "—"))
    try script.press("Escape")
    #expect(script.state.overlay == nil && script.effects.isEmpty)
  }

  @Test func aFailedExportKeepsItsPath() throws {
    var script = try Script(view: .sites)
    script.failure = Phrase("无法写出：没有权限", "cannot be written: it is not permitted")
    try script.press("x C-u lit:/root/list.csv Enter")
    guard let dialog = script.state.overlay as? ExportDialog else {
      Issue.record("the dialog is gone")
      return
    }
    #expect(dialog.path.text == "/root/list.csv")
    #expect(script.frame.plainText.contains("无法写出：没有权限"))
    script.failure = nil
    try script.press("Enter")
    #expect(script.state.overlay == nil)
    #expect(script.message == "已导出")
  }

  @Test func anExportWithoutANameSaysSo() throws {
    var script = try Script(view: .sites)
    try script.press("x C-u Enter")
    #expect(script.effects.isEmpty)
    #expect(script.frame.plainText.contains("请填写文件名"))
    try script.press("a")
    #expect(!script.frame.plainText.contains("请填写文件名"))
  }

  /// A name that promises another form than is chosen is refused, until one of them changes.
  @Test func anExportIsWhatItsNameSays() throws {
    var script = try Script(view: .sites)
    try script.press("x C-u lit:list.xlsx Enter")
    #expect(script.effects.isEmpty)
    #expect(script.frame.plainText.contains("“.xlsx”不是所选格式的后缀；请改文件名（.csv），或按 Tab 换格式。"))
    try script.press("C-u lit:list.json Enter")
    #expect(script.effects.isEmpty)
    try script.press("Tab Tab Tab Enter")
    guard case .export(let export) = script.effects.last else {
      Issue.record("nothing was written")
      return
    }
    #expect(export.form == .json && export.path == "list.json")
  }

  /// A note that is needed says so in its field once it was asked for.
  @Test func aNoteThatIsNeededIsCalledNeeded() throws {
    var script = try Script(view: .deadlines)
    try script.press("End P C-u lit:2018-09-20 Enter")
    let dialog = try #require(script.state.overlay as? RecordDialog)
    #expect(dialog.focus == .note)
    #expect(
      script.frame.plainText.split(separator: "\n").contains {
        $0.contains("备注") && $0.contains("必填")
      })
  }

  /// In the dialog a further report is chosen there, and no key is named that opens it.
  @Test func theDialogNamesItsOwnField() throws {
    var script = try Script(view: .deadlines)
    try script.press("End p P C-u lit:2018-10-18 Enter")
    let dialog = try #require(script.state.overlay as? RecordDialog)
    #expect(dialog.focus == .again)
    let said = try #require(dialog.refusal?.chinese)
    #expect(said.contains("请在“来件”处选再次来件") && !said.contains("按 P 或 E"), "\(said)")
  }

  /// Of a unit its name is corrected first, since it has no code.
  @Test func theNameOfAUnitIsCorrectedFirst() throws {
    var script = try Script(view: .deadlines)
    try script.press("End m g")
    let dialog = try #require(script.state.overlay as? RecordDialog)
    #expect(dialog.choices[.field] == Correct.Field.allCases.firstIndex(of: .name))
  }

  @Test func aFailedRunStays() throws {
    var script = try Script(asOf: "2018-11-05")
    script.failure = full
    try script.press("6 + - w")
    #expect(script.message == "未登记任何内容：磁盘已满")
    #expect(script.state.run.count == 2)
  }

  @Test func plainModeKeepsTheAnswersOfAFailedDialog() throws {
    var script = try Script(view: .deadlines)
    var dialogue = script.dialogue()
    script.failure = full
    for line in ["c 7", "李四", "24日报", "", "", ""] { _ = script.say(line, to: &dialogue) }
    let refused = script.say("", to: &dialogue)
    #expect(refused.first == "未登记任何内容：磁盘已满")
    script.failure = nil
    for _ in 0..<5 { _ = script.say("", to: &dialogue) }
    #expect(script.say("", to: &dialogue).first == "已登记：催办 临沧")
  }

  // MARK: - Refusals

  /// No sentence of the screen names an option or a command of the command line.
  @Test(arguments: Language.allCases)
  func refusalsSpeakOfFieldsAndKeys(_ language: Language) throws {
    let finding = FindingID(ShippedStore.quarter, number: 7)
    let event = try #require(EventID(String(repeating: "a", count: 32)))
    let batch = try #require(BatchID(String(repeating: "b", count: 32)))
    let day = try #require(Day("2018-10-19"))
    let refusals: [Refusal] = [
      .unknownID("x", nearest: []), .ambiguousID("aaaaaa", matches: 2),
      .owesNothing(.unit("大理"), ShippedStore.quarter), .noFindings(ShippedStore.quarter),
      .futureDay(day, today: day), .noSuchDay("x"), .ambiguousDay("x", [day, day]),
      .beforeNotice(day, issued: day),
      .alreadyReceived(unit: "临沧", part: .paper, on: day), .notAmong(finding), .nothingLeft,
      .fileWithoutElectronicPart, .emptyNote, .notASubject(.unit("x")), .nothingToUndo,
      .alreadyUndone(batch), .unknownBatch("aaaaaa"), .alreadyRetracted(event),
      .notAnEvent(.unit("x")), .nothingToRedo, .reasonNeeded, .authorityNeeded, .valueNeeded,
      .isVoid(.unit("x")), .nothingOwed(.unit("x")), .nothingToReturn(unit: "临沧"),
      .alreadyReturned(unit: "临沧", part: .paper, on: day), .notLater(day, due: day),
      .untilBefore(day, on: day), .nothingFailed("x"),
      .alreadyOrdered(unit: "临沧", round: 2, until: day), .emptyContact, .emptyDetail,
      .tooManyCells(line: 1, expected: 4), .noSuchRound(finding, next: 2),
      .alreadyRechecked(finding, round: 1, .failed), .alreadyClosed(finding),
      .alreadyOpened("x"), .notOpened("x"), .nothingCallsForAccountability("x"),
      .approvalNeeded, .measureNeeded, .notAFinding(.unit("x")), .notASite(.unit("x")),
      .filingNeeded,
      .successorNeeded, .malformedCode("1"), .notCorrectable(.unit("x"), .code), .noConflict(event),
      .findingsOnly(.unit("x")), .isACheck("x"), .notACheck(.unit("x")),
      .unknownCheck("x", known: []),
    ]
    for refusal in refusals {
      for hasNote in [true, false] {
        let sentence = Labels.refusal(refusal, hasNote: hasNote)[language]
        #expect(!sentence.contains("--"), "\(sentence)")
        #expect(!sentence.contains("census "), "\(sentence)")
      }
    }
  }

  @Test func aNeededFieldIsNotCalledOptional() throws {
    var script = try Script(.chinese, 100, 30, view: .deadlines)
    try script.press("End m a")
    #expect(try line("批示领导", in: script).contains("必填"))
    // No re-check has failed: why it is opened has to be said.
    #expect(try line("备注", in: script).contains("必填"))
    try script.press("Right")
    #expect(try line("备注", in: script).contains("可空"))
    // Nothing is approved with a measure.
    #expect(!script.frame.plainText.contains("批示领导"))
    #expect(script.frame.plainText.contains("处理方式"))
    try script.press("Escape 6 * - w 5 End m o Tab BSpace")
    #expect(try line("文号", in: script).contains("可空"))
    try script.press("Escape 3 m s")
    #expect(!script.frame.plainText.contains("并入"))
    try script.press("Right Right")
    #expect(try line("文号", in: script).contains("必填"))
    try script.press("Right")
    #expect(try line("并入", in: script).contains("必填"))
    try script.press("Escape 5 c")
    #expect(try line("承诺日期", in: script).contains("可空，如 10-24、24、+3"))
    try script.press("Escape m l")
    #expect(try line("电话", in: script).contains("至少填一项"))
  }

  private func line(_ label: String, in script: Script) throws -> String {
    try #require(script.frame.lines.first { $0.contains(label) })
  }

  /// A note may be on whom no finding is about, and may wait for an answer.
  @Test func aNoteMayWaitForAnAnswer() throws {
    var script = try Script(.chinese, 100, 30, view: .deadlines)
    try script.press("End m n lit:请报结果 Tab Right Tab lit:2018-10-31 Enter 9")
    #expect(script.frame.plainText.contains("领导批示：请报结果（限2018-10-31前答复）"))
    try script.press("5 End m n lit:请报结果 Tab Right Tab lit:2018-10-31 Enter")
    #expect(script.state.projection.history.count == 1)
    try script.press("m n lit:甲 Tab Tab lit:2月30日 Enter")
    #expect(script.frame.plainText.contains("日期写作 2018-10-20"))
  }

  @Test func nothingIsTakenBackWhereNothingWasStruckOff() throws {
    var script = try Script(view: .deadlines)
    try script.press("End m i")
    #expect(script.message == "所选的没有已剔除的问题，无需恢复")
    #expect(script.effects.isEmpty)
  }

  @Test func aDetailLineHasAWord() throws {
    var script = try Script(view: .sites)
    try script.press("Enter m d Enter")
    #expect(script.frame.plainText.contains("原文、应为、页面、网址至少填一项"))
    #expect(script.effects.isEmpty)
  }

  @Test func aFurtherReportIsChosenInTheDialog() throws {
    var script = try Script(asOf: "2018-10-19", view: .deadlines)
    try script.press("End e")
    try script.press("D lit:2018-10-18 Enter e")
    #expect(script.message?.hasPrefix("临沧的电子版已于2018-10-19收到") == true)
    #expect(script.message?.contains("在“来件”处选再次来件") == true)
    try script.press("E Tab Tab Tab Tab Right Enter")
    #expect(script.state.overlay == nil)
    #expect(script.state.snapshot.known.history.count == 2)
  }

  // MARK: - Windows that show nothing

  @Test(arguments: [(30, 6), (59, 24), (80, 15)])
  func whoeverSeesNothingRecordsNothing(_ columns: Int, _ rows: Int) throws {
    var script = try Script(view: .deadlines)
    script.resize(columns, rows)
    try script.press("p e b Space c Enter m p u M 6 + w D t")
    script.act(.pasted("李四"))
    script.act(.mouse(Mouse(.click, at: Point(x: 2, y: 2))))
    #expect(script.effects.isEmpty)
    #expect(script.state.overlay == nil)
    #expect(script.state.place == .view(.deadlines))
    #expect(script.state.run.isEmpty && script.state.way.marks.isEmpty)
    try script.press("?")
    #expect(script.frame.plainText.contains("q 退出"))
    #expect(script.frame.plainText.contains("Esc 关闭"))
    try script.press("Escape q")
    #expect(script.hasQuit)
  }

  @Test func aDialogWaitsForTheWindowToGrow() throws {
    var script = try Script(view: .deadlines)
    try script.press("End c lit:李四")
    script.resize(30, 6)
    try script.press("Enter q Escape x")
    #expect(!script.hasQuit)
    #expect(script.effects.isEmpty)
    #expect(script.frame.plainText.contains("Ctrl-C 退出"))
    script.resize(80, 24)
    #expect(script.frame.plainText.contains("李四"))
    try script.press("Enter")
    #expect(script.state.projection.obligation(of: "临沧")?.chases.lastTo == "李四")
  }

  @Test func leavingASmallWindowAsksAboutVerdicts() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 +")
    script.resize(30, 6)
    try script.press("q")
    #expect(!script.hasQuit)
    #expect(script.frame.plainText.contains("1条复查结论尚未保存"))
    try script.press("q")
    #expect(script.hasQuit)
  }
}
