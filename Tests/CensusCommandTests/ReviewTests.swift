import CensusCommand
import CensusStore
import Testing

/// `census review`: a year, one row a prefecture.
struct ReviewTests {
  private static let records = [
    "correct 2018Q3-1 --field code --to 5300000061 --reason 多印一位 --on 2018-10-30 --quarter 2018Q3",
    "receive 昆明 --part both --on 2018-10-18 --quarter 2018Q3",
    "receive 保山 --part both --on 2018-10-23 --quarter 2018Q3",
    "receive 临沧 --part both --on 2018-10-22 --quarter 2018Q3",
    "waive 云南省文化厅 --authority 省政府办公厅 --reason 机构改革 --on 2018-10-19 --quarter 2018Q3",
    "chase 怒江 --on 2018-10-24 --quarter 2018Q3", "chase 怒江 --on 2018-10-26 --quarter 2018Q3",
    "recheck 2018Q3-17 --failed --on 2018-11-06 --quarter 2018Q3",
    "account 临沧 --stage opened --approved-by 示例领导 --on 2018-11-07 --quarter 2018Q3",
    // Ordered anew, reported in time, passed: the failure and the opening stay.
    "order 2018Q3-17 --until 2018-11-20 --on 2018-11-08 --quarter 2018Q3",
    "receive 2018Q3-17 --only --part both --on 2018-11-15 --quarter 2018Q3",
    "recheck 2018Q3-17 --passed --on 2018-11-22 --quarter 2018Q3",
    "receive 昆明 --part both --on 2019-01-18 --quarter 2018Q4",
    "extend 曲靖 --until 2019-03-01 --authority 甲 --reason 乙 --on 2019-01-18 --quarter 2018Q4",
    "void 2018Q3-8 --reason 申诉成立 --on 2018-11-02 --quarter 2018Q3",
  ]

  private func desk() throws -> Desk {
    let desk = try Desk.ofTwoNotices()
    for line in Self.records { try desk.does(line) }
    return desk
  }

  @Test func theTableInChinese() throws {
    let answer = try desk().does("review 2018 --lang zh")
    #expect(
      answer == """
        州市      不合格期数  不合格  应报份数  按时  逾期报齐  迟报天数  未报齐  免报  延期内  催办  复查不到位  再次不合格  启动问责  连续无不合格
        省直             2/2       2         3     0         0         0       2     1       0     0           0           1         0             –
        昆明             2/2       6         2     2         0         0       0     0       0     0           0           1         0             –
        昭通             0/2       0         0     0         0         0       0     0       0     0           0           0         0             2
        曲靖             1/2       1         1     0         0         0       0     0       1     0           0           0         0             –
        玉溪             0/1       0         0     0         0         0       0     0       0     0           0           0         0             –
        保山             1/1       1         1     0         1         3       0     0       0     0           0           0         0             –
        楚雄             0/1       0         0     0         0         0       0     0       0     0           0           0         0             –
        红河             0/1       0         0     0         0         0       0     0       0     0           0           0         0             –
        文山             0/1       0         0     0         0         0       0     0       0     0           0           0         0             –
        普洱             0/1       0         0     0         0         0       0     0       0     0           0           0         0             –
        西双版纳         0/1       0         0     0         0         0       0     0       0     0           0           0         0             –
        大理             0/1       0         0     0         0         0       0     0       0     0           0           0         0             –
        德宏             0/1       0         0     0         0         0       0     0       0     0           0           0         0             –
        丽江             0/1       0         0     0         0         0       0     0       0     0           0           0         0             –
        怒江             1/1       3         1     0         0         0       1     0       0     2           0           0         0             –
        迪庆             1/1       3         1     0         0         0       1     0       0     0           0           0         0             –
        临沧             2/2       4         2     0         1         2       1     0       0     0           1           1         1             –
        滇中新区         0/1       0         0     0         0         0       0     0       0     0           0           0         0             –
        --------------------------------------------------------------------------------------------------------------------------------------------
        合计             2/2      20        11     2         2         5       5     1       1     2           1           3         1             –

        2018年（2018Q3、2018Q4）不合格网站20个；应报11份，按时报齐2份，逾期报齐2份（共逾期5天），免报1份，延期内1份，未报齐5份；催办2次，复查不到位1条，再次不合格3个，启动问责1次。

        连续没有不合格网站：昭通市 2个季度（2018Q3至2018Q4）。

        集中程度（2018）：昆明市6个、临沧市4个，合计占全部20个的50%。

        基数有变：在运行网站409个（2018Q3）→192（2018Q4，−217）；合格率须结合不合格网站数来看。

        """)
  }

  @Test func aRowInJSON() throws {
    let rows = try desk().json("review", "2018").rows
    #expect(rows.count == 18)
    #expect(rows.first?["prefecture"] == "省直" && rows.last?["prefecture"] == "滇中新区")
    #expect(
      rows[16] == [
        "year": 2018, "prefecture": "临沧", "english": "Lincang", "quarters": 2, "listed": 2,
        "failing": 4, "reports": 2, "onTime": 0, "late": 1, "daysLate": 2, "behind": 1, "waived": 0,
        "extended": 0, "chases": 0, "rechecksFailed": 1, "recurrences": 1, "accountability": 1,
        "streak": 0, "accounts": 0,
      ])
  }

  @Test func aPrefectureInEnglish() throws {
    let desk = try desk()
    #expect(
      try desk.does("review 2018 --prefecture 临沧") == """
        Prefecture  Periods failed  Failing  Reports  On time  Late  Days late  Not complete  Chases  \
        Failed re-checks  Failed again  Accountability opened  Streak
        Lincang                2/2        4        2        0     1          2             1       0  \
                       1             1                      1       –

        Lincang, 2018 (2018Q3, 2018Q4): 4 failing sites; 2 reports owed, 0 complete in time, 1 complete \
        late (2 days in all), 1 not complete; 1 finding failed a re-check, 1 site failed again, \
        accountability opened once.

        """)
    #expect(
      try desk.does("review 2018 --where streak=2 --lang zh --columns prefecture,streak") == """
        州市  连续无不合格
        昭通             2

        昭通市，2018年（2018Q3、2018Q4）不合格网站0个；没有应报的报告。

        连续没有不合格网站：昭通市 2个季度（2018Q3至2018Q4）。

        """)
  }

  @Test func optionsOfEveryList() throws {
    let desk = try desk()
    for (line, rows) in [
      ("--search nujiang", ["怒江"]), ("--where late=1 --sort daysLate", ["临沧", "保山"]),
      ("--where late=1 --sort daysLate --reverse", ["保山", "临沧"]),
      ("--where late=1 --sort pinyin", ["保山", "临沧"]), ("--prefecture Kunming", ["昆明"]),
      ("--where prefecture=临沧市", ["临沧"]), ("--where 启动问责=1", ["临沧"]),
    ] {
      let outcome = try desk.run(line: "review 2018 \(line) --format json")
      #expect(outcome.warnings == "")
      #expect(try JSON(outcome.answer).column("prefecture") == rows.map { .text($0) })
    }
  }

  @Test func otherForms() throws {
    let desk = try desk()
    #expect(
      try desk.does("review 2018 --prefecture 保山 --format csv")
        == "Year,Prefecture,English,Periods failed,Periods listed,Failing,Accounts,Reports,On time,Late,"
        + "Days late,Not complete,Waived,Extended,Chases,Failed re-checks,Failed again,"
        + "Accountability opened,Streak\r\n"
        + "2018,Baoshan,Baoshan,1,1,1,0,1,0,1,3,0,0,0,0,0,0,0,0\r\n")
    #expect(
      try desk.does("review 2018 --prefecture 保山 --format markdown --columns prefecture,late")
        == "| Prefecture | Late |\n| --- | ---: |\n| Baoshan | 1 |\n")
    #expect(try desk.run(line: "review 2018 --overdue").status == 64)
  }

  /// How it stood on an earlier day, and by what was known then.
  @Test func onAnEarlierDay() throws {
    let desk = try desk()
    let rows = try desk.json("review", "2018", "--as-of", "2018-10-20").rows
    #expect(rows[16]["late"] == 0 && rows[16]["behind"] == 1 && rows[16]["accountability"] == 0)
  }

  /// A site that failed the year before fails again, and a run goes on over the turn of the year.
  @Test func theYearBeforeCounts() throws {
    let desk = try Desk.ofTwoNotices()
    try desk.add(
      "2019Q1", issued: "2019-03-20", due: "2019-04-20", running: [("昆明", 60), ("昭通", 29)],
      [
        ("昆明", "昆明市人民政府网站", "5301000042", "x_fail"),
        ("昆明", "昆明市另一局网站", "5301000099", "x_fail"),
      ])
    desk.now = "2019-05-01T01:00:00Z"
    let rows = try desk.json("review", "2019").rows
    #expect(rows.map { $0["prefecture"] } == ["昆明", "昭通"])
    #expect(rows[0]["failing"] == 2 && rows[0]["recurrences"] == 1)
    #expect(rows[1]["streak"] == 3)
    // The year is that of the quarter looked at, unless it is named.
    #expect(try desk.json("review").rows == rows)
    #expect(try desk.json("review", "--quarter", "2018Q4") == desk.json("review", "2018"))
    #expect(
      try desk.does("review 2019 --lang zh")
        .contains("连续没有不合格网站：昭通市 3个季度（2018Q3至2019Q1）。"))
  }

  @Test func yearsOfWhichOnlyTotalsAreKnown() throws {
    let desk = try Desk.ofTwoNotices()
    #expect(
      try desk.does("review 2020 --lang zh") == "2020年仅有总数，没有逐站结果：2020Q2不合格网站12个。\n")
    #expect(
      try desk.does("review 2020")
        == "Only totals of 2020 are known: 2020Q2: 12 failing sites.\n")
    #expect(try desk.json("review", "2022") == [])
  }

  @Test func whatIsRefused() throws {
    let desk = try Desk.ofTwoNotices()
    for (line, status, sentence) in [
      ("2017", 1, "the store has no quarter of 2017; its years: 2018, 2020, 2022."),
      ("2018 --quarter 2018Q3", 64, "--quarter 2018Q3 contradicts 2018; use one of them."),
    ] {
      let outcome = try desk.run(line: "review \(line)")
      #expect(
        outcome == .init(status: Int32(status), answer: "", warnings: "census: \(sentence)\n"))
    }
    #expect(
      try desk.run(line: "review 2017 --lang zh").warnings
        == "census: 没有2017年的季度；现有年份：2018、2020、2022。\n")
    for year in ["18", "2018Q3", "20180", "-201"] {
      #expect(try desk.run("review", year).status == 64)
    }
  }

  /// A damaged quarter is left out aloud; where nothing else is of that year, there is no answer.
  @Test func aQuarterThatCannotBeRead() throws {
    let desk = try Desk.ofTwoNotices()
    try desk.damage("2018Q3")
    let outcome = try desk.run("review", "2018")
    #expect(outcome.status == 0)
    #expect(
      outcome.warnings
        == "census: “quarters/2018Q3.json” cannot be read or is damaged; this may be incomplete, see "
        + "census check.\n")
    #expect(outcome.answer.contains("\n\nCannot be read and left out: 2018Q3.\n"))
    #expect(outcome.answer.contains("2018 (2018Q4): 5 failing sites; "))
    try desk.damage("2018Q4")
    let none = try desk.run("review", "2018")
    #expect(none.status == 1 && none.answer == "")
    #expect(none.warnings.hasPrefix("census: 2018Q4 cannot be read: quarters/2018Q4.json"))
  }

  /// Over eight made-up quarters the rows agree with the lists that they are made of.
  @Test func theRowsAgreeWithOtherLists() throws {
    let desk = try Desk()
    desk.now = "2024-06-01T01:00:00Z"
    try desk.does("demo demo --quarters 8 --prefectures 6 --events 400 --today 2024-03-20")
    desk.environment["CENSUS_STORE"] = "demo"
    for year in ["2022", "2023"] {
      let quarters = try desk.json("quarters").column("quarter").compactMap { $0?.string }
        .filter { $0.hasPrefix(year) }
      #expect(quarters.count == 4)
      var (codes, chases): ([String: Set<JSON?>], [String: Int]) = ([:], [:])
      for quarter in quarters {
        for site in try desk.json("sites", "--quarter", quarter).rows where site["state"] != "void"
        {
          codes[try #require(site["prefecture"]?.string), default: []].insert(site["code"])
        }
        for unit in try desk.json("units", "--quarter", quarter).rows {
          chases[try #require(unit["prefecture"]?.string), default: 0] +=
            unit["chases"]?.number ?? 0
        }
      }
      let rows = try desk.json("review", year).rows
      #expect(rows.count == 6)
      for row in rows {
        let name = try #require(row["prefecture"]?.string)
        #expect(row["failing"]?.number == codes[name, default: []].count, "\(year) \(name)")
        #expect(row["chases"]?.number == chases[name, default: 0], "\(year) \(name)")
        let parts = ["onTime", "late", "waived", "extended", "behind"].compactMap {
          row[$0]?.number
        }
        #expect(row["reports"]?.number == parts.reduce(0, +), "\(year) \(name)")
      }
    }
  }
}
