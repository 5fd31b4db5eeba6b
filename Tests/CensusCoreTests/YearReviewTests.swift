import CensusCore
import Testing

@Suite("A year of notices")
struct YearReviewTests {
  private static let a = "5301000001"
  private static let b = "5301000002"
  private static let c = "5309000003"

  private func review(
    _ year: Int, _ inspections: [Inspection], _ events: [Event] = [], asOf: String = "2019-12-31"
  ) -> YearReview {
    YearReview(
      year,
      inspections.filter { $0.coverage == .full }.map {
        Projection(
          of: $0, directory: Yunnan.directory, events: events, settings: Yunnan.settings,
          asOf: day(asOf))
      }, totals: inspections.filter { $0.coverage == .headline })
  }

  @Test(
    "Sites count once a year; failing again is told by periods of one kind, also of years before")
  func sites() {
    let review = review(
      2018,
      [
        period("2017Q4", [("昆明", Self.a, "甲", "x")]),
        period("2018Q1", [("昆明", Self.a, "甲", "y"), ("临沧", Self.c, "丙", "x")]),
        period("2018Q2", [("昆明", Self.a, "甲", "x"), ("昆明", Self.b, "乙", "x")]),
        period("2018-05", [("昆明", Self.b, "乙", "x"), ("临沧", Self.c, "丙", "x")]),
        period("2019Q1", [("临沧", Self.c, "丙", "x")]),
      ])
    #expect(review.periods.map(\.description) == ["2018Q1", "2018-05", "2018Q2"])
    #expect(review.rows.map(\.prefecture) == ["昆明", "昭通", "临沧"])
    #expect(review.rows.map(\.failing) == [2, 0, 1])
    // 甲 failed the year before, 丙 in a quarter and a month.
    #expect(review.rows.map(\.recurrences) == [1, 0, 0])
    #expect(
      review.rows.map { $0.failedIn.map(\.description) } == [
        ["2018Q1", "2018-05", "2018Q2"], [], ["2018Q1", "2018-05"],
      ])
    #expect(review.rows.map(\.listedIn.count) == [3, 3, 3])
    #expect(review.rows.map { $0.streak?.count } == [nil, 3, 1])
    let sum = YearReview.sum(of: review.rows)
    #expect([sum.failing, sum.recurrences, sum.failedIn.count] == [3, 1, 3])
  }

  @Test("New-media accounts are counted apart from sites, and end no run without failing sites")
  func accounts() {
    let account = SiteCode(account: "试验发布", on: AccountPlatform(printed: "微信")).text
    let failures: [Failure] = [
      ("昭通", account, "试验发布", "x"), ("临沧", Self.c, "丙", "x"),
    ]
    let review = review(2018, [period("2018Q1", failures, failing: 1), period("2018Q2", failures)])
    #expect(review.rows.map(\.failing) == [0, 0, 1])
    #expect(review.rows.map(\.accounts) == [0, 1, 0])
    #expect(review.rows.map(\.recurrences) == [0, 1, 1])
    #expect(review.rows.map(\.failedIn.count) == [0, 0, 2])
    #expect(review.rows.map { $0.streak?.count } == [2, 2, nil])
    #expect(review.concentration.sites == 1)
    #expect(review.concentration.accounts == 1)
    #expect(YearReview.sum(of: review.rows).accounts == 1)
    let said = Terms.remarks(on: review, listing: review.rows) { Phrase($0) }
    #expect(said[0].chinese.contains("不合格网站1个；另有新媒体账号1个；"))
  }

  @Test("Reports by the round of the notice: in time, late, excused, extended, behind")
  func reports() throws {
    var story = Story()
    try story.receive(from: "昆明", on: "2018-10-18")
    try story.receive(from: "保山", on: "2018-10-23")
    try story.receive([.paper], from: "怒江", on: "2018-10-19")
    try story.act("2018-10-19") { projection, today in
      try projection.plan(
        WaiveRequest(on: today, authority: "省政府办公厅", reason: "机构改革"), for: [.unit("云南省文化厅")],
        today: today)
    }
    try story.act("2018-10-19") { projection, today in
      try projection.plan(
        ExtendRequest(until: day("2018-12-20"), on: today, authority: "甲", reason: "乙"),
        for: [.unit("迪庆")], today: today)
    }
    let review = YearReview(2018, [story.at("2018-11-01")])
    let row = { (id: PrefectureID) in known(review.rows.first { $0.prefecture == id }) }
    #expect(row("省直").reports == 2 && row("省直").waived == 1 && row("省直").behind == 1)
    #expect([row("昆明").onTime, row("昆明").late] == [1, 0])
    #expect([row("保山").onTime, row("保山").late, row("保山").daysLate] == [0, 1, 3])
    #expect([row("怒江").behind, row("迪庆").extended, row("迪庆").behind] == [1, 1, 0])
    let sum = YearReview.sum(of: review.rows)
    #expect(sum.reports == sum.onTime + sum.late + sum.waived + sum.extended + sum.behind)
    #expect(sum.reports == 7)
    // Once the extension is over, the unit is behind.
    let later = YearReview(2018, [story.at("2018-12-21")])
    #expect(YearReview.sum(of: later.rows).extended == 0)
    #expect(YearReview.sum(of: later.rows).behind == sum.behind + 1)
  }

  @Test("A failed re-check stays a failed one, whatever comes after; what was struck off never was")
  func failures() throws {
    var story = Story()
    try story.receive(from: "临沧", on: "2018-10-18")
    try story.recheck(.failed, rows: 17, 18, on: "2018-11-05")
    try story.recheck(.passed, rows: 17, on: "2018-11-12")
    let lincang = { (story: Story) in
      known(
        YearReview(2018, [story.at("2018-11-20")]).rows.first { $0.prefecture == "临沧" })
    }
    #expect(lincang(story).rechecksFailed == 2)
    #expect(lincang(story).failing == 4)
    story.record(
      [
        EventDraft(
          on: day("2018-11-13"), quarter: Yunnan.quarter, subject: .findings([finding(18)]),
          payload: .void(Exclude(reason: "申诉成立")))
      ], at: "2018-11-13T01:00:00Z")
    #expect(lincang(story).rechecksFailed == 1)
    #expect(lincang(story).failing == 3)
  }

  @Test("What is said of a year, of all of it and of a part")
  func sentences() {
    let review = review(
      2018,
      [
        period("2018Q3", [("昆明", Self.a, "甲", "x"), ("临沧", Self.c, "丙", "x")]),
        period("2018Q4", [("昆明", Self.a, "甲", "x"), ("昆明", Self.b, "乙", "x")]),
      ])
    let said = { (rows: [YearReview.Row]) in
      Terms.remarks(on: review, listing: rows) { Phrase("\($0)州", "\($0)") }
    }
    #expect(
      said(review.rows) == [
        Phrase(
          "2018年（2018Q3、2018Q4）不合格网站3个；应报3份，按时报齐0份，未报齐3份；再次不合格1个。",
          "2018 (2018Q3, 2018Q4): 3 failing sites; 3 reports owed, 0 complete in time, 3 not complete; "
            + "1 site failed again."),
        Phrase(
          "连续没有不合格网站：昭通州 2个季度（2018Q3至2018Q4）。",
          "Without failing sites, periods running: 昭通: 2 quarters (2018Q3 to 2018Q4)."),
        Phrase(
          "集中程度（2018）：昆明州2个、临沧州1个，全部在这2处。",
          "Concentration (2018): 昆明 (2), 临沧 (1), all of them."),
        Phrase(
          "基数未变：在运行网站各季度均为100个。", "The base did not change: 100 running sites in every quarter."),
      ])
    #expect(
      said([review.rows[1]]).first
        == Phrase(
          "昭通州，2018年（2018Q3、2018Q4）不合格网站0个；没有应报的报告。",
          "昭通, 2018 (2018Q3, 2018Q4): 0 failing sites; no report owed."))
    #expect(said(Array(review.rows[..<2])).first?.chinese.hasPrefix("所列2个州市（部门），2018年") == true)
  }

  @Test("A year of which only totals are known has no rows, and says its totals")
  func totals() {
    let review = review(
      2020,
      [
        period("2020Q2", [], failing: 12, coverage: .headline),
        period("2019Q4", [("昆明", Self.a, "甲", "x")]),
      ])
    #expect(review.rows == [] && review.periods == [])
    #expect(
      Terms.totals(of: review)
        == Phrase(
          "2020年仅有总数，没有逐站结果：2020Q2不合格网站12个。",
          "Only totals of 2020 are known: 2020Q2: 12 failing sites."))
    // Beside others such a period is named.
    let mixed = self.review(
      2020,
      [
        period("2020Q2", [], failing: 12, coverage: .headline),
        period("2020Q3", [("昆明", Self.a, "甲", "x")]),
      ])
    #expect(mixed.periods.map(\.description) == ["2020Q3"])
    #expect(
      Terms.remarks(on: mixed, listing: mixed.rows) { Phrase($0) }.map(\.chinese)
        .contains("仅有总数（没有州市，也没有逐条问题）：2020Q2。"))
  }
}
