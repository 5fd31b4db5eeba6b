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
  /// A finding that is closed never reopens: what comes later is a finding of a later quarter.
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
    var builder = PlanBuilder()
    for target in try targets(of: references) {
      for state in target.findings.compactMap({ finding($0) }) {
        let id = state.finding.id
        guard let recheck = try recheck(request, state) else {
          builder.skip(id.description)
          continue
        }
        let draft = EventDraft(
          on: request.on, quarter: quarter, round: state.round, subject: .findings([id]),
          payload: .recheck(recheck))
        builder.add([draft], unit: target.unit, findings: [id])
      }
    }
    return builder.plan(in: self)
  }

  /// The re-check to record of a finding; nil where it is recorded already.
  private func recheck(
    _ request: RecheckRequest, _ state: FindingState
  ) throws(Refusal) -> Recheck? {
    let reason = request.verdict == .untestable ? request.reason : nil
    let isSame = { (entry: RecheckEntry) in
      entry.recheck.verdict == request.verdict && entry.recheck.reason == reason
        && entry.on == request.on
    }
    let next = state.nextRecheckRound
    let round = request.round ?? next
    guard (1...next).contains(round) else { throw .noSuchRound(state.finding.id, next: next) }
    if let last = state.lastRecheck, request.round == nil, isSame(last) { return nil }
    if let known = state.rechecks.last(where: { $0.round == round }) {
      if isSame(known) { return nil }
      throw .alreadyRechecked(state.finding.id, round: round, known.recheck.verdict)
    }
    guard state.headline != .closed else { throw .alreadyClosed(state.finding.id) }
    return Recheck(
      verdict: request.verdict, reason: reason, recheckRound: round,
      evidence: request.evidence?.something, note: request.note?.something)
  }
}
