import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// All that was published, corrected and recorded is found in filters and in the search for anything.
@Suite struct SearchSessions {
  /// 临沧 with something of every kind recorded about it.
  private func story() throws -> Script {
    var script = try Script(.chinese, 100, 30, asOf: "2018-11-05")
    let on = script.state.projection.asOf
    let quarter = ShippedStore.quarter
    let finding = FindingID(quarter, number: 17)
    let site = SiteCode("5309260040")
    let records: [(Quarter?, CensusCore.Event.Subject, CensusCore.Event.Payload)] = [
      (
        quarter, .unit("临沧"),
        .receipt(
          Receipt(
            part: .electronic, signer: "王五", incoming: "收2018-088", document: "临政函〔2018〕9号",
            file: "report.pdf", note: "随附整改照片"))
      ),
      (quarter, .unit("临沧"), .return(Return(part: .electronic, reason: "格式不符"))),
      (quarter, .unit("临沧"), .waive(Waive(authority: "省政府督查室", reason: "机构改革"))),
      (quarter, .unit("临沧"), .order(Order(until: on + 14, reference: "督办函77号"))),
      (
        quarter, .unit("临沧"),
        .chase(Chase(channel: .phone, to: "赵六", answer: "下周一报", note: "态度良好"))
      ),
      (nil, .unit("临沧"), .contact(Contact(name: "钱七", post: "科长", phone: "0883-2123456"))),
      (
        quarter, .findings([finding]),
        .detail(Detail(lines: [Detail.Line(found: "措失", expected: "措施", page: "政策解读栏目")]))
      ),
      (
        quarter, .findings([finding]),
        .recheck(Recheck(verdict: .failed, evidence: "截图第三张", note: "首页仍未更新"))
      ),
      (
        quarter, .unit("临沧"),
        .accountability(
          Accountability(stage: .opened, approvedBy: "孙副省长", person: "信息科", document: "问责函5号"))
      ),
      (nil, .site(site), .correct(Correct(field: .code, new: "5309260099", reason: "换码通知"))),
      (nil, .unit("临沧"), .correct(Correct(field: .successor, new: "临沧市大数据局", reason: "职责划转"))),
      (quarter, .findings([finding]), .note(Note(text: "县长已知悉"))),
    ]
    for (quarter, subject, payload) in records {
      script.recordElsewhere(
        EventDraft(on: on, quarter: quarter, subject: subject, payload: payload))
    }
    return script
  }

  private static let facts = [
    "收2018-088", "临政函〔2018〕9号", "王五", "report.pdf", "随附整改照片", "格式不符", "省政府督查室",
    "机构改革", "督办函77号", "赵六", "下周一报", "态度良好", "措失", "政策解读栏目", "截图第三张", "首页仍未更新",
    "孙副省长", "信息科", "问责函5号", "5309260099", "换码通知", "临沧市大数据局", "县长已知悉", "第17行",
  ]

  @Test(arguments: facts + ["钱七", "0883-2123456", "科长"])
  func theDeskFindsTheUnit(_ fact: String) throws {
    var script = try story()
    try script.press("5 / lit:\(fact) Enter")
    let rows = script.frame.lines.filter { $0.contains("临沧") }
    #expect(!rows.isEmpty, "\(fact)")
    #expect(script.head.contains("1 / 7"), "\(fact): \(script.head)")
  }

  @Test(arguments: facts)
  func theSiteAndTheFindingAreFound(_ fact: String) throws {
    var script = try story()
    try script.press("3 / lit:\(fact) Enter")
    #expect(script.frame.plainText.contains("耿马政府公众信息网"), "\(fact)")
    try script.press("6 / lit:\(fact) Enter")
    #expect(script.frame.plainText.contains("耿马政府公众信息网"), "\(fact)")
  }

  @Test(arguments: facts + ["钱七", "0883-2123456"])
  func theSearchForAnythingFindsIt(_ fact: String) throws {
    var script = try story()
    try script.press("C-p lit:\(fact)")
    #expect(script.frame.plainText.contains("临沧"), "\(fact)")
    #expect(!script.frame.plainText.contains("没有找到"), "\(fact)")
  }

  /// What is the site's or the unit's own, its code included, finds all that was recorded about it.
  private static let owned = ["第17行", "临沧市大数据局", "5309260099"]

  @Test(arguments: facts.filter { !owned.contains($0) } + ["钱七", "0883-2123456"])
  func theHistoryFindsTheRecord(_ fact: String) throws {
    var script = try story()
    try script.press("9 / lit:\(fact) Enter")
    #expect(script.head.contains("   1 / 12"), "\(fact): \(script.head)")
  }

  /// The run sheet of a unit is its own, whatever is said of that unit elsewhere.
  @Test func theRunSheetOfAUnitHoldsNoOther() throws {
    var script = try Script(asOf: "2018-11-05")
    script.recordElsewhere(
      EventDraft(
        on: script.state.projection.asOf, quarter: ShippedStore.quarter, subject: .unit("昆明"),
        payload: .note(Note(text: "与临沧一并办理"))))
    script.change { $0.talk.message = nil }
    try script.press("5 End Enter 6")
    #expect(script.head.contains("筛选：临沧"))
    #expect(!script.frame.plainText.contains("昆明"))
  }
}
