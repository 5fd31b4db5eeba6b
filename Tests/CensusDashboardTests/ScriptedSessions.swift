import CensusCore
import CensusDashboard
import CensusLists
import CensusTestSupport
import TerminalKit
import Testing

/// A supervisor's work, key by key, with what the screen answers.
@Suite struct ScriptedSessions {
  @Test func marksLincangsElectronicDocumentAndUndoesIt() throws {
    var script = try Script()
    try script.press("2 End Up Enter")
    #expect(script.state.place == .prefecture("临沧"))
    #expect(script.line(2).hasSuffix("通报5条，4个网站"))
    try script.press("e")
    #expect(script.message == "已登记：临沧 电子版")
    #expect(script.state.projection.obligation(of: "临沧")?.submission == .paperMissing)
    #expect(script.frame.plainText.contains("缺纸质版"))
    try script.press("u")
    #expect(script.message == "已撤销1条记录（临沧 电子版）")
    #expect(script.state.projection.obligation(of: "临沧")?.submission == .outstanding)
    #expect(script.frame.plainText.contains("收到电子版（已撤销）"))
  }

  @Test func aSiteStandsForItsUnit() throws {
    var script = try Script()
    try script.press("3 Down Down p")
    #expect(
      script.effects == [
        .record(
          [
            EventDraft(
              on: try #require(Day("2018-10-19")), quarter: Quarter("2018Q3"),
              subject: .unit("昆明"), payload: .receipt(Receipt(part: .paper)))
          ],
          said: Phrase(
            "已登记：昆明 纸质版（主要负责同志签字）",
            "recorded: 昆明, paper (signed by the principal leader)"))
      ])
  }

  @Test func bothPartsAtOnce() throws {
    var script = try Script(.english)
    try script.press("5 Down Down b")
    #expect(
      script.message
        == "recorded: Kunming, paper and electronic (signed by the principal leader)")
    #expect(script.state.projection.obligation(of: "昆明")?.submission == .complete)
    #expect(script.state.projection.overview.awaitingRecheckSites == 5)
  }

  @Test func recordingTwiceIsHarmless() throws {
    var script = try Script()
    try script.press("5 p p")
    #expect(script.message == "云南省文史研究馆 已于2018-10-19登记过，无需重复")
    #expect(script.effects.count == 2)
    #expect(
      script.effects.last
        == .confirm(
          [try #require(EventID("00000000000000000000000000000001"))],
          said: Phrase(
            "云南省文史研究馆 已于2018-10-19登记过，无需重复",
            "云南省文史研究馆 was recorded for 2018-10-19 already")))
  }

  @Test func theCursorStaysOnItsRowAfterAMark() throws {
    var script = try Script(asOf: "2018-10-23")
    try script.press("5 Down Down b")
    #expect(script.state.way.lists[script.state.listKey]?.cursor == .unit("昆明"))
    #expect(script.line(9).hasPrefix("▌ 昆明"))
    try script.press("5")
    #expect(script.line(13).contains("昆明"))
    #expect(script.state.way.lists[script.state.listKey]?.cursor == .unit("昆明"))
  }

  @Test func anotherProgramsMarkMovesNothing() throws {
    var script = try Script()
    try script.press("5 Down Down Down")
    let draft = EventDraft(
      on: try #require(Day("2018-10-18")), quarter: Quarter("2018Q3"), subject: .unit("云南省文史研究馆"),
      payload: .receipt(Receipt(part: .electronic)))
    script.recordElsewhere(draft)
    #expect(script.state.way.lists[script.state.listKey]?.cursor == .unit("保山"))
    #expect(script.line(7).contains("10-18"))
    #expect(script.message == "其他程序登记了1条：云南省文史研究馆")
  }

  @Test func theDialogRecordsDateSignatureAndNumbers() throws {
    var script = try Script(asOf: "2018-10-23")
    try script.press("5 Down Down P C-u")
    script.type("2018-10-19")
    try script.press("Tab Tab")
    script.type("李四")
    try script.press("Tab")
    script.type("政-118")
    try script.press("Enter")
    let expected = Receipt(part: .paper, signer: "李四", incoming: "政-118")
    let draft = EventDraft(
      on: try #require(Day("2018-10-19")), quarter: Quarter("2018Q3"), subject: .unit("昆明"),
      payload: .receipt(expected))
    guard case .record(let drafts, _) = script.effects.last else {
      Issue.record("nothing was recorded")
      return
    }
    #expect(drafts == [draft])
    #expect(script.state.overlay == nil)
  }

  @Test func theDialogCanCoverOneSiteOnly() throws {
    var script = try Script()
    try script.press("3 G E BTab Right Enter")
    #expect(script.state.projection.obligation(of: "临沧")?.electronic == .some(1, of: 5))
    #expect(script.message == "已登记：临沧 电子版")
  }

  @Test func aFutureDayIsRefusedInTheDialog() throws {
    var script = try Script()
    try script.press("5 E C-u")
    script.type("2018-12-01")
    try script.press("Enter")
    #expect(script.effects.isEmpty)
    guard let dialog = script.state.overlay as? RecordDialog else {
      Issue.record("the dialog is gone")
      return
    }
    #expect(dialog.refusal?.chinese == "日期2018-12-01尚未到来（今天是2018-10-19）；请填写实际日期。")
  }

  @Test func aPrefectureWithoutFailingSitesOwesNothing() throws {
    var script = try Script()
    try script.press("2 Down Down p")
    #expect(script.effects.isEmpty)
    #expect(script.message == "这一行没有可登记的内容")
    #expect(script.state.talk.message?.kind == .problem)
    try script.press("Down")
    #expect(script.message == nil)
  }

  @Test func readOnlyRefusesAndSaysWhy() throws {
    var script = try Script(readOnly: true)
    try script.press("5 p")
    #expect(script.effects.isEmpty)
    #expect(script.message == "只读打开")
    try script.press("u")
    #expect(script.effects.isEmpty)
  }

  @Test func theFilterNarrowsAndEscClearsIt() throws {
    var script = try Script()
    try script.press("3 / lit:５３０９ Enter")
    #expect(script.head.contains("筛选：５３０９"))
    #expect(script.head.contains("4 / 19"))
    try script.press("Escape")
    #expect(script.head.contains("通报20条，19个网站"))
    try script.press("Escape q")
    #expect(script.hasQuit)
  }

  @Test(arguments: [("gm", 1), ("kunming", 5), ("!km", 14), ("km|gm", 6)])
  func theFilterReadsPinyin(text: String, count: Int) throws {
    var script = try Script()
    try script.press("3 / lit:\(text) Enter")
    #expect(script.head.contains("\(count) / 19"))
  }

  @Test func escNeverQuitsAndQClosesOneStep() throws {
    var script = try Script()
    try script.press("5 Enter Enter")
    #expect(script.state.way.places.count == 3)
    try script.press("q")
    #expect(script.state.way.places.count == 2)
    try script.press("Escape Escape Escape")
    #expect(script.state.way.places == [.view(.deadlines)])
    #expect(!script.hasQuit)
    try script.press("q")
    #expect(script.hasQuit)
  }

  @Test func quartersSwitchAndKeepTheView() throws {
    var script = try Script()
    try script.press("3 ]")
    #expect(script.state.projection.quarter == Quarter("2020Q2"))
    #expect(script.state.view == .sites)
    try script.press("] ]")
    #expect(script.state.projection.quarter == Quarter("2022Q3"))
    #expect(script.message == "没有更晚的季度")
    try script.press("[ [ [")
    #expect(script.state.projection.quarter == Quarter("2018Q3"))
    #expect(script.message == "没有更早的季度")
  }

  @Test func aDetailIsLeftWhenTheQuarterHasNoSuchThing() throws {
    var script = try Script()
    try script.press("3 Enter ]")
    #expect(script.state.way.places == [.view(.sites)])
  }

  @Test func looksOnAnotherDay() throws {
    var script = try Script(asOf: "2018-10-19", today: "2018-12-01")
    try script.press("D d")
    #expect(script.effects.last == .open(ShippedStore.quarter, on: try #require(Day("2018-10-20"))))
    #expect(script.line(0).hasSuffix("截至 2018-10-20 周六"))
    try script.press("D t")
    #expect(script.line(0).hasSuffix("今天 2018-12-01 周六"))
    try script.press("D lit:2018-13-01 Enter")
    #expect(script.message == "日期写作 2018-10-20、10-20、20、+3、昨天或周三")
  }

  @Test func theNextRecordInADetailFollowsTheList() throws {
    var script = try Script()
    try script.press("3 Enter J J")
    #expect(script.line(2).hasPrefix("  网站 › 石林彝族自治县人民政府网站"))
    try script.press("K Escape")
    #expect(script.state.way.lists[script.state.listKey]?.index == 1)
  }

  @Test func sortingGoesThroughTheColumnsAndBack() throws {
    var script = try Script()
    try script.press("2 s s s")
    #expect(script.message == "排序：不合格（升）")
    try script.press("S")
    #expect(script.message == "排序：不合格（降）")
    try script.press("g")
    #expect(script.line(3).contains("昆明"))
    #expect(script.line(4).contains("临沧"))
  }

  @Test func anIdeographIsSwallowedAndExplainedOnce() throws {
    var script = try Script()
    script.type("中")
    #expect(script.message == "中文输入法已打开：可用 F 键、方向键、Enter、Esc 操作")
    for _ in 0..<5 { script.act(.tick) }
    #expect(script.message == nil)
    script.type("文")
    #expect(script.message == nil)
  }

  @Test func headingsArePassedOver() throws {
    var script = try Script()
    try script.press("4")
    #expect(script.state.way.lists[script.state.listKey]?.cursor == .category("text_errors"))
    try script.press("Down Down Down Down")
    #expect(script.state.way.lists[script.state.listKey]?.cursor == .category("score_fail"))
    try script.press("g")
    #expect(script.state.way.lists[script.state.listKey]?.cursor == .category("text_errors"))
  }

  @Test func aCheckLeadsToItsRow() throws {
    var script = try Script()
    try script.press("8 Enter")
    #expect(script.state.place == .prefecture("临沧"))
    try script.press("Escape Down Enter")
    #expect(script.state.place == .site(SiteCode("5309260040")))
    try script.press("8 End Enter")
    #expect(script.state.way.places == [.view(.notice)])
  }

  @Test func languageSwitchesWhileRunning() throws {
    var script = try Script()
    try script.press("L")
    #expect(script.head.contains("1Overview"))
    try script.press("L")
    #expect(script.head.contains("1总览"))
  }

  @Test func whatWasDoneFadesAfterTenSeconds() throws {
    var script = try Script()
    try script.press("5 p")
    for _ in 0..<9 { script.act(.tick) }
    #expect(script.message != nil)
    script.act(.tick)
    #expect(script.message == nil)
  }
}
