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
    // In one fixed order, so that even events that retract each other give one answer.
    for target in retractors.keys { retractors[target]?.sort() }
    for target in retractors.keys.sorted() { settle(target) }
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
