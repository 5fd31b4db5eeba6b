/// What people did, act by act: the events that count, in the order of recording.
public struct ActLog {
  /// What sort of act a batch was.
  public enum Kind: Equatable, Sendable {
    /// Something was recorded, also where the same act took something else back.
    case record
    /// Records were taken back by name (撤回).
    case retraction
    /// The last act was taken back (撤销).
    case undo
    /// An undo was taken back (重做).
    case redo
  }

  /// The events of one act that count.
  struct Act {
    let batch: BatchID
    let kind: Kind
    let events: [Event]
    fileprivate let last: Event
  }

  /// The events that count.
  let live: [Event]
  /// All events.
  let byID: [EventID: Event]

  init(_ events: [Event]) {
    let liveness = Liveness(events)
    byID = Dictionary(events.lazy.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var known: Set<EventID> = []
    live = events.filter { known.insert($0.id).inserted && liveness.isLive($0.id) }
  }

  /// The acts of a person that count, in part or whole, in the order of recording.
  func acts(of actor: String) -> [Act] {
    let batches = Dictionary(grouping: live.filter { $0.actor == actor }, by: \.batch)
    return batches.compactMap { batch, events in
      events.max(by: Event.wasRecordedBefore).map {
        Act(batch: batch, kind: kind(of: events), events: events, last: $0)
      }
    }.sorted { Event.wasRecordedBefore($0.last, $1.last) }
  }

  /// What sort of act the events of a batch are.
  func kind(of events: [Event]) -> Kind {
    let kinds = Set(events.map(kind))
    return kinds.count == 1 ? kinds.first ?? .record : .record
  }

  private func kind(of event: Event) -> Kind {
    guard let retract = event.retract else { return .record }
    switch retract.step {
    case .undo: return .undo
    case .redo: return .redo
    case nil:
      // Earlier versions did not say the step; whoever retracts by name has to give a reason.
      guard retract.reason == nil else { return .retraction }
      return retract.targets.contains { byID[$0]?.isRetract == false } ? .undo : .redo
    }
  }

  /// Whether what some events are about counts once they do: each that takes others back turns it
  /// round.
  func countsAgain(_ events: [Event]) -> Bool {
    var (counts, open) = (true, events)
    var known = Set(events.map(\.id))
    while !open.isEmpty, open.allSatisfy(\.isRetract) {
      counts.toggle()
      open = open.flatMap { $0.retract?.targets ?? [] }.filter { known.insert($0).inserted }
        .compactMap { byID[$0] }
    }
    return counts
  }

  /// How many events stay taken back though some retractions of them are: others took them back too.
  func heldCount(besides retractions: [Event]) -> Int {
    let own = Set(retractions.map(\.id))
    let others = Set(
      live.filter { $0.isRetract && !own.contains($0.id) }.flatMap { $0.retract?.targets ?? [] })
    return Set(retractions.flatMap { $0.retract?.targets ?? [] }).intersection(others).count
  }

  /// What some events are about: themselves, and for those that take others back, what those are
  /// about in the end; in order.
  func records(of events: [Event]) -> [Event] {
    var open = events
    var known = Set(events.map(\.id))
    var records: [Event] = []
    while let next = open.popLast() {
      guard let retract = next.retract else {
        records.append(next)
        continue
      }
      open += retract.targets.compactMap { byID[$0] }.filter { known.insert($0.id).inserted }
    }
    return records.sorted(by: Event.inOrder)
  }
}
