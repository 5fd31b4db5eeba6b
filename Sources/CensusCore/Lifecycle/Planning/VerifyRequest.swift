/// A person's wish to record that rows of `check` were looked into and stand as they are.
public struct VerifyRequest: Equatable, Sendable {
  /// The day of it.
  public var on: Day
  /// A remark.
  public var note: String?

  /// A request for a day.
  public init(on: Day, note: String? = nil) {
    self.on = on
    self.note = note
  }
}

extension Projection {
  /// What deserves a second look in the notice, each row with its confirmation if it has one.
  public var discrepancies: [Discrepancy] {
    let events = liveEvents.filter { event in
      if case .check = event.subject { true } else { false }
    }
    return inspection.discrepancies(in: directory).filter(isOpenQuestion).map { row in
      var row = row
      let last = events.last { event in
        guard case .verify(let verify) = event.payload else { return false }
        return event.subject == .check(row.id) && row.isAsSeen(in: verify)
      }
      row.verified = last.map { Discrepancy.Verified(event: $0.id, on: $0.on, by: $0.actor) }
      return row
    }
  }

  /// Whether it is still asked: of what is in the notice no more nothing is, once it is struck off.
  private func isOpenQuestion(_ row: Discrepancy) -> Bool {
    guard row.code == CheckRule.gone.code, case .findings(let ids) = row.place else { return true }
    return ids.contains { finding($0)?.isVoid == false }
  }

  /// The row of `check` that a person named: by its ID, or by its rule where that has one row.
  ///
  /// - Throws: `Refusal.unknownCheck` with the rows that there are.
  public func check(named text: String) throws(Refusal) -> Reference {
    let rows = inspection.discrepancies(in: directory)
    let key = searchKey(text)
    let named = rows.filter { searchKey($0.id) == key }
    let ofRule = rows.filter { searchKey($0.code) == key }
    let ofRecords = conflictDiscrepancies + takenCodeDiscrepancies
    if named.isEmpty, let row = ofRecords.first(where: { searchKey($0.id) == key }) {
      throw .isOfRecords(row.id)
    }
    guard let row = named.first ?? (ofRule.count == 1 ? ofRule.first : nil) else {
      throw .unknownCheck(text, known: (ofRule.isEmpty ? rows : ofRule).map(\.id))
    }
    return .check(row.id)
  }

  /// Works out the events that confirm rows of `check`; a row confirmed as it stands is skipped.
  ///
  /// - Parameters:
  ///   - request: the day and a remark.
  ///   - references: the rows.
  ///   - today: the real day, which the day may not follow.
  /// - Returns: the events to record, and what is skipped.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ request: VerifyRequest, for references: [Reference], today: Day
  ) throws(Refusal) -> Plan {
    try check(day: request.on, today: today)
    let rows = discrepancies
    var builder = PlanBuilder()
    for reference in references {
      guard case .check(let id) = reference else { throw .notACheck(reference) }
      guard let row = rows.first(where: { $0.id == id }) else {
        throw .unknownCheck(id, known: rows.map(\.id))
      }
      guard row.verified == nil else {
        builder.skip(reference)
        continue
      }
      let verify = Verify(
        published: row.published, computed: row.computed, note: request.note?.something)
      let draft = EventDraft(
        on: request.on, quarter: quarter, subject: .check(id), payload: .verify(verify))
      builder.add([draft], unit: nil, findings: [])
    }
    return try builder.plan(repeated: request.note, on: request.on, in: self)
  }
}

extension Discrepancy {
  /// Whether a confirmation saw the values that stand here now.
  fileprivate func isAsSeen(in verify: Verify) -> Bool {
    verify.published == published && verify.computed == computed
  }
}
