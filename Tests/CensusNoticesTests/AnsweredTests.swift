import CensusCore
import CensusNotices
import Testing

/// What is open in cells and rows, and what answers leave of it.
@Suite struct AnsweredTests {
  private static let first = ["1", "昆明", "甲网站", "5301000001", "首页不更新"]

  /// What a spreadsheet shows of a formula without a value is no name, no code and no issue.
  @Test(arguments: [(3, "#N/A"), (4, "#REF!"), (5, "#VALUE!"), (2, "#NAME?")])
  func errorsOfFormulasWait(column: Int, error: String) throws {
    var row = ["2", "昆明", "乙网站", "5301000002", "错字漏字"]
    let text = row[column - 1]
    row[column - 1] = error
    let draft = try Made.draft([[Made.headings, Self.first, row]])
    #expect(draft.whys == [.errorValue(error)])
    #expect(draft.notUnderstood.first?.place.cell == column)
    #expect(draft.names == ["甲网站"])
    var answers = Answers()
    answers.cells[Answers.Spot(table: 1, row: 3, column: column)] = text
    #expect(try Made.draft([[Made.headings, Self.first, row]], answers).names == ["甲网站", "乙网站"])
  }

  /// A group's row is one text over most columns, or one that is numbered as groups are.
  @Test(arguments: [
    [Cell("昆明市", columns: 4), Cell("")], [Cell(""), Cell("县(市)政府", columns: 4)],
    [Cell("一、昆明市"), Cell(""), Cell(""), Cell(""), Cell("")],
    [Cell("（二）县级"), Cell(""), Cell(""), Cell(""), Cell("")],
  ])
  func rowsOfGroupsAreTitles(row: [Cell]) throws {
    let draft = try self.draft(row)
    #expect(draft.notUnderstood.isEmpty)
    #expect(draft.tables.first?.title == 1)
    #expect(draft.names == ["甲网站"])
  }

  /// A text that stands alone anywhere else may be what is left of a row.
  @Test(arguments: [
    [Cell(""), Cell(""), Cell("乙网站"), Cell(""), Cell("")],
    [Cell("8."), Cell(""), Cell(""), Cell(""), Cell("")],
  ])
  func aTextAloneWaits(row: [Cell]) throws {
    #expect(try draft(row).whys == [.alone])
  }

  private func draft(_ row: [Cell]) throws -> Draft {
    var answers = Answers()
    answers.quarter = Quarter(year: 2019, number: 1)
    let rows = [Made.headings.map { Cell($0) }, row, Self.first.map { Cell($0) }]
    return Draft(
      [Source(name: "t", blocks: [.table(Table(rows, line: 1))])], try Made.directory(), answers)
  }

  /// What an answer replaced or left out is said, and kept in the quarter's file.
  @Test func whatAnswersChangedIsKept() throws {
    var answers = Answers()
    answers.cells[Answers.Spot(table: 1, row: 2, column: 4)] = "5301000009"
    answers.skipped = [Answers.Spot(table: 1, row: 3), Answers.Spot(table: 2, row: 0)]
    let draft = try Made.draft(
      [
        [Made.headings, Self.first, ["2", "曲靖", "曲靖市教育网", "5303000002", "错字漏字"]],
        [Made.headings, ["1", "昆明", "丁网站", "5301000004", "错字漏字"]],
      ], answers)
    let said = draft.doubts.map(\.doubt)
    #expect(said.contains(.mended(printed: "5301000001", said: "5301000009")))
    #expect(said.contains(.skipped("2 曲靖 曲靖市教育网 5303000002 错字漏字")))
    #expect(said.contains(.skippedTable(rows: 2)))
    #expect(
      draft.inspection?.notes.map(\.chinese) == [
        "载入时改正：表1第2行第4列“5301000001”读作“5301000009”",
        "载入时略过：“t”表1第3行“2 曲靖 曲靖市教育网 5303000002 错字漏字”",
      ])
  }

  /// An answer that names nobody is none.
  @Test func whoeverIsUnknownIsNamed() throws {
    var answers = Answers()
    let rows = [Made.headings, ["1", "大里", "大理网", "5329000001", "错字漏字"]]
    answers.units["大里"] = "no大理"
    let draft = try Made.draft([rows], answers)
    #expect(answers.fault(of: draft.notUnderstood) == .noUnit("no大理"))
    #expect(
      AnswerFault.noUnit("no大理").sentence.chinese == "没有“no大理”这个州市或单位；已知的见 census units")
    answers.units["大里"] = "大理"
    #expect(answers.fault(of: try Made.draft([rows], answers).notUnderstood) == nil)
  }
}
