/// Which round of a finding an event counts for: the one that it names, or where that was ordered
/// after its day, the one before, since nobody answers an order that was not given yet.
struct RoundsByDay {
  /// Of each round the findings that it covers, and since when.
  private let opened: [[FindingID: Day?]]

  /// Takes in what each round covers, in the order of rounds.
  init(_ covered: [[RoundReading.Covered]]) {
    opened = covered.map { round in
      Dictionary(round.map { ($0.id, $0.orderedOn) }, uniquingKeysWith: { first, _ in first })
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
    guard own > 0,
      opened[1...own].contains(where: { $0.values.contains { isAfter($0, event) } })
    else { return [own: findings] }
    let parts = Dictionary(grouping: findings) { finding in
      var round = own
      while round > 0, let day = opened[round][finding], isAfter(day, event) {
        round = opened[..<round].lastIndex { $0[finding] != nil } ?? 0
      }
      return round
    }
    return parts.isEmpty ? [own: []] : parts
  }

  private func isAfter(_ day: Day?, _ event: Event) -> Bool { day.map { event.on < $0 } ?? false }
}
