import CensusCore
import CensusNotices
import Testing

/// A day is due where units are asked for something by it, and nowhere else.
@Suite struct DemandTests {
  private func draft(_ sentence: String) throws -> Draft {
    try Made.draft(
      text: """
        某省人民政府办公厅关于2018年四季度全省政府网站普查情况的通报

        \(sentence)

        某省人民政府办公厅
        2018年12月26日

        | 序号 | 州、市/部门 | 网站名称 | 网站标识码 | 存在问题 |
        |---|---|---|---|---|
        | 1 | 昆明 | 甲网站 | 5301000001 | 首页不更新 |
        """, quarter: nil)
  }

  @Test(arguments: [
    "将整改情况报送省政府办公厅。省政府办公厅将于2019年1月9日前对整改情况进行复核。",
    "请将整改情况报送省政府办公厅。省政府办公厅于1月9日前对整改情况进行复查。",
    "下一季度普查将于2019年3月15日前开展，请将整改情况报送省政府办公厅。",
    "下一季度普查于2019年3月15日前开展，请将整改情况报送省政府办公厅。",
    "请将整改情况报送省政府办公厅，复核工作于1月9日前完成。",
    "部分单位未按要求于10月20日前报送上季度整改情况。请各单位将整改情况报送省政府办公厅。",
    "部分单位10月20日前仍未报送整改情况。", "各单位已于10月20日前报送整改情况。", "各单位于10月20日前全部报送了整改情况。",
    "截止1月5日，仍有3个单位未报送整改情况。", "整改情况拟于2019年1月30日前向社会公布。",
    "请于1月15日前制定工作方案。",
  ])
  func otherDaysAreNotDue(text: String) throws {
    let draft = try draft(text)
    #expect(draft.inspection?.notice.deadline == nil)
    #expect(draft.whys.isEmpty)
    #expect(draft.notFound.contains(.due))
  }

  @Test(arguments: [
    "请尚未整改到位的单位于1月20日前报送整改情况。", "已被通报的单位请于1月20日前报送整改情况。",
    "请于1月20日前将已报送的材料重新报送。", "对抽查发现的问题，请于1月20日前将整改情况报送。",
    "请于1月20日前反馈。", "请于1月20日前完成整改，我厅将于3月9日前复核。", "请于1月20日前完成整改并开展回头看。",
    "请于1月20日前报送整改情况，逾期未报送的予以通报。",
  ])
  func whatIsAskedIsDue(text: String) throws {
    #expect(try draft(text).inspection?.notice.deadline?.day == Day("2019-01-20"))
  }

  static let parts: [(String, [Notice.RequiredPart])] = [
    (
      "请于1月20日前将整改报告（加盖公章，一式两份）及电子版报送省政府办公厅。",
      [
        Notice.RequiredPart(part: .paper, copies: 2, signature: nil),
        Notice.RequiredPart(part: .electronic, copies: nil, signature: nil),
      ]
    ),
    (
      "请于1月20日前将整改情况（含电子版）报送省政府办公厅，不再报送纸质版。",
      [Notice.RequiredPart(part: .electronic, copies: nil, signature: nil)]
    ),
    (
      "请于1月20日前将整改情况书面报送省政府办公厅。",
      [Notice.RequiredPart(part: .paper, copies: nil, signature: nil)]
    ),
  ]

  /// What is to be handed in is as it is read: no signature that is not asked for, and no paper that is
  /// asked for no more.
  @Test(arguments: parts)
  func partsAreAsTheyAreAsked(text: String, parts: [Notice.RequiredPart]) throws {
    let notice = try #require(draft(text).inspection?.notice)
    #expect(notice.parts == parts)
    #expect(!Terms.asked(by: notice).chinese.contains("签字"))
  }

  /// A part of a site that cannot be reached is not the site, and what is denied is none.
  @Test(arguments: ["领导信箱无法访问", "在线访谈栏目打不开", "二级页面无法访问", "已无错字漏字"])
  func wordingsThatSaySomethingElseAreAsked(wording: String) throws {
    let rows = [Made.headings, ["1", "昆明", "甲网站", "5301000001", wording]]
    #expect(try Made.draft([rows]).whys == [.wording(wording)])
  }

  @Test(arguments: ["网站首页无法访问", "站点多次无法访问"])
  func aSiteThatCannotBeReached(wording: String) throws {
    let rows = [Made.headings, ["1", "昆明", "甲网站", "5301000001", wording]]
    #expect(try Made.draft([rows]).inspection?.findings.first?.issues == ["site_unreachable"])
  }
}
