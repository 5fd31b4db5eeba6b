import CensusCore
import Testing

/// Details of one finding, an order that was taken back, and parts of what is closed.
@Suite("What was said of something else")
struct SaidOfOthersTests {
  private static func order(
    _ until: String, _ projection: Projection, on today: Day
  ) throws(Refusal) -> Plan {
    try projection.plan(
      OrderRequest(until: day(until), on: today), for: [.unit("临沧")], today: today)
  }

  @Test("A receipt of an order that was taken back does not answer the next order")
  func orderTakenBack() throws {
    var story = Story()
    try story.receive(from: "临沧", on: "2018-10-19")
    try story.recheck(.failed, rows: 17, on: "2018-11-05")
    try story.act("2018-11-06") { try Self.order("2018-11-20", $0, on: $1) }
    let first = try #require(story.events.last)
    try story.receive(from: "临沧", on: "2018-11-10")
    let retraction = EventDraft(
      on: day("2018-11-11"), quarter: Yunnan.quarter, subject: .event(first.id),
      payload: .retract(Retract(targets: [first.id])))
    story.record([retraction], at: "2018-11-11T01:00:00Z")
    try story.act("2018-11-11") { try Self.order("2018-11-25", $0, on: $1) }
    #expect(story.at("2018-11-12").finding(finding(17))?.submission == .outstanding)
  }

  @Test("Details given of one finding are of that one: the receipt of the others stays as it is")
  func details() throws {
    var story = Story()
    try story.receive([.paper], from: "临沧", on: "2018-10-10")
    let add = { (row: Int, number: String, story: Story) throws(Refusal) -> Plan in
      var request = ReceiptRequest(parts: [.paper], on: day("2018-10-10"))
      request.onlyNamed = true
      request.incoming = number
      return try story.at("2018-10-11").plan(
        request, for: [.finding(finding(row))], today: day("2018-10-11"))
    }
    for (row, number) in [(17, "X1"), (16, "X2")] {
      let plan = try add(row, number, story)
      #expect(plan.findings == [finding(row)] && plan.supplemented == [.unit("临沧")])
      story.record(plan.drafts, at: "2018-10-11T01:00:00Z")
    }
    let numbers = (story.at("2018-10-11").obligation(of: "临沧")?.receipts ?? []).compactMap(
      \.receipt
    )
    .filter { $0.incoming != nil }.map { "\($0.incoming ?? "") \($0.covers ?? [])" }
    #expect(numbers == ["X1 [2018Q3-17]", "X2 [2018Q3-16]"])
    #expect(story.at("2018-10-11").obligation(of: "临沧")?.paper == .valid(on: day("2018-10-10")))
    // Given again it is known; another number of the same is refused.
    #expect(try add(17, "X1", story).skipped == [.unit("临沧")])
    #expect(throws: Refusal.self) { try add(17, "X9", story) }
  }

  @Test("A part of what is closed does not go back: a closed finding never reopens")
  func closed() throws {
    var story = Story()
    try story.receive(from: "昆明", on: "2018-10-18")
    try story.recheck(.passed, rows: 3, on: "2018-10-25")
    let send = { (reference: Reference) throws(Refusal) -> Plan in
      try story.at("2018-10-26").plan(
        ReturnRequest(parts: [.paper], on: day("2018-10-26"), reason: "章不清"), for: [reference],
        today: day("2018-10-26"))
    }
    #expect(
      refusal { () throws(Refusal) in try send(.finding(finding(3))) } == .alreadyClosed(finding(3))
    )
    #expect(try send(.unit("昆明")).findings == [4, 5, 6, 7].map(finding))
  }
}
