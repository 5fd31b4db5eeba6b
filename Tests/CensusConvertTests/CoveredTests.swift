import CensusCore
import CensusNotices
import CensusStore
import CensusTestSupport
import Testing

/// A merge that hides texts of its own: what shows and what is below it may both be meant.
@Suite struct CoveredTests {
  private static let rows = [
    ["网站名称", "网站标识码", "存在问题"], ["甲网", "5301000001", "错字漏字"],
    ["乙网", "5301000002", "首页不更新"], ["丙网", "5301000003", "错字漏字"], ["丁网", "5301000004", ""],
  ]

  private func check(_ source: Source) throws {
    var answers = Answers()
    answers.quarter = Quarter(year: 2018, number: 4)
    let directory = try ShippedStore.open().directory
    let draft = Draft([source], directory, answers)
    #expect(draft.notUnderstood.map(\.why) == [.covered("首页不更新", by: "错字漏字")])
    #expect(draft.notUnderstood.first?.place.row == 3)
    // What is below it and says the same, or nothing, is as the merge shows it.
    #expect(draft.inspection?.findings.map(\.siteName) == ["甲网", "丙网", "丁网"])
    answers.cells[Answers.Spot(table: 1, row: 3, column: 3)] = "首页不更新"
    let mended = Draft([source], directory, answers)
    #expect(mended.notUnderstood.isEmpty)
    #expect(
      mended.inspection?.findings.map(\.text) == ["错字漏字", "首页不更新", "错字漏字", "错字漏字"])
  }

  @Test func inADocument() async throws {
    let rows = Self.rows.enumerated().map { row, texts in
      let cells = texts.enumerated().map { column, text in
        let merge =
          column < 2 || row == 0
          ? "" : row == 1 ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>"
        return "<w:tc><w:tcPr>\(merge)</w:tcPr>\(Documents.paragraph(text))</w:tc>"
      }
      return "<w:tr>\(cells.joined())</w:tr>"
    }
    try check(try await Converter.source(Documents.word("<w:tbl>\(rows.joined())</w:tbl>")))
  }

  @Test func inAWorkbook() async throws {
    let rows = Self.rows.enumerated().map { row, texts in
      let cells = texts.enumerated().map {
        $1.isEmpty ? "" : Documents.inline("\(Array("ABC")[$0])\(row + 1)", $1)
      }
      return "<row>\(cells.joined())</row>"
    }
    let sheet =
      "<sheetData>\(rows.joined())</sheetData><mergeCells><mergeCell ref=\"C2:C5\"/></mergeCells>"
    let source = try await Converter.source(Documents.workbook([sheet]))
    #expect(source.remarks == [])
    try check(source)
  }

  /// A merge over columns that have texts of their own hides none of them.
  @Test func overColumns() async throws {
    let rows = Self.rows.prefix(2).enumerated().map { row, texts in
      let cells = texts.enumerated().map {
        Documents.inline("\(Array("ABC")[$0])\(row + 1)", $1)
      }
      return "<row>\(cells.joined())</row>"
    }
    let sheet =
      "<sheetData>\(rows.joined())</sheetData><mergeCells><mergeCell ref=\"A2:B2\"/></mergeCells>"
    let source = try await Converter.source(Documents.workbook([sheet]))
    #expect(source.remarks == [.covered(1)])
    var answers = Answers()
    answers.quarter = Quarter(year: 2018, number: 4)
    let draft = Draft([source], try ShippedStore.open().directory, answers)
    #expect(draft.inspection?.findings.map(\.code.text) == ["5301000001"])
  }
}
