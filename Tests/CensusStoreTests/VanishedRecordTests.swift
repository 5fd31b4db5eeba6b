import CensusCore
import CensusStore
import CensusTestSupport
import FoundationEssentials
import Glibc
import Testing

/// Records that are no longer where they were: said at every start, and nothing is recorded as if
/// they had never been.
struct VanishedRecordTests {
  /// A store on disk with one record of a quarter and one that outlives quarters.
  private struct Ground {
    let scratch: Scratch

    init() throws {
      scratch = try Scratch()
      let files = try scratch.disk()
      try Store.initialise(files, settings: Sample.settings)
      try scratch.makeFolders("quarters")
      for quarter in ["2018Q3", "2020Q2"] {
        try scratch.put(
          Array("{\"quarter\":\"\(quarter)\",\"coverage\":\"full\"}".utf8),
          at: "quarters/\(quarter).json")
      }
      try Sample.confirmFacts(in: files)
      var store = try Store.open(files)
      _ = try store.record([Sample.receipt("临沧")], by: Sample.recorder())
    }

    func path(_ name: String) -> String { "\(scratch.path)/\(name)" }

    func store() throws -> Store { try Store.open(try scratch.disk()) }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

    func refuses(_ folder: String) throws {
      var store = try store()
      #expect(throws: StoreError.recordsVanished(folder: folder)) {
        _ = try store.record([Sample.receipt("昆明")], by: Sample.recorder(from: 50))
      }
    }
  }

  /// What other programs leave behind is no record, and hides no loss.
  @Test(arguments: [
    ("events/2018Q3/2018-10-19", "events/2018Q3/.DS_Store"),
    ("events/2018Q3/2018-10-19", "events/2018Q3/2018-10-19/.DS_Store"),
    ("events/2018Q3/2018-10-19", "events/2018Q3/.2018-10-19/0123456789abcdef.json"),
    ("events/2018Q3/2018-10-19", "events/2018Q3/2018-10-19/.0123456789abcdef.json.icloud"),
  ])
  func aDotFileHidesNoLoss(removed: String, left: String) throws {
    let ground = try Ground()
    try ground.remove(removed)
    try ground.scratch.makeFolders(
      left.split(separator: "/").dropLast().joined(separator: "/"))
    try ground.scratch.put([], at: left)
    #expect(try ground.store().problems.contains(Self.vanished))
    try ground.refuses("events/2018Q3")
  }

  private static let vanished = Problem(.vanishedRecords(folder: "events/2018Q3"))

  @Test(arguments: ["events", "events/2018Q3", "events/2018Q3/2018-10-19"])
  func aFolderThatIsRemovedIsMissed(folder: String) throws {
    let ground = try Ground()
    #expect(try ground.store().problems == [])
    try ground.remove(folder)
    #expect(try ground.store().problems == [Self.vanished])
    // Also for another quarter: the order of recording is one order.
    var store = try ground.store()
    let draft = EventDraft(
      on: Sample.day("2020-07-01"), quarter: Sample.quarter("2020Q2"), subject: .unit("临沧"),
      payload: .note(Note(text: "a")))
    #expect(throws: StoreError.recordsVanished(folder: "events/2018Q3")) {
      _ = try store.record([draft], by: Sample.recorder(from: 50))
    }
    try ground.refuses("events/2018Q3")
    let left = (try? FileManager.default.contentsOfDirectory(atPath: ground.path("events"))) ?? []
    #expect(!left.contains("2020Q2"))
  }

  @Test func whoGivesThemUpRecordsOn() throws {
    let ground = try Ground()
    try ground.remove("events")
    try ground.remove("local/recorded/2018Q3")
    var store = try ground.store()
    #expect(store.problems == [])
    let batch = try store.record([Sample.receipt("昆明")], by: Sample.recorder(from: 50))
    #expect(batch.events.map(\.clock) == [1])
    // And from then on they are missed again.
    try ground.remove("events")
    #expect(try ground.store().problems == [Self.vanished])
  }

  @Test func aFolderUnderTheNameOfAnotherQuarter() throws {
    let ground = try Ground()
    #expect(rename(ground.path("events/2018Q3"), ground.path("events/2020Q2")) == 0)
    let foreign = Problem(.foreignRecords(folder: "events/2020Q2", says: Sample.quarter))
    #expect(try ground.store().problems == [Self.vanished, foreign])
    // Where nothing was recorded on this machine, the records themselves tell.
    try ground.remove("local")
    #expect(try ground.store().problems == [foreign])
    #expect(foreign.severity == .error)
  }

  /// A program that saw records, in a store that nothing was recorded in on this machine.
  @Test func whatVanishesWhileItIsOpen() throws {
    let ground = try Ground()
    try ground.remove("local")
    var store = try ground.store()
    #expect(store.events(of: Sample.quarter).events.count == 1)
    try ground.remove("events")
    #expect(throws: StoreError.recordsVanished(folder: "events/2018Q3")) {
      _ = try store.record([Sample.receipt("昆明")], by: Sample.recorder(from: 50))
    }
  }

  @Test func contactsThatVanishAreSaidAndHinderNothing() throws {
    let ground = try Ground()
    var store = try ground.store()
    let contact = EventDraft(
      on: Sample.day("2018-10-19"), quarter: nil, subject: .unit("临沧"),
      payload: .contact(Contact(name: "李")))
    _ = try store.record([contact], by: Sample.recorder(from: 50))
    try ground.remove("private")
    #expect(try ground.store().problems == [Problem(.vanishedRecords(folder: "private"))])
    store = try ground.store()
    _ = try store.record([Sample.receipt("昆明")], by: Sample.recorder(from: 60))
  }

  /// What is refused leaves no mark: a first record that the disk did not take was never there.
  @Test func aRefusedRecordIsNotMissed() throws {
    let files = try Sample.memory()
    let full = FaultyFileSystem(files, failingAt: 6, .errors(.noSpace))
    var store = try Store.open(full)
    #expect(throws: StoreError.self) {
      _ = try store.record([Sample.receipt("昆明")], by: Sample.recorder())
    }
    #expect(try Store.open(files).problems == [])
  }

  @Test func aFileInPlaceOfTheContactsIsNotOpenToOthers() throws {
    let ground = try Ground()
    try ground.scratch.put([], at: "private")
    var store = try ground.store()
    _ = store.events(of: Sample.quarter)
    #expect(
      store.knownProblems == [Problem(.unreadableFile(FileError(.list, "private", .notAFolder)))])
  }

  // MARK: - What is written

  /// Nobody has heard of the temporary file.
  @Test func aFullDiskNamesWhatWasToBeRecorded() throws {
    let files = try Sample.memory()
    var store = try Store.open(files)
    _ = try store.record([Sample.receipt("怒江")], by: Sample.recorder(from: 50))
    var refusals = 0
    for step in 1...20 {
      let full = FaultyFileSystem(files, failingAt: step, .errors(.noSpace))
      let path = try refusedPath(full)
      if path != nil { refusals += 1 }
      #expect(path?.hasPrefix("tmp/") != true, "step \(step)")
    }
    #expect(refusals >= 6)
  }

  /// The path of what was not recorded; nil if it was, or may be.
  private func refusedPath(_ files: any FileSystem) throws -> String? {
    var store = try Store.open(files)
    do {
      _ = try store.record([Sample.receipt("昆明")], by: Sample.recorder())
      return nil
    } catch StoreError.notRecorded(let error) {
      return error.path
    } catch StoreError.notConfirmed {
      return nil
    }
  }

  @Test(arguments: ["\0", "\u{1b}[31m", "\u{7}", "\u{8}", "\u{7f}", "\u{9b}31m"])
  func aControlCharacterIsRefused(_ control: String) throws {
    let files = try Sample.memory()
    var store = try Store.open(files)
    let scalar = try #require(control.unicodeScalars.first)
    let text = "a\(control)b"
    #expect(throws: StoreError.controlCharacter(scalar, in: text)) {
      _ = try store.record([Sample.note("x"), Sample.note(text)], by: Sample.recorder())
    }
    #expect(throws: StoreError.controlCharacter(scalar, in: text)) {
      try store.check([Sample.note("x")], by: text)
    }
    #expect(try !files.list("").contains { $0.name == "events" })
  }

  @Test func endsOfLinesAndTabsAreKept() throws {
    let files = try Sample.memory()
    var store = try Store.open(files)
    let text = "第一行\n第二行\r\n\t第三行"
    let batch = try store.record([Sample.note(text)], by: Sample.recorder())
    #expect(batch.events.map(\.payload) == [.note(Note(text: text))])
  }
}
