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

  /// What outlives quarters may have been recorded upon something of a quarter, which is not lost for that.
  @Test func whatOutlivesQuartersFollowsRecordsOfThem() throws {
    let desk = try Desk()
    desk.now = "2018-11-12T01:00:00Z"
    try desk.does("recheck 2018Q3-17 --passed")
    let verdict = try #require(try desk.json("history").rows.first?["id"]?.string)
    try desk.does("availability 5309260040 --status offline")
    #expect(try desk.run("units").warnings.isEmpty)
    let check = try desk.run("check", "--format", "json").answer
    #expect(try !JSON(check).column("code").contains(.text("lostRecords")))
    // Gone in earnest, it is missed.
    try #require(desk.folders["store"]).remove("events/2018Q3/2018-11-12/\(verdict).json")
    let after = try desk.run("check", "--format", "json").answer
    #expect(try JSON(after).column("code").contains(.text("lostRecords")))
  }
}
