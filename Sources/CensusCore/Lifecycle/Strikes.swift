/// Which findings were struck off at a moment, in the order in which things were recorded.
///
/// What is recorded about a unit as a whole is said of the findings that it was followed up for at
/// that moment, whatever is taken back later.
struct Strikes {
  /// What strikes off and takes back, and what takes such a record back, in the order of recording.
  private let events: [Event]

  /// Reads it off all events that are known, retracted ones included.
  init(_ known: [Event]) {
    var ids: Set<EventID> = []
    for event in known where event.isStrike { ids.insert(event.id) }
    guard !ids.isEmpty else {
      events = []
      return
    }
    let ordered = known.filter { $0.isStrike || $0.isRetract }
      .sorted(by: Event.wasRecordedBefore)
    // A retraction comes after what it takes back.
    events = ordered.filter { event in
      guard let retract = event.retract else { return true }
      guard retract.targets.contains(where: ids.contains) else { return false }
      ids.insert(event.id)
      return true
    }
  }

  /// The findings that were struck off when an event was recorded.
  func struck(before event: Event) -> Set<FindingID> {
    let before = events.prefix { Event.wasRecordedBefore($0, event) }
    guard !before.isEmpty else { return [] }
    let liveness = Liveness(Array(before))
    var struck: Set<FindingID> = []
    for event in Event.ordered(before.filter { $0.isStrike && liveness.isLive($0.id) }) {
      let named = event.subject.findings ?? []
      if case .void = event.payload {
        struck.formUnion(named)
      } else {
        struck.subtract(named)
      }
    }
    return struck
  }
}

extension Event {
  /// Whether it strikes a finding off the follow-up, or takes one back into it.
  fileprivate var isStrike: Bool {
    switch payload {
    case .void, .reinstate: true
    default: false
    }
  }
}
