import StrictJSON
import Testing

/// What several rows, rounds and periods come to, as lists and acts say it.
struct RowsAndRoundsTests {
  @Test func anExtensionOfOneRowIsSaidOfThatRow() throws {
    let desk = try Desk()
    desk.now = "2018-10-23T01:00:00Z"
    try desk.does(
      "extend 2018Q3-17 --until 2018-11-30 --authority 省政府办公厅 --reason 改版 --on 2018-10-19")
    try desk.does("receive 临沧 --part both --on 2018-10-18 --except 2018Q3-17")
    let unit = ["units", "--prefecture", "临沧"]
    #expect(try desk.json(unit + ["--columns", "due"]).column("due") == ["2018-11-30"])
    #expect(
      try desk.json(unit + ["--columns", "originalDue"]).column("originalDue") == ["2018-10-20"])
    // The due day and the time left are those of the one row that is owed.
    #expect(try desk.json(unit).rows.first?["daysLeft"] == 38)
    #expect(try desk.chinese(unit).answer.contains("第17行延期至2018-11-30"))
    let page = try desk.chinese(["show", "临沧"]).answer
    #expect(page.contains("2018-11-30 周五（含当日），原时限2018-10-20，第17行延期至2018-11-30"))
    #expect(try desk.chinese(["report", "--brief"]).answer.contains("临沧市第17行至11月30日"))
  }

  @Test func aPartIsAsLateAsItsLatestRow() throws {
    let desk = try Desk()
    desk.now = "2018-12-01T01:00:00Z"
    try desk.does(
      "extend 2018Q3-17 --until 2018-11-30 --authority 省政府办公厅 --reason 改版 --on 2018-10-19")
    try desk.does("receive 临沧 --part both --on 2018-10-25 --except 2018Q3-17")
    try desk.does("receive 2018Q3-17 --only --part both --on 2018-11-20")
    #expect(try desk.chinese(["show", "临沧"]).answer.contains("2018-11-20 收到，迟报 5天"))
  }

  @Test func aSiteThatFailsAgainForAnotherDefectIsNamedInTheNextQuarter() throws {
    let desk = try Desk.ofTwoNotices()
    let findings = try desk.chinese(["findings", "--quarter", "2018Q4", "--format", "json"]).answer
    let rows = try #require(try JSONDocument(Array(findings.utf8)).root.items)
    let again = try #require(rows.first { $0["code"]?.text == "5301000045" })
    let kinds = again["modifiers"]?.items?.compactMap { $0["kind"]?.text } ?? []
    #expect(kinds == ["overdue", "repeatFailure", "carriedOver"])
    let sites = try desk.chinese(["trends", "--recurrences", "--format", "json"]).answer
    let running = try #require(try JSONDocument(Array(sites.utf8)).root.items)
      .first { $0["code"]?.text == "5301000045" }?["running"]?.number
    #expect(running == 2)
  }

  @Test func aYearLeavesOutNoticesThatWereNotIssued() throws {
    let desk = try Desk()
    let answer = try desk.chinese(["review", "2018", "--as-of", "2018-09-01"]).answer
    #expect(answer.contains("2018年三季度的通报在截至日期尚未印发，不计入。"))
    #expect(!answer.contains("未报齐"))
    #expect(try desk.chinese(["review", "2018", "--as-of", "2018-09-26"]).answer.contains("未报齐"))
  }

  @Test func aCodeThatOnlyAnotherPeriodNamesIsSaid() throws {
    let desk = try Desk.ofTwoNotices()
    let correct = ["correct", "--field", "code", "--reason", "多印一位", "--quarter", "2018Q3"]
    let other = try desk.chinese(correct + ["2018Q3-2", "--to", "5303000001"])
    #expect(other.answer.contains("标识码5303000001在其他期的通报中是“曲靖市某局网站”"))
    // The same site, printed right in the next period.
    let same = try desk.chinese(correct + ["2018Q3-1", "--to", "5300000061"])
    #expect(!same.answer.contains("在其他期的通报中"))
  }

  @Test func anOrderSaysThatTheRoundBeforeIsOwed() throws {
    let desk = try Desk()
    desk.now = "2018-12-20T01:00:00Z"
    try desk.does("recheck 2018Q3-3 2018Q3-4 --failed --on 2018-11-05")
    try desk.does("order 2018Q3-3 2018Q3-4 --until 2018-11-20 --on 2018-11-06")
    try desk.does("receive 2018Q3-3 --only --part electronic --on 2018-11-18")
    try desk.does("recheck 2018Q3-3 --failed --on 2018-11-25")
    let order = try desk.chinese([
      "order", "2018Q3-3", "--until", "2018-12-10", "--on", "2018-11-26",
    ])
    #expect(order.answer.contains("第2轮尚未报齐，仍按该轮期限计算；这次责令另起第3轮"))
  }

  @Test func anUndoSaysWhatRestsOnIt() throws {
    let desk = try Desk()
    desk.now = "2018-10-23T01:00:00Z"
    try desk.does("receive 迪庆 --part paper --unsigned --on 2018-10-19")
    let batch = try #require(try desk.json("history").column("batch").first??.string)
    try desk.does("return 迪庆 --part paper --reason 未签字 --on 2018-10-22")
    let said = "此后有1条记录以此为据，随之失去依据：2018-10-22 退回纸质版（未签字）；不再需要的，请一并撤销"
    for options in [["--dry-run"], []] {
      #expect(try desk.chinese(["undo", batch] + options).answer.contains(said))
    }
  }

  @Test func anUndoOfWhatHasAnotherGroundSaysNothing() throws {
    let desk = try Desk()
    desk.now = "2018-10-23T01:00:00Z"
    try desk.does("chase 迪庆 --on 2018-10-19")
    let batch = try #require(try desk.json("history").column("batch").first??.string)
    try desk.does("receive 迪庆 --part paper --unsigned --on 2018-10-20")
    try desk.does("return 迪庆 --part paper --reason 未签字 --on 2018-10-22")
    #expect(!(try desk.chinese(["undo", batch]).answer.contains("失去依据")))
  }
}

extension Desk {
  /// Runs a command that answers in Chinese.
  fileprivate func chinese(_ arguments: [String]) throws -> Outcome {
    try run(arguments + ["--lang", "zh"])
  }
}
