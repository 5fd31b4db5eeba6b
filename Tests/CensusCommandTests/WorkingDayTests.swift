import CensusCommand
import CensusStore
import CensusTestSupport
import Testing

/// Working days and grades of lateness, as the commands tell them.
struct WorkingDayTests {
  /// A desk whose holidays somebody took away, or damaged.
  private func desk(holidays: String?) throws -> Desk {
    let desk = try Desk()
    let files = try #require(desk.folders["store"] as? InMemoryFileSystem)
    try files.remove("holidays.json")
    if let holidays { try Desk.put(Array(holidays.utf8), at: "holidays.json", in: files) }
    try files.remove("SHA256SUMS")
    return desk
  }

  @Test func standBesideCalendarDays() throws {
    let desk = try Desk()
    try desk.does("receive 昆明 --part both --on 2018-10-19")
    let rows = try desk.json("units", "--as-of", "2018-10-19").rows
    let nujiang = try #require(rows.first { $0["unit"] == "怒江" })
    #expect(nujiang["daysLeft"] == .number(1) && nujiang["workingDaysLeft"] == .number(0))
    #expect(nujiang["workingDaysLate"] == .null && nujiang["lateness"] == .null)
    let early = try desk.json("units", "--as-of", "2018-09-28").rows
    #expect(
      early.allSatisfy { $0["daysLeft"] == .number(22) && $0["workingDaysLeft"] == .number(12) })
    let kunming = try #require(rows.first { $0["unit"] == "昆明" })
    #expect(kunming["daysLate"] == .number(0) && kunming["workingDaysLate"] == .number(0))
    #expect(kunming["workingDaysLeft"] == .null)
  }

  @Test func lateAndOverdueHaveGrades() throws {
    let desk = try Desk.after(["receive 昆明 --part both --on 2018-10-23"])
    let rows = try desk.json("units", "--as-of", "2018-10-24").rows
    let kunming = try #require(rows.first { $0["unit"] == "昆明" })
    #expect(kunming["daysLate"] == .number(3) && kunming["workingDaysLate"] == .number(2))
    #expect(kunming["lateness"] == "slight")
    let lincang = try #require(rows.first { $0["unit"] == "临沧" })
    #expect(lincang["daysLeft"] == .number(-4) && lincang["workingDaysLeft"] == .number(-3))
    #expect(lincang["lateness"] == "serious")
    for (value, count) in [("轻", 1), ("slight", 1), ("重", 6), ("serious", 6), ("严重", 0)] {
      let chosen = try desk.json("units", "--as-of", "2018-10-24", "--where", "lateness=\(value)")
      #expect(chosen.rows.count == count, "\(value)")
    }
    #expect(
      try desk.json("sites", "--as-of", "2018-10-31", "--where", "lateness=grave").rows.count == 14)
    #expect(
      try desk.json("findings", "--as-of", "2018-10-31", "--where", "lateness=轻").rows.count == 5)
    let refused = try desk.run("units", "--where", "lateness=x", "--lang", "zh")
    #expect(refused.status == 64 && refused.warnings.contains("轻、重、严重"), "\(refused)")
  }

  @Test func showSaysThemInFull() throws {
    let desk = try Desk()
    let early = try desk.run("show", "临沧", "--as-of", "2018-09-28", "--lang", "zh").answer
    #expect(early.contains("剩 22天") && early.contains("剩 12个工作日"))
    let late = try desk.run("show", "临沧", "--as-of", "2018-10-31", "--lang", "zh").answer
    #expect(late.contains("逾期 8个工作日") && late.contains("严重（11天起）"))
    #expect(!late.contains("按周一至周五计"))
  }

  @Test("Without holidays, weekdays count, and are called so", arguments: [nil, "{"])
  func withoutHolidays(text: String?) throws {
    let desk = try desk(holidays: text)
    let outcome = try desk.run("units", "--as-of", "2018-09-28", "--format", "json")
    let rows = try JSON(outcome.answer).rows
    #expect(outcome.status == 0 && rows.count == 7)
    #expect(rows.allSatisfy { $0["daysLeft"] == .number(22) && $0["workingDaysLeft"] == .null })
    let page = try desk.run("show", "临沧", "--as-of", "2018-09-28", "--lang", "zh").answer
    #expect(page.contains("剩 15个工作日（缺节假日安排，按周一至周五计）"), "\(page)")
    let check = try desk.run("check", "--lang", "zh").answer
    #expect(check.contains("holidays.json") == (text != nil))
    #expect(check.contains("工作日按周一至周五计") == (text != nil))
    #expect(try desk.run("receive", "昆明", "--part", "paper").status == 0)
  }

  @Test func checkOf2018Q3HasItsTenRows() throws {
    let rows = try JSON(try Desk().run("check", "--format", "json").answer).rows
    #expect(rows.count == 10)
    #expect(rows.last?["code"] == "dueOnWeekend" && rows.last?["computed"] == "2018-10-22")
  }

  @Test func theRemindersOf2018Q3StayWhereTheyWere() throws {
    let desk = try Desk()
    for (today, next) in [
      ("2018-09-27", "2018-10-08"), ("2018-10-08", "2018-10-08"), ("2018-10-18", "2018-10-18"),
    ] {
      let rows = try desk.json("units", "--as-of", today).rows
      #expect(rows.allSatisfy { $0["next"]?["on"] == .text(next) }, "\(today)")
    }
  }

  @Test func aDemoKnowsTheHolidays() throws {
    let desk = try Desk()
    desk.now = "2026-11-23T01:00:00Z"
    try desk.does("demo made --findings 20 --events 40")
    let rows = try desk.json("units", "--store", "made").rows
    #expect(!rows.isEmpty)
    let owing = rows.filter { $0["daysLeft"] != .null }
    #expect(owing.allSatisfy { $0["workingDaysLeft"] != .null })
    let late = rows.filter { $0["daysLate"] != .null }
    #expect(late.allSatisfy { $0["workingDaysLate"] != .null })
    #expect(!owing.isEmpty || !late.isEmpty)
  }
}
