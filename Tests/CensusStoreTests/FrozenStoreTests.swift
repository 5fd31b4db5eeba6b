import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// A store as the version before recorded it, kept for ever: what people have recorded is found under
/// the names it has, says what it said, and would be recorded as the same bytes today.
///
/// Nothing in `FrozenStore/` is ever written anew; a difference is a fault of the program.
struct FrozenStoreTests {
  private static let folder = "\(ShippedStore.repository)/Tests/CensusStoreTests/FrozenStore"

  /// All files below the folder, by their paths.
  private func frozen() throws -> [String: [UInt8]] {
    try files(in: try DiskFileSystem(root: Self.folder), below: "")
  }

  private func files(in disk: any FileSystem, below folder: String) throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for entry in try disk.list(folder) {
      let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
      if entry.kind == .folder {
        found.merge(try files(in: disk, below: path)) { first, _ in first }
      } else {
        found[path] = try disk.read(path, limit: 1 << 20)
      }
    }
    return found
  }

  /// Records all acts anew, each with numbers and a time of its own.
  private func recorded() throws -> (files: InMemoryFileSystem, events: [Event]) {
    let files = try Sample.memory()
    var store = try Store.open(files)
    var events: [Event] = []
    for (place, drafts) in FrozenDrafts.acts.enumerated() {
      let recorder = Sample.recorder(
        place == 0 ? "\"甲\" \\ 乙" : "desk-2", at: "2018-10-\(19 + place % 3)T23:59:5\(place % 10)Z",
        from: 1 + place * 1_000)
      events += try store.record(drafts, by: recorder).events
    }
    return (files, events)
  }

  @Test func isRewrittenByteForByte() throws {
    let frozen = try frozen()
    let written = try files(in: try recorded().files, below: "").filter { path, _ in
      path.hasPrefix("events/") || path.hasPrefix("private/")
    }
    #expect(frozen.count == 93)
    // `store.json` is written by `init` alone, with all settings of today; one without some of them
    // has their standard.
    #expect(Set(written.keys) == Set(frozen.keys).subtracting(["store.json"]))
    let bytes = try #require(frozen["store.json"])
    let old = InMemoryFileSystem()
    let file = try old.create("store.json")
    try old.write(bytes, to: file)
    try old.close(file)
    #expect(try Store.open(old).settings == Store.open(recorded().files).settings)
    for (path, bytes) in written { #expect(frozen[path] == bytes, "\(path)") }
  }

  @Test func isReadAsItWasRecorded() throws {
    let files = InMemoryFileSystem()
    for (path, bytes) in try frozen() {
      for length in 1..<path.split(separator: "/").count {
        _ = try? files.makeDirectory(
          path.split(separator: "/").prefix(length).joined(separator: "/"))
      }
      try write(String(decoding: bytes, as: UTF8.self), to: path, in: files)
    }
    var store = try Store.open(files)
    let list = store.events(of: Sample.quarter)
    #expect(list.problems == [])
    let recorded = try recorded().events
    #expect(list.events == recorded.sorted(by: Event.inOrder))
    #expect(recorded.map(\.payload) == FrozenDrafts.acts.flatMap(\.self).map(\.payload))
    #expect(Set(recorded.map(\.payload.typeName)).count == 18)
  }
}
