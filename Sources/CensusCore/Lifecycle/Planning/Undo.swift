/// Taking back what was recorded in one act (撤销): always a new event, never a deletion.
public struct Undo: Equatable, Sendable {
  /// The batch taken back.
  public let batch: BatchID
  /// Its events that still count, in order.
  public let events: [Event]
  /// What the batch is about: its events, and for those that took others back, what they took.
  public let records: [Event]
  /// What the batch did, if it took others back itself.
  public let kind: ActLog.Kind
  /// Whether what it is about counts no more by it; else it counts again.
  public let takesBack: Bool
  /// How many of those it took back stay so, since somebody else took them back too.
  public let held: Int
  /// Events by which something else changed since.
  public let changedSince: Int

  /// The last act of a person that still counts, in part or whole, whatever it was: undoing twice
  /// goes one act further back.
  ///
  /// A retraction by name and a redo are acts like others. The last is the last in the order of
  /// recording, whatever the wall clock said.
  ///
  /// - Parameters:
  ///   - actor: whose act.
  ///   - events: all events of the store or of a quarter, in any order.
  /// - Throws: `Refusal.nothingToUndo`.
  public init(lastOf actor: String, in events: [Event]) throws(Refusal) {
    let log = ActLog(events)
    guard let last = log.acts(of: actor).last(where: { $0.kind != .undo }) else {
      throw .nothingToUndo
    }
    self.init(last.batch, in: log)
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
    let log = ActLog(events)
    guard log.live.contains(where: { $0.batch == batch }) else { throw .alreadyUndone(batch) }
    self.init(batch, in: log)
  }

  private init(_ batch: BatchID, in log: ActLog) {
    self.batch = batch
    let own = log.live.filter { $0.batch == batch }
    events = own.sorted(by: Event.inOrder)
    records = log.records(of: own)
    kind = log.kind(of: own)
    takesBack = log.countsAgain(own)
    held = log.heldCount(besides: own)
    let last = own.map(\.clock).max() ?? 0
    changedSince = log.live.count { !$0.isRetract && $0.batch != batch && $0.clock > last }
  }

  /// The event that takes the batch back, where it is about one quarter.
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
      payload: .retract(Retract(targets: ids, reason: reason, step: step)))
  }

  /// The events that take the batch back, also one that is about several quarters or about what
  /// outlives them.
  ///
  /// - Parameters:
  ///   - day: the day they are recorded for.
  ///   - reason: why, if anybody said.
  /// - Returns: one event for each quarter concerned.
  public func drafts(on day: Day, reason: String? = nil) -> [EventDraft] {
    Retract.drafts(of: events, on: day, reason: reason, step: step)
  }

  /// Taking an undo back by its digits is a redo.
  private var step: Retract.Step { kind == .undo ? .redo : .undo }
}
