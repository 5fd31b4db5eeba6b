import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// Copies of what was acknowledged on a machine, outside of the store: they tell what is gone from it, and
/// give it back.
struct CounterfoilTests {
  /// A machine with a person's folder, and stores at paths.
  private final class Machine {
    var stores: [String: any FileSystem] = [:]
    var state: any FileSystem = InMemoryFileSystem()

    func open(_ path: String) throws -> Store {
      let files = try #require(stores[path])
      var store = try Store.open(files)
      store.use(
        Counterfoils(of: store.settings.id, at: path, open: { [self] _ in state }) { [self] in
          stores[$0]
        })
      return store
    }

    func record(_ unit: UnitID, at path: String, from first: Int) throws -> RecordedBatch {
      var store = try open(path)
      return try store.record([Sample.receipt(unit)], by: Sample.recorder(from: first))
    }

    func missed(at path: String) throws -> Int {
      try open(path).knownProblems.reduce(0) { count, problem in
        if case .missedRecords(_, let missed) = problem.kind { count + missed } else { count }
      }
    }
  }

  private func machine() throws -> Machine {
    let machine = Machine()
    machine.stores["/a"] = try Sample.memory()
    return machine
  }

  /// All files of one folder, in another.
  private func copy(_ files: any FileSystem) throws -> InMemoryFileSystem {
    let target = InMemoryFileSystem()
    func copy(_ folder: String) throws {
      for entry in try files.list(folder) {
        let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
        if entry.kind == .folder {
          _ = try target.makeDirectory(path)
          try copy(path)
        } else {
          try write(
            String(decoding: files.read(path, limit: 1 << 20), as: UTF8.self), to: path, in: target)
        }
      }
    }
    try copy("")
    return target
  }

  @Test func whatIsGoneIsSaidAndPutBackByTheNextRecording() throws {
    let machine = try machine()
    let event = try machine.record("临沧", at: "/a", from: 1).events[0]
    let files = try #require(machine.stores["/a"])
    let bytes = try text(Sample.path(of: event), in: files)
    #expect(try machine.missed(at: "/a") == 0)
    try files.remove(Sample.path(of: event))
    #expect(try machine.missed(at: "/a") == 1)
    // Reading puts nothing back.
    #expect(throws: FileError.self) { try files.read(Sample.path(of: event), limit: 1 << 20) }
    let batch = try machine.record("昆明", at: "/a", from: 50)
    #expect(batch.putBack == 1 && batch.withoutCounterfoil == nil)
    #expect(try text(Sample.path(of: event), in: files) == bytes)
    #expect(try machine.missed(at: "/a") == 0)
    #expect(try machine.record("怒江", at: "/a", from: 90).putBack == 0)
  }

  /// All of a folder's records are gone: they come back in place of a refusal.
  @Test func aFolderThatVanishedComesBack() throws {
    let machine = try machine()
    let scratch = try Scratch()
    try Store.initialise(try scratch.disk(), settings: Sample.settings)
    machine.stores["/a"] = try scratch.disk()
    _ = try machine.record("临沧", at: "/a", from: 1)
    try scratch.remove("events")
    #expect(try machine.missed(at: "/a") == 1)
    #expect(try machine.record("昆明", at: "/a", from: 50).putBack == 1)
    var store = try machine.open("/a")
    #expect(store.events(of: Sample.quarter).events.count == 2)
    #expect(!store.problems.contains(Problem(.vanishedRecords(folder: "events/2018Q3"))))
  }

  /// The counterfoil is on the disk before the record is acknowledged, and after it is in place.
  @Test func aPowerCutLosesNoCounterfoil() throws {
    let state = InMemoryFileSystem()
    let machine = try machine()
    machine.state = state
    let event = try machine.record("临沧", at: "/a", from: 1).events[0]
    state.powerCut()
    try #require(machine.stores["/a"]).remove(Sample.path(of: event))
    #expect(try machine.missed(at: "/a") == 1)
  }

  @Test func whereNoneCanBeKeptTheRecordStandsAndItIsSaid() throws {
    let machine = try machine()
    let full = InMemoryFileSystem()
    full.isWritable = false
    machine.state = full
    let batch = try machine.record("临沧", at: "/a", from: 1)
    #expect(batch.withoutCounterfoil?.reason == .readOnly)
    var store = try machine.open("/a")
    #expect(store.events(of: Sample.quarter).events.map(\.id) == batch.events.map(\.id))
  }

  /// A line that a power cut has torn harms neither those before it nor those after it.
  @Test func aTornLineHarmsNoOther() throws {
    let machine = try machine()
    let first = try machine.record("临沧", at: "/a", from: 1).events[0]
    let name = try #require(try machine.state.list("").first?.name)
    let whole = try machine.state.read(name, limit: 1 << 20)
    let torn = InMemoryFileSystem()
    try write(
      String(decoding: whole + whole.suffix(200).dropLast(20), as: UTF8.self), to: name, in: torn)
    machine.state = torn
    let second = try machine.record("昆明", at: "/a", from: 50).events[0]
    let files = try #require(machine.stores["/a"])
    try files.remove(Sample.path(of: first))
    try files.remove(Sample.path(of: second))
    #expect(try machine.missed(at: "/a") == 2)
    var store = try machine.open("/a")
    #expect(try store.putBack() == [first.id, second.id].sorted())
    // A line that was altered puts nothing back.
    let altered = InMemoryFileSystem()
    let text = String(decoding: try torn.read(name, limit: 1 << 20), as: UTF8.self)
    try write(text.replacing("desk-2", with: "desk-3"), to: name, in: altered)
    machine.state = altered
    try files.remove(Sample.path(of: first))
    #expect(try machine.missed(at: "/a") == 0)
  }

  /// A copy of a store does not take what is recorded in the other for its own.
  @Test func copiesDoNotMix() throws {
    let machine = try machine()
    _ = try machine.record("临沧", at: "/a", from: 1)
    machine.stores["/b"] = try copy(try #require(machine.stores["/a"]))
    _ = try machine.record("昆明", at: "/a", from: 50)
    #expect(try machine.missed(at: "/b") == 0)
    let own = try machine.record("怒江", at: "/b", from: 90)
    #expect(own.putBack == 0)
    #expect(try machine.missed(at: "/a") == 0)
    var store = try machine.open("/b")
    #expect(store.events(of: Sample.quarter).events.count == 2)
    try #require(machine.stores["/b"]).remove(Sample.path(of: own.events[0]))
    #expect(try machine.missed(at: "/b") == 1 && machine.missed(at: "/a") == 0)
  }

  /// A store that was moved, and an old copy restored in its place, are the same replica still.
  @Test func aMovedStoreAndARestoredOneGoOn() throws {
    let machine = try machine()
    _ = try machine.record("临沧", at: "/a", from: 1)
    let old = try copy(try #require(machine.stores["/a"]))
    _ = try machine.record("昆明", at: "/a", from: 50)
    machine.stores["/a"] = old
    #expect(try machine.missed(at: "/a") == 1)
    machine.stores = ["/c": old]
    #expect(try machine.missed(at: "/c") == 1)
    #expect(try machine.record("怒江", at: "/c", from: 90).putBack == 1)
    machine.stores["/a"] = try copy(old)
    #expect(try machine.record("保山", at: "/a", from: 120).putBack == 0)
    #expect(try machine.missed(at: "/c") == 0)
  }

  /// Somebody has cleaned the folder, as git does, and with the records goes what tells which replica it is.
  @Test func aCleanedFolderIsKnownByItsPlace() throws {
    let machine = try machine()
    let events = [
      try machine.record("临沧", at: "/a", from: 1).events[0],
      try machine.record("昆明", at: "/a", from: 50).events[0],
    ]
    let files = try #require(machine.stores["/a"])
    let replica = try text("local/replica", in: files)
    for event in events { try files.remove(Sample.path(of: event)) }
    try files.remove("local/replica")
    // Another place, and another store, have nothing to do with it.
    machine.stores["/b"] = try Sample.memory()
    #expect(try machine.missed(at: "/b") == 0)
    #expect(try machine.missed(at: "/a") == 2)
    #expect(try machine.record("怒江", at: "/a", from: 90).putBack == 2)
    #expect(try text("local/replica", in: files) == replica)
    #expect(try machine.missed(at: "/a") == 0)
    #expect(try machine.state.list("").count == 1)
    // Whoever gives them up says so, and the store is another replica from then on.
    for event in events { try files.remove(Sample.path(of: event)) }
    try files.remove("local/replica")
    try write("", to: "local/replica", in: files)
    #expect(try machine.missed(at: "/a") == 0)
    #expect(try machine.record("保山", at: "/a", from: 130).putBack == 0)
    #expect(try text("local/replica", in: files) != replica)
    #expect(try machine.missed(at: "/a") == 0)
  }

  @Test func whatAMergeBroughtIsKeptToo() throws {
    let machine = try machine()
    let other = try Sample.memory()
    var there = try Store.open(other)
    let event = try there.record([Sample.receipt("昆明")], by: Sample.recorder(from: 50)).events[0]
    var store = try machine.open("/a")
    #expect(try store.merge(there).withoutCounterfoil == nil)
    try #require(machine.stores["/a"]).remove(Sample.path(of: event))
    #expect(try machine.missed(at: "/a") == 1)
  }
}
