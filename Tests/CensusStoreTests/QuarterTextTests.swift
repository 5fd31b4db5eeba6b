import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// Quarters as they are written.
struct QuarterTextTests {
  @Test("A quarter written again reads the same", arguments: ["2018Q3", "2020Q2", "2022Q3"])
  func roundTrip(name: String) throws {
    let shipped = try ShippedStore.copy()
    var store = try Store.open(shipped)
    let inspection = try #require(store.inspection(of: Sample.quarter(name)).inspection)
    let files = InMemoryFileSystem()
    try Store.initialise(
      files, settings: store.settings, directory: store.directory, inspections: [inspection])
    var copy = try Store.open(files)
    #expect(copy.inspection(of: Sample.quarter(name)).problems == [])
    #expect(copy.inspection(of: Sample.quarter(name)).inspection == inspection)
    // But for the order of its wordings the file is the same.
    let lines = { (bytes: [UInt8]) in
      String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
        line.hasSuffix(",") ? line.dropLast() : line
      }.sorted()
    }
    let path = "quarters/\(name).json"
    #expect(
      lines(try files.read(path, limit: 1 << 20)) == lines(try shipped.read(path, limit: 1 << 20)))
  }
}
