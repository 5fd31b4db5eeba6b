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

  private func twoTables(_ answers: Answers = Answers()) -> Draft {
    let row = { (number: String, name: String, code: String) in
      [number, "昆明", name, code, "错字漏字"].map { Cell($0) }
    }
    let blocks: [Block] = [
      .paragraph(Paragraph("某省关于2018年四季度政府网站普查情况的通报", line: 1)),
      .paragraph(Paragraph("2018年四季度普查不合格政府网站", line: 2)),
      .table(Table([headings.map { Cell($0) }, row("1", "甲网", "5301000001")], line: 3)),
      .paragraph(Paragraph("2018年三季度普查不合格政府网站", line: 9)),
      .table(Table([headings.map { Cell($0) }, row("1", "乙网", "5301000002")], line: 10)),
    ]
    return Draft([Source(name: "t", blocks: blocks)], directory, answers)
  }

  /// A table of another period is named, and nothing of it taken before a person says what it is.
  @Test func anotherPeriodIsNeverMixedIn() throws {
    let (third, fourth) = (
      try #require(Quarter(year: 2018, number: 3)), try #require(Quarter(year: 2018, number: 4))
    )
    let draft = twoTables()
    #expect(draft.quarter == fourth)
    #expect(whys(draft) == [.otherPeriod(third, than: fourth, isOfTable: true)])
    #expect(draft.notUnderstood.first?.place.table == 2)
    #expect(draft.inspection?.findings.map(\.siteName) == ["甲网"])
    #expect([draft.tables[1].rows, draft.tables[1].heading, draft.tables[1].listed] == [2, 1, 1])

    var answers = Answers()
    answers.skipped.insert(Answers.Spot(table: 2, row: 0))
    let without = twoTables(answers)
    #expect(without.notUnderstood.isEmpty)
    #expect(without.inspection?.findings.map(\.siteName) == ["甲网"])
    #expect(
      [without.tables[1].rows, without.tables[1].heading, without.tables[1].notes] == [2, 1, 1])

    answers = Answers()
    answers.quarter = fourth
    let all = twoTables(answers)
    #expect(all.notUnderstood.isEmpty)
    #expect(all.inspection?.findings.map(\.siteName) == ["甲网", "乙网"])
    #expect(all.doubts.contains { $0.doubt == .otherPeriod(printed: third, said: fourth) })
  }

  /// Two notices in one draft are said to be two, by their titles.
  @Test func twoTitlesAreTwoNotices() throws {
    let sources = ["四", "三"].map { name in
      Source(
        name: name,
        blocks: [.paragraph(Paragraph("某省关于2018年\(name)季度政府网站普查情况的通报", line: 1))])
    }
    let draft = Draft(sources, directory)
    let quarters = try [3, 4].map { try #require(Quarter(year: 2018, number: $0)) }
    #expect(whys(draft) == [.otherPeriod(quarters[0], than: quarters[1], isOfTable: false)])
    #expect(draft.notUnderstood.first?.place.file == "三")
  }

  /// Without a column of prefectures and a code the name tells whose a site is, else a person.
  @Test func aNameTellsWhoseASiteIs() {
    let rows = [["问题网站名称", "问题描述"], ["昆明市丙局网站", "错字漏字"], ["某某县甲局网站", "首页不更新"]]
    let read = draft(rows)
    #expect(read.inspection?.findings.map(\.prefecture.text) == ["昆明"])
    #expect(whys(read) == [.owner("某某县甲局网站", of: "某某县甲局网站")])
    var answers = Answers()
    answers.units["某某县甲局网站"] = "临沧"
    let answered = draft(rows, answers)
    #expect(answered.notUnderstood.isEmpty)
    #expect(answered.inspection?.findings.map(\.prefecture.text) == ["昆明", "临沧"])
  }

  /// A table with a column of issues of which nothing is taken is never passed over in silence.
  @Test func aTableOfIssuesThatIsNotReadIsSaid() {
    let read = draft([["州市", "存在问题"], ["昆明", "错字漏字"]])
    #expect(read.tables[0].meaning == .unknown)
    #expect(read.doubts.map(\.doubt) == [.unread(rows: 1)])
  }

  /// Of two columns that say the same that of which a person said so counts, wherever it stands.
  @Test func whatAPersonSaysOfAColumnCounts() {
    let rows = [
      ["序号", "州、市/部门", "网站名称", "全称", "网站标识码", "存在问题"],
      ["1", "昆明", "甲", "昆明甲网", "5301000001", "错字漏字"],
    ]
    var answers = Answers()
    answers.columns[Answers.Spot(table: 1, row: 0, column: 4)] = .name
    #expect(draft(rows, answers).inspection?.findings.map(\.siteName) == ["昆明甲网"])
  }

  /// What cannot be about the tables that were read is no answer.
  @Test func answersThatFitNothingAreNamed() throws {
    let tables = draft([headings, ["1", "昆明", "甲网", "5301000001", "错字漏字"]]).tables
    let issued = try #require(Day("2018-12-28"))
    func fault(_ change: (inout Answers) -> Void) -> AnswerFault? {
      var answers = Answers()
      change(&answers)
      return answers.fault(of: tables, issued: issued)
    }
    #expect(fault { $0.skipped = [Answers.Spot(table: 2, row: 1)] } == .noTable(2, of: 1))
    #expect(
      fault { $0.skipped = [Answers.Spot(table: 1, row: 3)] } == .noRow(3, table: 1, last: 2))
    #expect(
      fault { $0.columns = [Answers.Spot(table: 1, row: 0, column: 6): .name] }
        == .noColumn(6, table: 1, of: 5))
    #expect(
      fault {
        $0.columns = [
          Answers.Spot(table: 1, row: 0, column: 2): .name,
          Answers.Spot(table: 1, row: 0, column: 3): .name,
        ]
      } == .twice(.name, table: 1, 2, 3))
    for due in ["2018-12-27", "2020-01-01"].compactMap({ Day($0) }) {
      #expect(fault { $0.due = due } == .oddDue(due, issued: issued))
    }
    #expect(fault { $0.due = issued } == nil)
    #expect(
      fault {
        $0.skipped = [Answers.Spot(table: 0, row: 99), Answers.Spot(table: 1, row: 2)]
        $0.columns = [Answers.Spot(table: 1, row: 0, column: 5): .issue]
      } == nil)
  }

  /// Every answer is listed by itself, and can be taken back by itself.
  @Test func everyAnswerCanBeTakenBack() throws {
    var answers = Answers()
    answers.quarter = Quarter(year: 2018, number: 4)
    answers.due = Day("2019-02-15")
    answers.categories["怪问题"] = "other"
    answers.units["5301000001"] = "昆明"
    answers.columns[Answers.Spot(table: 1, row: 0, column: 2)] = .name
    answers.skipped = [Answers.Spot(table: 1, row: 2), Answers.Spot(table: 0, row: 7)]
    answers.findings[Answers.Spot(table: 1, row: 3)] = FindingID("2018Q4-3")
    answers.cells[Answers.Spot(table: 1, row: 4, column: 4)] = "5301000002"
    let given = answers.given { Phrase($0.text, $0.text) }
    #expect(
      given.map { $0.about.chinese + $0.said.chinese } == [
        "季度2018年四季度", "报送期限2019-02-15", "“怪问题”归入other", "5301000001属于昆明",
        "表1第2列是网站名称", "正文第7行略过", "表1第2行略过", "表1第3行就是2018Q4-3",
        "表1第4行第4格读作“5301000002”",
      ])
    for (place, answer) in given.enumerated() {
      answers.remove(answer)
      #expect(answers.given { Phrase($0.text, $0.text) } == Array(given[(place + 1)...]))
    }
    #expect(answers == Answers())
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

  /// Findings under a heading that nobody knows are asked for, and never taken for a list of sites.
  @Test(arguments: ["不合格情况", "检查结果", "毛病所在", "扣分情况"])
  func anUnknownHeadingOfFindingsIsAsked(_ heading: String) {
    let draft = draft([
      ["序号", "州、市/部门", "网站名称", "网站标识码", heading],
      ["1", "昆明", "甲网", "5301000001", "错字漏字"], ["2", "昆明", "乙网", "5301000002", "首页不更新"],
    ])
    #expect(whys(draft) == [.headings])
  }

  /// Two sites in one cell are two rows that nobody can make of it: the row waits for its answer.
  @Test(arguments: [
    "5301030001、5301030002", "53010300015301030002", "5301030001\n5301030002",
    "5301030001 /5301030002",
  ])
  func severalCodesInACellAreAsked(_ cell: String) {
    let draft = draft([
      headings, ["1", "昆明", "盘龙区甲网、盘龙区乙网", cell, "错字漏字"],
      ["2", "昆明", "丙网", "5301000001", "首页不更新"],
    ])
    #expect(whys(draft) == [.severalCodes(["5301030001", "5301030002"])])
    #expect(draft.inspection?.findings.map(\.siteName) == ["丙网"])
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
