import CensusCore

/// What a person can have seen: a key that waits while a frame is made was pressed on an older one.
struct Sight {
  /// What was known on the last frame that was seen; nil while there is nothing newer.
  private var seen: Set<EventID>?

  /// Takes in what an answer told.
  ///
  /// - Parameters:
  ///   - answer: what came of an effect.
  ///   - before: what was known before.
  ///   - after: what is known now.
  mutating func take(_ answer: Action, before: Snapshot, after: Snapshot) {
    guard before.projection.quarter == after.projection.quarter else {
      seen = nil
      return
    }
    switch answer {
    case .changed, .found, .opened:
      if seen == nil, before != after { seen = before.knownEvents }
    default:
      // What the person did is no news to them.
      seen?.formUnion(after.knownEvents.subtracting(before.knownEvents))
    }
  }

  /// A frame was shown, and no key was pressed before it.
  mutating func rest() { seen = nil }

  /// Why an act is asked for anew; nil if nothing about it can have been missed.
  func surprise(before effect: Effect, in state: State) -> Phrase? {
    switch effect {
    case .acceptNotice, .keepActor(_, then: .acceptNotice): nil
    default: state.surprise(before: effect, since: seen)
    }
  }
}
