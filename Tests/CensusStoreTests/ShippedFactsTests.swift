import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// README's first command records into `data/`; the second, the tests, must not see it.
struct ShippedFactsTests {
  @Test func marksBesideTheFactsAreNotTaken() throws {
    let scratch = try Scratch()
    let disk = try scratch.disk()
    for (path, bytes) in try ShippedStore.facts() {
      if let slash = path.lastIndex(of: "/") { _ = try? disk.makeDirectory(String(path[..<slash])) }
      try write(String(decoding: bytes, as: UTF8.self), to: path, in: disk)
    }
    let before = try ShippedStore.facts(in: scratch.path).map(\.path)
    var store = try Store.open(disk)
    _ = try store.record(
      [
        Sample.receipt("昆明"), Sample.note("甲"),
        EventDraft(
          on: Sample.day("2018-10-19"), quarter: nil, subject: .unit("昆明"),
          payload: .contact(Contact(phone: "0000"))),
      ], by: Sample.recorder())
    _ = try disk.makeDirectory("local")
    try write("{}", to: "local/a.json", in: disk)
    #expect(try Set(disk.list("").map(\.name)).isSuperset(of: ["events", "private", "local"]))
    #expect(try ShippedStore.facts(in: scratch.path).map(\.path) == before)
    #expect(try before == ShippedStore.facts().map(\.path))
    #expect(before.contains("store.json") && before.contains("quarters/2018Q3.json"))
  }

  @Test func noTestSeesARecord() throws {
    var store = try ShippedStore.open()
    for quarter in store.quarters() { #expect(store.events(of: quarter).events == []) }
  }
}
