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
}
