/// Which findings were struck off for whoever recorded something.
///
/// What is recorded about a unit as a whole is said of all findings but those that its writer knew to be
/// struck off: by what they had seen, and not by the order of recording, which says nothing between two who
/// had not heard of each other. A strike that was retracted never was, whenever it was taken back.
struct Strikes {
  /// What strikes off and what takes back into the follow-up, as far as it counts, in the order of events.
  private let events: [Event]
  private let ancestry: Ancestry

  /// Reads it off all events that are known, retracted ones included.
  ///
  /// - Parameters:
  ///   - known: these events.
  ///   - ancestry: theirs.
  init(_ known: [Event], ancestry: Ancestry) {
    self.ancestry = ancestry
    guard known.contains(where: \.isStrike) else {
      events = []
      return
    }
    let liveness = Liveness(known)
    events = Event.ordered(known.filter { $0.isStrike && liveness.isLive($0.id) })
  }

  /// The findings that the writer of an event knew to be struck off.
  func struck(knownTo event: Event) -> Set<FindingID> {
    var struck: Set<FindingID> = []
    for strike in events where ancestry.hasSeen(event, strike) {
      let named = strike.subject.findings ?? []
      if case .void = strike.payload {
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
  var isStrike: Bool {
    switch payload {
    case .void, .reinstate: true
    default: false
    }
  }
}
