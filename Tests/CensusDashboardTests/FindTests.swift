import CensusCore
import CensusDashboard
import CensusLists
import TerminalKit
import Testing

/// Finding anything, from any place.
@Suite struct FindTests {
  private static let gengma = [
    "网站 1", "耿马政府公众信息网 临沧 未报 剩 1天 5309260040", "问题 2", "第17行 耿马政府公众信息网 扣分大于40 未报 剩 1天",
    "第20行 耿马政府公众信息网 错字漏字 未报 剩 1天",
  ]
  /// Where the site belongs: found by it, behind what has the text itself.
  private static let lincang = [
    "州市 1", "临沧 在运行17个，不合格5个，合格率70%", "单位 1", "临沧 未报 剩 1天 5条问题",
  ]
  private static let row17: [String] =
    ["问题 1", "第17行 耿马政府公众信息网 扣分大于40 未报 剩 1天"] + lincang + Array(gengma[..<2])
  private static let blank: [String] =
    ["问题 1", "第16行 临沧市人民政府门户网站 多个栏目空白 未报 剩 1天", "类别 1", "多个栏目空白 单项否决 1条问题"]
    + lincang + ["网站 1", "临沧市人民政府门户网站 临沧 未报 剩 1天 5309000044"]

  @Test(arguments: ["gm", "GM", "ｇｍ", "gengma", "耿马", "耿m", "5309260040", "５３０９２６００４０"])
  func findsTheSameByEveryWayOfTyping(_ query: String) throws {
    var script = try Script()
    try script.press("C-p")
    script.type(query)
    #expect(script.found == Self.gengma + Self.lincang)
    #expect(script.line(3).contains("5项结果"))
  }

  @Test func groupsTheBestFirst() throws {
    var script = try Script(.chinese, 100, 36)
    try script.press("F3 lit:km")
    let headings = script.found.filter {
      let words = $0.split(separator: " ")
      return words.count == 2 && Int(words[1]) != nil
    }
    #expect(headings == ["州市 1", "单位 1", "网站 5", "问题 5"])
    #expect(script.found[1] == "昆明 在运行60个，不合格5个，合格率92%")
    #expect(script.found[3] == "昆明 未报 剩 1天 5条问题")
  }

  @Test(arguments: [
    ("xsbn", ["州市 1", "西双版纳 在运行12个，不合格0个，合格率100%"]),
    ("17行", row17), ("2018q3-17", row17), ("kongbai", blank),
    ("昆明 空白", ["没有符合的内容"]),
    ("daochu", ["命令 1", "导出 x 导出本列表：CSV、xlsx、HTML 等"]),
    ("导出", ["命令 1", "导出 x 导出本列表：CSV、xlsx、HTML 等"]),
    ("export", ["命令 1", "导出 x 导出本列表：CSV、xlsx、HTML 等"]),
  ])
  func findsExactly(_ query: String, _ results: [String]) throws {
    var script = try Script()
    try script.press("C-p")
    script.type(query)
    #expect(script.found == results)
  }

  @Test func aLoneMarkAsksForNothing() throws {
    var script = try Script()
    try script.press("C-p")
    script.type("！")
    #expect(script.found.first == "可以输入")
    #expect(!script.line(3).contains("结果"))
  }

  /// Whatever was typed before, the results are those of the whole text.
  @Test(arguments: ["k", "km", "kmj", "km jy", "km !jy", "耿马|gm", "网站 昆明市 jy"])
  func typingOnFindsWhatPastingFinds(_ query: String) throws {
    var typed = try Script()
    try typed.press("C-p")
    typed.type(query)
    var pasted = try Script()
    try pasted.press("C-p")
    pasted.act(.pasted(query))
    #expect(typed.found == pasted.found)
    #expect(typed.line(3) == pasted.line(3))
  }

  @Test func openedFromTheFirstKeyOrAfterTheWorkItFindsTheSame() throws {
    var early = try Script()
    try early.press("C-p lit:lincang")
    var late = try Script()
    late.finishWork()
    try late.press("C-p lit:lincang")
    #expect(early.frame == late.frame)
  }

  @Test func enterOpensEachKindOfThing() throws {
    let ways: [(String, Place)] = [
      ("lit:昆明 Enter", .prefecture("昆明")), ("lit:昆明 Down Enter", .unit("昆明")),
      ("lit:gm Enter", .site(SiteCode("5309260040"))),
      ("lit:kongbai Down Enter", .category("blank_columns")),
    ]
    for (keys, place) in ways {
      var script = try Script()
      try script.press("9 C-p \(keys)")
      #expect(script.state.place == place)
      #expect(script.state.overlay == nil)
    }
  }

  @Test func aFindingOpensItsSiteWithTheCursorOnIt() throws {
    var script = try Script()
    try script.press("C-p lit:20行 Enter")
    #expect(script.state.place == .site(SiteCode("5309260040")))
    let row = FindingID(try #require(Quarter("2018Q3")), number: 20)
    #expect(script.state.way.lists[script.state.listKey]?.cursor == .finding(row))
    try script.press("Escape")
    #expect(script.state.place == .view(.sites))
    #expect(script.state.way.lists[script.state.listKey]?.cursor == .site(SiteCode("5309260040")))
  }

  @Test func aCommandRunsWhereOneStands() throws {
    var script = try Script()
    try script.press("5 Down Down C-p lit:dianziban Enter")
    #expect(script.message == "已登记：昆明 电子版")
    #expect(script.state.overlay == nil)
  }

  @Test func aCommandThatCannotRunSaysWhyAndStays() throws {
    var script = try Script(readOnly: true)
    try script.press("C-p lit:dianziban Enter")
    #expect(script.frame.plainText.contains("只读打开"))
    #expect(script.effects.isEmpty)
    #expect(script.state.overlay != nil)
  }

  @Test func tabShowsOneKindAfterTheOther() throws {
    var script = try Script(.chinese, 100, 36)
    try script.press("C-p lit:km Tab")
    #expect(script.line(3).contains("2018年三季度，只看州市"))
    #expect(script.found == ["州市 1", "昆明 在运行60个，不合格5个，合格率92%"])
    try script.press("Tab Tab")
    #expect(script.line(3).contains("只看网站"))
    #expect(script.line(3).contains("5项结果"))
    try script.press("Tab Tab")
    #expect(!script.line(3).contains("只看"))
    #expect(script.line(3).contains("12项结果"))
  }

  @Test func arrowsMoveAndStopAtTheEnds() throws {
    var script = try Script()
    try script.press("C-p lit:gm Up")
    #expect(script.line(5).contains("▌ 耿马政府公众信息网"))
    try script.press("Down Down")
    #expect(script.line(8).contains("▌ 第20行"))
    try script.press("Down Down Down Down")
    #expect(script.line(12).contains("▌ 临沧"))
    try script.press("PPage")
    #expect(script.line(5).contains("▌ 耿马政府公众信息网"))
    try script.press("NPage")
    #expect(script.line(12).contains("▌ 临沧"))
  }

  @Test func theCursorIsTheTerminalsOwnWithFreeCellsBehindIt() throws {
    var script = try Script()
    try script.press("C-p lit:耿马 Down")
    let frame = script.frame
    let cursor = try #require(frame.cursor)
    #expect(frame.isCaretVisible)
    #expect(cursor == Point(x: 12, y: 2))
    for x in cursor.x..<(frame.size.columns - 2) { #expect(frame[x, cursor.y].glyph == " ") }
  }

  @Test func bothHalvesOfAMatchStandOut() throws {
    var script = try Script()
    try script.press("C-p lit:gm Down")
    let x = 4
    for cell in 0..<4 {
      #expect(script.frame[x + cell, 5].style.emphasis == [.bold, .underline])
    }
    #expect(script.frame[x + 4, 5].style.emphasis == [])
  }

  @Test func searchesAreRememberedTheLatestFirst() throws {
    var script = try Script()
    try script.press("C-p lit:gm Enter C-p lit:km Enter C-p lit:gm Enter C-p")
    #expect(script.state.habits.searches == ["gm", "km"])
    #expect(script.found == ["最近搜索", "gm", "km"])
    try script.press("Down Enter")
    #expect(script.line(2).contains("搜索：km"))
    #expect(script.line(3).contains("12项结果"))
    try script.press("C-u Escape")
    #expect(script.state.overlay == nil)
  }

  @Test func clicksChooseAndOpen() throws {
    var script = try Script()
    try script.press("C-p lit:gm")
    script.click(20, 8)
    #expect(script.line(8).contains("▌ 第20行"))
    script.click(20, 8, twice: true)
    #expect(script.state.place == .site(SiteCode("5309260040")))
  }

  @Test func aPastedTextBecomesOneLine() throws {
    var script = try Script()
    try script.press("C-p")
    script.act(.pasted("耿马\n错字"))
    #expect(script.line(2).contains("搜索：耿马 错字"))
    #expect(
      script.found == ["问题 1", "第20行 耿马政府公众信息网 错字漏字 未报 剩 1天"]
        + Self.lincang + Self.gengma.prefix(2))
  }
}

/// Over all quarters.
@Suite struct FindInAllQuartersTests {
  @Test func resultsCarryTheirQuarterAndOpenThere() throws {
    var script = try Script(.chinese, 100, 30, quarter: try #require(Quarter("2022Q3")))
    try script.press("C-p lit:gm")
    #expect(script.found == ["没有符合的内容"])
    try script.press("C-t")
    #expect(script.line(3).contains("全部季度，已读1/"))
    script.finishWork()
    let count = script.state.snapshot.quarters.count
    #expect(script.line(3).contains("全部\(count)个季度"))
    #expect(script.found.first == "网站 1")
    #expect(script.found[1].hasPrefix("耿马政府公众信息网 2018Q3"))
    try script.press("Enter")
    #expect(script.state.projection.quarter == Quarter("2018Q3"))
    #expect(script.state.place == .site(SiteCode("5309260040")))
  }

  @Test func onlyTheQuarterOnScreenIsReadUntilOthersAreWanted() throws {
    var script = try Script()
    script.finishWork()
    #expect(script.state.archive.inspections.isEmpty)
    try script.press("C-p lit:gm C-t")
    #expect(script.state.hasWork)
  }

  @Test func aQuarterThatCannotBeOpenedIsForgotten() throws {
    var script = try Script(quarter: try #require(Quarter("2022Q3")))
    try script.press("C-p lit:gm C-t")
    script.finishWork()
    var state = script.state
    #expect(
      Dashboard.update(&state, .key(.enter))
        == .open(try #require(Quarter("2018Q3")), on: state.projection.asOf))
    _ = Dashboard.update(&state, .failed(Phrase("读不出", "cannot be read")))
    _ = Dashboard.update(&state, .opened(try Script().state.snapshot))
    #expect(state.place == .view(.overview))
  }

  @Test func aMarkLeavesTheIndexAsItIs() throws {
    var script = try Script()
    script.finishWork()
    try script.press("5 e")
    #expect(script.message?.hasPrefix("已登记") == true)
    #expect(!script.state.hasWork)
    try script.press("C-p")
    script.type("文史研究馆")
    #expect(script.found.contains("云南省文史研究馆 缺纸质版 剩 1天 1条问题"))
  }
}
