import CensusCore
import Testing

/// Rounds of the report: that of the notice, and those ordered anew.
@Suite("Second rounds")
struct RoundTests {
  /// 临沧 reported in time but for the paper copy; rows 17 and 18 failed the re-check.
  private func failed(_ parts: [Part] = Part.allCases) throws -> Story {
    var story = Story()
    try story.receive(parts, from: "临沧", on: "2018-10-19")
    try story.recheck(.failed, rows: 17, 18, on: "2018-11-05")
    return story
  }

  private func order(_ story: inout Story, row: Int, until: String, on: String) throws {
    try story.act(on) { projection, today in
      try projection.plan(
        OrderRequest(until: day(until), on: today), for: [.finding(finding(row))], today: today)
    }
  }

  @Test("The desk shows the latest round as a whole, with its own due day and findings")
  func desk() throws {
    var story = try failed([.electronic])
    try order(&story, row: 17, until: "2018-11-20", on: "2018-11-06")
    let unit = try #require(story.at("2018-11-15").obligation(of: "临沧"))
    #expect(unit.round == 2)
    #expect(unit.deadline == Deadline(day("2018-11-20")))
    #expect(unit.latest.reports.map(\.finding) == [finding(17)])
    #expect(unit.submission == .outstanding && unit.electronic == .missing)
    #expect(unit.daysLeft(on: day("2018-11-15")) == 5)
    // What round 1 still owes is not out of sight: it is overdue, and calls for the next action.
    #expect(unit.isOverdue(on: day("2018-11-15")))
    #expect(unit.rounds.map(\.submission) == [.paperMissing, .outstanding])
  }

  @Test("Two orders join one round while nothing of it was received; each keeps its own due day")
  func joined() throws {
    var story = try failed()
    try order(&story, row: 17, until: "2018-11-20", on: "2018-11-06")
    try order(&story, row: 18, until: "2018-11-25", on: "2018-11-06")
    let unit = try #require(story.at("2018-11-15").obligation(of: "临沧"))
    #expect(unit.rounds.map(\.number) == [1, 2])
    #expect(
      unit.rounds[1].reports.map(\.deadline)
        == [Deadline(day("2018-11-20")), Deadline(day("2018-11-25"))])
    #expect(unit.deadline == Deadline(day("2018-11-20")))
    #expect(
      story.at("2018-11-15").deadlines.map { "\($0.deadline.day) \($0.rounds) \($0.siteCount)" }
        == ["2018-10-20 [1] 19", "2018-11-20 [2] 1", "2018-11-25 [2] 1"])
  }

  @Test("Once something of the round was received, an order opens the next")
  func next() throws {
    var story = try failed()
    try order(&story, row: 17, until: "2018-11-20", on: "2018-11-06")
    try story.receive([.paper], from: "2018Q3-17", on: "2018-11-10") { $0.onlyNamed = true }
    try order(&story, row: 18, until: "2018-11-25", on: "2018-11-11")
    let unit = try #require(story.at("2018-11-15").obligation(of: "临沧"))
    #expect(unit.rounds.map(\.number) == [1, 2, 3])
    #expect(unit.rounds[1].reports.map(\.finding) == [finding(17)])
    #expect(unit.rounds[2].reports.map(\.finding) == [finding(18)])
  }

  @Test("A paper copy after the order fills one round of each finding, and --round says which")
  func receipts() throws {
    var story = try failed([.electronic])
    try order(&story, row: 17, until: "2018-11-20", on: "2018-11-06")
    let base = story
    try story.receive([.paper], from: "临沧", on: "2018-11-08")
    // Row 17 was ordered anew: the copy is of its second round; of the others, of the first.
    let rounds = try #require(story.at("2018-11-15").obligation(of: "临沧")?.rounds)
    #expect(rounds[0].reports.map { $0.paper.validOn != nil } == [true, false, true, true, true])
    #expect(rounds[1].reports.map(\.paper) == [.valid(on: day("2018-11-08"))])

    story = base
    try story.receive([.paper], from: "临沧", on: "2018-11-08") { $0.round = 1 }
    let first = try #require(story.at("2018-11-15").obligation(of: "临沧")?.rounds)
    #expect(first[0].submission == .complete && first[0].completeOn == day("2018-11-08"))
    #expect(first[1].submission == .outstanding)
    #expect(
      refusal { () throws(Refusal) in
        var request = ReceiptRequest(parts: [.paper], on: day("2018-11-08"))
        request.round = 3
        return try story.at("2018-11-15").plan(
          request, for: [.unit("临沧")], today: day("2018-11-15"))
      } == .noReportRound(unit: "临沧", round: 3, known: [1, 2]))
    // Once more for that day needs nothing; another day is refused.
    let again = { (date: String) throws(Refusal) -> Plan in
      var request = ReceiptRequest(parts: [.paper], on: day(date))
      request.round = 1
      return try story.at("2018-11-15").plan(
        request, for: [.unit("临沧")], today: day("2018-11-15"))
    }
    #expect(try again("2018-11-08").skipped == [.unit("临沧")])
    #expect(
      refusal { () throws(Refusal) in try again("2018-11-09") }
        == .alreadyReceived(unit: "临沧", part: .paper, on: day("2018-11-08")))
  }

  @Test("The notice's own count is round 1's; what was ordered is counted apart")
  func counts() throws {
    var story = try failed()
    let before = story.at("2018-11-05").overview
    #expect(before.complete == 1 && before.behind == 6 && before.ordered == 0)
    try order(&story, row: 17, until: "2018-11-20", on: "2018-11-06")
    let ordered = story.at("2018-11-25").overview
    #expect(ordered.complete == 1 && ordered.behind == 6 && ordered.overdue == 6)
    #expect(ordered.ordered == 1 && ordered.orderedComplete == 0 && ordered.orderedOverdue == 1)
    #expect(story.at("2018-11-25").brief.chinese.contains("已报齐1家；"))
    #expect(!story.at("2018-11-25").brief.chinese.contains("、临沧市"))
    try story.receive(from: "临沧", on: "2018-11-26")
    let done = story.at("2018-11-26").overview
    #expect(done.ordered == 1 && done.orderedComplete == 1 && done.orderedOverdue == 0)
    #expect(done.complete == 1 && done.overdue == 6)
  }
}

@Suite("Parts and sites that come and go")
struct ComingAndGoingTests {
  @Test("A returned part keeps the day it arrived apart from the day it was returned")
  func returned() throws {
    var story = Story()
    try story.receive([.paper], from: "保山", on: "2018-10-16") { $0.signature = .none }
    try story.act("2018-10-19") { projection, today in
      try projection.plan(
        ReturnRequest(parts: [.paper], on: today, reason: "未签字"), for: [.unit("保山")], today: today)
    }
    let unit = story.at("2018-10-19").obligation(of: "保山")
    #expect(unit?.paper == .returned(on: day("2018-10-19"), arrived: day("2018-10-16")))
  }

  @Test("With something of four of five findings a unit is partial, and says which part")
  func partial() throws {
    var story = Story()
    try story.receive([.electronic], from: "昆明", on: "2018-10-16") { $0.except = [finding(7)] }
    let unit = try #require(story.at("2018-10-23").obligation(of: "昆明"))
    #expect(unit.submission == .partial)
    #expect(Terms.progress(unit.latest) == Phrase("电子版4/5", "e-doc 4/5"))
    #expect(unit.isOverdue(on: day("2018-10-23")) && !unit.isOverdue(on: day("2018-10-20")))
    #expect(story.at("2018-10-23").overview.partial == 1)
  }

  private func site(_ story: inout Story, _ status: Availability.Status, on date: String) throws {
    try story.act(date) { projection, today in
      try projection.plan(
        AvailabilityRequest(status, on: today), for: [.finding(finding(10))], today: today)
    }
  }

  @Test("A dark site has failed from the day it was seen; coming back does not undo that")
  func dark() throws {
    var story = Story()
    try site(&story, .dark, on: "2018-11-01")
    #expect(story.at("2018-10-31").finding(finding(10))?.recheck == .notYet)
    #expect(story.at("2018-11-01").finding(finding(10))?.recheck == .failed)
    try site(&story, .operating, on: "2018-11-03")
    let back = try #require(story.at("2018-11-03").finding(finding(10)))
    #expect(back.recheck == .failed && back.darkOn == day("2018-11-01"))
    #expect(back.headline == .recheckFailed && back.accountability == .toBeConsidered)
    #expect(story.at("2018-11-03").recheckSheet().open.contains { $0.finding.id == finding(10) })
    let row = try #require(story.at("2018-11-03").accountability.rows.first)
    #expect(Terms.grounds(row).first?.chinese.hasSuffix("擅自下线") == true)
    try story.recheck(.passed, rows: 10, on: "2018-11-05")
    let passed = try #require(story.at("2018-11-05").finding(finding(10)))
    #expect(passed.recheck == .passed && passed.darkOn == nil)
  }

  @Test("Going dark undoes a pass that was not closed, and nothing that was")
  func darkAfterPass() throws {
    for isReported in [false, true] {
      var story = Story()
      if isReported { try story.receive(from: "怒江", on: "2018-10-15") }
      try story.recheck(.passed, rows: 10, on: "2018-11-01")
      try site(&story, .dark, on: "2018-11-03")
      let state = try #require(story.at("2018-11-03").finding(finding(10)))
      #expect(state.headline == (isReported ? .closed : .recheckFailed))
    }
  }

  @Test("An untestable re-check of a site that is back stands; one of a dark site leaves it failed")
  func untestable() throws {
    var story = Story()
    try site(&story, .dark, on: "2018-11-01")
    try story.recheck(.untestable, rows: 10, on: "2018-11-02", reason: .connection)
    #expect(story.at("2018-11-02").finding(finding(10))?.recheck == .failed)
    try site(&story, .operating, on: "2018-11-03")
    #expect(story.at("2018-11-03").finding(finding(10))?.recheck == .failed)
    try story.recheck(.untestable, rows: 10, on: "2018-11-04", reason: .migrated)
    #expect(story.at("2018-11-04").finding(finding(10))?.recheck == .untestable)
  }
}

@Suite("Accountability concerns what failed")
struct ConcernTests {
  private func opened(_ references: [Reference]) throws -> Story {
    var story = Story()
    try story.receive(from: "临沧", on: "2018-10-19")
    try story.recheck(.passed, rows: 16, 18, 19, 20, on: "2018-11-05")
    try story.recheck(.failed, rows: 17, on: "2018-11-05")
    try step(&story, .opened, references, on: "2018-11-10")
    return story
  }

  private func step(
    _ story: inout Story, _ stage: Accountability.Stage, _ references: [Reference], on date: String
  ) throws {
    try story.act(date) { projection, today in
      var request = AccountRequest(stage, on: today)
      if stage == .opened { request.approvedBy = "甲" }
      if stage == .measure { request.measure = .interview }
      return try projection.plan(request, for: references, today: today)
    }
  }

  private func headlines(_ story: Story, _ date: String) -> [Headline] {
    (16...20).compactMap { story.at(date).finding(finding($0))?.headline }
  }

  @Test("Of a unit: its failed findings; the closed ones stay closed through every step")
  func unit() throws {
    var story = try opened([.unit("临沧")])
    #expect(headlines(story, "2018-11-10") == [.closed, .escalated, .closed, .closed, .closed])
    guard case .accountability(let step) = story.events.last?.payload else {
      Issue.record("no step")
      return
    }
    #expect(step.findings == [finding(17)])
    try self.step(&story, .measure, [.unit("临沧")], on: "2018-11-12")
    #expect(headlines(story, "2018-11-12") == [.closed, .escalated, .closed, .closed, .closed])
    try self.step(&story, .concluded, [.unit("临沧")], on: "2018-11-15")
    #expect(headlines(story, "2018-11-15") == [.closed, .recheckFailed, .closed, .closed, .closed])
    #expect(story.at("2018-11-15").obligation(of: "临沧")?.accountability == .concluded)
  }

  @Test("A closed finding that is named is refused")
  func named() throws {
    let story = try opened([.finding(finding(17))])
    var request = AccountRequest(.opened, on: day("2018-11-11"))
    request.approvedBy = "甲"
    #expect(
      refusal { () throws(Refusal) in
        try story.at("2018-11-11").plan(
          request, for: [.finding(finding(20))], today: day("2018-11-11"))
      } == .closedForAccountability(finding(20)))
  }

  @Test("Steps of earlier versions, which name no finding, are read alike")
  func unnamed() throws {
    var story = Story()
    try story.receive(from: "临沧", on: "2018-10-19")
    try story.recheck(.passed, rows: 16, 18, 19, 20, on: "2018-11-05")
    try story.recheck(.failed, rows: 17, on: "2018-11-05")
    for (stage, date) in [
      (Accountability.Stage.opened, "2018-11-10"), (.measure, "2018-11-12"),
    ] {
      story.record(
        [
          EventDraft(
            on: day(date), quarter: Yunnan.quarter, subject: .unit("临沧"),
            payload: .accountability(Accountability(stage: stage, approvedBy: "甲")))
        ], at: "\(date)T01:00:00Z")
    }
    #expect(headlines(story, "2018-11-12") == [.closed, .escalated, .closed, .closed, .closed])
  }

  @Test("Closed after the opening, a finding is concluded with it")
  func closedMeanwhile() throws {
    var story = try opened([.unit("临沧")])
    try story.recheck(.passed, rows: 17, on: "2018-11-12")
    #expect(headlines(story, "2018-11-12")[1] == .escalated)
    try step(&story, .concluded, [.unit("临沧")], on: "2018-11-15")
    #expect(headlines(story, "2018-11-15") == Array(repeating: .closed, count: 5))
  }

  @Test("Opened for another reason, where all is closed, it is the unit's alone")
  func unitAlone() throws {
    var story = Story()
    try story.receive(from: "临沧", on: "2018-10-25")
    try story.recheck(.passed, rows: 16, 17, 18, 19, 20, on: "2018-11-05")
    try story.act("2018-11-10") { projection, today in
      var request = AccountRequest(.opened, on: today)
      request.approvedBy = "甲"
      request.note = "多次迟报"
      return try projection.plan(request, for: [.unit("临沧")], today: today)
    }
    #expect(headlines(story, "2018-11-10") == Array(repeating: .closed, count: 5))
    #expect(story.at("2018-11-10").obligation(of: "临沧")?.accountability == .opened)
    try step(&story, .concluded, [.unit("临沧")], on: "2018-11-15")
    #expect(story.at("2018-11-15").obligation(of: "临沧")?.accountability == .concluded)
  }
}
