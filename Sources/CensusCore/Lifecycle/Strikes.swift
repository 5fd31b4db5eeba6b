/// Which findings were struck off at a moment, in the order in which things were recorded.
///
/// What is recorded about a unit as a whole is said of the findings that it was followed up for at
/// that moment. A strike that was retracted never was, whenever it was taken back: whoever knew it has named
/// the findings, and whoever did not has meant all of them.
struct Strikes {
  /// What strikes off and what takes back into the follow-up, as far as it counts, in the order of recording.
  private let events: [Event]

  /// Reads it off all events that are known, retracted ones included.
  init(_ known: [Event]) {
    guard known.contains(where: \.isStrike) else {
      events = []
      return
    }
    let liveness = Liveness(known)
    events = known.filter { $0.isStrike && liveness.isLive($0.id) }
      .sorted(by: Event.wasRecordedBefore)
  }

  /// The findings that were struck off when an event was recorded.
  func struck(before event: Event) -> Set<FindingID> {
    let before = events.prefix { Event.wasRecordedBefore($0, event) }
    guard !before.isEmpty else { return [] }
    var struck: Set<FindingID> = []
    for event in Event.ordered(Array(before)) {
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
