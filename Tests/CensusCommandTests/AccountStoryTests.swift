import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// New-media accounts and findings in prose from the notice to the lists.
struct AccountStoryTests {
  /// A desk with the sample notice, a table of accounts behind it.
  private func desk(accounts: [[String]] = SampleNotice.accounts) throws -> Desk {
    let desk = try Desk()
    desk.folders["in"] = InMemoryFileSystem()
    try put(accounts, "notice.md", desk)
    return desk
  }

  private func put(_ accounts: [[String]], _ name: String, _ desk: Desk) throws {
    let rows = accounts.map { "| " + $0.joined(separator: " | ") + " |" }
    let title = "\n\n附件3\n2018年四季度检查发现问题的政务新媒体\n\n"
    let text = SampleNotice.markdown + title + rows.joined(separator: "\n") + "\n"
    try Desk.put(Array(text.utf8), at: name, in: try #require(desk.folders["in"]))
  }

  @Test func accountsComeInOnce() throws {
    let desk = try desk()
    let shown = try desk.run("import", "in/notice.md")
    #expect(shown.status == 0)
    #expect(
      shown.answer.contains(
        "4 rows = title 0 + headings 1 + taken 3 + total 0 + notes 0 + listed 0"))
    #expect(shown.answer.contains("Open: 0"))
    #expect(!shown.answer.contains("identification code is printed"))
    try desk.does("import in/notice.md --accept")
    let again = try desk.run("import", "in/notice.md", "--accept")
    #expect(again.status == 0 && again.warnings.contains("nothing changed"))

    let findings = try desk.json("findings", "--quarter", "2018Q4")
    #expect(findings.rows.count == 11)
    #expect(findings.column("platform").suffix(4) == [.null, "微信", "微博", "今日头条"])
    #expect(findings.column("name").suffix(3) == ["试验发布", "试验发布", "怒江壬台"])
    #expect(findings.column("code").suffix(3) == [.null, .null, .null])
    #expect(findings.column("unit").suffix(3) == ["昆明", "昆明", "怒江"])
    let sites = try desk.json("sites", "--quarter", "2018Q4", "--search", "toutiao")
    #expect(sites.column("name") == ["怒江壬台"])
    #expect(sites.column("platform") == ["今日头条"])
    for list in ["findings", "sites", "rechecks"] {
      let csv = try desk.run(list, "--quarter", "2018Q4", "--format", "csv").answer
      #expect(csv.contains("Platform") && csv.contains(",Toutiao,") && !csv.contains("@今日头条"))
      let table = try desk.run(list, "--quarter", "2018Q4").answer
      #expect(table.contains("怒江壬台 (Toutiao)") && !table.contains("@"))
      #expect(
        try desk.run(list, "--quarter", "2018Q4", "--lang", "zh").answer.contains("怒江壬台（今日头条）"))
    }
    let page = try desk.run("show", "怒江壬台", "--quarter", "2018Q4").answer
    #expect(page.contains("怒江壬台 (Toutiao)"))
    #expect(try desk.json("show", "@微博#试验发布", "--quarter", "2018Q4")["platform"] == "微博")
    #expect(try desk.json("show", "2018Q4-11", "--quarter", "2018Q4")["platform"] == "今日头条")
  }

  /// A correction that puts a row before the others and another site in: marks stay on their accounts.
  @Test func marksStayOnAccounts() throws {
    let desk = try desk()
    try desk.does("import in/notice.md --accept")
    desk.now = "2019-03-05T01:00:00Z"
    try desk.does("recheck 2018Q4-9 --failed --on 2019-03-01")
    try desk.does("recheck 2018Q4-11 --passed --on 2019-03-01")
    var rows = SampleNotice.accounts
    rows.insert(["快手", "试验新号", "临沧", "商业广告", ""], at: 1)
    rows.swapAt(2, 4)
    try put(rows, "corrected.md", desk)
    let outcome = try desk.run("import", "in/corrected.md", "--accept")
    #expect(outcome.status == 0, "\(outcome.answer)")
    let findings = try desk.json("findings", "--quarter", "2018Q4").rows.suffix(4)
    #expect(findings.map { $0["id"] } == ["2018Q4-12", "2018Q4-11", "2018Q4-10", "2018Q4-9"])
    #expect(findings.map { $0["row"]?.number } == [9, 10, 11, 12])
    #expect(findings.map { $0["platform"] } == ["快手", "今日头条", "微博", "微信"])
    #expect(findings.map { $0["fixed"] } == ["notYet", "passed", "notYet", "failed"])
  }

  /// Of a unit that nobody knows it is asked whose it is, and the answer counts.
  @Test func anUnknownUnitIsAsked() throws {
    let table = [SampleNotice.accounts[0], ["微信", "某县发布", "某某县办公室", "2周内无更新", ""]]
    let desk = try desk(accounts: table)
    let open = try desk.run("import", "in/notice.md")
    #expect(open.status == 2)
    #expect(open.answer.contains("say so with --unit '@微信#某县发布=PREFECTURE or UNIT'"))
    let outcome = try desk.run("import", "in/notice.md", "--unit", "@微信#某县发布=云南省文化厅", "--accept")
    #expect(outcome.status == 0, "\(outcome.answer)")
    #expect(try desk.json("findings", "--quarter", "2018Q4").rows.last?["unit"] == "云南省文化厅")
  }

  /// One account in two quarters is one; a site of its name is another.
  @Test func anAccountIsTheSameNextQuarter() throws {
    let desk = try desk()
    try desk.does("import in/notice.md --accept")
    let text = String(
      decoding: try #require(desk.folders["in"]).read("notice.md", limit: 1 << 20), as: UTF8.self)
    let next = text.replacing("2018年四季度", with: "2019年一季度")
      .replacing("2019年1月10日", with: "2019年4月10日").replacing("2月15日", with: "5月15日")
    try Desk.put(Array(next.utf8), at: "next.md", in: try #require(desk.folders["in"]))
    desk.now = "2019-05-01T01:00:00Z"
    try desk.does("import in/next.md --accept")
    let sites = try desk.json("trends", "--recurrences").rows.filter { $0["code"] == .null }
    #expect(Set(sites.compactMap { $0["name"]?.string }) == ["试验发布", "怒江壬台"])
    #expect(sites.count == 3)
  }

  /// Findings in prose come in, once, at the lines where they stand.
  @Test func proseComesInOnce() throws {
    let desk = try Desk()
    desk.folders["in"] = InMemoryFileSystem()
    let text = (SampleNotice.body + SampleNotice.prose).joined(separator: "\n") + "\n"
    try Desk.put(Array(text.utf8), at: "notice.txt", in: try #require(desk.folders["in"]))
    let shown = try desk.run("import", "in/notice.txt", "--lang", "zh")
    #expect(shown.status == 0, "\(shown.answer)")
    #expect(
      shown.answer.contains(
        "逐站文字，“notice.txt”第8行：6行 = 标题0 + 网站2 + 读入4 + 合计0 + 说明0 + 未取0"))
    try desk.does("import in/notice.txt --accept")
    let again = try desk.run("import", "in/notice.txt", "--accept")
    #expect(again.warnings.contains("nothing changed"))
    #expect(
      try desk.json("findings", "--quarter", "2018Q4").column("text")
        == ["首页不更新；多个栏目空白", "错字漏字；站点无法访问", "服务不实用"])
  }
}
