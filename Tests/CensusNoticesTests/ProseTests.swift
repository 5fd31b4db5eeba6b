import CensusCore
import CensusNotices
import CensusStore
import CensusTestSupport
import Testing

/// Findings in prose (layout E): what is read of lists of sites, and what is never guessed.
@Suite struct ProseTests {
  private let directory: Directory

  init() throws {
    directory = try ShippedStore.open().directory
  }

  private func draft(_ lines: [String], _ answers: Answers = Answers()) -> Draft {
    var answers = answers
    answers.quarter = Quarter(year: 2018, number: 4)
    return Draft(
      [Source(name: "t", text: lines.joined(separator: "\n"))], directory, answers)
  }

  private func findings(_ draft: Draft) -> [Finding] { draft.inspection?.findings ?? [] }

  /// Lines, headings, taken, notes and listed of the account of the text.
  private func account(_ draft: Draft) -> [Int]? {
    draft.tables.first { $0.meaning == .prose }.map {
      [$0.rows, $0.heading, $0.taken, $0.notes, $0.listed]
    }
  }

  /// A line of the list of annexes names no site.
  @Test func theTitleOfAnAnnexIsNoSite() {
    let draft = draft([
      "附件：1. 各州市网站情况", "2. 2018年四季度普查不合格政府网站", "3. 不合格网站名单", "云南省人民政府办公厅", "1、昆明市丙局网站：错字漏字。",
      "2、临沧市辛局网站：首页不更新。",
    ])
    #expect(draft.notUnderstood.isEmpty, "\(draft.notUnderstood)")
    #expect(findings(draft).map(\.siteName) == ["昆明市丙局网站", "临沧市辛局网站"])
  }

  /// Each site is a finding with all of its issues, at the line that names it.
  @Test func sitesWithTheirIssuesAreFindings() throws {
    let draft = draft(SampleNotice.prose)
    #expect(draft.notUnderstood.isEmpty, "\(draft.notUnderstood)")
    #expect(findings(draft).map(\.siteName) == ["怒江州己局网站", "昆明市丙局网站", "临沧辛网"])
    #expect(findings(draft).map(\.code.text) == ["5333000106", "昆明#昆明市丙局网站", "临沧#临沧辛网"])
    #expect(findings(draft).map(\.prefecture.text) == ["怒江", "昆明", "临沧"])
    #expect(findings(draft).map(\.text) == ["首页不更新；多个栏目空白", "错字漏字；站点无法访问", "服务不实用"])
    #expect(
      findings(draft).map { $0.issues.map(\.text) } == [
        ["home_not_updated", "blank_columns"], ["text_errors", "site_unreachable"],
        ["poor_service"],
      ])
    let quarter = try #require(draft.quarter)
    let lines = (1...3).map { draft.findingPlaces[FindingID(quarter, number: $0)]?.line }
    #expect(lines == [2, 5, 7])
    #expect(account(draft) == [6, 2, 4, 0, 0])
    #expect(draft.doubts.map(\.doubt).contains(.prose(sites: 3)))
    #expect(draft.inspection?.annex2 == Inspection.Annex(title: "二、存在问题的网站", headings: []))
    #expect(!draft.notFound.contains(.findings))
  }

  /// The forms of one line, with the ways in which lines are numbered.
  @Test(arguments: [
    "1、昆明市丙局网站（标识码5301000103）：存在首页不更新问题。",
    "（一）昆明市丙局网站(网站标识码：5301000103) 1、首页不更新；",
    "1. “昆明市丙局”网站（5301000103）：首页不更新", "一、昆明市丙局门户网站（标识码：５３０１０００１０３）：首页不更新",
    "（12）昆明市丙局网（标识码5301000103）：①首页不更新", "① 昆明市丙局网站（标识码5301000103）:首页不更新",
  ])
  func theFormsOfOneLine(line: String) {
    let draft = draft([line])
    #expect(draft.notUnderstood.isEmpty, "\(draft.notUnderstood)")
    #expect(findings(draft).map(\.code.text) == ["5301000103"])
    #expect(findings(draft).map(\.prefecture.text) == ["昆明"])
    #expect(findings(draft).map { $0.issues.map(\.text) } == [["home_not_updated"]])
    #expect(account(draft) == [1, 0, 1, 0, 0])
  }

  /// What is not understood is listed, line by line, and answers settle it.
  @Test func whatIsNotUnderstoodIsListed() {
    let lines = [
      "（一）某某县甲局网站", "1.首页不更新。", "（二）昆明市乙局网站", "1.栏目像空房子。", "2.错字漏字。",
      "另据群众反映，页面花哨。", "（三）昆明市丙局网站（标识码5.3E+09）", "1.错字漏字。", "（四）昆明某某平台",
      "1.错字漏字。", "（五）昆明市丁局网站", "二、工作要求", "1.提高认识。",
    ]
    let read = draft(lines)
    #expect(findings(read).map(\.siteName) == ["昆明市乙局网站"])
    #expect(
      read.notUnderstood.map(\.why) == [
        .owner("某某县甲局网站", of: "某某县甲局网站"), .wording("栏目像空房子"), .prose,
        .lostCode("标识码5.3E+09"), .prose, .noIssue,
      ])
    #expect(read.notUnderstood.map(\.place.line) == [1, 4, 6, 7, 9, 11])
    #expect(account(read) == [11, 1, 1, 0, 9])

    var answers = Answers()
    answers.units["某某县甲局网站"] = "临沧"
    answers.categories["栏目像空房子"] = "blank_columns"
    for line in [6, 7, 9, 11] { answers.skipped.insert(Answers.Spot(table: 0, row: line)) }
    let answered = draft(lines, answers)
    #expect(answered.notUnderstood.isEmpty, "\(answered.notUnderstood)")
    #expect(findings(answered).map(\.siteName) == ["某某县甲局网站", "昆明市乙局网站"])
    #expect(findings(answered).map(\.prefecture.text) == ["临沧", "昆明"])
    #expect(account(answered) == [11, 2, 3, 6, 0])
  }

  /// A numbered line that was broken goes on on the next ones, and counts with all of them.
  @Test func aBrokenLineIsOne() {
    let lines = [
      "（一）昆明市乙局网站", "1.多个栏目长期不更新，其中政策法规、人事信息、通知公告等八个栏目超过一年",
      "未更新，最近一次更新是两年以前。", "2.错字漏字。",
    ]
    let read = draft(lines)
    #expect(read.notUnderstood.isEmpty, "\(read.notUnderstood)")
    #expect(
      findings(read).map { $0.issues.map(\.text) } == [["columns_not_updated", "text_errors"]])
    #expect(findings(read)[0].text.contains("超过一年未更新"))
    #expect(account(read) == [4, 1, 3, 0, 0])
    // A short line, and one that ends as sentences do, was not broken.
    for first in ["1.错字漏字", "1.多个栏目长期不更新，其中政策法规、人事信息、通知公告等八个栏目超过一年。"] {
      let other = draft(["（一）昆明市乙局网站", first, "另据群众反映，页面花哨。", "2.错字漏字。"])
      #expect(other.notUnderstood.map(\.why) == [.prose])
    }
    // What a person leaves out goes on nothing.
    var answers = Answers()
    answers.skipped.insert(Answers.Spot(table: 0, row: 3))
    #expect(account(draft(lines, answers)) == [4, 1, 2, 1, 0])
  }

  /// A clause that says more of the issue before it is no issue of its own, and no warning.
  @Test(arguments: [
    "1.错字漏字，如把“维护”写成“围护”。", "1.错字漏字，最近一次在2018年8月。", "1.错字漏字，其中首页3处。",
  ])
  func whatExplainsIsNoIssue(line: String) {
    let read = draft(["（一）昆明市乙局网站", line])
    #expect(read.notUnderstood.isEmpty, "\(read.notUnderstood)")
    #expect(findings(read).map { $0.issues.map(\.text) } == [["text_errors"]])
    #expect(read.doubts.contains { $0.doubt.code == "partlyUnderstood" })
  }

  /// By itself it says nothing that is known.
  @Test func anExplanationAloneIsAsked() {
    let read = draft(["（一）昆明市乙局网站（标识码5301000103）", "1.其中首页3处。"])
    #expect(read.notUnderstood.map(\.why) == [.wording("其中首页3处")])
  }

  /// Below the last site only a line that speaks of issues belongs to the list.
  @Test func theListEndsWithItsLastIssue() {
    let lines = ["（一）昆明市乙局网站", "1.错字漏字。"]
    #expect(account(draft(lines + ["请各单位于2月15日前报送整改情况。"])) == [2, 1, 1, 0, 0])
    let more = draft(lines + ["该网站首页不更新。"])
    #expect(more.notUnderstood.map(\.why) == [.prose])
    #expect(account(more) == [3, 1, 1, 0, 1])
  }

  /// Text that speaks of sites in general, or of what is to be done, is no list.
  @Test(arguments: [
    ["（一）切实办好政府网站", "1.加强领导。", "2.首页不更新的要整改。"], ["（一）落实责任，管好用好网站", "1.首页不更新"],
    ["一、各级政府网站", "1.首页不更新"], ["（一）某某专栏网", "1.提高认识。"], ["首页不更新的有昆明市乙局网站。"],
    ["1.以下网站：首页不更新"],
  ])
  func otherTextIsNoList(lines: [String]) {
    let draft = draft(lines)
    #expect(findings(draft).isEmpty)
    #expect(draft.notUnderstood.isEmpty)
    #expect(account(draft) == nil)
  }

  /// Where a table is annex 2 the text is text.
  @Test func aTableGoesBefore() {
    let table = ["网站名称\t网站标识码\t存在问题", "甲网\t5301000001\t错字漏字"]
    let draft = draft(SampleNotice.prose + table)
    #expect(findings(draft).map(\.siteName) == ["甲网"])
    #expect(account(draft) == nil)
  }

  /// A corrected notice that puts a site in before the others keeps the findings of those.
  @Test func aCorrectionKeepsFindings() throws {
    let held = try #require(draft(SampleNotice.prose).inspection)
    var lines = SampleNotice.prose
    lines.insert(contentsOf: ["（一）大理庚网：错链断链。"], at: 1)
    let revision = try #require(
      RevisionDraft(
        draft(lines), held: held, highest: 3, answers: Answers(), directory, beyond: directory))
    #expect(revision.facts.findings.map(\.id.number) == [4, 1, 2, 3])
    #expect(revision.facts.findings.map(\.row) == [1, 2, 3, 4])
    #expect(revision.open.isEmpty)
  }
}
