/// A person's wish to record a step of accountability.
public struct AccountRequest: Equatable, Sendable {
  /// How far it has come.
  public var stage: Accountability.Stage
  /// The day of the step.
  public var on: Day
  /// Who approved the opening.
  public var approvedBy: String?
  /// What was done.
  public var measure: Accountability.Measure?
  /// To whom.
  public var person: String?
  /// The document of it.
  public var document: String?
  /// A remark; the reason, where nothing calls for the opening.
  public var note: String?

  /// A request for a day.
  public init(_ stage: Accountability.Stage, on: Day) {
    self.stage = stage
    self.on = on
  }
}

extension Projection {
  /// Works out the events for a step of accountability; the same step of that day is skipped.
  ///
  /// An opening needs somebody's approval, and a reason where no re-check failed; a measure and
  /// the conclusion need the opening.
  ///
  /// - Parameters:
  ///   - request: the step.
  ///   - references: whom it is about.
  ///   - today: the real day, which no step may follow.
  /// - Returns: the events to record, and what is skipped.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ request: AccountRequest, for references: [Reference], today: Day
  ) throws(Refusal) -> Plan {
    try check(day: request.on, note: request.note, today: today)
    let approvedBy = request.stage == .opened ? request.approvedBy?.something : nil
    if request.stage == .opened, approvedBy == nil { throw .approvalNeeded }
    if request.stage == .measure, request.measure == nil { throw .measureNeeded }
    var builder = PlanBuilder()
    for target in try targets(of: references) {
      let step = Accountability(
        stage: request.stage, approvedBy: approvedBy,
        measure: request.stage == .measure ? request.measure : nil,
        person: request.person?.something, document: request.document?.something,
        findings: target.isWhole ? nil : target.findings)
      let draft = EventDraft(
        on: request.on, quarter: quarter, round: obligation(of: target.unit)?.round ?? 1,
        subject: .unit(target.unit), payload: .accountability(step))
      if isRecorded(draft) {
        builder.skip(target.unit)
        continue
      }
      try check(request, target)
      builder.add([draft], unit: target.unit, findings: target.findings)
    }
    return builder.plan(note: request.note, in: self)
  }

  private func check(_ request: AccountRequest, _ target: Target) throws(Refusal) {
    let states = target.findings.compactMap { finding($0)?.accountability }
    let isOpen = states.contains(where: \.isOpen)
    switch request.stage {
    case .opened:
      guard !isOpen else { throw .alreadyOpened(target.unit) }
      guard request.note?.something == nil else { return }
      guard states.contains(.toBeConsidered) else {
        throw .nothingCallsForAccountability(target.unit)
      }
      let failures = target.findings.compactMap { finding($0)?.failedOn }
      if let day = failures.min(), request.on < day { throw .beforeFailure(target.unit, on: day) }
    case .measure, .concluded:
      guard isOpen else { throw .notOpened(target.unit) }
      if let day = opening(of: target), request.on < day {
        throw .beforeOpening(target.unit, on: day)
      }
    }
  }

  /// The day of the last opening that concerns some of the findings.
  private func opening(of target: Target) -> Day? {
    liveEvents.last { event in
      guard case .accountability(let step) = event.payload, step.stage == .opened else {
        return false
      }
      return event.subject == .unit(target.unit) && target.findings.contains(where: step.concerns)
    }?.on
  }
}
