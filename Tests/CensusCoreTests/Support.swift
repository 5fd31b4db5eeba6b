import CensusCore
import Testing

/// A value that the test itself guarantees.
func known<Value>(
  _ value: Value?, file: StaticString = #fileID, line: UInt = #line
) -> Value {
  guard let value else {
    preconditionFailure("a test's own literal is wrong", file: file, line: line)
  }
  return value
}

/// A day written in a test.
func day(_ text: String) -> Day { known(Day(text)) }

/// A moment written in a test.
func instant(_ text: String) -> Instant { known(Instant(text)) }

/// A finding of 2018 Q3 by its row.
func finding(_ row: Int) -> FindingID { FindingID(Yunnan.quarter, number: row) }

/// 2018 Q3 after some events.
func yunnan(
  _ events: [Event] = [], asOf: String, knownAt: String? = nil,
  inspection: Inspection = Yunnan.inspection, settings: Settings = Yunnan.settings
) -> Projection {
  Projection(
    of: inspection, directory: Yunnan.directory, events: events, settings: settings,
    asOf: day(asOf), knownAt: knownAt.map(instant))
}

extension Inspection {
  /// This quarter with some facts replaced, for notices that nobody published.
  func with(
    coverage: Coverage? = nil, notice: Notice? = nil, totals: Figures? = nil,
    annex1: Annex? = nil, rows: [Row]? = nil, findings: [Finding]? = nil,
    mentions: [Mention]? = nil, platforms: [Platform]? = nil, campaign: Campaign? = nil
  ) -> Inspection {
    Inspection(
      quarter: quarter, coverage: coverage ?? self.coverage, scope: scope, criteria: criteria,
      notice: notice ?? self.notice, sampling: sampling, totals: totals ?? self.totals,
      annex1: annex1 ?? self.annex1, rows: rows ?? self.rows, annex2: annex2,
      findings: findings ?? self.findings, wordings: wordings,
      mentions: mentions ?? self.mentions, platforms: platforms ?? self.platforms,
      campaign: campaign ?? self.campaign)
  }
}

/// A generator of random numbers that gives the same numbers for the same seed.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Turns drafts into events as a store would: identities without order, clocks that rise.
struct Journal {
  private(set) var events: [Event] = []
  private var digits: SplitMix64

  init(seed: UInt64 = 2018) {
    digits = SplitMix64(seed: seed)
  }

  /// Records drafts in one batch, at nine in the morning of their day unless another time is given.
  @discardableResult
  mutating func record(
    _ drafts: [EventDraft], at time: String? = nil, by actor: String = "li"
  ) -> [Event] {
    let batch = known(BatchID(hex()))
    let clock = events.count + 1
    let added = drafts.enumerated().map { index, draft in
      Event(
        id: known(EventID(hex())), on: draft.on,
        at: time.map(instant) ?? instant("\(draft.on)T01:00:00Z"), actor: actor, origin: "cli",
        batch: batch, batchSize: drafts.count, clock: clock + index, seen: [],
        quarter: draft.quarter, round: draft.round, subject: draft.subject,
        payload: draft.payload)
    }
    events += added
    return added
  }

  /// Records one receipt.
  @discardableResult
  mutating func receive(
    _ receipt: Receipt, from unit: UnitID, on date: String, at time: String? = nil,
    by actor: String = "li"
  ) -> Event {
    let draft = EventDraft(
      on: day(date), quarter: Yunnan.quarter, subject: .unit(unit), payload: .receipt(receipt))
    return record([draft], at: time, by: actor)[0]
  }

  /// Takes events back.
  @discardableResult
  mutating func retract(
    _ targets: [EventID], on date: String, at time: String? = nil, by actor: String = "li"
  ) -> Event {
    let draft = EventDraft(
      on: day(date), quarter: Yunnan.quarter,
      subject: targets.first.map(Event.Subject.event) ?? .findings([]),
      payload: .retract(Retract(targets: targets)))
    return record([draft], at: time, by: actor)[0]
  }

  private mutating func hex() -> String {
    let text = String(digits.next(), radix: 16)
    let more = String(digits.next(), radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
      + String(repeating: "0", count: 16 - more.count) + more
  }
}

/// Records both parts of a whole report on one day.
func bothParts(from units: [UnitID], on date: String) -> [EventDraft] {
  units.flatMap { unit in
    Part.allCases.map { part in
      EventDraft(
        on: day(date), quarter: Yunnan.quarter, subject: .unit(unit),
        payload: .receipt(Receipt(part: part)))
    }
  }
}

/// What a plan is refused for, or nil if it is not.
func refusal<Value>(of work: () throws(Refusal) -> Value) -> Refusal? {
  do throws(Refusal) {
    _ = try work()
    return nil
  } catch {
    return error
  }
}
