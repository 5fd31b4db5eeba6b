import CensusCore
import Testing

private func quarter(_ text: String) -> Quarter { known(Quarter(text)) }

/// A quarter with totals, and with rows of annex 1 and findings where it is known in full.
private func inspection(
  _ name: String, _ running: Int?, _ failing: Int?, _ coverage: Inspection.Coverage = .headline,
  scope: Inspection.Scope? = .all, rate: String? = nil, rows: [Inspection.Row] = [],
  findings: [(prefecture: PrefectureID, code: String)] = []
) -> Inspection {
  Inspection(
    quarter: quarter(name), coverage: coverage, scope: scope,
    totals: Yunnan.figures(running, failing, rate), rows: rows,
    findings: findings.enumerated().map { index, finding in
      Finding(
        id: FindingID(quarter(name), number: index + 1), prefecture: finding.prefecture,
        code: SiteCode(finding.code), siteName: "示例网站", text: "空白", issues: ["blank"])
    })
}

@Suite("Trends")
struct TrendsTests {
  /// What is known of Yunnan: one quarter in full, two by their totals.
  private let trends = Trends([
    inspection("2022Q3", 286, 5, scope: nil, rate: "98.3%"), Yunnan.inspection,
    inspection("2020Q2", 305, 12, scope: nil),
  ])

  @Test("The figures of the province and of prefectures, as published and counted")
  func figures() throws {
    let point = try #require(trends[Yunnan.quarter])
    let province = try #require(point[.province])
    #expect(province.figures == Yunnan.figures(409, 20, "95%"))
    #expect(province.findings == 20)
    #expect(province.sites == 19)
    #expect(province.rate?.text(decimals: 1) == "95.1%")
    let lincang = try #require(point[.prefecture("临沧")])
    #expect(lincang.figures == Yunnan.figures(17, 5, "70%"))
    #expect([lincang.findings, lincang.sites] == [5, 4])
    #expect(lincang.rate == PassRate(failing: 5, of: 17))
    #expect(point[.prefecture("昭通")]?.findings == 0)
    #expect(point[.prefecture("大昭通")] == nil)
    #expect(point.prefectures.count == 18)
    #expect(trends.prefectures == point.prefectures)
  }

  @Test("Of a quarter known by its totals nothing is made up")
  func totalsOnly() throws {
    let point = try #require(trends[quarter("2020Q2")])
    #expect(point.coverage == .headline)
    #expect(point[.province]?.figures == Yunnan.figures(305, 12, nil))
    #expect(point[.province]?.findings == nil)
    #expect(point[.province]?.sites == nil)
    #expect(point[.province]?.rate?.text(decimals: 1) == "96.1%")
    #expect(point.prefectures == [])
    #expect(point[.prefecture("临沧")] == nil)
  }

  @Test("Quarters are in order of time; a second reading replaces the first")
  func order() {
    #expect(trends.points.map { "\($0.quarter)" } == ["2018Q3", "2020Q2", "2022Q3"])
    var changed = trends
    changed.insert(inspection("2020Q2", 300, 12))
    #expect(changed.points.count == 3)
    #expect(changed[quarter("2020Q2")]?[.province]?.figures.running == 300)
    #expect(trends.latest(2).points.map { "\($0.quarter)" } == ["2020Q2", "2022Q3"])
    #expect(trends.latest(0).points == [])
    #expect(trends[quarter("2019Q1")] == nil)
  }

  @Test("What is missing is a gap")
  func gaps() {
    #expect(
      trends.gaps.map { "\($0.first) \($0.last) \($0.count)" } == [
        "2018Q4 2020Q1 6", "2020Q3 2022Q2 8",
      ])
    #expect(Trends.gaps(between: [quarter("2018Q4"), quarter("2019Q1")]) == [])
    let one = Trends.gaps(between: [quarter("2018Q4"), quarter("2019Q2")])
    #expect(one.map { Terms.gap($0) } == [Phrase("2019Q1", "2019Q1")])
    let span = Trends.span(of: [quarter("2019Q2"), quarter("2018Q3"), quarter("2018Q4")])
    #expect(span.map(\.description) == ["2018Q3", "2018Q4", "2019Q1", "2019Q2"])
    #expect(Trends.span(of: []) == [])
  }

  @Test("A figure is compared with the last quarter that has it, and says which")
  func changes() throws {
    let running = try #require(trends.change(of: .running, at: quarter("2020Q2")))
    #expect(running.since == Yunnan.quarter)
    #expect([running.before, running.after, running.difference] == [409, 305, -104])
    #expect(running.quartersApart == 7)
    #expect(running.text == "−104")
    #expect(trends.change(of: .failing, at: quarter("2022Q3"))?.text == "−7")
    #expect(trends.change(of: .running, at: Yunnan.quarter) == nil)
    #expect(trends.change(of: .findings, at: quarter("2022Q3")) == nil)
    #expect(trends.change(of: .running, at: quarter("2021Q1")) == nil)

    // Findings skip the two quarters of which only totals are known.
    var later = trends
    later.insert(
      inspection(
        "2022Q4", nil, 2, .full, findings: [("临沧", "5309000001"), ("临沧", "5309000001")]))
    let findings = try #require(later.change(of: .findings, at: quarter("2022Q4")))
    #expect(findings.since == Yunnan.quarter)
    #expect(findings.text == "−18")
    #expect(later.change(of: .sites, at: quarter("2022Q4"))?.after == 1)
    // The running sites of that quarter were not read, so the next looks past it.
    later.insert(inspection("2023Q1", 290, 2))
    #expect(later.change(of: .running, at: quarter("2023Q1"))?.since == quarter("2022Q3"))
    #expect(later.change(of: .running, at: quarter("2023Q1"))?.text == "+4")
  }

  @Test(
    "The change of a rate in tenths of a point, rounded half away from zero",
    arguments: [
      (1000, 50, 1000, 49, 1, "+0.1"), (1000, 49, 1000, 50, -1, "−0.1"),
      (2000, 101, 2000, 100, 1, "+0.1"), (2000, 100, 2000, 101, -1, "−0.1"),
      (4000, 201, 4000, 200, 0, "±0.0"), (409, 20, 305, 12, 10, "+1.0"),
      (10, 10, 10, 0, 1000, "+100.0"),
    ])
  func rates(
    running: Int, failing: Int, runningNow: Int, failingNow: Int, tenths: Int, text: String
  ) throws {
    let trends = Trends([
      inspection("2019Q1", running, failing), inspection("2019Q2", runningNow, failingNow),
    ])
    let change = try #require(trends.rateChange(at: quarter("2019Q2")))
    #expect(change.tenthsOfPoints == tenths)
    #expect(change.text == text)
  }

  @Test("Between a month and a quarter nothing is more or fewer")
  func kinds() {
    let trends = Trends([
      inspection("2019Q1", 400, 4), inspection("2019-05", 90, 4), inspection("2019Q2", 380, 4),
    ])
    #expect(trends.change(of: .running, at: quarter("2019Q2"))?.since == quarter("2019Q1"))
    #expect(trends.change(of: .running, at: quarter("2019-05")) == nil)
  }

  @Test("A spot check against a census says so")
  func scopes() {
    let trends = Trends([
      inspection("2019Q1", 400, 4), inspection("2019Q2", 100, 4, scope: .sample),
      inspection("2019Q3", 100, 4, scope: .sample),
    ])
    #expect(trends.change(of: .running, at: quarter("2019Q2"))?.mixesScopes == true)
    #expect(trends.change(of: .running, at: quarter("2019Q3"))?.mixesScopes == false)
  }

  @Test("The base of the rate, of the province and of a prefecture")
  func base() {
    let trends = Trends([
      inspection("2017Q3", 847, 65), inspection("2018Q3", 409, 20), inspection("2018Q4", 409, 9),
      inspection("2020Q2", 305, 12),
    ])
    #expect(
      trends.baseChanges().map { "\($0.since) \($0.quarter) \($0.text)" } == [
        "2017Q3 2018Q3 −438", "2018Q4 2020Q2 −104",
      ])
    let row = { (running: Int) in
      [Inspection.Row(prefecture: "临沧", figures: Yunnan.figures(running, 1, nil))]
    }
    let lincang = Trends([
      inspection("2019Q1", 400, 4, .full, rows: row(17)), inspection("2019Q2", 300, 4),
      inspection("2019Q3", 200, 4, .full, rows: row(16)),
    ])
    #expect(lincang.baseChanges(of: .prefecture("临沧")).map(\.text) == ["−1"])
    #expect(lincang.baseChanges(of: .prefecture("临沧")).map(\.since) == [quarter("2019Q1")])
  }
}

@Suite("Remarks on trends")
struct TrendRemarkTests {
  private func remarks(
    _ inspections: [Inspection], of subject: Trends.Subject? = .province
  ) -> [Phrase] {
    Terms.remarks(on: Trends(inspections), of: subject)
  }

  @Test("All that must be known of the quarters that ship")
  func shipped() {
    let inspections = [
      Yunnan.inspection, inspection("2020Q2", 305, 12, scope: nil),
      inspection("2022Q3", 286, 5, scope: nil),
    ]
    #expect(
      remarks(inspections) == [
        Phrase(
          "基数有变：在运行网站409个（2018Q3）→305（2020Q2，−104）→286（2022Q3，−19）；合格率须结合不合格网站数来看。",
          "Base changed: 409 running (2018Q3) → 305 (2020Q2, −104) → 286 (2022Q3, −19); "
            + "read the rate with the failing sites."),
        Phrase(
          "仅有总数（没有州市，也没有逐条问题）：2020Q2、2022Q3。",
          "Totals only, no prefectures and no findings: 2020Q2, 2022Q3."),
        Phrase(
          "缺14个季度：2018Q4至2020Q1、2020Q3至2022Q2。",
          "14 quarters missing: 2018Q4 to 2020Q1, 2020Q3 to 2022Q2."),
        Phrase(
          "检查方式未注明：2020Q2、2022Q3。",
          "Not known whether a census or a spot check: 2020Q2, 2022Q3."),
      ])
    #expect(remarks(inspections, of: nil).count == 3)
    #expect(remarks(inspections, of: .prefecture("临沧")).count == 3)
  }

  @Test("One quarter alone needs no remark, an unchanged base says so")
  func littleToSay() {
    #expect(remarks([]) == [])
    #expect(remarks([Yunnan.inspection]) == [])
    #expect(
      remarks([inspection("2019Q1", 400, 4, .full), inspection("2019Q2", 400, 5, .full)]) == [
        Phrase(
          "基数未变：在运行网站各季度均为400个。",
          "The base did not change: 400 running sites in every quarter.")
      ])
  }

  @Test("Many changes, many quarters and spot checks are summed up")
  func many() {
    let running = [500, 490, 480, 400, 390, 380]
    let inspections = running.enumerated().map { index, count in
      inspection(
        "201\(index + 1)Q1", count, 5, index == 5 ? .full : .headline,
        scope: index == 0 ? .sample : .all)
    }
    #expect(
      remarks(inspections) == [
        Phrase(
          "基数变化5次：在运行网站500个（2011Q1）→380个（2016Q1），最大一次−80（2014Q1）；合格率须结合不合格网站数来看。",
          "Base changed 5 times: 500 running (2011Q1) → 380 (2016Q1), most of all by −80 "
            + "(2014Q1); read the rate with the failing sites."),
        Phrase(
          "仅有总数（没有州市，也没有逐条问题）：2011Q1至2015Q1中的5个季度。",
          "Totals only, no prefectures and no findings: 5 quarters from 2011Q1 to 2015Q1."),
        Phrase("其间缺15个季度。", "15 quarters between them are missing."),
        Phrase(
          "抽查只看部分网站，合格率不能与普查相比：2011Q1。",
          "Spot checks of some sites only, whose rates do not compare with a census: 2011Q1."),
      ])
  }

  @Test("One missing quarter is one quarter")
  func one() {
    #expect(
      remarks([inspection("2019Q1", nil, 4, .full), inspection("2019Q3", 400, 5, .full)]) == [
        Phrase("缺1个季度：2019Q2。", "1 quarter missing: 2019Q2.")
      ])
  }
}
