import CensusCore
import Testing

/// Quarters of a made-up site or two: rows of (quarter, code, category).
private func inspections(_ rows: [(String, String, String)]) -> [Inspection] {
  let quarters = rows.map { known(Quarter($0.0)) }
  return Set(quarters).sorted().map { quarter in
    let own = zip(quarters, rows).filter { $0.0 == quarter }.map(\.1)
    return Inspection(
      quarter: quarter, coverage: .full, totals: Yunnan.figures(10, own.count, "90%"),
      findings: own.enumerated().map { index, row in
        Finding(
          id: FindingID(quarter, number: index + 1), prefecture: "昆明", code: SiteCode(row.1),
          siteName: "示例网站\(row.1.suffix(1))", text: row.2, issues: [CategoryID(row.2)])
      })
  }
}

private func offenders(
  _ rows: [(String, String, String)], _ events: [Event] = [], asOf: String = "2019-12-31"
) -> RepeatOffenders {
  RepeatOffenders(
    inspections(rows), directory: Yunnan.directory, events: events, settings: Yunnan.settings,
    asOf: day(asOf))
}

private func id(_ text: String) -> FindingID { known(FindingID(text)) }

@Suite("Across quarters")
struct AcrossQuartersTests {
  private static let one = "5301000001"
  private static let two = "5301000002"

  @Test("The same category in quarters running is a recurrence, another a repeat failure")
  func recurrence() {
    let found = offenders([
      ("2018Q4", Self.one, "a"), ("2019Q1", Self.one, "a"), ("2019Q2", Self.one, "a"),
      ("2019Q3", Self.one, "b"), ("2019Q4", Self.two, "a"),
    ])
    #expect(found.past(of: id("2018Q4-1")) == PastFailures())
    #expect(found.past(of: id("2019Q1-1")) == PastFailures(recurrence: 2, carriedOver: 1))
    #expect(found.past(of: id("2019Q2-1")) == PastFailures(recurrence: 3, carriedOver: 2))
    #expect(
      found.past(of: id("2019Q3-1"))
        == PastFailures(recurrence: 1, running: 4, carriedOver: 3))
    #expect(found.past(of: id("2019Q4-1")) == PastFailures())
    let site = found.sites.first
    #expect(found.sites.count == 1)
    #expect(site?.code == SiteCode(Self.one))
    #expect(site?.quarters.map(\.description) == ["2018Q4", "2019Q1", "2019Q2", "2019Q3"])
    #expect(site?.issues == ["a"])
    #expect(site?.consecutive == 3)
    #expect(site?.running == 4)
    #expect(site?.open.count == 4)
    #expect(site?.age == 3)
    #expect(
      site?.failures.map(\.finding.id.description)
        == ["2018Q4-1", "2019Q1-1", "2019Q2-1", "2019Q3-1"])
    #expect(site?.failures.map(\.finding.text) == ["a", "a", "a", "b"])
    #expect(site?.failures.map(\.headline) == Array(repeating: .outstanding, count: 4))
  }

  @Test("Quarters with a gap do not run, and the same defect recurs all the same")
  func gap() {
    let found = offenders([
      ("2018Q4", Self.one, "a"), ("2019Q2", Self.one, "a"), ("2019Q4", Self.one, "b"),
    ])
    #expect(
      found.past(of: id("2019Q2-1")) == PastFailures(recurrence: 1, times: 2, carriedOver: 2))
    #expect(
      found.past(of: id("2019Q4-1")) == PastFailures(recurrence: 1, periods: 3, carriedOver: 4))
    #expect(found.sites.map(\.consecutive) == [1])
    #expect(found.sites.map(\.issues) == [["a"]])
    #expect(!PastFailures(times: 2).isEmpty && !PastFailures(periods: 2).isEmpty)
  }

  @Test("A site without a code is one in all quarters, however its name is printed")
  func names() {
    let names = ["“甲县政府”网", "甲县人民政府门户网站", "中国·甲县"]
    let quarters = ["2018Q4", "2019Q1", "2019Q2"].map { known(Quarter($0)) }
    let inspections = zip(quarters, names).map { quarter, name in
      Inspection(
        quarter: quarter, coverage: .full, totals: Yunnan.figures(10, 1, "90%"),
        findings: [
          Finding(
            id: FindingID(quarter, number: 1), prefecture: "昆明",
            code: SiteCode(without: "昆明", name), siteName: name, text: "a", issues: ["a"])
        ])
    }
    let found = RepeatOffenders(
      inspections, directory: Yunnan.directory, events: [], settings: Yunnan.settings,
      asOf: day("2019-12-31"))
    #expect(found.sites.map(\.consecutive) == [3])
  }

  @Test("What is closed is not carried over")
  func closed() throws {
    let rows = [("2018Q4", Self.one, "a"), ("2019Q1", Self.one, "a")]
    var story = Story()
    let subject = Event.Subject.findings([id("2018Q4-1")])
    let drafts = [
      EventDraft(
        on: day("2019-02-01"), quarter: id("2018Q4-1").quarter, subject: .unit("昆明"),
        payload: .waive(Waive(authority: "甲", reason: "乙"))),
      EventDraft(
        on: day("2019-02-01"), quarter: id("2018Q4-1").quarter, subject: subject,
        payload: .recheck(Recheck(verdict: .passed))),
    ]
    story.record(drafts, at: "2019-02-01T01:00:00Z")
    let found = offenders(rows, story.events)
    #expect(found.past(of: id("2019Q1-1")) == PastFailures(recurrence: 2, carriedOver: 0))
    #expect(
      offenders(rows, story.events, asOf: "2019-01-31").past(of: id("2019Q1-1"))?.carriedOver == 1)
  }

  @Test("A site that was recoded or merged keeps its history")
  func identity() {
    let rows = [("2018Q4", Self.one, "a"), ("2019Q1", Self.two, "a")]
    #expect(offenders(rows).sites == [])
    var story = Story()
    story.record(
      [
        EventDraft(
          on: day("2019-01-10"), quarter: nil, subject: .site(SiteCode(Self.one)),
          payload: .correct(Correct(field: .code, new: Self.two, reason: "换码")))
      ], at: "2019-01-10T01:00:00Z")
    #expect(offenders(rows, story.events).past(of: id("2019Q1-1"))?.recurrence == 2)
    var merger = Story()
    merger.record(
      [
        EventDraft(
          on: day("2019-01-10"), quarter: nil, subject: .site(SiteCode(Self.one)),
          payload: .availability(Availability(status: .merged, successor: SiteCode(Self.two))))
      ], at: "2019-01-10T01:00:00Z")
    #expect(offenders(rows, merger.events).sites.map(\.code.text) == [Self.two])
    #expect(offenders(rows, merger.events, asOf: "2019-01-09").sites == [])
  }

  @Test("Codes, names and units that were corrected; what was printed stays")
  func corrections() throws {
    var story = Story()
    let correct = { (field: Correct.Field, new: String, reference: Reference) in
      _ = try story.act("2018-10-08") { projection, today in
        try projection.plan(
          CorrectRequest(field, to: new, reason: "更正", on: today), for: reference, today: today)
      }
    }
    try correct(.code, "5300000061", .site(SiteCode("53000000061")))
    try correct(.name, "云南省文史馆", .site(SiteCode("53000000061")))
    try correct(.successor, "云南省文化和旅游厅", .unit("云南省文化厅"))
    let projection = story.at("2018-10-08")
    let state = try #require(projection.finding(finding(1)))
    #expect(state.finding == Yunnan.findings[0])
    #expect(state.site == SiteCode("5300000061"))
    for code in ["5300000061", "53000000061"] {
      #expect(projection.site(SiteCode(code))?.code == SiteCode("5300000061"))
      #expect(projection.site(SiteCode(code))?.printedCode == SiteCode("53000000061"))
    }
    #expect(try projection.resolve("5300000061") == .site(SiteCode("5300000061")))
    #expect(try projection.resolve("云南省文史馆") == .site(SiteCode("5300000061")))
    #expect(projection.obligation(of: "云南省文化厅")?.successor == "云南省文化和旅游厅")
    #expect(try projection.resolve("云南省文化和旅游厅") == .unit("云南省文化厅"))
    #expect(projection.aliases.name(of: SiteCode("53000000061")) == "云南省文史馆")
    #expect(
      Terms.summary(of: known(projection.events.first), in: projection).chinese.contains("：更正"))
    // What is said of the new code holds for the printed one.
    try story.act("2018-10-09") { projection, today in
      try projection.plan(
        AvailabilityRequest(.dark, on: today), for: [.site(SiteCode("5300000061"))], today: today)
    }
    #expect(story.at("2018-10-09").finding(finding(1))?.availability == .dark)
  }

  @Test("Corrections that go round in a circle end")
  func circle() {
    var story = Story()
    for (old, new) in [(Self.one, Self.two), (Self.two, Self.one)] {
      story.record(
        [
          EventDraft(
            on: day("2018-10-08"), quarter: nil, subject: .site(SiteCode(old)),
            payload: .correct(Correct(field: .code, new: new, reason: "换码")))
        ], at: "2018-10-08T01:00:00Z")
    }
    let aliases = story.at("2018-10-08").aliases
    #expect(aliases.identity(of: SiteCode(Self.one)) == SiteCode(Self.two))
    #expect(aliases.identity(of: SiteCode(Self.two)) == SiteCode(Self.one))
  }
}
