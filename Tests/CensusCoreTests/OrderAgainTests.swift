import CensusCore
import Testing

/// Orders to whoever was ordered anew already, and what the day of an act says of its round.
@Suite("Ordered anew once")
struct OrderAgainTests {
  /// 临沧 reported in time; row 17 failed on 5 November, was ordered anew until the 20th on the 6th.
  private func ordered() throws -> Story {
    var story = Story()
    try story.receive(from: "临沧", on: "2018-10-19")
    try story.recheck(.failed, rows: 17, on: "2018-11-05")
    try story.act("2018-11-06") { try Self.order(.finding(finding(17)), "2018-11-20", $0, on: $1) }
    return story
  }

  private static func order(
    _ reference: Reference, _ until: String, _ projection: Projection, on: Day,
    number: String? = nil
  ) throws(Refusal) -> Plan {
    var request = OrderRequest(until: day(until), on: on)
    request.reference = number
    return try projection.plan(request, for: [reference], today: day("2018-12-31"))
  }

  private func rounds(_ story: Story, on date: String) -> [String] {
    (story.at(date).obligation(of: "临沧")?.rounds ?? []).dropFirst().map { round in
      "\(round.number): "
        + round.reports.map { "\($0.finding.number) \($0.deadline.map { "\($0.day)" } ?? "-")" }
        .joined(separator: ", ")
    }
  }

  @Test("Whoever owes the notice's own report is chased for it, whatever was ordered since")
  func theNoticesOwnComesFirst() throws {
    var story = Story()
    try story.recheck(.failed, rows: 3, on: "2018-10-18")
    try story.act("2018-10-18") { try Self.order(.finding(finding(3)), "2018-11-10", $0, on: $1) }
    let next = { (date: String) in story.at(date).obligation(of: "昆明")?.next }
    #expect(next("2018-10-19") == NextAction(on: day("2018-10-19"), what: .chase))
    #expect(next("2018-10-25") == NextAction(on: day("2018-10-25"), what: .chase))
    #expect(
      story.at("2018-10-25").obligation(of: "昆明")?.modifiers(on: day("2018-10-25"))
        == [.earlierOverdue(round: 1, days: 5)])
    // Once that is here, what was ordered is waited for.
    try story.receive(from: "昆明", on: "2018-10-25")
    #expect(next("2018-10-26")?.what != .chase)
  }

  @Test(
    "What stands in an ordered round of which nothing was received is not ordered again",
    arguments: [false, true],
    [("2018-12-20", 8), ("2018-11-20", 8), ("2018-11-15", 8), ("2018-12-20", 6)])
  func again(failsMeanwhile: Bool, order: (until: String, on: Int)) throws {
    var story = try ordered()
    if failsMeanwhile { try story.recheck(.failed, rows: 17, on: "2018-11-07") }
    let refused = Refusal.alreadyOrdered(unit: "临沧", round: 2, until: day("2018-11-20"))
    for reference in [Reference.unit("临沧"), .finding(finding(17))] {
      #expect(
        refusal { () throws(Refusal) in
          try Self.order(
            reference, order.until, story.at("2018-11-10"), on: day("2018-11-0\(order.on)"))
        } == refused)
    }
  }

  @Test(
    "The same order given twice is skipped, whatever was re-checked since",
    arguments: [false, true])
  func twice(failsMeanwhile: Bool) throws {
    var story = try ordered()
    if failsMeanwhile { try story.recheck(.failed, rows: 17, on: "2018-11-07") }
    let plan = try Self.order(
      .unit("临沧"), "2018-11-20", story.at("2018-11-10"), on: day("2018-11-06"))
    #expect(plan.drafts.isEmpty && plan.skipped == [.unit("临沧")])
    // With another number it is another letter, and a number that is not kept is not dropped.
    #expect(
      refusal { () throws(Refusal) in
        try Self.order(
          .unit("临沧"), "2018-11-20", story.at("2018-11-10"), on: day("2018-11-06"), number: "9号")
      } == .alreadyOrdered(unit: "临沧", round: 2, until: day("2018-11-20")))
  }

  @Test("An extended order is told by the day that holds now")
  func extended() throws {
    var story = try ordered()
    try story.act("2018-11-07") { projection, today in
      try projection.plan(
        ExtendRequest(until: day("2018-12-01"), on: today, authority: "甲", reason: "乙"),
        for: [.finding(finding(17))], today: today)
    }
    #expect(
      refusal { () throws(Refusal) in
        try Self.order(.unit("临沧"), "2018-12-20", story.at("2018-11-08"), on: day("2018-11-08"))
      } == .alreadyOrdered(unit: "临沧", round: 2, until: day("2018-12-01")))
  }

  @Test("Of a unit only those are ordered that are not yet; each keeps its day")
  func others() throws {
    var story = try ordered()
    try story.recheck(.failed, rows: 17, 18, on: "2018-11-07")
    try story.act("2018-11-08") { try Self.order(.unit("临沧"), "2018-12-20", $0, on: $1) }
    #expect(rounds(story, on: "2018-11-10") == ["2: 17 2018-11-20, 18 2018-12-20"])
    #expect(
      refusal { () throws(Refusal) in
        try Self.order(.unit("临沧"), "2018-12-24", story.at("2018-11-10"), on: day("2018-11-10"))
      } == .alreadyOrdered(unit: "临沧", round: 2, until: day("2018-11-20")))
  }

  @Test("Once the ordered report is here or excused, a further failure opens the next round")
  func next() throws {
    for isExcused in [false, true] {
      var story = try ordered()
      if isExcused {
        try story.act("2018-11-10") { projection, today in
          try projection.plan(
            WaiveRequest(on: today, authority: "甲", reason: "乙"), for: [.finding(finding(17))],
            today: today)
        }
      } else {
        try story.receive(from: "2018Q3-17", on: "2018-11-10") { $0.onlyNamed = true }
      }
      try story.recheck(.failed, rows: 17, on: "2018-11-12")
      try story.act("2018-11-13") { try Self.order(.unit("临沧"), "2018-11-30", $0, on: $1) }
      #expect(rounds(story, on: "2018-11-14") == ["2: 17 2018-11-20", "3: 17 2018-11-30"])
      #expect(story.at("2018-11-14").finding(finding(17))?.submission == .outstanding)
    }
  }

  @Test("A report after the last failure waits for the re-check; one before it does not")
  func reported() throws {
    for (failed, received, headline) in [
      ("2018-11-07", "2018-11-09", Headline.awaitingRecheck),
      ("2018-11-09", "2018-11-07", .recheckFailed),
      ("2018-11-09", "2018-11-09", .recheckFailed),
    ] {
      var story = try ordered()
      if received <= failed { try story.receive(from: "临沧", on: received) }
      try story.recheck(.failed, rows: 17, on: failed)
      if received > failed { try story.receive(from: "临沧", on: received) }
      #expect(story.at("2018-11-10").finding(finding(17))?.headline == headline)
    }
  }

  @Test("Excused from what was ordered is not reported anew")
  func excused() throws {
    var story = try ordered()
    try story.act("2018-11-07") { projection, today in
      try projection.plan(
        WaiveRequest(on: today, authority: "甲", reason: "乙"), for: [.finding(finding(17))],
        today: today)
    }
    let projection = story.at("2018-11-10")
    #expect(projection.overview.orderedComplete == 0)
    #expect(projection.brief.chinese.contains("责令限期再整改1家（临沧市），其中免报1家。"))
    #expect(projection.brief.english.contains("(Lincang), of them 1 excused."))
  }

  @Test("To be considered are those findings whose own accountability is not over")
  func considered() throws {
    var story = Story()
    try story.recheck(.failed, rows: 17, on: "2018-11-05")
    for (stage, date) in [
      (Accountability.Stage.opened, "2018-11-06"), (.measure, "2018-11-08"),
      (.concluded, "2018-11-09"),
    ] {
      try story.act(date) { projection, today in
        var request = AccountRequest(stage, on: today)
        if stage == .opened { request.approvedBy = "甲" }
        if stage == .measure { request.measure = .interview }
        return try projection.plan(request, for: [.unit("临沧")], today: today)
      }
      if stage == .measure { try story.recheck(.failed, rows: 16, on: "2018-11-08") }
    }
    let over = try #require(story.at("2018-11-10").accountability.rows.first)
    #expect(over.state == .toBeConsidered)
    #expect(over.failed.map(\.finding.id) == [finding(16)])
    #expect(Terms.grounds(over).count == 1)
    // While it goes on for one, the other is told as what it is.
    let going = try #require(story.at("2018-11-08").accountability.rows.first)
    #expect(going.state == .measured)
    #expect(
      Terms.grounds(going).map { $0.chinese.hasSuffix("，待研究问责") } == [true, false])
  }
}
