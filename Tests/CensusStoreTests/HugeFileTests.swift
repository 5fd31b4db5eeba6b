import CensusCore
import CensusStore
import CensusTestSupport
import StrictJSON
import Testing

/// Files that are valid and huge, or full of faults: read in time that grows with their size, or
/// refused with file and limit.
struct HugeFileTests {
  private func object(_ count: Int) -> [UInt8] {
    let fields = (0..<count).map { "\"key\($0)\":\($0)" }
    return Array("{\(fields.joined(separator: ","))}".utf8)
  }

  /// An event of 29,000 unknown keys stalled every reader for a minute.
  @Test func keysOfAnObjectAreComparedInLinearTime() throws {
    let growth = try growth(4_000) { _ = try JSONDocument(object($0)) }
    #expect(growth < 24)
  }

  /// A duplicate is found however many keys there are before it.
  @Test func findsADuplicateAmongThousands() throws {
    let fields = (0..<5_000).map { "\"key\($0)\":0" } + ["\"key7\":1"]
    let fault = #expect(throws: JSONFault.self) {
      _ = try JSONDocument(Array("{\(fields.joined(separator: ","))}".utf8))
    }
    #expect(fault?.expectation == .uniqueKey("key7"))
  }

  /// The same keys in two objects, one of them within the other, are no duplicates.
  @Test func objectsHaveTheirOwnKeys() throws {
    let fields = (0..<50).map { "\"k\($0)\":0" }.joined(separator: ",")
    _ = try JSONDocument(Array("[{\(fields),\"o\":{\(fields)},\"p\":0},{\(fields)}]".utf8))
  }

  @Test func aLineOfMegabytesIsNoText() throws {
    let line = "[" + String(repeating: "\"一\",", count: 1_000) + "x]"
    let fault = #expect(throws: JSONFault.self) { _ = try JSONDocument(Array(line.utf8)) }
    #expect(fault?.line == 1)
    #expect(fault?.column == 4_002)
  }

  /// 60 MiB of integers took 1.5 GB.
  @Test func valuesAreCounted() throws {
    let limits = JSONLimits(depth: 3, text: 10, file: 1_000, values: 6)
    _ = try JSONDocument(Array("{\"a\":[1,2,3]}".utf8), limits: limits)
    let fault = #expect(throws: JSONFault.self) {
      _ = try JSONDocument(Array("{\"a\":[1,2,3,4]}".utf8), limits: limits)
    }
    #expect(fault?.expectation == .values(limit: 6))
    #expect(fault?.column == 13)
    #expect(JSONLimits.store.values == 2_000_000)
  }

  @Test func aQuarterOfIntegersIsRefusedWithItsNameAndTheLimit() throws {
    let files = try Sample.memory()
    _ = try files.makeDirectory("quarters")
    let numbers = String(repeating: "1,", count: 2_000_000) + "1"
    try write("{\"annex2\":{\"rows\":[\(numbers)]}}", to: "quarters/2018Q3.json", in: files)
    var store = try Store.open(files)
    let file = store.inspection(of: Sample.quarter)
    #expect(file.inspection == nil)
    guard case .damagedFile("quarters/2018Q3.json", .syntax(let fault)) = file.problems.first?.kind
    else {
      Issue.record("\(file.problems)")
      return
    }
    #expect(fault.expectation == .values(limit: 2_000_000))
  }

  /// Thousands of wrong rows are one fault, not thousands.
  @Test(arguments: [(1_000, false), (1_001, true)])
  func aListOfFaultsIsRefused(_ count: Int, _ isRefused: Bool) throws {
    let files = try Sample.memory()
    let rows =
      (Array(repeating: "1", count: count) + [
        "{\"id\":\"a\",\"name\":{\"zh\":\"a\",\"en\":\"a\"},\"prefecture\":\"a\"}"
      ])
      .joined(separator: ",")
    try files.remove("units.json")
    try write("{\"units\":[\(rows)]}", to: "units.json", in: files)
    let store = try Store.open(files)
    guard isRefused else {
      let damaged = store.problems.filter { if case .damagedPart = $0.kind { true } else { false } }
      #expect(damaged.count == 1_000)
      #expect(store.directory.units.map(\.id) == ["a"])
      return
    }
    let fault = RecordFault(pointer: "/units", expectation: .fewerFaults(limit: 1_000))
    #expect(store.problems == [Problem(.damagedFile(path: "units.json", .record(fault)))])
  }
}
