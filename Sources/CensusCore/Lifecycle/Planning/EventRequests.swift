/// A person's wish to take events back by name.
public struct RetractRequest: Equatable, Sendable {
  /// The day of it.
  public var on: Day
  /// Why.
  public var reason: String

  /// A request for a day.
  public init(on: Day, reason: String) {
    self.on = on
    self.reason = reason
  }
}

/// A person's wish to settle which of several records counts.
public struct ResolveRequest: Equatable, Sendable {
  /// The day of it.
  public var on: Day
  /// The event that counts.
  public var keep: EventID
  /// A remark.
  public var note: String?

  /// A request for a day.
  public init(keep: EventID, on: Day) {
    self.keep = keep
    self.on = on
  }
}

extension Projection {
  /// Works out the events that take others back; what was taken back before is refused.
  ///
  /// - Parameters:
  ///   - request: why.
  ///   - references: events, or batches for all of their events that count.
  ///   - today: the real day, which the day may not follow.
  /// - Returns: one event for each quarter concerned.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ request: RetractRequest, for references: [Reference], today: Day
  ) throws(Refusal) -> Plan {
    try check(day: request.on, today: today)
    let reason = try reason(request.reason)
    var targets: [Event] = []
    for reference in references {
      switch reference {
      case .event(let id):
        if let ahead = eventsAhead.first(where: { $0.id == id }) {
          targets.append(ahead)
          continue
        }
        guard let event = event(id) else { throw .unknownID(id.text, nearest: []) }
        guard isLive(id) else { throw .alreadyRetracted(id) }
        targets.append(event)
      case .batch(let id):
        let own =
          events.filter { $0.batch == id && isLive($0.id) } + eventsAhead.filter { $0.batch == id }
        guard !own.isEmpty else { throw .alreadyUndone(id) }
        targets += own
      case .unit, .prefecture, .site, .finding, .check, .notice:
        throw .notAnEvent(reference)
      }
    }
    let drafts = Retract.drafts(of: targets, on: request.on, reason: reason)
    let concerned = history.filter { entry in targets.contains { $0.id == entry.event.id } }
    var builder = PlanBuilder()
    builder.add(drafts, unit: nil, findings: concerned.flatMap(\.findings))
    for unit in concerned.compactMap(\.unit) { builder.add([], unit: unit, findings: []) }
    for remark in receipts(leftBy: targets) { builder.remark(remark) }
    let left = answers(leftBy: targets)
    if left > 0 { builder.remark(.standsWithoutFailure(left)) }
    let resting = resting(on: targets).count { !$0.isToldOtherwise }
    if resting > 0 { builder.remark(.losesGround(resting)) }
    return try builder.plan(in: self)
  }

  /// How many findings were ordered anew, or accountability was opened of, on a failure that is taken back.
  private func answers(leftBy targets: [Event]) -> Int {
    let gone = Set(targets.map(\.id))
    let failures = targets.filter {
      isLive($0.id)
        && ($0.recheck?.verdict == .failed || $0.availability?.status == .dark)
    }
    let failed = { (event: Event) -> [FindingID] in
      guard let code = event.subject.siteCode else { return event.subject.findings ?? [] }
      return findings(called: aliases.identity(of: code)).map(\.finding.id)
    }
    return Set(failures.flatMap(failed)).count { id in
      guard let state = finding(id),
        let failure = failures.last(where: { event in
          failed(event).contains(id)
        }),
        !state.rechecks.contains(where: { entry in
          entry.recheck.verdict == .failed && !gone.contains(entry.event)
        })
      else { return false }
      return liveEvents.contains { event in
        guard event.subject == .unit(state.unit), event.on >= failure.on, !gone.contains(event.id)
        else { return false }
        switch event.payload {
        case .order(let order): return order.covers(id)
        case .accountability(let step): return step.stage == .opened && step.concerns(id)
        default: return false
        }
      }
    }
  }

  /// The receipts of ordered rounds of which every order is taken back.
  private func receipts(leftBy targets: [Event]) -> [PlanRemark] {
    let gone = Set(targets.map(\.id))
    let orders = liveEvents.filter { $0.order != nil && $0.quarter == quarter }
    return orders.filter { gone.contains($0.id) }.compactMap { order in
      let isOrdered = orders.contains {
        $0.subject == order.subject && $0.round == order.round && !gone.contains($0.id)
      }
      guard !isOrdered, case .unit(let unit) = order.subject,
        let round = obligation(of: unit)?.rounds.first(where: { $0.number == order.round })
      else { return nil }
      let left = round.receipts.filter { !gone.contains($0.id) }
      return left.isEmpty ? nil : .receiptsOfRound(round.number, count: left.count)
    }
  }

  /// Works out the event that settles a conflict, of whatever kind.
  ///
  /// - Parameters:
  ///   - request: which record counts.
  ///   - others: those it is to count against; empty means all that contradict it.
  ///   - today: the real day, which the day may not follow.
  /// - Returns: one event.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ request: ResolveRequest, against others: [EventID] = [], today: Day
  ) throws(Refusal) -> Plan {
    try check(day: request.on, note: request.note, today: today)
    guard let kept = event(request.keep) else { throw .unknownID(request.keep.text, nearest: []) }
    let own = conflicts.filter { $0.events.contains(kept.id) }
    guard !own.isEmpty else {
      let settled = liveEvents.last { event in
        guard case .resolve(let resolve) = event.payload else { return false }
        return resolve.targets.contains(kept.id) || resolve.keep == kept.id
      }
      if let settled { throw .settledBefore(kept.id, by: settled.id) }
      throw .noConflict(kept.id)
    }
    let conflicting = Set(own.flatMap(\.events))
    for id in others where !conflicting.contains(id) { throw .noConflict(id, with: kept.id) }
    let targets = others.isEmpty ? conflicting : Set(others + [kept.id])
    let owner = obligations.first { !Set($0.conflicts).isDisjoint(with: own) }
    let concerned = owner?.findings.filter { !Set($0.conflicts).isDisjoint(with: own) } ?? []
    let draft = EventDraft(
      on: request.on, quarter: kept.quarter, round: kept.round, subject: kept.subject,
      payload: .resolve(Resolve(targets: targets.sorted(), keep: kept.id)))
    var builder = PlanBuilder()
    builder.add([draft], unit: owner?.unit.id, findings: concerned.map(\.finding.id))
    return try builder.plan(note: request.note, repeated: request.note, on: request.on, in: self)
  }
}

extension Retract {
  /// The events that take others back: one for each quarter, and one for what outlives quarters.
  static func drafts(
    of targets: [Event], on day: Day, reason: String?, step: Step? = nil
  ) -> [EventDraft] {
    distinct(targets.map(\.quarter)).compactMap { quarter in
      let own = targets.filter { $0.quarter == quarter }
      guard let first = own.first else { return nil }
      return EventDraft(
        on: day, quarter: quarter, subject: .event(first.id),
        payload: .retract(
          Retract(targets: distinct(own.map(\.id)), reason: reason, step: step)))
    }
  }
}

extension Event {
  /// Whether other remarks tell that it stands without what was taken back.
  fileprivate var isToldOtherwise: Bool {
    switch payload {
    case .order, .receipt, .extend, .waive: true
    case .return: round > 1
    case .accountability(let step): step.stage == .opened
    default: false
    }
  }
}
