/// Taking back the last undo (重做): a retraction of its retraction, to any depth.
public struct Redo: Equatable, Sendable {
  /// The batch of the undo that is taken back.
  public let batch: BatchID
  /// Its retractions, in order.
  public let undone: [Event]
  /// The events that count again, in order.
  public let events: [Event]
  /// What comes of it: what it is about counts again, or is taken back again.
  public let kind: ActLog.Kind
  /// What it is about: those events, and for those that took others back, what they took.
  public let records: [Event]
  /// How many of its events stay taken back, since somebody else took them back too.
  public let held: Int

  /// The last undo of a person that still stands.
  ///
  /// What the person recorded since ends the redo, as in any editor; another redo does not.
  ///
  /// - Parameters:
  ///   - actor: whose undo.
  ///   - events: all events of the store or of a quarter, in any order.
  /// - Throws: `Refusal.nothingToRedo`.
  public init(lastOf actor: String, in events: [Event]) throws(Refusal) {
    let log = ActLog(events)
    let acts = log.acts(of: actor)
    guard let place = acts.lastIndex(where: { $0.kind == .undo }),
      !acts[place...].contains(where: { $0.kind == .record || $0.kind == .retraction })
    else { throw .nothingToRedo }
    batch = acts[place].batch
    undone = acts[place].events.sorted(by: Event.inOrder)
    let targets = distinct(undone.flatMap { $0.retract?.targets ?? [] })
    self.events = targets.compactMap { log.byID[$0] }.sorted(by: Event.inOrder)
    kind = log.countsAgain(self.events) ? .record : .retraction
    records = log.records(of: self.events)
    held = log.heldCount(besides: undone)
  }

  /// The events that take the undo back.
  ///
  /// - Parameters:
  ///   - day: the day they are recorded for.
  ///   - reason: why, if anybody said.
  /// - Returns: one event for each quarter concerned.
  public func drafts(on day: Day, reason: String? = nil) -> [EventDraft] {
    Retract.drafts(of: undone, on: day, reason: reason, step: .redo)
  }
}
