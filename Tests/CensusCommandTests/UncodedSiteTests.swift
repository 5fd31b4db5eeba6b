import CensusStore
import CensusTestSupport
import Testing

/// Sites that are printed without a code are told apart by prefecture and name (notices.md 4).
struct UncodedSiteTests {
  /// The shipped quarter, with three sites of 昆明 printed without a code.
  private func desk() throws -> Desk {
    let desk = try Desk()
    desk.now = "2018-11-05T01:00:00Z"
    let folder = try #require(desk.folders["store"])
    let path = "quarters/2018Q3.json"
    var text = String(decoding: try folder.read(path, limit: 1 << 20), as: UTF8.self)
    for code in ["5301260001", "5301000067", "5301000011"] {
      text = text.replacing("\"code\": \"\(code)\"", with: "\"code\": null")
    }
    try folder.remove(path)
    try Desk.put(Array(text.utf8), at: path, in: folder)
    _ = try desk.run("check", "--confirm-facts")
    return desk
  }

  private func run(_ desk: Desk, _ line: String) throws -> Desk.Outcome {
    try desk.run(line.split(separator: " ").map(String.init))
  }

  private func states(_ desk: Desk) throws -> [JSON?] {
    try desk.json("findings", "--prefecture", "昆明").column("state")
  }

  @Test func threeSitesStayThree() throws {
    let desk = try desk()
    let sites = try desk.json("sites").rows
    #expect(sites.count == 19)
    #expect(sites.count { $0["code"] == .null } == 3)
    #expect(try desk.json("overview")["sites"] == 19)
    #expect(
      try JSON(desk.run("check", "--format", "json").answer).rows.count { row in
        row["message"]?.string?.contains("no identification code is printed") == true
      } == 3)
  }

  /// What is recorded of one of them is of that one, whether its row, its name or its ID is typed.
  @Test(arguments: ["2018Q3-3", "石林彝族自治县人民政府网站", "昆明#石林彝族自治县人民政府网站"])
  func aRecordIsOfOneOfThem(id: String) throws {
    let desk = try desk()
    #expect(try run(desk, "recheck \(id) --failed --on 2018-10-30").status == 0)
    #expect(try run(desk, "availability 2018Q3-4 --status dark --on 2018-10-30").status == 0)
    #expect(
      try states(desk) == ["recheckFailed", "recheckFailed", "outstanding"] + [
        "outstanding", "outstanding",
      ])
    #expect(try desk.json("show", "2018Q3-5")["availability"] == "operating")
    let page = try desk.run("show", id, "--lang", "zh").answer
    #expect(!page.contains("#") || id.contains("#"))
  }

  /// The code that is learnt later is the site's, and what was recorded before stays with it.
  @Test func aCodeThatIsLearntLater() throws {
    let desk = try desk()
    _ = try run(desk, "availability 2018Q3-3 --status dark --on 2018-10-30")
    let line = "correct 2018Q3-3 --field code --to 5301260001 --reason 补正"
    #expect(try run(desk, line).status == 0)
    #expect(try desk.json("show", "5301260001")["findings"] == ["2018Q3-3"])
    #expect(try desk.json("show", "5301260001")["availability"] == "dark")
    #expect(try states(desk).first == "recheckFailed")
    #expect(try desk.json("sites").rows.count { $0["code"] == .null } == 2)
  }

  /// In every table the place of the code is a dash.
  @Test func tablesHaveNoMadeUpCode() throws {
    let desk = try desk()
    for list in ["sites", "findings", "rechecks"] {
      for form in ["table", "csv", "md", "json"] {
        let answer = try desk.run(list, "--format", form).answer
        #expect(!answer.contains("#石林") && !answer.contains("昆明#"), "\(list) \(form)")
      }
    }
  }

  /// A site that one period lists by its name, or by another code, fails again only once a person says
  /// that both are one: taking in asks for it, and how; said, it asks no more.
  @Test(arguments: [
    (
      "昆明市教育局网站", "", "没有标识码，2018年四季度同名网站的标识码是5301000045", "2019Q1-1 --field code --to 5301000045"
    ),
    (
      "昆明市某局网站", "5301000902", "的标识码是5301000902，2018年四季度同名网站没有标识码",
      "2018Q4-3 --field code --to 5301000902"
    ),
    (
      "曲靖市某局网站", "5303000009", "的标识码是5303000009，2018年四季度同名网站的标识码是5303000001",
      "2018Q4-4 --field code --to 5303000009"
    ),
  ])
  func theSameNameWithAnotherCodeIsAskedAbout(
    name: String, code: String, said: String, cure: String
  ) throws {
    let desk = try Desk.ofTwoNotices()
    let folder = InMemoryFileSystem()
    let region = name.prefix(2)
    let rows = ["1\t\(region)\t\(name)\t\(code)\t错字漏字", "2\t昆明\t另一网站\t5301000903\t错字漏字"]
    let text =
      "云南省人民政府办公厅关于2019年一季度全省政府网站普查情况的通报\n请有关单位于2019年5月15日前报送整改情况。\n"
      + "2019年3月28日\n附件2 不合格网站\n序号\t州、市/部门\t网站名称\t网站标识码\t存在问题\n"
      + rows.joined(separator: "\n") + "\n"
    try Desk.put(Array(text.utf8), at: "notice.txt", in: folder)
    desk.folders["in"] = folder
    desk.now = "2019-04-01T01:00:00Z"
    func asked() throws -> [String] {
      try desk.json("import", "in/notice.txt", "--lang", "zh")["problems"]?.rows
        .filter { $0["code"] == "sameName" }.compactMap { $0["message"]?.string } ?? []
    }
    #expect(
      try asked() == [
        "“\(name)”\(said)，按两个网站计，屡查屡犯不连计；如是同一网站，载入后更正标识码：census correct \(cure) --reason 原因"
      ])
    // A period that cannot be read is not one that has no such site.
    let store = try #require(desk.folders["store"])
    let path = "quarters/2018Q4.json"
    let whole = try store.read(path, limit: 1 << 20)
    try desk.damage("2018Q4")
    #expect(try asked().last == "无法读取，其中有没有同名网站未能核对")
    try store.remove(path)
    try Desk.put(whole, at: path, in: store)
    try desk.does("import in/notice.txt --accept")
    func isKnown() throws -> Bool {
      try desk.run("trends", "--recurrences", "--lang", "zh").answer.contains("2018Q4、2019Q1")
    }
    #expect(try !isKnown())
    try desk.does("correct \(cure) --reason 同一网站")
    #expect(try isKnown())
    #expect(try asked() == [])
  }
}
