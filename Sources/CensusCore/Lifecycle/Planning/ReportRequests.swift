/// A person's wish to record that defective parts were sent back.
public struct ReturnRequest: Equatable, Sendable {
  /// Which parts, each once.
  public var parts: [Part]
  /// The day they were sent back.
  public var on: Day
  /// Why.
  public var reason: String
  /// A remark.
  public var note: String?

  /// A request for some parts on a day.
  public init(parts: [Part], on: Day, reason: String) {
    self.parts = parts
    self.on = on
    self.reason = reason
  }
}

/// A person's wish to record that units are excused.
public struct WaiveRequest: Equatable, Sendable {
  /// The day they were excused.
  public var on: Day
  /// Who excused them.
  public var authority: String
  /// Why.
  public var reason: String
  /// A remark.
  public var note: String?

  /// A request for a day.
  public init(on: Day, authority: String, reason: String) {
    self.on = on
    self.authority = authority
    self.reason = reason
  }
}

/// A person's wish to record a later due day.
public struct ExtendRequest: Equatable, Sendable {
  /// The new due day.
  public var until: Day
  /// The day it was granted.
  public var on: Day
  /// Who granted it.
  public var authority: String
  /// Why.
  public var reason: String
  /// A remark.
  public var note: String?

  /// A request for a later day.
  public init(until: Day, on: Day, authority: String, reason: String) {
    self.until = until
    self.on = on
    self.authority = authority
    self.reason = reason
  }
}

/// A person's wish to order rectification anew.
public struct OrderRequest: Equatable, Sendable {
  /// By when the new report is due.
  public var until: Day
  /// The day of the order.
  public var on: Day
  /// The number of the order.
  public var reference: String?
  /// A remark.
  public var note: String?

  /// A request for a new round.
  public init(until: Day, on: Day) {
    self.until = until
    self.on = on
  }
}

extension Projection {
  /// Works out the events for parts sent back.
  ///
  /// What waits to be returned is returned; where nothing waits, what counted until now. Parts
  /// sent back that day before are skipped.
  ///
  /// - Parameters:
  ///   - request: what was sent back, and why.
  ///   - references: to whom.
  ///   - today: the real day, which nothing may follow.
  /// - Returns: the events to record, and what is skipped.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ request: ReturnRequest, for references: [Reference], today: Day
  ) throws(Refusal) -> Plan {
    try check(day: request.on, note: request.note, today: today)
    let reason = try reason(request.reason)
    var builder = builder(for: references)
    for target in try targets(of: references) {
      try builder.take(target.unit, isMember: target.isMember) { builder throws(Refusal) in
        try add(request, reason, of: target, to: &builder)
      }
    }
    return try builder.plan(note: request.note, in: self)
  }

  /// Adds what goes back to one unit; a part that stays is named beside the one that goes.
  private func add(
    _ request: ReturnRequest, _ reason: String, of target: Target, to builder: inout PlanBuilder
  ) throws(Refusal) {
    guard let obligation = obligation(of: target.unit) else { return }
    let states = target.findings.compactMap { finding($0) }
    let parts = distinct(request.parts)
    let waiting = parts.filter { part in states.contains { $0[part].isToReturn } }
    let arrived = parts.filter { part in states.contains { $0[part].validOn != nil } }
    let sent = waiting.isEmpty ? arrived : waiting
    guard !sent.isEmpty else {
      try checkReturned(parts, reason, request, target, states)
      builder.skip(target.unit)
      return
    }
    for part in sent {
      let meant = states.filter {
        waiting.isEmpty ? $0[part].validOn != nil : $0[part].isToReturn
      }
      for state in meant {
        guard let day = state[part].arrivedOn, request.on < day else { continue }
        throw .beforeReceipt(unit: target.unit, part: part, on: day)
      }
      let payload = Event.Payload.return(Return(part: part, reason: reason))
      let drafts = obligation.subjects(meant.map(\.finding.id)).map {
        EventDraft(
          on: request.on, quarter: quarter, round: $0.round, subject: $0.subject, payload: payload)
      }
      builder.add(drafts, unit: target.unit, findings: meant.map(\.finding.id))
    }
    for part in parts where !sent.contains(part) {
      if arrived.contains(part) {
        builder.leaveOut(target.unit, .inOrder(part))
      } else if states.allSatisfy({ $0[part] == .missing }) {
        builder.leaveOut(target.unit, .notHere(part))
      }
    }
  }

  /// Checks that parts that are not here were sent back that day, for the same reason.
  private func checkReturned(
    _ parts: [Part], _ reason: String, _ request: ReturnRequest, _ target: Target,
    _ states: [FindingState]
  ) throws(Refusal) {
    for state in states {
      for part in parts {
        if case .returned(let day, _) = state[part], day != request.on {
          throw .alreadyReturned(unit: target.unit, part: part, on: day)
        }
      }
    }
    guard parts.contains(where: { part in states.contains { $0[part].isReturned } }) else {
      throw .nothingToReturn(unit: target.unit)
    }
    for state in states {
      try checkSame(reason, .return(Return(part: .paper, reason: reason)), of: state)
    }
  }

  /// Works out the events for units excused; what is waived already is skipped.
  ///
  /// - Parameters:
  ///   - request: by whom and why.
  ///   - references: whom.
  ///   - today: the real day, which nothing may follow.
  /// - Returns: the events to record, and what is skipped.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ request: WaiveRequest, for references: [Reference], today: Day
  ) throws(Refusal) -> Plan {
    try check(day: request.on, note: request.note, today: today)
    let payload = Event.Payload.waive(
      Waive(authority: try authority(request.authority), reason: try reason(request.reason)))
    var builder = builder(for: references)
    for target in try targets(of: references) {
      let open = target.findings.filter { finding($0)?.submission.isSettled == false }
      guard !open.isEmpty else {
        if target.findings.allSatisfy({ finding($0)?.submission == .complete }) {
          guard target.isMember else { throw .nothingOwed(target.unit) }
          builder.leaveOut(target.unit, .nothingToDo(.nothingOwed(target.unit)))
          continue
        }
        for state in target.findings.compactMap({ finding($0) }) where state.submission == .waived {
          try checkSame(request.reason, payload, of: state)
        }
        builder.skip(target.unit)
        continue
      }
      add(payload, to: open, of: target.unit, on: request.on, in: &builder)
    }
    return try builder.plan(note: request.note, in: self)
  }

  /// Works out the events for a later due day; the same extension of that day is skipped.
  ///
  /// It moves what is still owed. A report that was complete when it was granted stays as late as it
  /// was, so that an extension of nothing else is refused.
  ///
  /// - Parameters:
  ///   - request: until when, by whom and why.
  ///   - references: for whom.
  ///   - today: the real day, which the day of granting may not follow.
  /// - Returns: the events to record, and what is skipped.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ request: ExtendRequest, for references: [Reference], today: Day
  ) throws(Refusal) -> Plan {
    try check(day: request.on, note: request.note, today: today)
    let payload = Event.Payload.extend(
      Extend(
        until: request.until, authority: try authority(request.authority),
        reason: try reason(request.reason)))
    var builder = builder(for: references)
    for target in try targets(of: references) {
      guard let obligation = obligation(of: target.unit) else { continue }
      let drafted = { (findings: [FindingID]) in
        obligation.subjects(findings).map {
          EventDraft(
            on: request.on, quarter: self.quarter, round: $0.round, subject: $0.subject,
            payload: payload)
        }
      }
      let states = target.findings.compactMap { finding($0) }
      let meant = states.filter { $0.report.isExtendable(on: request.on) }.map(\.finding.id)
      let drafts = drafted(meant)
      let new = drafts.filter { !isCurrent($0) }
      guard !new.isEmpty else {
        guard (meant.isEmpty ? drafted(target.findings) : drafts).allSatisfy(isCurrent) else {
          let why = nothingToExtend(target, states)
          guard target.isMember else { throw why }
          builder.leaveOut(target.unit, .nothingToDo(why))
          continue
        }
        builder.skip(target.unit)
        continue
      }
      // The present deadline, which an earlier extension may have moved.
      let due = meant.compactMap { finding($0)?.deadline?.lastDayOnTime }.max()
      if let due, request.until <= due { throw .notLater(request.until, due: due) }
      try checkLatest(drafts, named: target.unit)
      builder.add(new, unit: target.unit, findings: meant)
    }
    return try builder.plan(note: request.note, in: self)
  }

  /// Why an extension would move nothing: all that is meant is complete, or excused.
  private func nothingToExtend(_ target: Target, _ states: [FindingState]) -> Refusal {
    let name = target.findings.count == 1 ? target.findings[0].description : target.unit
    guard let day = states.compactMap(\.completeOn).max() else { return .nothingOwed(name) }
    return .completeBefore(name, on: day)
  }

  /// Works out the events for rectification ordered anew: it covers what failed the re-check.
  ///
  /// It joins the latest ordered round while nothing of that has been received, each finding with
  /// its own due day; else it opens the next.
  ///
  /// - Parameters:
  ///   - request: until when.
  ///   - references: to whom.
  ///   - today: the real day, which the day of the order may not follow.
  /// - Returns: the events to record, and what is skipped.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ request: OrderRequest, for references: [Reference], today: Day
  ) throws(Refusal) -> Plan {
    try check(day: request.on, note: request.note, today: today)
    guard request.until >= request.on else { throw .untilBefore(request.until, on: request.on) }
    var builder = builder(for: references)
    for target in try targets(of: references) {
      guard let obligation = obligation(of: target.unit) else { continue }
      let failed = target.findings.compactMap { finding($0) }.filter { $0.recheck == .failed }
      guard !failed.isEmpty else {
        guard target.isMember else { throw .nothingFailed(target.unit) }
        builder.leaveOut(target.unit, .nothingToDo(.nothingFailed(target.unit)))
        continue
      }
      for state in failed {
        guard let day = state.failedOn, request.on < day else { continue }
        throw .beforeFailure(state.finding.id.description, on: day)
      }
      let open = failed.filter { !($0.isReordered && !$0.submission.isSettled) }
      guard !open.isEmpty else {
        if let state = failed.first, let due = state.originalDeadline?.day, due != request.until {
          throw .alreadyOrdered(unit: target.unit, round: state.round, until: due)
        }
        builder.skip(target.unit)
        continue
      }
      let covers = open.map(\.finding.id)
      let isAll = covers.count == obligation.findings.count
      let order = Order(
        until: request.until, reference: request.reference, covers: isAll ? nil : covers)
      let draft = EventDraft(
        on: request.on, quarter: quarter, round: obligation.roundToOrder,
        subject: .unit(target.unit), payload: .order(order))
      builder.add([draft], unit: target.unit, findings: covers)
    }
    return try builder.plan(note: request.note, in: self)
  }

  private func add(
    _ payload: Event.Payload, to findings: [FindingID], of unit: String, on day: Day,
    in builder: inout PlanBuilder
  ) {
    let subjects = obligation(of: unit)?.subjects(findings) ?? []
    let drafts = subjects.map {
      EventDraft(on: day, quarter: quarter, round: $0.round, subject: $0.subject, payload: payload)
    }
    builder.add(drafts, unit: unit, findings: findings)
  }

  private func authority(_ text: String) throws(Refusal) -> String {
    guard let authority = text.something else { throw .authorityNeeded }
    return authority
  }
}

extension Obligation {
  /// The round that an order belongs to: the latest ordered one while nothing of it was received,
  /// else the next.
  fileprivate var roundToOrder: Int {
    guard let last = rounds.last else { return 2 }
    return last.number > 1 && last.receipts.isEmpty ? last.number : last.number + 1
  }
}
