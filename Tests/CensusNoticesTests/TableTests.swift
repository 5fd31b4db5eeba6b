import CensusCore
import CensusNotices
import CensusStore
import CensusTestSupport
import Testing

/// What a table's rows are taken for.
@Suite struct TableTests {
  private let directory: Directory

  init() throws {
    directory = try ShippedStore.open().directory
  }

  private func draft(_ rows: [[Cell]], _ answers: Answers = Answers()) -> Draft {
    var answers = answers
    answers.quarter = Quarter(year: 2018, number: 4)
    return Draft([Source(name: "t", blocks: [.table(Table(rows, line: 1))])], directory, answers)
  }

  private func draft(_ rows: [[String]], _ answers: Answers = Answers()) -> Draft {
    draft(rows.map { $0.map { Cell($0) } }, answers)
  }

  private let headings = ["序号", "州、市/部门", "网站名称", "网站标识码", "存在问题"]

  private func whys(_ draft: Draft) -> [Why] { draft.notUnderstood.map(\.why) }

  /// A title over all columns, headings again, blank rows and notes are none of them findings.
  @Test func rowsAroundTheFindingsAreNamed() {
    let draft = draft(
      [
        [Cell("2018年四季度普查不合格政府网站", columns: 5)], headings.map { Cell($0) },
        ["1", "昆明", "甲网", "5301000001", "错字漏字"].map { Cell($0) },
        ["", "", "", "", ""].map { Cell($0) }, headings.map { Cell($0) },
        ["2", "昆明", "乙网", "5301000002", "首页不更新"].map { Cell($0) },
        [Cell("注：截至2018年12月20日", columns: 5)],
      ])
    let table = draft.tables[0]
    #expect(draft.notUnderstood.isEmpty)
    #expect(
      [table.rows, table.title, table.heading, table.taken, table.total, table.notes, table.listed]
        == [7, 1, 2, 2, 0, 2, 0])
    #expect(draft.inspection?.sampling.to == Day("2018-12-20"))
  }

  /// A row that lost a cell with its merge is never shifted: it is listed, and the gap is named.
  @Test func aShortRowComplains() {
    let draft = draft([
      headings, ["1", "昆明", "甲网", "5301000001", "错字漏字"],
      ["3", "丙网", "5301000003", "错字漏字"], ["4", "昆明", "丁网", "5301000004", "首页不更新"],
    ])
    #expect(whys(draft) == [.short(cells: 4, headings: 5)])
    #expect(draft.notUnderstood[0].place.row == 3)
    #expect(draft.inspection?.findings.map(\.row) == [1, 4])
    #expect(draft.doubts.map(\.doubt).contains(.serialGap([2, 3])))
    #expect(draft.tables[0].listed == 1)
  }

  /// A merge that reaches one row too far pushes the next row's cells out: it is listed.
  @Test func aMergeThatReachesTooFarComplains() {
    let draft = draft([
      headings.map { Cell($0) },
      [Cell("1"), Cell("昆明", rows: 3), Cell("甲网"), Cell("5301000001"), Cell("错字漏字")],
      ["2", "乙网", "5301000002", "错字漏字"].map { Cell($0) },
      ["4", "临沧", "丁网", "5309000004", "首页不更新"].map { Cell($0) },
    ])
    #expect(whys(draft) == [.wide(cells: 6, headings: 5)])
    #expect(draft.inspection?.findings.map(\.prefecture.text) == ["昆明", "昆明"])
  }

  /// Cells whose borders are off by a little belong to the heading whose columns they share most.
  @Test func cellsBelongToTheHeadingTheyOverlapMost() {
    let draft = draft([
      [
        Cell("序号"), Cell("州、市/部门", columns: 3), Cell("网站名称", columns: 4), Cell("网站标识码"),
        Cell("存在问题"),
      ],
      [
        Cell("1"), Cell("昆明", columns: 4), Cell("甲网", columns: 3), Cell("5301000001"),
        Cell("错字漏字"),
      ],
    ])
    #expect(draft.notUnderstood.isEmpty)
    #expect(draft.inspection?.findings.map(\.siteName) == ["甲网"])
  }

  /// A site with several issues, of which the first row alone names it.
  @Test func aSiteOverSeveralRowsKeepsItsName() {
    let draft = draft([
      headings, ["1", "昆明", "甲网", "5301000001", "错字漏字"], ["2", "", "", "", "首页不更新"],
    ])
    #expect(draft.inspection?.findings.map(\.siteName) == ["甲网", "甲网"])
    #expect(draft.inspection?.findings.map(\.code.text) == ["5301000001", "5301000001"])
  }

  /// Serial numbers that repeat are no identities: rows are counted, and that is said.
  @Test func repeatedNumbersAreCountedAnew() {
    let draft = draft([
      headings, ["1", "昆明", "甲网", "5301000001", "错字漏字"],
      ["1", "昆明", "乙网", "5301000002", "首页不更新"],
    ])
    #expect(draft.inspection?.findings.map(\.row) == [1, 2])
    #expect(draft.doubts.map(\.doubt).contains(.renumbered))
  }

  /// Codes stay as printed; what a spreadsheet made of them is named.
  @Test func codesAreKeptOrNamed() {
    let draft = draft([
      headings.map { Cell($0) }, ["1", "省直", "甲网", "53000000061", "错字漏字"].map { Cell($0) },
      ["2", "昆明", "乙网", "5.3E+09", "错字漏字"].map { Cell($0) },
      [
        Cell("3"), Cell("昆明"), Cell("丙网"), Cell("530100000000000", marks: .number), Cell("错字漏字"),
      ],
      ["4", "昆明", "丁网", "", "错字漏字"].map { Cell($0) },
      [Cell("5"), Cell("昆明"), Cell("戊网"), Cell("", marks: .noValue), Cell("错字漏字")],
    ])
    #expect(whys(draft) == [.lostCode("5.3E+09"), .formula])
    #expect(
      draft.inspection?.findings.map(\.code.text) == [
        "53000000061", "530100000000000", "昆明#丁网",
      ])
    #expect(draft.doubts.map(\.doubt).contains(.roundCode("530100000000000")))
  }

  /// A misread cell that a person mended counts, and the record says so.
  @Test func aMendedCellCounts() {
    var answers = Answers()
    answers.cells[Answers.Spot(table: 1, row: 2, column: 4)] = "5301000002"
    let draft = draft([headings, ["2", "昆明", "乙网", "5.3E+09", "错字漏字"]], answers)
    #expect(draft.notUnderstood.isEmpty)
    #expect(draft.inspection?.findings.map(\.code.text) == ["5301000002"])
    #expect(draft.inspection?.notes.count == 1)
  }

  /// The layouts of the reference, each by its headings.
  @Test(arguments: [
    (["州、市/部门", "在运行网站数", "不合格网站数", "合格率"], Meaning.figures),
    (["地区", "运行网站总数", "抽查网站数", "存在突出问题的网站数"], .figures),
    (["序　号", "设区市/\n省级政府部门", "网站名称", "突出问题"], .findings),
    (["问题网站名称", "问题描述"], .findings),
    (["序号", "网站标识码", "网站名称", "网站地址", "是（否）合格"], .siteList),
    (["一级指标", "二级指标", "考察点", "是否完成指标", "问题整改对策"], .form),
    (["新媒体类型", "新媒体名称", "责任单位", "问题类别", "检查时更新日期"], .accounts),
    (["序号", "账号名称", "平台", "主办单位", "存在问题"], .accounts),
    (["序号", "主办单位", "新媒体名称", "发布条数"], .accountList),
    (["问题类别", "新媒体账号"], .accountList),
    (["序号", "单位", "报送数", "采纳数", "采纳率"], .adoption),
  ])
  func headingsSayWhatATableIs(headings: [String], meaning: Meaning) {
    let draft = draft([headings, headings.map { _ in "" }])
    #expect(draft.tables.map(\.meaning) == [meaning])
  }

  /// A code before the name, and no serial: columns are taken by their meaning.
  @Test func columnsMayStandInAnyOrder() {
    let draft = draft([["网站标识码", "网站名称", "问题描述"], ["5301000001", "甲网", "错字漏字"]])
    #expect(draft.inspection?.findings.map(\.prefecture.text) == ["昆明"])
    #expect(draft.inspection?.findings.map(\.row) == [1])
  }

  /// A table with codes and no headings waits for a word; given, it is read.
  @Test func headingsCanBeGiven() {
    let rows = [["甲", "乙", "丙"], ["甲网", "5301000001", "错字漏字"]]
    #expect(whys(draft(rows)) == [.headings])
    var answers = Answers()
    for (place, column) in [Column.name, .code, .issue].enumerated() {
      answers.columns[Answers.Spot(table: 1, row: 0, column: place + 1)] = column
    }
    #expect(draft(rows, answers).inspection?.findings.map(\.siteName) == ["甲网"])
  }

  /// 不合格网站 is a name beside issues, and a count beside figures.
  @Test func aHeadingMayMeanTwoThings() {
    let draft = draft([["序号", "地区", "不合格网站", "存在问题"], ["1", "昆明", "甲网", "错字漏字"]])
    #expect(draft.inspection?.findings.map(\.siteName) == ["甲网"])
  }

  /// A file that was given twice is not read twice.
  @Test func theSameRowsTwiceAreListed() {
    let rows = [headings, ["1", "昆明", "甲网", "5301000001", "错字漏字"]].map { $0.map { Cell($0) } }
    let source = Source(name: "t", blocks: [.table(Table(rows, line: 1))])
    let draft = Draft([source, source], directory)
    #expect(whys(draft) == [.repeated("甲网"), .noPeriod])
    #expect(draft.tables.map(\.taken) == [1, 0])
  }

  /// A row that a person leaves out is a note.
  @Test func aRowCanBeLeftOut() {
    var answers = Answers()
    answers.skipped.insert(Answers.Spot(table: 1, row: 2))
    let draft = draft([headings, ["1", "昆明", "甲网", "5301000001", "不知所云"]], answers)
    #expect(draft.notUnderstood.isEmpty)
    #expect(draft.tables[0].notes == 1)
  }
}
