import CensusStore
import CensusTestSupport
import Testing

/// What was taken back and comes again is what it was.
struct WithdrawnNoticeTests {
  private static let head = ["序号", "州、市/部门", "网站名称", "网站标识码", "存在问题"]

  private func annex(of desk: Desk) throws -> [[String]] {
    try desk.json("findings").rows.map { row in
      ["prefecture", "name", "printedCode", "text"].map { row[$0]?.string ?? "" }
    }
  }

  private func take(_ rows: [[String]], _ desk: Desk, _ more: String...) throws -> Desk.Outcome {
    let lines = [Self.head] + rows.enumerated().map { ["\($0 + 1)"] + $1 }
    desk.input = lines.map { $0.joined(separator: "\t") + "\n" }.joined()
    return try desk.run(["import", "-", "--quarter", "2018Q4", "--due", "2019-02-01"] + more)
  }

  private func states(_ desk: Desk) throws -> [String] {
    try desk.json("findings", "--quarter", "2018Q4").rows.map { row in
      ["id", "name", "state"].map { row[$0]?.string ?? "" }.joined(separator: " ")
    }.sorted()
  }

  /// A correction that added rows is withdrawn and taken in again, then all is, and the first notice and
  /// the correction are taken in again: the marks hold.
  @Test func marksHoldWhenACorrectionComesAgain() throws {
    let desk = try Desk.after([])
    let shipped = try annex(of: desk)
    let first = Array(shipped[3..<11])
    let added = [
      ["昆明", "新增测试网站", "5301000999", "首页不更新"], ["曲靖", "另增测试网站", "5303000999", "错字漏字"],
    ]
    let corrected = added + first
    desk.now = "2019-01-05T01:00:00Z"
    #expect(try take(first, desk, "--accept").status == 0)
    desk.now = "2019-01-06T01:00:00Z"
    #expect(try take(corrected, desk, "--accept").status == 0)
    try desk.does("recheck 2018Q4-9 --failed --on 2019-01-06 --quarter 2018Q4")
    try desk.does("receive 2018Q4-10 --only --part both --on 2019-01-06 --quarter 2018Q4")
    let marked = try states(desk)
    #expect(marked.contains("2018Q4-9 新增测试网站 recheckFailed"))
    desk.now = "2019-01-07T01:00:00Z"
    try desk.does("withdraw 2018Q4 --reason 误载")
    let shown = try take(corrected, desk, "--lang", "zh")
    #expect(shown.answer.contains("新增测试网站：又列入，仍为2018Q4-9"))
    desk.now = "2019-01-08T01:00:00Z"
    #expect(try take(corrected, desk, "--accept").status == 0)
    #expect(try states(desk) == marked)
    // All of it.
    desk.now = "2019-01-09T01:00:00Z"
    try desk.does("withdraw 2018Q4 --reason 误载")
    desk.now = "2019-01-10T01:00:00Z"
    try desk.does("withdraw 2018Q4 --reason 误载")
    desk.now = "2019-01-11T01:00:00Z"
    #expect(try take(corrected, desk, "--accept").status == 0)
    #expect(try states(desk) == marked)
  }

  /// What was known before is not said to be new.
  @Test func whatIsKnownIsNotSaidToBeNew() throws {
    let desk = try Desk.after([])
    let rows = try annex(of: desk)
    desk.now = "2019-01-05T01:00:00Z"
    let new = [["省直", "云南省某某局", "5300000998", "首页不更新"], ["省直", "云南省某某厅网站", "5300000999", "错字漏字"]]
    let shown = try take(Array(rows[3..<6]) + new, desk, "--lang", "zh")
    #expect(
      shown.answer.contains("名录里没有、随本期写入：\n  责任单位　云南省某某局、云南省某某厅\n"), "\(shown.answer)")
    #expect(try take(Array(rows[3..<6]) + new, desk, "--accept").status == 0)
    let again = try take(Array(rows[3..<6]) + new, desk, "--lang", "zh")
    #expect(!again.answer.contains("随本期写入"), "\(again.answer)")
  }

  /// A quarter in which nothing failed comes in and is shown; what has nothing to be taken in says why.
  @Test func aQuarterWithoutFailuresComesIn() throws {
    let desk = try Desk.after([])
    desk.now = "2019-10-05T01:00:00Z"
    let text = """
      某省人民政府办公厅关于2019年三季度全省政府网站普查情况的通报

      在运行政府网站409个，监测发现问题网站0个，总体合格率100%。

      某省人民政府办公厅
      2019年9月27日

      """
    desk.input = text
    let taken = try desk.run("import", "-", "--accept", "--lang", "zh")
    #expect(taken.status == 0, "\(taken.warnings)")
    for command in ["overview", "findings", "units", "check", "worklist", "trends"] {
      let shown = try desk.run(command, "--quarter", "2019Q3", "--lang", "zh")
      #expect([0, 2].contains(shown.status), "\(command): \(shown.warnings)")
    }
    #expect(try desk.json("findings", "--quarter", "2019Q3").rows.isEmpty)
    desk.input = "某省人民政府办公厅关于2019年四季度全省政府网站普查情况的通报\n\n在运行政府网站409个。\n"
    let empty = try desk.run("import", "-", "--lang", "zh")
    #expect(empty.status == 2)
    #expect(empty.answer.contains("没有可写入的内容：没有读到不合格网站"))
  }
}
