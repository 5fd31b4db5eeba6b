/// Taking back what was recorded in one act (撤销): always a new event, never a deletion.
public struct Undo: Equatable, Sendable {
  /// The batch taken back.
  public let batch: BatchID
  /// Its events that still count, in order.
  public let events: [Event]
  /// Events by which something else changed since.
  public let changedSince: Int

  /// The last batch that a person recorded and that still counts, in part or whole; undoing twice
  /// goes one batch further back.
  ///
  /// - Parameters:
  ///   - actor: whose batch.
  ///   - events: all events of the store or of a quarter, in any order.
  /// - Throws: `Refusal.nothingToUndo`.
  public init(lastOf actor: String, in events: [Event]) throws(Refusal) {
    let liveness = Liveness(events)
    let live = events.filter { liveness.isLive($0.id) }
    let mine = live.filter { $0.actor == actor && !$0.isRetract }
    guard let last = mine.max(by: Event.wasRecordedBefore) else {
      throw .nothingToUndo
    }
    self.init(last.batch, live: live)
  }

  /// A batch named by its first digits, at least six.
  ///
  /// The batch may itself be an undo: taking that back is the redo.
  ///
  /// - Parameters:
  ///   - prefix: the first digits of the batch.
  ///   - events: all events of the store or of a quarter, in any order.
  /// - Throws: `Refusal.unknownBatch`, `.ambiguousID` or `.alreadyUndone`.
  public init(batch prefix: String, in events: [Event]) throws(Refusal) {
    let batches = distinct(events.map(\.batch)).filter {
      prefix.utf8.count >= 6 && $0.text.hasPrefix(prefix)
    }
    guard batches.count <= 1 else { throw .ambiguousID(prefix, matches: batches.count) }
    guard let batch = batches.first else { throw .unknownBatch(prefix) }
    let liveness = Liveness(events)
    let live = events.filter { liveness.isLive($0.id) }
    guard live.contains(where: { $0.batch == batch }) else { throw .alreadyUndone(batch) }
    self.init(batch, live: live)
  }

  private init(_ batch: BatchID, live: [Event]) {
    self.batch = batch
    events = live.filter { $0.batch == batch }.sorted(by: Event.inOrder)
    let last = events.map(\.clock).max() ?? 0
    changedSince = live.count { !$0.isRetract && $0.batch != batch && $0.clock > last }
  }

  /// The event that takes the batch back.
  ///
  /// - Parameters:
  ///   - day: the day it is recorded for.
  ///   - reason: why, if anybody said.
  /// - Returns: one event to record.
  public func draft(on day: Day, reason: String?) -> EventDraft {
    let ids = events.map(\.id)
    let subject = ids.first.map(Event.Subject.event) ?? .findings([])
    return EventDraft(
      on: day, quarter: events.first?.quarter, subject: subject,
      payload: .retract(Retract(targets: ids, reason: reason)))
  }

  /// The events that take the batch back, also one that is about several quarters or about what
  /// outlives them.
  ///
  /// - Parameters:
  ///   - day: the day they are recorded for.
  ///   - reason: why, if anybody said.
  /// - Returns: one event for each quarter concerned.
  public func drafts(on day: Day, reason: String? = nil) -> [EventDraft] {
    Retract.drafts(of: events, on: day, reason: reason)
  }
}
