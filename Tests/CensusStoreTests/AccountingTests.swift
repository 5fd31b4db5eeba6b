import CensusCore
import CensusStore
import FoundationEssentials
import Glibc
import StrictJSON
import Testing

/// Every start accounts for all that lies in the store: nothing vanishes from view without a word.
struct AccountingTests {
  /// A store on disk with one quarter and one record.
  private struct Ground {
    let scratch: Scratch
    let victim: Event

    init() throws {
      scratch = try Scratch()
      let files = try scratch.disk()
      try Store.initialise(files, settings: Sample.settings)
      try scratch.makeFolders("quarters")
      try scratch.put(
        Array(#"{"quarter":"2018Q3","coverage":"full"}"#.utf8), at: "quarters/2018Q3.json")
      try Sample.confirmFacts(in: files)
      var store = try Store.open(files)
      victim = try store.record([Sample.receipt("临沧")], by: Sample.recorder()).events[0]
    }

    func move(_ name: String, to other: String) {
      #expect(rename("\(scratch.path)/\(name)", "\(scratch.path)/\(other)") == 0)
    }

    func store() throws -> Store { try Store.open(try scratch.disk()) }
  }

  private static let missing = Problem(
    .unreadableFile(FileError(.read, "quarters/2018Q3.json", .missing)))

  @Test func aRenamedFolderOfRecordsIsNamed() throws {
    let ground = try Ground()
    #expect(try ground.store().problems == [])
    ground.move("events/2018Q3", to: "events/2018Q3 (conflicted copy)")
    let store = try ground.store()
    #expect(
      store.problems == [
        Problem(.strayNames(folder: "events", first: "2018Q3 (conflicted copy)", count: 1)),
        Problem(.vanishedRecords(folder: "events/2018Q3")),
      ])
    #expect(store.quarters() == [Sample.quarter])
  }

  /// An office's wording under a name that nobody reads is named; letters that were written there are none.
  @Test func aTemplateUnderAWrongNameIsNamed() throws {
    let ground = try Ground()
    try ground.scratch.makeFolders("letters")
    for name in [
      "chase.zh.md", "2018Q3-催办函-昆明.md", "README.md", "chaze.zh.md", "order.md",
    ] {
      try ground.scratch.put([], at: "letters/\(name)")
    }
    #expect(
      try ground.store().problems == [
        Problem(.strayNames(folder: "letters", first: "chaze.zh.md", count: 2))
      ])
  }

  @Test func aQuarterThatIsMissedStaysAQuarter() throws {
    let ground = try Ground()
    ground.move("quarters/2018Q3.json", to: "quarters/2018Q3 (1).json")
    var store = try ground.store()
    #expect(store.quarters() == [Sample.quarter])
    #expect(
      store.problems == [
        Problem(.strayNames(folder: "quarters", first: "2018Q3 (1).json", count: 1)), Self.missing,
      ])
    #expect(
      store.inspection(of: Sample.quarter) == QuarterFile(inspection: nil, problems: [Self.missing])
    )
    #expect(store.events(of: Sample.quarter).events == [ground.victim])
  }

  /// Either of them suffices: that it was confirmed once, or that something was recorded for it.
  @Test(arguments: ["SHA256SUMS", "events"])
  func whatSpeaksOfAQuarter(_ lost: String) throws {
    let ground = try Ground()
    ground.move("quarters/2018Q3.json", to: ".gone.json")
    ground.move(lost, to: ".lost")
    #expect(try ground.store().quarters() == [Sample.quarter])
    #expect(try ground.store().problems.contains(Self.missing))
  }

  @Test func emptyFoldersAreNoRecords() throws {
    let files = try Sample.memory()
    for folder in ["events", "events/2030Q1", "events/2030Q1/2030-01-01"] {
      _ = try files.makeDirectory(folder)
    }
    let store = try Store.open(files)
    #expect(store.quarters() == [])
    #expect(store.problems == [])
  }

  @Test func quartersThatCannotBeListedAreNotNone() throws {
    let ground = try Ground()
    ground.move("quarters", to: ".elsewhere")
    ground.move("events", to: ".events")
    ground.move("SHA256SUMS", to: ".sums")
    #expect(symlink(".elsewhere", "\(ground.scratch.path)/quarters") == 0)
    let store = try ground.store()
    let failure = try #require(store.quartersFailure)
    #expect(failure.path == "quarters")
    #expect(store.quarters() == [])
    #expect(store.problems.contains(Problem(.unreadableFile(failure))))
  }

  @Test func companionsAreKnown() throws {
    let ground = try Ground()
    let folders = [
      ".git", "schema", "snapshots", "attachments", "letters", "local", "tmp", "private",
    ]
    for folder in folders { try ground.scratch.makeFolders(folder) }
    #expect(chmod("\(ground.scratch.path)/private", 0o700) == 0)
    for file in ["README", "README.md", ".stignore", "LICENSE"] {
      try ground.scratch.put([], at: file)
    }
    #expect(try ground.store().problems == [])
  }

  /// A dot before the name of a folder hides all that was recorded in it.
  @Test func aHiddenPartOfTheStoreIsNamed() throws {
    let ground = try Ground()
    for folder in [".events", ".git", "events/.2018Q3", "events/.stversions"] {
      try ground.scratch.makeFolders(folder)
    }
    #expect(
      try ground.store().problems == [
        Problem(.strayNames(folder: "", first: ".events", count: 1)),
        Problem(.strayNames(folder: "events", first: ".2018Q3", count: 1)),
        Problem(.oddNames(folder: "events", first: ".stversions", count: 1)),
      ])
  }

  @Test func whatBelongsToNothingIsNamed() throws {
    let ground = try Ground()
    for folder in ["events (2)", "quarters.bak"] { try ground.scratch.makeFolders(folder) }
    for file in ["units (2).json", "notes.txt", "events/2018Q3.zip", "events/.x"] {
      try ground.scratch.put([], at: file)
    }
    #expect(
      try ground.store().problems == [
        Problem(.strayNames(folder: "", first: "events (2)", count: 3)),
        Problem(.oddNames(folder: "", first: "notes.txt", count: 1)),
        Problem(.strayNames(folder: "events", first: "2018Q3.zip", count: 1)),
        Problem(.oddNames(folder: "events", first: ".x", count: 1)),
      ])
  }

  @Test func aCopyLeavesNoQuarterOut() throws {
    let ground = try Ground()
    try FileManager.default.removeItem(atPath: "\(ground.scratch.path)/quarters/2018Q3.json")
    #expect(symlink("../units.json", "\(ground.scratch.path)/quarters/2018Q3.json") == 0)
    let source = try ground.store()
    #expect(throws: StoreError.file(FileError(.read, "quarters/2018Q3.json", .notAFile))) {
      try Store.initialise(InMemoryFileSystem(), settings: Sample.settings, from: source)
    }
  }

  // MARK: - While it is open

  @Test func aStoreThatComesToAskForANewerProgram() throws {
    let files = try Sample.memory()
    var store = try Store.open(files)
    let text = try text("store.json", in: files)
      .replacing(#""minReader": 1"#, with: #""minReader": 2"#)
    try files.remove("store.json")
    try write(text, to: "store.json", in: files)
    // Noticed at once by whoever records.
    let reason = Access.Reason.newerReader(minReader: 2, supported: 1)
    #expect(throws: StoreError.readOnly(reason)) {
      try store.record([Sample.note("a")], by: Sample.recorder())
    }
    #expect(store.refresh(Sample.quarter) == .lists)
    #expect(store.access == .readOnly(reason))
    #expect(store.settings == Sample.settings)
    #expect(store.problems == [Problem(.newerReader(minReader: 2, supported: 1))])
    #expect(store.refresh(Sample.quarter) == [])
  }

  @Test func nothingIsRecordedOnAStoreFileThatIsDamaged() throws {
    let files = try Sample.memory()
    var store = try Store.open(files)
    let whole = try text("store.json", in: files)
    try files.remove("store.json")
    try write("{", to: "store.json", in: files)
    #expect(store.refresh(Sample.quarter) == .lists)
    #expect(throws: StoreError.readOnly(.unreadable("store.json"))) {
      try store.record([Sample.note("a")], by: Sample.recorder())
    }
    try files.remove("store.json")
    try write(whole, to: "store.json", in: files)
    #expect(store.refresh(Sample.quarter) == .lists)
    #expect(store.access == .readWrite)
    #expect(store.problems == [])
  }

  /// In place, so that neither its name nor its folder tells; each refresh reads some files again.
  @Test(arguments: [1, 200, 400])
  func aRecordAlteredInPlaceIsNoticed(_ count: Int) throws {
    let ground = try Ground()
    var store = try ground.store()
    let drafts = (1..<count).map { Sample.note("\($0)") }
    if count > 1 { _ = try store.record(drafts, by: Sample.recorder(from: 10)) }
    _ = store.events(of: Sample.quarter)
    #expect(store.refresh(Sample.quarter) == [])
    let victim = try #require(store.events(of: Sample.quarter).events.last)
    let path = Sample.path(of: victim)
    try ground.scratch.put([], at: path)
    let turns = (count + 127) / 128
    let changes = (0..<turns).map { _ in store.refresh(Sample.quarter) }
    #expect(changes.contains(.events))
    #expect(
      store.events(of: Sample.quarter).problems == [Problem(.damagedEvent(path: path, .otherBytes))]
    )
    #expect(store.events(of: Sample.quarter).events.count == count - 1)
    #expect(store.refresh(Sample.quarter) == [])
  }

  @Test func readingAllAnewNoticesAtOnce() throws {
    let ground = try Ground()
    var store = try ground.store()
    _ = store.events(of: Sample.quarter)
    try ground.scratch.put([], at: Sample.path(of: ground.victim))
    #expect(store.events(of: Sample.quarter).problems == [])
    store.reload()
    #expect(store.events(of: Sample.quarter).problems.count == 1)
  }

  @Test func aQuarterThatIsNotOnScreenIsLookedAtAsWell() throws {
    let files = try Sample.memory(withQuarter: #"{"quarter":"2018Q3","coverage":"full"}"#)
    var store = try Store.open(files)
    let other = Sample.quarter("2030Q1")
    #expect(store.refresh(other) == [])
    #expect(store.knownProblems == [])
    try files.remove("quarters/2018Q3.json")
    try write("<<<<<<< HEAD", to: "quarters/2018Q3.json", in: files)
    #expect(store.refresh(other) == .lists)
    #expect(
      store.knownProblems == [
        Problem(
          .damagedFile(
            path: "quarters/2018Q3.json",
            .syntax(JSONFault(offset: 0, line: 1, column: 1, expectation: .value))))
      ])
    #expect(store.refresh(other) == [])
  }

  @Test func aQuarterDeletedWhileItIsOpen() throws {
    let files = try Sample.memory(withQuarter: #"{"quarter":"2018Q3","coverage":"full"}"#)
    var store = try Store.open(files)
    #expect(store.inspection(of: Sample.quarter).inspection != nil)
    try files.remove("quarters/2018Q3.json")
    #expect(store.refresh(Sample.quarter) == [.lists, .quarter])
    #expect(store.quarters() == [Sample.quarter])
    #expect(
      store.inspection(of: Sample.quarter) == QuarterFile(inspection: nil, problems: [Self.missing])
    )
  }
}
