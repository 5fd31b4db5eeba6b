/// What two people recorded alike, neither knowing of the other: one call, one step of accountability.
///
/// Both records are kept. What is counted is what was done, and that was done once.
struct Repeats: Equatable {
  private struct Act: Hashable {
    let subject: Event.Subject
    let quarter: Quarter?
    let round: Int
    let on: Day
    let kind: String
  }

  private let ids: Set<EventID>

  /// Finds them among the events that count, in the order of events.
  ///
  /// Who records the same act twice on purpose means two; so each record of one person meets no more than
  /// one of the other.
  init(among counting: [Event], _ ancestry: Ancestry) {
    var acts: [Act: [Event]] = [:]
    for event in counting where event.payload.isCounted {
      let act = Act(
        subject: event.subject, quarter: event.quarter, round: event.round, on: event.on,
        kind: event.payload.typeName)
      acts[act, default: []].append(event)
    }
    var ids: Set<EventID> = []
    for events in acts.values where events.count > 1 {
      var groups: [[Event]] = []
      for event in events {
        let own = groups.firstIndex { group in
          group.allSatisfy { $0.payload == event.payload && ancestry.areConcurrent($0, event) }
        }
        if let own {
          groups[own].append(event)
          ids.insert(event.id)
        } else {
          groups.append([event])
        }
      }
    }
    self.ids = ids
  }

  /// Whether an event says once more what another says.
  func contains(_ event: EventID) -> Bool { ids.contains(event) }
}

extension Event.Payload {
  /// Whether it is something of which it is counted how often it was done.
  fileprivate var isCounted: Bool {
    switch self {
    case .chase, .accountability: true
    default: false
    }
  }
}
