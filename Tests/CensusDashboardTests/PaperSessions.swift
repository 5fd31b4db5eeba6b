import CensusCore
import CensusDashboard
import CensusLists
import CensusTestSupport
import TerminalKit
import Testing

/// Reports, letters and forms at the screen: chosen, looked at, written, and recorded only if asked for.
@Suite struct PaperSessions {
  private static let letter = PaperDraft(
    text: """
                       关于整改情况的催办函

      临沧市：
      　　云南省人民政府办公厅《关于2018年三季度全省政府网站普查情况的通报》要求有关单位于2018年10月20日前报送整改情况，截至2018年10月23日，你单位尚未报送。

      编号        网站标识码  网站及存在问题                                          整改措施            完成时间
      ----------  ----------  ------------------------------------------------------  ------------------  --------
      2018Q3-17   5309260040  耿马政府公众信息网 扣分大于 40

                                  云南省人民政府办公厅
                                    2018年10月23日

      """, isMarkdown: false,
    units: [Unit(id: "临沧", name: Phrase("临沧", "Lincang"), prefecture: "临沧")],
    remark: Phrase("不需要催办函：昆明", "no reminder is needed for Kunming"))

  private static let report = PaperDraft(
    text: """
      # 2018年三季度督办报告

      数据截至2018-10-23

      一段很长的文字，说明全省政府网站普查发现问题的整改情况，应报七家，已报齐零家，逾期七家，其中云南省文化厅等三家为省直部门，须及时催办。

      - 应报：**7**（含 \\*星号）
      - a &lt; b

      ## 各单位

      | 单位 | 网站 | 纸质版 | 电子版 | 报送 | 剩余 | 复查 | 催办 | 下一步 | 联络员 | 备注 |
      | --- | ---: | --- | --- | --- | --- | ---: | ---: | --- | --- | --- |
      | 临沧 | 4 | - | - | 未报 | 逾期 3天 | - | - | 今天 催办 | 王联络 科长 0883-2120000 | 首页\\|已更新，其余各栏目正在更新 |

      ---

      计入0条记录
      """, isMarkdown: true)

  private func script(
    _ language: Language = .chinese, _ columns: Int = 80, _ rows: Int = 24,
    _ draft: PaperDraft = report, alphabet: Alphabet = .unicode, readOnly: Bool = false
  ) throws -> Script {
    var script = try Script(
      language, columns, rows, asOf: "2018-10-23", view: .deadlines, alphabet: alphabet,
      readOnly: readOnly)
    script.draft = draft
    return script
  }

  // MARK: - Frames

  @Test(arguments: Language.allCases, [Alphabet.unicode, .ascii])
  func frames(_ language: Language, _ alphabet: Alphabet) throws {
    var text = ""
    for (columns, rows) in [(80, 24), (120, 36), (200, 60)] {
      for (keys, draft) in [
        ("F9", Self.report), ("End Space Up Space F9 Down Tab", Self.report), ("F9 s", Self.report),
        ("F9 s lit:2018-12-01 Enter", Self.report), ("F9 o", Self.report),
        ("F9 r", Self.report), ("F9 r Right Right", Self.report), ("F9 r Enter Tab", Self.report),
        ("F9 c", Self.letter), ("F9 c Enter", Self.letter), ("F9 c Enter Enter", Self.letter),
        ("F9 z", Self.report), ("F9 F1", Self.report), ("F9 r F1", Self.report),
      ] {
        var script = try script(language, columns, rows, draft, alphabet: alphabet)
        try script.press(keys)
        text += "# \(keys) \(columns)x\(rows)\n" + script.frame.plainText + "\n"
      }
    }
    let signs = alphabet == .ascii ? "-ascii" : ""
    expectGolden(text, named: "papers-\(language.rawValue)\(signs)")
  }

  // MARK: - Asked for

  /// Letters are about the row, the marked rows, or all; reports about the quarter.
  @Test func whomItIsAbout() throws {
    let all = [Reference.notice(ShippedStore.quarter)]
    for (keys, references) in [
      ("End F9 c", [Reference.unit("临沧")]), ("End F9 a", [.unit("临沧")]), ("End F9 Tab c", all),
      ("End F9 Tab Tab c", [.unit("临沧")]), ("End F9 r", all), ("0 F9 c", all),
      ("3 F9 f", [.site(SiteCode("5300000062"))]), ("9 F9 c", all),
    ] {
      var script = try script()
      try script.press(keys)
      guard case .draftPaper(let request)? = script.effects.last else {
        Issue.record("\(keys): nothing was asked for")
        continue
      }
      if keys.hasPrefix("3") {
        guard case .site = request.references.first else {
          Issue.record("\(keys): \(request.references)")
          continue
        }
      } else {
        #expect(request.references == references, "\(keys)")
      }
      #expect(request.language == .chinese)
    }
    var marked = try script()
    try marked.press("Space Space F9 c")
    guard case .draftPaper(let request)? = marked.effects.last else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(request.references.count == 2)
  }

  @Test func whatHasToBeKnownIsAskedFirst() throws {
    var script = try script()
    try script.press("F9 s lit:周一 Enter")
    #expect(script.effects.count == 1)
    guard case .draftPaper(let since)? = script.effects.last else { return }
    #expect(since.day == Day("2018-10-22"))
    try script.press("Escape t Enter")
    #expect(script.frame.plainText.contains("请写明移送给哪个机关"))
    try script.press("lit:驻厅纪检监察组 Enter")
    guard case .draftPaper(let transfer)? = script.effects.last else { return }
    #expect(transfer.to == "驻厅纪检监察组")
    try script.press("Escape o lit:+14 Enter")
    guard case .draftPaper(let order)? = script.effects.last else { return }
    #expect(order.day == Day("2018-11-06"))
    try script.press("Escape o Enter")
    guard case .draftPaper(let recorded)? = script.effects.last else { return }
    #expect(recorded.day == nil)
    try script.press("Escape o lit:2018-10-01 Enter")
    #expect(script.frame.plainText.contains("2018-10-01在截至日期2018-10-23之前"))
    #expect(script.effects.count == 4)
  }

  /// Where the filter hides all that is marked, letters are for nobody until all are chosen.
  @Test func hiddenMarksAreNotAll() throws {
    var script = try script()
    try script.press("Space / lit:迪庆 Enter F9")
    #expect(script.frame.plainText.contains("对象：选中的行未显示"))
    #expect(script.frame.plainText.contains("选中的1行都被筛选隐去"))
    try script.press("c")
    #expect(script.effects.allSatisfy { if case .draftPaper = $0 { false } else { true } })
    #expect(script.frame.plainText.contains("选中的1行都被筛选隐去"))
    try script.press("Tab")
    #expect(script.frame.plainText.contains("对象：全部需要的单位"))
    try script.press("c")
    guard case .draftPaper(let all)? = script.effects.last else {
      Issue.record("no letter is drafted")
      return
    }
    #expect(all.references == [.notice(ShippedStore.quarter)])
  }

  /// Why there is none is said in the menu, which stays.
  @Test func aRefusalStaysInTheMenu() throws {
    var script = try script()
    script.failure = Phrase("昆明没有欠报的材料，无需催办。", "nothing is owed")
    try script.press("F9 c")
    #expect(script.state.overlay is PaperMenu)
    #expect(script.frame.plainText.contains("昆明没有欠报的材料，无需催办"))
  }

  // MARK: - Written

  @Test func theNameFollowsTheFormAndTheFormTheName() throws {
    var script = try script(.chinese, 80, 24, Self.letter)
    try script.press("F9 c Enter")
    let preview = try #require(script.state.overlay as? PaperPreview)
    #expect(preview.path.text == "2018Q3-催办函-临沧-2018-10-23.docx")
    try script.press("Tab")
    #expect((script.state.overlay as? PaperPreview)?.path.text == "2018Q3-催办函-临沧-2018-10-23.html")
    try script.press("C-u lit:/tmp/a.md Enter")
    guard case .writePaper(_, let form, let path, _)? = script.effects.last else {
      Issue.record("nothing is written")
      return
    }
    #expect(form == PaperForm.document(LetterForm.markdown))
    #expect(path == "/tmp/a.md")
  }

  @Test func anotherEndingIsRefused() throws {
    var script = try script()
    try script.press("F9 r Enter C-u lit:a.docx Enter")
    #expect(script.frame.plainText.contains("“督办报告”没有 .docx 格式；可用 .html、.md"))
    // An emptied field is the name that is proposed.
    try script.press("C-u Enter")
    guard case .writePaper(_, _, let path, _)? = script.effects.last else {
      Issue.record("nothing is written")
      return
    }
    #expect(path == "2018Q3-督办报告-2018-10-23.html")
    #expect(script.message == "已写出：2018Q3-督办报告-2018-10-23.html")
  }

  @Test func nothingIsWrittenByLookingAndLeaving() throws {
    var script = try script()
    try script.press("F9 r G Home PgDn Right Left Enter Escape Escape Escape")
    #expect(script.state.overlay == nil)
    #expect(script.effects.count == 1)
  }

  /// What has become of it since is shown first.
  @Test func aPaperThatHasChangedIsShownAnew() throws {
    var script = try script()
    try script.press("F9 r Enter")
    script.draft = Self.letter
    try script.press("Enter")
    #expect(script.frame.plainText.contains("没有写出：数据刚才有变化，请再看一遍"))
    #expect(script.frame.plainText.contains("关于整改情况的催办函"))
    try script.press("Enter Enter")
    #expect(script.message?.hasPrefix("已写出") == true)
  }

  // MARK: - Recorded

  @Test func aReminderIsRecordedOnlyIfSomebodySaysSo() throws {
    for (key, count) in [("n", 0), ("Escape", 0), ("y", 1)] {
      var script = try script(.chinese, 80, 24, Self.letter)
      try script.press("End F9 c Enter Enter")
      #expect(script.state.overlay is ReminderOffer)
      #expect(script.state.projection.events.isEmpty)
      try script.press(key)
      #expect(script.state.overlay == nil)
      #expect(script.state.projection.events.count == count)
    }
    var other = try script(.chinese, 80, 24, Self.letter)
    try other.press("End F9 f Enter Enter")
    #expect(other.state.overlay == nil)
    var closed = try script(.chinese, 80, 24, Self.letter, readOnly: true)
    try closed.press("End F9 c Enter Enter")
    #expect(closed.state.overlay == nil)
  }

  /// A name is asked for before the archive bears one.
  @Test func theArchiveAsksWhoFreezes() throws {
    var script = try script()
    script.change { $0.asksForActor = true }
    try script.press("F9 z Enter")
    #expect(script.state.overlay is ActorPrompt)
    try script.press("lit:张三 Enter")
    guard case .keepActor("张三", .freeze)? = script.effects.last else {
      Issue.record("nothing is frozen")
      return
    }
    #expect(script.message == "已归档")
  }

  @Test func readOut() throws {
    var script = try script(.chinese, 80, 24, Self.letter)
    var dialogue = script.dialogue()
    var said = script.say("papers 2", to: &dialogue)
    #expect(said.first == "r 督办报告：简报、数字、时间线、问题、佐证", "\(said)")
    said = script.say("c", to: &dialogue)
    #expect(said.contains { $0.contains("关于整改情况的催办函") }, "\(said)")
    #expect(said.last == "w 写出文件，. 不写。")
    said = script.say("w", to: &dialogue)
    #expect(said == ["文件名：2018Q3-催办函-临沧-2018-10-23.docx（回车即用此名，. 不写）"])
    said = script.say("", to: &dialogue)
    #expect(said.first == "已写出：2018Q3-催办函-临沧-2018-10-23.docx", "\(said)")
    said = script.say("n", to: &dialogue)
    #expect(script.state.projection.events.isEmpty)
  }
}
