import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// A batch whose program was stopped half way.
@Suite struct CutBatchSessions {
  private func drafts() throws -> [EventDraft] {
    let day = try #require(Day("2018-10-19"))
    return Part.allCases.map {
      EventDraft(
        on: day, quarter: ShippedStore.quarter, subject: .unit("临沧"),
        payload: .receipt(Receipt(part: $0)))
    }
  }

  @Test func itsKeyAsksForTheRest() throws {
    var script = try Script(view: .deadlines)
    script.recordPart(of: try drafts())
    #expect(script.state.projection.obligation(of: "临沧")?.submission != .complete)
    try script.press("C")
    #expect(script.effects == [.complete])
    #expect(script.message == "已补全")
    #expect(script.state.projection.events.count == 2)
    // The rest is no news of others.
    let news = script.state.talk.news.map(\.text).filter { $0.hasPrefix("event:") }
    #expect(news.count == 1)
    #expect(script.state.projection.obligation(of: "临沧")?.submission == .complete)
    try script.press("C")
    #expect(script.message == "没有可以补全的批次")
  }

  /// Half of half an act is nothing: `M` on one of its records takes all of it back.
  @Test func itIsTakenBackAsAWhole() throws {
    var script = try Script(view: .history)
    let other = EventDraft(
      on: try #require(Day("2018-10-19")), quarter: ShippedStore.quarter, subject: .unit("昆明"),
      payload: .receipt(Receipt(part: .paper)))
    script.recordPart(of: try drafts() + [other], placed: 2)
    let batch = try #require(script.state.projection.events.first?.batch)
    let words = Phrase("半批登记1", "batches cut short 1")
    let damage = Snapshot.Damage(sentence: words, brief: words, cut: [batch])
    script.act(.changed(script.state.snapshot.with(damage: damage, rows: [])))
    try script.press("Home M lit:误登 Enter")
    #expect(script.state.projection.history.filter { $0.event.batch == batch }.count == 2)
    #expect(
      script.state.projection.history.allSatisfy { $0.event.batch != batch || $0.isRetracted })
  }

  @Test func whoeverOnlyLooksCompletesNothing() throws {
    var script = try Script(view: .deadlines, readOnly: true)
    script.recordPart(of: try drafts())
    try script.press("C")
    #expect(script.effects.isEmpty)
    #expect(script.message == "只读打开")
  }

  /// No click completes it either.
  @Test func itIsNamedInHelpAndPalette() throws {
    var script = try Script(.chinese, 100, 40, view: .deadlines)
    try script.press("? lit:补全")
    #expect(script.frame.lines.contains { $0.contains("C") && $0.contains("补全中途被终止的一批登记") })
    try script.press("Escape : lit:补全 Enter")
    #expect(script.effects == [.complete])
  }
}
