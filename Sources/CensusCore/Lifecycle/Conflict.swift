/// Records of one fact that contradict each other, made without knowledge of each other.
///
/// All are kept. Until somebody settles which is right (裁定), one of them counts for the time being:
/// the one that is worse for the unit, of receipts the earliest; on every machine the same.
public struct Conflict: Hashable, Sendable {
  /// What the records contradict each other about.
  public enum Kind: String, CaseIterable, Sendable {
    /// The day a part arrived, and what is said of one that arrived on one day.
    case receipts
    /// What a round of the re-check came to.
    case verdicts
    /// The day until which a report was extended.
    case extensions
    /// By when what was ordered anew is due, and the number of the order.
    case orders
    /// What exactly has to be mended.
    case details
    /// Whether a site can be reached.
    case availability
    /// What a name, a code or a successor is.
    case corrections
    /// By when a unit promised to report, as reminders of one day have it.
    case promises
    /// Whom to call, from one day on.
    case contacts
    /// Who handles a unit, from one day on.
    case assignees
  }

  /// What they contradict each other about.
  public let kind: Kind
  /// The records, in order.
  public let events: [EventID]
  /// The record that counts for the time being.
  public let counting: EventID
  /// The sites or units that succeed each other in a circle, from one of them round to itself; empty
  /// where that is not what the matter is.
  public let circle: [String]

  /// Some contradicting records.
  init(_ kind: Kind, _ events: [Event], counting: EventID, circle: [String] = []) {
    self.kind = kind
    self.circle = circle
    self.events = events.sorted(by: Event.inOrder).map(\.id)
    self.counting = counting
  }
}

/// Which of several records of one fact counts.
struct Settling {
  private struct Pair: Hashable {
    let loser: EventID
    let kept: EventID
  }

  /// The record that counts, and those that contradict each other about it.
  struct Settled {
    let event: Event
    let conflict: Conflict?
  }

  private let ancestry: Ancestry
  private let kept: [EventID: Set<EventID>]
  /// Records that say once more what somebody else recorded.
  let repeats: Repeats

  /// Reads the resolutions off the events that count.
  ///
  /// Of two resolutions that contradict each other the one counts whose writer saw the other; where
  /// neither did, neither counts.
  init(_ counting: [Event], ancestry: Ancestry) {
    self.ancestry = ancestry
    repeats = Repeats(among: counting, ancestry)
    var resolutions: [Pair: [Event]] = [:]
    for event in counting {
      guard case .resolve(let resolve) = event.payload else { continue }
      for target in Set(resolve.targets) where target != resolve.keep {
        resolutions[Pair(loser: target, kept: resolve.keep), default: []].append(event)
      }
    }
    var kept: [EventID: Set<EventID>] = [:]
    for (pair, events) in resolutions {
      let against = resolutions[Pair(loser: pair.kept, kept: pair.loser)] ?? []
      let holds = events.contains { event in
        against.allSatisfy { ancestry.hasSeen(event, $0) }
      }
      if holds { kept[pair.loser, default: []].insert(pair.kept) }
    }
    self.kept = kept
  }

  /// Whether a record was decided against, in favour of one among others.
  func isOverruled(_ event: EventID, among others: some Sequence<EventID>) -> Bool {
    guard let kept = kept[event] else { return false }
    return others.contains(where: kept.contains)
  }

  /// The records of one fact that nobody decided against.
  func undisputed(_ events: [Event]) -> [Event] {
    guard events.contains(where: { kept[$0.id] != nil }) else { return events }
    let ids = events.map(\.id)
    let standing = events.filter { !isOverruled($0.id, among: ids) }
    return standing.isEmpty ? events : standing
  }

  /// The records of one fact, of which a later one replaces an earlier one, that nobody decided
  /// against; what such a one had replaced does not come back with it.
  func standing(_ events: [Event]) -> [Event] {
    let undisputed = undisputed(events)
    let ids = Set(undisputed.map(\.id))
    let overruled = events.filter { !ids.contains($0.id) }
    guard !overruled.isEmpty else { return events }
    let standing = undisputed.filter { event in
      !overruled.contains { loser in
        ancestry.hasSeen(loser, event) && kept[loser.id]?.contains(event.id) != true
      }
    }
    return standing.isEmpty ? undisputed : standing
  }

  /// Whether the writer of an event knew another event.
  func hasSeen(_ later: Event, _ earlier: Event) -> Bool { ancestry.hasSeen(later, earlier) }

  /// Whether the writer of neither of two events knew the other event.
  func areConcurrent(_ left: Event, _ right: Event) -> Bool {
    ancestry.areConcurrent(left, right)
  }

  /// Whether each of some events was recorded by somebody who knew all recorded before it.
  func isChain(_ events: [Event]) -> Bool {
    let events = events.sorted { $0.clock < $1.clock }
    return zip(events, events.dropFirst()).allSatisfy { ancestry.hasSeen($1, $0) }
  }

  /// What some records of one fact, in order, come to.
  ///
  /// The last of them counts. Where the latest of several writers contradict each other, the worst
  /// of those does.
  ///
  /// - Parameters:
  ///   - kind: what the records are about.
  ///   - events: the records, in the order of events.
  ///   - value: what a record says of the fact.
  ///   - badness: how bad a value is for the unit; of equals the first in order counts.
  /// - Returns: the record that counts; nil if there is none.
  func settled<Value: Equatable, Badness: Comparable>(
    _ kind: Conflict.Kind, _ events: [Event], value: (Event) -> Value,
    badness: (Event) -> Badness
  ) -> Settled? {
    settled(kind, events, isContrary: { value($0) != value($1) }, badness: badness)
  }

  /// The same of a fact that is no single value: whether two records contradict each other is asked.
  func settled<Badness: Comparable>(
    _ kind: Conflict.Kind, _ events: [Event], isContrary: (Event, Event) -> Bool,
    badness: (Event) -> Badness
  ) -> Settled? {
    let standing = standing(events)
    guard let last = standing.last else { return nil }
    let agreed = Settled(event: last, conflict: nil)
    guard
      standing.indices.contains(where: { place in
        standing[..<place].contains { isContrary($0, standing[place]) }
      })
    else { return agreed }
    let seen = ancestry.seen(by: standing)
    let heads = standing.filter { !seen.contains($0.id) }
    let conflicting = heads.filter { head in
      heads.contains { isContrary($0, head) && ancestry.areConcurrent($0, head) }
    }
    let worst = conflicting.enumerated().max { left, right in
      (badness(left.element), right.offset) < (badness(right.element), left.offset)
    }?.element
    guard let worst else { return agreed }
    return Settled(
      event: worst, conflict: Conflict(kind, conflicting, counting: worst.id))
  }
}
