import CensusCore
import CensusNotices
import CensusStore
import CensusTestSupport
import Testing

/// What a reader sees struck out is no finding without a word, and no loss either: the row waits.
@Suite struct StruckTests {
  private static let names = ["网站名称", "网站标识码", "存在问题"]
  private static let first = ["甲网", "5301000001", "错字漏字"]
  private static let second = ["乙网", "5301000002", "首页不更新"]

  private func check(_ source: Source, struck: Int, cell: Int, row: Int = 3) throws {
    #expect(source.remarks == [.struck(struck)])
    var answers = Answers()
    answers.quarter = Quarter(year: 2018, number: 4)
    let directory = try ShippedStore.open().directory
    let draft = Draft([source], directory, answers)
    #expect(draft.notUnderstood.map(\.why) == [.struck])
    #expect(draft.notUnderstood.first?.place.row == row)
    #expect(draft.notUnderstood.first?.place.cell == cell)
    #expect(draft.inspection?.findings.map(\.siteName) == ["甲网"])
    // Whoever writes one of its cells again says that it counts.
    answers.cells[Answers.Spot(table: 1, row: row, column: cell)] = Self.second[cell - 1]
    let mended = Draft([source], directory, answers)
    #expect(mended.notUnderstood.isEmpty)
    #expect(mended.inspection?.findings.map(\.siteName) == ["甲网", "乙网"])
  }

  private static func word(_ rows: [[String]], _ properties: (Int, Int) -> String) -> [UInt8] {
    let rows = rows.enumerated().map { row, texts in
      let cells = texts.enumerated().map { column, text in
        "<w:tc><w:p><w:r><w:rPr>\(properties(row, column))</w:rPr><w:t>\(text)</w:t></w:r></w:p></w:tc>"
      }
      return "<w:tr>\(cells.joined())</w:tr>"
    }
    return Documents.word("<w:tbl>\(rows.joined())</w:tbl>")
  }

  @Test func ofADocument() async throws {
    let all = [Self.names, Self.first, Self.second]
    let row = Self.word(all) { row, _ in
      row == 2 ? "<w:strike/>" : row == 1 ? "<w:strike w:val=\"0\"/>" : ""
    }
    try check(try await Converter.source(row), struck: 3, cell: 1)
    let cell = Self.word(all) { row, column in row == 2 && column == 2 ? "<w:dstrike/>" : "" }
    try check(try await Converter.source(cell), struck: 1, cell: 3)
  }

  @Test func ofAWorkbook() async throws {
    let styles =
      "<fonts><font/><font><strike/></font><font><strike val=\"0\"/></font></fonts>"
      + "<cellXfs><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\"/>"
      + "<xf numFmtId=\"0\" fontId=\"2\"/></cellXfs>"
    let rows = [Self.names, Self.first, Self.second].enumerated().map { row, texts in
      let cells = texts.enumerated().map { column, text in
        "<c r=\"\(Array("ABC")[column])\(row + 1)\" t=\"inlineStr\" s=\"\([0, 2, 1][row])\">"
          + "<is><t>\(text)</t></is></c>"
      }
      return "<row>\(cells.joined())</row>"
    }
    let sheet = "<sheetData>\(rows.joined())</sheetData>"
    try check(
      try await Converter.source(Documents.workbook([sheet], styles: styles)), struck: 3, cell: 1)
    // A part of a shared text.
    let strings =
      (Self.names + Self.first + Self.second.dropLast()).map { "<si><t>\($0)</t></si>" }.joined()
      + "<si><r><rPr><strike/></rPr><t>首页</t></r><r><t>不更新</t></r></si>"
    let shared = (0..<3).map { row in
      let cells = (0..<3).map {
        "<c r=\"\(Array("ABC")[$0])\(row + 1)\" t=\"s\"><v>\(row * 3 + $0)</v></c>"
      }
      return "<row>\(cells.joined())</row>"
    }
    let source = try await Converter.source(
      Documents.workbook(["<sheetData>\(shared.joined())</sheetData>"], strings: strings))
    try check(source, struck: 1, cell: 3)
  }

  @Test(arguments: [
    ("<s>", "</s>"), ("<del>", "</del>"),
    ("<span style=\"text-decoration: line-through\">", "</span>"),
  ])
  func ofAPage(start: String, end: String) async throws {
    func row(_ texts: [String], _ start: String = "", _ end: String = "") -> String {
      "<tr>\(texts.map { "<td>\(start)\($0)\(end)</td>" }.joined())</tr>"
    }
    let page =
      "<html><body><table>\(row(Self.names))\(row(Self.first))\(row(Self.second, start, end))"
      + "</table></body></html>"
    try check(try await Converter.source(Array(page.utf8)), struck: 3, cell: 1)
  }

  @Test func ofText() async throws {
    let page = "<html><body><p>甲<s>乙</s>丙</p></body></html>"
    let source = try await Converter.source(Array(page.utf8))
    #expect(source.remarks == [.struck(1)])
    #expect(source.blocks == [.paragraph(Paragraph("甲乙丙", line: 1))])
    #expect(
      Doubt.remark(.struck(1)).sentence
        == Phrase(
          "有1处划去（删除线）的文字，没有当作删去，请核对",
          "1 piece of struck-out text not taken for deleted; look what counts"))
  }
}
