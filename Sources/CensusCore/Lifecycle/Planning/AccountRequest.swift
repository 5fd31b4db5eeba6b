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
  /// Works out the events for a step of accountability; the same step of that day is skipped, and one
  /// with details that it lacked is its supplement.
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
    if let field = request.detailApart {
      throw .detailApart(Accountability.word(of: field), from: Terms.stage(request.stage))
    }
    if request.stage == .opened, request.approvedBy?.something == nil { throw .approvalNeeded }
    if request.stage == .measure, request.measure == nil { throw .measureNeeded }
    return try planned(
      on: request.on,
      contradiction: { state in
        let closed = request.stage == .opened ? state.closed(after: request.on) : nil
        return closed ?? taken(request.stage, of: state, after: request.on)
      },
      by: { known throws(Refusal) in try known.drafted(request, for: references) })
  }

  /// That a step which is taken once was taken after a day, which one of that day cannot precede.
  private func taken(
    _ stage: Accountability.Stage, of state: FindingState, after day: Day
  ) -> Refusal? {
    guard stage != .measure,
      let last = lastStep(stage, of: state.unit, [state.finding.id]), last > day
    else { return nil }
    return .overtaken(.finding(state.finding.id), Terms.stage(stage), on: last)
  }

  private func drafted(
    _ request: AccountRequest, for references: [Reference]
  ) throws(Refusal) -> Plan {
    let approvedBy = request.approvedBy?.something
    var builder = builder(for: references)
    // A site stands for those of its findings that have failed; a finding that is named for itself.
    let named = Set(
      references.compactMap { if case .finding(let id) = $0 { id } else { nil } })
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
        concerned = try self.concerned(by: request, target, named)
      } catch {
        // What is refused because it was done is skipped where it was done just so.
        if isRecorded(step, of: target, on: request.on) {
          builder.skip(.unit(target.unit))
          continue
        }
        if let fuller = supplement(step(nil), of: target, nil, on: request.on) {
          builder.add(fuller, to: target)
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
      if let fuller = supplement(step(concerned), of: target, concerned, on: request.on) {
        builder.add(fuller, to: target)
        continue
      }
      builder.add([draft], unit: target.unit, findings: concerned ?? target.findings)
    }
    return try builder.plan(note: request.note, repeated: request.note, on: request.on, in: self)
  }

  /// The findings that a step concerns; nil where it is about the unit and none of its findings.
  private func concerned(
    by request: AccountRequest, _ target: Target, _ named: Set<FindingID>
  ) throws(Refusal) -> [FindingID]? {
    let all = target.findings.compactMap { finding($0) }
    let open = all.filter { !$0.headline.isClosed }
    let closed = all.first {
      $0.headline.isClosed && (open.isEmpty || named.contains($0.finding.id))
    }
    if !target.isWhole, let closed { throw .closedForAccountability(closed.finding.id) }
    let states = target.isWhole ? all : open
    let going = states.filter(\.accountability.isOpen)
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
      if !target.isWhole {
        let meant = states.filter { state in
          failed.isEmpty || named.contains(state.finding.id)
            || state.accountability == .toBeConsidered
        }
        return meant.filter(isNew).map(\.finding.id)
      }
      let open = failed.isEmpty ? states.filter { !$0.headline.isClosed && isNew($0) } : failed
      return open.isEmpty ? nil : open.map(\.finding.id)
    case .measure, .concluded:
      let isOfUnit = target.isWhole && obligation(of: target.unit)?.accountability.isOpen == true
      guard !going.isEmpty || isOfUnit else { throw .notOpened(target.unit) }
      if let day = lastStep(.opened, of: target.unit, target.findings), request.on < day {
        throw .beforeOpening(target.unit, on: day)
      }
      if request.stage == .concluded,
        let day = lastStep(.measure, of: target.unit, target.findings), request.on < day
      {
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
    return lastStep(.concluded, of: target.unit, target.findings)
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
  private func lastStep(
    _ stage: Accountability.Stage, of unit: UnitID, _ findings: [FindingID]
  ) -> Day? {
    liveEvents.last { event in
      guard case .accountability(let step) = event.payload, step.stage == stage else {
        return false
      }
      return event.subject == .unit(unit) && findings.contains(where: step.concerns)
    }?.on
  }
}

extension PlanBuilder {
  /// Takes in a fuller record of a step; none says nothing new.
  fileprivate mutating func add(_ fuller: [EventDraft], to target: Target) {
    if fuller.isEmpty {
      skip(.unit(target.unit))
    } else {
      let named = fuller.lazy.compactMap { draft -> [FindingID]? in
        if case .accountability(let step) = draft.payload { step.findings } else { nil }
      }
      supplement(fuller, unit: target.unit, findings: named.first ?? target.findings)
    }
  }
}

extension Projection {
  /// The events by which a step of a day gets details that it lacked (补登); none if it has them, nil
  /// where no step of the day, or more than one, could be meant.
  ///
  /// A person or a document that differs is another measure.
  private func supplement(
    _ given: Accountability, of target: Target, _ concerned: [FindingID]?, on day: Day
  ) -> [EventDraft]? {
    let steps = liveEvents.filter { event in
      guard case .accountability = event.payload else { return false }
      return event.on == day && event.subject == .unit(target.unit) && event.quarter == quarter
    }
    let meant = steps.compactMap {
      event -> (event: Event, known: Accountability, fuller: Accountability)? in
      guard case .accountability(let known) = event.payload,
        target.isWhole || known.findings == target.findings,
        (concerned ?? []).allSatisfy(known.concerns),
        let fuller = known.supplemented(by: given)
      else { return nil }
      return (event, known, fuller)
    }
    if meant.contains(where: { $0.known == $0.fuller }) { return [] }
    guard meant.count == 1, let one = meant.first else { return nil }
    // What was recorded of that day since would come to stand before it.
    let since = steps.filter { Event.inOrder(one.event, $0) }
    guard given.stage == .measure || !isFollowed(one.event, one.known) else { return nil }
    return [draft(of: one.event, saying: .accountability(one.fuller))]
      + since.map { draft(of: $0, saying: $0.payload) }
      + Retract.drafts(of: [one.event] + since, on: day, reason: Retract.supplement)
  }

  /// Whether a re-check of the same day, or a state of its site, was recorded after a step.
  private func isFollowed(_ step: Event, _ said: Accountability) -> Bool {
    liveEvents.contains { event in
      guard event.on == step.on, Event.inOrder(step, event) else { return false }
      switch (event.payload, event.subject) {
      case (.recheck, .findings(let ids)): return ids.contains(where: said.concerns)
      case (.availability, .site(let code)):
        return findings(of: code).contains { said.concerns($0.finding.id) }
      default: return false
      }
    }
  }

  private func draft(of event: Event, saying payload: Event.Payload) -> EventDraft {
    EventDraft(
      on: event.on, quarter: event.quarter, round: event.round, subject: event.subject,
      payload: payload)
  }
}

extension Accountability {
  /// The same with details that it lacked; nil where any differs.
  fileprivate func supplemented(by given: Accountability) -> Accountability? {
    func joined<Value: Equatable>(_ field: KeyPath<Accountability, Value?>) -> Value?? {
      guard let known = self[keyPath: field], let new = given[keyPath: field] else {
        return .some(self[keyPath: field] ?? given[keyPath: field])
      }
      return known == new ? .some(known) : nil
    }
    guard stage == given.stage, measure == given.measure,
      let approvedBy = joined(\.approvedBy), let person = joined(\.person),
      let document = joined(\.document)
    else { return nil }
    return Accountability(
      stage: stage, approvedBy: approvedBy, measure: measure, person: person, document: document,
      findings: findings)
  }
}
