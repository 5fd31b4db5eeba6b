import CensusCore
import CensusStore
import Testing

/// What an event says that its writer had seen, and its place in the order of recording.
struct KnowledgeTests {
  private static let other = EventDraft(
    on: Sample.day("2018-10-19"), quarter: Sample.quarter, subject: .unit("临沧"),
    payload: .note(Note(text: "甲")))

  /// An act is planned on what was read; what others recorded since stands beside it.
  @Test func nobodyHasSeenWhatCameAfterTheReading() throws {
    let files = try Sample.memory()
    var reader = try Store.open(files)
    let first = try reader.record([Self.other], by: Sample.recorder()).events[0]
    #expect(reader.events(of: Sample.quarter).events.count == 1)
    var second = try Store.open(files)
    let unseen = try second.record([Sample.receipt("临沧")], by: Sample.recorder(from: 50)).events[0]
    let act = try reader.record([Self.other], by: Sample.recorder(from: 90)).events[0]
    #expect(act.seen == [first.id])
    #expect(act.clock == unseen.clock + 1)
    // Once it was read, the next act has seen both.
    #expect(!reader.refresh(Sample.quarter).isEmpty)
    let next = try reader.record([Self.other], by: Sample.recorder(from: 130)).events[0]
    #expect(Set(next.seen) == [unseen.id, act.id])
  }

  /// Records that go away while a program runs do not turn its clock back: nothing is recorded
  /// until they are here again.
  @Test(arguments: [false, true])
  func theClockGoesOnlyForward(_ reloads: Bool) throws {
    let files = try Sample.memory()
    var store = try Store.open(files)
    for seed in [1, 41, 81] {
      _ = try store.record([Self.other], by: Sample.recorder(from: seed))
    }
    let events = store.events(of: Sample.quarter).events
    for event in events { try files.remove(Sample.path(of: event)) }
    if reloads { store.reload() } else { _ = store.refresh(Sample.quarter) }
    #expect(store.events(of: Sample.quarter).events.isEmpty)
    #expect(throws: StoreError.recordsVanished(folder: "events/2018Q3")) {
      try store.record([Self.other], by: Sample.recorder(from: 121))
    }
  }
}
