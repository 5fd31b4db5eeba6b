import CensusCore
import CensusDashboard
import CensusLists
import CensusTestSupport
import TerminalKit
import Testing

/// What a person makes of a list: values chosen, places sought, columns moved, rows copied and
/// written out.
@Suite struct ListSessions {
  // MARK: - Facets

  @Test func aChosenValueKeepsItsRowsOnly() throws {
    var script = try Script(view: .sites)
    try script.press("f")
    #expect(script.frame.lines.contains { $0.contains("条件筛选") })
    #expect(script.frame.lines.contains { $0.contains("[ ] 怒江") && $0.contains("3") })
    try script.press("k k k k k k k k k k k k")
    while !script.cursorLine.contains("怒江") { try script.press("j") }
    try script.press("Space")
    #expect(script.frame.lines.contains { $0.contains("[✓] 怒江") })
    try script.press("Escape")
    #expect(script.head.contains("筛选：怒江"))
    #expect(script.head.contains("3 / 19"))
    try script.press("Escape")
    #expect(!script.line(2).contains("筛选"))
  }

  @Test func chosenValuesOfTwoColumnsMustBothHold() throws {
    var script = try Script(view: .sites)
    try script.press("5 / lit:临沧 Enter b Escape 3 f")
    try script.choose("临沧")
    try script.choose("未报")
    try script.press("Escape")
    #expect(script.head.contains("0 / 19"))
    try script.press("f c")
    try script.choose("临沧")
    try script.press("Escape")
    #expect(script.head.contains("4 / 19"))
  }

  @Test func aPageOfTextHasNoFacets() throws {
    var script = try Script(view: .notice)
    try script.press("f")
    #expect(script.message == "本列表没有可勾选的条件")
  }

  // MARK: - Places sought

  @Test func escDropsTheFilterAndKeepsTheTextForN() throws {
    var script = try Script(view: .sites)
    try script.press("/ lit:怒江 Escape")
    #expect(script.head.contains("通报20条，19个网站"))
    try script.press("g n")
    #expect(script.message == "“怒江” 1 / 3")
    #expect(script.cursorLine.contains("怒江"))
    try script.press("n n")
    #expect(script.message == "“怒江” 3 / 3")
    try script.press("n")
    #expect(script.message == "“怒江” 1 / 3")
    try script.press("N")
    #expect(script.message == "“怒江” 3 / 3")
  }

  @Test func nWithoutATextSaysWhatToDo() throws {
    var script = try Script(view: .sites)
    try script.press("n")
    #expect(script.message == "还没有查找过文字：先按 / 输入")
  }

  @Test func aPageOfTextIsSearched() throws {
    var script = try Script(view: .notice)
    try script.press("/")
    script.type("63662667")
    try script.press("Enter n")
    #expect(script.message == "“63662667” 1 / 1")
    #expect(script.frame.lines.contains { $0.contains("63662667") })
  }

  @Test func theArrowsRecallEarlierFilters() throws {
    var script = try Script(view: .sites)
    try script.press("/ lit:怒江 Enter / C-u lit:昆明 Enter / Up")
    #expect(script.prompt.contains("筛选：昆明"))
    try script.press("Up")
    #expect(script.prompt.contains("筛选：怒江"))
    try script.press("Down Down")
    #expect(script.prompt.contains("筛选：昆明"))
  }

  /// What is typed is not lost by looking for something earlier.
  @Test func whatWasTypedComesBackBehindEarlierFilters() throws {
    var script = try Script(view: .sites)
    try script.press("/ lit:怒江 Enter / C-u lit:2018Q3-17 Up")
    #expect(script.prompt.contains("筛选：怒江"))
    try script.press("Down")
    #expect(script.prompt.contains("筛选：2018Q3-17"))
    #expect(script.frame.lines.count { $0.contains("耿马") } == 1)
  }

  // MARK: - Columns, panes, marks

  @Test func columnsThatFoundNoRoomComeIntoView() throws {
    var script = try Script(.chinese, 80, 24, view: .deadlines)
    #expect(!script.line(7).contains("联络员"))
    for _ in 0..<8 { try script.press("l") }
    #expect(script.frame.lines.contains { $0.contains("单位") && $0.contains("联络员") })
    for _ in 0..<9 { try script.press("Left") }
    #expect(script.frame.lines.contains { $0.contains("单位") && $0.contains("纸质版") })
  }

  @Test func zoomGivesTheListTheScreen() throws {
    var script = try Script(.chinese, 80, 24, view: .deadlines)
    #expect(script.line(3).hasPrefix("  待办"))
    try script.press("z")
    #expect(script.line(2).contains("单位"))
    try script.press("Escape")
    #expect(script.line(3).hasPrefix("  待办"))
  }

  @Test func theSitesOfACategoryAreAPaneOfTheirOwn() throws {
    var script = try Script(.chinese, 120, 36, view: .issues)
    #expect(script.line(4).contains("错字漏字"))
    #expect(script.line(4).contains("3     石林彝族自治县人民政府网站"))
    try script.press("Down")
    #expect(script.line(3).contains("15    云南香格里拉教育网"))
    try script.press("Tab Down Enter")
    #expect(script.line(2).contains("临沧市茶叶信息网"))
    try script.press("Escape Tab")
    #expect(script.state.place == .view(.issues))
  }

  @Test func shiftAndArrowsMarkAsTheyGo() throws {
    var script = try Script(view: .deadlines)
    try script.press("S-Down S-Down")
    #expect(script.message == "已选3行（U 全不选）")
    try script.press("b")
    #expect(script.frame.lines.contains { $0.contains("将登记6条记录：3家") })
  }

  // MARK: - Copying and writing out

  @Test func copiesRowsCodesAndNames() throws {
    var script = try Script(view: .sites)
    try script.press("/ lit:耿马 Enter y c")
    #expect(script.effects.last == .copy("5309260040"))
    try script.press("y n")
    #expect(script.effects.last == .copy("耿马政府公众信息网"))
    #expect(script.message == "已复制1个名称：耿马政府公众信息网")
    try script.press("y y")
    guard case .copy(let row) = script.effects.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(row.hasPrefix("17,20\t耿马政府公众信息网\t5309260040\t临沧\t"))
  }

  /// Where a line is pasted, a control in it must not run it or colour what follows.
  @Test func whatIsCopiedIsHarmlessToPaste() throws {
    var script = try Script(view: .history)
    script.recordElsewhere(
      EventDraft(
        on: try #require(Day("2018-10-19")), quarter: ShippedStore.quarter, subject: .unit("昆明"),
        payload: .note(Note(text: "甲\rrm -r x\u{1B}[31m\u{202E}"))))
    for keys in ["y y", "y l", "y n", "y c", "y b"] {
      try script.press("Escape \(keys)")
      guard case .copy(let text) = script.effects.last else {
        Issue.record("nothing was copied")
        return
      }
      #expect(
        text.unicodeScalars.allSatisfy { scalar in
          scalar == "\n" || scalar == "\t"
            || ![.control, .format].contains(scalar.properties.generalCategory)
        }, "\(keys): \(text)")
    }
  }

  // MARK: - Checks that were looked into

  @Test func aCheckIsVerifiedAndOpenAgainByUndo() throws {
    var script = try Script(view: .checks)
    #expect(script.frame.lines.contains { $0.contains("7项待核，3项提示") })
    try script.press("m h lit:已与印发稿核对 Enter")
    #expect(script.message == "已登记：核实 附件1 临沧")
    #expect(script.frame.lines.contains { $0.contains("6项待核，1项已核实，3项提示") })
    #expect(script.frame.lines.contains { $0.contains("已核实  合格率通报载70%") })
    #expect(script.frame.lines.contains { $0.contains("已核实（desk，2018-10-19）。") })
    // It is no unit and no site: nothing else can be recorded about it.
    try script.press("p")
    #expect(script.message == "选中的是核对项，只能核实（m h）。")
    try script.press("u")
    #expect(script.frame.lines.contains { $0.contains("7项待核，3项提示") })
  }

  @Test func whatIsNoCheckIsNotVerified() throws {
    var script = try Script(view: .sites)
    try script.press("m h")
    guard script.state.overlay is ActMenu else {
      Issue.record("the menu is closed")
      return
    }
    #expect(script.message == "“53000000061”不是核对项；请在 8 核对 中选中一条。")
  }

  @Test func copiesTheMarkedRowsAndTheWholeList() throws {
    var script = try Script(view: .sites)
    try script.press("Space Space y c")
    guard case .copy(let codes) = script.effects.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(codes.split(separator: "\n").count == 2)
    try script.press("y l")
    guard case .copy(let list) = script.effects.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(list.split(separator: "\n").count == 19)
  }

  @Test func writesTheRowsOnScreenInTheirOrder() throws {
    var script = try Script(asOf: "2018-10-23", view: .sites)
    try script.press("/ lit:怒江 Enter x")
    #expect(script.frame.lines.contains { $0.contains("导出：不合格，3行") })
    #expect(script.frame.lines.contains { $0.contains("2018Q3-不合格-2018-10-23.csv") })
    try script.press("Tab")
    #expect(script.frame.lines.contains { $0.contains("2018Q3-不合格-2018-10-23.xlsx") })
    try script.press("Enter")
    guard case .export(let export) = script.effects.last else {
      Issue.record("nothing was written")
      return
    }
    #expect(export.form == .xlsx)
    #expect(export.path == "2018Q3-不合格-2018-10-23.xlsx")
    #expect(export.rows.count == 3)
  }

  @Test func aPageOfTextIsNoList() throws {
    var script = try Script(view: .notice)
    try script.press("x")
    #expect(script.message == "这里没有可导出的列表；先打开一个列表")
    #expect(script.effects.isEmpty)
  }

  // MARK: - Addresses

  @Test func opensTheAddressOfADetailLine() throws {
    var script = try Script(view: .sites)
    try script.press("/ lit:耿马 Enter Enter o")
    #expect(script.message?.hasPrefix("没有登记网址") == true)
    try script.press("m d lit:措失 Tab lit:措施 Tab lit:首页 Tab lit:https://example.invalid/a Enter o")
    #expect(script.effects.last == .openAddress("https://example.invalid/a"))
  }
}

extension Script {
  /// The row with the terminal's cursor.
  var cursorLine: String { frame.cursor.map { line($0.y) } ?? "" }

  /// Takes a value in the panel of facets.
  mutating func choose(_ value: String) throws {
    try press("g")
    for _ in 0..<60 where !cursorLine.contains("] \(value)") { try press("j") }
    try press("Space")
  }
}
