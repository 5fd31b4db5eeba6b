package import CensusCore
import CensusLists

/// What others recorded about the rows of an act after a person looked at them.
///
/// An act is decided upon on a frame. What came to be known since must be seen before the act says
/// that its writer has seen it: it is shown, nothing is recorded, and the same key again records.
extension Snapshot {
  /// The identities of all that is known here.
  package var knownEvents: Set<EventID> { Set(known.events.map(\.id)) }

  /// Why an act that was decided upon earlier is not recorded yet; nil if nothing has happened to
  /// what it is about.
  ///
  /// - Parameters:
  ///   - effect: what is to be recorded. An undo or a redo that is not worked out yet is about
  ///     everything.
  ///   - seen: what was known when the person decided.
  ///   - actor: whose acts are in question as a whole, where the last of them is meant.
  /// - Returns: who recorded what, and that the same key goes on.
  package func surprise(
    before effect: Effect, since seen: Set<EventID>, actor: String? = nil
  ) -> Phrase? {
    let events = known.events
    guard events.count != seen.count || !events.allSatisfy({ seen.contains($0.id) }) else {
      return nil
    }
    let gone = seen.subtracting(knownEvents)
    guard gone.isEmpty else { return Labels.notYet(Labels.vanished(gone.count)) }
    let matter = Matter(of: effect, in: self)
    let arrived = knownHistory.filter { entry in
      !seen.contains(entry.event.id)
        && (entry.event.actor == actor || matter?.concerns(entry, in: known) ?? true)
    }
    return arrived.isEmpty ? nil : Labels.notYet(Labels.recorded(arrived, in: known))
  }
}

/// What an act is about.
private struct Matter {
  private var subjects: Set<Event.Subject> = []
  private var units: Set<UnitID> = []
  private var events: Set<EventID> = []

  /// Nil if it is about whatever comes last.
  init?(of effect: Effect, in snapshot: Snapshot) {
    switch effect {
    case .record(let drafts, _):
      for draft in drafts { add(draft, in: snapshot.known) }
    case .attach(let attaching):
      for draft in attaching.drafts { add(draft, in: snapshot.known) }
    case .confirm(let confirmed, _): events = Set(confirmed)
    case .keepActor(_, let pending):
      guard let matter = Matter(of: pending, in: snapshot) else { return nil }
      self = matter
    default: return nil
    }
    for entry in snapshot.knownHistory where events.contains(entry.event.id) {
      units.formUnion(entry.unitIDs(in: snapshot.known))
    }
  }

  private mutating func add(_ draft: EventDraft, in projection: Projection) {
    subjects.insert(draft.subject)
    if case .retract(let retract) = draft.payload { events.formUnion(retract.targets) }
    switch draft.subject {
    case .unit(let id): units.insert(id)
    case .findings(let ids): units.formUnion(ids.compactMap { projection.finding($0)?.unit })
    case .site(let code): units.formUnion((projection.site(code)?.findings ?? []).map(\.unit))
    case .event(let id): events.insert(id)
    default: break
    }
  }

  func concerns(_ entry: HistoryEntry, in projection: Projection) -> Bool {
    if subjects.contains(entry.event.subject) { return true }
    if case .retract(let retract) = entry.event.payload,
      !events.isDisjoint(with: retract.targets)
    {
      return true
    }
    return !units.isDisjoint(with: entry.unitIDs(in: projection))
  }
}

extension HistoryEntry {
  fileprivate func unitIDs(in projection: Projection) -> [UnitID] {
    unit.map { [$0] } ?? findings.compactMap { projection.finding($0)?.unit }
  }
}

extension State {
  /// An act met with what others had recorded: it is asked for anew, and the next time it goes on.
  mutating func surprised(_ why: Phrase) {
    if var dialog = overlay as? RecordDialog {
      dialog.seen = snapshot.knownEvents
      overlay = dialog
    }
    renewGrounds()
    fail(why)
  }

  /// What was decided upon when less was known than now, is not done; nil if it can be.
  func surprise(before effect: Effect, since seen: Set<EventID>?) -> Phrase? {
    // Nothing is decided about a batch that is completed.
    guard effect.records, effect != .complete, let seen else { return nil }
    return snapshot.surprise(before: effect, since: seen)
  }
}

extension Labels {
  /// What happened, and that the same key goes on.
  package static func notYet(_ what: Phrase) -> Phrase {
    Phrase(
      "尚未办理：\(what.chinese)；请核对，仍要办理请再按一次",
      "not done yet: \(what.english); look again, and press the same key to go on")
  }

  /// That the notice itself is another by now.
  package static let noticeChanged = notYet(
    Phrase("通报刚才有变动", "the notice itself has just changed"))

  /// 刚才另有登记：李四 临沧 收到纸质版.
  static func recorded(_ entries: [HistoryEntry], in projection: Projection) -> Phrase {
    let records = records(entries, in: projection)
    return Phrase(
      "刚才另有登记：\(records.chinese)", "meanwhile there was recorded: \(records.english)")
  }

  /// 李四 临沧 收到纸质版.
  static func records(_ entries: [HistoryEntry], in projection: Projection) -> Phrase {
    let shown = entries.prefix(3).map { entry in
      let units = entry.units(in: projection)
      let unit =
        units.isEmpty ? Phrase("", "") : Labels.unitsCell(units)
      let summary = Terms.summary(of: entry.event, in: projection)
      return Phrase(
        [entry.event.actor, unit.chinese, summary.chinese].filter { !$0.isEmpty }
          .joined(separator: " "),
        [entry.event.actor, unit.english, summary.english].filter { !$0.isEmpty }
          .joined(separator: " "))
    }
    let more = entries.count - shown.count
    return Phrase(
      shown.map(\.chinese).joined(separator: "、")
        + (more > 0 ? "等\(entries.count)条" : ""),
      shown.map(\.english).joined(separator: "; ")
        + (more > 0 ? " and \(more) more" : ""))
  }
}
