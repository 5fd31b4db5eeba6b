import CensusCore
import Testing

/// 10,000 random sequences in two tests, a hundred for each argument; a failure names its seed.
@Suite("Laws of the life of a rectification, over random events of every kind")
struct LifeLawTests {
  private static let blocks = UInt64(0)..<50
  private static let perBlock = UInt64(100)

  private func sequences(_ block: UInt64) -> [(seed: UInt64, events: [Event])] {
    (0..<Self.perBlock).map { index in
      let seed = block * Self.perBlock + index
      return (seed, RandomLife(seed: seed, count: 18).events)
    }
  }

  @Test(
    "In any order, and repeated, events say the same; retract and redo are inverses",
    arguments: blocks)
  func orderAndInverses(block: UInt64) {
    for (seed, events) in sequences(block) {
      var random = SplitMix64(seed: seed)
      let expected = yunnan(events, asOf: "2018-11-15")
      let shuffled = (events + events.prefix(5)).shuffled(using: &random)
      #expect(yunnan(shuffled, asOf: "2018-11-15") == expected, "seed \(seed)")

      // Taking something back, and taking that back, changes nothing.
      var story = Story(seed: seed)
      // Whoever takes it back comes after all that was recorded.
      story.adopt(events)
      let target = known(events.randomElement(using: &random))
      let draft = { (id: EventID) in
        EventDraft(
          on: day("2018-11-15"), quarter: target.quarter, subject: .event(id),
          payload: .retract(Retract(targets: [id])))
      }
      let first = story.record([draft(target.id)], at: "2018-11-15T01:00:00Z")[0]
      story.record([draft(first.id)], at: "2018-11-15T02:00:00Z")
      let after = yunnan(story.events, asOf: "2018-11-15")
      #expect(after.obligations == expected.obligations, "seed \(seed)")
      #expect(after.overview == expected.overview, "seed \(seed)")
    }
  }

  @Test(
    "Published facts stay; on the due day nothing is overdue; the parts add up", arguments: blocks)
  func factsAndSums(block: UInt64) {
    for (seed, events) in sequences(block + 50) {
      let due = yunnan(events, asOf: "2018-10-20")
      let overdue = due.owing.filter { $0.isOverdue(on: due.asOf) }
      // Only what an order asked for earlier can be overdue then.
      #expect(overdue.allSatisfy { $0.rounds.count > 1 || $0.isExtended }, "seed \(seed)")
      let projection = yunnan(events, asOf: "2018-11-15")
      #expect(projection.findings.map(\.finding) == Yunnan.findings, "seed \(seed)")
      let overview = projection.overview
      let prefectures = projection.prefectures
      #expect(prefectures.reduce(0) { $0 + $1.findings.count } == 20, "seed \(seed)")
      #expect(overview.findings == 20, "seed \(seed)")
      #expect(prefectures.reduce(0) { $0 + $1.owing.count } == overview.units, "seed \(seed)")
      #expect(prefectures.reduce(0) { $0 + $1.completeCount } == overview.complete, "seed \(seed)")
      #expect(
        prefectures.reduce(0) { $0 + $1.overdueCount(on: projection.asOf) } == overview.overdue,
        "seed \(seed)")
      #expect(
        prefectures.reduce(0) { $0 + $1.passedCount } == overview.passedFindings, "seed \(seed)")
      let tally = projection.recheckSheet().tally
      #expect(tally.total == 20 - overview.voidFindings, "seed \(seed)")
      #expect(tally.rechecked == overview.recheckedFindings, "seed \(seed)")
      // A site shows the worst of its findings, whatever corrections joined into one.
      for site in projection.sites {
        #expect(site.headline == Headline.worst(of: site.findings.map(\.headline)), "seed \(seed)")
      }
      #expect(projection.sites.reduce(0) { $0 + $1.findings.count } == 20, "seed \(seed)")
      // Every kind has words in both languages.
      for event in projection.events {
        let summary = Terms.summary(of: event, in: projection)
        #expect(!summary.chinese.isEmpty && !summary.english.isEmpty)
      }
      let past = projection.events.filter { $0.on <= projection.asOf }
      #expect(projection.history.count == past.count, "seed \(seed)")
    }
  }

  @Test("An undo and its redo are exact inverses, to any depth", arguments: UInt64(0)..<200)
  func undoAndRedo(seed: UInt64) throws {
    var story = Story(seed: seed)
    var random = SplitMix64(seed: seed &+ 77)
    for event in RandomLife(seed: seed, count: 12).events where !event.isRetract {
      story.record(
        [
          EventDraft(
            on: event.on, quarter: event.quarter, round: event.round, subject: event.subject,
            payload: event.payload)
        ], at: "\(event.on)T01:00:00Z")
    }
    var states = [story.at("2018-12-31").obligations]
    let depth = Int.random(in: 1...6, using: &random)
    for _ in 0..<depth {
      try story.undo("2019-01-01")
      states.append(story.at("2018-12-31").obligations)
    }
    for step in (0..<depth).reversed() {
      try story.redo("2019-01-02")
      #expect(story.at("2018-12-31").obligations == states[step])
    }
    #expect(
      refusal { () throws(Refusal) in try Redo(lastOf: "li", in: story.events) } == .nothingToRedo)
  }

  @Test(
    "A plan is refused and nothing changes, or once recorded it needs nothing more",
    arguments: UInt64(0)..<300)
  func plans(seed: UInt64) {
    var random = SplitMix64(seed: seed &+ 99)
    let events = RandomLife(seed: seed, count: 24).events
    let before = yunnan(events, asOf: "2018-12-10")
    let today = before.asOf
    for kind in 0..<8 {
      let references = [Reference.finding(finding(Int.random(in: 1...20, using: &random)))]
      let plan = { (projection: Projection) throws(Refusal) -> Plan in
        switch kind {
        case 0:
          try projection.plan(
            ReturnRequest(parts: [.paper], on: today, reason: "甲"), for: references, today: today)
        case 1:
          try projection.plan(
            WaiveRequest(on: today, authority: "甲", reason: "乙"), for: references, today: today)
        case 2:
          try projection.plan(
            ExtendRequest(until: today + 10, on: today, authority: "甲", reason: "乙"),
            for: references, today: today)
        case 3:
          try projection.plan(
            OrderRequest(until: today + 10, on: today), for: references, today: today)
        case 4: try projection.plan(ChaseRequest(on: today), for: references, today: today)
        case 5:
          try projection.plan(RecheckRequest(.passed, on: today), for: references, today: today)
        case 6:
          try projection.plan(VoidRequest(on: today, reason: "甲"), for: references, today: today)
        default:
          try projection.plan(ReinstateRequest(on: today), for: references, today: today)
        }
      }
      guard let planned = try? plan(before), !planned.drafts.isEmpty else { continue }
      var story = Story(seed: seed)
      let clock = events.map(\.clock).max() ?? 0
      let added = story.record(planned.drafts, at: "2018-12-10T01:00:00Z").map { event in
        Event(
          id: event.id, on: event.on, at: event.at, actor: event.actor, origin: event.origin,
          batch: event.batch, batchSize: event.batchSize, clock: clock + event.clock,
          seen: event.seen, quarter: event.quarter, round: event.round, subject: event.subject,
          payload: event.payload)
      }
      let after = yunnan(events + added, asOf: "2018-12-10")
      let again = try? plan(after)
      #expect(again == nil || again?.drafts == [], "kind \(kind)")
    }
  }
}

@Suite("Redo")
struct RedoTests {
  @Test func redoesTheLastUndoAndNothingElse() throws {
    var story = Story()
    try story.receive([.paper], from: "昆明", on: "2018-10-15")
    #expect(
      refusal { () throws(Refusal) in try Redo(lastOf: "li", in: story.events) } == .nothingToRedo)
    let full = story.at("2018-10-20").obligations
    try story.undo("2018-10-16")
    let redo = try Redo(lastOf: "li", in: story.events)
    #expect(redo.events.map(\.payload.typeName) == ["receipt"])
    #expect(redo.undone.map(\.payload.typeName) == ["retract"])
    #expect(
      refusal { () throws(Refusal) in try Redo(lastOf: "wang", in: story.events) } == .nothingToRedo
    )
    try story.redo("2018-10-17")
    #expect(story.at("2018-10-20").obligations == full)
    // Undone again, and redone again.
    try story.undo("2018-10-18")
    try story.redo("2018-10-19")
    #expect(story.at("2018-10-20").obligations == full)
  }

  @Test func whatWasRecordedSinceEndsTheRedo() throws {
    var story = Story()
    try story.receive([.paper], from: "昆明", on: "2018-10-15")
    try story.undo("2018-10-16")
    try story.receive([.paper], from: "怒江", on: "2018-10-17")
    #expect(
      refusal { () throws(Refusal) in try Redo(lastOf: "li", in: story.events) } == .nothingToRedo)
  }

  @Test func aBatchOfSeveralQuartersIsTakenBackWhole() throws {
    var story = Story()
    let before = story.at("2018-10-20")
    try story.act("2018-10-15") { projection, today in
      var request = AvailabilityRequest(.dark, on: today)
      request.note = "电话无人接听"
      return try projection.plan(request, for: [.finding(finding(10))], today: today)
    }
    let full = story.at("2018-10-20")
    #expect(story.events.map(\.quarter) == [nil, Yunnan.quarter])
    try story.undo("2018-10-16")
    #expect(story.events.suffix(2).map(\.quarter) == [nil, Yunnan.quarter])
    #expect(story.at("2018-10-20").obligations == before.obligations)
    try story.redo("2018-10-17")
    #expect(story.at("2018-10-20").obligations == full.obligations)
  }
}
