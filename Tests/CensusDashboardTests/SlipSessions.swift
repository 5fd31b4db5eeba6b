import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// An act never falls on the neighbour of the row that it was meant for (domain.md 4).
@Suite struct SlipSessions {
  /// The units of which a paper copy or an electronic document is here.
  private func received(_ script: Script) -> [UnitID] { received(script.state) }

  private func received(_ state: State) -> [UnitID] {
    state.projection.obligations.filter { !$0.receipts.isEmpty }.map(\.unit.id)
  }

  /// The receipt desk with those who sent nothing, and the cursor on 昆明.
  private func onKunming() throws -> Script {
    var script = try Script(view: .deadlines)
    try script.press("/")
    script.type("未报")
    try script.press("Enter Down Down")
    return script
  }

  /// 昆明 leaves the list of those who sent nothing, and the second key is not about 保山.
  @Test func theKeyBehindTheRowThatLeftAsksFirst() throws {
    var script = try onKunming()
    try script.press("p")
    #expect(received(script) == ["昆明"])
    try script.press("e")
    #expect(received(script) == ["昆明"])
    #expect(script.message == "尚未办理：原来那一行已不在列表中，光标移到了“保山”；仍要办理请再按一次")
    try script.press("e")
    #expect(received(script) == ["昆明", "保山"])
  }

  /// Whoever moves the cursor has looked, and is not asked.
  @Test func aMovementIsALook() throws {
    var script = try onKunming()
    try script.press("p Down Up e")
    #expect(received(script) == ["昆明", "保山"])
  }

  /// An undo leads back to the row that it was about, which has left no list.
  @Test func anUndoIsNoSlip() throws {
    var script = try Script(view: .deadlines)
    try script.press("Down Down p Down u e")
    #expect(received(script) == ["昆明"])
    #expect(script.message?.hasPrefix("已登记：昆明 电子版") == true, "\(script.message ?? "")")
  }

  /// What another recorded moves the row away as well.
  @Test func newsThatTakeTheRowAwayAskFirst() throws {
    var script = try onKunming()
    script.recordElsewhere(
      EventDraft(
        on: script.state.projection.asOf, quarter: ShippedStore.quarter, subject: .unit("昆明"),
        payload: .receipt(Receipt(part: .paper))))
    try script.press("p")
    #expect(received(script) == ["昆明"])
    #expect(script.message?.contains("光标移到了“保山”") == true)
  }

  /// From the detail of a row that left, the next one is the row after it.
  @Test func theNextRecordIsNotSkipped() throws {
    var script = try onKunming()
    try script.press("Enter b J")
    #expect(script.line(2).contains("保山"))
  }

  /// In plain mode a number means the row that was read out with it.
  @Test func aNumberMeansTheRowThatWasReadOut() throws {
    var script = try Script()
    var dialogue = script.dialogue()
    for line in ["5", "/未报", "b 3", "b 4"] { _ = script.say(line, to: &dialogue) }
    #expect(received(dialogue.state) == ["昆明", "保山"])
    #expect(
      script.say("b 3", to: &dialogue).joined().contains("第3行已不在列表中；回车重读本列表"))
    // Read out anew, the numbers are those of what is there now.
    #expect(script.say("", to: &dialogue).contains { $0.hasPrefix("3. 怒江") })
    _ = script.say("b 3", to: &dialogue)
    #expect(received(dialogue.state) == ["昆明", "保山", "怒江"])
  }
}
