import CensusCore
import Testing

/// An undo takes back an act as a whole, also what was put in place by somebody who did not know of it.
struct WholeUndoTests {
  @Test func theRestOfABatchThatWasUndone() throws {
    var story = Story()
    try story.receive(from: "昆明", on: "2018-10-10")
    let batch = story.events
    #expect(batch.count == 2)
    // Whoever undid it saw the first record only; the batch was completed elsewhere meanwhile.
    let undo = try Undo(lastOf: "li", in: [batch[0]])
    story.record(undo.drafts(on: day("2018-10-11")), at: "2018-10-11T01:00:00Z")
    #expect(story.at("2018-10-12").liveEvents.isEmpty)
    // A redo has all of it back.
    let redo = try Redo(lastOf: "li", in: story.events)
    story.record(redo.drafts(on: day("2018-10-11")), at: "2018-10-11T02:00:00Z")
    #expect(story.at("2018-10-12").liveEvents.count == 2)
  }

  /// What had been taken back by name before the undo is no part of it.
  @Test func whatWasTakenBackBefore() throws {
    var story = Story()
    try story.receive(from: "昆明", on: "2018-10-10")
    let batch = story.events
    let taken = story.record(
      [
        EventDraft(
          on: day("2018-10-11"), quarter: batch[0].quarter, subject: .event(batch[0].id),
          payload: .retract(Retract(targets: [batch[0].id], reason: "误")))
      ], at: "2018-10-11T01:00:00Z", by: "wang")
    let undo = try Undo(lastOf: "li", in: story.events)
    story.record(undo.drafts(on: day("2018-10-11")), at: "2018-10-11T02:00:00Z")
    story.record(
      [
        EventDraft(
          on: day("2018-10-12"), quarter: batch[0].quarter, subject: .event(taken[0].id),
          payload: .retract(Retract(targets: [taken[0].id], reason: "原无误")))
      ], at: "2018-10-12T01:00:00Z", by: "wang")
    #expect(story.at("2018-10-12").isLive(batch[0].id))
    #expect(!story.at("2018-10-12").isLive(batch[1].id))
  }
}
