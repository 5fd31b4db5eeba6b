/// One line of the history (办理记录).
public struct HistoryEntry: Equatable, Sendable {
  /// The event.
  public let event: Event
  /// The unit it concerns; nil where it concerns none, or several at once.
  public let unit: UnitID?
  /// The findings it concerns.
  public let findings: [FindingID]
  /// Whether it was taken back.
  public let isRetracted: Bool
  /// Whether it contradicts another record, and nobody has settled which counts.
  public let isInConflict: Bool
}

extension Projection {
  /// What was recorded, newest first: by the day it happened, then by the order of recording.
  public var history: [HistoryEntry] {
    var concerns = Concerns(in: self)
    let contradicting = Set(conflicts.flatMap(\.events))
    // What takes something back holds on any day, and was recorded on its own.
    return events.reversed().filter { $0.on <= asOf }.map { event in
      let concern = concerns.concern(of: event)
      return HistoryEntry(
        event: event, unit: concern.units.count == 1 ? concern.units.first : nil,
        findings: concern.findings, isRetracted: !isLive(event.id),
        isInConflict: contradicting.contains(event.id))
    }
  }

  /// The part of the history that concerns a unit, a site, a finding or an event.
  ///
  /// What concerns several units at once, such as the undo of a batch, is in the history of each.
  public func history(of reference: Reference) -> [HistoryEntry] {
    history(of: reference, among: history)
  }

  /// The same from entries of this history that the caller has kept.
  public func history(
    of reference: Reference, among entries: [HistoryEntry]
  ) -> [HistoryEntry] {
    switch reference {
    case .unit(let id):
      entries.concerning(obligations.filter { $0.unit.id == id }) { $0 == id }
    case .prefecture(let id):
      entries.concerning(obligations.filter { $0.unit.prefecture == id }) {
        (obligation(of: $0)?.unit ?? directory.unit($0))?.prefecture == id
      }
    case .site(let code): entries.concerning(findings(of: code).map(\.finding.id))
    case .finding(let id): entries.concerning([id])
    case .event(let id):
      entries.filter { entry in
        entry.event.id == id || entry.event.subject == .event(id)
          || entry.event.retracts(id)
      }
    case .batch(let id): entries.filter { $0.event.batch == id }
    case .check(let id): entries.filter { $0.event.subject == .check(id) }
    case .notice(let quarter): entries.about(.notice(quarter))
    }
  }
}

extension [HistoryEntry] {
  /// What is about something that no unit answers for, with remarks on that and what takes it back.
  fileprivate func about(_ subject: Event.Subject) -> [HistoryEntry] {
    var known: Set<EventID> = []
    // They come newest first, and what is about a record comes after it.
    for entry in reversed() where entry.event.subject == subject || entry.event.isAbout(known) {
      known.insert(entry.event.id)
    }
    return filter { known.contains($0.event.id) }
  }

  /// What concerns a few findings: records name hundreds, so that none of those is hashed.
  fileprivate func concerning(_ findings: [FindingID]) -> [HistoryEntry] {
    filter { entry in findings.contains { entry.findings.contains($0) } }
  }

  fileprivate func concerning(
    _ obligations: [Obligation], isMeant: (UnitID) -> Bool
  ) -> [HistoryEntry] {
    let findings = Set(obligations.flatMap(\.findings).map(\.finding.id))
    return filter { entry in
      entry.unit.map(isMeant) ?? !findings.isDisjoint(with: entry.findings)
    }
  }
}

/// Which units and findings events concern, each worked out once.
///
/// A remark on an event, and a retraction, concern what that event concerns.
private struct Concerns {
  struct Concern {
    var units: [UnitID] = []
    var findings: [FindingID] = []
  }

  private let projection: Projection
  private let findingsOfUnit: [UnitID: [FindingID]]
  private var known: [EventID: Concern] = [:]

  init(in projection: Projection) {
    self.projection = projection
    findingsOfUnit = Dictionary(
      projection.obligations.map { ($0.unit.id, $0.findings.map(\.finding.id)) },
      uniquingKeysWith: { first, _ in first })
  }

  // A chain of undo and redo can be thousands long, so the walk keeps its own stack.
  mutating func concern(of event: Event) -> Concern {
    if let concern = known[event.id] { return concern }
    var path = [event]
    var onPath: Set<EventID> = [event.id]
    while let top = path.last {
      let referred = top.referred
      let next = referred.first {
        known[$0] == nil && !onPath.contains($0) && projection.event($0) != nil
      }
      let open = next.flatMap { projection.event($0) }
      if let open {
        path.append(open)
        onPath.insert(open.id)
      } else {
        known[top.id] = referred.isEmpty ? own(top) : joined(referred)
        path.removeLast()
        onPath.remove(top.id)
      }
    }
    return known[event.id] ?? Concern()
  }

  private func joined(_ referred: [EventID]) -> Concern {
    let concerns = referred.compactMap { known[$0] }
    guard concerns.count != 1 else { return concerns[0] }
    return Concern(
      units: distinct(concerns.flatMap(\.units)), findings: distinct(concerns.flatMap(\.findings)))
  }

  private func own(_ event: Event) -> Concern {
    switch event.subject {
    case .unit(let id):
      return Concern(units: [id], findings: event.payload.covers ?? findingsOfUnit[id] ?? [])
    case .findings(let ids):
      return Concern(
        units: distinct(ids.compactMap { projection.finding($0)?.unit }), findings: ids)
    case .site(let code):
      let states = projection.findings(of: code)
      return Concern(
        units: distinct(states.map(\.unit)), findings: states.map(\.finding.id))
    case .event, .check, .notice:
      return Concern()
    }
  }
}

extension Event {
  /// The events that this one is about.
  fileprivate var referred: [EventID] {
    if case .retract(let retract) = payload { return retract.targets }
    if case .event(let id) = subject { return [id] }
    return []
  }

  /// Whether it is about one of some events.
  fileprivate func isAbout(_ events: Set<EventID>) -> Bool {
    referred.contains(where: events.contains)
  }

  fileprivate func retracts(_ id: EventID) -> Bool {
    guard case .retract(let retract) = payload else { return false }
    return retract.targets.contains(id)
  }
}
