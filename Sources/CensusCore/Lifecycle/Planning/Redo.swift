/// Taking back the last undo (重做): a retraction of its retraction, to any depth.
public struct Redo: Equatable, Sendable {
  /// The batch of the undo that is taken back.
  public let batch: BatchID
  /// Its retractions, in order.
  public let undone: [Event]
  /// The events that count again, in order.
  public let events: [Event]

  /// The last undo of a person that still stands.
  ///
  /// An undo is a batch of nothing but retractions of what was recorded; a correction, which
  /// retracts and records, is none. What the person recorded since ends the redo, as in any editor.
  ///
  /// - Parameters:
  ///   - actor: whose undo.
  ///   - events: all events of the store or of a quarter, in any order.
  /// - Throws: `Refusal.nothingToRedo`.
  public init(lastOf actor: String, in events: [Event]) throws(Refusal) {
    let liveness = Liveness(events)
    let byID = Dictionary(events.lazy.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let mine = Dictionary(
      grouping: byID.values.filter { $0.actor == actor && liveness.isLive($0.id) }, by: \.batch)
    let undos = mine.values.filter { batch in
      batch.allSatisfy { event in
        event.retract.map { $0.targets.contains { byID[$0]?.isRetract == false } } ?? false
      }
    }
    let last = undos.compactMap { $0.max(by: Event.wasRecordedBefore) }
      .max(by: Event.wasRecordedBefore)
    guard let last else { throw .nothingToRedo }
    let isOver = mine.values.joined().contains {
      !$0.isRetract && $0.batch != last.batch && Event.wasRecordedBefore(last, $0)
    }
    guard !isOver, let undo = mine[last.batch] else { throw .nothingToRedo }
    batch = last.batch
    undone = undo.sorted(by: Event.inOrder)
    let targets = undo.flatMap { $0.retract?.targets ?? [] }
    self.events = distinct(targets).compactMap { byID[$0] }.sorted(by: Event.inOrder)
  }

  /// The events that take the undo back.
  ///
  /// - Parameters:
  ///   - day: the day they are recorded for.
  ///   - reason: why, if anybody said.
  /// - Returns: one event for each quarter concerned.
  public func drafts(on day: Day, reason: String? = nil) -> [EventDraft] {
    Retract.drafts(of: undone, on: day, reason: reason)
  }
}

extension Event {
  /// Whether one was recorded before another: by the moment, then by what its writer had seen.
  static func wasRecordedBefore(_ left: Event, _ right: Event) -> Bool {
    (left.at, left.clock, left.id) < (right.at, right.clock, right.id)
  }
}
