/// What units say that they do about findings (整改措施), as read off the form that they filled in.
public struct RemedyRequest: Equatable, Sendable {
  /// The day on which they said so.
  public let on: Day
  /// What is said, by the findings.
  public let remedies: [FindingID: Remedy]

  /// Some statements.
  public init(on: Day, remedies: [FindingID: Remedy]) {
    self.on = on
    self.remedies = remedies
  }
}

extension Projection {
  /// The findings that references stand for, of whole units or one by one, which are still to be mended.
  ///
  /// - Parameter references: units, prefectures, sites, findings, or the notice for all.
  /// - Returns: them in the order of annex 2.
  /// - Throws: a `Refusal` where nothing is left, or nothing of the kind was named.
  package func toBeMended(_ references: [Reference]) throws(Refusal) -> [FindingState] {
    guard inspection.coverage == .full else { throw .noFindings(quarter) }
    var meant: Set<FindingID> = []
    for reference in references {
      let named: [FindingState]
      if case .notice = reference {
        named = findings
      } else {
        named = try findings(of: [reference])
      }
      let open = named.filter { !$0.isVoid && !$0.headline.isClosed }
      if open.isEmpty {
        throw named.contains { !$0.isVoid } ? .nothingOwed(reference) : .isVoid(reference)
      }
      meant.formUnion(open.map(\.finding.id))
    }
    return findings.filter { meant.contains($0.finding.id) }
  }

  /// Works out the events for what units say that they do; what was said last is skipped.
  ///
  /// - Parameters:
  ///   - request: what is said.
  ///   - today: the real day, which the day may not follow.
  /// - Returns: the events to record, one a finding.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(_ request: RemedyRequest, today: Day) throws(Refusal) -> Plan {
    try check(day: request.on, note: nil, today: today)
    var builder = PlanBuilder()
    for (id, remedy) in request.remedies.sorted(by: { $0.key < $1.key }) {
      guard let state = finding(id) else { throw .owesNothing(.finding(id), quarter) }
      guard !state.isVoid else { throw .isVoid(.finding(id)) }
      if state.remedy == remedy {
        builder.skip(.finding(id))
        continue
      }
      let draft = EventDraft(
        on: request.on, quarter: quarter, round: state.round, subject: .findings([id]),
        payload: .remedy(remedy))
      try checkLatest([draft], named: .finding(id))
      builder.add([draft], unit: state.unit, findings: [id])
    }
    return try builder.plan(in: self)
  }
}
