import CensusCore
import Testing

private func compared(
  _ one: Inspection, _ other: Inspection, _ events: [Event] = []
) -> Comparison {
  let projections = [one, other].map {
    Projection(
      of: $0, directory: Yunnan.directory, events: events, settings: Yunnan.settings,
      asOf: day("2019-12-31"))
  }
  return Comparison(projections[0], projections[1])
}

private func said(_ comparison: Comparison, _ sites: [Comparison.Site]? = nil) -> [Phrase] {
  Terms.remarks(on: comparison, listing: sites ?? comparison.sites) { Phrase("\($0)州", "\($0)") }
}

@Suite("Two periods side by side")
struct ComparisonTests {
  private static let a = "5301000001"
  private static let b = "5301000002"
  private static let c = "5309000003"
  private static let d = "5309000004"

  private let before = period(
    "2018Q3",
    [
      ("昆明", a, "甲", "x"), ("昆明", b, "乙", "x"), ("临沧", c, "丙", "x"), ("临沧", c, "丙", "y"),
    ])
  private let after = period(
    "2018Q4", [("昆明", "5301000009", "新", "x"), ("昆明", b, "乙改名", "y"), ("临沧", d, "丁", "z")])

  @Test("Newly failing, failing still, no longer failing, each in published order")
  func changes() {
    let comparison = compared(before, after)
    #expect(comparison.sites.map(\.name) == ["新", "丁", "乙改名", "甲", "丙"])
    #expect(
      comparison.sites.map(\.change) == [
        .newlyFailing, .newlyFailing, .stillFailing, .noLongerFailing, .noLongerFailing,
      ])
    #expect(comparison.sites[2].issuesBefore == ["x"])
    #expect(comparison.sites[2].issuesAfter == ["y"])
    #expect(comparison.sites[4].issuesBefore == ["x", "y"])
    #expect(comparison.sites[4].issuesAfter == [])
    #expect(comparison.sites[4].before.count == 2)
    // In whichever order they are named.
    #expect(compared(after, before) == comparison)
  }

  @Test("A site keeps its identity through a corrected code and a merger")
  func identity() {
    var story = Story()
    story.record(
      [
        EventDraft(
          on: day("2018-12-10"), quarter: nil, subject: .site(SiteCode(Self.a)),
          payload: .correct(Correct(field: .code, new: "5301000009", reason: "换码"))),
        EventDraft(
          on: day("2018-12-10"), quarter: nil, subject: .site(SiteCode(Self.c)),
          payload: .availability(Availability(status: .merged, successor: SiteCode(Self.d)))),
      ], at: "2018-12-10T01:00:00Z")
    let sites = compared(before, after, story.events).sites
    #expect(sites.map(\.code.text) == ["5301000009", Self.b, Self.d])
    #expect(sites.map(\.change) == [.stillFailing, .stillFailing, .stillFailing])
    #expect(sites.map(\.name) == ["新", "乙改名", "丁"])
  }

  @Test("A site without a code is known by its prefecture and its name")
  func withoutCode() {
    let old = period("2018Q3", [("昆明", nil, "某局网站", "x"), ("昆明", nil, "另一局", "x")])
    let new = period("2018Q4", [("昆明", nil, "某局网站", "y"), ("临沧", nil, "另一局", "x")])
    let sites = compared(old, new).sites
    #expect(sites.map(\.change) == [.newlyFailing, .stillFailing, .noLongerFailing])
    #expect(sites.map(\.prefecture) == ["临沧", "昆明", "昆明"])
    #expect(sites.map(\.code.printed) == [nil, nil, nil])
  }

  @Test("What was struck off did not fail")
  func struckOff() throws {
    var story = Story()
    story.record(
      [
        EventDraft(
          on: day("2018-12-10"), quarter: known(Quarter("2018Q4")),
          subject: .findings([FindingID(known(Quarter("2018Q4")), number: 1)]),
          payload: .void(Exclude(reason: "申诉成立")))
      ], at: "2018-12-10T01:00:00Z")
    #expect(compared(before, after, story.events).sites.map(\.name) == ["丁", "乙改名", "甲", "丙"])
  }

  @Test("How many fail, how many more or fewer, what is printed, and where they gather")
  func sentences() {
    #expect(
      said(compared(before, after)) == [
        Phrase(
          "2018Q4不合格网站3个，与2018Q3持平：新增2个，仍不合格1个，不再列出2个。",
          "2018Q4: 3 failing sites, as many as in 2018Q3: 2 newly failing, 1 still failing, 2 no longer "
            + "failing."),
        Phrase(
          "通报公布的不合格网站：2018Q3为4个，2018Q4为3个（重复列出的网站上面只计一次，已剔除的不计）。",
          "The notices print 4 failing for 2018Q3 and 3 for 2018Q4 (above, a site listed twice counts "
            + "once, and what was struck off does not)."),
        Phrase(
          "集中程度（2018Q4）：昆明州2个、临沧州1个，全部在这2处。",
          "Concentration (2018Q4): 昆明 (2), 临沧 (1), all of them."),
        Phrase(
          "基数未变：在运行网站各季度均为100个。", "The base did not change: 100 running sites in every quarter."),
      ])
    let fewer = period("2018Q4", [("昆明", Self.b, "乙", "x"), ("临沧", Self.c, "丙", "x")], running: 90)
    let three = period(
      "2018Q3", [("昆明", Self.a, "甲", "x"), ("昆明", Self.b, "乙", "x"), ("临沧", Self.c, "丙", "x")])
    #expect(
      said(compared(three, fewer)).first
        == Phrase(
          "2018Q4不合格网站2个，比2018Q3的3个少1个（33.3%）：新增0个，仍不合格2个，不再列出1个。",
          "2018Q4: 2 failing sites, 1 fewer than the 3 of 2018Q3 (33.3%): 0 newly failing, 2 still "
            + "failing, 1 no longer failing."))
    // Of nothing there is no percentage.
    #expect(
      said(compared(period("2018Q3", []), fewer)).first?.chinese
        == "2018Q4不合格网站2个，比2018Q3的0个多2个：新增2个，仍不合格0个，不再列出0个。")
  }

  @Test("Of a prefecture the sentence is said as well, of other rows only how many there are")
  func someRows() {
    let comparison = compared(before, after)
    #expect(
      said(comparison, comparison.sites.filter { $0.prefecture == "临沧" }) == [
        Phrase(
          "临沧州，2018Q4不合格网站1个，与2018Q3持平：新增1个，仍不合格0个，不再列出1个。",
          "临沧, 2018Q4: 1 failing site, as many as in 2018Q3: 1 newly failing, 0 still failing, 1 no "
            + "longer failing."),
        Phrase(
          "基数未变：在运行网站各季度均为30个。", "The base did not change: 30 running sites in every quarter."),
      ])
    #expect(
      said(comparison, comparison.sites.filter { $0.change == .newlyFailing }) == [
        Phrase(
          "所列2个网站：新增2个，仍不合格0个，不再列出0个。",
          "2 sites listed: 2 newly failing, 0 still failing, 0 no longer failing.")
      ])
  }

  @Test("Between kinds of periods, or a census and a spot check, nothing is more or fewer")
  func unlike() {
    let month = period("2018-12", [("昆明", Self.b, "乙", "x")])
    #expect(
      said(compared(before, month)).map(\.chinese) == [
        "2018-12不合格网站1个，2018Q3为3个：新增0个，仍不合格1个，不再列出2个。",
        "通报公布的不合格网站：2018Q3为4个，2018-12为1个（重复列出的网站上面只计一次，已剔除的不计）。",
        "集中程度（2018-12）：昆明州1个，全部在此。",
        "基数未变：在运行网站各季度均为100个。",
        "时段不一（季度、月份、半年、专项抽查并列），数字不宜直接比较。",
      ])
    let sample = period("2018Q4", [("昆明", Self.b, "乙", "x")], scope: .sample)
    let sentences = said(compared(before, sample)).map(\.chinese)
    #expect(sentences.first?.hasPrefix("2018Q4不合格网站1个，2018Q3为3个：") == true)
    #expect(sentences.contains("2018Q4是抽查：不再列出的网站可能只是没有抽到。"))
    #expect(sentences.contains("抽查只看部分网站，合格率不能与普查相比：2018Q4。"))
  }

  @Test("Where a period has only totals, totals are compared and no site is made up")
  func totals() {
    let headline = period("2019Q1", [], scope: nil, running: 90, failing: 1, coverage: .headline)
    let comparison = compared(before, headline)
    #expect(comparison.isOfTotals && comparison.sites == [])
    #expect(
      Terms.totals(of: comparison).map(\.chinese) == [
        "2019Q1仅有总数，没有逐站结果，只比较总数。",
        "2019Q1不合格网站1个，比2018Q3的4个少3个（75.0%）。",
        "合格率（核算）96.0%→98.9%，+2.9个百分点。",
        "两期不相邻：其间2018Q4的情况不在比较之内。",
        "基数有变：在运行网站100个（2018Q3）→90（2019Q1，−10）；合格率须结合不合格网站数来看。",
        "仅有总数（没有州市，也没有逐条问题）：2019Q1。",
        "检查方式未注明：2019Q1。",
      ])
    let unread = Inspection(
      quarter: known(Quarter("2019Q1")), coverage: .headline,
      totals: Yunnan.figures(nil, nil, "98%"))
    #expect(
      Terms.totals(of: compared(before, unread)).prefix(2).map(\.english) == [
        "Only the totals of 2019Q1 are known, so only totals are compared.",
        "One of them lacks the total of failing sites.",
      ])
  }
}
