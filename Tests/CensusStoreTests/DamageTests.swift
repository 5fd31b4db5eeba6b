import CensusCore
import CensusStore
import FoundationEssentials
import Glibc
import StrictJSON
import Testing

/// Files that something else has touched, on a real disk: each is found and named, none is lost
/// with it, and nothing is rewritten.
struct DamageTests {
  /// A store on disk with two events; the first is the one that is damaged.
  private struct Ground {
    let scratch: Scratch
    let victim: Event
    let other: Event

    init() throws {
      scratch = try Scratch()
      let files = try scratch.disk()
      try Store.initialise(files, settings: Sample.settings)
      var store = try Store.open(files)
      let batch = try store.record(
        [Sample.receipt("临沧"), Sample.note("a", on: "昆明")], by: Sample.recorder())
      (victim, other) = (batch.events[0], batch.events[1])
    }

    var path: String { Sample.path(of: victim) }

    func list() throws -> EventList {
      var store = try Store.open(try scratch.disk())
      return store.events(of: Sample.quarter)
    }

    func bytes() throws -> [UInt8] { try scratch.disk().read(path, limit: 1 << 20) }

    /// What is found when only the victim is damaged.
    func damaged(_ damage: Problem.EventDamage) -> EventList {
      EventList(events: [other], problems: [Problem(.damagedEvent(path: path, damage))])
    }
  }

  @Test func truncationsAtEveryLength() throws {
    let ground = try Ground()
    let whole = try ground.bytes()
    var store = try Store.open(try ground.scratch.disk())
    for length in 0..<whole.count {
      try ground.scratch.put(Array(whole.prefix(length)), at: ground.path)
      _ = store.refresh(Sample.quarter)
      if length == 0 { store = try Store.open(try ground.scratch.disk()) }
      #expect(store.events(of: Sample.quarter) == ground.damaged(.otherBytes), "length \(length)")
      #expect(try ground.bytes() == Array(whole.prefix(length)))
    }
    // Whole again, as when a copy in progress comes to its end.
    try ground.scratch.put(whole, at: ground.path)
    #expect(store.refresh(Sample.quarter) == .events)
    #expect(
      store.events(of: Sample.quarter)
        == EventList(events: [ground.victim, ground.other], problems: []))
    #expect(store.refresh(Sample.quarter) == [])
  }

  @Test func bitFlips() throws {
    let ground = try Ground()
    let whole = try ground.bytes()
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 1 << UInt8(place % 8)
      try ground.scratch.put(bytes, at: ground.path)
      #expect(try ground.list() == ground.damaged(.otherBytes), "byte \(place)")
    }
  }

  @Test func foreignBytes() throws {
    let ground = try Ground()
    let whole = try ground.bytes()
    let theirs = try ground.scratch.disk().read(Sample.path(of: ground.other), limit: 1 << 20)
    let replacements: [[UInt8]] = [
      whole.dropLast() + Array("\r\n".utf8), [UInt8](repeating: 0, count: whole.count),
      Array("<<<<<<< HEAD\n".utf8) + whole + Array("=======\n>>>>>>> theirs\n".utf8),
      [0xEF, 0xBB, 0xBF] + whole, whole + whole, theirs,
    ]
    for bytes in replacements {
      try ground.scratch.put(bytes, at: ground.path)
      #expect(try ground.list() == ground.damaged(.otherBytes))
      #expect(try ground.bytes() == bytes)
    }
  }

  @Test func swappedContents() throws {
    let ground = try Ground()
    let other = Sample.path(of: ground.other)
    let theirs = try ground.scratch.disk().read(other, limit: 1 << 20)
    try ground.scratch.put(try ground.bytes(), at: other)
    try ground.scratch.put(theirs, at: ground.path)
    let paths = [ground.path, other].sorted()
    #expect(
      try ground.list()
        == EventList(
          events: [], problems: paths.map { Problem(.damagedEvent(path: $0, .otherBytes)) }))
  }

  enum Impostor: CaseIterable {
    case pipe
    case link
    case folder
    case sparse
    case unreadable
  }

  @Test(arguments: Impostor.allCases)
  func whatIsNoRegularFile(_ impostor: Impostor) throws {
    let ground = try Ground()
    let full = "\(ground.scratch.path)/\(ground.path)"
    try ground.scratch.put(try ground.bytes(), at: "copy")
    #expect(unlink(full) == 0)
    let reason: FileError.Reason
    switch impostor {
    case .pipe:
      #expect(mkfifo(full, 0o666) == 0)
      reason = .notAFile
    case .link:
      // Even to the right bytes.
      #expect(symlink("\(ground.scratch.path)/copy", full) == 0)
      reason = .notAFile
    case .folder:
      #expect(mkdir(full, 0o777) == 0)
      reason = .notAFile
    case .sparse:
      let descriptor = open(full, O_WRONLY | O_CREAT, 0o666)
      #expect(ftruncate(descriptor, 20 << 30) == 0)
      close(descriptor)
      reason = .tooLarge(limit: 256 << 10)
    case .unreadable:
      guard getuid() != 0 else { return }
      try ground.scratch.put([], at: ground.path)
      #expect(chmod(full, 0) == 0)
      reason = .notPermitted
    }
    #expect(try ground.list() == ground.damaged(.unreadable(reason)))
  }

  @Test func linkedShard() throws {
    let ground = try Ground()
    let shard = "\(ground.scratch.path)/events/2018Q3/2018-10-19"
    #expect(rename(shard, "\(ground.scratch.path)/elsewhere") == 0)
    #expect(symlink("../../elsewhere", shard) == 0)
    #expect(
      try ground.list()
        == EventList(
          events: [],
          problems: [
            Problem(.strayNames(folder: "events/2018Q3", first: "2018-10-19", count: 1))
          ]))
  }

  @Test func oddNames() throws {
    let ground = try Ground()
    let shard = "events/2018Q3/2018-10-19"
    for name in ["A.json", "\(ground.victim.id).JSON", "\(ground.victim.id).json~", ".x"] {
      try ground.scratch.put([], at: "\(shard)/\(name)")
    }
    try ground.scratch.put([], at: "events/2018Q3/readme")
    try ground.scratch.makeFolders("events/2018Q3/2018-13-01")
    #expect(
      try ground.list()
        == EventList(
          events: [ground.victim, ground.other],
          problems: [
            Problem(.strayNames(folder: "events/2018Q3", first: "2018-13-01", count: 2)),
            Problem(
              .strayNames(folder: shard, first: min("A.json", "\(ground.victim.id).JSON"), count: 3)
            ),
            Problem(.oddNames(folder: shard, first: ".x", count: 1)),
          ]))
  }

  /// Bytes that fit their name and are no event all the same.
  @Test(
    arguments: [
      ("[1,]", .content(.syntax(JSONFault(offset: 3, line: 1, column: 4, expectation: .value)))),
      ("[]", .content(.record(RecordFault(pointer: "", expectation: .object)))),
      ("{}", .content(.record(RecordFault(pointer: "/type", expectation: .field)))),
      (#"{"type":1}"#, .content(.record(RecordFault(pointer: "/type", expectation: .text)))),
    ] as [(String, Problem.EventDamage)])
  func whatIsNoEvent(_ text: String, _ damage: Problem.EventDamage) throws {
    let ground = try Ground()
    let name = SHA256.hex(Array(text.utf8)).prefix(32)
    let path = "events/2018Q3/2018-10-19/\(name).json"
    try ground.scratch.put(Array(text.utf8), at: path)
    #expect(
      try ground.list()
        == EventList(
          events: [ground.victim, ground.other],
          problems: [Problem(.damagedEvent(path: path, damage))]))
  }

  @Test func anotherQuartersEvent() throws {
    let ground = try Ground()
    try ground.scratch.makeFolders("events/2019Q1/2018-10-19")
    let path = ground.path.replacing("2018Q3", with: "2019Q1")
    try ground.scratch.put(try ground.bytes(), at: path)
    var store = try Store.open(try ground.scratch.disk())
    #expect(
      store.events(of: Sample.quarter("2019Q1"))
        == EventList(
          events: [],
          problems: [Problem(.damagedEvent(path: path, .misplaced(says: Sample.quarter)))]))
  }

  /// Only the folder's permissions stand in the way; root is not stopped by them.
  @Test func readOnlyFolder() throws {
    let ground = try Ground()
    let folder = ground.scratch.path
    for name in ["events", "tmp", ""] { #expect(chmod("\(folder)/\(name)", 0o555) == 0) }
    defer {
      for name in ["", "events", "tmp"] { _ = chmod("\(folder)/\(name)", 0o755) }
    }
    #expect(try ground.list().events.count == 2)
    guard getuid() != 0 else { return }
    var store = try Store.open(try ground.scratch.disk())
    #expect(store.access == .readOnly(.notPermitted))
    #expect(throws: StoreError.readOnly(.notPermitted)) {
      try store.record([Sample.note("a")], by: Sample.recorder())
    }
  }
}
