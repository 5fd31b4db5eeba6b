import CensusCore

/// What a writer has seen: the highest clock, and the heads of every subject.
struct Causality {
  private struct Key: Hashable {
    let quarter: Quarter?
    let subject: Event.Subject
  }

  private var clock = 0
  private var heads: [Key: [EventID]] = [:]

  /// What a writer of some events has seen.
  ///
  /// - Parameters:
  ///   - events: those that may be about the same subjects.
  ///   - clock: the highest clock of all others.
  init(_ events: [Event], clock: Int = 0) {
    self.clock = clock
    // What was followed under another subject is still a head of its own.
    var seen: [Key: Set<EventID>] = [:]
    for event in events {
      if event.hasCredibleClock { self.clock = max(self.clock, event.clock) }
      seen[Causality.key(event.quarter, event.subject), default: []].formUnion(event.seen)
    }
    for event in events {
      let key = Causality.key(event.quarter, event.subject)
      if seen[key]?.contains(event.id) != true { heads[key, default: []].append(event.id) }
    }
  }

  /// The next clock: one more than any seen that is believed, up to the last that is.
  var next: Int { min(clock + 1, Event.lastClock) }

  /// The heads of a subject, in the order of their identities.
  func heads(_ quarter: Quarter?, _ subject: Event.Subject) -> [EventID] {
    heads[Causality.key(quarter, subject), default: []].sorted()
  }

  /// Takes in an event that saw all there was.
  mutating func follow(_ event: Event) {
    if event.hasCredibleClock { clock = max(clock, event.clock) }
    heads[Causality.key(event.quarter, event.subject)] = [event.id]
  }

  /// Takes in an event whose writer did not see all there was: it stands beside the heads.
  mutating func meet(_ event: Event) {
    if event.hasCredibleClock { clock = max(clock, event.clock) }
    heads[Causality.key(event.quarter, event.subject), default: []].append(event.id)
  }

  private static func key(_ quarter: Quarter?, _ subject: Event.Subject) -> Key {
    guard case .findings(let ids) = subject else { return Key(quarter: quarter, subject: subject) }
    return Key(quarter: quarter, subject: .findings(Set(ids).sorted()))
  }
}
