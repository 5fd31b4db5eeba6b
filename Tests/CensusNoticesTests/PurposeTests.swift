import CensusCore
import CensusNotices
import Testing

/// Tables whose own titles say that they are for something else than their headings make them.
@Suite struct PurposeTests {
  private static let quarter = "某省关于2018年四季度政府网站普查情况的通报"

  /// A notice with annex 2 of one finding, and one more table below some lines.
  private func draft(
    _ titles: [String], _ rows: [[String]], _ answers: Answers = Answers()
  ) throws -> Draft {
    let blocks: [Block] = [
      .paragraph(Paragraph(Self.quarter, line: 1)),
      .paragraph(Paragraph("2018年四季度普查不合格政府网站", line: 2)),
      Self.table([Made.headings, ["1", "昆明", "甲网站", "5301000001", "首页不更新"]], line: 3),
    ]
    let more = titles.enumerated().map { Block.paragraph(Paragraph($1, line: 10 + $0)) }
    return Draft(
      [Source(name: "t", blocks: blocks + more + [Self.table(rows, line: 20)])],
      try Made.directory(), answers)
  }

  private static func table(_ rows: [[String]], line: Int) -> Block {
    .table(Table(rows.map { $0.map { Cell($0) } }, line: line))
  }

  private static let findings = [
    Made.headings, ["1", "红河", "红河州人民政府", "5325000001", "错字漏字"],
    ["2", "文山", "文山州门户网站", "5326000001", "首页不更新"],
  ]

  static let others: [(String, Purpose)] = [
    ("上季度（三季度）通报问题整改情况", .mended), ("三季度通报问题网站整改情况", .mended),
    ("2018年四季度整改到位网站", .mended), ("已整改政府网站", .mended), ("上季度不合格政府网站", .earlier),
    ("2018年四季度优秀政府网站", .passed), ("2018年四季度抽查合格的政府网站", .passed),
    ("2018年四季度抽查合格但存在一般问题的政府网站", .minor), ("存在其他问题的政府网站", .minor), ("红榜", .passed),
  ]

  @Test(arguments: others)
  func nothingIsTakenOfATableForSomethingElse(title: String, purpose: Purpose) throws {
    let draft = try draft(["附件3", title], Self.findings)
    #expect(draft.names == ["甲网站"])
    #expect(draft.whys == [.otherPurpose(purpose, table: 2, rows: 2)])
    #expect(draft.notUnderstood.first?.text == title)
    let table = try #require(draft.tables.last)
    #expect([table.rows, table.heading, table.listed, table.taken] == [3, 1, 2, 0])
  }

  /// A person says that the table is none, or that it is all the same.
  @Test func aPersonSaysWhatItIs() throws {
    var answers = Answers()
    answers.skipped = [Answers.Spot(table: 2, row: 0)]
    let without = try draft(["上季度整改情况"], Self.findings, answers)
    #expect(without.notUnderstood.isEmpty)
    #expect(without.names == ["甲网站"])
    answers = Answers()
    answers.columns[Answers.Spot(table: 2, row: 0, column: 5)] = .issue
    let with = try draft(["上季度整改情况"], Self.findings, answers)
    #expect(with.notUnderstood.isEmpty)
    #expect(with.names == ["甲网站", "红河州人民政府", "文山州门户网站"])
  }

  /// What goes on on the next page is none of the period's either, whether the table is left out or not.
  @Test(arguments: [false, true])
  func whatGoesOnIsAskedAsWell(isLeftOut: Bool) throws {
    var answers = Answers()
    if isLeftOut { answers.skipped = [Answers.Spot(table: 2, row: 0)] }
    let blocks: [Block] = [
      .paragraph(Paragraph(Self.quarter, line: 1)),
      Self.table([Made.headings, ["1", "昆明", "甲网站", "5301000001", "首页不更新"]], line: 3),
      .paragraph(Paragraph("上季度通报问题整改情况", line: 9)), Self.table(Self.findings, line: 10),
      Self.table([["3", "昭通", "昭通市门户网站", "5306000001", "错字漏字"]], line: 20),
    ]
    let draft = Draft([Source(name: "t", blocks: blocks)], try Made.directory(), answers)
    #expect(draft.names == ["甲网站"])
    #expect(
      draft.whys == (isLeftOut ? [] : [.otherPurpose(.mended, table: 2, rows: 2)]) + [.headings])
  }

  /// The nearest title counts, and what is no title says nothing.
  @Test(arguments: [
    ["上季度整改情况", "2018年四季度普查不合格政府网站"], ["请于1月20日前将整改情况报送省政府办公厅", "附件2"],
    ["2018年四季度未达到合格标准的政府网站"], ["附件2", "不合格政府网站及整改要求"], ["限期整改网站名单"],
    ["某省关于政府网站普查及上季度整改情况的通报"], ["存在问题的政府网站"],
  ])
  func titlesOfFailingSites(titles: [String]) throws {
    let draft = try draft(titles, Self.findings)
    #expect(draft.notUnderstood.isEmpty)
    #expect(draft.names.count == 3)
  }

  /// Annex 1 speaks of sites that passed, and of an earlier period only by its title.
  @Test func figuresOfAnEarlierPeriod() throws {
    let rows = [["州、市/部门", "在运行网站数", "不合格网站数", "合格率"], ["昆明", "60", "1", "98%"]]
    #expect(try draft(["全省政府网站合格情况"], rows).notUnderstood.isEmpty)
    let earlier = try draft(["上季度普查情况"], rows)
    #expect(earlier.whys == [.otherPurpose(.earlier, table: 2, rows: 1)])
    #expect(earlier.inspection?.rows == [])
  }

  static let blackLists: [([String], [[String]], Int)] = [
    (
      ["2018年四季度黑榜网站名单"],
      [["序号", "网站名称", "得分"], ["1", "红河州人民政府", "50"], ["2", "文山州门户网站", "40.5"]], 2
    ),
    (["附件3"], [["序号", "网站名称", "得分"], ["1", "红河州人民政府", "95"], ["2", "文山州门户网站", "59.9分"]], 1),
    (
      ["2018年四季度黑榜网站名单（60分以下）"],
      [["序号", "地区", "网站名称", "网站标识码", "得分"], ["1", "红河", "红河州人民政府", "5325000001", "50"]], 1
    ),
    (["不合格网站名单"], [["序号", "网站名称", "网站标识码"], ["1", "红河州人民政府", "5325000001"]], 1),
  ]

  /// Sites that failed by a title or by their scores wait, and are no form.
  @Test(arguments: blackLists)
  func blackListsWait(titles: [String], rows: [[String]], count: Int) throws {
    let draft = try draft(titles, rows)
    #expect(draft.whys == [.failingList(table: 2, rows: count)])
    #expect(draft.tables.last?.meaning == .unknown)
    #expect(draft.tables.last?.listed == rows.count - 1)
  }

  /// Scores with which sites pass, and scores of anything else, ask nothing.
  @Test(arguments: [
    [["序号", "网站名称", "得分"], ["1", "昆明市人民政府网站", "98"], ["2", "大理州人民政府", "60"]],
    [["一级指标", "考察点", "得分"], ["信息更新", "首页", "5"]], [["地区", "得分"], ["昆明", "50"]],
    [["序号", "网站标识码", "网站名称", "网站地址"], ["1", "5301000001", "甲网站", "a.gov.cn"]],
  ])
  func otherScoresAskNothing(rows: [[String]]) throws {
    #expect(try draft(["附件3"], rows).notUnderstood.isEmpty)
  }

  /// Scores may be said to be the issue.
  @Test func scoresMayBeTheIssue() throws {
    var answers = Answers()
    answers.columns[Answers.Spot(table: 2, row: 0, column: 3)] = .issue
    answers.categories["50"] = "score_fail"
    let draft = try draft(
      ["黑榜"], [["序号", "网站名称", "得分"], ["1", "红河州人民政府", "50"]], answers)
    #expect(draft.notUnderstood.isEmpty)
    #expect(draft.names == ["甲网站", "红河州人民政府"])
  }

  @Test func sentences() {
    #expect(
      Why.otherPurpose(.mended, table: 3, rows: 2).sentence
        == Phrase(
          "看表题，这张表说的是以前问题的整改、复查，2行没有读入；不是本期结果的，用 --row 3:0=skip 略过整张表，"
            + "确是本期结果的，用 --column 3:列=字段 说明其中一列",
          "by its title the table tells what became of earlier issues, and 2 rows were not read; leave the "
            + "table out with --row 3:0=skip, or if it is of the period's results, say what one of its "
            + "columns is with --column 3:N=FIELD"))
    #expect(
      Why.failingList(table: 3, rows: 1).screenSentence
        == Phrase(
          "看表题或得分，有1个网站不合格，但没有“存在问题”一栏，没有读入：说明各列（得分可作存在问题），或略过整张表",
          "by the title or the scores 1 site failed, but no column says why: say what the columns are "
            + "(scores may be the issue), or leave the table out"))
  }
}
