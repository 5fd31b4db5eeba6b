import CensusCore
import CensusStore
import StrictJSON
import Testing

/// Opening, versions, lists, quarters, refreshing, making and sweeping.
struct StoreTests {
  private func replace(_ path: String, with text: String, in files: InMemoryFileSystem) throws {
    try? files.remove(path)
    try write(text, to: path, in: files)
  }

  @Test func opensWhatItMade() throws {
    let files = try Sample.memory()
    let store = try Store.open(files)
    #expect(store.settings == Sample.settings)
    #expect(store.directory.prefectures.isEmpty && store.directory.units.isEmpty)
    #expect(store.access == .readWrite)
    #expect(store.problems == [])
    #expect(store.quarters() == [])
    #expect(
      try files.list("").map(\.name) == [
        ".gitattributes", ".gitignore", "SHA256SUMS", "categories.json", "holidays.json",
        "prefectures.json", "store.json", "tmp", "units.json",
      ])
  }

  @Test func refusesAFolderWithSomethingInIt() throws {
    let files = InMemoryFileSystem()
    try write("", to: "notes.txt", in: files)
    #expect(throws: StoreError.notEmpty("notes.txt")) {
      try Store.initialise(files, settings: Sample.settings)
    }
    #expect(try files.list("").map(\.name) == ["notes.txt"])
  }

  @Test func copiesEverythingButEvents() throws {
    let files = try Sample.memory()
    _ = try files.makeDirectory("quarters")
    try write(#"{"quarter":"2018Q3","coverage":"full"}"#, to: "quarters/2018Q3.json", in: files)
    try replace("units.json", with: #"{"units":[]}"#, in: files)
    var store = try Store.open(files)
    _ = try store.record([Sample.note("a")], by: Sample.recorder())
    let copy = InMemoryFileSystem()
    let settings = Settings(
      id: "2", title: Phrase("\"乙\"\n", "B"), province: Phrase("乙", "B"), language: nil,
      offset: UTCOffset("-03:30") ?? .china)
    try Store.initialise(copy, settings: settings, from: store)
    copy.powerCut()
    var opened = try Store.open(copy)
    #expect(opened.settings == settings)
    #expect(try text("units.json", in: copy) == #"{"units":[]}"#)
    #expect(opened.quarters() == [Sample.quarter])
    #expect(opened.inspection(of: Sample.quarter) == store.inspection(of: Sample.quarter))
    #expect(opened.events(of: Sample.quarter) == EventList(events: [], problems: []))
  }

  // MARK: - What `store.json` says

  @Test(
    arguments: [
      ("{", .syntax(JSONFault(offset: 1, line: 1, column: 2, expectation: .key))),
      ("{}", .record(RecordFault(pointer: "/format", expectation: .field))),
      (
        #"{"format":"x"}"#,
        .record(RecordFault(pointer: "/format", expectation: .oneOf(["site-census"])))
      ),
      (
        #"{"format":"site-census","title":{"zh":"甲","en":"A"},"id":""}"#,
        .record(RecordFault(pointer: "/id", expectation: .someText))
      ),
      (
        #"{"format":"site-census","id":"1","title":{"zh":"甲"}}"#,
        .record(RecordFault(pointer: "/title/en", expectation: .field))
      ),
      (
        #"{"format":"site-census","id":"1","title":{"zh":"甲","en":"A"},"utcOffset":"Asia/Shanghai"}"#,
        .record(RecordFault(pointer: "/utcOffset", expectation: .offset))
      ),
      (
        #"{"format":"site-census","id":"1","title":{"zh":"甲","en":"A"},"policy":{"chaseEvery":0}}"#,
        .record(RecordFault(pointer: "/policy/chaseEvery", expectation: .atLeast(1)))
      ),
    ] as [(String, ContentFault)])
  func refusesADamagedStore(_ text: String, _ fault: ContentFault) throws {
    let files = try Sample.memory()
    try replace("store.json", with: text, in: files)
    #expect(throws: StoreError.damagedStore(fault)) { _ = try Store.open(files) }
  }

  @Test func refusesAFolderThatIsNoStore() throws {
    #expect(throws: StoreError.noStore) { _ = try Store.open(InMemoryFileSystem()) }
    let files = InMemoryFileSystem()
    _ = try files.makeDirectory("store.json")
    #expect(throws: StoreError.file(FileError(.read, "store.json", .notAFile))) {
      _ = try Store.open(files)
    }
  }

  @Test func refusesToReadANewerStore() throws {
    let files = try Sample.memory()
    try replace(
      "store.json", with: #"{"format":"site-census","minReader":2,"minWriter":2,"id":7}"#,
      in: files)
    #expect(throws: StoreError.newerStore(minReader: 2, supported: 1)) {
      _ = try Store.open(files)
    }
  }

  @Test func readsButDoesNotWriteForANewerWriter() throws {
    let files = try Sample.memory()
    let text = try text("store.json", in: files)
      .replacing("\"minWriter\": 1", with: "\"minWriter\": 3")
      .replacing("\"version\": 1", with: "\"version\": 3")
    try replace("store.json", with: text, in: files)
    try files.remove("SHA256SUMS")
    var store = try Store.open(files)
    let reason = Access.Reason.newerStore(minWriter: 3, supported: 1)
    #expect(store.access == .readOnly(reason))
    #expect(
      store.problems == [
        Problem(.newerStore(minWriter: 3, supported: 1)), Problem(.noChecksums),
      ])
    #expect(throws: StoreError.readOnly(reason)) {
      try store.record([Sample.note("a")], by: Sample.recorder())
    }
    #expect(throws: StoreError.readOnly(reason)) {
      _ = try store.sweep(at: Sample.instant("2018-10-19T01:00:00Z"))
    }
    #expect(try files.list("").map(\.name).contains("events") == false)
  }

  @Test func writesNothingWhereItMayNot() throws {
    let files = try Sample.memory()
    files.isWritable = false
    var store = try Store.open(files)
    #expect(store.access == .readOnly(.notPermitted))
    #expect(store.events(of: Sample.quarter) == EventList(events: [], problems: []))
    #expect(throws: StoreError.readOnly(.notPermitted)) {
      try store.record([Sample.note("a")], by: Sample.recorder())
    }
  }

  // MARK: - Lists and quarters

  @Test func goesOnWithoutLists() throws {
    let files = try Sample.memory()
    try files.remove("units.json")
    try replace("categories.json", with: "{\n\"a\" 1}", in: files)
    try replace("prefectures.json", with: #"{"units":[]}"#, in: files)
    let store = try Store.open(files)
    #expect(
      store.directory
        == Directory(prefectures: [], units: [], categories: [], calendar: StandardLists.calendar))
    #expect(
      store.problems == [
        Problem(
          .damagedFile(
            path: "prefectures.json",
            .record(RecordFault(pointer: "/prefectures", expectation: .field)))),
        Problem(.unreadableFile(FileError(.read, "units.json", .missing))),
        Problem(
          .damagedFile(
            path: "categories.json",
            .syntax(JSONFault(offset: 6, line: 2, column: 5, expectation: .colon)))),
      ])
  }

  @Test func leavesOutSingleRows() throws {
    let files = try Sample.memory()
    try replace(
      "units.json",
      with: #"""
        {"units": [
          {"id": "甲", "name": {"zh": "甲", "en": "A"}, "prefecture": "甲"},
          {"id": "", "name": {"zh": "乙", "en": "B"}, "prefecture": "乙"},
          {"id": "丙", "name": "丙", "prefecture": "丙"},
          {"id": "丁", "name": {"zh": "丁", "en": "D"}, "prefecture": "丁", "sites": ["1", 2]},
          {"id": "甲", "name": {"zh": "甲2", "en": "A2"}, "prefecture": "甲"},
          {"id": "戊", "name": {"zh": "戊", "en": "E"}, "prefecture": "戊", "sites": ["0530"]}
        ]}
        """#, in: files)
    let store = try Store.open(files)
    #expect(
      store.directory.units == [
        Unit(id: "甲", name: Phrase("甲", "A"), prefecture: "甲"),
        Unit(id: "戊", name: Phrase("戊", "E"), prefecture: "戊", sites: [SiteCode("0530")]),
      ])
    let faults = [
      RecordFault(pointer: "/units/1/id", expectation: .someText),
      RecordFault(pointer: "/units/2/name", expectation: .object),
      RecordFault(pointer: "/units/3/sites/1", expectation: .text),
      RecordFault(pointer: "/units/4/id", expectation: .unique),
    ]
    #expect(
      store.problems == faults.map { Problem(.damagedPart(path: "units.json", $0)) }
        + [Problem(.editedFacts(path: "units.json", .changed))])
  }

  @Test func leavesOutSingleFindings() throws {
    let files = try Sample.memory()
    _ = try files.makeDirectory("quarters")
    try write(
      #"""
      {"quarter": "2018Q3", "coverage": "full", "annex2": {"title": "t", "rows": [
        {"row": 1, "prefecture": "甲", "name": "站", "code": "1", "text": "错", "issues": ["a"]},
        {"row": 0, "prefecture": "甲", "name": "站", "code": "1", "text": "错", "issues": ["a"]},
        {"row": 1, "prefecture": "甲", "name": "站", "code": "1", "text": "错", "issues": ["a"]},
        {"row": 2, "prefecture": "甲", "name": "站", "code": 12, "text": "错", "issues": ["a"]},
        {"row": 3, "prefecture": "甲", "name": "站", "code": null, "text": "错", "issues": ["a"]},
        {"row": 4, "prefecture": "甲", "name": "站", "code": "1", "text": "错", "issues": []}
      ]}}
      """#, to: "quarters/2018Q3.json", in: files)
    var store = try Store.open(files)
    let file = store.inspection(of: Sample.quarter)
    #expect(file.inspection?.findings.map(\.id.number) == [1, 3])
    #expect(file.inspection?.findings.map(\.code.text) == ["1", "甲#站"])
    let pointers = file.problems.compactMap { problem -> String? in
      guard case .damagedPart("quarters/2018Q3.json", let fault) = problem.kind else { return nil }
      return fault.pointer
    }
    #expect(
      pointers == [
        "/annex2/rows/1/row", "/annex2/rows/2/row", "/annex2/rows/3/code", "/annex2/rows/5/issues",
      ])
  }

  @Test func namesQuartersNewestFirst() throws {
    let files = try Sample.memory()
    _ = try files.makeDirectory("quarters")
    for name in ["2018Q3.json", "2022Q1.json", "2018Q4.json", "2018Q5.json", "draft.txt"] {
      try write("{}", to: "quarters/\(name)", in: files)
    }
    var store = try Store.open(files)
    #expect(store.quarters().map(\.description) == ["2022Q1", "2018Q4", "2018Q3"])
    #expect(
      store.problems == [
        Problem(.strayNames(folder: "quarters", first: "2018Q5.json", count: 2))
      ])
    #expect(
      store.inspection(of: Sample.quarter)
        == QuarterFile(
          inspection: nil,
          problems: [
            Problem(
              .damagedFile(
                path: "quarters/2018Q3.json",
                .record(RecordFault(pointer: "/quarter", expectation: .field))))
          ]))
    let missing = Sample.quarter("2000Q1")
    #expect(
      store.inspection(of: missing)
        == QuarterFile(
          inspection: nil,
          problems: [
            Problem(.unreadableFile(FileError(.read, "quarters/2000Q1.json", .missing)))
          ]))
  }

  @Test func doesNotTakeOneQuarterForAnother() throws {
    let files = try Sample.memory()
    _ = try files.makeDirectory("quarters")
    try write(#"{"quarter":"2018Q4","coverage":"full"}"#, to: "quarters/2018Q3.json", in: files)
    var store = try Store.open(files)
    #expect(
      store.inspection(of: Sample.quarter)
        == QuarterFile(
          inspection: nil,
          problems: [
            Problem(
              .otherQuarter(path: "quarters/2018Q3.json", says: Sample.quarter("2018Q4")))
          ]))
  }

  // MARK: - Refreshing

  @Test func noticesWhatOthersChange() throws {
    let files = try Sample.memory(withQuarter: #"{"quarter":"2018Q3","coverage":"full"}"#)
    var store = try Store.open(files)
    _ = store.inspection(of: Sample.quarter)
    _ = store.events(of: Sample.quarter)
    #expect(store.refresh(Sample.quarter) == [])

    var other = try Store.open(files)
    let batch = try other.record([Sample.note("a")], by: Sample.recorder())
    #expect(store.refresh(Sample.quarter) == .events)
    #expect(store.events(of: Sample.quarter).events == batch.events)
    #expect(store.refresh(Sample.quarter) == [])

    try replace(
      "quarters/2018Q3.json", with: #"{"quarter":"2018Q3","coverage":"headline"}"#, in: files)
    #expect(store.refresh(Sample.quarter) == .quarter)
    #expect(store.inspection(of: Sample.quarter).inspection?.coverage == .headline)

    try write("{}", to: "quarters/2018Q4.json", in: files)
    #expect(store.refresh(Sample.quarter) == .lists)

    try replace("units.json", with: "{", in: files)
    #expect(store.refresh(Sample.quarter) == .lists)
    #expect(store.problems.count == 1)

    try replace("store.json", with: "{", in: files)
    #expect(store.refresh(Sample.quarter) == .lists)
    #expect(store.settings == Sample.settings)
    #expect(store.problems.count == 2)

    try files.remove(Sample.path(of: batch.events[0]))
    // The last record of a folder is missed.
    #expect(store.refresh(Sample.quarter) == [.events, .lists])
    #expect(store.events(of: Sample.quarter).events == [])
    #expect(store.problems.contains(Problem(.vanishedRecords(folder: "events/2018Q3"))))
  }

  @Test func doesNotReportItsOwnRecordingAsNews() throws {
    var store = try Store.open(
      try Sample.memory(withQuarter: #"{"quarter":"2018Q3","coverage":"full"}"#))
    _ = store.events(of: Sample.quarter)
    let batch = try store.record([Sample.note("a")], by: Sample.recorder())
    #expect(store.events(of: Sample.quarter).events == batch.events)
    #expect(store.refresh(Sample.quarter) == [])
  }

  /// A refusal must not swallow what recording found on the way.
  @Test func stillReportsWhatRecordingFound() throws {
    let files = try Sample.memory(withQuarter: #"{"quarter":"2018Q3","coverage":"full"}"#)
    var store = try Store.open(files)
    _ = store.events(of: Sample.quarter)
    var other = try Store.open(files)
    _ = try other.record([Sample.note("a")], by: Sample.recorder("desk-3", from: 50))
    files.isWritable = false
    #expect(throws: StoreError.self) {
      try store.record([Sample.note("b")], by: Sample.recorder())
    }
    #expect(store.refresh(Sample.quarter) == .events)
    #expect(store.refresh(Sample.quarter) == [])
  }

  // MARK: - Sweeping

  @Test func sweepsOnlyOldTemporaries() throws {
    let files = try Sample.memory()
    let hex = Recorder.systemRandomHex()
    // In memory every file is of the year 1970.
    for name in ["12.\(hex).tmp", "x.\(hex).tmp", "12.\(hex)", "notes", "１.\(hex).tmp"] {
      try write("", to: "tmp/\(name)", in: files)
    }
    var store = try Store.open(files)
    let young = Instant(seconds: 36 * 3_600)
    let old = Instant(seconds: 36 * 3_600 + 1)
    #expect(store.staleTemporaries(at: young) == [])
    #expect(store.staleTemporaries(at: old) == ["tmp/12.\(hex).tmp"])
    #expect(try store.sweep(at: young) == [])
    var lock = try files.lock("local/lock")
    #expect(lock != nil)
    #expect(try store.sweep(at: old) == nil)
    lock = nil
    #expect(lock == nil)
    #expect(try store.sweep(at: old) == ["tmp/12.\(hex).tmp"])
    #expect(try files.list("tmp").count == 4)
  }
}
