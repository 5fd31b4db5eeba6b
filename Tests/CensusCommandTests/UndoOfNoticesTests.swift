import CensusCommand
import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// The last act may be a notice that was taken in, or back: `undo` never takes another one for it.
struct UndoOfNoticesTests {
  /// A record, a notice taken in, and a record of its quarter, in this order.
  private func desk() throws -> Desk {
    let desk = try Desk()
    let folder = InMemoryFileSystem()
    try Desk.put(Array(SampleNotice.markdown.utf8), at: "notice.md", in: folder)
    desk.folders["in"] = folder
    desk.environment["CENSUS_LANG"] = "zh"
    try desk.does("receive 昆明 --part both --on 2018-10-18 --quarter 2018Q3")
    desk.now = "2019-01-12T01:00:00Z"
    try desk.does("import in/notice.md --accept")
    desk.now = "2019-01-12T01:01:00Z"
    try desk.does("receive 临沧 --part paper --quarter 2018Q4 --on 2019-01-11")
    return desk
  }

  @Test func aWithdrawalIsNotPassedOver() throws {
    let desk = try desk()
    desk.now = "2019-01-12T01:02:00Z"
    try desk.does("withdraw 2018Q4 --reason 误载")
    let before = try desk.eventCount()
    let refused = try desk.run("undo")
    #expect(refused.status == 1)
    #expect(
      refused.warnings
        == "census: 最近一次办理是撤回2018年四季度的通报，不是登记，不能这样撤销：要恢复，请重新载入；更早的登记用 census undo 批次号 撤销。\n")
    #expect(try desk.eventCount() == before)
  }

  @Test func neitherIsAnImport() throws {
    let desk = try desk()
    // What was recorded since is taken back, and then it is the notice's turn.
    #expect(try desk.does("undo").contains("临沧"))
    let refused = try desk.run("undo")
    #expect(refused.status == 1)
    #expect(refused.warnings.hasPrefix("census: 最近一次办理是载入2018年四季度的通报，不是登记"))
    #expect(refused.warnings.contains("census withdraw 2018Q4 --reason 原因"))
    // Somebody else took nothing in.
    #expect(try desk.run("undo", "--by", "li").warnings.contains("没有可撤销的记录"))
  }

  /// Within one second what came first is told by what was recorded upon the notice.
  @Test func aNoticeOfTheSameSecondIsNotPassedOver() throws {
    let desk = try desk()
    try desk.does("withdraw 2018Q4 --reason 误载")
    #expect(try desk.run("undo").warnings.contains("最近一次办理是撤回2018年四季度的通报"))
    desk.now = "2019-01-12T01:02:00Z"
    try desk.does("import in/notice.md --accept")
    try desk.does("receive 临沧 --part electronic --quarter 2018Q4 --on 2019-01-11")
    #expect(try desk.does("undo").contains("临沧"))
  }
}
