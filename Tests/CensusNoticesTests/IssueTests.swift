import CensusCore
import CensusNotices
import Testing

/// The number of a notice, its day of issue, and what says by when to report without a day.
@Suite struct IssueTests {
  private func draft(
    number: String = "云府办明电〔2018〕71号", issued: String = "2018年12月26日",
    due: String = "请于1月20日前报送整改情况。", _ answers: Answers = Answers()
  ) throws -> Draft {
    try Made.draft(
      text: """
        \(number)

        某省人民政府办公厅关于2018年四季度全省政府网站普查情况的通报

        \(due)

        某省人民政府办公厅
        \(issued)

        | 序号 | 州、市/部门 | 网站名称 | 网站标识码 | 存在问题 |
        |---|---|---|---|---|
        | 1 | 昆明 | 甲网站 | 5301000001 | 首页不更新 |
        """, answers, quarter: nil)
  }

  @Test(arguments: [
    "2018年12月26日", "（2018年12月26日）", "(2018年12月26日)", "2018-12-26", "2018/12/26", "2018.12.26",
    "二〇一八年十二月二十六日", "（二○一八年十二月二十六日）", "2018 年 12 月 26 日", "（2018-12-26）",
  ])
  func theDayOfIssue(text: String) throws {
    let draft = try draft(issued: text)
    #expect(draft.inspection?.notice.issued == Day("2018-12-26"))
    #expect(draft.inspection?.notice.deadline?.day == Day("2019-01-20"))
  }

  /// The surest form counts, wherever it stands.
  @Test func theSurestFormCounts() throws {
    #expect(
      try draft(number: "2018-12-28", issued: "2018年12月26日").inspection?.notice.issued
        == Day("2018-12-26"))
    #expect(
      try draft(number: "（2018年12月25日）", issued: "2018-12-28").inspection?.notice.issued
        == Day("2018-12-25"))
  }

  @Test(arguments: [
    "云府办明电〔2018〕71号", "云府办明电[2018]71号", "云府办明电［2018］71号", "云府办明电【2018】71号",
    "云府办明电（2018）71号", "云府办明电(2018)第71号", "云府办明电﹝2018﹞71号", "云府办明电〖2018〗71号", "云府办明电201871号",
    "2018年第71号",
  ])
  func theDocumentNumber(text: String) throws {
    #expect(try draft(number: text).inspection?.notice.document == text)
    #expect(try draft(number: "文号：" + text).inspection?.notice.document == text)
  }

  @Test(arguments: ["电话87654321号", "第201871号", "云府办明电201801号", "人民路20181号院"])
  func noDocumentNumber(text: String) throws {
    #expect(try draft(number: text).inspection?.notice.document == nil)
  }

  private func open(_ draft: Draft, _ answers: Answers = Answers()) throws -> [NotUnderstood] {
    let lists = try Made.directory()
    return try #require(
      RevisionDraft(draft, held: nil, highest: 0, answers: answers, lists, beyond: lists)
    ).open
  }

  @Test(arguments: [
    ("整改情况自通报印发之日起15个工作日内报送。", "整改情况自通报印发之日起15个工作日内"),
    ("请限期1个月完成整改。", "请限期1个月"), ("收到通报后十日内书面报告。", "收到通报后十日内"),
  ])
  func aPeriodIsNoDay(text: String, wording: String) throws {
    let draft = try draft(due: text)
    #expect(draft.inspection?.notice.deadline == nil)
    let point = try #require(try open(draft).first)
    #expect(point.why == .undatedDue)
    #expect(point.text == wording)
    #expect(point.place.line == 5)
  }

  /// A notice without a day to report by is asked for it once; that there is none is an answer.
  @Test func noDayIsAsked() throws {
    let text = "首页2周内无更新的网站要立即整改。"
    let silent = try draft(due: text)
    #expect(try open(silent).map(\.why) == [.noDue])
    #expect(silent.notUnderstood.isEmpty)
    var answers = Answers()
    answers.hasNoDue = true
    #expect(try open(draft(due: text, answers), answers).isEmpty)
    #expect(answers.given { _ in .empty }.map(\.said.chinese) == ["没有期限"])
    answers.due = Day("2019-01-20")
    #expect(!answers.hasNoDue)
    #expect(try open(draft(due: text, answers), answers).isEmpty)
    let printed = try draft()
    #expect(try open(printed).isEmpty)
  }

  @Test func aPrintedDayMayBeDenied() throws {
    var answers = Answers()
    answers.hasNoDue = true
    let draft = try draft(answers)
    #expect(draft.inspection?.notice.deadline == nil)
    #expect(draft.codesOfDoubts.contains("otherDeadline"))
  }
}
