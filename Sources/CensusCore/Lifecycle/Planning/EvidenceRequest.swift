/// Files to be kept as evidence (佐证材料).
public struct EvidenceRequest: Sendable {
  /// The day the files are about.
  public let on: Day
  /// The files, each once.
  public let files: [Evidence]

  /// Some files.
  public init(on: Day, files: [Evidence]) {
    self.on = on
    self.files = files
  }
}

extension Projection {
  /// Works out the events that keep files as evidence of some things: one a file and thing.
  ///
  /// - Parameters:
  ///   - request: the files.
  ///   - references: what they are about; a prefecture is spoken of through its units.
  ///   - today: the real day, which no evidence may follow.
  /// - Returns: the events to record; what has the same file already is skipped.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ request: EvidenceRequest, for references: [Reference], today: Day
  ) throws(Refusal) -> Plan {
    guard request.on <= today else { throw .futureDay(request.on, today: today) }
    var builder = PlanBuilder()
    for reference in references {
      let drafts = try subjects(of: reference).flatMap { subject in
        request.files.map {
          EventDraft(on: request.on, quarter: quarter, subject: subject, payload: .evidence($0))
        }
      }
      let new = drafts.filter { !isKept($0) }
      if new.isEmpty {
        builder.skip(reference)
      } else {
        builder.add(new, unit: unit(of: reference), findings: [])
      }
    }
    return try builder.plan(in: self)
  }

  /// Whether the same bytes are kept for the same thing, on whatever day and under whatever name.
  private func isKept(_ draft: EventDraft) -> Bool {
    guard case .evidence(let file) = draft.payload else { return false }
    return liveEvents.contains { event in
      guard case .evidence(let other) = event.payload else { return false }
      return other.sha256 == file.sha256 && event.subject == draft.subject
    }
  }

  /// A plan with files kept as evidence of what it records: of the findings that a receipt, a re-check
  /// or a measure is about, else of its unit.
  public func keeping(_ files: [Evidence], of plan: Plan) -> Plan {
    guard !files.isEmpty else { return plan }
    var subjects: [(subject: Event.Subject, draft: EventDraft)] = []
    for draft in plan.drafts {
      switch draft.payload {
      case .receipt, .recheck, .accountability: break
      default: continue
      }
      let subject = draft.payload.covers.map { Event.Subject.findings($0) } ?? draft.subject
      if !subjects.contains(where: { $0.subject == subject }) { subjects.append((subject, draft)) }
    }
    let drafts = subjects.flatMap { subject, draft in
      files.map {
        EventDraft(
          on: draft.on, quarter: draft.quarter, round: draft.round, subject: subject,
          payload: .evidence($0))
      }
    }.filter { !isKept($0) }
    return plan.adding(drafts, in: self)
  }
}

/// A file that was kept, and of what it is evidence.
public struct EvidenceEntry: Sendable {
  /// The record that keeps it.
  public let event: Event
  /// The file.
  public let file: Evidence
}

extension Projection {
  /// The files kept as evidence of something, newest first; those taken back are left out.
  public func evidence(of reference: Reference) -> [EvidenceEntry] {
    evidence(among: history(of: reference))
  }

  /// The files kept as evidence among some records, in their order.
  public func evidence(among entries: [HistoryEntry]) -> [EvidenceEntry] {
    entries.compactMap { entry in
      guard !entry.isRetracted, case .evidence(let file) = entry.event.payload else { return nil }
      return EvidenceEntry(event: entry.event, file: file)
    }
  }
}
