/// Which round of a finding an event counts for.
///
/// It is the one that it names. Where that was ordered after its day, it is the one before, since
/// nobody answers an order that was not given yet. Where a further one was ordered before its day and
/// whoever recorded it did not know of that, it is that one: nobody names what he was not told of. What
/// is no receipt counts for both then: a return sends back what is here, and whoever was excused or
/// given more time in one round stays so. An order that is recorded late thus comes to the same as one
/// recorded in time.
struct RoundsByDay {
  /// Of each round the findings that it covers.
  private let opened: [[FindingID: RoundReading.Covered]]
  /// Of each round its orders, each once.
  private let orders: [[Event]]
  /// Of each round the days on which it was ordered; nil of the notice's own.
  private let days: [ClosedRange<Day>?]
  private let settling: Settling

  /// Takes in what each round covers, in the order of rounds.
  init(_ covered: [[RoundReading.Covered]], _ settling: Settling) {
    self.settling = settling
    orders = covered.map { round in
      var known: Set<EventID> = []
      return round.flatMap(\.orders).filter { known.insert($0.id).inserted }
    }
    days = covered.map { round in
      let days = round.compactMap(\.orderedOn)
      guard let first = days.min(), let last = days.max() else { return nil }
      return first...last
    }
    opened = covered.map { round in
      Dictionary(round.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The findings that an event is about, by the index of the round in which it counts for them.
  ///
  /// - Parameters:
  ///   - event: the event.
  ///   - own: the index of the round that it names.
  ///   - findings: what it is about.
  /// - Returns: at least one round, which may have none of them.
  func parts(of event: Event, in own: Int, about findings: [FindingID]) -> [Int: [FindingID]] {
    let isNamed = !opened.indices.dropFirst().contains { round in
      guard let days = days[round] else { return false }
      // Most events are of a day on which nothing about rounds is in question.
      return round <= own
        ? event.on < days.upperBound
        : days.lowerBound < event.on && orders[round].contains { !isKnown($0, to: event) }
    }
    guard !isNamed else { return [own: findings] }
    var parts: [Int: [FindingID]] = [:]
    for finding in findings {
      for round in rounds(of: event, in: own, finding) { parts[round, default: []].append(finding) }
    }
    return parts.isEmpty ? [own: []] : parts
  }

  private func rounds(of event: Event, in own: Int, _ finding: FindingID) -> [Int] {
    let later = opened.indices.filter { round in
      round > own && opened[round][finding].map { overtook($0, event) } ?? false
    }
    guard later.isEmpty else {
      return event.receipt == nil ? [own] + later : later.suffix(1)
    }
    var round = own
    while round > 0, opened[round][finding]?.follows(event) ?? false {
      round = opened[..<round].lastIndex { $0[finding] != nil } ?? 0
    }
    return [round]
  }

  /// Whether a round was ordered before the day of an event, and its writer did not know of that.
  private func overtook(_ round: RoundReading.Covered, _ event: Event) -> Bool {
    guard let orderedOn = round.orderedOn, orderedOn < event.on else { return false }
    return !round.orders.contains { isKnown($0, to: event) }
  }

  /// Whether the writer of an event knew an order; what is about some findings was recorded under
  /// another subject, and there the clock tells.
  private func isKnown(_ order: Event, to event: Event) -> Bool {
    order.subject == event.subject
      ? settling.hasSeen(event, order) : Event.wasRecordedBefore(order, event)
  }
}

extension RoundReading.Covered {
  /// Whether it was ordered after the day of an event.
  fileprivate func follows(_ event: Event) -> Bool { orderedOn.map { event.on < $0 } ?? false }
}
