import CensusCore
import CensusStore
import CensusTestSupport
import Glibc
import Testing

/// A program that is killed between two names of a batch: it is said, and can be completed or
/// taken back; nothing that could complete it is swept.
struct PartialBatchTests {
  private static let later = Sample.instant("2018-10-25T01:00:00Z")

  private var drafts: [EventDraft] {
    [
      Sample.receipt("昆明", .paper), Sample.receipt("昆明", .electronic),
      EventDraft(
        on: Sample.day("2018-10-19"), quarter: nil, subject: .site(SiteCode("5301000042")),
        payload: .note(Note(text: "a"))),
    ]
  }

  /// A store in which a batch of three was cut short before a rename of some number, from 0.
  private func cut(before rename: Int) throws -> InMemoryFileSystem {
    let files = try Sample.memory()
    let counting = FaultyFileSystem(files, failingAt: .max, .error(.noSpace))
    var store = try Store.open(counting)
    _ = try store.record(drafts, by: Sample.recorder(from: 900))
    let renames = counting.steps.indices.filter { counting.steps[$0] == .rename }
    let fresh = try Sample.memory()
    let cut = FaultyFileSystem(fresh, failingAt: renames[rename], .powerCut(.contents))
    var other = try Store.open(cut)
    #expect(throws: StoreError.self) { try other.record(drafts, by: Sample.recorder()) }
    return fresh
  }

  private func partial(_ files: any FileSystem) throws -> [Problem] {
    var store = try Store.open(files)
    return store.events(of: Sample.quarter).problems
  }

  @Test(arguments: [1, 2])
  func isSaidAndCompleted(_ count: Int) throws {
    let files = try cut(before: count)
    var store = try Store.open(files)
    let list = store.events(of: Sample.quarter)
    #expect(list.events.count == count)
    let batch = try #require(list.events.first?.batch)
    let known = PartialBatch(
      id: batch, actor: "desk-2", folder: "events/2018Q3", count: count, size: 3,
      isCompletable: true)
    #expect(list.problems == [Problem(.partialBatch(known))])
    #expect(store.partialBatches() == [known])
    #expect(store.staleTemporaries(at: Self.later) == [], "they can complete the batch")

    #expect(try store.complete() == [known])
    files.powerCut()
    var again = try Store.open(files)
    let whole = again.events(of: Sample.quarter)
    #expect(whole.problems == [])
    #expect(whole.events.map(\.batch) == [batch, batch, batch])
    #expect(try files.list("tmp") == [])
    #expect(try again.complete() == [])
  }

  /// Before the first name nothing has been recorded, and there is nothing to say.
  @Test func nothingIsSaidOfABatchThatNeverCameUp() throws {
    let files = try cut(before: 0)
    #expect(try partial(files) == [])
    var store = try Store.open(files)
    #expect(store.staleTemporaries(at: Self.later).count == 3)
    #expect(try store.complete() == [])
    #expect(store.events(of: Sample.quarter).events == [])
  }

  @Test func whatIsTornCannotComplete() throws {
    let files = try cut(before: 1)
    let name = try #require(try files.list("tmp").first).name
    let path = "tmp/\(name)"
    let bytes = try files.read(path, limit: 1 << 20)
    try files.remove(path)
    try write(String(decoding: bytes.dropLast(9), as: UTF8.self), to: path, in: files)
    var store = try Store.open(files)
    #expect(store.partialBatches().map(\.isCompletable) == [false])
    #expect(try store.complete() == [])
    #expect(store.partialBatches().map(\.count) == [1])
  }

  /// A damaged record is one of the batch, for all that is known: nothing was cut short.
  @Test func whatIsDamagedMayBeTheRest() throws {
    let files = try Sample.memory()
    var store = try Store.open(files)
    let batch = try store.record(Array(drafts.prefix(2)), by: Sample.recorder())
    let folder = "events/2018Q3/" + (try #require(try files.list("events/2018Q3").first).name)
    let path = "\(folder)/\(try #require(try files.list(folder).first).name)"
    var bytes = try files.read(path, limit: 1 << 20)
    bytes[bytes.count / 2] ^= 1
    try files.remove(path)
    try write(String(decoding: bytes, as: UTF8.self), to: path, in: files)
    let known = PartialBatch(
      id: batch.id, actor: "desk-2", folder: "events/2018Q3", count: 1, size: 2,
      isCompletable: false,
      isBesideDamage: true)
    #expect(try partial(files).contains(Problem(.partialBatch(known))))
    try files.remove(path)
    var other = try Store.open(files)
    #expect(other.partialBatches().map(\.isBesideDamage) == [false])
  }

  @Test func whatIsTakenBackIsSettled() throws {
    let files = try cut(before: 2)
    var store = try Store.open(files)
    let events = store.events(of: Sample.quarter).events
    let undo = try Undo(batch: try #require(events.first).batch.text, in: events)
    _ = try store.record(
      undo.drafts(on: Sample.day("2018-10-19")), by: Sample.recorder(from: 500))
    #expect(store.events(of: Sample.quarter).problems == [])
    #expect(store.partialBatches() == [])
    #expect(store.staleTemporaries(at: Self.later).count == 1)
    #expect(try store.complete() == [])
  }

  /// An act over two quarters is whole, whichever of them is looked at.
  @Test func aBatchOverSeveralQuartersIsWhole() throws {
    let files = try Sample.memory()
    var store = try Store.open(files)
    let other = EventDraft(
      on: Sample.day("2018-10-19"), quarter: Sample.quarter("2018Q2"), subject: .unit("临沧"),
      payload: .receipt(Receipt(part: .paper)))
    _ = try store.record([Sample.receipt("临沧"), other], by: Sample.recorder())
    #expect(try partial(files) == [])
    let path = try #require(try files.list("events/2018Q2").first).name
    let file = try #require(try files.list("events/2018Q2/\(path)").first).name
    try files.remove("events/2018Q2/\(path)/\(file)")
    guard case .partialBatch(let batch) = try partial(files).first?.kind else {
      Issue.record("nothing is said")
      return
    }
    #expect((batch.count, batch.size) == (1, 2))
    #expect(!batch.isCompletable)
  }

  /// `private/` is not shared: a copy has the remark on a contact, but not the contact.
  @Test func contactsThatAreKeptFromACopyAreNotMissing() throws {
    let files = try Sample.memory()
    var store = try Store.open(files)
    let contact = EventDraft(
      on: Sample.day("2018-10-19"), quarter: nil, subject: .unit("临沧"),
      payload: .contact(Contact(name: "甲", phone: "1")))
    let events = try store.record([contact, Sample.note("a")], by: Sample.recorder()).events
    try files.remove("private/2018-10-19/\(events[0].id).json")
    #expect(try partial(files) == [])
  }

  /// Whose batch another completed meanwhile has come to its end.
  @Test func aNameThatIsThereAlreadyIsNoFailure() throws {
    let files = try cut(before: 1)
    var store = try Store.open(files)
    let all = try store.complete()
    #expect(all.map(\.size) == [3])
    // The same act, as the program that was taken for dead goes on with it.
    let batch = try store.record(drafts, by: Sample.recorder(from: 700))
    #expect(batch.events.count == 3)
  }

  /// A mark that ignores what others recorded would claim to come first.
  @Test func isRefusedWhereTheEventsCannotBeListed() throws {
    let scratch = try Scratch()
    let disk = try scratch.disk()
    try Store.initialise(disk, settings: Sample.settings)
    try scratch.makeFolders("events")
    try scratch.makeFolders("elsewhere")
    #expect(symlink("../elsewhere", scratch.path + "/events/2018Q3") == 0)
    var store = try Store.open(disk)
    let error = #expect(throws: StoreError.self) {
      try store.record([Sample.receipt("临沧")], by: Sample.recorder())
    }
    #expect(error == .notRecorded(FileError(.list, "events/2018Q3", .notAFolder)))
    #expect(try disk.list("events").map(\.name) == ["2018Q3"])
  }
}
