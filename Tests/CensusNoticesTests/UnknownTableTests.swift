import CensusCore
import CensusNotices
import Testing

/// Tables whose headings nobody understands: those with rows of an annex wait for an answer.
@Suite struct UnknownTableTests {
  private static let annex2 = [
    Made.headings, ["1", "昆明", "甲网站", "5301000001", "首页不更新"],
  ]

  private static let annexes: [([[String]], Int)] = [
    ([["地方", "甲", "乙", "丙"], ["昆明", "60", "1", "98%"], ["曲靖", "15", "0", "100%"]], 2),
    (
      [
        ["甲", "乙", "丙", "丁"], ["某甲", "60", "1", "98%"], ["某乙", "15", "0", "100%"],
        ["某丙", "15", "0", "100%"],
      ], 3
    ),
    ([["编号", "站点", "毛病", "处理人"], ["11", "盘龙某网站", "错字", "李"], ["12", "五华某网站", "打不开", "王"]], 2),
    ([["甲", "乙"], ["昆明市教育局", "首页不更新"]], 1),
  ]

  @Test(arguments: annexes)
  func rowsOfAnAnnexWait(rows: [[String]], count: Int) throws {
    let draft = try Made.draft([Self.annex2, rows])
    #expect(draft.whys == [.likeResults(rows: count)])
    #expect(draft.notUnderstood.first?.place == Place(file: "t", line: 101, table: 2))
    #expect(draft.tables.last?.listed == rows.count)
    var answers = Answers()
    answers.skipped = [Answers.Spot(table: 2, row: 0)]
    #expect(try Made.draft([Self.annex2, rows], answers).notUnderstood.isEmpty)
  }

  @Test func theColumnsMayBeExplained() throws {
    var answers = Answers()
    for (place, column) in [Column.prefecture, .running, .failing, .rate].enumerated() {
      answers.columns[Answers.Spot(table: 2, row: 0, column: place + 1)] = column
    }
    let draft = try Made.draft([Self.annex2, Self.annexes[0].0], answers)
    #expect(draft.notUnderstood.isEmpty)
    #expect(draft.inspection?.rows.map(\.prefecture) == ["昆明", "曲靖"])
  }

  /// A sheet that has the notice's text above its headings, a paragraph a row, loses neither.
  @Test func headingsBelowAllOfTheText() throws {
    let text = (1...12).map { ["第\($0)段，全省政府网站普查。", "", ""] } + [["请于2019年1月20日前报送整改情况。", "", ""]]
    let rows = [["州、市/部门", "在运行网站数", "不合格网站数"], ["昆明", "60", "1"], ["曲靖", "15", "0"]]
    let draft = try Made.draft([text + rows, Self.annex2])
    #expect(draft.notUnderstood.isEmpty)
    #expect(draft.inspection?.rows.map(\.prefecture) == ["昆明", "曲靖"])
    #expect(draft.inspection?.notice.deadline?.day == Day("2019-01-20"))
    #expect(draft.tables.first?.title == 13)
  }

  /// What else stands in tables is no annex: layout, contacts, paragraphs.
  @Test(arguments: [
    [["首页", "政务公开", "互动交流"], ["昆明", "曲靖", "玉溪"]],
    [["联系人", "电话"], ["某处", "0871-60000000"]],
    [["受理", "154"], ["办结", "154"]],
    [["某市网站首页不更新。", String(repeating: "很长的一段文字", count: 20)]],
  ])
  func othersAreLeftAlone(rows: [[String]]) throws {
    #expect(try Made.draft([Self.annex2, rows]).notUnderstood.isEmpty)
  }

  @Test func sentences() {
    #expect(
      Why.likeResults(rows: 2).sentence.chinese
        == "有2行像附件的内容，但看不懂表头，没有读入；用 --column 表:列=字段 说明，或用 --row 表:0=skip 略过整张表")
    #expect(
      Why.likeResults(rows: 1).screenSentence.english
        == "1 row reads as those of an annex, under no known headings: say what its columns are, or "
        + "leave it out")
  }
}
