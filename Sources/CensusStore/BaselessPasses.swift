import CensusCore

extension Store {
  /// The passes that rest on what a later census does not list, where the notices as they are now do not
  /// bear that (domain.md 2.10).
  ///
  /// - Parameter known: the facts of all quarters.
  /// - Returns: what is odd, by the quarter of the pass and the census that it rests on.
  mutating func baselessPasses(in known: [Inspection]) -> [OddEvents] {
    var odd: [OddEvents] = []
    for earlier in known {
      let said = Set(events(of: earlier.quarter).events.compactMap(\.payload.groundOfPass))
      let censuses = known.filter { later in
        let ground = Terms.absence(from: later.quarter)
        return later.quarter > earlier.quarter
          && (said.contains(ground.chinese) || said.contains(ground.english))
      }
      guard !censuses.isEmpty else { continue }
      let mine = projection(of: earlier)
      odd += censuses.map { OddEvents(passesOf: mine, restingOn: projection(of: $0)) }
    }
    return odd
  }

  /// A quarter with all that is recorded of it.
  private mutating func projection(of inspection: Inspection) -> Projection {
    let events = events(of: inspection.quarter).events
    let today = now?.day(at: settings.offset)
    let asOf = (events.map(\.on) + [inspection.notice.issued, today].compactMap(\.self)).max()
    return Projection(
      of: inspection, directory: directory, events: events, settings: settings,
      asOf: asOf ?? Day(ordinal: 0))
  }
}

extension Event.Payload {
  /// What a pass rests on, by what was said of it.
  fileprivate var groundOfPass: String? {
    guard case .recheck(let recheck) = self, recheck.verdict == .passed else { return nil }
    return recheck.evidence
  }
}
