import CensusCore
import Testing

/// What later records must not undo: lateness, the last verdict, what the notice itself counts.
@Suite("What lasts")
struct LastingTests {
  private func extend(
    _ story: inout Story, _ reference: Reference, until: String, on date: String
  ) throws {
    try story.act(date) { projection, today in
      try projection.plan(
        ExtendRequest(until: day(until), on: today, authority: "甲", reason: "乙"),
        for: [reference], today: today)
    }
  }

  @Test("An extension after completion is refused, and one from elsewhere wipes no lateness")
  func extensionAfterCompletion() throws {
    var story = Story()
    try story.receive(from: "怒江", on: "2018-10-22")
    #expect(throws: Refusal.completeBefore(.unit("怒江"), on: day("2018-10-22"))) {
      try extend(&story, .unit("怒江"), until: "2018-10-31", on: "2018-10-23")
    }
    story.record(
      [
        EventDraft(
          on: day("2018-10-23"), quarter: Yunnan.quarter, subject: .unit("怒江"),
          payload: .extend(Extend(until: day("2018-10-31"), authority: "甲", reason: "乙")))
      ], at: "2018-10-23T01:00:00Z")
    let unit = try #require(story.at("2018-10-24").obligation(of: "怒江"))
    #expect(unit.daysLate == 2 && unit.deadline == Deadline(day("2018-10-20")))
  }

  @Test("An extension granted before the report came counts, though it is recorded later")
  func extensionRecordedLater() throws {
    var story = Story()
    try story.receive(from: "怒江", on: "2018-10-22")
    let known = story.at("2018-10-23")
    let plan = try known.plan(
      ExtendRequest(until: day("2018-10-31"), on: day("2018-10-19"), authority: "甲", reason: "乙"),
      for: [.unit("怒江")], today: day("2018-10-23"))
    story.record(plan.drafts, at: "2018-10-23T01:00:00Z")
    #expect(story.at("2018-10-23").obligation(of: "怒江")?.daysLate == 0)
  }

  @Test("Of a unit reported in part the extension moves what is owed, and nothing that was late")
  func extensionOfTheRest() throws {
    var story = Story()
    try story.receive(from: "昆明", on: "2018-10-22") { $0.except = [finding(7)] }
    try extend(&story, .unit("昆明"), until: "2018-10-31", on: "2018-10-23")
    let projection = story.at("2018-10-24")
    #expect(projection.finding(finding(3))?.daysLate == 2)
    #expect(projection.finding(finding(7))?.deadline == Deadline(day("2018-10-31")))
  }

  @Test("What is complete in its own round is no record before, when another was ordered anew")
  func extensionBesideAnOrder() throws {
    var story = Story()
    try story.receive(from: "临沧", on: "2018-10-19")
    try story.recheck(.failed, rows: 17, on: "2018-11-05")
    try story.act("2018-11-06") { projection, today in
      try projection.plan(
        OrderRequest(until: day("2018-11-20"), on: today), for: [.finding(finding(17))],
        today: today)
    }
    #expect(throws: Refusal.completeBefore(.finding(finding(18)), on: day("2018-10-19"))) {
      try extend(&story, .finding(finding(18)), until: "2018-11-30", on: "2018-11-07")
    }
  }

  @Test("A re-check before the last one is refused; from elsewhere it does not decide")
  func earlierRecheck() throws {
    var story = Story()
    try story.recheck(.failed, rows: 3, on: "2018-11-05")
    let known = story.at("2018-11-10")
    #expect(
      refusal { () throws(Refusal) in
        try known.plan(
          RecheckRequest(.passed, on: day("2018-11-01")), for: [.finding(finding(3))],
          today: day("2018-11-10"))
      } == .beforeRecheck(finding(3), round: 1, on: day("2018-11-05")))
    story.record(
      [
        EventDraft(
          on: day("2018-11-01"), quarter: Yunnan.quarter, subject: .findings([finding(3)]),
          payload: .recheck(Recheck(verdict: .passed, recheckRound: 2)))
      ], at: "2018-11-10T01:00:00Z")
    let state = try #require(story.at("2018-11-10").finding(finding(3)))
    #expect(state.recheck == .failed && state.failedOn == day("2018-11-05"))
    #expect(state.nextRecheckRound == 3)
  }

  @Test("A reminder needs something that the unit owes; a failed re-check is such a thing")
  func chases() throws {
    var story = Story()
    try story.receive(from: "怒江", on: "2018-10-19")
    let chase = { (story: Story) throws(Refusal) -> Plan in
      try story.at("2018-11-10").plan(
        ChaseRequest(on: day("2018-11-10")), for: [.unit("怒江")], today: day("2018-11-10"))
    }
    #expect(refusal { () throws(Refusal) in try chase(story) } == .nothingOwed(.unit("怒江")))
    try story.recheck(.failed, rows: 10, on: "2018-11-05")
    #expect(try chase(story).drafts.count == 1)
  }

  @Test("What the notice demanded is overdue for ever, though all of it was ordered anew")
  func overdueForEver() throws {
    var story = Story()
    let rows = story.at("2018-11-01").obligation(of: "怒江")?.findings.map(\.finding.row) ?? []
    for row in rows { try story.recheck(.failed, rows: row, on: "2018-11-05") }
    try story.act("2018-11-06") { projection, today in
      try projection.plan(
        OrderRequest(until: day("2018-11-20"), on: today), for: [.unit("怒江")], today: today)
    }
    let projection = story.at("2018-11-10")
    let unit = try #require(projection.obligation(of: "怒江"))
    #expect(unit.isOverdue(on: day("2018-11-10")) && unit.daysOverdue(on: day("2018-11-10")) == 21)
    #expect(unit.daysLeft(on: day("2018-11-10")) == 10)
    #expect(unit.findings.allSatisfy { $0.isOverdue(on: day("2018-11-10")) })
    #expect(
      projection.owing.count { $0.isOverdue(on: projection.asOf) } == projection.overview.overdue)
    #expect(
      unit.findings.first?.modifiers(on: projection.asOf)
        .contains(.earlierOverdue(round: 1, days: 21)) == true)
  }

  @Test("After a passed second round the rest of the unit is re-checked next")
  func nextOfTheRest() throws {
    var story = Story()
    try story.receive(from: "临沧", on: "2018-10-19")
    try story.recheck(.failed, rows: 17, on: "2018-11-05")
    try story.act("2018-11-06") { projection, today in
      try projection.plan(
        OrderRequest(until: day("2018-11-20"), on: today), for: [.finding(finding(17))],
        today: today)
    }
    try story.receive(from: "2018Q3-17", on: "2018-11-10") { $0.onlyNamed = true }
    try story.recheck(.passed, rows: 17, on: "2018-11-12")
    #expect(story.at("2018-11-12").obligation(of: "临沧")?.next?.what == .recheck)
  }

  @Test("Days count the complete as the overview does: the excused are not among them")
  func excused() throws {
    var story = Story()
    try story.act("2018-10-10") { projection, today in
      try projection.plan(
        WaiveRequest(on: today, authority: "甲", reason: "乙"), for: [.unit("怒江")], today: today)
    }
    let projection = story.at("2018-10-23")
    #expect(projection.deadlines.map(\.completeCount) == [0])
    #expect(projection.overview.complete == 0 && projection.overview.waived == 1)
  }

  @Test("A code or a name that is so already is not corrected")
  func alreadySo() throws {
    let story = Story()
    let code = try #require(story.at("2018-10-18").finding(finding(3))?.finding.code)
    #expect(
      refusal { () throws(Refusal) in
        try story.at("2018-10-18").plan(
          CorrectRequest(.code, to: code.text, reason: "核对", on: day("2018-10-18")),
          for: .site(code), today: day("2018-10-18"))
      } == .alreadySo(.site(code), .code, code.text))
  }

  @Test("A signature belongs to the paper copy; a fax is none; the same further report is one")
  func receipts() throws {
    var story = Story()
    var request = ReceiptRequest(parts: [.electronic], on: day("2018-10-18"))
    request.signature = .none
    #expect(
      refusal { () throws(Refusal) in
        try story.at("2018-10-18").plan(
          request, for: [.unit("怒江")], today: day("2018-10-18"))
      } == .signatureWithoutPaper)
    try story.receive([.paper], from: "怒江", on: "2018-10-18") { $0.channel = .fax }
    #expect(
      story.at("2018-10-18").obligation(of: "怒江")?.paper == .toReturn(on: day("2018-10-18")))
    try story.receive([.paper], from: "怒江", on: "2018-10-19")
    let again = { (story: Story) throws(Refusal) -> Plan in
      var request = ReceiptRequest(parts: [.paper], on: day("2018-10-20"))
      request.again = true
      return try story.at("2018-10-20").plan(
        request, for: [.unit("怒江")], today: day("2018-10-20"))
    }
    story.record(try again(story).drafts, at: "2018-10-20T01:00:00Z")
    #expect(try again(story).drafts.isEmpty && again(story).skipped == [.unit("怒江")])
  }
}
