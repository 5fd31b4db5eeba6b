/// Which events count: those that no counting retraction takes back.
///
/// An event is retracted if a retraction that itself counts names it, so taking a retraction back
/// restores what it took. The day looked at plays no part: what was recorded in error was never
/// true. Only `known-at` hides a retraction, together with all else that was recorded later.
package struct Liveness {
  private var verdicts: [EventID: Bool] = [:]
  private var retractors: [EventID: [EventID]] = [:]

  /// Reads the retractions among some events.
  package init(_ events: [Event]) {
    for event in events {
      guard case .retract(let retract) = event.payload else { continue }
      for target in retract.targets { retractors[target, default: []].append(event.id) }
    }
    for (event, undo) in Self.cutBatches(events) where retractors[event] == nil {
      retractors[event, default: []].append(undo)
    }
    // In one fixed order, so that even events that retract each other give one answer.
    for target in retractors.keys { retractors[target]?.sort() }
    for target in retractors.keys.sorted() { settle(target) }
  }

  /// What belongs to an act that was undone and was not in place then: the rest of a batch that was cut
  /// short, and was completed by somebody who did not know of the undo.
  ///
  /// An undo takes back an act as a whole. What else is not among its targets had been taken back before.
  private static func cutBatches(_ events: [Event]) -> [(event: EventID, undo: EventID)] {
    var undos: [EventID: Event] = [:]
    for event in events {
      guard case .retract(let retract) = event.payload, retract.step == .undo else { continue }
      for target in retract.targets { undos[target] = undos[target] ?? event }
    }
    guard !undos.isEmpty else { return [] }
    var taken: [BatchID: (undo: Event, size: Int, count: Int)] = [:]
    for event in events {
      guard event.batchSize > 1, let undo = undos[event.id], undo.quarter == event.quarter else {
        continue
      }
      taken[event.batch, default: (undo, event.batchSize, 0)].count += 1
    }
    taken = taken.filter { $0.value.count < $0.value.size }
    guard !taken.isEmpty else { return [] }
    return events.compactMap { event in
      guard let one = taken[event.batch], undos[event.id] == nil, one.undo.quarter == event.quarter
      else { return nil }
      return (event.id, one.undo.id)
    }
  }

  /// Whether an event counts.
  package func isLive(_ id: EventID) -> Bool { verdicts[id] ?? true }

  // A chain of undo and redo can be thousands long, so the walk keeps its own stack. What nothing
  // retracts counts, and need not be walked to.
  private mutating func settle(_ id: EventID) {
    var path = [id]
    var onPath: Set<EventID> = [id]
    while let top = path.last {
      if verdicts[top] != nil {
        path.removeLast()
        continue
      }
      let above = retractors[top] ?? []
      let open = above.first {
        verdicts[$0] == nil && retractors[$0] != nil && !onPath.contains($0)
      }
      if let open {
        path.append(open)
        onPath.insert(open)
      } else {
        verdicts[top] = !above.contains { verdicts[$0] ?? true }
        path.removeLast()
        onPath.remove(top)
      }
    }
  }
}
