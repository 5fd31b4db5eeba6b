import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// What a supervisor reads off the screen at a glance, and what must not mislead there.
@Suite struct LookSessions {
  private func day(_ text: String) -> Day { Day(text) ?? Day(ordinal: 0) }

  /// The field of the day says how late it would be by the unit's own due day.
  @Test func theDayIsJudgedByTheDueDayOfTheUnit() throws {
    var script = try Script(asOf: "2018-10-23", view: .deadlines)
    try script.press("End P")
    #expect(script.frame.plainText.contains("周二  迟报 3天"))
    try script.press("Escape")
    var request = ExtendRequest(
      until: day("2018-10-31"), on: day("2018-10-19"), authority: "甲", reason: "乙")
    request.note = "丙"
    let plan = try script.state.projection.plan(
      request, for: [.unit("临沧")], today: script.state.snapshot.today)
    for draft in plan.drafts { script.recordElsewhere(draft) }
    try script.press("End P")
    let line = script.frame.plainText.split(separator: "\n").first {
      $0.contains("日期  ")
    }
    #expect(line?.contains("按时") == true && line?.contains("迟报") == false, "\(line as Any)")
  }

  /// Where the table has room for lanes they come before what can be read elsewhere.
  @Test(arguments: [(110, 30), (120, 36), (159, 45), (180, 50), (200, 60)])
  func lanesStandInViewFive(_ columns: Int, _ rows: Int) throws {
    var script = try Script(asOf: "2018-10-23", view: .deadlines)
    script.resize(columns, rows)
    let head = script.frame.plainText.split(separator: "\n").first {
      $0.contains("单位") && $0.contains("下一步")
    }
    #expect(head?.contains("今天") == true, "\(head as Any)")
  }

  /// The strip of days says the month where it changes.
  @Test func theStripSaysTheMonth() throws {
    var script = try Script(view: .deadlines)
    #expect(script.frame.plainText.contains("31三 11/1"))
    script.resize(140, 36)
    #expect(script.frame.plainText.contains("11月1四"))
  }

  /// A copy that waits to go back is ours to move, and its tile says so.
  @Test func aTileSaysWhoseMoveItIs() throws {
    var script = try Script(asOf: "2018-10-23", view: .deadlines)
    #expect(!script.frame.plainText.contains("该我办"))
    script.recordElsewhere(
      EventDraft(
        on: day("2018-10-19"), quarter: ShippedStore.quarter, subject: .unit("迪庆"),
        payload: .receipt(Receipt(part: .paper, signature: .none))))
    try script.press("2 Tab")
    #expect(script.frame.plainText.contains("◆ 该我办 3"), "\(script.frame.plainText)")
  }

  /// Several units are counted as units, and who has a line in the dialog is in no second count.
  @Test func aBulkDialogCountsOnce() throws {
    var script = try Script(view: .deadlines)
    try script.press("End p * P")
    let text = script.frame.plainText
    #expect(text.contains("等7家"), "\(text)")
    #expect(!text.contains("早已登记，跳过"))
  }

  /// The key of the next pane names the other form that it leads to.
  @Test func theMapIsNamedWhereItIsReached() throws {
    var script = try Script(view: .prefectures)
    #expect(script.frame.plainText.contains("Tab 地图"))
    try script.press("Tab")
    #expect(script.frame.plainText.contains("Tab 列表"))
  }

  /// Keys of lists are not offered where there is none.
  @Test func aPageWithoutAListOffersNoFilter() throws {
    var script = try Script(view: .overview)
    try script.press("V")
    let hints = script.line(22)
    #expect(hints.contains("Esc 返回"))
    #expect(!hints.contains("筛选") && !hints.contains("导出"), "\(hints)")
  }

  /// By when something is to be answered is asked of instructions, and of no plain note.
  @Test func aPlainNoteHasNoDayOfAnswer() throws {
    var script = try Script(view: .deadlines)
    try script.press("End m n")
    #expect(!script.frame.plainText.contains("答复期限"))
    try script.press("Tab Right")
    #expect(script.frame.plainText.contains("答复期限"))
    #expect(script.frame.plainText.contains("可空，如 10-24、24、+3"))
  }

  /// What is closed has no next round on the run sheet.
  @Test func aClosedRowHasNoNextRound() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("5 g b 6 g + w")
    let row = script.frame.plainText.split(separator: "\n").first { $0.contains("云南省文史研") }
    #expect(row?.contains("到位") == true && row?.contains("第2轮") == false, "\(row as Any)")
  }
}
