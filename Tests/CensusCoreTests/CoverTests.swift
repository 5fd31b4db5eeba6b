import CensusCore
import Testing

/// What is recorded for some findings says nothing of those that were struck off then.
@Suite("Records cover what they were said of")
struct CoverTests {
  typealias Planning = @Sendable (Projection, Day) throws -> Plan

  static let acts: [(name: String, plan: Planning)] = [
    ("receipt", { try receive("保山", $0, on: $1) }),
    ("receipt of a finding", { try receive("2018Q3-9", $0, on: $1) }),
    ("receipt of one only", { try receive("2018Q3-9", $0, on: $1, isOnly: true) }),
    (
      "waiver",
      { projection, today in
        try projection.plan(
          WaiveRequest(on: today, authority: "甲", reason: "乙"), for: [.unit("保山")], today: today)
      }
    ),
    (
      "waiver of a finding",
      { projection, today in
        try projection.plan(
          WaiveRequest(on: today, authority: "甲", reason: "乙"), for: [.finding(finding(9))],
          today: today)
      }
    ),
    (
      "extension",
      { projection, today in
        try projection.plan(
          ExtendRequest(until: day("2018-11-20"), on: today, authority: "甲", reason: "乙"),
          for: [.unit("保山")], today: today)
      }
    ),
  ]

  private static func receive(
    _ id: String, _ projection: Projection, on today: Day, isOnly: Bool = false
  ) throws -> Plan {
    var request = ReceiptRequest(parts: Part.allCases, on: today)
    request.onlyNamed = isOnly
    return try projection.plan(request, for: [try projection.resolve(id)], today: today)
  }

  private static func strike(_ story: inout Story, on date: String) throws {
    try story.act(date) { projection, today in
      try projection.plan(
        VoidRequest(on: today, reason: "误"), for: [.finding(finding(8))], today: today)
    }
  }

  private static func takeBack(_ story: inout Story, on date: String) throws {
    try story.act(date) { projection, today in
      try projection.plan(
        ReinstateRequest(on: today, reason: "复核"), for: [.finding(finding(8))], today: today)
    }
  }

  private func reports(_ story: Story) -> [Report?] {
    [8, 9].map { story.at("2018-10-15").finding(finding($0))?.report }
  }

  @Test(
    "A finding that is taken back is as if nothing had been recorded meanwhile", arguments: 0..<6)
  func takenBack(act: Int) throws {
    var (story, still) = (Story(), Story())
    for isUndone in [false, true] {
      story = Story()
      still = Story()
      try Self.strike(&story, on: "2018-10-10")
      try story.act("2018-10-11", by: "wang", Self.acts[act].plan)
      if isUndone {
        try story.undo("2018-10-12")
      } else {
        try Self.takeBack(&story, on: "2018-10-12")
      }
      let (eight, nine) = (reports(story)[0], reports(story)[1])
      #expect(eight?.submission == .outstanding && eight?.isExtended == false)
      #expect(nine?.submission.isSettled == true || nine?.isExtended == true)
    }
    // Without anything struck off, the unit's act is of both.
    try still.act("2018-10-11", Self.acts[0].plan)
    #expect(reports(still).map { $0?.submission } == [.complete, .complete])
  }

  static let payloads: [Event.Payload] = [
    .receipt(Receipt(part: .paper)), .waive(Waive(authority: "甲", reason: "乙")),
    .extend(Extend(until: day("2018-11-20"), authority: "甲", reason: "乙")),
  ]

  @Test(
    "Records of all findings are of those that their writer did not know to be struck off",
    arguments: 0..<3)
  func recorded(payload: Int) throws {
    let draft = { (date: String, known: [EventID]) in
      EventDraft(
        on: day(date), quarter: Yunnan.quarter, subject: .unit("保山"),
        payload: Self.payloads[payload], follows: known)
    }
    let isTouched = { (story: Story) in
      reports(story).map {
        $0?.paper != .missing || $0?.submission == .waived || $0?.isExtended == true
      }
    }
    // Known to be struck off, whatever the day of either: not covered; not known, covered. A strike that was
    // retracted never was.
    for date in ["2018-10-09", "2018-10-11"] {
      for isKnown in [true, false] {
        var story = Story()
        try Self.strike(&story, on: "2018-10-10")
        let known = isKnown ? story.events.map(\.id) : []
        story.record([draft(date, known)], at: "2018-10-11T05:00:00Z")
        try Self.takeBack(&story, on: "2018-10-12")
        #expect(isTouched(story) == [!isKnown, true])
      }
      var undone = Story()
      try Self.strike(&undone, on: "2018-10-10")
      let known = undone.events.map(\.id)
      undone.record([draft(date, known)], at: "2018-10-11T05:00:00Z", by: "wang")
      try undone.undo("2018-10-12")
      #expect(isTouched(undone) == [true, true])
    }
    // Struck off afterwards, or before and back by then: covered.
    var after = Story()
    after.record([draft("2018-10-11", [])], at: "2018-10-11T05:00:00Z")
    try Self.strike(&after, on: "2018-10-12")
    try Self.takeBack(&after, on: "2018-10-13")
    #expect(isTouched(after) == [true, true])
    var before = Story()
    try Self.strike(&before, on: "2018-10-09")
    try Self.takeBack(&before, on: "2018-10-10")
    before.record([draft("2018-10-11", [])], at: "2018-10-11T05:00:00Z")
    #expect(isTouched(before) == [true, true])
  }

  /// What both recorded of the unit counts once the strike is taken back, whichever came first by clock or hash.
  @Test(
    "A strike that somebody had not heard of takes nothing from what they recorded",
    arguments: 0..<12)
  func unaware(seed: Int) throws {
    let apart = Story()
    let first = try apart.apart(seed: UInt64(seed)) { story in
      try Self.strike(&story, on: "2018-10-10")
    }
    let second = try apart.apart(seed: UInt64(seed + 100)) { story in
      try story.receive([.paper], from: "保山", on: "2018-10-11")
      try story.receive([.electronic], from: "保山", on: "2018-10-12")
    }
    var story = Story(seed: 9)
    story.adopt(first.merged(with: second))
    #expect(story.at("2018-10-15").finding(finding(8))?.isVoid == true)
    try Self.takeBack(&story, on: "2018-10-13")
    #expect(reports(story).map { $0?.submission } == [.complete, .complete])
  }

  /// A step about a unit of which nothing is left to be held accountable for names none.
  @Test("Whoever records of a unit as a whole says which strikes they knew")
  func known() throws {
    var story = Story()
    try story.recheck(.passed, rows: 9, on: "2018-10-09")
    try story.receive(from: "保山", on: "2018-10-09")
    try Self.strike(&story, on: "2018-10-10")
    let strike = try #require(story.events.last?.id)
    let plan = try story.act("2018-10-11") { projection, today in
      var request = AccountRequest(.opened, on: today)
      request.approvedBy = "甲"
      request.note = "迟报"
      return try projection.plan(request, for: [.unit("保山")], today: today)
    }
    #expect(plan.drafts.first?.follows == [strike])
    #expect(story.at("2018-10-15").obligation(of: "保山")?.accountability == .opened)
    try Self.takeBack(&story, on: "2018-10-12")
    #expect(story.at("2018-10-15").finding(finding(8))?.accountability == Accountability.State.none)
  }

  @Test(
    "A step of accountability that names nothing is of none that its writer knew to be struck off")
  func steps() throws {
    var story = Story()
    try story.recheck(.failed, rows: 8, 9, on: "2018-10-09")
    try Self.strike(&story, on: "2018-10-10")
    let known = story.events.last.map { [$0.id] } ?? []
    story.record(
      [
        EventDraft(
          on: day("2018-10-11"), quarter: Yunnan.quarter, subject: .unit("保山"),
          payload: .accountability(Accountability(stage: .opened, approvedBy: "甲")), follows: known)
      ], at: "2018-10-11T05:00:00Z")
    try Self.takeBack(&story, on: "2018-10-12")
    #expect(
      [8, 9].map { story.at("2018-10-15").finding(finding($0))?.accountability }
        == [.toBeConsidered, .opened])
  }
}

@Suite("Returns once")
struct ReturnOnceTests {
  private func send(
    _ reference: Reference, _ parts: [Part], _ story: Story, on date: String, reason: String = "x"
  ) throws(Refusal) -> Plan {
    try story.at(date).plan(
      ReturnRequest(parts: parts, on: day(date), reason: reason), for: [reference], today: day(date)
    )
  }

  @Test(
    "A return repeated word for word sends nothing else back: neither other rows nor the other part"
  )
  func rows() throws {
    var story = Story()
    try story.receive(from: "临沧", on: "2018-10-11")
    story.record(
      try send(.finding(finding(16)), [.paper], story, on: "2018-10-14").drafts,
      at: "2018-10-14T05:00:00Z")
    try story.receive([.paper], from: "临沧", on: "2018-10-15") { $0.signature = .none }
    let first = try send(.unit("临沧"), Part.allCases, story, on: "2018-10-15")
    #expect(first.drafts.map(\.subject) == [.findings([finding(16)])])
    #expect(first.findings == [finding(16)])
    story.record(first.drafts, at: "2018-10-15T05:00:00Z")
    for parts in [[Part.paper], Part.allCases] {
      let again = try send(.unit("临沧"), parts, story, on: "2018-10-15")
      #expect(again.drafts.isEmpty && again.skipped == [.unit("临沧")])
    }
    // Another reason is another return, and rows that it did not send back can be named.
    let other = try send(.unit("临沧"), [.paper], story, on: "2018-10-15", reason: "y")
    #expect(other.findings == [17, 18, 19, 20].map(finding))
    let named = try send(.finding(finding(18)), [.paper], story, on: "2018-10-15")
    #expect(named.findings == [finding(18)])
  }
}
