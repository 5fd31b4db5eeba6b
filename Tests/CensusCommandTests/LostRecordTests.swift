import CensusCommand
import CensusCore
import CensusStore
import Testing

/// A record that is gone, of which a later one tells: its writer had seen it.
struct LostRecordTests {
  @Test func oneThatOthersWereMadeUponIsMissed() throws {
    let desk = try Desk()
    try desk.does("receive 怒江 --part paper")
    try desk.does("receive 怒江 --part electronic")
    #expect(try desk.run("units").warnings.isEmpty)
    let store = try #require(desk.folders["store"])
    let first = try #require(try desk.json("history").rows.last?["id"]?.string)
    let path = "events/2018Q3/2018-10-19/\(first).json"
    try store.remove(path)
    let units = try desk.run("units", "--lang", "zh")
    #expect(units.warnings.contains("1条曾登记的记录不见了"), "\(units.warnings)")
    let check = try desk.run("check", "--format", "json")
    #expect(check.status == 2)
    let row = try #require(
      try JSON(check.answer).rows.first { $0["code"] == .text("lostRecords") })
    #expect(row["severity"] == .text("error") && row["where"] == .text(String(first.prefix(12))))
    // One that is there and damaged is no lost one.
    try Desk.put([0x7B], at: path, in: store)
    let damaged = try JSON(desk.run("check", "--format", "json").answer).column("code")
    #expect(!damaged.contains(.text("lostRecords")) && damaged.contains(.text("damagedEvent")))
  }

  /// What somebody else recorded of another thing follows nothing that is gone.
  @Test func nothingIsMissedWhereNothingTells() throws {
    let desk = try Desk()
    try desk.does("receive 怒江 --part paper")
    try desk.does("receive 昆明 --part both")
    #expect(
      try !JSON(desk.run("check", "--format", "json").answer).column("code").contains(
        .text("lostRecords")))
  }
}
