import CensusCore
import CensusNotices
import Testing

/// Of which period titles and figures are.
@Suite struct PeriodTests {
  private func draft(
    _ sentence: String, title: String = "某省关于2018年四季度政府网站普查情况的通报", below: String = ""
  ) throws -> Draft {
    try Made.draft(
      text: """
        \(title)

        \(sentence)

        某省人民政府办公厅
        2018年12月27日

        \(below)

        | 序号 | 州、市/部门 | 网站名称 | 网站标识码 | 存在问题 |
        |---|---|---|---|---|
        | 1 | 昆明 | 甲网站 | 5301000001 | 首页不更新 |
        """, quarter: nil)
  }

  /// The second batch of a period is neither all of it nor a correction of the first.
  @Test(arguments: ["2018年第四季度（第二批）", "2018年四季度第二批"])
  func aLaterBatchIsAsked(name: String) throws {
    let draft = try draft("", title: "某省关于\(name)政府网站普查情况的通报")
    #expect(draft.quarter == nil)
    #expect(draft.whys == [.period(name)])
  }

  @Test func theFirstBatchIsOfThePeriod() throws {
    let draft = try draft("", title: "某省关于2018年第四季度（第一批）政府网站普查情况的通报")
    #expect(draft.quarter == Quarter(year: 2018, number: 4))
  }

  /// A table of a month outside of the quarter, and one whose title names no sites, are of another period.
  @Test(arguments: ["2018年8月不合格网站", "2018年三季度通报问题（逐条）", "2018年上半年不合格网站"])
  func tablesOfOtherPeriods(title: String) throws {
    let draft = try draft("", below: title)
    #expect(draft.names.isEmpty)
    guard case .otherPeriod(_, than: _, isOfTable: true)? = draft.whys.first else {
      Issue.record("\(draft.whys)")
      return
    }
  }

  @Test(arguments: ["2018年11月不合格网站", "2018年下半年不合格网站"])
  func tablesOfThePeriod(title: String) throws {
    let draft = try draft("", below: title)
    #expect(draft.whys.isEmpty)
    #expect(draft.names == ["甲网站"])
  }

  @Test(arguments: [
    (
      "上季度全省在运行政府网站409个，不合格20个，合格率95%；本季度全省在运行政府网站99个，不合格7个，合格率93%。", 99, 7,
      "93%"
    ),
    ("全省在运行政府网站99个，较上季度减少310个，不合格7个，合格率93%。", 99, 7, "93%"),
    ("全省在运行政府网站共计1,099个，不合格7个，合格率93%。", 1_099, 7, "93%"),
  ])
  func figuresAreOfThePeriod(text: String, running: Int, failing: Int, rate: String) throws {
    let totals = try #require(draft(text).inspection?.totals)
    #expect(totals.running == running)
    #expect(totals.failing == failing)
    #expect(totals.publishedRate == rate)
  }

  /// A table whose rows run together in one line is named by its codes, however long it is.
  @Test func aGluedTableIsNamed() throws {
    let rows = (1...9).map { "\($0)昆明第\($0)个测试网站530100000\($0)多个栏目长期不更新" }
    let draft = try Made.draft(text: "序号州、市/部门网站名称网站标识码存在问题" + rows.joined())
    #expect(draft.whys == [.strayCode("5301000001")])
  }

  /// A row of annex 1 whose name has a known one in it is asked for, and is no new prefecture.
  @Test(arguments: [
    ("楚雄彝族自治州人民政府", ["楚雄"]), ("版纳", ["西双版纳"]), ("昭通、曲靖", ["曲靖", "昭通"]), ("昆明市（五华区）", ["昆明"]),
  ])
  func longerAndShorterNamesAreAsked(name: String, near: [String]) throws {
    let rows = [["州、市/部门", "在运行网站数", "不合格网站数"], [name, "10", "1"], ["玉溪", "15", "0"]]
    let draft = try Made.draft([rows])
    guard case .newPrefecture(name, of: _, near: let found)? = draft.whys.first else {
      Issue.record("\(draft.whys)")
      return
    }
    #expect(found.map(\.text).sorted() == near.sorted())
  }

  /// The group of departments has several names.
  @Test(arguments: ["省直部门", "省政府部门", "省直单位"])
  func theDepartmentsAreKnown(name: String) throws {
    let rows = [["州、市/部门", "在运行网站数", "不合格网站数"], [name, "10", "1"], ["玉溪", "15", "0"]]
    let draft = try Made.draft([rows])
    #expect(draft.whys.isEmpty)
    #expect(draft.inspection?.rows.map(\.prefecture) == ["省直", "玉溪"])
  }
}
