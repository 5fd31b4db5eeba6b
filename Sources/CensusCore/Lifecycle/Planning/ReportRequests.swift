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
      try builder.take(.unit(target.unit), isMember: target.isMember) { builder throws(Refusal) in
        try add(request, reason, of: target, to: &builder)
      }
    }
    return try builder.plan(note: request.note, repeated: request.note, on: request.on, in: self)
  }

  /// Adds what goes back to one unit; a part that stays is named beside the one that goes.
  private func add(
    _ request: ReturnRequest, _ reason: String, of target: Target, to builder: inout PlanBuilder
  ) throws(Refusal) {
    guard let obligation = obligation(of: target.unit) else { return }
    // A closed finding never reopens: its report stays where it is.
    let all = target.findings.compactMap { finding($0) }
    let states = all.filter { !$0.headline.isClosed }
    if states.isEmpty, let closed = all.first { throw .alreadyClosed(closed.finding.id) }
    let parts = distinct(request.parts)
    let reports = { (part: Part) in
      states.map { $0.report(returning: part, on: request.on) }
    }
    let waiting = parts.filter { part in reports(part).contains { $0[part].isToReturn } }
    let arrived = parts.filter { part in reports(part).contains { $0[part].validOn != nil } }
    let sent = waiting.isEmpty ? arrived : waiting
    // The very same return reaches for nothing that it left where it was.
    let isSame = waiting.isEmpty && parts.contains { isReturned($0, reason, request, target) }
    guard !sent.isEmpty, !isSame else {
      if !isSame { try checkReturned(parts, reason, request, target, states) }
      builder.skip(.unit(target.unit))
      return
    }
    for part in sent {
      let meant = reports(part).filter {
        waiting.isEmpty ? $0[part].validOn != nil : $0[part].isToReturn
      }
      for report in meant {
        guard let day = report[part].arrivedOn, request.on < day else { continue }
        throw .beforeReceipt(unit: target.unit, part: part, on: day)
      }
      let payload = Event.Payload.return(Return(part: part, reason: reason))
      let drafts = obligation.subjects(meant, isWhole: target.isWhole).map {
        EventDraft(
          on: request.on, quarter: quarter, round: $0.round, subject: $0.subject, payload: payload)
      }
      builder.add(drafts, unit: target.unit, findings: meant.map(\.finding))
    }
    for part in parts where !sent.contains(part) {
      if arrived.contains(part) {
        builder.leaveOut(.unit(target.unit), .inOrder(part))
      } else if reports(part).allSatisfy({ $0[part].isNowhere }) {
        builder.leaveOut(.unit(target.unit), .notHere(part))
      }
    }
  }

  /// Whether a part of some of the findings was sent back that day, for the same reason.
  private func isReturned(
    _ part: Part, _ reason: String, _ request: ReturnRequest, _ target: Target
  ) -> Bool {
    let payload = Event.Payload.return(Return(part: part, reason: reason))
    return liveEvents.contains { event in
      event.on == request.on && event.quarter == quarter && event.payload == payload
        && (event.subject == .unit(target.unit)
          || event.subject.findings.map { !Set($0).isDisjoint(with: target.findings) } ?? false)
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
    return try planned(
      on: request.on, contradiction: { $0.reported(after: request.on) },
      by: { known throws(Refusal) in try known.drafted(request, payload, for: references) })
  }

  private func drafted(
    _ request: WaiveRequest, _ payload: Event.Payload, for references: [Reference]
  ) throws(Refusal) -> Plan {
    var builder = builder(for: references)
    for target in try targets(of: references) {
      let reports = reports(of: target, on: request.on)
      let open = reports.filter { !$0.submission.isSettled }
      guard !open.isEmpty else {
        if reports.allSatisfy({ $0.submission == .complete }) {
          guard target.isMember else { throw .nothingOwed(.unit(target.unit)) }
          builder.leaveOut(.unit(target.unit), .nothingToDo(.nothingOwed(.unit(target.unit))))
          continue
        }
        for state in target.findings.compactMap({ finding($0) }) where state.submission == .waived {
          try checkSame(request.reason, payload, of: state)
          if case .waive(let known) = latest(payload, of: state)?.payload {
            _ = try joined(
              known.authority, request.authority.something, Waive.word(of: "authority"),
              of: .unit(target.unit))
          }
          try checkDay(request.on, latest(payload, of: state), of: .unit(target.unit))
        }
        builder.skip(.unit(target.unit))
        continue
      }
      for state in target.findings.compactMap({ finding($0) }) where state.submission == .waived {
        try checkDay(request.on, latest(payload, of: state), of: .finding(state.finding.id))
      }
      add(payload, to: open, of: target, on: request.on, in: &builder)
      guard target.isWhole else { continue }
      leaveOutStruckOff(of: target.unit, in: &builder)
      for report in reports where report.submission == .complete {
        guard let day = report.completeOn else { continue }
        let id = Reference.finding(report.finding)
        builder.leaveOut(id, .nothingToDo(.completeBefore(id, on: day)))
      }
    }
    return try builder.plan(note: request.note, repeated: request.note, on: request.on, in: self)
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
      let drafted = { (reports: [Report]) in
        obligation.subjects(reports, isWhole: target.isWhole).map {
          EventDraft(
            on: request.on, quarter: self.quarter, round: $0.round, subject: $0.subject,
            payload: payload)
        }
      }
      let reports = reports(of: target, on: request.on)
      let able = reports.filter { $0.isExtendable(on: request.on) }
      // What is due later still, of a unit as a whole, stays as it is.
      let later = able.filter { report in
        target.isWhole && report.deadline.map { $0.lastDayOnTime > request.until } ?? false
      }
      let meant = later.count < able.count ? able.filter { !later.contains($0) } : able
      // It moves nothing where the report was complete before, and holds there once that is taken back.
      let kept = reports.filter { target.isWhole && $0.wasComplete(before: request.on) }
      let drafts = drafted(meant + (meant.isEmpty ? [] : kept))
      let new = drafts.filter { !isCurrent($0) }
      guard !new.isEmpty else {
        guard (meant.isEmpty ? drafted(reports) : drafts).allSatisfy(isCurrent) else {
          let why = nothingToExtend(target, reports)
          guard target.isMember else { throw why }
          builder.leaveOut(.unit(target.unit), .nothingToDo(why))
          continue
        }
        builder.skip(.unit(target.unit))
        continue
      }
      // The present deadline, which an earlier extension may have moved.
      let due = meant.compactMap { $0.deadline?.lastDayOnTime }.max()
      if let due, request.until <= due { throw .notLater(request.until, due: due) }
      try checkLatest(drafts, named: .unit(target.unit))
      builder.add(new, unit: target.unit, findings: meant.map(\.finding))
      if target.isWhole { leaveOutStruckOff(of: target.unit, in: &builder) }
      for report in able where !meant.contains(report) {
        guard let due = report.deadline?.lastDayOnTime, !drafts.isEmpty else { continue }
        builder.leaveOut(
          .finding(report.finding), .nothingToDo(.notLater(request.until, due: due)))
      }
    }
    return try builder.plan(note: request.note, repeated: request.note, on: request.on, in: self)
  }

  /// The reports that an act on a day is about: of a unit as a whole also those that are owed from
  /// rounds before.
  private func reports(of target: Target, on day: Day) -> [Report] {
    target.findings.compactMap { finding($0) }.flatMap { state in
      let open = state.report(on: day)
      let owed = state.earlier.filter { !$0.submission.isSettled && $0.round < open.round }
      return (target.isWhole ? owed : []) + [open]
    }
  }

  /// Why an extension would move nothing: all that is meant is complete, or excused.
  private func nothingToExtend(_ target: Target, _ reports: [Report]) -> Refusal {
    let name =
      target.findings.count == 1
      ? Reference.finding(target.findings[0]) : .unit(target.unit)
    guard let day = reports.compactMap(\.completeOn).max() else { return .nothingOwed(name) }
    return .completeBefore(name, on: day)
  }

  private func add(
    _ payload: Event.Payload, to reports: [Report], of target: Target, on day: Day,
    in builder: inout PlanBuilder
  ) {
    let subjects =
      obligation(of: target.unit)?.subjects(reports, isWhole: target.isWhole) ?? []
    let drafts = subjects.map {
      EventDraft(on: day, quarter: quarter, round: $0.round, subject: $0.subject, payload: payload)
    }
    builder.add(drafts, unit: target.unit, findings: reports.map(\.finding))
  }

  private func authority(_ text: String) throws(Refusal) -> String {
    guard let authority = text.something else { throw .authorityNeeded }
    return authority
  }
}
