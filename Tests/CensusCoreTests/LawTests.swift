import CensusCore
import Testing

/// Random events, 60 of them, such as several people could have recorded, errors included.
private func randomEvents(seed: UInt64) -> [Event] {
  var random = SplitMix64(seed: seed)
  var journal = Journal(seed: seed &+ 1_000)
  let units: [UnitID] = ["云南省文史研究馆", "云南省文化厅", "昆明", "保山", "怒江", "迪庆", "临沧", "昭通", "某处"]
  for _ in 0..<60 {
    let on = day("2018-09-26") + Int.random(in: 0...45, using: &random)
    let unit = known(units.randomElement(using: &random))
    let subject: Event.Subject
    let payload: Event.Payload
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1:
      let count = Int.random(in: 1...3, using: &random)
      let targets = journal.events.map(\.id).shuffled(using: &random).prefix(count)
      subject = targets.first.map(Event.Subject.event) ?? .unit(unit)
      payload = .retract(Retract(targets: Array(targets)))
    case 2:
      subject =
        journal.events.randomElement(using: &random).map { .event($0.id) } ?? .unit(unit)
      payload = .note(Note(text: "已电话联系"))
    case 3:
      subject = .unit(unit)
      payload = .unknown(type: "chase")
    default:
      let covers = (1...20).filter { _ in Bool.random(using: &random) }.map { finding($0) }
      subject = .unit(unit)
      payload = .receipt(
        Receipt(
          part: known(Part.allCases.randomElement(using: &random)),
          signature: known(
            ([.principal, .principal] + Signature.allCases).randomElement(using: &random)),
          channel: known(
            ([nil, nil, .fax, .hand] as [Receipt.Channel?]).randomElement(using: &random)),
          covers: Bool.random(using: &random) ? nil : covers))
    }
    let draft = EventDraft(on: on, quarter: Yunnan.quarter, subject: subject, payload: payload)
    let late = Int.random(in: 0...200_000, using: &random)
    let at = Instant(seconds: on.ordinal * 86_400 + late)
    journal.record(
      [draft], at: at.description, by: Bool.random(using: &random) ? "li" : "wang")
  }
  return journal.events
}

/// Which events count, worked out in the plainest way.
private func plainlyLive(_ events: [Event]) -> Set<EventID> {
  var retractors: [EventID: [EventID]] = [:]
  for event in events {
    guard case .retract(let retract) = event.payload else { continue }
    for target in retract.targets { retractors[target, default: []].append(event.id) }
  }
  func isLive(_ id: EventID) -> Bool { !(retractors[id] ?? []).contains(where: isLive) }
  return Set(events.map(\.id).filter(isLive))
}

/// How a part of a finding stands, worked out in the plainest way.
private func plainState(_ part: Part, of finding: FindingState, after events: [Event]) -> PartState
{
  let live = plainlyLive(events)
  let arrivals = events.filter { event in
    live.contains(event.id) && event.subject == .unit(finding.unit)
      && event.receipt?.part == part && event.receipt?.covers(finding.finding.id) == true
  }.sorted(by: Event.inOrder)
  if let valid = arrivals.first(where: { $0.receipt?.isValid == true }) {
    return .valid(on: valid.on)
  }
  return arrivals.last.map { .toReturn(on: $0.on) } ?? .missing
}

@Suite("Laws, over random events")
struct LawTests {
  private static let seeds = UInt64(0)..<200

  @Test("The order of events and their repetition do not matter", arguments: seeds)
  func order(seed: UInt64) {
    let events = randomEvents(seed: seed)
    var random = SplitMix64(seed: seed)
    let expected = yunnan(events, asOf: "2018-10-25")
    #expect(yunnan(events.reversed(), asOf: "2018-10-25") == expected)
    #expect(yunnan((events + events).shuffled(using: &random), asOf: "2018-10-25") == expected)
    #expect(yunnan(expected.events, asOf: "2018-10-25").obligations == expected.obligations)
  }

  @Test("Every part of every finding stands as the plainest reading says", arguments: seeds)
  func plainReading(seed: UInt64) {
    let events = randomEvents(seed: seed)
    let projection = yunnan(events, asOf: "2018-10-25")
    let considered = events.filter { $0.on <= projection.asOf || $0.isRetract }
    for state in projection.findings {
      #expect(state.paper == plainState(.paper, of: state, after: considered))
      #expect(state.electronic == plainState(.electronic, of: state, after: considered))
      #expect(state[.paper] == state.paper && state[.electronic] == state.electronic)
    }
    #expect(
      Set(projection.liveEvents.map(\.id))
        == plainlyLive(considered)
        .subtracting(considered.filter(\.isRetract).map(\.id)))
    #expect(projection.overview.events == projection.liveEvents.count)
  }

  @Test("Taking back a retraction changes nothing", arguments: seeds)
  func retractTwice(seed: UInt64) {
    var events = randomEvents(seed: seed)
    let before = yunnan(events, asOf: "2018-10-25")
    var random = SplitMix64(seed: seed)
    var journal = Journal(seed: seed &+ 5_000)
    let target = known(events.randomElement(using: &random))
    let first = journal.retract([target.id], on: "2018-10-25")
    let second = journal.retract([first.id], on: "2018-10-25")
    events += [first, second]
    let after = yunnan(events, asOf: "2018-10-25")
    #expect(after.obligations == before.obligations)
    #expect(after.findings == before.findings)
    #expect(after.liveEvents == before.liveEvents)
    #expect(after.overview == before.overview)
    #expect(!after.isLive(first.id) && after.isLive(second.id))
  }

  @Test("No event changes what was published", arguments: seeds)
  func facts(seed: UInt64) {
    let projection = yunnan(randomEvents(seed: seed), asOf: "2018-10-25")
    #expect(projection.inspection == Yunnan.inspection)
    #expect(projection.directory == Yunnan.directory)
    #expect(projection.findings.map(\.finding) == Yunnan.findings)
    #expect(projection.prefectures.map(\.figures) == Yunnan.rows.map(\.figures))
    #expect(projection.publishedTotals == Yunnan.figures(409, 20, "95%"))
  }

  @Test("On the due day nothing is overdue, by whatever clock", arguments: seeds)
  func dueDay(seed: UInt64) {
    let events = randomEvents(seed: seed)
    for offset in ["+08:00", "-18:00", "+18:00"] {
      let settings = Settings(
        id: "test", title: Phrase("", ""), province: Phrase("", ""), language: nil,
        offset: known(UTCOffset(offset)))
      let due = yunnan(events, asOf: "2018-10-20", settings: settings)
      #expect(due.overview.overdue == 0)
      #expect(due.deadlines.map { $0.overdueCount(on: due.asOf) } == [0])
      #expect(due.sites.count { $0.isOverdue(on: due.asOf) } == 0)
      let open = due.obligations.filter { !$0.submission.isSettled }
      #expect(open.allSatisfy { $0.daysLeft(on: due.asOf) == 0 })
      let next = yunnan(events, asOf: "2018-10-21", settings: settings)
      #expect(next.overview.overdue == next.overview.units - next.overview.complete)
    }
  }

  @Test("Prefectures add up to the totals: findings, and apart from them sites", arguments: seeds)
  func sums(seed: UInt64) {
    let projection = yunnan(randomEvents(seed: seed), asOf: "2018-10-25")
    let prefectures = projection.prefectures
    let overview = projection.overview
    let sum = { (value: (PrefectureState) -> Int) in prefectures.map(value).reduce(0, +) }
    #expect(sum { $0.findings.count } == 20)
    #expect(sum { $0.sites.count } == 19)
    #expect(sum { $0.obligations.count } == overview.units)
    #expect(sum(\.completeCount) == overview.complete)
    #expect(sum { $0.overdueCount(on: projection.asOf) } == overview.overdue)
    #expect(
      sum { $0.sites.count { $0.headline == .outstanding } } == overview.outstandingSites)
    #expect(
      sum { $0.sites.count { $0.headline == .awaitingRecheck } } == overview.awaitingRecheckSites)
    #expect(projection.deadlines.map(\.siteCount) == [19])
    #expect(projection.deadlines.map(\.completeCount) == [overview.complete])
    #expect(projection.categories.reduce(0) { $0 + $1.findings.count } == projection.tagCount)
    #expect(overview.findings == 20 && overview.sites == 19)
  }

  @Test("Records of an unknown kind have no effect, and stay", arguments: seeds)
  func unknownKinds(seed: UInt64) {
    let events = randomEvents(seed: seed)
    let without = events.filter {
      if case .unknown = $0.payload { false } else { true }
    }
    let all = yunnan(events, asOf: "2018-11-30")
    // Remarks on unknown records and their retractions speak of nothing, but change nothing either.
    #expect(all.obligations == yunnan(without, asOf: "2018-11-30").obligations)
    #expect(Set(all.events.map(\.id)) == Set(events.map(\.id)))
    #expect(Set(all.history.map(\.event.id)) == Set(events.map(\.id)))
  }

  @Test(
    "A plan is refused and nothing changes, or its events make the parts valid", arguments: seeds)
  func plans(seed: UInt64) {
    let events = randomEvents(seed: seed)
    var random = SplitMix64(seed: seed &+ 9_000)
    let before = yunnan(events, asOf: "2018-11-15")
    let copy = before
    for _ in 0..<10 {
      var request = ReceiptRequest(
        parts: Part.allCases.filter { _ in Bool.random(using: &random) },
        on: day("2018-09-24") + Int.random(in: 0...60, using: &random))
      request.onlyNamed = Bool.random(using: &random)
      request.again = Int.random(in: 0..<4, using: &random) == 0
      if Bool.random(using: &random) {
        request.except = [finding(Int.random(in: 1...20, using: &random))]
      }
      let references: [Reference] = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        let row = Int.random(in: 1...20, using: &random)
        let state = known(before.finding(finding(row)))
        return switch Int.random(in: 0..<4, using: &random) {
        case 0: .finding(finding(row))
        case 1: .site(state.finding.code)
        case 2: .prefecture(state.finding.prefecture)
        default: .unit(state.unit)
        }
      }
      let planned: ReceiptPlan
      do {
        planned = try before.plan(request, for: references, today: day("2018-11-15"))
      } catch {
        #expect(before == copy)
        continue
      }
      #expect(before == copy)
      var journal = Journal(seed: random.next())
      journal.record(planned.drafts)
      let after = yunnan(events + journal.events, asOf: "2018-11-25")
      for draft in planned.drafts {
        guard case .receipt(let receipt) = draft.payload, case .unit(let unit) = draft.subject
        else {
          Issue.record("a receipt of a unit was planned as something else")
          continue
        }
        let states = after.obligation(of: unit)?.findings ?? []
        for state in states where receipt.covers(state.finding.id) {
          #expect(state[receipt.part].validOn != nil)
        }
      }
      guard !request.again else { continue }
      let again = try? after.plan(request, for: references, today: day("2018-11-25"))
      // Parts that were valid for some findings on another day are refused the second time.
      if let again { #expect(again.drafts.isEmpty) }
    }
  }
}
