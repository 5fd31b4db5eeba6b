import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// The incoming number (收文号) right after a receipt of one key.
@Suite struct NumberSessions {
  private func receipts(_ script: Script) -> [Receipt] {
    script.state.projection.history.filter { !$0.isRetracted }.compactMap { entry in
      if case .receipt(let receipt) = entry.event.payload { receipt } else { nil }
    }
  }

  @Test func itIsAddedToTheReceiptJustRecorded() throws {
    var script = try Script(view: .deadlines)
    try script.press("End b")
    #expect(script.prompt.contains("u 撤销   # 收文号"), "\(script.prompt)")
    try script.press("#")
    #expect(script.prompt.contains("收文号（临沧，纸质版、电子版）："), "\(script.prompt)")
    try script.press("lit:118 Enter")
    #expect(receipts(script).map(\.incoming) == ["118", "118"])
    #expect(script.state.overlay == nil)
    // One step takes the number back, the next the receipt.
    try script.press("u")
    #expect(receipts(script).map(\.incoming) == [nil, nil])
    try script.press("u")
    #expect(receipts(script).isEmpty)
  }

  /// Digits go on to be the keys of the views.
  @Test func aDigitAfterAReceiptStillOpensItsView() throws {
    var script = try Script(view: .deadlines)
    try script.press("End p 3")
    #expect(script.state.place == .view(.sites))
    #expect(receipts(script).map(\.incoming) == [nil])
  }

  @Test(arguments: ["Escape", "Enter", "lit:118 Escape"])
  func whoeverLeavesItRecordsNothing(_ keys: String) throws {
    var script = try Script(view: .deadlines)
    try script.press("End p # \(keys)")
    #expect(script.state.overlay == nil)
    #expect(receipts(script).map(\.incoming) == [nil])
    #expect(script.state.projection.history.count == 1)
  }

  /// Once something else was recorded, or the receipt was taken back, there is none to add it to.
  @Test(arguments: ["", "End p u", "End p m n lit:x Enter"])
  func whereThereIsNoneItSaysSo(_ keys: String) throws {
    var script = try Script(view: .deadlines)
    try script.press("\(keys) #")
    #expect(script.state.overlay == nil)
    #expect(script.message?.hasPrefix("没有刚登记的收件") == true, "\(script.message ?? "-")")
  }

  /// A receipt that somebody took back meanwhile is not recorded anew with the number.
  @Test(arguments: [true, false])
  func aReceiptThatIsGoneTakesNoNumber(_ isTyped: Bool) throws {
    var script = try Script(today: "2018-11-20", view: .deadlines)
    try script.press(isTyped ? "End e # lit:7" : "End e")
    let receipt = try #require(script.state.projection.events.last)
    script.recordElsewhere(
      EventDraft(
        on: try #require(Day("2018-11-20")), quarter: ShippedStore.quarter,
        subject: .event(receipt.id),
        payload: .retract(Retract(targets: [receipt.id], reason: "记错单位"))))
    // It counts on no day any more, so that it is news on an earlier one too.
    if !isTyped {
      #expect(script.message?.hasPrefix("其他程序登记了1条：临沧") == true, "\(script.message ?? "")")
    }
    try script.press(isTyped ? "Enter" : "# lit:7 Enter")
    #expect(script.message?.hasPrefix("没有补登：那次收件后来被撤回、退回或另行登记了") == true, "\(script.foot)")
    #expect(receipts(script).isEmpty)
    try script.press("#")
    #expect(script.message?.hasPrefix("没有刚登记的收件") == true)
  }

  /// What the disk refuses stays typed, and the foot says why.
  @Test func whatFailsStaysTyped() throws {
    var script = try Script(view: .deadlines)
    try script.press("End p #")
    script.failure = Phrase("磁盘已满", "the disk is full")
    try script.press("lit:118 Enter")
    #expect(script.prompt.contains("118") && script.foot.contains("磁盘已满"), "\(script.foot)")
    script.failure = nil
    try script.press("Enter")
    #expect(receipts(script).map(\.incoming) == ["118"])
  }
}
