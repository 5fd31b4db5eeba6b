import CensusCommand
import CensusCore
import CensusTestSupport
import Testing

/// What rests on a record that was taken back is told: at the undo that takes it, and by `check` where
/// two people did not know of each other.
struct LostGroundTests {
  private func rows(_ desk: Desk) throws -> [JSON] {
    try JSON(try desk.run("check", "--format", "json", "--lang", "zh").answer).rows
      .filter { $0["code"] == "lostGround" }
  }

  @Test func anOrderUponARecheckThatSomebodyElseTookBack() throws {
    let (desk, other) = (try Desk(), try Desk())
    for one in [desk, other] {
      one.now = "2018-11-05T01:00:00Z"
      try one.does("recheck 2018Q3-3 --failed --on 2018-11-05")
    }
    other.drawn = 1_000
    try desk.does("undo")
    try other.does("order 2018Q3-3 --until 2018-11-30 --on 2018-11-05 --by 李四")
    desk.folders["other"] = other.folders["store"]
    #expect(try rows(desk).isEmpty)
    try desk.does("merge other")
    let row = try #require(try rows(desk).first)
    let message = try #require(row["message"]?.string)
    #expect(
      message.hasPrefix(
        "2018-11-05的“第3行 石林彝族自治县人民政府网站，第2轮：限期2018-11-30前再整改”所依据的“第3行 石林彝族自治县人民政府网站：第1轮复查，整改不到位”已撤销，依据不复存在；"
          + "不再成立的，用 census retract "))
    // Recorded anew, it stands.
    try desk.does("recheck 2018Q3-3 --failed --on 2018-11-05")
    #expect(try rows(desk).isEmpty)
  }

  @Test func aRemarkOnAReceiptThatSomebodyElseTookBack() throws {
    let (desk, other) = (try Desk(), try Desk())
    for one in [desk, other] { try one.does("receive 临沧 --part electronic --on 2018-10-18") }
    other.drawn = 1_000
    let known = try JSON(try desk.run("history", "--format", "json").answer)
    let id = try #require(known.rows.first?["id"]?.string)
    try desk.does("undo")
    try other.does("note \(id) 附表另送 --by 李四")
    desk.folders["other"] = other.folders["store"]
    try desk.does("merge other")
    #expect(try rows(desk).count == 1)
    // Who takes it back knowing of the remark is not told for ever.
    try desk.does("redo")
    try desk.does("retract \(id) --reason 重登")
    #expect(try rows(desk).isEmpty)
  }

  @Test func aRetractionSaysWhatRestedOnIt() throws {
    let desk = try Desk()
    desk.environment["CENSUS_LANG"] = "zh"
    desk.now = "2018-11-06T01:00:00Z"
    try desk.does("recheck 2018Q3-3 --failed --on 2018-11-05")
    let made = try JSON(
      try desk.run("account", "昆明", "--stage", "opened", "--approved-by", "甲", "--json").answer)
    try desk.does("account 昆明 --stage measure --measure interview --person-role 乙")
    let id = try #require(made["events"]?.rows.first?.string)
    #expect(
      try desk.does("retract \(id) --reason 误登")
        .contains("此后有1条记录以此为据，随之失去依据；不再成立的，请一并撤回"))
  }

  /// Taking a retraction back, and forth: the warning comes with the act that takes the record.
  @Test func theWarningComesWithTheActThatTakes() throws {
    let desk = try Desk()
    desk.environment["CENSUS_LANG"] = "zh"
    desk.now = "2018-11-05T01:00:00Z"
    let made = try JSON(
      try desk.run("recheck", "2018Q3-3", "--failed", "--on", "2018-11-05", "--json").answer)
    let id = try #require(made["events"]?.rows.first?.string)
    try desk.does("order 2018Q3-3 --until 2018-11-30 --on 2018-11-05")
    try desk.does("retract \(id) --reason 误登")
    let warning = "失去依据"
    #expect(try !desk.does("undo").contains(warning))
    #expect(try desk.does("redo").contains(warning))
    #expect(try !desk.does("undo").contains(warning))
  }
}
