import CensusCommand
import CensusStore
import Testing

/// `census compare`: two periods side by side.
struct CompareTests {
  private static let corrected =
    "correct 2018Q3-1 --field code --to 5300000061 --reason 多印一位 --on 2018-10-30 --quarter 2018Q3"

  /// Two notices, with the code that one of them misprinted set right.
  private func desk() throws -> Desk {
    let desk = try Desk.ofTwoNotices()
    try desk.does(Self.corrected)
    return desk
  }

  @Test func theTableInChinese() throws {
    #expect(
      try desk().run("compare", "2018Q3", "2018Q4", "--lang", "zh").answer == """
        标识码       网站名称                              州市  变化      问题类别（2018Q3）      问题类别（2018Q4）
        –            昆明市某局网站                        昆明  新增      –                       空白栏目
        5303000001   曲靖市某局网站                        曲靖  新增      –                       空白栏目
        5300000061   云南省文史研究馆网站                  省直  仍不合格  错字漏字                错字漏字
        5301000045   昆明市教育局网站                      昆明  仍不合格  错字漏字                扣分大于40
        5309260040   耿马政府公众信息网                    临沧  仍不合格  扣分大于40、错字漏字    扣分大于40
        53000000006  云南省文化厅                          省直  不再列出  栏目不更新、扣分大于40  –
        5301260001   石林彝族自治县人民政府网站            昆明  不再列出  错字漏字                –
        5301000067   昆明市旅游发展委员会                  昆明  不再列出  扣分大于40              –
        5301000011   昆明高新技术产业开发区管理委员会网站  昆明  不再列出  错字漏字                –
        5301000042   昆明市人民政府网站                    昆明  不再列出  扣分大于40              –
        5305020001   隆阳区门户网站                        保山  不再列出  错字漏字                –
        5305220003   腾冲市人民政府                        保山  不再列出  栏目不更新              –
        5333000024   怒江傈僳族自治州人民政府              怒江  不再列出  扣分大于40              –
        5333000001   怒江农业信息网                        怒江  不再列出  错字漏字                –
        5333000007   怒江州供销合作网                      怒江  不再列出  错字漏字                –
        5334000003   迪庆州科技信息网                      迪庆  不再列出  错字漏字                –
        5334230003   维西傈僳族自治县人民政府门户网站      迪庆  不再列出  扣分大于40              –
        5334210001   云南香格里拉教育网                    迪庆  不再列出  首页不更新              –
        5309000044   临沧市人民政府门户网站                临沧  不再列出  空白栏目                –
        5309000037   临沧市茶叶信息网                      临沧  不再列出  首页不更新              –
        5309020048   临翔区人民政府门户网站                临沧  不再列出  错字漏字                –

        2018Q4不合格网站5个，比2018Q3的19个少14个（73.7%）：新增2个，仍不合格3个，不再列出16个。

        通报公布的不合格网站：2018Q3为20个，2018Q4为5个（重复列出的网站上面只计一次，已剔除的不计）。

        集中程度（2018Q4）：昆明市2个，占全部5个的40%。

        基数有变：在运行网站409个（2018Q3）→192（2018Q4，−217）；合格率须结合不合格网站数来看。

        """)
  }

  @Test func ofAPrefectureInEnglish() throws {
    #expect(
      try desk().run("compare", "--prefecture", "Lincang").answer == """
        Code        Site                    Prefecture  Change of state    Issues (2018Q3)                  \
        Issues (2018Q4)
        5309260040  耿马政府公众信息网      Lincang     still failing      Deductions over 40, Text errors  \
        Deductions over 40
        5309000044  临沧市人民政府门户网站  Lincang     no longer failing  Blank columns                    –
        5309000037  临沧市茶叶信息网        Lincang     no longer failing  Home page not updated            –
        5309020048  临翔区人民政府门户网站  Lincang     no longer failing  Text errors                      –

        Lincang, 2018Q4: 1 failing site, 3 fewer than the 4 of 2018Q3 (75.0%): 0 newly failing, \
        1 still failing, 3 no longer failing.

        The base did not change: 17 running sites in every quarter.

        """)
  }

  @Test func theFieldsOfTheContract() throws {
    let rows = try desk().json("compare", "2018Q3", "2018Q4").rows
    #expect(rows.count == 21)
    #expect(
      rows[0] == [
        "code": nil, "name": "昆明市某局网站", "prefecture": "昆明", "change": "newlyFailing",
        "issuesBefore": [], "issuesAfter": ["blank_columns"], "findingsBefore": [],
        "findingsAfter": ["2018Q4-3"], "quarterBefore": "2018Q3", "quarterAfter": "2018Q4",
      ])
    #expect(
      rows[4] == [
        "code": "5309260040", "name": "耿马政府公众信息网", "prefecture": "临沧",
        "change": "stillFailing", "issuesBefore": ["score_fail", "text_errors"],
        "issuesAfter": ["score_fail"], "findingsBefore": ["2018Q3-17", "2018Q3-20"],
        "findingsAfter": ["2018Q4-5"], "quarterBefore": "2018Q3", "quarterAfter": "2018Q4",
      ])
    #expect(rows[20]["change"] == "noLongerFailing")
  }

  /// Without the correction the code of 2018Q3 is another site's.
  @Test func aCorrectedCodeIsTheSameSite() throws {
    let changes = { (desk: Desk) in
      try desk.json("compare", "--prefecture", "省直").rows.map { $0["change"] }
    }
    #expect(try changes(desk()) == ["stillFailing", "noLongerFailing"])
    #expect(
      try changes(Desk.ofTwoNotices()) == ["newlyFailing", "noLongerFailing", "noLongerFailing"])
    // As it was known before anybody recorded it.
    #expect(
      try desk().json("compare", "--prefecture", "省直", "--as-of", "2018-10-29").rows.count == 3)
  }

  @Test(
    arguments: [
      ("--where change=仍不合格", ["5300000061", "5301000045", "5309260040"]),
      ("--where change=newlyFailing --where code=5303000001", ["5303000001"]),
      ("--search gengma", ["5309260040"]), ("--search 53000000061", ["5300000061"]),
      ("--search 新增", [nil, "5303000001"]), ("--issue blank_columns --prefecture 昆明", [nil]),
      ("--where issuesBefore=空白栏目", ["5309000044"]),
      ("--where prefecture=曲靖市", ["5303000001"]),
      (
        "--prefecture 曲靖 --prefecture 省直 --sort prefecture",
        ["5300000061", "53000000006", "5303000001"]
      ),
      ("--prefecture 保山 --sort pinyin", ["5305020001", "5305220003"]),
      ("--prefecture 保山 --reverse", ["5305220003", "5305020001"]),
    ])
  func optionsOfEveryList(line: String, codes: [String?]) throws {
    let outcome = try desk().run(line: "compare 2018Q3 2018Q4 \(line) --format json")
    #expect(outcome.warnings == "")
    #expect(try JSON(outcome.answer).column("code") == codes.map { $0.map { .text($0) } ?? .null })
  }

  @Test func otherForms() throws {
    let desk = try desk()
    let line = "compare 2018Q3 2018Q4 --prefecture 曲靖 --format"
    #expect(
      try desk.does("\(line) csv --lang zh")
        == "标识码,网站名称,州市,变化,问题类别（2018Q3）,问题类别（2018Q4）,此前的问题,此后的问题,前一期,后一期\r\n"
        + "5303000001,曲靖市某局网站,曲靖,新增,,空白栏目,,2018Q4-4,2018Q3,2018Q4\r\n")
    #expect(
      try desk.does("\(line) markdown --columns name,change") == """
        | Site | Change of state |
        | --- | --- |
        | 曲靖市某局网站 | newly failing |

        """)
    #expect(try desk.run(line: "compare 2018Q3 2018Q4 --overdue").status == 64)
  }

  /// Whoever names the later one first gets the order of time, and is told.
  @Test func theLaterOneFirst() throws {
    let desk = try desk()
    let right = try desk.json("compare", "2018Q3", "2018Q4")
    #expect(try desk.json("compare", "2018Q4", "2018Q3") == right)
    #expect(
      try desk.run("compare", "2018Q4", "2018Q3", "--lang", "zh").answer
        .contains("\n\n按时间先后对比：先2018Q3，后2018Q4。\n\n2018Q4不合格网站5个，"))
    #expect(try !desk.run("compare", "2018Q3", "2018Q4").answer.contains("order of time"))
  }

  /// One stands for it and the one before it, none for the quarter looked at.
  @Test func withoutNames() throws {
    let desk = try desk()
    let right = try desk.json("compare", "2018Q3", "2018Q4")
    #expect(try desk.json("compare") == right)
    #expect(try desk.json("compare", "2018Q4") == right)
    #expect(try desk.json("compare", "--quarter", "2018Q4") == right)
    // Not with the quarter whose totals alone are known, as long as there is another.
    try desk.add(
      "2022Q4", issued: "2022-12-20", due: "2023-01-20", running: [("昆明", 60)],
      [("昆明", "昆明市教育局网站", "5301000045", "score_fail")])
    desk.now = "2023-02-01T01:00:00Z"
    #expect(try desk.json("compare").rows[0]["quarterBefore"] == "2018Q4")
    // Nor with a month, as long as there is a quarter.
    try desk.add(
      "2022-12", issued: "2022-12-20", due: "2023-01-20", running: [("昆明", 60)],
      [("昆明", "昆明市教育局网站", "5301000045", "score_fail")])
    #expect(try desk.json("compare").rows[0]["quarterBefore"] == "2018Q4")
    #expect(
      try desk.run("compare", "2022-12", "2022Q4", "--lang", "zh").answer
        .contains("时段不一（季度、月份、半年、专项抽查并列），数字不宜直接比较。"))
  }

  /// Under a name it is the newest and the one before it; a year is that of the quarter looked at.
  @Test func underAName() throws {
    let desk = try desk()
    let folder = InMemoryFileSystem()
    try Desk.put(
      Array(
        """
        {"views": {
          "新增": {"list": "compare", "where": "change=新增", "columns": ["name", "quarterBefore"]},
          "迟报": {"list": "review", "where": "reports=3", "columns": ["prefecture", "year"]}
        }}
        """.utf8), at: "config.json", in: folder)
    desk.folders["/c/site-census"] = folder
    desk.environment["XDG_CONFIG_HOME"] = "/c"
    #expect(
      try desk.json("view", "新增").rows == [
        ["name": "昆明市某局网站", "quarterBefore": "2018Q3"],
        ["name": "曲靖市某局网站", "quarterBefore": "2018Q3"],
      ])
    #expect(try desk.json("view", "迟报").rows == [["prefecture": "省直", "year": 2018]])
  }

  @Test func totalsAloneCompareAsTotals() throws {
    let outcome = try Desk().run("compare", "2020Q2", "2022Q3")
    #expect(outcome.status == 0)
    #expect(
      outcome.answer == """
        Only the totals of 2020Q2, 2022Q3 are known, so only totals are compared. 2022Q3: 5 failing \
        sites, 7 fewer than the 12 of 2020Q2 (58.3%). Pass rate (computed): 96.1% → 98.3%, +2.2 \
        points. The two are not neighbours: what was found in 2020Q3 to 2022Q2 is not compared. Base \
        changed: 305 running (2020Q2) → 286 (2022Q3, −19); read the rate with the failing sites. \
        Totals only, no prefectures and no findings: 2020Q2, 2022Q3. Not known whether a census or a \
        spot check: 2020Q2, 2022Q3.

        """)
    #expect(try Desk().json("compare", "2018Q3", "2022Q3") == [])
    #expect(
      try Desk().run("compare", "2022Q3", "2018Q3", "--lang", "zh").answer
        .hasPrefix("2022Q3仅有总数，没有逐站结果，只比较总数。2022Q3不合格网站5个，比2018Q3的20个少15个（75.0%）。"))
  }

  static let refused: [(line: String, status: Int32, chinese: String, english: String)] = [
    (
      "2018Q3 2018Q3", 1, "两期都是2018Q3，无从对比；请写两个不同的季度。",
      "both are 2018Q3, which leaves nothing to compare; name two different quarters."
    ),
    (
      "2018Q3 2019Q3", 1, "没有2019Q3的数据；现有季度：2022Q3、2020Q2、2018Q4、2018Q3。",
      "the store has no 2019Q3; its quarters: 2022Q3, 2020Q2, 2018Q4, 2018Q3."
    ),
    (
      "2018Q3", 1, "没有早于2018Q3的季度可以对比；现有季度：2022Q3、2020Q2、2018Q4、2018Q3；请写明两个。",
      "no quarter before 2018Q3 is there to compare it with; the store has 2022Q3, 2020Q2, 2018Q4, "
        + "2018Q3; name two of them."
    ),
    (
      "2018Q3 2018Q4 --quarter 2018Q4", 64, "--quarter 2018Q4 与 2018Q3 2018Q4 互相矛盾；只用其中一个。",
      "--quarter 2018Q4 contradicts 2018Q3 2018Q4; use one of them."
    ),
  ]

  @Test(arguments: refused)
  func whatIsRefused(line: String, status: Int32, chinese: String, english: String) throws {
    let desk = try desk()
    for (language, sentence) in [("zh", chinese), ("en", english)] {
      let outcome = try desk.run(line: "compare \(line) --lang \(language)")
      #expect(outcome == .init(status: status, answer: "", warnings: "census: \(sentence)\n"))
    }
  }

  @Test func aQuarterThatCannotBeRead() throws {
    let desk = try desk()
    try desk.damage("2018Q3")
    let cause = "quarters/2018Q3.json"
    for line in ["compare 2018Q3 2018Q4", "compare", "compare 2018Q4 2018Q3"] {
      let outcome = try desk.run(line: line)
      #expect(outcome.status == 1 && outcome.answer == "")
      #expect(
        outcome.warnings
          == "census: 2018Q3 cannot be read: \(cause), line 1, column 1, expected a value; mend it or "
          + "restore it from a copy, or name another quarter.\n")
    }
    #expect(
      try desk.run("compare", "2018Q3", "2018Q4", "--lang", "zh").warnings
        == "census: 2018Q3 无法读取：\(cause) 第1行第1列，应为一个值；请改正或从备份恢复，或者写明别的季度。\n")
    // Of two that can be read another is no matter.
    #expect(try desk.run("compare", "2020Q2", "2022Q3").status == 0)
  }

  /// A copy is made of what cannot be read as well, and that is said.
  @Test func aCopyOfWhatCannotBeRead() throws {
    let desk = try Desk()
    #expect(try desk.run("init", "whole", "--from", "store").status == 0)
    try desk.damage("2018Q3")
    let outcome = try desk.run("init", "copy", "--from", "store")
    #expect(outcome.status == 1)
    #expect(outcome.warnings.contains("quarters/2018Q3.json"))
    #expect(
      outcome.answer == "made the store copy; look at it with: census overview --store copy\n")
  }

  /// Each site of eight made-up quarters is in the lists of those quarters that its row names.
  @Test func everyPairOfEightQuarters() throws {
    let desk = try Desk()
    desk.now = "2024-06-01T01:00:00Z"
    try desk.does("demo demo --quarters 8 --prefectures 6 --events 0 --today 2024-03-20")
    desk.environment["CENSUS_STORE"] = "demo"
    let quarters = try desk.json("quarters").column("quarter").compactMap { $0?.string }.sorted()
    #expect(quarters.count == 8)
    let failing = try quarters.map { Set(try desk.json("sites", "--quarter", $0).column("code")) }
    for later in quarters.indices {
      for earlier in quarters.indices where earlier < later {
        let rows = try desk.json("compare", quarters[earlier], quarters[later]).rows
        let of = { (change: String) in
          Set(rows.filter { $0["change"] == .text(change) }.map { $0["code"] })
        }
        #expect(of("newlyFailing") == failing[later].subtracting(failing[earlier]))
        #expect(of("stillFailing") == failing[later].intersection(failing[earlier]))
        #expect(of("noLongerFailing") == failing[earlier].subtracting(failing[later]))
        #expect(rows.count == failing[later].union(failing[earlier]).count)
      }
    }
  }
}
