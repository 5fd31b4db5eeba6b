import CensusCore
import Testing

/// Stores that meet: what two people recorded without knowledge of each other, and cannot both be so.
@Suite("Contraries that only a merge makes")
struct ContrariesTests {
  private typealias Acts = (inout Story) throws -> Void

  /// Two stores that grew apart from one, put together on either machine.
  private func merged(
    from base: Story = Story(), _ left: Acts, _ right: Acts, on date: String = "2018-11-30"
  ) throws -> Story {
    let first = try base.apart(seed: 5, left)
    let second = try base.apart(seed: 6, right)
    var story = Story(seed: 9)
    story.adopt(first.merged(with: second))
    #expect(story.at(date) == yunnan(second.merged(with: first), asOf: date))
    return story
  }

  private func correct(_ id: Reference, _ field: Correct.Field, _ new: String) -> Acts {
    { story in
      try story.act("2018-10-18") { projection, today in
        try projection.plan(
          CorrectRequest(field, to: new, reason: "核对", on: today), for: id, today: today)
      }
    }
  }

  private func resolve(_ keep: EventID, _ story: inout Story) throws {
    try story.act("2018-11-30") { projection, today in
      try projection.plan(ResolveRequest(keep: keep, on: today), today: today)
    }
  }

  @Test("Two sites corrected to one code stay two, flagged, until one record is kept")
  func sharedCode() throws {
    let codes = [3, 4].compactMap { Story().at("2018-10-18").finding(finding($0))?.finding.code }
    var story = try merged(
      correct(.site(codes[0]), .code, "5301000099"), correct(.site(codes[1]), .code, "5301000099"))
    let projection = story.at("2018-11-30")
    #expect(projection.sites.count == 19)
    let conflict = try #require(projection.conflicts.first)
    #expect(projection.conflicts.count == 1 && conflict.kind == .corrections)
    #expect(conflict.events.count == 2)
    for row in [3, 4] { #expect(projection.finding(finding(row))?.conflicts == [conflict]) }
    let kept = try #require(conflict.events.last)
    try resolve(kept, &story)
    let settled = story.at("2018-11-30")
    #expect(settled.conflicts == [] && settled.sites.count == 19)
    #expect(settled.sites.count { $0.code == SiteCode("5301000099") } == 1)
  }

  @Test("A correction to the code of another site, made without its notice, does not count")
  func takenCode() throws {
    let codes = [3, 4].compactMap { Story().at("2018-10-18").finding(finding($0))?.finding.code }
    var story = Story()
    let correct = Correct(
      field: .code, old: codes[0].text, new: codes[1].text, from: nil, reason: "误印")
    let event = story.record(
      [
        EventDraft(
          on: day("2018-10-18"), quarter: nil, subject: .site(codes[0]), payload: .correct(correct))
      ], at: "2018-10-18T01:00:00Z")[0]
    let projection = story.at("2018-11-30")
    #expect(projection.sites.count == 19)
    #expect(projection.finding(finding(3))?.site == codes[0])
    let row = try #require(projection.takenCodeDiscrepancies.first)
    #expect(projection.allDiscrepancies(with: []).contains(row))
    #expect(row.severity == .warning && row.place == .findings([finding(4)]))
    #expect(row.command?.chinese == "；请核对后用 census retract \(event.id.text.prefix(8)) 撤回")
    #expect(row.message.english.hasSuffix("does not count"))
    // A code that a site had leads on to the one it has.
    try self.correct(.site(codes[1]), .code, "5301000097")(&story)
    #expect(story.at("2018-11-30").takenCodeDiscrepancies.count == 1)
    #expect(story.at("2018-11-30").sites.count == 19)
    story.record(
      [
        EventDraft(
          on: day("2018-11-01"), quarter: nil, subject: .event(event.id),
          payload: .retract(Retract(targets: [event.id], reason: "误印")))
      ], at: "2018-11-01T01:00:00Z")
    #expect(story.at("2018-11-30").takenCodeDiscrepancies == [])
  }

  @Test("A code given up since is free for another site")
  func codeGivenUp() throws {
    let codes = [3, 4].compactMap { Story().at("2018-10-18").finding(finding($0))?.finding.code }
    var story = Story()
    try correct(.site(codes[0]), .code, "5301000099")(&story)
    try correct(.site(codes[0]), .code, "5301000098")(&story)
    try correct(.site(codes[1]), .code, "5301000099")(&story)
    #expect(story.at("2018-11-30").conflicts == [])
    #expect(story.at("2018-11-30").finding(finding(4))?.site == SiteCode("5301000099"))
  }

  @Test("A circle of successors: the record that closes it does not count, and both are flagged")
  func circle() throws {
    let codes = [3, 4].compactMap { Story().at("2018-10-18").finding(finding($0))?.finding.code }
    var story = try merged(
      correct(.site(codes[0]), .successor, codes[1].text),
      correct(.site(codes[1]), .successor, codes[0].text))
    let conflict = try #require(story.at("2018-11-30").conflicts.first)
    #expect(conflict.events.count == 2 && conflict.counting == conflict.events[0])
    for row in [3, 4] {
      #expect(story.at("2018-11-30").finding(finding(row))?.conflicts == [conflict])
    }
    try resolve(conflict.events[1], &story)
    #expect(story.at("2018-11-30").conflicts == [])
  }

  @Test("Two orders: the earlier day counts until one is kept")
  func orders() throws {
    var base = Story()
    try base.receive(from: "临沧", on: "2018-10-19")
    try base.recheck(.failed, rows: 17, on: "2018-11-05")
    let order = { (until: String) -> Acts in
      { story in
        try story.act("2018-11-06") { projection, today in
          try projection.plan(
            OrderRequest(until: day(until), on: today), for: [.finding(finding(17))], today: today)
        }
      }
    }
    var story = try merged(from: base, order("2018-11-20"), order("2018-11-25"))
    let projection = story.at("2018-11-10")
    #expect(projection.conflicts.map(\.kind) == [.orders])
    #expect(projection.finding(finding(17))?.deadline == Deadline(day("2018-11-20")))
    let later = try #require(
      projection.conflicts.first.flatMap { conflict in
        conflict.events.first { $0 != conflict.counting }
      })
    try resolve(later, &story)
    #expect(story.at("2018-11-30").conflicts == [])
    #expect(
      story.at("2018-11-30").finding(finding(17))?.deadline == Deadline(day("2018-11-25")))
  }

  @Test("Two lists of what has to be mended: the longer counts until one is kept")
  func details() throws {
    let list = { (words: [String]) -> Acts in
      { story in
        try story.act("2018-10-18") { projection, today in
          try projection.plan(
            DetailRequest(on: today, lines: words.map { Detail.Line(found: $0) }),
            for: finding(3), today: today)
        }
      }
    }
    let story = try merged(list(["甲"]), list(["乙", "丙"]))
    let state = try #require(story.at("2018-11-30").finding(finding(3)))
    #expect(state.conflicts.map(\.kind) == [.details])
    #expect(state.detail.map(\.found) == ["乙", "丙"])
  }

  @Test("One receipt with two numbers, or with and without the signature")
  func receipts() throws {
    let receive = { (change: @escaping (inout ReceiptRequest) -> Void) -> Acts in
      { try $0.receive([.paper], from: "保山", on: "2018-10-18", change) }
    }
    let numbers = try merged(receive { $0.incoming = "政-1" }, receive { $0.incoming = "政-2" })
    #expect(numbers.at("2018-11-30").conflicts.map(\.kind) == [.receipts])
    #expect(
      numbers.at("2018-11-30").obligation(of: "保山")?.paper == .valid(on: day("2018-10-18")))
    let signatures = try merged(receive { _ in }, receive { $0.signature = .none })
    #expect(signatures.at("2018-11-30").conflicts.map(\.kind) == [.receipts])
    #expect(
      signatures.at("2018-11-30").obligation(of: "保山")?.paper == .valid(on: day("2018-10-18")))
    // One that says more of the same contradicts nothing.
    let more = try merged(receive { _ in }, receive { $0.incoming = "政-2" })
    #expect(more.at("2018-11-30").conflicts == [])
  }

  @Test("Dark or not: the doubt lasts as long as the failure, and ends with a re-check")
  func darkness() throws {
    let site = { (status: Availability.Status, date: String) -> Acts in
      { story in
        try story.act(date) { projection, today in
          try projection.plan(
            AvailabilityRequest(status, on: today), for: [.finding(finding(10))], today: today)
        }
      }
    }
    var story = try merged(site(.dark, "2018-11-01"), site(.operating, "2018-11-01"))
    try site(.operating, "2018-11-03")(&story)
    let back = try #require(story.at("2018-11-04").finding(finding(10)))
    #expect(back.recheck == .failed && back.conflicts.map(\.kind) == [.availability])
    try story.recheck(.passed, rows: 10, on: "2018-11-05")
    #expect(story.at("2018-11-05").finding(finding(10))?.conflicts == [])
  }

  @Test("Contrary verdicts of a round are flagged until a later round decides")
  func verdicts() throws {
    var story = try merged(
      { try $0.recheck(.failed, rows: 3, on: "2018-11-05") },
      { try $0.recheck(.passed, rows: 3, on: "2018-11-05") })
    #expect(story.at("2018-11-06").conflicts.map(\.kind) == [.verdicts])
    try story.recheck(.passed, rows: 3, on: "2018-11-08")
    #expect(story.at("2018-11-08").conflicts == [])
    #expect(story.at("2018-11-08").finding(finding(3))?.recheck == .passed)
  }
}
