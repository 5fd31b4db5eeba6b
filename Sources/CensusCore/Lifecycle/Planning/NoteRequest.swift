extension Projection {
  /// Works out the event for a note on anything.
  ///
  /// - Parameters:
  ///   - note: the remark.
  ///   - reference: what it is about; a prefecture is spoken of through its unit.
  ///   - day: the day it is about.
  ///   - today: the real day, which no note may follow.
  /// - Returns: one event to record for each unit meant, else one.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ note: Note, on reference: Reference, day: Day, today: Day
  ) throws(Refusal) -> [EventDraft] {
    guard day <= today else { throw .futureDay(day, today: today) }
    guard note.text.contains(where: { !$0.isWhitespace }) else { throw .emptyNote }
    if let due = note.due, due < day { throw .untilBefore(due, on: day) }
    return try subjects(of: reference).map {
      EventDraft(on: day, quarter: quarter, subject: $0, payload: .note(note))
    }
  }

  /// Works out the events for one note on several things.
  ///
  /// - Parameters:
  ///   - note: the remark.
  ///   - references: what it is about.
  ///   - day: the day it is about.
  ///   - today: the real day, which no note may follow.
  /// - Returns: the events to record.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ note: Note, for references: [Reference], day: Day, today: Day
  ) throws(Refusal) -> Plan {
    var builder = PlanBuilder()
    for reference in references {
      let drafts = try plan(note, on: reference, day: day, today: today)
      let new = drafts.filter { !isRecorded($0) }
      if new.isEmpty {
        builder.skip(reference)
      } else {
        builder.add(new, unit: unit(of: reference), findings: [])
      }
    }
    return try builder.plan(in: self)
  }

  /// What a record about something that is no act of its own is about.
  ///
  /// - Throws: `Refusal.notASubject` of a batch, `.isACheck` of a row of `check`.
  func subjects(of reference: Reference) throws(Refusal) -> [Event.Subject] {
    switch reference {
    case .unit(let id): return [.unit(id)]
    case .prefecture(let id):
      // One that owes nothing is spoken of all the same.
      let units = obligations.filter { $0.unit.prefecture == id }.map(\.unit.id)
      return (units.isEmpty ? [UnitID(id.text)] : units).map { .unit($0) }
    case .site(let code): return [.site(subject(ofSite: code))]
    case .finding(let id): return [.findings([id])]
    case .event(let id): return [.event(id)]
    case .batch: throw .notASubject(reference)
    case .check(let id): throw .isACheck(id)
    case .notice(let quarter): return [.notice(quarter)]
    }
  }

  func unit(of reference: Reference) -> UnitID? {
    switch reference {
    case .unit(let id): id
    case .prefecture(let id): UnitID(id.text)
    case .site(let code): site(code)?.unit
    case .finding(let id): finding(id)?.unit
    case .event, .batch, .check, .notice: nil
    }
  }
}
