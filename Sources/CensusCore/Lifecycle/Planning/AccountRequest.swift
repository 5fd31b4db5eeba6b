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

  /// The key of the first detail that belongs to another stage.
  fileprivate var detailApart: String? {
    if measure != nil, stage != .measure { return "measure" }
    return approvedBy?.something != nil && stage != .opened ? "approvedBy" : nil
  }
}

extension Projection {
  /// Works out the events for a step of accountability; the same step of that day is skipped.
  ///
  /// It concerns the findings whose latest re-check failed, unless others are named; a measure and
  /// the conclusion concern those of which accountability was opened. An opening needs somebody's
  /// approval, and a reason where no re-check failed. A closed finding is never reopened by it.
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
    let approvedBy = request.approvedBy?.something
    if let field = request.detailApart {
      throw .detailApart(Accountability.word(of: field), from: Terms.stage(request.stage))
    }
    if request.stage == .opened, approvedBy == nil { throw .approvalNeeded }
    if request.stage == .measure, request.measure == nil { throw .measureNeeded }
    var builder = builder(for: references)
    for target in try targets(of: references) {
      let step = { (findings: [FindingID]?) in
        Accountability(
          stage: request.stage, approvedBy: approvedBy,
          measure: request.measure, person: request.person?.something,
          document: request.document?.something,
          findings: findings)
      }
      let concerned: [FindingID]?
      do throws(Refusal) {
        concerned = try self.concerned(by: request, target)
      } catch {
        // What is refused because it was done is skipped where it was done just so.
        if isRecorded(step, of: target, on: request.on) {
          builder.skip(.unit(target.unit))
          continue
        }
        guard target.isMember, error.saysNothingToDo else { throw error }
        builder.leaveOut(.unit(target.unit), .nothingToDo(error))
        continue
      }
      let payload = Event.Payload.accountability(step(concerned))
      let draft = EventDraft(
        on: request.on, quarter: quarter, round: obligation(of: target.unit)?.round ?? 1,
        subject: .unit(target.unit), payload: payload)
      if isRecorded(draft) {
        builder.skip(.unit(target.unit))
        continue
      }
      builder.add([draft], unit: target.unit, findings: concerned ?? target.findings)
    }
    return try builder.plan(note: request.note, repeated: request.note, on: request.on, in: self)
  }

  /// The findings that a step concerns; nil where it is about the unit and none of its findings.
  private func concerned(
    by request: AccountRequest, _ target: Target
  ) throws(Refusal) -> [FindingID]? {
    let states = target.findings.compactMap { finding($0) }
    let going = states.filter(\.accountability.isOpen)
    if !target.isWhole, let closed = states.first(where: { $0.headline.isClosed }) {
      throw .closedForAccountability(closed.finding.id)
    }
    if let day = conclusion(of: target, states) {
      throw .alreadyConcluded(target.unit, on: day)
    }
    switch request.stage {
    case .opened:
      let isGoing = going.isEmpty && obligation(of: target.unit)?.accountability.isOpen == true
      let failed = states.filter { $0.accountability == .toBeConsidered }
      if failed.isEmpty, !going.isEmpty || isGoing { throw .alreadyOpened(target.unit) }
      guard !failed.isEmpty || request.note?.something != nil else {
        throw .nothingCallsForAccountability(target.unit)
      }
      if request.note?.something == nil, let day = failed.compactMap(\.failedOn).min(),
        request.on < day
      {
        throw .beforeFailure(.unit(target.unit), on: day)
      }
      let isNew = { (state: FindingState) in
        !state.accountability.isOpen && state.accountability != .concluded
      }
      if !target.isWhole { return states.filter(isNew).map(\.finding.id) }
      let open = failed.isEmpty ? states.filter { !$0.headline.isClosed && isNew($0) } : failed
      return open.isEmpty ? nil : open.map(\.finding.id)
    case .measure, .concluded:
      let isOfUnit = target.isWhole && obligation(of: target.unit)?.accountability.isOpen == true
      guard !going.isEmpty || isOfUnit else { throw .notOpened(target.unit) }
      if let day = lastStep(.opened, of: target), request.on < day {
        throw .beforeOpening(target.unit, on: day)
      }
      if request.stage == .concluded, let day = lastStep(.measure, of: target), request.on < day {
        throw .laterKnown(.unit(target.unit), on: day)
      }
      return going.isEmpty ? nil : going.map(\.finding.id)
    }
  }

  /// The day on which accountability was concluded for all that is meant, where nothing has failed
  /// a re-check since: such a matter is over, and no step goes on with it.
  private func conclusion(of target: Target, _ states: [FindingState]) -> Day? {
    let isOver =
      target.isWhole
      ? obligation(of: target.unit)?.accountability == .concluded
      : states.allSatisfy { $0.accountability == .concluded }
    guard isOver else { return nil }
    return lastStep(.concluded, of: target)
  }

  /// Whether the same step was recorded for that day, of the unit or of just the findings named.
  private func isRecorded(
    _ step: ([FindingID]?) -> Accountability, of target: Target, on day: Day
  ) -> Bool {
    liveEvents.contains { event in
      guard case .accountability(let known) = event.payload, event.on == day,
        event.subject == .unit(target.unit), event.quarter == quarter
      else { return false }
      return known == step(known.findings) && (target.isWhole || known.findings == target.findings)
    }
  }

  /// The day of the last step of a kind that concerns some of the findings.
  private func lastStep(_ stage: Accountability.Stage, of target: Target) -> Day? {
    liveEvents.last { event in
      guard case .accountability(let step) = event.payload, step.stage == stage else {
        return false
      }
      return event.subject == .unit(target.unit) && target.findings.contains(where: step.concerns)
    }?.on
  }
}
