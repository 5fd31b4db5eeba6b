import CensusCore
import CensusNotices
import Testing

/// Rows that were glued into a line, digits of full width, accounts among sites.
@Suite struct LostRowTests {
  private func draft(line: String, code: String = "5301000001") throws -> Draft {
    try Made.draft(
      text: """
        | 序号 | 州、市/部门 | 网站名称 | 网站标识码 | 存在问题 |
        |---|---|---|---|---|
        | 1 | 昆明 | 甲网站 | \(code) | 首页不更新 |

        \(line)
        """)
  }

  @Test(arguments: [
    "序号州、市/部门网站名称网站标识码存在问题11昆明盘龙某网站5301030099错字漏字",
    "11昆明盘龙某网站5301030099错字漏字", "盘龙某网站（网站标识码：5301030099）首页不更新",
    "11昆明盘龙某网站５３０１０３００９９错字漏字",
  ])
  func aGluedLineIsAsked(line: String) throws {
    #expect(try draft(line: line).whys == [.strayCode("5301030099")])
  }

  /// The foot of a page has the page's own code.
  @Test(arguments: [
    "主办：某省人民政府办公厅 网站标识码：5300000077 滇ICP备05000002号", "网站标识码 5300000077", "联系电话5301030099",
    "甲网站（5301000001）",
  ])
  func theFootOfAPage(line: String) throws {
    #expect(try draft(line: line).notUnderstood.isEmpty)
  }

  @Test func digitsOfFullWidth() throws {
    #expect(
      try draft(line: "", code: "５３０１０００００１").inspection?.findings.map(\.code)
        == ["5301000001"])
  }

  @Test(arguments: [
    ("“昆明发布”微信公众号", "昆明发布", "@微信#昆明发布"), ("昆明发布（微博）", "昆明发布", "@微博#昆明发布"),
    ("昆明发布微信公众号", "昆明发布", "@微信#昆明发布"),
  ])
  func anAccountAmongSites(text: String, name: String, code: String) throws {
    let draft = try Made.draft([[Made.headings, ["1", "昆明", text, "—", "首页不更新"]]])
    #expect(draft.notUnderstood.isEmpty)
    let finding = try #require(draft.inspection?.findings.first)
    #expect(finding.siteName == name)
    #expect(finding.code == SiteCode(code))
    #expect(draft.codesOfDoubts == ["accountAmongSites"])
  }

  /// A site that is called like that has a code; of a department's account it is asked whose it is.
  @Test func othersAreSites() throws {
    let site = try Made.draft([
      [Made.headings, ["1", "昆明", "“昆明”小程序", "5301000001", "首页不更新"]]
    ])
    #expect(site.names == ["“昆明”小程序"])
    let rows = [[Made.headings, ["1", "省直", "“某厅发布”微信公众号", "", "首页不更新"]]]
    let key = SiteCode("@微信#某厅发布")
    #expect(try Made.draft(rows).whys == [.owner("某厅发布", of: key)])
    var answers = Answers()
    answers.units[key] = "云南省教育厅"
    let draft = try Made.draft(rows, answers)
    #expect(draft.inspection?.findings.map(\.code) == [key])
  }

  /// A title within the rows is one, also where its text stands in each of its cells.
  @Test func aTitleInEveryCell() throws {
    let draft = try Made.draft([
      [
        Made.headings, Array(repeating: "县（市）政府网站", count: 5),
        ["1", "昆明", "甲网站", "5301000001", "首页不更新"], Array(repeating: "—", count: 5),
      ]
    ])
    #expect(draft.names == ["甲网站"])
    #expect(draft.tables.map(\.title) == [1])
    #expect(draft.notUnderstood.map(\.place.row) == [4])
  }

  @Test func whatIsHiddenIsSaid() throws {
    let hidden: (String) -> Cell = { Cell($0, marks: .hidden) }
    let rows = [
      [Cell("附件2 不合格网站", columns: 5)],
      Made.headings.enumerated().map { $0.offset == 3 ? hidden($0.element) : Cell($0.element) },
      ["1", "昆明", "甲网站"].map { Cell($0) } + [hidden("5301000001"), Cell("首页不更新")],
      ["2", "昆明", "乙网站"].map(hidden) + [Cell(""), hidden("首页不更新")],
    ]
    let draft = Draft(
      [Source(name: "t", blocks: [.table(Table(rows, line: 1))])], try Made.directory(),
      {
        var answers = Answers()
        answers.quarter = Quarter(year: 2019, number: 1)
        return answers
      }())
    #expect(draft.names == ["甲网站", "乙网站"])
    #expect(draft.doubts.map(\.doubt) == [.hiddenRows(1), .hiddenColumns([4])])
  }
}
