/// One line of the history (办理记录).
public struct HistoryEntry: Equatable, Sendable {
  /// The event.
  public let event: Event
  /// The unit it concerns, where it concerns one.
  public let unit: String?
  /// The findings it concerns.
  public let findings: [FindingID]
  /// Whether it was taken back.
  public let isRetracted: Bool
}

extension Projection {
  /// What was recorded, newest first: by the day it happened, then by the order of recording.
  public var history: [HistoryEntry] { events.reversed().map(entry) }

  /// The part of the history that concerns a unit, a site, a finding or an event.
  public func history(of reference: Reference) -> [HistoryEntry] {
    switch reference {
    case .unit(let id): history.filter { $0.unit == id }
    case .prefecture(let id):
      history.filter { entry in
        entry.unit.flatMap { obligation(of: $0) }?.unit.prefecture == id
      }
    case .site(let code):
      history { $0.finding.code == code }
    case .finding(let id):
      history { $0.finding.id == id }
    case .event(let id):
      history.filter { entry in
        entry.event.id == id || entry.event.subject == .event(id)
          || entry.event.retracts(id)
      }
    case .batch(let id): history.filter { $0.event.batch == id }
    }
  }

  private func history(where isMeant: (FindingState) -> Bool) -> [HistoryEntry] {
    let meant = Set(findings.filter(isMeant).map(\.finding.id))
    return history.filter { !meant.isDisjoint(with: $0.findings) }
  }

  private func entry(_ event: Event) -> HistoryEntry {
    let (unit, findings) = concern(of: event, depth: 0)
    return HistoryEntry(
      event: event, unit: unit, findings: findings, isRetracted: !isLive(event.id))
  }

  private func concern(of event: Event, depth: Int) -> (String?, [FindingID]) {
    switch event.subject {
    case .unit(let id):
      let all = obligation(of: id)?.findings.map(\.finding.id) ?? []
      return (id, event.receipt?.covers ?? all)
    case .findings(let ids):
      return (ids.lazy.compactMap { finding($0)?.unit }.first, ids)
    case .site(let code):
      let site = site(code)
      return (site?.unit, site?.findings.map(\.finding.id) ?? [])
    case .event(let id):
      // A remark on a remark on … is followed only so far.
      guard depth < 8, let target = events.first(where: { $0.id == id }) else { return (nil, []) }
      return concern(of: target, depth: depth + 1)
    }
  }
}

extension Event {
  fileprivate func retracts(_ id: EventID) -> Bool {
    guard case .retract(let retract) = payload else { return false }
    return retract.targets.contains(id)
  }
}
