import CensusCore
import CensusDashboard
import CensusLists
import CensusStore
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
    #expect(!text.contains("此前已登记，跳过"))
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

  /// At 80 columns English loses no number: who is late stands in the header, who has reported where the
  /// list's own count leaves room, and running sites stand on each tile.
  @Test func englishLosesNoNumberAt80Columns() throws {
    for view in View.allCases where view != .notice {
      let script = try Script(.english, asOf: "2018-10-23", view: view)
      let isFull = [.prefectures, .issues, .deadlines].contains(view)
      let wanted = isFull ? "late 7" : "done 0/7 late 7"
      #expect(script.line(0).contains(wanted), "\(view): \(script.line(0))")
    }
    let script = try Script(.english, asOf: "2018-10-23")
    #expect(script.line(0).contains("Running 409  Failing 20"), "\(script.line(0))")
    let rows = script.state.projection.inspection.rows
    #expect(rows.count == 18)
    for figures in rows.map(\.figures) {
      let running = try #require(figures.running)
      let forms = [" \(running)", "\(running) pass", "/\(running)"]
      #expect(forms.contains { script.frame.plainText.contains($0) }, "\(running)")
    }
    #expect(script.frame.plainText.contains("15 pass"))
  }

  /// One spelling, and no word cut to a riddle.
  @Test func wordsAreWrittenOut() throws {
    var script = try Script(.english, view: .rechecks)
    #expect(script.line(1).contains("6Re-check"), "\(script.line(1))")
    try script.press("5 End b 6 + w 5")
    #expect(script.frame.plainText.contains("Re-check") && !script.frame.plainText.contains("Chkd"))
    try script.press("2")
    #expect(!script.frame.plainText.contains("Conc."))
    try script.press("7")
    #expect(!script.frame.plainText.contains("Known"))
    try script.press("1")
    #expect(script.frame.plainText.contains("Latest records"))
  }

  /// The unit's lane never stands without its axis.
  @Test(arguments: [(80, 24), (120, 36)])
  func theLaneOfAUnitHasItsAxis(_ columns: Int, _ rows: Int) throws {
    var script = try Script(.chinese, columns, rows, asOf: "2018-10-23", view: .deadlines)
    try script.press("Enter")
    let lines = script.frame.lines
    let lane = try #require(lines.firstIndex { $0.contains("━━►") })
    #expect(lines[lane - 1].contains("今天"), "\(lines[lane - 1])")
  }

  /// A box is as tall as what it shows.
  @Test(arguments: [("F3", 4), ("F3 lit:耿马", 6), (": lit:催办", 1)])
  func boxesAreAsTallAsTheirResults(_ keys: String, _ least: Int) throws {
    var script = try Script(.chinese, 80, 40)
    try script.press(keys)
    let lines = script.frame.lines
    let end = try #require(lines.firstIndex { $0.hasPrefix("╰") })
    #expect(end < 26, "\(end)")
    #expect(script.found.count >= least)
    // Nothing stands between the last result and the rule.
    #expect(script.panel(script.preview.lowerBound - 2..<script.preview.lowerBound - 1) != [""])
  }

  /// What can run now stands before what cannot, which is dim and says why.
  @Test func thePaletteBeginsWithWhatCanRun() throws {
    var script = try Script(.chinese, 120, 150, view: .notice)
    try script.press(":")
    let found = script.found
    let refused = try #require(found.firstIndex { $0.contains("本页没有列表") })
    let run = try #require(found.lastIndex { $0.hasPrefix("全局搜索") || $0.hasPrefix("搜索") })
    #expect(run < refused)
  }

  /// There are two words for the stages of accountability, and they are the same everywhere.
  @Test func stagesHaveOneWordEach() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("5 g b 6 g - w 5 End m a Tab lit:省领导 Enter")
    for keys in ["9", "A", "9 Enter"] {
      try script.press(keys)
      let text = script.frame.plainText.replacing("已启动问责", with: "")
      #expect(script.frame.plainText.contains("已启动问责"), "\(keys)")
      #expect(!text.contains("启动问责"), "\(keys)")
      try script.press("Escape")
    }
  }

  /// A key of lists is not offered where nothing is listed.
  @Test func aComparisonWithoutRowsOffersNoRow() throws {
    var script = try Script(view: .overview)
    try script.press("V")
    #expect(!script.prompt.contains("Enter"), "\(script.prompt)")
  }

  /// Another period's rows are recorded in that period: what cannot be done here is not offered.
  @Test func rowsOfOtherPeriodsOfferNoAct() throws {
    let before = try Script(asOf: "2018-10-23")
    let quarter = try #require(Quarter("2022Q3"))
    var script = try Script(asOf: "2022-11-01", quarter: quarter)
    let now = script.state.snapshot
    script.act(
      .changed(
        Snapshot(
          title: now.title, province: now.province, quarters: now.quarters,
          projection: now.projection, today: now.today,
          others: Worklist(before.state.projection.unfinished()))))
    try script.press("W")
    guard case .owed? = script.state.rowUnderCursor?.id else {
      Issue.record("no row of another period: \(script.frame.plainText)")
      return
    }
    script.change { $0.talk.message = nil }
    #expect(script.prompt.contains("Enter 打开"))
    #expect(!script.prompt.contains("c 催办") && !script.prompt.contains("m 办理"), "\(script.prompt)")
  }

  /// The page of a site, and what is said of it beside lists, tell what it failed for before.
  @Test(arguments: [(80, 24), (120, 36), (200, 60)])
  func earlierPeriodsOfASiteAreTold(_ columns: Int, _ rows: Int) throws {
    var script = try Script(.chinese, columns, rows, asOf: "2018-10-23", view: .sites)
    let now = script.state.snapshot
    let code = SiteCode("5309260040")
    let quarter = try #require(Quarter("2018Q2"))
    let earlier = Inspection(
      quarter: quarter, coverage: .full,
      totals: Inspection.Figures(running: 400, failing: 1, publishedRate: nil),
      findings: [
        Finding(
          id: FindingID(quarter, number: 9), prefecture: "临沧", code: code,
          siteName: "耿马政府公众信息网", text: "首页不更新", issues: ["home_not_updated"])
      ])
    let before = Projection(
      of: earlier, directory: now.projection.directory, events: [],
      settings: try ShippedStore.open().settings, asOf: now.projection.asOf)
    script.act(
      .changed(
        Snapshot(
          title: now.title, province: now.province, quarters: now.quarters,
          projection: now.projection, today: now.today,
          past: RepeatOffenders([before, now.projection]), others: Worklist([Worklist.Entry]()))))
    try script.press("/ lit:耿马 Enter Enter")
    #expect(script.state.place == .site(code))
    let text = script.frame.plainText
    #expect(text.contains("此前各期") && text.contains("2018Q2  第9行"), "\(text)")
  }

  /// Lines of rates never run together: none is taller than five eighths of its row.
  @Test func linesOfRatesLeaveTheRowAbove() {
    var grid = Grid(size: Size(columns: 4, rows: 1))
    Sparkline([1, 10, 10], top: 16, style: .muted, lastStyle: .bad)
      .draw(in: Rect(x: 0, y: 0, width: 4, height: 1), on: &grid)
    #expect(grid.plainText.hasPrefix("▁▅▅"), "\(grid.plainText)")
  }
}
