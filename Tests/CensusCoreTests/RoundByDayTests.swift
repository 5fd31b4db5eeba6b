import CensusCore
import Testing

/// What arrives counts for the round that is open on its day.
@Suite("Rounds by the day of an act")
struct RoundByDayTests {
  /// 临沧 sent its electronic document in time; row 17 was ordered anew on 6 November.
  private func ordered(_ parts: [Part] = [.electronic]) throws -> Story {
    var story = Story()
    if !parts.isEmpty { try story.receive(parts, from: "临沧", on: "2018-10-19") }
    try story.recheck(.failed, rows: 17, on: "2018-11-05")
    try story.act("2018-11-06") { projection, today in
      try projection.plan(
        OrderRequest(until: day("2018-11-20"), on: today), for: [.finding(finding(17))],
        today: today)
    }
    return story
  }

  private func receive(
    _ part: Part, _ reference: Reference, on date: String, round: Int? = nil, in story: Story
  ) throws(Refusal) -> Plan {
    var request = ReceiptRequest(parts: [part], on: day(date))
    request.round = round
    return try story.at("2018-11-15").plan(request, for: [reference], today: day("2018-11-15"))
  }

  private func papers(_ story: Story) -> [[PartState]] {
    (story.at("2018-11-15").obligation(of: "临沧")?.rounds ?? []).map { $0.reports.map(\.paper) }
  }

  @Test(
    "A paper copy of a day before the order is of the round before; from that day on of its own")
  func byDay() throws {
    for (date, isBefore) in [
      ("2018-11-01", true), ("2018-11-05", true), ("2018-11-06", false), ("2018-11-07", false),
    ] {
      var story = try ordered()
      let plan = try receive(.paper, .unit("临沧"), on: date, in: story)
      story.record(plan.drafts, at: "2018-11-15T01:00:00Z")
      let here = PartState.valid(on: day(date))
      #expect(
        papers(story) == [
          [here, isBefore ? here : .missing, here, here, here], [isBefore ? .missing : here],
        ])
    }
  }

  @Test("What is valid in the round of its day is refused, and that day skipped")
  func again() throws {
    var story = try ordered(Part.allCases)
    #expect(
      refusal { () throws(Refusal) in
        try receive(.paper, .finding(finding(17)), on: "2018-11-01", in: story)
      } == .alreadyReceived(unit: "临沧", part: .paper, on: day("2018-10-19")))
    let same = try receive(.paper, .unit("临沧"), on: "2018-10-19", in: story)
    #expect(same.drafts.isEmpty && same.skipped == [.unit("临沧")])
    // In time for the order it is of the order.
    let later = try receive(.paper, .finding(finding(17)), on: "2018-11-06", in: story)
    story.record(later.drafts, at: "2018-11-15T01:00:00Z")
    #expect(papers(story)[1] == [.valid(on: day("2018-11-06"))])
  }

  @Test("A round that is named counts, but none that was ordered later")
  func named() throws {
    var story = try ordered()
    #expect(
      refusal { () throws(Refusal) in
        try receive(.paper, .unit("临沧"), on: "2018-11-01", round: 2, in: story)
      } == .noReportRound(unit: "临沧", round: 2, known: [1]))
    let plan = try receive(.paper, .unit("临沧"), on: "2018-11-08", round: 1, in: story)
    story.record(plan.drafts, at: "2018-11-15T01:00:00Z")
    #expect(
      papers(story) == [Array(repeating: .valid(on: day("2018-11-08")), count: 5), [.missing]])
  }

  @Test("Earlier records are read by their day alike, in whatever order they come")
  func recorded() throws {
    for isAll in [true, false] {
      var story = try ordered()
      let receipt = { (date: String) in
        EventDraft(
          on: day(date), quarter: Yunnan.quarter, round: 2, subject: .unit("临沧"),
          payload: .receipt(Receipt(part: .paper, covers: isAll ? nil : [finding(17)])))
      }
      story.record([receipt("2018-11-01"), receipt("2018-11-08")], at: "2018-11-15T01:00:00Z")
      let first = story.at("2018-11-15").obligation(of: "临沧")
      #expect(first?.rounds.last?.reports.map(\.paper) == [.valid(on: day("2018-11-08"))])
      #expect(first?.rounds.first?.report(17) == .valid(on: day("2018-11-01")))
      #expect(first?.receipts.count { $0.receipt?.part == .paper } == 2)
      #expect(
        yunnan(story.events.reversed(), asOf: "2018-11-15").obligation(of: "临沧")?.rounds
          == first?.rounds)
    }
  }

  @Test("Nobody is excused from an order that was not given, nor given more time for it")
  func othersByDay() throws {
    let story = try ordered([])
    let projection = story.at("2018-11-15")
    let waived = try projection.plan(
      WaiveRequest(on: day("2018-11-01"), authority: "甲", reason: "乙"),
      for: [.finding(finding(17))], today: day("2018-11-15"))
    #expect(waived.drafts.map(\.round) == [1])
    let extended = try projection.plan(
      ExtendRequest(until: day("2018-11-10"), on: day("2018-11-01"), authority: "甲", reason: "乙"),
      for: [.finding(finding(17))], today: day("2018-11-15"))
    #expect(extended.drafts.map(\.round) == [1])
    var read = story
    read.record(waived.drafts + extended.drafts, at: "2018-11-15T01:00:00Z")
    let rounds = try #require(read.at("2018-11-15").obligation(of: "临沧")?.rounds)
    #expect(rounds[0].reports[1].submission == .waived && rounds[1].submission == .outstanding)
    #expect(rounds[1].deadline == Deadline(day("2018-11-20")))
  }

  @Test("What is to be returned in an earlier round can be returned after the order")
  func returnedLater() throws {
    var story = Story()
    try story.receive([.paper], from: "临沧", on: "2018-10-19") { $0.signature = .none }
    try story.recheck(.failed, rows: 17, on: "2018-11-05")
    try story.act("2018-11-06") { projection, today in
      try projection.plan(
        OrderRequest(until: day("2018-11-20"), on: today), for: [.finding(finding(17))],
        today: today)
    }
    try story.act("2018-11-07") { projection, today in
      try projection.plan(
        ReturnRequest(parts: [.paper], on: today, reason: "未签字"), for: [.finding(finding(17))],
        today: today)
    }
    #expect(
      papers(story)[0][1] == .returned(on: day("2018-11-07"), arrived: day("2018-10-19")))
  }

  /// Whoever did not know of an order could not name its round: the day decides, on every machine and
  /// whatever else was recorded, and both parts of a report go together.
  @Test(arguments: [0, 1, 5], [0, 1, 5])
  func whatWasRecordedWithoutKnowingOfTheOrder(_ notesHere: Int, _ notesThere: Int) throws {
    var here = Story()
    try here.recheck(.failed, rows: 8, on: "2018-10-22")
    let note = { (story: inout Story, date: String) in
      _ = story.record(
        [
          EventDraft(
            on: day(date), quarter: Yunnan.quarter, subject: .unit("昆明"),
            payload: .note(Note(text: "甲")))
        ], at: "\(date)T01:00:00Z")
    }
    let there = try here.apart(seed: 77) { story in
      for index in 0..<notesThere { note(&story, "2018-10-2\(3 + index % 2)") }
      try story.receive(from: "保山", on: "2018-10-25")
    }
    for index in 0..<notesHere { note(&here, "2018-10-2\(3 + index % 2)") }
    try here.act("2018-10-23") { projection, today in
      try projection.plan(
        OrderRequest(until: day("2018-11-10"), on: today), for: [.finding(finding(8))],
        today: today)
    }
    let unit = yunnan(here.merged(with: there), asOf: "2018-10-30").obligation(of: "保山")
    let parts = (unit?.rounds ?? []).map { round in
      round.reports.map { [$0.paper, $0.electronic] }
    }
    let arrived = PartState.valid(on: day("2018-10-25"))
    // It counts for the order, and settles with it what the notice demanded.
    #expect(parts == [[[arrived, arrived], [arrived, arrived]], [[arrived, arrived]]])
    #expect(unit?.rounds.last?.receipts.count == 2)
  }
}

extension Round {
  fileprivate func report(_ row: Int) -> PartState? {
    reports.first { $0.finding == finding(row) }?.paper
  }
}
