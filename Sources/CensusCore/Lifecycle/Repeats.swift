/// What two people recorded alike, neither knowing of the other: one call, one step of accountability.
///
/// Both records are kept. What is counted is what was done, and that was done once.
struct Repeats: Equatable {
  private struct Act: Hashable {
    let subject: Event.Subject
    let quarter: Quarter?
    let round: Int
    let on: Day
    let what: What
  }

  /// What is counted how often it was done.
  private enum What: Hashable {
    case chase(Chase)
    case step(Accountability)

    init?(_ payload: Event.Payload) {
      switch payload {
      case .chase(let chase): self = .chase(chase)
      case .accountability(let step): self = .step(step)
      default: return nil
      }
    }
  }

  private let ids: Set<EventID>

  /// Finds them among the events that count, in the order of events.
  ///
  /// Who records the same act twice on purpose means two; so each record of one person meets no more than
  /// one of the other: those with as many of the same before them.
  init(among counting: [Event], _ ancestry: Ancestry) {
    var acts: [Act: [Event]] = [:]
    for event in counting {
      guard let what = What(event.payload) else { continue }
      let act = Act(
        subject: event.subject, quarter: event.quarter, round: event.round, on: event.on, what: what
      )
      acts[act, default: []].append(event)
    }
    var ids: Set<EventID> = []
    for events in acts.values where events.count > 1 {
      let depths = ancestry.depths(of: events)
      var met: Set<Int> = []
      for event in events where !met.insert(depths[event.id] ?? 0).inserted { ids.insert(event.id) }
    }
    self.ids = ids
  }

  /// Whether an event says once more what another says.
  func contains(_ event: EventID) -> Bool { ids.contains(event) }
}
