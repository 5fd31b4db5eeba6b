/// A person's wish to strike findings off the follow-up, or to take them back.
public struct VoidRequest: Equatable, Sendable {
  /// The day of it.
  public var on: Day
  /// Why.
  public var reason: String
  /// A remark.
  public var note: String?

  /// A request for a day.
  public init(on: Day, reason: String) {
    self.on = on
    self.reason = reason
  }
}

/// A person's wish to take findings back into the follow-up.
public struct ReinstateRequest: Equatable, Sendable {
  /// The day of it.
  public var on: Day
  /// Why, if anybody said.
  public var reason: String?
  /// A remark.
  public var note: String?

  /// A request for a day.
  public init(on: Day, reason: String? = nil) {
    self.on = on
    self.reason = reason
  }
}

extension Projection {
  /// Works out the events for findings struck off, one for each; those struck off are skipped.
  ///
  /// - Parameters:
  ///   - request: why.
  ///   - references: the findings; a site stands for all of its own.
  ///   - today: the real day, which the day may not follow.
  /// - Returns: the events to record, and what is skipped.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ request: VoidRequest, for references: [Reference], today: Day
  ) throws(Refusal) -> Plan {
    try check(day: request.on, note: request.note, today: today)
    let reason = try reason(request.reason)
    let payload = Event.Payload.void(Exclude(reason: reason))
    return try plan(
      payload, on: request.on, note: request.note, for: references
    ) { state throws(Refusal) in
      guard state.isVoid else {
        if let day = latest(.reinstate(Reinstate()), of: state)?.on, request.on < day {
          throw .laterKnown(.finding(state.finding.id), on: day)
        }
        return false
      }
      try checkSame(reason, payload, of: state)
      try checkDay(
        request.on, latest(payload, of: state), of: .finding(state.finding.id))
      return true
    }
  }

  /// Works out the events for findings taken back, one for each; those never struck off are
  /// refused.
  ///
  /// - Parameters:
  ///   - request: why, if anybody said.
  ///   - references: the findings; a site stands for those of its own that were struck off.
  ///   - today: the real day, which the day may not follow.
  /// - Returns: the events to record, and what is skipped.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ request: ReinstateRequest, for references: [Reference], today: Day
  ) throws(Refusal) -> Plan {
    try check(day: request.on, note: request.note, today: today)
    let payload = Event.Payload.reinstate(Reinstate(reason: request.reason?.something))
    return try plan(
      payload, on: request.on, note: request.note, for: references.flatMap(struckOff)
    ) { state throws(Refusal) in
      let id = state.finding.id
      guard state.isVoid else {
        guard let known = latest(payload, of: state), known.on == request.on else {
          throw .notVoid(id)
        }
        try checkSame(request.reason, payload, of: state)
        return true
      }
      if let day = latest(.void(Exclude(reason: "")), of: state)?.on, request.on < day {
        throw .beforeVoid(id, on: day)
      }
      return false
    }
  }

  private func plan(
    _ payload: Event.Payload, on day: Day, note: String?, for references: [Reference],
    isDone: (FindingState) throws(Refusal) -> Bool
  ) throws(Refusal) -> Plan {
    try checkNarrow(references)
    var builder = PlanBuilder()
    for state in try findings(of: references) {
      let id = state.finding.id
      if try isDone(state) {
        builder.skip(.finding(id))
        continue
      }
      let draft = EventDraft(
        on: day, quarter: quarter, round: state.round, subject: .findings([id]), payload: payload)
      builder.add([draft], unit: state.unit, findings: [id])
    }
    return try builder.plan(note: note, repeated: note, on: day, in: self)
  }

  /// A site as those of its findings that were struck off, if any was.
  private func struckOff(_ reference: Reference) -> [Reference] {
    guard case .site(let code) = reference else { return [reference] }
    let void = findings(of: code).filter(\.isVoid).map { Reference.finding($0.finding.id) }
    return void.isEmpty ? [reference] : void
  }
}
