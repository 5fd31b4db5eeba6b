import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// Facts that are written are read again as they were.
struct FactsTests {
  @Test func aStoreOfFactsIsReadAgain() throws {
    var source = try ShippedStore.open()
    let inspections = source.quarters().compactMap { source.inspection(of: $0).inspection }
    #expect(inspections.count == 3)
    let folder = InMemoryFileSystem()
    try Store.initialise(
      folder, settings: source.settings, directory: source.directory, inspections: inspections)
    var copy = try Store.open(folder)
    #expect(copy.problems == [])
    #expect(copy.directory == source.directory)
    #expect(copy.settings == source.settings)
    #expect(copy.quarters() == source.quarters())
    for inspection in inspections {
      let file = copy.inspection(of: inspection.quarter)
      #expect(file.problems == [])
      #expect(file.inspection == inspection)
    }
  }

  @Test func onlyInAnEmptyFolder() throws {
    let source = try ShippedStore.open()
    let folder = InMemoryFileSystem()
    _ = try folder.makeDirectory("events")
    #expect(throws: StoreError.notEmpty("events")) {
      try Store.initialise(
        folder, settings: source.settings, directory: source.directory, inspections: [])
    }
  }
}
