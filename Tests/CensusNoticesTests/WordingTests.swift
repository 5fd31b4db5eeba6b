import CensusCore
import CensusNotices
import CensusStore
import CensusTestSupport
import Testing

/// Wordings of issues, and facts of the text in their forms.
@Suite struct WordingTests {
  private let directory: Directory

  init() throws {
    directory = try ShippedStore.open().directory
  }

  private func draft(issue: String, _ answers: Answers = Answers()) -> Draft {
    var answers = answers
    answers.quarter = Quarter(year: 2018, number: 4)
    let rows = [["网站名称", "网站标识码", "存在问题"], ["甲网", "5301000001", issue]]
    let table = Table(rows.map { $0.map { Cell($0) } }, line: 1)
    return Draft([Source(name: "t", blocks: [.table(table)])], directory, answers)
  }

  @Test(arguments: [
    ("错字漏字", ["text_errors"]),
    ("扣分大于 40", ["score_fail"]),
    ("扣分大于４０", ["score_fail"]),
    ("多个栏目长期不更新，扣分大于 40", ["columns_not_updated", "score_fail"]),
    ("首页不更新；错字漏字。", ["home_not_updated", "text_errors"]),
    ("首页不更新、错字漏字", ["home_not_updated", "text_errors"]),
    ("首页不更新/站点无法访问", ["home_not_updated", "site_unreachable"]),
    ("人事信息、法律法规，政策文件等8个栏目应更新但未更新", ["columns_not_updated"]),
    ("严重错别字3处", ["serious_error"]),
    ("网站打不开", ["site_unreachable"]),
  ])
  func wordingsAreCategories(text: String, categories: [String]) {
    let draft = draft(issue: text)
    #expect(draft.inspection?.findings.first?.issues.map(\.text) == categories)
    #expect(draft.inspection?.findings.first?.text == text)
  }

  /// What nobody knows, a warning, and what is denied are never taken for a failure.
  @Test(arguments: ["栏目像空房子", "错字漏字，栏目像空房子", "多个栏目空白、栏目像空房子", "接近单项否决", "近14天未更新", "未发现错字漏字"])
  func theRestIsListed(text: String) {
    let draft = draft(issue: text)
    #expect(draft.inspection?.findings.isEmpty == true)
    #expect(draft.notUnderstood.count == 1)
    #expect(draft.tables[0].listed == 1)
  }

  /// An answer for a wording holds for it alone and for a part of a cell.
  @Test func aWordingCanBeAnswered() {
    var answers = Answers()
    answers.categories["栏目像空房子"] = "blank_columns"
    #expect(
      draft(issue: "错字漏字，栏目像空房子", answers).inspection?.findings.first?.issues == [
        "text_errors", "blank_columns",
      ])
  }

  private func read(_ lines: [String]) -> Draft {
    Draft([Source(name: "t", text: lines.joined(separator: "\n"))], directory)
  }

  @Test(arguments: [
    ("请于10月20日前报送整改情况。", "2018-10-20", "于10月20日前"),
    ("整改情况应于2018年11月2日前报送。", "2018-11-02", "于2018年11月2日前"),
    ("请于2018年10月16日12:00前报送。", "2018-10-16", "于2018年10月16日12:00前"),
    ("请于10月8日10:30（北京时间）前报送。", "2018-10-08", "于10月8日10:30（北京时间）前"),
    ("整改报告于1月5日前报送。", "2019-01-05", "于1月5日前"),
    ("整改截止到10月31日。", "2018-10-31", "截止到10月31日"),
  ])
  func deadlinesAreRead(text: String, day: String, wording: String) {
    let draft = read(["某省关于2018年三季度政府网站普查情况的通报", text, "2018年9月26日"])
    #expect(draft.inspection?.notice.deadline?.day == Day(day))
    #expect(draft.inspection?.notice.dueText == wording)
  }

  /// A data date is no deadline; without a deadline none is made up.
  @Test func aDataDateIsNoDeadline() {
    let draft = read(["某省关于2018年三季度政府网站普查情况的通报", "截至2018年9月14日，立行立改。", "2018年9月26日"])
    #expect(draft.inspection?.notice.deadline == nil)
    #expect(draft.notFound.contains(.due))
    #expect(draft.inspection?.sampling.to == Day("2018-09-14"))
  }

  /// Two deadlines for reports wait for a person.
  @Test func twoDeadlinesWaitForAPerson() {
    let draft = read([
      "某省关于2018年三季度政府网站普查情况的通报", "请于10月20日前报送整改情况。", "请于10月30日前报送整改报告。",
      "2018年9月26日",
    ])
    #expect(draft.notUnderstood.map(\.why) == [.contradiction("于10月20日前", "于10月30日前")])
  }

  @Test(arguments: [
    ("2018年三季度", "2018Q3"), ("2018年第三季度", "2018Q3"), ("2018年度第4季度", "2018Q4"),
    ("2020 年第二季度", "2020Q2"), ("2018年第二次", "2018S2"), ("2018年上半年", "2018H1"),
    ("2018年下半年", "2018H2"), ("2018年7月", "2018-07"), ("2018年12月", "2018-12"),
  ])
  func quartersAreInferred(text: String, quarter: String) {
    let draft = read(["某省关于\(text)政府网站检查情况的通报"])
    #expect(draft.quarter?.description == quarter)
  }

  /// Periods of other kinds are named, and a quarter can be given.
  @Test(arguments: ["2018年3-4月", "2018年3月至5月"])
  func otherPeriodsAreNamed(text: String) {
    let lines = ["某省关于\(text)政府网站抽查情况的通报"]
    let draft = read(lines)
    #expect(draft.quarter == nil)
    #expect(draft.notUnderstood.map(\.why) == [.period(text)])
    var answers = Answers()
    answers.quarter = Quarter(year: 2018, number: 2)
    let answered = Draft([Source(name: "t", text: lines[0])], directory, answers)
    #expect(answered.notUnderstood.isEmpty)
    #expect(answered.inspection?.scope == .sample)
  }
}
