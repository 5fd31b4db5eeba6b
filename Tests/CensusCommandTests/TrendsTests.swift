import CensusCommand
import Testing

/// `census trends` over the quarters that ship, and over made-up ones.
struct TrendsTests {
  @Test func theProvinceInChinese() throws {
    let desk = try Desk()
    let outcome = try desk.run("trends", "--province", "--lang", "zh")
    #expect(
      outcome.answer == """
        季度    州市  在运行  较前  不合格  问题  网站  合格率   公布  资料
        2022Q3  全省     286   −19       5     –     –   98.3%  98.3%  仅总数
        2020Q2  全省     305  −104      12     –     –   96.1%      –  仅总数
        2018Q3  全省     409     –      20    20    19   95.1%    95%  完整

        基数有变：在运行网站409个（2018Q3）→305（2020Q2，−104）→286（2022Q3，−19）；合格率须结合不合格网站数来看。

        仅有总数（没有州市，也没有逐条问题）：2020Q2、2022Q3。

        缺14个季度：2018Q4至2020Q1、2020Q3至2022Q2。

        检查方式未注明：2020Q2、2022Q3。

        集中程度（2018Q3）：昆明市5个、临沧市4个，合计占全部19个的47%。

        """)
    #expect(outcome.status == 0)
  }

  @Test func prefecturesInEnglish() throws {
    let answer = try Desk().run("trends", "--prefecture", "临沧", "--prefecture", "Kunming").answer
    #expect(
      answer.split(separator: "\n").prefix(3) == [
        "Quarter  Prefecture  Running  Change  Failing  Findings  Sites  Pass rate  Published  "
          + "Coverage",
        "2018Q3   Kunming          60       –        5         5      5      91.7%        92%  full",
        "2018Q3   Lincang          17       –        5         5      4      70.6%        70%  full",
      ])
    // Of two prefectures' bases one sentence cannot speak.
    #expect(!answer.contains("base"))
  }

  @Test func aRowOfEachQuarterAndPrefecture() throws {
    let desk = try Desk()
    let rows = try desk.json("trends").rows
    #expect(rows.count == 21)
    #expect(rows.prefix(3).map { $0["prefecture"] } == [.some(.null), .some(.null), .some(.null)])
    #expect(
      rows[1] == [
        "quarter": "2020Q2", "prefecture": nil, "english": "Province", "running": 305,
        "runningChange": -104, "changeSince": "2018Q3", "failing": 12, "findings": nil,
        "sites": nil, "accounts": nil, "rate": "96.1%", "publishedRate": nil,
        "coverage": "headline", "scope": nil,
      ])
    #expect(
      rows[19] == [
        "quarter": "2018Q3", "prefecture": "临沧", "english": "Lincang", "running": 17,
        "runningChange": nil, "changeSince": nil, "failing": 5, "findings": 5, "sites": 4,
        "accounts": 0,
        "rate": "70.6%", "publishedRate": "70%", "coverage": "full", "scope": "all",
      ])
    let both = try desk.json("trends", "--province", "--prefecture", "临沧").rows
    #expect(both.map { $0["prefecture"] } == [.some(.null), .some(.null), .some(.null), "临沧"])
  }

  @Test func theLatestQuartersAndTheLastOne() throws {
    let desk = try Desk()
    let latest = try desk.json("trends", "--quarters", "1").rows
    #expect(latest.map { $0["quarter"] } == ["2022Q3"])
    // The change looks further back than what is listed.
    #expect(latest.first?["runningChange"] == -19)
    let until = try desk.json("trends", "--quarter", "2020Q2", "--province").rows
    #expect(until.map { $0["quarter"] } == ["2020Q2", "2018Q3"])
    let answer = try desk.run("trends", "--prefecture", "临沧", "--quarters", "2").answer
    #expect(answer == "The quarters listed have no figures of these prefectures.\n")
  }

  /// Who has had no failing site for how long; of those that are listed, or of all with the province.
  @Test func whoHasHadNoFailingSite() throws {
    let desk = try Desk.ofTwoNotices()
    let said = "\n\n连续没有不合格网站：昭通市 2个季度（2018Q3至2018Q4）。\n"
    let gathered = "\n\n集中程度（2018Q4）：昆明市2个，占全部5个的40%。"
    for options in ["", "--province ", "--province --quarters 3 "] {
      #expect(try desk.does("trends \(options)--lang zh").hasSuffix(gathered + said))
    }
    let some = try desk.does("trends --prefecture 昭通 --prefecture 昆明 --lang zh")
    #expect(some.hasSuffix(said) && !some.contains("集中程度"))
    #expect(try !desk.does("trends --prefecture 昆明 --lang zh").contains("连续没有"))
    // The run is told in the details of a prefecture, too, and to programs as a number.
    let page = try desk.does("show 昭通 --lang zh")
    #expect(page.contains("\n连续无不合格  2个季度（2018Q3至2018Q4）\n"), "\(page)")
    #expect(try desk.json("show", "昭通")["streak"] == 2)
    #expect(try desk.json("show", "昭通", "--quarter", "2018Q3")["streak"] == 1)
  }

  /// Annex 1 says the same of its own quarter, as long as all of it is listed.
  @Test func annexOneSaysWhereFailuresGather() throws {
    let desk = try Desk()
    let said =
      "\nConcentration (2018Q3): Kunming (5), Lincang (4), together 47% of all 19 failing sites.\n"
    #expect(try desk.does("prefectures").hasSuffix(said))
    #expect(try !desk.does("prefectures --prefecture 昆明").contains("Concentration"))
  }

  @Test func otherForms() throws {
    let desk = try Desk()
    #expect(
      try desk.run("trends", "--province", "--quarters", "1", "--format", "csv").answer
        == "Quarter,Prefecture,English,Running,Change,Compared with,Failing,Findings,Sites,"
        + "Accounts,Pass rate,Published,Coverage,Scope\r\n"
        + "2022Q3,,Province,286,-19,2020Q2,5,,,,98.3%,98.3%,totals only,\r\n")
    #expect(
      try desk.run("trends", "--province", "--quarters", "1", "--format", "markdown").answer
        == """
        | Quarter | Prefecture | Running | Change | Failing | Findings | Sites | Pass rate | \
        Published | Coverage |
        | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |
        | 2022Q3 | Province | 286 | −19 | 5 | – | – | 98.3% | 98.3% | totals only |

        """)
  }

  @Test func wrongUsage() throws {
    let desk = try Desk()
    #expect(try desk.run("trends", "--quarters", "0").status == 64)
    let both = try desk.run("trends", "--recurrences", "--province")
    #expect(both.status == 64)
    #expect(
      both.warnings == "census: --recurrences contradicts --province; use one of them.\n")
    let unknown = try desk.run("trends", "--prefecture", "临仓")
    #expect(unknown.status == 1)
    #expect(unknown.warnings.contains("Lincang"))
    #expect(try desk.run("trends", "--quarter", "2019Q1").status == 1)
  }

  @Test func nothingRecursInOneQuarter() throws {
    let desk = try Desk()
    #expect(
      try desk.run("trends", "--recurrences", "--lang", "zh").answer
        == "有逐条问题的季度不到两个，还看不出哪些网站屡查屡犯。\n")
    #expect(try desk.json("trends", "--recurrences") == [])
  }

  @Test func sitesThatFailAgain() throws {
    let desk = try Desk()
    desk.now = "2024-06-01T01:00:00Z"
    #expect(
      try desk.run(
        "demo", "demo", "--quarters", "3", "--prefectures", "5", "--events", "0", "--today",
        "2024-03-20"
      ).status == 0)
    desk.environment["CENSUS_STORE"] = "demo"
    let rows = try desk.json("trends", "--recurrences").rows
    #expect(!rows.isEmpty)
    // Each of them is in the list of failing sites of just the quarters that it names.
    let names = ["2023Q2", "2023Q3", "2023Q4"]
    let failing = try names.map { try desk.json("sites", "--quarter", $0).column("code") }
    for row in rows {
      #expect(
        row.fields == [
          "code", "consecutive", "issues", "name", "open", "prefecture", "quarters", "running",
        ])
      let quarters = zip(names, failing).filter { $0.1.contains(row["code"]) }.map(\.0)
      #expect(row["quarters"]?.rows == quarters.map { .text($0) })
      #expect(quarters.count > 1)
    }
    let some = try desk.json("trends", "--recurrences", "--prefecture", "示例01州").rows
    #expect(some == rows.filter { $0["prefecture"] == "示例01州" })
    #expect(some.count < rows.count)
    #expect(try desk.json("trends", "--recurrences", "--quarters", "1") == [])
  }
}
