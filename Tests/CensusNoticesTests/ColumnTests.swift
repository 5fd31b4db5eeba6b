import CensusCore
import CensusNotices
import Testing

/// No column is lost in silence.
@Suite struct ColumnTests {
  private func rows(_ heading: String, _ cells: [String]) -> [[String]] {
    [Made.headings + [heading]]
      + cells.enumerated().map { place, cell in
        ["\(place + 1)", "昆明", "第\(place + 1)网站", "530100000\(place + 1)", "错字漏字", cell]
      }
  }

  @Test func aKnownColumnOfNoUseIsSaid() throws {
    let draft = try Made.draft([rows("备注", ["已整改", "", "已整改"])])
    #expect(draft.names.count == 3 && draft.notUnderstood.isEmpty)
    #expect(draft.doubts.map(\.doubt) == [.leftOut(column: 6, "备注", cells: 2)])
    let table = draft.tables[0]
    #expect([table.columns, table.columnsRead, table.columnsListed] == [6, 5, 0])
    #expect(try Made.draft([rows("备注", ["", ""])]).doubts.isEmpty)
  }

  @Test func aColumnThatNobodyKnowsIsOpen() throws {
    let table = rows("检查人意见", ["甲", "乙", ""])
    let draft = try Made.draft([table])
    #expect(draft.whys == [.column(6, of: 1, cells: 2)])
    #expect(draft.notUnderstood.first?.text == "检查人意见")
    #expect(draft.tables[0].columnsListed == 1)
    var answers = Answers()
    answers.columns[Answers.Spot(table: 1, row: 0, column: 6)] = .ignored
    let answered = try Made.draft([table], answers)
    #expect(answered.notUnderstood.isEmpty && answered.doubts.isEmpty)
    // Two columns of one meaning: nobody said that the second is of no use.
    #expect(try Made.draft([rows("网站名称", ["甲", "乙"])]).whys == [.column(6, of: 1, cells: 2)])
  }

  /// A remark that denies the failure makes the row an open point.
  @Test func aRemarkMayDenyTheFailure() throws {
    let table = rows("备注", ["", "不计入不合格"])
    let draft = try Made.draft([table])
    #expect(draft.names == ["第1网站"])
    #expect(draft.whys == [.remark("不计入不合格")])
    #expect(draft.notUnderstood.first?.place.row == 3)
    var answers = Answers()
    answers.skipped.insert(Answers.Spot(table: 1, row: 3))
    #expect(try Made.draft([table], answers).notUnderstood.isEmpty)
    answers = Answers()
    answers.columns[Answers.Spot(table: 1, row: 0, column: 6)] = .ignored
    #expect(try Made.draft([table], answers).names.count == 2)
  }

  @Test(arguments: [
    ("合格率（%）", "96.67", "96.67%"), ("合格率(%)", "92", "92%"), ("合格率（％）", "９０％", "９０％"),
    ("合格比例", "93%", "93%"), ("合格率", "93%", "93%"),
  ])
  func ratesAreRead(heading: String, cell: String, rate: String) throws {
    let draft = try Made.draft([
      [["地区", "在运行网站数", "不合格网站数", heading], ["昆明", "60", "2", cell]]
    ])
    #expect(draft.inspection?.rows.map(\.figures.publishedRate) == [rate])
    let failing = try Made.draft([
      [["地区", "在运行网站数", "不合格网站数", "不合格率"], ["昆明", "60", "2", "3%"]]
    ])
    #expect(failing.inspection?.rows.map(\.figures.publishedRate) == [nil])
    #expect(failing.doubts.map(\.doubt) == [.leftOut(column: 4, "不合格率", cells: 1)])
  }

  /// Two records side by side in a row are two.
  @Test func bothHalvesOfARowAreRead() throws {
    let row = { (number: Int) in
      ["\(number)", "昆明", "第\(number)网站", "530100000\(number)", "错字漏字"]
    }
    let blank = Array(repeating: "", count: 5)
    let draft = try Made.draft([
      [Made.headings + Made.headings, row(1) + row(2), row(3) + row(4), row(5) + blank]
    ])
    #expect(draft.names == (1...5).map { "第\($0)网站" })
    #expect(draft.inspection?.findings.map(\.row) == [1, 2, 3, 4, 5])
    #expect(draft.notUnderstood.isEmpty)
    #expect(draft.doubts.map(\.doubt) == [.halved])
    let table = draft.tables[0]
    #expect([table.rows, table.heading, table.taken, table.notes] == [7, 1, 5, 1])
  }

  /// A code is no name.
  @Test func anEmptyNameIsOpen() throws {
    let table = [Made.headings, ["1", "昆明", "", "5301000001", "错字漏字"]]
    let draft = try Made.draft([table])
    #expect(draft.whys == [.noName("5301000001")])
    var answers = Answers()
    answers.cells[Answers.Spot(table: 1, row: 2, column: 3)] = "甲网站"
    #expect(try Made.draft([table], answers).names == ["甲网站"])
    // A second issue of the site above has its name.
    let again = [
      Made.headings, ["1", "昆明", "甲网站", "5301000001", "错字漏字"],
      ["2", "昆明", "", "5301000001", "首页不更新"],
    ]
    #expect(try Made.draft([again]).names == ["甲网站", "甲网站"])
  }

  @Test func codesOfFullWidthAreKnown() throws {
    let draft = try Made.draft([
      [["网站名称", "网站标识码", "存在问题"], ["丙网站", "５３０３０００００３", "错字漏字"]]
    ])
    #expect(draft.inspection?.findings.map(\.prefecture) == ["曲靖"])
    #expect(draft.inspection?.findings.first?.code == "5303000003")
    #expect(draft.doubts.map(\.doubt) == [.foldedCode("5303000003")])
  }
}
