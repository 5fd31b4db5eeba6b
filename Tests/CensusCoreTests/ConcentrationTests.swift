import CensusCore
import Testing

@Suite("Concentration")
struct ConcentrationTests {
  private func concentration(_ counts: Int...) -> Concentration {
    Concentration(counts.enumerated().map { (PrefectureID("第\($0 + 1)"), $1) })
  }

  @Test(
    "Two lead, and those that have as many as the second; never more than three",
    arguments: [
      ([5, 1, 0, 4, 2], ["第1", "第4"], "75%"), ([2, 5, 2, 1], ["第2", "第1", "第3"], "90%"),
      ([2, 5, 2, 2, 1], ["第2"], "42%"), ([1, 1, 1, 1], [], nil), ([3], ["第1"], "100%"),
      ([0, 2, 1], ["第2", "第3"], "100%"), ([1, 1, 1], ["第1", "第2", "第3"], "100%"),
      ([0, 0], [], nil),
    ])
  func leading(counts: [Int], names: [String], share: String?) {
    let found = Concentration(counts.enumerated().map { (PrefectureID("第\($0 + 1)"), $1) })
    #expect(found.leading.map(\.prefecture.text) == names)
    #expect(found.portion?.text() == share)
    #expect(found.sites == counts.reduce(0, +))
  }

  @Test("The sentence of it")
  func sentence() {
    let said = { (concentration: Concentration) in
      Terms.concentration(concentration, of: "2018Q3") { Phrase("\($0)州", "\($0)") }
    }
    #expect(
      said(concentration(5, 1, 0, 4, 2))
        == Phrase(
          "集中程度（2018Q3）：第1州5个、第4州4个，合计占全部12个的75%。",
          "Concentration (2018Q3): 第1 (5), 第4 (4), together 75% of all 12 failing sites."))
    #expect(
      said(concentration(5, 2, 2, 2, 1))
        == Phrase(
          "集中程度（2018Q3）：第1州5个，占全部12个的42%。",
          "Concentration (2018Q3): 第1 (5), 42% of all 12 failing sites."))
    #expect(
      said(concentration(1, 1, 1, 1))
        == Phrase(
          "集中程度（2018Q3）：4个不合格网站分散在4个州市（部门），每处至多1个。",
          "Concentration (2018Q3): 4 failing sites spread over 4 prefectures, none with more than 1."
        ))
    #expect(
      said(concentration(2, 1))
        == Phrase(
          "集中程度（2018Q3）：第1州2个、第2州1个，全部在这2处。",
          "Concentration (2018Q3): 第1 (2), 第2 (1), all of them."))
    #expect(said(concentration(0, 0)) == nil)
  }

  @Test("Of a notice distinct sites count, as in the lists")
  func notice() {
    let found = Trends.Point(Yunnan.inspection).concentration
    #expect(found?.leading.map(\.sites) == [5, 4])
    #expect(found?.portion == Portion(9, of: 19))
    // Also of a row that annex 1 lacks.
    let unlisted = period(
      "2018Q4", [("昆明", "5301000001", "甲", "x"), ("怒江", "5333000001", "乙", "x")])
    #expect(Concentration(unlisted)?.leading.map(\.prefecture.text) == ["昆明", "怒江"])
    let headline = Inspection(
      quarter: Yunnan.quarter, coverage: .headline, totals: Yunnan.figures(10, 1, nil))
    #expect(Trends.Point(headline).concentration == nil)
  }

  @Test("New-media accounts are no sites: they are counted apart, and said")
  func accounts() throws {
    let account = SiteCode(account: "试验发布", on: AccountPlatform(printed: "微信")).text
    let notice = period(
      "2018Q4",
      [
        ("昆明", "5301000001", "甲", "x"), ("昭通", account, "试验发布", "x"),
        ("昭通", account, "试验发布", "y"),
      ])
    let found = try #require(Concentration(notice))
    #expect(found.shares.map(\.prefecture) == ["昆明"])
    #expect([found.sites, found.accounts] == [1, 1])
    let said = Terms.concentration(found, of: "2018Q4") { Phrase($0) }
    #expect(
      said
        == Phrase(
          "集中程度（2018Q4）：昆明1个，全部在此。另有不合格新媒体账号1个，不计在内。",
          "Concentration (2018Q4): 昆明 (1), all of them. 1 failing new-media account counted apart.")
    )
    let point = Trends.Point(notice)
    #expect(point[.province]?.sites == 1)
    #expect(point[.province]?.accounts == 1)
    #expect(point[.province]?.findings == 3)
    // A row whose accounts fail alone has no failing site.
    #expect(point[.prefecture("昭通")]?.sites == 0)
    let projection = Projection(
      of: notice, directory: Yunnan.directory, events: [], settings: Yunnan.settings,
      asOf: day("2019-01-31"))
    #expect(projection.concentration == found)
  }

  @Test(
    "A portion in percent, rounded half up; a change may be the greater of the two",
    arguments: [
      (9, 19, 0, "47%"), (1, 8, 1, "12.5%"), (1, 8, 0, "13%"), (1, 3, 1, "33.3%"),
      (7, 5, 1, "140.0%"),
      (0, 7, 0, "0%"),
    ])
  func portion(part: Int, whole: Int, decimals: Int, text: String) {
    #expect(Portion(part, of: whole)?.text(decimals: decimals) == text)
  }

  @Test("No portion of nothing, of no count, or below nothing")
  func noPortion() {
    #expect(Portion(1, of: 0) == nil)
    #expect(Portion(-1, of: 2) == nil)
    #expect(Portion(1, of: 10_000_001) == nil)
  }
}

@Suite("Streaks")
struct StreakTests {
  /// A period in which 甲 and 乙 have so many running and failing sites.
  private func period(
    _ name: String, _ rows: [(String, running: Int?, failing: Int?)], findings: [String] = [],
    coverage: Inspection.Coverage = .full
  ) -> Inspection {
    let quarter = known(Quarter(name))
    return Inspection(
      quarter: quarter, coverage: coverage, totals: Yunnan.figures(100, 1, nil),
      rows: rows.map {
        Inspection.Row(
          prefecture: PrefectureID($0.0), figures: Yunnan.figures($0.running, $0.failing, nil))
      },
      findings: findings.enumerated().map { index, prefecture in
        Finding(
          id: FindingID(quarter, number: index + 1), prefecture: PrefectureID(prefecture),
          code: SiteCode("5301000001"), siteName: "网站", text: "空白", issues: ["blank"])
      })
  }

  private func length(of prefecture: String, _ inspections: [Inspection]) -> Int {
    let trends = Trends(inspections)
    return trends.points.last.flatMap {
      trends.streak(of: PrefectureID(prefecture), until: $0.quarter)?.count
    } ?? 0
  }

  @Test("Periods running, over the turn of a year; a gap, totals and failures end it")
  func running() throws {
    let clean = { (name: String) in self.period(name, [("甲", 10, 0)]) }
    let four = ["2018Q2", "2018Q3", "2018Q4", "2019Q1"].map(clean)
    #expect(length(of: "甲", four) == 4)
    let streak = try #require(Trends(four).streak(of: "甲", until: known(Quarter("2019Q1"))))
    #expect(streak.length == Phrase("4个季度（2018Q2至2019Q1）", "4 quarters (2018Q2 to 2019Q1)"))
    #expect(length(of: "甲", [four[0], four[2], four[3]]) == 2)
    #expect(length(of: "甲", four + [period("2019Q2", [("甲", 10, 1)])]) == 0)
    #expect(length(of: "甲", [four[0], period("2018Q3", [("甲", 10, 1)]), four[2]]) == 1)
    #expect(length(of: "甲", [four[0], period("2018Q3", [], coverage: .headline), four[2]]) == 1)
    #expect(length(of: "丙", four) == 0)
  }

  @Test("A month between quarters neither ends a run of quarters nor adds to it")
  func kinds() {
    let periods = ["2018Q3", "2018-11", "2018-12", "2018Q4"].map { period($0, [("甲", 10, 0)]) }
    #expect(length(of: "甲", periods) == 2)
    let trends = Trends(periods)
    #expect(
      trends.streak(of: "甲", until: known(Quarter("2018-12")))?.length
        == Phrase("2个月（2018-11至2018-12）", "2 months (2018-11 to 2018-12)"))
  }

  @Test("Nobody is said to be clean who has no running site, an unread count, or a finding")
  func doubtful() {
    #expect(length(of: "甲", [period("2018Q3", [("甲", 0, 0)])]) == 0)
    #expect(length(of: "甲", [period("2018Q3", [("甲", 10, nil)])]) == 0)
    #expect(length(of: "甲", [period("2018Q3", [("甲", 10, 0)], findings: ["甲"])]) == 0)
    #expect(length(of: "甲", [period("2018Q3", [("甲", nil, 0)])]) == 1)
  }

  @Test("The longest first, of equals in published order; single periods are not worth a word")
  func sentence() {
    let names = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"]
    let old = period("2018Q2", [("丙", 9, 0)])
    let middle = period("2018Q3", names.map { ($0, 9, $0 == "辛" ? 1 : 0) })
    let new = period("2018Q4", names.map { ($0, 9, 0) })
    let trends = Trends([old, middle, new])
    let streaks = trends.streaks(until: known(Quarter("2018Q4")))
    #expect(streaks.map(\.prefecture.text) == ["丙", "甲", "乙", "丁", "戊", "己", "庚", "辛"])
    #expect(streaks.map(\.count) == [3, 2, 2, 2, 2, 2, 2, 1])
    #expect(
      Terms.streaks(streaks) { Phrase("\($0)州", "\($0)") }
        == Phrase(
          "连续没有不合格网站：丙州 3个季度（2018Q2至2018Q4）；甲州、乙州、丁州、戊州、己州、庚州 2个季度（2018Q3至2018Q4）。",
          "Without failing sites, periods running: 丙: 3 quarters (2018Q2 to 2018Q4); 甲, 乙, 丁, 戊, 己, "
            + "庚: 2 quarters (2018Q3 to 2018Q4)."))
    #expect(Terms.streaks(Trends([new]).streaks(until: new.quarter)) { Phrase($0) } == nil)
    let seven = Trends([middle, period("2018Q4", names.map { ($0, 9, $0 == "丙" ? 0 : 0) })])
    #expect(
      Terms.streaks(seven.streaks(until: new.quarter)) { Phrase($0) }?.english.contains(
        "and 1 more: 2 quarters") == true)
  }
}
