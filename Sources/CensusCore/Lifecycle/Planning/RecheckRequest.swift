/// A person's wish to record re-checks.
public struct RecheckRequest: Equatable, Sendable {
  /// What was found.
  public var verdict: Recheck.Verdict
  /// The day of the re-check.
  public var on: Day
  /// Why it could not be tested; needed then, and only then.
  public var reason: Recheck.Reason?
  /// The round; nil means the next of each finding.
  public var round: Int?
  /// Where the evidence is kept.
  public var evidence: String?
  /// A remark.
  public var note: String?

  /// A request for a day.
  public init(_ verdict: Recheck.Verdict, on: Day, reason: Recheck.Reason? = nil) {
    self.verdict = verdict
    self.on = on
    self.reason = reason
  }
}

extension Projection {
  /// Works out the events for re-checks, one for each finding; the same again is skipped.
  ///
  /// A finding that is closed never reopens: what comes later is a finding of a later quarter. A
  /// round is never before the round it follows, so that none is decided over by an earlier day.
  /// Whoever passes a site that stood dark has reached it: that it is back is recorded with it. A pass
  /// over lines that are not marked as mended is no fault, and said.
  ///
  /// - Parameters:
  ///   - request: what was found.
  ///   - references: the findings; a site or unit stands for those in the follow-up.
  ///   - today: the real day, which no re-check may follow.
  /// - Returns: the events to record, and what is skipped.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ request: RecheckRequest, for references: [Reference], today: Day
  ) throws(Refusal) -> Plan {
    try check(day: request.on, note: request.note, today: today)
    if request.verdict == .untestable, request.reason == nil { throw .reasonNeeded }
    try checkNarrow(references)
    let named = references.compactMap { reference -> FindingID? in
      if case .finding(let id) = reference { id } else { nil }
    }
    var builder = PlanBuilder()
    var replaced: Set<EventID> = []
    var back: Set<SiteCode> = []
    for target in try targets(of: references) {
      for state in target.findings.compactMap({ finding($0) }) {
        let id = state.finding.id
        // A site stands for its findings; one that is closed is left out.
        let isMember = !named.contains(id) && target.findings.count > 1
        try builder.take(.finding(id), isMember: isMember) { builder throws(Refusal) in
          if let known = state.entry(saying: request) {
            let drafts = try supplement(known, by: request, of: id)
            if drafts.isEmpty {
              builder.skip(.finding(id))
            } else {
              // One record may be of several findings; it is replaced once.
              let isNew = replaced.insert(known.event).inserted
              builder.supplement(
                .finding(id), isNew ? drafts : [], unit: target.unit, finding: id)
            }
            return
          }
          let recheck = try recheck(request, state)
          let draft = EventDraft(
            on: request.on, quarter: quarter, round: state.round, subject: .findings([id]),
            payload: .recheck(recheck))
          builder.add([draft], unit: target.unit, findings: [id])
          guard request.verdict == .passed else { return }
          let open = state.detail.count { !$0.isDone }
          if open > 0 {
            builder.remark(.openLines(row: state.finding.row, open, of: state.detail.count))
          }
          if state.isDark(on: request.on), back.insert(state.site).inserted {
            let site = subject(ofSite: state.site)
            builder.add(
              [
                EventDraft(
                  on: request.on, quarter: nil, subject: .site(site),
                  payload: .availability(Availability(status: .operating)))
              ], unit: nil, findings: [])
            builder.remark(.backInOperation(state.site))
          }
        }
      }
    }
    return try builder.plan(in: self)
  }

  /// The re-check to record of a finding.
  private func recheck(
    _ request: RecheckRequest, _ state: FindingState
  ) throws(Refusal) -> Recheck {
    let next = state.nextRecheckRound
    let round = request.round ?? next
    guard (1...next).contains(round) else { throw .noSuchRound(state.finding.id, next: next) }
    if let known = state.rechecks.last(where: { $0.round == round }) {
      throw .alreadyRechecked(state.finding.id, round: round, known.recheck.verdict)
    }
    if let last = state.lastRecheck, request.on < last.on {
      throw .beforeRecheck(state.finding.id, round: last.round, on: last.on)
    }
    if let status = state.siteStatus, status.status == .retired, status.since <= request.on {
      throw .retiredSite(state.site.text, since: status.since)
    }
    let isBefore = state.retiredOn.map { request.on < $0 } ?? false
    guard !state.headline.isClosed || isBefore && state.headline == .closedRetired else {
      throw .alreadyClosed(state.finding.id)
    }
    if request.verdict == .passed {
      if let later = state.ordered(after: request.on) { throw later }
      if let day = opening(over: state), day > request.on {
        throw .overtaken(
          .finding(state.finding.id), Phrase("启动问责", "accountability opened"), on: day)
      }
    }
    return Recheck(
      verdict: request.verdict, reason: request.verdict == .untestable ? request.reason : nil,
      recheckRound: round, evidence: request.evidence?.something, note: request.note?.something)
  }

  /// The day on which accountability was opened over a finding last; nil where none is open.
  private func opening(over state: FindingState) -> Day? {
    guard state.headline == .escalated else { return nil }
    return liveEvents.filter { event in
      guard event.quarter == quarter, event.subject == .unit(state.unit),
        case .accountability(let step) = event.payload
      else { return false }
      return step.stage == .opened && step.concerns(state.finding.id)
    }.map(\.on).max()
  }

  /// The events that add evidence or a remark to a verdict recorded before; none if it has them.
  private func supplement(
    _ entry: RecheckEntry, by request: RecheckRequest, of id: FindingID
  ) throws(Refusal) -> [EventDraft] {
    let known = entry.recheck
    let fuller = Recheck(
      verdict: known.verdict, reason: known.reason, recheckRound: known.recheckRound,
      evidence: try joined(
        known.evidence, request.evidence?.something, Recheck.word(of: "evidence"),
        of: .finding(id)),
      note: try joined(
        known.note, request.note?.something, Recheck.word(of: "note"), of: .finding(id)))
    guard fuller != known, let event = event(entry.event) else { return [] }
    return replacing(event, by: .recheck(fuller))
  }
}

extension FindingState {
  /// Whether its site stands dark, and did on a day.
  fileprivate func isDark(on day: Day) -> Bool {
    siteStatus.map { $0.status == .dark && $0.since <= day } ?? false
  }

  /// The verdict recorded before that says the same, in the round that is meant.
  fileprivate func entry(saying request: RecheckRequest) -> RecheckEntry? {
    let reason = request.verdict == .untestable ? request.reason : nil
    let meant = request.round.map { round in rechecks.last { $0.round == round } } ?? lastRecheck
    return meant.flatMap { entry in
      entry.recheck.verdict == request.verdict && entry.recheck.reason == reason
        && entry.on == request.on ? entry : nil
    }
  }
}
