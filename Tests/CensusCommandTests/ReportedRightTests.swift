import CensusCommand
import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// What reports say of what was struck off, extended, retired, held to account and kept as evidence.
struct ReportedRightTests {
  private func page(_ desk: Desk, _ arguments: String..., language: String = "zh") throws -> String
  {
    let outcome = try desk.run(["report"] + arguments + ["--lang", language])
    #expect(outcome.status == 0 && outcome.warnings == "", "\(outcome.warnings)")
    return outcome.answer
  }

  private func expect(_ text: String, has sentences: [String], lacks others: [String] = []) {
    for sentence in sentences { #expect(text.contains(sentence), "\(sentence)\n\(text)") }
    for sentence in others { #expect(!text.contains(sentence), "\(sentence)\n\(text)") }
  }

  // MARK: - Struck off

  @Test func whatIsStruckOffIsNotClosedAnywhereInTheReport() throws {
    let desk = try Desk.after(
      ["void 2018Q3-8 --reason 申诉成立 --on 2018-10-10"], now: "2018-10-11T01:00:00Z")
    expect(
      try page(desk),
      has: [
        "保山：在运行网站21个，不合格2个：待报送1个、剔除1个。", "问题20条，网站19个，剔除问题1条",
        "整改到位：**0/19**", "办结网站：**0/18**",
        "错字漏字（单项否决）10条，涉及网站10个，未办结9条，剔除1条。", "| 保山 | 21 | 2 | 90% | 90% | 2 | 1 | 0 | 0 | 1 |",
      ], lacks: ["办结1个"])
    expect(
      try page(desk, language: "en"),
      has: [
        "Baoshan: 21 sites running, 2 failing: 1 not due yet, 1 struck off.",
        "Sites closed: **0/18**", "10 findings at 10 sites, 9 open, 1 struck off.",
      ], lacks: ["1 closed"])
    // The map and the bars of the page tell it apart as well.
    let html = try page(desk, "--format", "html")
    #expect(html.contains(">剔除1个<"))
    #expect(html.contains(">10条，未办结9条，剔除1条<"))
  }

  @Test func theNextNoticeKeepsWhatWasPublishedAndNamesWhatWasStruckOff() throws {
    let desk = try Desk.after(
      ["void 2018Q3-8 2018Q3-9 2018Q3-20 --reason 申诉成立 --on 2018-10-10"],
      now: "2018-10-11T01:00:00Z")
    expect(
      try page(desk, "--next"),
      has: [
        "通报问题20条，涉及7家单位的19个网站，其中3条经核实予以剔除（保山市“隆阳区门户网站”、保山市“腾冲市人民政府”、"
          + "临沧市“耿马政府公众信息网”的“错字漏字”问题）。",
        "| 3 | 保山 | 2 | 2 | 2 | 0 | 0 | 0 | – |", "| 6 | 临沧 | 4 | 5 | 1 | 0 | 0 | 4 | 未报 |",
      ])
    expect(
      try page(desk, "--next", language: "en"),
      has: [
        "listed 20 findings at 19 sites of 7 units; 3 of them were struck off (“隆阳区门户网站” in Baoshan, "
          + "“腾冲市人民政府” in Baoshan, “耿马政府公众信息网” in Lincang (错字漏字))."
      ])
    // The rest passes: that is not all of them.
    try desk.does(
      "recheck \((1...7).map { "2018Q3-\($0)" }.joined(separator: " ")) --passed --on 2018-10-11")
    try desk.does(
      "recheck \((10...19).map { "2018Q3-\($0)" }.joined(separator: " ")) --passed --on 2018-10-11")
    expect(try page(desk, "--next"), has: ["经复查，其余问题已全部整改到位。"], lacks: ["上述问题"])
    try desk.does(
      "void \((1...7).map { "2018Q3-\($0)" }.joined(separator: " ")) --reason 误列 --on 2018-10-11")
    try desk.does(
      "void \((10...19).map { "2018Q3-\($0)" }.joined(separator: " ")) --reason 误列 --on 2018-10-11")
    expect(try page(desk, "--next"), has: ["通报问题20条，涉及7家单位的19个网站，经核实均已剔除（"])
  }

  // MARK: - Extensions, retirements

  @Test func theNextNoticeTellsOfEveryExtension() throws {
    let desk = try Desk.after(
      [
        "extend 迪庆 --until 2018-11-30 --authority 办公厅 --reason 迁移 --on 2018-10-19",
        "extend 2018Q3-8 --until 2018-11-10 --authority 办公厅 --reason 迁移 --on 2018-10-19",
        "receive 迪庆 --part both --on 2018-11-15",
      ], now: "2018-11-20T01:00:00Z")
    expect(
      try page(desk, "--next"),
      has: [
        "经批准延期报送的2家（保山市第8行至11月10日、迪庆州至11月30日），已按延期后的时限计算。", "按时报齐（延期至11月30日）",
        "未报（延期第8行至11月10日）", "| 已报齐（延期至2018-11-30） |", "| 未报（延期至2018-11-10） |",
      ])
    expect(
      try page(desk, "--next", language: "en"),
      has: [
        "More time was granted to 2 units (Baoshan row 8 to 2018-11-10, Diqing to 2018-11-30), and lateness "
          + "counts from the longer deadline.", "in time (extended to 2018-11-30)",
      ])
  }

  @Test func theNextNoticeDoesNotWaitForSitesThatAreClosedForGood() throws {
    let desk = try Desk.after(
      [
        "availability 5309000037 --status retired --filed --reference 备案3号 --on 2018-10-10",
        "receive 临沧 --part both --on 2018-10-19",
        "recheck 2018Q3-16 2018Q3-17 2018Q3-19 2018Q3-20 --passed --on 2018-11-05",
      ], now: "2018-11-06T01:00:00Z")
    expect(
      try page(desk, "--next"),
      has: [
        "截至11月6日，整改到位4条、所在网站永久下线1条、尚未复查15条。", "| 6 | 临沧 | 4 | 5 | 4 | 0 | 1 | 0 | 按时报齐 |",
      ])
  }

  // MARK: - Years, rates

  @Test func daysOfAnotherYearHaveTheirYear() throws {
    let desk = try Desk(
      next: [.kunming], on: "2019-02-12",
      after: [
        "chase 怒江 --quarter 2018Q3 --on 2018-10-08", "chase 昆明 --quarter 2018Q4 --on 2019-02-01",
      ])
    let handover = try page(desk, "--handover")
    expect(handover, has: ["| 1次 2018-10-08 |", "| 1次 02-01 |"], lacks: ["1次 10-08"])
    let html = try page(desk, "--quarter", "2018Q4", "--format", "html")
    expect(html, has: ["时限 2019年1月20日", "截至 2019年2月12日"])
    let english = try page(desk, "--quarter", "2018Q4", "--format", "html", language: "en")
    expect(english, has: ["due 20 Jan 2019", "as of 12 Feb 2019"])
    let same = try page(
      desk, "--quarter", "2018Q3", "--as-of", "2018-10-24", "--format", "html", language: "en")
    expect(same, has: ["due 20 Oct<", "as of 24 Oct<"])
  }

  @Test func aComputedRateHasTheRoundingOfThePublishedOne() throws {
    let desk = try Desk(next: [.kunming], after: [])
    let page = try page(desk, "--quarter", "2018Q4")
    expect(page, has: ["合格率（通报公布）：**99%**（核算100%）", "核算合格率95%", "核算合格率100%"], lacks: ["95.1%"])
  }

  // MARK: - Handover

  @Test func theHandoverTellsWhoseAccountabilityIsNotOver() throws {
    let desk = try Desk.after(
      [
        "recheck 2018Q3-17 2018Q3-20 --failed --on 2018-11-05",
        "account 临沧 --stage opened --approved-by 分管副秘书长 --on 2018-11-07",
        "account 临沧 --stage measure --measure interview --person-role 信息中心主任 --on 2018-11-08",
        "recheck 2018Q3-3 --failed --on 2018-11-05",
        "recheck 2018Q3-11 --failed --on 2018-11-05",
        "account 怒江 --stage opened --approved-by 甲 --on 2018-11-06",
      ], now: "2018-11-10T01:00:00Z")
    expect(
      try page(desk, "--handover"),
      has: [
        "## 三、问责", "问责尚未办结3家；", "| 2018年三季度 | 昆明 | 第3行 | 待研究问责 | – | – | – | 研究是否启动问责 | – |",
        "| 2018年三季度 | 怒江 | 第11行 | 已启动问责 | 2018-11-06 | 甲 | – | 作出问责处理 | desk-2 |",
        "| 2018年三季度 | 临沧 | 第17、20行 | 已问责处理 | 2018-11-07 | 分管副秘书长 | "
          + "2018-11-08 约谈（信息中心主任） | 办结问责 | desk-2 |",
      ])
    try desk.does("account 怒江 --stage concluded --on 2018-11-09")
    expect(try page(desk, "--handover"), has: ["问责尚未办结2家；"], lacks: ["| 怒江 | 第11行 | 已"])
    expect(
      try page(desk, "--handover", language: "en"),
      has: ["accountability of 2 units is not over", "conclude it", "consider whether to open it"])
  }

  /// Whatever the day, no sentence of the pages is a bare count with a word behind it.
  @Test func englishPagesHaveSentences() throws {
    let desk = try StoryTests.told()
    for arguments in [["report"], ["report", "--handover"], ["report", "--since", "2018-10-18"]] {
      let text = try desk.run(arguments + ["--as-of", "2018-11-20", "--lang", "en"]).answer
      for bare in [
        "our turn", "their turn", "days over.", "lines open", "| paper part received",
        "part arrived",
      ] {
        #expect(!text.contains(bare), "\(bare)")
      }
    }
    expect(
      try page(desk, "--as-of", "2018-11-20", language: "en"),
      has: [
        "Kunming: 2018-10-08 reminded, 2018-10-18 received the electronic document, 2018-10-24 received the",
        "2018-10-30 report complete, 2018-11-16 closed.",
        "Lincang: 17 sites running, 5 failing: 1 waiting for the office, 3 closed.",
      ])
  }

  // MARK: - Files

  @Test(arguments: [
    "report --output /nowhere/a.html", "report --brief --output /nowhere/a.html",
    "export units --output /nowhere/a.html", "export quarter --output /nowhere/a.html",
    "letter chase 昆明 --output /nowhere/a.html", "backup /nowhere/a.html",
  ])
  func aFolderThatIsNotThereIsNamed(_ line: String) throws {
    let desk = try Desk()
    let english = try desk.run(line: line + " --lang en")
    #expect(english.status == 1)
    #expect(
      english.warnings.hasPrefix(
        "census: “/nowhere/a.html” cannot be written: there is no folder “/nowhere”; "),
      "\(english.warnings)")
    #expect(
      english.warnings.hasSuffix("make it first (mkdir -p /nowhere), or choose another folder.\n"))
    let chinese = try desk.run(line: line + " --lang zh").warnings
    #expect(chinese.contains("没有目录“/nowhere”；") && chinese.contains("（mkdir -p /nowhere）"))
  }

  @Test func exportTakesThePeriodsOfItsCommand() throws {
    let desk = try Desk(next: [.kunming], after: [])
    let out = InMemoryFileSystem()
    desk.folders["/out/"] = out
    try desk.does("export compare 2018Q3 2018Q4 --output /out/a.md --lang zh")
    let said = try desk.run(line: "compare 2018Q3 2018Q4 --format markdown --lang zh").answer
    let file = String(decoding: try out.read("a.md", limit: 1 << 20), as: UTF8.self)
    #expect(!file.isEmpty && said.contains(file.split(separator: "\n")[2]))
    try desk.does("export review 2018 --output /out/b.csv")
    for (line, words) in [
      ("export compare 2018Q3 2018Q4 2018Q4 --output /out/c.md", "only compare takes one or two"),
      ("export compare 三季度 --output /out/c.md", "a quarter is written as 2018Q3"),
      ("export units 2018Q3 --output /out/c.md", "is chosen with --quarter"),
      ("export compare 2018Q3 --quarter 2018Q4 --output /out/c.md", "contradicts"),
    ] {
      let outcome = try desk.run(line: line)
      #expect(outcome.status == 64 && outcome.warnings.contains(words), "\(outcome.warnings)")
    }
    #expect(try out.list("").map(\.name) == ["a.md", "b.csv"])
  }

  @Test func sizesAreSaidAsPeopleSayThem() {
    #expect(Terms.fileSize(kilobytes: Attachment.kilobytes) == "32 MB")
    #expect(Terms.fileSize(kilobytes: 1_024) == "1 MB")
    #expect(Terms.fileSize(kilobytes: 3_482) == "3.4 MB")
    #expect(Terms.fileSize(kilobytes: 1_023) == "1023 KB")
  }
}
