import CensusCore
import Testing

@Suite("Checks of a notice")
struct CheckTests {
  private let found = Yunnan.inspection.discrepancies(in: Yunnan.directory)

  @Test("The ten of 2018 Q3, in order")
  func codes() {
    #expect(
      found.map { "\($0.severity.rawValue) \($0.code)" } == [
        "warning rateMismatch", "warning duplicateSite", "warning codeLength",
        "warning codeLength", "warning notInAnnex", "warning notInAnnex",
        "warning impossibleFigure", "note formerDivision", "note formerDivision",
        "note dueOnWeekend",
      ])
    #expect(
      found.map(\.place) == [
        .prefecture("临沧"), .findings([finding(17), finding(20)]), .findings([finding(1)]),
        .findings([finding(2)]), .mention(1), .mention(2), .notice, .findings([finding(9)]),
        .findings([finding(15)]), .notice,
      ])
    #expect(
      found.map { [$0.published, $0.computed] } == [
        ["70%", "71%"], ["2", "1"], ["53000000061", "5300000061"],
        ["53000000006", "5300000006"], ["昆明市商务局", nil], ["云南教育网", nil], ["431", "409"],
        ["530522", "530581"], ["533421", "533401"], ["2018-10-20", "2018-10-22"],
      ])
  }

  @Test("Where, in words")
  func locations() {
    #expect(
      found.map(\.location) == [
        Phrase("附件1 临沧", "annex 1, Lincang"), Phrase("附件2第17、20行", "annex 2, rows 17 and 20"),
        Phrase("附件2第1行", "annex 2, row 1"), Phrase("附件2第2行", "annex 2, row 2"),
        Phrase("正文", "the text"), Phrase("正文", "the text"), Phrase("正文", "the text"),
        Phrase("附件2第9行", "annex 2, row 9"), Phrase("附件2第15行", "annex 2, row 15"),
        Phrase("报送期限", "the deadline"),
      ])
  }

  @Test("The sentences in Chinese")
  func chinese() {
    #expect(
      found.map(\.message.chinese) == [
        "合格率通报载70%，按12/17计算应为71%；重复列出的网站只计一次则为76%",
        "第17、20行为同一网站（耿马政府公众信息网，5309260040），请核实是否误列",
        "网站标识码53000000061有11位，应为10位（云南省文史研究馆网站）；可能是5300000061",
        "网站标识码53000000006有11位，应为10位（云南省文化厅）；可能是5300000006",
        "正文点名的“昆明市商务局”（英文名称出现多个单词拼写错误）不在附件2内",
        "正文点名的“云南教育网”（首页未设置站内搜索）不在附件2内",
        "联动转载的政府网站431个，多于在运行网站409个",
        "腾冲市人民政府的标识码5305220003沿用旧区划代码530522，腾冲现为530581（县改市）",
        "云南香格里拉教育网的标识码5334210001沿用旧区划代码533421，香格里拉现为533401（县改市）",
        "2018-10-20是周六；其后的周一为2018-10-22，期限不自动顺延",
      ])
  }

  @Test("The sentences in English")
  func english() {
    #expect(
      found.map(\.message.english) == [
        "the pass rate is printed as 70%; 12/17 makes 71%; 76% if the site listed twice counts once",
        "rows 17 and 20 are one site (耿马政府公众信息网, 5309260040); please verify that it is not "
          + "listed by mistake",
        "the identification code 53000000061 has 11 characters instead of 10 (云南省文史研究馆网站); "
          + "perhaps 5300000061",
        "the identification code 53000000006 has 11 characters instead of 10 (云南省文化厅); "
          + "perhaps 5300000006",
        "the text criticises “昆明市商务局” (英文名称出现多个单词拼写错误), which annex 2 does not list",
        "the text criticises “云南教育网” (首页未设置站内搜索), which annex 2 does not list",
        "431 government sites relayed the campaign, but only 409 are running",
        "the code 5305220003 of 腾冲市人民政府 keeps the former division 530522; 腾冲 is 530581 now "
          + "(county made a city)",
        "the code 5334210001 of 云南香格里拉教育网 keeps the former division 533421; 香格里拉 is 533401 "
          + "now (county made a city)",
        "2018-10-20 is a Saturday; the next weekday is Monday, 2018-10-22; the deadline is not moved",
      ])
  }

  // MARK: - Rules that 2018 Q3 does not break

  @Test("Nothing wrong, nothing found")
  func quiet() {
    #expect(MadeUpNotices.quiet.discrepancies(in: Yunnan.directory).isEmpty)
  }

  @Test(
    "Each rule by a notice that breaks it",
    arguments: MadeUpNotices.broken)
  func rule(
    inspection: Inspection, code: String, place: String, englishPlace: String, chinese: String,
    english: String
  ) {
    let found = inspection.discrepancies(in: Yunnan.directory)
    #expect(found.map(\.code) == [code])
    #expect(found.first?.location == Phrase(place, englishPlace))
    #expect(found.first?.message == Phrase(chinese, english))
  }

  @Test(
    "What is right is not found",
    arguments: MadeUpNotices.sound)
  func silent(inspection: Inspection) {
    #expect(inspection.discrepancies(in: Yunnan.directory).isEmpty)
  }

  @Test("The gravest comes first")
  func severities() {
    #expect(Discrepancy.Severity.allCases.sorted() == [.error, .warning, .note])
    #expect(Terms.severity(.error) == Phrase("错误", "error"))
  }
}
