import CensusCore
import CensusLists
import CensusReports
import CensusTestSupport
import Testing

/// Templates of letters, and the papers that they make.
struct TemplateTests {
  private static let shape = [
    TemplateShape("unit"), TemplateShape("late"),
    TemplateShape("findings", rows: [TemplateShape("site"), TemplateShape("late")]),
  ]

  private static let facts: [String: TemplateValue] = [
    "unit": .text("昆明市"), "late": .text(""),
    "findings": .list([
      ["site": .text("石林|县政府网"), "late": .text("3天")],
      ["site": .text("# 富民\u{1B}\n县政府网"), "late": .text("")],
    ]),
  ]

  private func paper(_ text: String) throws -> OfficialDocument {
    try LetterTemplate(text, knowing: Self.shape).document(Self.facts, .chinese)
  }

  @Test func linesBecomeBlocks() throws {
    let paper = try paper(
      """
      {{! 说明 }}
      # 关于{{unit}}的函
      <> 督办函〔2018〕3号

      <- {{ unit }}：
      {{#late}}
      逾期{{late}}。
      {{/late}}
      {{^late}}
      按时{{! 旁注 }}报送。
      {{/late}}
      ## 一、问题
      | 网站 | 逾期 |
      |---|:--:|
      {{#findings}}
      | {{site}} | {{#late}}{{late}}（{{unit}}）{{/late}}{{^late}}否{{/late}} |
      {{/findings}}
      -> 办公厅
      -> 2018年10月24日
      """)
    #expect(
      paper.blocks == [
        .title("关于昆明市的函"), .centred("督办函〔2018〕3号"), .flush("昆明市："), .paragraph("按时报送。"),
        .heading("一、问题"),
        .table(
          OfficialDocument.Table(
            head: ["网站", "逾期"],
            rows: [["石林|县政府网", "3天（昆明市）"], ["# 富民^[ 县政府网", "否"]])),
        .closing(["办公厅", "2018年10月24日"]),
      ])
  }

  /// What a fact says is never a heading, a cell or a line more.
  @Test func factsAreNoSigns() throws {
    let paper = try paper("{{#findings}}\n{{site}}\n{{/findings}}")
    #expect(paper.blocks == [.paragraph("石林|县政府网"), .paragraph("# 富民^[ 县政府网")])
    #expect(paper.markdown == "石林\\|县政府网\n\n\\# 富民^\\[ 县政府网\n")
  }

  @Test func aTableOfHeadingsAloneIsNone() throws {
    let template = try LetterTemplate(
      "| 网站 |\n|---|\n{{#findings}}\n| {{site}} |\n{{/findings}}\n", knowing: Self.shape)
    #expect(template.document([:], .chinese).blocks.isEmpty)
  }

  @Test func twoTablesArePartedByABlankLine() throws {
    let paper = try paper("| a |\n| b |\n\n| c |\n| d |")
    #expect(paper.blocks.count == 2)
  }

  @Test(arguments: [
    (
      "一\n{{unti}}", 2,
      TemplateFault.Reason.unknownField("unti", known: ["unit", "late", "findings"])
    ),
    ("{{site}}", 1, .unknownField("site", known: ["unit", "late", "findings"])),
    (
      "{{#findings}}{{sit}}{{/findings}}", 1,
      .unknownField("sit", known: ["site", "late", "unit", "findings"])
    ),
    ("{{findings}}", 1, .listAsText("findings")), ("一\n二\n{{#late}}\n三", 3, .unclosed("late")),
    ("{{#late}}\n{{#unit}}\n{{/late}}", 3, .wrongEnd("late", open: "unit")),
    ("一\r\n{{/late}}", 2, .wrongEnd("late", open: nil)), ("{{unit", 1, .brokenSign),
    ("{{}}", 1, .brokenSign),
    ("{{{unit}}}", 1, .unknownField("{unit", known: ["unit", "late", "findings"])),
    ("{{#nothing}}{{/nothing}}", 1, .unknownField("nothing", known: ["unit", "late", "findings"])),
  ])
  func faultsAreNamedByTheirLine(
    _ text: String, _ line: Int, _ reason: TemplateFault.Reason
  ) {
    #expect(throws: TemplateFault(line: line, reason)) {
      try LetterTemplate(text, knowing: Self.shape)
    }
  }

  @Test(arguments: LetterKind.allCases, Language.allCases)
  func whatShipsKnowsItsFields(_ kind: LetterKind, _ language: Language) throws {
    _ = try LetterTemplate(kind.shipped(language), knowing: LetterFields.shape)
  }

  private static let paper = OfficialDocument(
    .chinese,
    [
      .title("关于催报整改情况的函"), .flush("昆明市人民政府："), .paragraph("截至今日，你市尚未报送<&>。"),
      .heading("一、问题"),
      .table(
        .init(head: ["序号", "网站名称"], rows: [["1", "=石林\"县\"政府网"], ["2", "富民县政府网站群"]])),
      .table(.init(head: ["页面"], rows: [["首页"]])), .paragraph("1. *此*函。"),
      .closing(["云南省人民政府办公厅", "2018年10月24日"]),
    ])

  /// Every form of one paper, byte by byte.
  @Test func formsAreAsWritten() throws {
    let paper = Self.paper
    expectGolden(paper.text, named: "paper-text")
    expectGolden(paper.markdown, named: "paper-markdown")
    expectGolden(paper.html, named: "paper-html")
    expectGolden(try StoredArchive(paper.docx).text, named: "paper-docx")
    #expect(paper.docx == Self.paper.docx)
  }

  /// The sender and the day take the short lines before them along, and no long paragraph above those.
  @Test func aLongParagraphMayStayOnItsPage() throws {
    let paper = OfficialDocument(
      .chinese,
      [
        .paragraph(String(repeating: "请你市高度重视，", count: 8)), .paragraph("联系电话：63662667"),
        .closing(["云南省人民政府办公厅", "2018年10月24日"]),
      ])
    let body = try StoredArchive(paper.docx).text("word/document.xml")
    #expect(
      body.contains("<w:pStyle w:val=\"BodyText\"/></w:pPr><w:r><w:t xml:space=\"preserve\">请你市"))
    #expect(
      body.contains(
        "<w:pStyle w:val=\"BodyText\"/><w:keepNext/></w:pPr><w:r><w:t xml:space=\"preserve\">联系电话"))
  }

  /// In English the same paper has the type and the lines that are usual there.
  @Test func formsInEnglishAreAsWritten() throws {
    let paper = OfficialDocument(
      .english,
      [
        .title("Reminder"), .flush("To: Kunming"), .paragraph("No report has arrived."),
        .table(.init(head: ["No.", "Site"], rows: [["1", "石林县政府网"]])),
        .closing(["The General Office", "24 October 2018"]),
      ])
    expectGolden(paper.text, named: "paper-text-en")
    expectGolden(paper.html, named: "paper-html-en")
    expectGolden(try StoredArchive(paper.docx).text, named: "paper-docx-en")
  }

  /// Sections within sections by the thousand ended the program.
  @Test func sectionsAreOfSomeDepth() throws {
    let deep = { (depth: Int) in
      String(repeating: "{{#unit}}", count: depth) + "甲"
        + String(repeating: "{{/unit}}", count: depth)
    }
    #expect(try paper(deep(16)).blocks == [.paragraph("甲")])
    #expect(throws: TemplateFault(line: 1, .tooDeep(limit: 16))) {
      _ = try LetterTemplate(deep(20_000), knowing: Self.shape)
    }
  }
}
