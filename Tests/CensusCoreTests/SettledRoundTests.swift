import CensusCore
import CensusTestSupport
import Testing

/// What a later round says of an earlier one, and what darkness leaves behind.
@Suite("Rounds that settle each other")
struct SettledRoundTests {
  private func order(_ story: inout Story, row: Int, until: String, on date: String) throws {
    try story.act(date) { projection, today in
      try projection.plan(
        OrderRequest(until: day(until), on: today), for: [.finding(finding(row))], today: today)
    }
  }

  @Test("Once what was ordered is reported, the unit owes nothing, on every list")
  func ordered() throws {
    var story = Story()
    try story.recheck(.failed, rows: 3, on: "2018-11-01")
    try order(&story, row: 3, until: "2018-11-30", on: "2018-11-02")
    #expect(story.at("2018-11-05").obligation(of: "昆明")?.isOverdue(on: day("2018-11-05")) == true)
    try story.receive(from: "昆明", on: "2018-11-10")
    for date in ["2018-11-10", "2018-12-15"] {
      let projection = story.at(date)
      let unit = try #require(projection.obligation(of: "昆明"))
      #expect(!unit.isOverdue(on: day(date)) && unit.daysOverdue(on: day(date)) == nil)
      #expect(unit.first.submission == .complete && unit.first.daysLate == 21)
      #expect(unit.first.paper == .valid(on: day("2018-11-10")))
      #expect(unit.findings.allSatisfy { !$0.isOverdue(on: day(date)) })
      #expect(projection.overview.complete == 1 && projection.overview.overdue == 6)
      #expect(!projection.brief.chinese.contains("昆明市4/5"))
    }
  }

  /// Two parts of the first round, of which one came in time; the second settles the first.
  private func halfAndAgain() throws -> Story {
    var story = Story()
    try story.receive([.electronic], from: "怒江", on: "2018-10-18")
    try story.recheck(.failed, rows: 10, 11, 12, on: "2018-10-25")
    try story.act("2018-10-26") { projection, today in
      try projection.plan(
        OrderRequest(until: day("2018-11-20"), on: today), for: [.unit("怒江")], today: today)
    }
    try story.receive([.paper], from: "怒江", on: "2018-11-10")
    try story.receive([.electronic], from: "怒江", on: "2018-11-11")
    return story
  }

  @Test("What came in time for the notice keeps its day when a later round settles the rest")
  func ownDays() throws {
    let first = try #require(try halfAndAgain().at("2018-11-12").obligation(of: "怒江")).first
    #expect(first.electronic == .valid(on: day("2018-10-18")))
    #expect(first.paper == .valid(on: day("2018-11-10")))
    #expect(first.daysLate == 21)
  }

  @Test("A copy that was meant for the notice can still be recorded for it")
  func ownCopy() throws {
    var story = try halfAndAgain()
    try story.receive([.paper], from: "怒江", on: "2018-11-12") { $0.round = 1 }
    let unit = try #require(story.at("2018-11-12").obligation(of: "怒江"))
    #expect(unit.first.paper == .valid(on: day("2018-11-12")) && unit.first.daysLate == 23)
    #expect(unit.latest.paper == .valid(on: day("2018-11-10")))
    // Also by its day alone, where that lies before the order; and only once.
    var other = try halfAndAgain()
    try other.receive([.paper], from: "怒江", on: "2018-10-20")
    let early = try #require(other.at("2018-11-12").obligation(of: "怒江")).first
    #expect(early.completeOn == day("2018-10-20") && early.daysLate == 0)
    let before = other.at("2018-11-12").events.count
    try other.receive([.paper], from: "怒江", on: "2018-10-20")
    #expect(other.at("2018-11-12").events.count == before)
  }

  @Test("A unit whose ordered report is settled stands in the round that still owes")
  func stillOwesTheNotice() throws {
    var story = Story()
    try story.receive(from: "怒江", on: "2018-10-18")
    try story.act("2018-10-19") { projection, today in
      try projection.plan(
        ReturnRequest(parts: [.paper], on: today, reason: "缺页"), for: [.finding(finding(10))],
        today: today)
    }
    try story.act("2018-10-21") { projection, today in
      var request = ChaseRequest(on: today)
      request.promised = day("2018-10-25")
      return try projection.plan(request, for: [.unit("怒江")], today: today)
    }
    try story.recheck(.failed, rows: 12, on: "2018-10-22")
    try order(&story, row: 12, until: "2018-10-31", on: "2018-10-22")
    let waiting = try #require(story.at("2018-10-23").obligation(of: "怒江"))
    #expect(waiting.round == 2 && waiting.submission == .outstanding)
    #expect(waiting.promised == nil)
    try story.act("2018-10-24") { projection, today in
      var request = ReceiptRequest(parts: Part.allCases, on: today)
      request.onlyNamed = true
      return try projection.plan(request, for: [.finding(finding(12))], today: today)
    }
    let owing = try #require(story.at("2018-11-05").obligation(of: "怒江"))
    #expect(owing.round == 1 && owing.submission == .partial)
    #expect(owing.daysLeft(on: day("2018-11-05")) == -16)
    // What was promised was promised for this one.
    #expect(owing.promised == day("2018-10-25"))
    try story.receive([.paper], from: "怒江", on: "2018-11-06")
    let settled = try #require(story.at("2018-11-07").obligation(of: "怒江"))
    #expect(settled.round == 2 && settled.submission == .complete)
  }

  @Test("A report that came in time for the notice is in time, though it was ordered anew before")
  func orderedBefore() throws {
    var story = Story()
    try story.recheck(.failed, rows: 12, on: "2018-10-10")
    try order(&story, row: 12, until: "2018-10-25", on: "2018-10-11")
    try story.receive(from: "怒江", on: "2018-10-18")
    let unit = try #require(story.at("2018-12-15").obligation(of: "怒江"))
    #expect(unit.first.completeOn == day("2018-10-18") && unit.first.daysLate == 0)
    #expect(!unit.isOverdue(on: day("2018-12-15")))
  }

  @Test("One part of what was ordered settles nothing before; the last of three rounds settles all")
  func three() throws {
    var story = Story()
    try story.receive(from: "临沧", on: "2018-10-19")
    try story.recheck(.failed, rows: 17, on: "2018-11-01")
    try order(&story, row: 17, until: "2018-11-10", on: "2018-11-02")
    try story.receive([.paper], from: "2018Q3-17", on: "2018-11-05") { $0.onlyNamed = true }
    try story.recheck(.failed, rows: 17, on: "2018-11-12")
    try order(&story, row: 17, until: "2018-11-30", on: "2018-11-13")
    #expect(story.at("2018-11-14").obligation(of: "临沧")?.isOverdue(on: day("2018-11-14")) == true)
    try story.receive(from: "2018Q3-17", on: "2018-11-20") { $0.onlyNamed = true }
    let projection = story.at("2018-11-21")
    #expect(projection.obligation(of: "临沧")?.isOverdue(on: day("2018-11-21")) == false)
    #expect(projection.overview.orderedOverdue == 0 && projection.overview.orderedComplete == 1)
  }

  @Test("Where one of two findings is excused and nothing came of the other, nothing was reported")
  func excusedBeside() throws {
    var story = Story()
    try story.act("2018-10-12") { projection, today in
      try projection.plan(
        WaiveRequest(on: today, authority: "省政府办公厅", reason: "机构改革"), for: [.finding(finding(8))],
        today: today)
    }
    let unit = try #require(story.at("2018-10-19").obligation(of: "保山"))
    #expect(unit.findings.count == 2)
    #expect(unit.submission == .outstanding && unit.owedCount == 1 && unit.settledCount == 0)
    try story.receive(from: "保山", on: "2018-10-19")
    #expect(story.at("2018-10-19").obligation(of: "保山")?.submission == .complete)
  }

  @Test("That a dark site could not be tested leaves its failure, also once it is back")
  func darkness() throws {
    var story = Story()
    try story.receive(from: "怒江", on: "2018-10-10")
    let code = try #require(story.at("2018-10-22").finding(finding(11))?.finding.code)
    func availability(_ status: Availability.Status, on date: String) throws {
      try story.act(date) { projection, today in
        try projection.plan(
          AvailabilityRequest(status, on: today), for: [.site(code)], today: today)
      }
    }
    try availability(.dark, on: "2018-10-22")
    try story.recheck(.untestable, rows: 11, on: "2018-10-25", reason: .offline)
    #expect(story.at("2018-10-26").finding(finding(11))?.recheck == .failed)
    try availability(.operating, on: "2018-11-01")
    #expect(story.at("2018-11-02").finding(finding(11))?.recheck == .failed)
    try story.recheck(.passed, rows: 11, on: "2018-11-05")
    #expect(story.at("2018-11-05").finding(finding(11))?.recheck == .passed)
  }
}
