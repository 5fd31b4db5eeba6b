import CensusCore
import Testing

/// Undo takes the last act back, whatever it was, in the order of recording.
@Suite("Undo takes back the last act")
struct LastActTests {
  private func units(_ story: Story) -> [UnitID] {
    story.at("2018-12-31").obligations.filter { $0.paper != .missing }.map(\.unit.id)
  }

  /// 昆明's receipt, 怒江's receipt, and the first of them taken back by name.
  private func retracted() throws -> Story {
    var story = Story()
    try story.receive([.paper], from: "昆明", on: "2018-10-15")
    try story.receive([.paper], from: "怒江", on: "2018-10-15")
    let first = story.events[0].id
    try story.act("2018-10-16") { projection, today in
      try projection.plan(
        RetractRequest(on: today, reason: "登记错了"), for: [.event(first)], today: today)
    }
    return story
  }

  @Test("A retraction by name is an act: undo brings back what it took, and takes nothing else")
  func retraction() throws {
    var story = try retracted()
    #expect(units(story) == ["怒江"])
    let undo = try Undo(lastOf: "li", in: story.events)
    #expect(undo.kind == .retraction)
    #expect(undo.records == [story.events[0]])
    try story.undo("2018-10-17")
    #expect(units(story) == ["昆明", "怒江"])
    try story.undo("2018-10-17")
    #expect(units(story) == ["昆明"])
    try story.redo("2018-10-17")
    #expect(units(story) == ["昆明", "怒江"])
    try story.redo("2018-10-17")
    #expect(units(story) == ["怒江"])
    #expect(
      refusal { () throws(Refusal) in try Redo(lastOf: "li", in: story.events) } == .nothingToRedo)
  }

  @Test("A retraction of the last act is not mistaken for an undo of it")
  func retractionOfTheLast() throws {
    var story = Story()
    try story.receive([.paper], from: "昆明", on: "2018-10-15")
    try story.receive([.paper], from: "怒江", on: "2018-10-15")
    let last = story.events[1].id
    try story.act("2018-10-16") { projection, today in
      try projection.plan(
        RetractRequest(on: today, reason: "登记错了"), for: [.event(last)], today: today)
    }
    #expect(units(story) == ["昆明"])
    try story.undo("2018-10-17")
    #expect(units(story) == ["昆明", "怒江"])
  }

  @Test("A redo is an act: undo takes just that back, and redo brings it again")
  func redo() throws {
    var story = Story()
    try story.receive([.paper], from: "昆明", on: "2018-10-15")
    try story.receive([.paper], from: "怒江", on: "2018-10-15")
    try story.undo("2018-10-16")
    try story.undo("2018-10-16")
    #expect(units(story) == [])
    try story.redo("2018-10-16")
    try story.redo("2018-10-16")
    #expect(units(story) == ["昆明", "怒江"])
    #expect(try Undo(lastOf: "li", in: story.events).kind == .redo)
    try story.undo("2018-10-17")
    #expect(units(story) == ["昆明"])
    try story.redo("2018-10-17")
    #expect(units(story) == ["昆明", "怒江"])
  }

  @Test("The last is told by the order of recording, whatever the wall clock said")
  func clock() throws {
    var story = Story()
    let draft = { (unit: UnitID) in
      EventDraft(
        on: day("2018-10-15"), quarter: Yunnan.quarter, subject: .unit(unit),
        payload: .receipt(Receipt(part: .paper)))
    }
    story.record([draft("昆明")], at: "2018-10-15T09:00:00Z")
    // The clock of the machine was set back between the two.
    let last = story.record([draft("怒江")], at: "2018-10-14T01:00:00Z")
    #expect(try Undo(lastOf: "li", in: story.events).events == last)
  }

  @Test("What earlier versions wrote, without the step, is read as they meant it")
  func withoutStep() throws {
    var journal = Journal()
    let first = journal.receive(Receipt(part: .paper), from: "昆明", on: "2018-10-15")
    let second = journal.receive(Receipt(part: .paper), from: "怒江", on: "2018-10-15")
    let undo = journal.retract([second.id], on: "2018-10-16")
    #expect(try Undo(lastOf: "li", in: journal.events).events == [first])
    #expect(try Redo(lastOf: "li", in: journal.events).undone == [undo])
    let redo = journal.retract([undo.id], on: "2018-10-16")
    #expect(try Undo(lastOf: "li", in: journal.events).events == [redo])
  }

  @Test("The words say what was taken back")
  func words() throws {
    let story = try retracted()
    let undo = try Undo(lastOf: "li", in: story.events)
    #expect(
      Terms.undone(undo, in: story.at("2018-10-17"))
        == Phrase("已撤销1条记录（撤回 昆明 纸质版）", "undid 1 record (retraction: Kunming: paper)"))
    let summaries = story.events.suffix(1).map { Terms.summary(of: $0, in: story.at("2018-10-17")) }
    #expect(summaries == [Phrase("撤回1条记录（纸质版）：登记错了", "took back 1 record (paper): 登记错了")])
    #expect(Terms.eventType(story.events[2].payload) == Phrase("撤回", "retraction"))
  }
}
