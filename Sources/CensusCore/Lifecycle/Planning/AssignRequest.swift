/// A person's wish to record who in the office handles some units (承办人).
public struct AssignRequest: Equatable, Sendable {
  /// The day from which it holds.
  public var on: Day
  /// The name; nil for nobody.
  public var to: String?
  /// A remark.
  public var note: String?

  /// A request for a day.
  public init(on: Day, to: String?) {
    self.on = on
    self.to = to
  }
}

extension Projection {
  /// Works out the events for who handles some units; what is so already is skipped.
  ///
  /// - Parameters:
  ///   - request: who.
  ///   - references: which units; a site or a finding stands for its unit, the notice for all of its units.
  ///   - today: the real day, which the day may not follow.
  /// - Returns: the events to record, and what is skipped.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ request: AssignRequest, for references: [Reference], today: Day
  ) throws(Refusal) -> Plan {
    try check(day: request.on, note: request.note, today: today)
    let name = request.to?.something
    if name?.contains(where: \.isNewline) == true { throw .severalLines }
    var builder = PlanBuilder()
    for unit in distinct(try references.flatMapped(assigned)) {
      guard assignee(of: unit) != name else {
        builder.skip(.unit(unit))
        continue
      }
      let draft = EventDraft(
        on: request.on, quarter: nil, subject: .unit(unit), payload: .assign(Assign(to: name)))
      try checkLatest([draft], named: .unit(unit))
      builder.add([draft], unit: unit, findings: [])
    }
    return try builder.plan(note: request.note, repeated: request.note, on: request.on, in: self)
  }

  private func assigned(_ reference: Reference) throws(Refusal) -> [UnitID] {
    if case .notice(quarter) = reference {
      guard inspection.coverage == .full else { throw .noFindings(quarter) }
      return obligations.map(\.unit.id)
    }
    return try units(of: reference)
  }

  /// Who handles a unit, whether it owes anything or not.
  public func assignee(of unit: UnitID) -> String? {
    if let obligation = obligation(of: unit) { return obligation.assignee }
    return liveEvents.compactMap { event -> Assign? in
      guard case .assign(let assign) = event.payload, event.subject == .unit(unit) else {
        return nil
      }
      return assign
    }.last?.to
  }

  /// Everybody who handles a unit of this quarter, in order.
  public var assignees: [String] { Set(obligations.compactMap(\.assignee)).sorted() }
}
