import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// The files of frozen reports.
struct SnapshotFileTests {
  private static let folder = "\(ShippedStore.repository)/Tests/CensusStoreTests"

  private func files(_ path: String) throws -> [(name: String, bytes: [UInt8])] {
    let disk = try DiskFileSystem(root: "\(Self.folder)/\(path)")
    return try disk.list("").map(\.name).sorted().map { ($0, try disk.read($0, limit: 1 << 20)) }
  }

  /// A store with one file under `snapshots/`.
  private func store(_ name: String, _ bytes: [UInt8]) throws -> Store {
    let folder = try ShippedStore.copy()
    _ = try folder.makeDirectory("snapshots")
    let file = try folder.create("snapshots/\(name)")
    try folder.write(bytes, to: file)
    try folder.close(file)
    return try Store.open(folder)
  }

  @Test func aFrozenReportIsReadAsItWasWritten() throws {
    for (name, bytes) in try files("GoodSnapshots") {
      let store = try store(name, bytes)
      let (report, isWhole) = try #require(store.frozenReports().first)
      #expect(report.path == "snapshots/\(name)")
      #expect(report.content.quarter.description == "2018Q3")
      #expect(report.content.asOf.description == "2018-10-24")
      #expect(report.content.events == 2)
      #expect(report.acceptance.by == "desk-1")
      // Its page is not here, and that is said.
      #expect(!isWhole)
      #expect(
        store.snapshotProblems() == [
          Problem(.unreadableFile(FileError(.read, report.pagePath, .missing)))
        ])
    }
  }

  @Test func whatIsNoFrozenReportIsSaid() throws {
    // A key that a newer program adds is passed over.
    for (name, bytes) in try files("BadFiles/snapshot") where name != "unknown-key.json" {
      let path = "2018Q3.2018-10-24.\(SHA256.hex(bytes).prefix(16)).json"
      let store = try store(path, bytes)
      #expect(store.frozenReports().isEmpty, "\(name)")
      #expect(
        store.snapshotProblems() == [Problem(.damagedSnapshot(path: "snapshots/\(path)"))],
        "\(name)")
    }
  }
}
