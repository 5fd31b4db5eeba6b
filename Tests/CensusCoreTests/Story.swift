import CensusCore

/// A desk that plans acts as people wish them, and records them as a store would: every event has
/// seen what was recorded about its subject before it.
struct Story {
  private(set) var events: [Event] = []
  private var heads: [Event.Subject: [EventID]] = [:]
  private var digits: SplitMix64

  init(seed: UInt64 = 1) {
    digits = SplitMix64(seed: seed)
  }

  /// What somebody else goes on to record on a copy of this store, knowing nothing of this one.
  func apart(seed: UInt64, _ acts: (inout Story) throws -> Void) rethrows -> Story {
    var other = self
    other.digits = SplitMix64(seed: seed)
    try acts(&other)
    return other
  }

  /// This store with the records of another one beside its own.
  func merged(with other: Story) -> [Event] {
    let known = Set(events.map(\.id))
    return events + other.events.filter { !known.contains($0.id) }
  }

  /// Takes in the records of a merged store, all of which are known from now on.
  mutating func adopt(_ merged: [Event]) {
    events = merged
    let seen = Set(merged.flatMap(\.seen))
    heads = Dictionary(grouping: merged.filter { !seen.contains($0.id) }, by: \.subject)
      .mapValues { $0.map(\.id) }
  }

  /// The quarter on a day.
  func at(_ date: String, knownAt: String? = nil) -> Projection {
    yunnan(events, asOf: date, knownAt: knownAt)
  }

  /// Plans on a day, with what is known on it, and records the plan in one batch.
  @discardableResult
  mutating func act(
    _ date: String, by actor: String = "li",
    _ plan: (Projection, Day) throws -> Plan
  ) throws -> Plan {
    let planned = try plan(at(date), day(date))
    record(planned.drafts, at: "\(date)T01:00:00Z", by: actor)
    return planned
  }

  /// Records drafts in one batch.
  @discardableResult
  mutating func record(
    _ drafts: [EventDraft], at time: String, by actor: String = "li", seeing: Bool = true
  ) -> [Event] {
    let batch = known(BatchID(hex()))
    let added = drafts.map { draft in
      let event = Event(
        id: known(EventID(hex())), on: draft.on, at: instant(time), actor: actor, origin: "cli",
        batch: batch, batchSize: drafts.count, clock: (events.map(\.clock).max() ?? 0) + 1,
        seen: seeing ? (heads[draft.subject] ?? []) + draft.follows : [], quarter: draft.quarter,
        round: draft.round, subject: draft.subject, payload: draft.payload)
      heads[draft.subject] = seeing ? [event.id] : (heads[draft.subject] ?? []) + [event.id]
      events.append(event)
      return event
    }
    return added
  }

  /// Records the receipt of some parts of a unit's report on a day.
  mutating func receive(
    _ parts: [Part] = Part.allCases, from ids: String..., on date: String,
    _ change: (inout ReceiptRequest) -> Void = { _ in }
  ) throws {
    try act(date) { projection, today in
      var request = ReceiptRequest(parts: parts, on: today)
      change(&request)
      return try projection.plan(
        request, for: try ids.map { try projection.resolve($0) }, today: today)
    }
  }

  /// Records a re-check of findings by their rows.
  mutating func recheck(
    _ verdict: Recheck.Verdict, rows: Int..., on date: String, reason: Recheck.Reason? = nil
  ) throws {
    try act(date) { projection, today in
      try projection.plan(
        RecheckRequest(verdict, on: today, reason: reason),
        for: rows.map { .finding(finding($0)) }, today: today)
    }
  }

  /// Takes back the last act of a person.
  mutating func undo(_ date: String, by actor: String = "li") throws {
    let undo = try Undo(lastOf: actor, in: events)
    record(undo.drafts(on: day(date)), at: "\(date)T02:00:00Z", by: actor)
  }

  /// Takes back the last undo of a person.
  mutating func redo(_ date: String, by actor: String = "li") throws {
    let redo = try Redo(lastOf: actor, in: events)
    record(redo.drafts(on: day(date)), at: "\(date)T03:00:00Z", by: actor)
  }

  private mutating func hex() -> String {
    [digits.next(), digits.next()].map { number in
      let text = String(number, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }.joined()
  }
}

/// The words a supervisor reads of a finding: its headline, then what is said beside it.
func words(_ state: FindingState?, on date: String, past: PastFailures? = nil) -> [String] {
  guard let state else { return [] }
  return [Terms.headline(state.headline)[.chinese]]
    + state.modifiers(on: day(date), past: past).map { Terms.modifier($0)[.chinese] }
}
