import CensusCore
import CensusNotices
import CensusStore
import CensusTestSupport
import Testing

/// Tables of new-media accounts (layout C1): what is taken, whose it is, and what waits for an answer.
@Suite struct AccountTests {
  private let directory: Directory

  init() throws {
    directory = try ShippedStore.open().directory
  }

  private static let quarter = Quarter(year: 2020, number: 4)
  private let headings = ["新媒体类型", "新媒体名称", "责任单位", "问题类别", "检查时更新日期"]

  private func draft(_ tables: [[[String]]], _ answers: Answers = Answers()) -> Draft {
    var answers = answers
    answers.quarter = AccountTests.quarter
    let blocks = tables.enumerated().map { index, rows in
      Block.table(Table(rows.map { $0.map { Cell($0) } }, line: index * 100 + 1))
    }
    return Draft([Source(name: "t", blocks: blocks)], directory, answers)
  }

  private func findings(_ draft: Draft) -> [Finding] { draft.inspection?.findings ?? [] }

  /// Each row is a finding about an account: its platform and name, its issue, its prefecture.
  @Test func accountsAreFindings() throws {
    let draft = draft([
      [
        headings, ["微信公众号", "试验发布", "昆明市人民政府办公室", "2周内无更新", "10月1日"],
        ["政务微博", "试验发布", "怒江州丙局", "无有效互动", "11月3日"],
        ["抖音号", "大理 丁台", "大理", "14天未更新；商业广告", ""],
      ]
    ])
    #expect(draft.notUnderstood.isEmpty)
    #expect(findings(draft).map(\.row) == [1, 2, 3])
    #expect(findings(draft).map(\.siteName) == ["试验发布", "试验发布", "大理丁台"])
    #expect(findings(draft).map { $0.platform?.name } == ["微信", "微博", "抖音"])
    #expect(findings(draft).map(\.code.text) == ["@微信#试验发布", "@微博#试验发布", "@抖音#大理丁台"])
    #expect(findings(draft).map(\.code.printed) == [nil, nil, nil])
    #expect(findings(draft).map(\.prefecture.text) == ["昆明", "怒江", "大理"])
    #expect(
      findings(draft).map { $0.issues.map(\.text) } == [
        ["nm_not_updated"], ["nm_no_interaction"], ["nm_not_updated", "ads"],
      ])
    #expect(findings(draft)[0].shownName == Phrase("试验发布（微信）", "试验发布 (WeChat)"))
    let table = draft.tables[0]
    #expect([table.rows, table.heading, table.taken, table.listed] == [4, 1, 3, 0])
    #expect(draft.inspection?.annex2?.headings == headings)
    let quarter = try #require(draft.quarter)
    #expect(draft.findingPlaces[FindingID(quarter, number: 2)]?.row == 3)
  }

  /// The headings of other offices, with 政务 before them, or 账号 alone beside what is the matter.
  @Test(arguments: [
    [
      ["序号", "政务新媒体账号名称", "平台", "主办单位", "存在问题"],
      ["1", "试验发布", "微博", "昆明市教育局", "2周内无更新"],
    ],
    [["地区", "账号", "类型", "问题描述"], ["昆明", "试验发布", "政务微博", "2周内无更新"]],
  ])
  func otherHeadings(rows: [[String]]) {
    let draft = draft([rows])
    #expect(draft.notUnderstood.isEmpty, "\(draft.notUnderstood)")
    #expect(draft.tables[0].meaning == .accounts)
    #expect(findings(draft).map(\.code.text) == ["@微博#试验发布"])
    #expect(findings(draft).map(\.prefecture.text) == ["昆明"])
  }

  /// Beside annex 2 accounts take the numbers behind its rows; the sites keep theirs.
  @Test func accountsFollowTheSites() {
    let draft = draft([
      [
        ["序号", "平台", "账号名称", "主办单位", "存在问题"],
        ["1", "微信", "甲发布", "昆明市戊区", "僵尸"],
      ],
      [
        ["序号", "州、市/部门", "网站名称", "网站标识码", "存在问题"],
        ["1", "昆明", "甲网", "5301000001", "错字漏字"],
        ["2", "昆明", "乙网", "5301000002", "首页不更新"],
      ],
    ])
    #expect(draft.notUnderstood.isEmpty)
    #expect(findings(draft).map(\.id.number) == [1, 2, 3])
    #expect(findings(draft).map(\.code.text) == ["5301000001", "5301000002", "@微信#甲发布"])
    #expect(draft.inspection?.annex2?.headings.first == "序号")
    #expect(draft.inspection?.annex2?.headings.contains("网站名称") == true)
    #expect(!draft.doubts.map(\.doubt).contains(.renumbered))
  }

  /// A unit is known by its names; a department of the province, a prefecture and a division that
  /// changed are known by the beginning of a name.
  @Test(arguments: [
    ("省直", nil, nil), ("云南省文化厅", "省直", "云南省文化厅"), ("云南省试验管理局", "省直", "云南省试验管理局"),
    ("临沧", "临沧", nil), ("临沧市人民政府", "临沧", nil), ("云南省临沧市庚局", "临沧", nil),
    ("腾冲市教育局", "保山", nil), ("某某县融媒体中心", nil, nil), ("云南省某某县己局", nil, nil),
    ("外省文化厅", nil, nil), ("", nil, nil),
  ])
  func unitsAreWhoseTheyAre(text: String, prefecture: String?, unit: String?) {
    let draft = draft([[headings, ["微信", "甲发布", text, "僵尸", ""]]])
    #expect(findings(draft).first?.prefecture.text == prefecture)
    if prefecture == nil {
      #expect(draft.notUnderstood.map(\.why) == [.owner(text, of: "@微信#甲发布")])
      #expect(draft.tables[0].listed == 1)
    }
    let brought = RevisionDraft(
      draft, held: nil, highest: 0, answers: Answers(), directory, beyond: directory)
    let facts = brought?.facts
    let known = facts.map { directory.adding($0.additions) }
    let owner = facts?.findings.first.flatMap { known?.unit(for: $0).id.text }
    #expect(owner == (unit ?? prefecture))
  }

  /// An answer says whose an account is; a prefecture or a unit.
  @Test(arguments: [("保山", "保山"), ("云南省文化厅", "省直")])
  func anOwnerCanBeAnswered(said: String, prefecture: String) {
    var answers = Answers()
    answers.units["@微信#甲发布"] = said
    let draft = draft([[headings, ["微信", "甲发布", "某某县融媒体中心", "僵尸", ""]]], answers)
    #expect(draft.notUnderstood.isEmpty)
    #expect(findings(draft).map(\.prefecture.text) == [prefecture])
  }

  /// In a store that has no lists yet the rows of annex 1 tell whose accounts are, wherever they stand;
  /// without them a person's word is the first prefecture.
  @Test func annexOneTellsWhoseAccountsAre() {
    let empty = Directory(prefectures: [], units: [], categories: directory.categories)
    let rows = [headings, ["微信", "甲发布", "试验市丙局", "僵尸", ""], ["微博", "乙发布", "某省丁厅", "僵尸", ""]]
    let annex = [["州、市/部门", "在运行网站数", "不合格网站数"], ["省直", "3", "0"], ["试验", "5", "0"]]
    func read(_ tables: [[[String]]], _ answers: Answers = Answers()) -> Draft {
      var answers = answers
      answers.quarter = AccountTests.quarter
      let blocks = tables.map { Block.table(Table($0.map { $0.map { Cell($0) } }, line: 1)) }
      return Draft([Source(name: "t", blocks: blocks)], empty, answers)
    }
    let draft = read([rows, annex])
    #expect(draft.notUnderstood.isEmpty, "\(draft.notUnderstood)")
    #expect(findings(draft).map(\.prefecture.text) == ["试验", "省直"])
    #expect(read([rows]).notUnderstood.count == 2)
    var answers = Answers()
    answers.units["@微信#甲发布"] = "试验市"
    answers.units["@微博#乙发布"] = "试验"
    #expect(findings(read([rows], answers)).map(\.prefecture.text) == ["试验", "试验"])
  }

  /// What is missing or means several things is listed, and a platform that nobody knows is kept.
  @Test func theRestIsListed() {
    let draft = draft([
      [
        headings, ["", "甲发布", "昆明", "僵尸", ""], ["微信、微博", "乙发布", "昆明", "僵尸", ""],
        ["微信", "", "昆明", "", ""], ["微信", "丙发布", "昆明", "不知所云", ""],
        ["试验圈", "丁发布", "昆明", "僵尸", ""],
      ]
    ])
    #expect(
      draft.notUnderstood.map(\.why) == [
        .platform(""), .platform("微信、微博"), .noIssue, .wording("不知所云"),
      ])
    #expect(draft.notUnderstood.map(\.place.row) == [2, 3, 4, 5])
    #expect(findings(draft).map(\.code.text) == ["@试验圈#丁发布"])
    #expect(findings(draft)[0].shownName == Phrase("丁发布（试验圈）", "丁发布 (试验圈)"))
  }

  /// Cells that go on the row above take its text, which is said; a row given twice is listed.
  @Test func mergedCellsAreFilled() {
    let rows = [
      headings, ["微信", "甲发布", "昆明", "僵尸", ""], ["", "", "", "商业广告", "9月1日"],
      ["", "乙发布", "", "僵尸", ""],
    ]
    let draft = draft([rows])
    #expect(draft.notUnderstood.isEmpty)
    #expect(findings(draft).map(\.code.text) == ["@微信#甲发布", "@微信#甲发布", "@微信#乙发布"])
    #expect(draft.doubts.map(\.doubt).contains(.filled(rows: [3, 4])))
    let twice = self.draft([rows, rows])
    #expect(findings(twice).count == 3)
    #expect(twice.tables.map(\.listed) == [0, 3])
    #expect(twice.notUnderstood.first?.why == .repeated("甲发布（微信）"))
  }

  /// Posts that are counted and accounts that are listed by issue are no results, and are said.
  @Test(arguments: [
    [["序号", "主办单位", "新媒体名称", "发布条数"], ["1", "甲局", "甲发布", "30"]],
    [["问题类别", "新媒体账号"], ["僵尸", "甲发布、乙发布"]],
  ])
  func listsOfAccountsAreNoResults(rows: [[String]]) {
    let draft = draft([rows])
    #expect(draft.notUnderstood.isEmpty)
    #expect(findings(draft).isEmpty)
    #expect(draft.doubts.map(\.doubt) == [.accounts(rows: 1)])
    #expect(draft.tables[0].listed == 1)
  }

  /// The table is the same in every form of text.
  @Test(arguments: ["\t", "|", "\n"])
  func everyFormGivesTheSame(separator: String) {
    let rows = [
      headings, ["微信", "甲发布", "昆明", "僵尸", "1日"], ["微博", "乙发布", "临沧", "商业广告", "2日"],
    ]
    let end = separator == "|" ? "|" : ""
    let text = rows.map { $0.joined(separator: separator) + end }.joined(separator: "\n")
    var answers = Answers()
    answers.quarter = AccountTests.quarter
    let draft = Draft([Source(name: "t", text: text)], directory, answers)
    #expect(draft.notUnderstood.isEmpty, "\(draft.notUnderstood)")
    #expect(findings(draft).map(\.code.text) == ["@微信#甲发布", "@微博#乙发布"])
  }

  /// A corrected notice that renumbers rows keeps each account's finding, and a site or an account of
  /// another platform with the same name is another.
  @Test func aCorrectionKeepsAccounts() throws {
    let site = ["1", "昆明", "甲发布", "5301000001", "僵尸"]
    let sites = ["序号", "州、市/部门", "网站名称", "网站标识码", "存在问题"]
    let before = draft([
      [sites, site],
      [
        headings, ["微信", "甲发布", "昆明", "僵尸", ""], ["微博", "甲发布", "昆明", "僵尸", ""],
        ["抖音", "乙发布", "昆明", "僵尸", ""],
      ],
    ])
    let after = draft([
      [sites, site, ["2", "昆明", "丙网", "5301000003", "错字漏字"]],
      [
        headings, ["抖音", "乙发布", "昆明", "商业广告", ""], ["快手", "甲发布", "昆明", "僵尸", ""],
        ["微博", "甲发布", "昆明", "僵尸", ""],
      ],
    ])
    let held = try #require(before.inspection)
    let revision = try #require(
      RevisionDraft(after, held: held, highest: 4, answers: Answers(), directory, beyond: directory)
    )
    #expect(revision.open.isEmpty)
    let kept = revision.facts.findings.map { ($0.code.text, $0.id.number, $0.row, $0.isGone) }
    let codes = ["5301000001", "5301000003", "@抖音#乙发布", "@快手#甲发布", "@微博#甲发布", "@微信#甲发布"]
    #expect(kept.map(\.0) == codes)
    #expect(kept.map(\.1) == [1, 5, 4, 6, 3, 2])
    #expect(kept.map(\.2) == [1, 2, 3, 4, 5, 2])
    #expect(kept.map(\.3) == [false, false, false, false, false, true])
  }
}
