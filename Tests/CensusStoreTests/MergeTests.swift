import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// Two copies of one store come together: a union by name, never anything else.
struct MergeTests {
  /// A store with one quarter, and a copy of it.
  private struct Pair {
    let here: InMemoryFileSystem
    let there: InMemoryFileSystem

    init() throws {
      here = try Sample.memory(withQuarter: #"{"quarter":"2018Q3","coverage":"full"}"#)
      there = try Sample.memory(withQuarter: #"{"quarter":"2018Q3","coverage":"full"}"#)
    }

    func record(_ drafts: [EventDraft], in files: any FileSystem, from first: Int) throws -> [Event]
    {
      var store = try Store.open(files)
      return try store.record(drafts, by: Sample.recorder("desk-\(first)", from: first)).events
    }

    func merge(
      _ source: (any FileSystem)? = nil, into target: (any FileSystem)? = nil,
      isTrial: Bool = false
    ) throws -> Merge {
      var store = try Store.open(target ?? here)
      return try store.merge(try Store.open(source ?? there), isTrial: isTrial)
    }

    func events(in files: any FileSystem) throws -> [Event] {
      var store = try Store.open(files)
      return store.events(of: Sample.quarter).events
    }

    func ids(in files: any FileSystem) throws -> Set<EventID> {
      Set(try events(in: files).map(\.id))
    }
  }

  private static let contact = EventDraft(
    on: Sample.day("2018-10-19"), quarter: nil, subject: .unit("临沧"),
    payload: .contact(Contact(name: "李", phone: "0883")))

  @Test func bothHaveTheUnionAfterwards() throws {
    let pair = try Pair()
    let own = try pair.record([Sample.receipt("临沧")], in: pair.here, from: 1)
    let others = try pair.record(
      [Sample.receipt("昆明"), Self.contact], in: pair.there, from: 50)
    let evidence = Attachment(name: "a.txt", bytes: Array("a".utf8))
    try Store.open(pair.there).keep([evidence])
    let trial = try pair.merge(isTrial: true)
    #expect(trial.events.count == 2 && trial.attachments == [evidence.sha256])
    #expect(try pair.events(in: pair.here) == own)
    let merge = try pair.merge()
    #expect(Set(merge.events.map(\.id)) == Set(others.map(\.id)))
    #expect(merge.duplicates == 0 && merge.leftBehind.isEmpty && merge.lists.isEmpty)
    // All of it is on the disk.
    pair.here.powerCut()
    #expect(try pair.ids(in: pair.here) == Set((own + others).map(\.id)))
    #expect(try Store.open(pair.here).attachment(evidence.sha256) == evidence.bytes)
    #expect(try pair.here.permissions(of: "private").isOwnersAlone)
    // Again it comes to nothing, and the other way round both are the same.
    let again = try pair.merge()
    #expect(again.count == 0 && again.duplicates == 2 && again.attachments.isEmpty)
    #expect(try pair.merge(pair.here, into: pair.there).count == 1)
    #expect(try pair.events(in: pair.here) == pair.events(in: pair.there))
    #expect(try Store.open(pair.here).problems == [])
  }

  @Test func whatIsDamagedOrWronglyNamedIsLeftOutAndNamed() throws {
    let pair = try Pair()
    let others = try pair.record(
      [Sample.receipt("昆明"), Sample.receipt("怒江")], in: pair.there, from: 50)
    let path = Sample.path(of: others[0])
    try pair.there.remove(path)
    try write("{}\n", to: path, in: pair.there)
    try write("x", to: "events/2018Q3/2018-10-19/x.json", in: pair.there)
    _ = try pair.there.makeDirectory("events/2018Q3 (2)")
    _ = try pair.there.makeDirectory("attachments")
    let hash = String(repeating: "a", count: 64)
    try write("x", to: "attachments/\(hash)", in: pair.there)
    try write("x", to: "quarters/2018Q4.r1.0123456789abcdef.json", in: pair.there)
    let merge = try pair.merge()
    #expect(merge.events.map(\.id) == [others[1].id])
    #expect(
      merge.leftBehind.map(\.path)
        == [
          "attachments/\(hash)", "events/2018Q3 (2)", path, "events/2018Q3/2018-10-19/x.json",
          "quarters/2018Q4.r1.0123456789abcdef.json",
        ].sorted())
    #expect(try pair.events(in: pair.here).map(\.id) == [others[1].id])
    #expect(try !pair.here.list("").contains { $0.name == "attachments" })
  }

  @Test func aDamagedRecordHereIsNotWrittenOver() throws {
    let pair = try Pair()
    let event = try pair.record([Sample.receipt("昆明")], in: pair.there, from: 50)[0]
    _ = try pair.merge()
    let path = Sample.path(of: event)
    try pair.here.remove(path)
    try write("{}\n", to: path, in: pair.here)
    #expect(try pair.merge().leftBehind.map(\.why) == [.damagedHere])
    #expect(try text(path, in: pair.here) == "{}\n")
  }

  /// What a program was killed over while it wrote it is nothing that anybody has to keep.
  @Test(arguments: [0, 50]) func aTornRecordHereIsTakenIn(_ length: Int) throws {
    let pair = try Pair()
    let event = try pair.record([Sample.receipt("昆明")], in: pair.there, from: 50)[0]
    _ = try pair.merge()
    let path = Sample.path(of: event)
    let whole = try text(path, in: pair.here)
    try pair.here.remove(path)
    try write(String(whole.prefix(length)), to: path, in: pair.here)
    let merge = try pair.merge()
    #expect(merge.leftBehind == [] && merge.events.map(\.id) == [event.id])
    #expect(try text(path, in: pair.here) == whole)
  }

  @Test func factsThatDifferFromTheBeginningAreNotReplaced() throws {
    let pair = try Pair()
    let path = "quarters/2018Q3.json"
    let before = try text(path, in: pair.here)
    try pair.there.remove(path)
    try write(#"{"quarter":"2018Q3","coverage":"headline"}"#, to: path, in: pair.there)
    try write(
      #"{"quarter":"2018Q4","coverage":"full"}"#, to: "quarters/2018Q4.json", in: pair.there)
    try Sample.confirmFacts(in: pair.there)
    _ = try pair.record([Sample.receipt("昆明")], in: pair.there, from: 50)
    let merge = try pair.merge()
    #expect(merge.leftBehind.map(\.path) == [path] && merge.leftBehind.map(\.why) == [.otherFacts])
    #expect(merge.facts == ["quarters/2018Q4.json"] && merge.count == 1)
    #expect(try text(path, in: pair.here) == before)
    // What was confirmed there is confirmed here.
    #expect(try Store.open(pair.here).problems == [])
    var store = try Store.open(pair.here)
    store.readAll()
    #expect(
      !store.knownProblems.contains { if case .editedFacts = $0.kind { true } else { false } })
  }

  @Test func anotherStoreAndThisVeryOneAreRefused() throws {
    let pair = try Pair()
    let other = InMemoryFileSystem()
    let settings = Settings(
      id: "2", title: Phrase("乙", "B"), province: Phrase("乙", "B"), language: nil)
    try Store.initialise(other, settings: settings)
    #expect(throws: StoreError.otherStore("2")) { try pair.merge(other) }
    var store = try Store.open(pair.here)
    #expect(try store.merge(Store.open(other), isUnrelated: true).count == 0)
    #expect(throws: StoreError.sameStore) { try pair.merge(pair.here) }
  }

  /// Whatever step fails, nothing is lost, and the same again completes it.
  @Test func aMergeThatIsCutShortIsCompletedByTheNext() throws {
    var index = 0
    while true {
      let pair = try Pair()
      let own = try pair.record([Sample.receipt("临沧")], in: pair.here, from: 1)
      let others = try pair.record(
        [Sample.receipt("昆明"), Sample.receipt("怒江")], in: pair.there, from: 50)
      try Store.open(pair.there).keep([Attachment(name: "a", bytes: [1])])
      let faulty = FaultyFileSystem(pair.here, failingAt: index, .powerCut(.everything))
      var store = try Store.open(faulty)
      let isDone = (try? store.merge(Store.open(pair.there))) != nil
      let left = try pair.ids(in: pair.here)
      let all = Set((own + others).map(\.id))
      #expect(left.isSuperset(of: own.map(\.id)) && left.isSubset(of: all), "step \(index)")
      if isDone { #expect(left.count == 3) }
      _ = try pair.merge()
      #expect(try pair.ids(in: pair.here) == all, "step \(index)")
      guard faulty.hasStruck else { break }
      index += 1
    }
    #expect(index > 20)
  }
}
