import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// Facts have checksums, so that a flipped bit in them is seen; an edit by hand is confirmed once.
struct ChecksumTests {
  private static let facts = [
    "categories.json", "holidays.json", "prefectures.json", "quarters/2018Q3.json", "store.json",
    "units.json",
  ]

  private func memory() throws -> InMemoryFileSystem {
    try Sample.memory(withQuarter: #"{"quarter":"2018Q3","coverage":"full"}"#)
  }

  private func replace(_ path: String, with text: String, in files: InMemoryFileSystem) throws {
    try? files.remove(path)
    try write(text, to: path, in: files)
  }

  /// What is doubtful about the facts of a store once all of them are read.
  private func problems(in files: InMemoryFileSystem) throws -> [Problem] {
    var store = try Store.open(files)
    store.readAll()
    return store.knownProblems
  }

  @Test func areWhatSHA256SumWrites() throws {
    let files = try memory()
    let lines = try Self.facts.map { path in
      "\(SHA256.hex(try files.read(path, limit: 1 << 20)))  \(path)\n"
    }
    #expect(try text("SHA256SUMS", in: files) == lines.joined())
    #expect(try problems(in: files) == [])
  }

  @Test func theShippedStoreHasThem() throws {
    var store = try ShippedStore.open()
    for quarter in store.quarters() { _ = store.inspection(of: quarter) }
    #expect(store.knownProblems == [], "after an edit in data/: census check --confirm-facts")
  }

  @Test(arguments: facts)
  func anEditIsSeenAndConfirmedOnce(_ path: String) throws {
    let files = try memory()
    // Still the same to a reader of JSON.
    try replace(path, with: text(path, in: files) + " ", in: files)
    #expect(try problems(in: files) == [Problem(.editedFacts(path: path, .changed))])
    var store = try Store.open(files)
    #expect(try store.confirmFacts() == [path])
    #expect(store.problems == [])
    #expect(try store.confirmFacts() == [])
    // Durably.
    files.powerCut()
    #expect(try problems(in: files) == [])
  }

  @Test func everyFlippedBitOfAQuarterIsSeen() throws {
    let files = try memory()
    let path = "quarters/2018Q3.json"
    let whole = try files.read(path, limit: 1 << 20)
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 1 << UInt8(place % 8)
      try files.remove(path)
      let file = try files.create(path)
      try files.write(bytes, to: file)
      try files.close(file)
      #expect(try !problems(in: files).isEmpty, "byte \(place)")
    }
  }

  @Test func aNewQuarterIsConfirmedAsWell() throws {
    let files = try memory()
    try write(#"{"quarter":"2018Q4","coverage":"full"}"#, to: "quarters/2018Q4.json", in: files)
    #expect(
      try problems(in: files) == [Problem(.editedFacts(path: "quarters/2018Q4.json", .added))])
    var store = try Store.open(files)
    #expect(try store.confirmFacts() == ["quarters/2018Q4.json"])
    #expect(try problems(in: files) == [])
  }

  /// Else a restored file would be called edited, and a lost one be forgotten.
  @Test(arguments: [nil, "{", #"{"quarter":"2018Q4","coverage":"full"}"#])
  func whatIsLostIsNeverConfirmed(_ content: String?) throws {
    let files = try memory()
    let path = "quarters/2018Q3.json"
    let (whole, sums) = (try text(path, in: files), try text("SHA256SUMS", in: files))
    try files.remove(path)
    if let content { try write(content, to: path, in: files) }
    var store = try Store.open(files)
    #expect(try store.confirmFacts() == [])
    #expect(try text("SHA256SUMS", in: files) == sums)
    #expect(store.quarters() == [Sample.quarter])
    try replace(path, with: whole, in: files)
    #expect(try problems(in: files) == [])
  }

  /// A row that is left out is lost as well: the rest of the file is not taken for all there was.
  @Test func aDamagedRowIsNeverConfirmed() throws {
    let files = try memory()
    let path = "quarters/2018Q3.json"
    let (whole, sums) = (try text(path, in: files), try text("SHA256SUMS", in: files))
    let row = #"{"quarter":"2018Q3","coverage":"full","annex2":{"title":"t","rows":[{"row":0}]}}"#
    try replace(path, with: row, in: files)
    let found = try problems(in: files).map(\.kind)
    #expect(found.contains(.editedFacts(path: path, .changed)))
    #expect(found.count == 2, "one row is damaged")
    var store = try Store.open(files)
    #expect(try store.confirmFacts() == [])
    #expect(try text("SHA256SUMS", in: files) == sums)
    try replace(path, with: whole, in: files)
    #expect(try problems(in: files) == [])
  }

  /// Whoever alters facts can remove their checksums, too: that is no note but a warning.
  @Test func aStoreWithoutChecksumsOpensWithAWarning() throws {
    let files = try memory()
    try files.remove("SHA256SUMS")
    #expect(try problems(in: files) == [Problem(.noChecksums)])
    #expect(Problem(.noChecksums).severity == .warning)
    // Readers never write.
    #expect(try !files.list("").contains { $0.name == "SHA256SUMS" })
    var store = try Store.open(files)
    #expect(
      try store.confirmFacts() == [
        "store.json", "prefectures.json", "units.json", "categories.json", "holidays.json",
        "quarters/2018Q3.json",
      ])
    #expect(try problems(in: files) == [])
  }

  private static let hash = String(repeating: "0a", count: 32)

  @Test(
    arguments: [
      ("<<<<<<< HEAD\n", 1),
      ("\(hash)  a\n\(hash)  a\n", 2),
      ("\(hash)  a\n\n\(hash)  b\n", 2),
      ("\(hash) a\n", 1),
      ("\(hash)  \n", 1),
      ("\(hash.dropLast())  a\n", 1),
      ("\(hash.uppercased())  a\n", 1),
    ])
  func aLineThatIsNone(_ text: String, _ line: Int) throws {
    let files = try memory()
    try replace("SHA256SUMS", with: text, in: files)
    #expect(try problems(in: files) == [Problem(.damagedChecksums(line: line))])
    var store = try Store.open(files)
    _ = try store.confirmFacts()
    #expect(try problems(in: files) == [])
  }

  /// A copy is no confirmation.
  @Test func anEditIsOneInACopyAsWell() throws {
    let files = try memory()
    try replace("units.json", with: #"{"units":[]}"#, in: files)
    let copy = InMemoryFileSystem()
    try Store.initialise(copy, settings: Sample.settings, from: try Store.open(files))
    #expect(
      try problems(in: copy) == [Problem(.editedFacts(path: "units.json", .changed))])
  }

  @Test func nothingIsConfirmedWhereNothingMayBeWritten() throws {
    let files = try memory()
    files.isWritable = false
    var store = try Store.open(files)
    #expect(throws: StoreError.readOnly(.notPermitted)) { try store.confirmFacts() }
  }
}
