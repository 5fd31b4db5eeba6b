import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// What others recorded between the frame and the key is shown before anything is recorded over it.
@Suite struct SurpriseSessions {
  private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private static func draft(
    _ payload: CensusCore.Event.Payload, on day: String,
    _ subject: CensusCore.Event.Subject = .unit("临沧")
  ) throws -> EventDraft {
    EventDraft(
      on: try Self.day(day), quarter: ShippedStore.quarter, subject: subject, payload: payload)
  }

  private static func row(_ row: Int) -> CensusCore.Event.Subject {
    .findings([FindingID(ShippedStore.quarter, number: row)])
  }

  private static let paper = CensusCore.Event.Payload.receipt(Receipt(part: .paper))

  private func records(_ script: Script) -> Int { script.state.snapshot.knownHistory.count }

  @Test func aMarkOnARowThatOthersChangedIsAskedForAgain() throws {
    var script = try Script(asOf: "2018-10-19", view: .deadlines)
    try script.press("End")
    script.recordUnseen(
      try Self.draft(.waive(Waive(authority: "省政府", reason: "撤并")), on: "2018-10-19"))
    try script.press("e")
    #expect(records(script) == 1)
    #expect(
      script.message == "尚未办理：刚才另有登记：李四 临沧 免报（省政府批准，撤并）；请核对，仍要办理请再按一次")
    #expect(script.cursorLine.contains("免报"))
    try script.press("e")
    #expect(records(script) == 2)
  }

  @Test func aMarkOnAnotherRowGoesOn() throws {
    var script = try Script(asOf: "2018-10-19", view: .deadlines)
    try script.press("End")
    script.recordUnseen(try Self.draft(Self.paper, on: "2018-10-19", .unit("怒江")))
    try script.press("e")
    #expect(script.message?.hasPrefix("已登记") == true)
    #expect(records(script) == 2)
  }

  /// A run saved by two people is recorded once, and not as a second round.
  @Test func aRunThatAnotherSavedIsNotSavedTwice() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 + - +")
    script.recordUnseen(
      try Self.draft(.recheck(Recheck(verdict: .failed)), on: "2018-11-05", Self.row(1)))
    try script.press("w")
    #expect(records(script) == 1)
    #expect(script.state.run.count == 3)
    #expect(script.message?.hasPrefix("尚未办理：刚才另有登记：李四 ") == true)
    try script.press("w")
    #expect(records(script) == 4)
    #expect(script.state.run.isEmpty)
  }

  /// Also what others recorded long before the run is saved, if it was not there when the verdict was
  /// put down.
  @Test func aVerdictThatOthersOvertookIsAskedForAgain() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 + -")
    script.recordElsewhere(
      try Self.draft(.recheck(Recheck(verdict: .failed)), on: "2018-11-04", Self.row(1)))
    try script.press("j j w")
    #expect(script.state.run.count == 2)
    #expect(
      script.message?.hasPrefix("尚未登记：填写结论之后，第1行另有登记：李四 ") == true)
    #expect(script.message?.hasSuffix("；核对后仍要登记请再按 w") == true)
    try script.press("w")
    #expect(records(script) == 3)
    // A receipt of the same unit has nothing to do with the verdict.
    try script.press("6 g j j +")
    script.recordElsewhere(try Self.draft(Self.paper, on: "2018-11-05"))
    try script.press("w")
    #expect(records(script) == 5)
  }

  @Test func anUndoTakesNothingThatNobodySaw() throws {
    var script = try Script(asOf: "2018-10-19", view: .deadlines)
    try script.press("End p")
    script.recordUnseen(try Self.draft(.receipt(Receipt(part: .electronic)), on: "2018-10-19"))
    try script.press("u")
    #expect(records(script) == 2)
    #expect(script.message?.hasPrefix("尚未办理：") == true)
    try script.press("u")
    #expect(script.message == "已撤销1条记录（临沧 纸质版）；此后另有1条记录，仍然有效")
  }

  @Test func aDialogThatWasOpenMeanwhileSaysIt() throws {
    var script = try Script(.chinese, 100, 30, asOf: "2018-10-19", view: .deadlines)
    try script.press("End m x Tab lit:省政府 Tab lit:迁移")
    script.recordElsewhere(
      try Self.draft(
        .extend(
          Extend(until: try Self.day("2018-10-30"), authority: "省长", reason: "同意")),
        on: "2018-10-19"))
    // Whatever was said meanwhile, keys may have wiped it away.
    try script.press("lit:。 Enter")
    #expect(records(script) == 1)
    guard let dialog = script.state.overlay as? RecordDialog else {
      Issue.record("the dialog is gone")
      return
    }
    #expect(dialog.text(.reason) == "迁移。")
    #expect(dialog.refusal?.chinese.contains("李四 临沧 延期至2018-10-30") == true)
    try script.press("Enter")
    #expect(records(script) == 2)
  }

  /// The screen said that the same was recorded; meanwhile it is not.
  @Test func whatWasTakenBackMeanwhileIsNotCalledRecorded() throws {
    var script = try Script(asOf: "2018-10-19", view: .deadlines)
    try script.press("End p")
    let id = try #require(script.state.snapshot.knownHistory.first?.event.id)
    script.recordUnseen(
      try Self.draft(
        .retract(Retract(targets: [id], reason: "误登")), on: "2018-10-19", .event(id)))
    try script.press("p")
    #expect(script.message?.hasPrefix("尚未办理：") == true)
    try script.press("p")
    #expect(script.message?.hasPrefix("已登记") == true)
  }

  @Test func recordsThatVanishAreNotCalledNew() throws {
    var script = try Script(asOf: "2018-10-19", view: .deadlines)
    try script.press("End p")
    script.loseRecords()
    #expect(script.message == "有1条记录从数据目录里消失了，请查明原因，从备份恢复")
    #expect(script.state.talk.message?.kind == .problem)
  }

  @Test func aNameThatIsAskedForDoesNotHideWhatHappenedMeanwhile() throws {
    var script = try Script(asOf: "2018-10-19", view: .deadlines)
    script.change { $0.asksForActor = true }
    try script.press("End e lit:甲")
    script.recordElsewhere(
      try Self.draft(.waive(Waive(authority: "省政府", reason: "撤并")), on: "2018-10-19"))
    try script.press("Enter")
    #expect(records(script) == 1)
    #expect(script.message?.hasPrefix("尚未办理：") == true)
    try script.press("e")
    #expect(records(script) == 2)
  }

  @Test func plainModeSaysItBeforeItObeys() throws {
    var script = try Script(asOf: "2018-10-19", view: .deadlines)
    var dialogue = script.dialogue()
    script.recordUnseen(
      try Self.draft(.waive(Waive(authority: "省政府", reason: "撤并")), on: "2018-10-19"))
    #expect(script.say("e 7", to: &dialogue).last?.hasPrefix("尚未办理：") == true)
    #expect(script.say("e 7", to: &dialogue).last?.hasPrefix("已登记") == true)
  }
}
