import CensusCommand
import CensusCore
import CensusTestSupport
import Testing

/// Who in the office handles a unit (承办人): said once for all quarters, shown and searched in every list.
struct AssignTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    desk.environment["CENSUS_LANG"] = "zh"
    #expect(try desk.does("assign 昆明 临沧 --to 李四").hasPrefix("已登记2条：昆明、临沧；"))
    try desk.does("assign 怒江 --to 王五")
    return desk
  }

  @Test func listsAreChosenByIt() throws {
    let desk = try desk()
    desk.environment["CENSUS_ACTOR"] = "李四"
    #expect(try desk.json("units", "--mine").column("unit") == ["昆明", "临沧"])
    #expect(try desk.json("findings", "--mine").rows.count == 10)
    #expect(
      try desk.json("sites", "--where", "assignee=王五").rows.count == 3)
    for list in ["worklist", "deadlines", "rechecks", "history", "prefectures", "sites"] {
      #expect(try desk.json(list, "--mine").rows.isEmpty == false, "\(list)")
    }
    #expect(try desk.json("units", "--search", "王五").column("unit") == ["怒江"])
    // Whoever handles nothing has an empty list, and no error.
    desk.environment["CENSUS_ACTOR"] = "赵六"
    #expect(try desk.json("units", "--mine").rows.isEmpty)
    #expect(try desk.run("trends", "--mine").warnings.contains("没有字段“assignee”"))
    let table = try desk.run("units").answer
    #expect(table.contains("承办") && table.contains("李四"))
    #expect(try desk.run("show", "昆明").answer.contains("承办人"))
  }

  @Test func itHoldsUntilAnotherIsNamed() throws {
    let desk = try desk()
    let before = try desk.eventCount()
    try desk.does("assign 昆明 --to 李四")
    #expect(try desk.eventCount() == before)
    try desk.does("assign 2018Q3 --to 王五")
    #expect(try desk.json("units", "--where", "assignee=王五").rows.count == 7)
    try desk.does("assign 昆明 --nobody")
    #expect(try desk.json("units", "--where", "unit=昆明").rows.first?["assignee"] == .null)
    try desk.does("undo")
    #expect(try desk.json("units", "--where", "unit=昆明").rows.first?["assignee"] == "王五")
    for line in ["assign 昆明", "assign 昆明 --to 甲 --nobody"] {
      let refused = try desk.run(line: line)
      #expect(refused.status == 64)
      #expect(refused.warnings == "census: 请用 --to 给出承办人，或用 --nobody 取消指定，二者取一。\n")
    }
  }

  @Test func whatIsNoNameOrNoQuarterOfUnitsIsRefused() throws {
    let desk = try desk()
    let before = try desk.eventCount()
    let lines = try desk.run("assign", "昆明", "--to", "李四\n王五")
    #expect(lines.status == 1)
    #expect(lines.warnings == "census: 姓名不止一行；请写在一行内。\n")
    let totals = try desk.run("assign", "2020Q2", "--to", "李四")
    #expect(totals.status == 1)
    #expect(totals.warnings == "census: 2020年二季度仅有总数，没有可登记的单位；请换一个季度。\n")
    #expect(try desk.eventCount() == before)
  }

  /// Two people who give a unit to different persons on one day, neither knowing of the other.
  @Test func twoWhoDisagree() throws {
    let (desk, other) = (try Desk(), try Desk())
    other.drawn = 1_000
    try desk.does("assign 昆明 --to 李四")
    try other.does("assign 昆明 --to 王五 --by 赵六")
    desk.folders["other"] = other.folders["store"]
    let merged = try desk.run("merge", "other", "--lang", "zh")
    #expect(merged.answer.contains("记录矛盾1处"))
    let check = try JSON(try desk.run("check", "--format", "json", "--lang", "zh").answer)
    let row = try #require(check.rows.first { $0["code"] == "conflict" })
    #expect(row["message"]?.string?.contains("承办人") == true)
  }
}
