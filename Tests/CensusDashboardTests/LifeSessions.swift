import CensusCore
import CensusDashboard
import CensusLists
import TerminalKit
import Testing

/// The life of a rectification, key by key.
@Suite struct LifeSessions {
  @Test func aChaseWithAnswerAndPromiseMovesTheNextAction() throws {
    var script = try Script(.chinese, 100, 30, asOf: "2018-10-22")
    try script.press("5 End c")
    script.type("李四")
    try script.press("Tab")
    script.type("24日报")
    try script.press("Tab")
    script.type("2018-10-24")
    try script.press("Enter")
    #expect(script.message == "已登记：催办 临沧")
    let obligation = try #require(script.state.projection.obligation(of: "临沧"))
    #expect(obligation.chases.count == 1)
    #expect(obligation.chases.lastAnswer == "24日报")
    #expect(
      obligation.next == NextAction(on: try #require(Day("2018-10-24")), what: .promise))
    #expect(script.frame.plainText.contains("10-24承诺"))
    let sentence = "1次，上次2018-10-22（李四），答复“24日报”，承诺2018-10-24报送；下次为第2次"
    #expect(script.frame.plainText.contains(sentence))
  }

  @Test func markedRowsAreRecordedTogetherAndUndoneTogether() throws {
    var script = try Script(asOf: "2018-10-19")
    try script.press("5 p Down * b")
    guard let dialog = script.state.overlay as? RecordDialog else {
      Issue.record("no dialog")
      return
    }
    #expect(dialog.references.count == 7)
    #expect(script.frame.plainText.contains("将登记13条记录：7家、19个网站、20条问题。"))
    try script.press("Enter")
    #expect(script.state.projection.overview.complete == 7)
    let marks = Array(script.state.way.marks.values)
    #expect(marks.allSatisfy { $0.isEmpty })
    try script.press("u")
    #expect(script.state.projection.overview.complete == 0)
    #expect(script.state.projection.obligation(of: "云南省文史研究馆")?.submission == .electronicMissing)
    try script.press("C-r")
    #expect(script.state.projection.overview.complete == 7)
  }

  /// Nobody of whom nothing is left to be done stands under what is to be done.
  @Test func whoeverIsDoneIsNotToDo() throws {
    var script = try Script(asOf: "2018-10-19")
    try script.press("1 *")
    #expect(script.state.way.marks[script.state.listKey]?.count == 7)
    try script.press("U 6 g + w 5 g b 1 *")
    #expect(script.state.projection.obligation(of: "云南省文史研究馆")?.next == nil)
    let marked = script.state.way.marks[script.state.listKey]
    #expect(marked?.count == 6 && marked?.contains(.unit("云南省文史研究馆")) == false)
  }

  @Test func whatWasReceivedBeforeIsSkippedAndCounted() throws {
    var script = try Script(asOf: "2018-10-19")
    try script.press("5 b Down b g * b")
    let text = script.frame.plainText
    #expect(text.contains("云南省文史研究馆 不登，纸质版10-19已到，电子版10-19已到"))
    #expect(text.contains("云南省文化厅 不登，") && text.contains("昆明 登纸质版、电子版"))
    #expect(!text.contains("此前已登记，跳过"))
  }

  @Test func marksFollowSpaceRangeAndClear() throws {
    var script = try Script()
    try script.press("5 Space Space")
    #expect(script.state.way.marks[script.state.listKey] == [.unit("云南省文史研究馆"), .unit("云南省文化厅")])
    try script.press("v Down Down v")
    #expect(script.state.way.marks[script.state.listKey]?.count == 5)
    try script.press("Escape")
    #expect(script.state.way.marks[script.state.listKey] == nil)
    try script.press("* U")
    #expect(script.state.way.marks[script.state.listKey] == nil)
  }

  @Test func gengmasStoryReadsRightEverywhere() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("5 End b 6")
    // Row 20 passes, row 17 fails: one site, two findings.
    try script.press("/ lit:耿马 Enter g - + w")
    #expect(script.message?.hasPrefix("已登记") == true)
    let findings = script.state.projection
    let quarter = findings.quarter
    #expect(findings.finding(FindingID(quarter, number: 17))?.headline == .recheckFailed)
    #expect(findings.finding(FindingID(quarter, number: 20))?.headline == .closed)
    #expect(findings.site(SiteCode("5309260040"))?.headline == .recheckFailed)
    #expect(findings.obligation(of: "临沧")?.accountability == .toBeConsidered)
    #expect((findings.findings.count, findings.sites.count) == (20, 19))
    try script.press("3 / lit:耿马 Enter")
    #expect(script.frame.plainText.contains("整改不到位"))
    try script.press("Enter")
    #expect(script.frame.plainText.contains("第1轮复查  整改不到位"))
    #expect(script.frame.plainText.contains("第1轮复查  整改到位"))
    #expect(script.frame.plainText.contains("待研究问责"))
    try script.press("A")
    #expect(script.frame.plainText.contains("耿马政府公众信息网"))
    try script.press("q u")
    #expect(script.state.projection.finding(FindingID(quarter, number: 17))?.recheck == .notYet)
    #expect(script.state.projection.finding(FindingID(quarter, number: 20))?.recheck == .notYet)
  }

  @Test func aRetractionNamesItsReason() throws {
    var script = try Script()
    try script.press("5 e 9 M")
    try script.press("Enter")
    #expect(script.state.overlay != nil)
    script.type("登记错了")
    try script.press("Enter")
    #expect(script.state.overlay == nil)
    #expect(script.frame.plainText.contains("（已撤销）"))
    #expect(script.state.projection.overview.events == 0)
  }

  @Test func theBriefIsCopiedAndEqualToTheScreen() throws {
    var script = try Script(asOf: "2018-10-23")
    try script.press("5 Down Down e y b")
    let brief = script.state.projection.brief.chinese
    #expect(script.effects.last == .copy(brief))
    #expect(
      brief == "2018年三季度政府网站普查通报（云府办明电〔2018〕55号）要求于10月20日前报送整改情况。"
        + "截至10月23日，7家应报单位中，已报齐0家；未报齐7家，均逾期3天：未报送6家（云南省文史研究馆、"
        + "云南省文化厅、保山市、怒江州、迪庆州、临沧市），缺签字纸质版1家（昆明市）。")
    try script.press("q 1")
    #expect(script.frame.plainText.contains("已报齐0家；未报齐7家，均逾期3天"))
  }

  @Test func anExtensionShowsBothDates() throws {
    var script = try Script(asOf: "2018-10-19")
    try script.press("5 End m x C-u")
    script.type("2018-10-26")
    try script.press("Tab")
    script.type("省政府办公厅")
    try script.press("Tab")
    script.type("系统迁移")
    try script.press("Enter")
    #expect(script.frame.plainText.contains("2018-10-26 周五，原时限2018-10-20"))
    let obligation = try #require(script.state.projection.obligation(of: "临沧"))
    #expect(obligation.daysLeft(on: script.state.projection.asOf) == 7)
  }

  @Test func unsavedVerdictsAreNotLeftBehind() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 + q")
    #expect(!script.hasQuit)
    #expect(script.message == "有1条复查结论尚未保存：w 保存；再按一次退出，结论留到下次打开")
    try script.press("q")
    #expect(script.hasQuit)
  }

  @Test func aboveFiftyRowsTheirNumberIsTyped() throws {
    let script = try Script(asOf: "2018-10-19")
    var state = script.state
    let day = state.projection.asOf
    let many = Array(repeating: Reference.unit("昆明"), count: 51)
    let dialog = RecordDialog(.receiveBoth, about: many, day: day)
    #expect(dialog.fields.last == .count)
    #expect(
      !RecordDialog(.receiveBoth, about: Array(many.dropLast()), day: day).fields.contains(.count))
    state.overlay = dialog
    #expect(Dashboard.update(&state, .key(.enter)) == .none)
    guard let refused = state.overlay as? RecordDialog else {
      Issue.record("the dialog is gone")
      return
    }
    #expect(refused.refusal?.chinese == "选中51行，请在“行数”处填写51")
    // The refusal has led to that field.
    for key: Key in ["5", "1"] { _ = Dashboard.update(&state, .key(key)) }
    guard case .record(let drafts, _) = Dashboard.update(&state, .key(.enter)) else {
      Issue.record("nothing is recorded")
      return
    }
    #expect(drafts.count == 2)
  }

  @Test func theRunSheetOfAUnitIsItsOwn() throws {
    var script = try Script(asOf: "2018-11-05")
    try script.press("5 End Enter 6")
    #expect(script.head.contains("筛选：临沧"))
    try script.press("+ + w")
    let rows = script.state.projection.findings.filter { $0.recheck == .passed }
    #expect(rows.map(\.finding.row) == [16, 17])
    try script.press("u")
    #expect(script.state.projection.overview.recheckedFindings == 0)
  }

  @Test func recordingOnAnEarlierDayKnowsWhatCameLater() throws {
    var script = try Script(asOf: "2018-10-18", today: "2018-11-30")
    try script.press("5 End e D C-u")
    script.type("2018-10-10")
    try script.press("Enter e")
    #expect(script.state.talk.message?.kind == .problem)
    #expect(script.message?.hasPrefix("临沧的电子版已于2018-10-18收到") == true)
  }

  @Test func theRunSheetKnowsWhatCameLater() throws {
    var script = try Script(asOf: "2018-11-10", today: "2018-11-30")
    try script.press("5 / lit:文史 Enter b 6 + w D C-u lit:2018-11-05 Enter 6 g +")
    #expect(script.state.talk.message?.kind == .problem)
    try script.press("w")
    let first = FindingID(script.state.projection.quarter, number: 1)
    #expect(script.state.snapshot.known.finding(first)?.rechecks.count == 1)
  }
}
