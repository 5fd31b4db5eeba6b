package import CensusCore
package import CensusLists

/// What a letter is made of: a unit as it stands on the day looked at, and what the letter is about.
package struct LetterFacts: Sendable {
  /// How the quarter stands.
  let projection: Projection
  /// What the unit owes.
  let obligation: Obligation
  /// Whom it addresses, where somebody said so.
  let to: String?
  /// By when an order that was not recorded yet is due.
  let until: Day?
  /// The findings that it is about.
  let findings: [FindingState]
  /// The round that it is about.
  let round: Round
  /// The sites that it would be about, if they were not closed for good.
  let retired: [Phrase]
  /// The reminders since the round was opened.
  let reminders: ChaseSummary
  /// The day by which was ordered already, where another one was asked for.
  package let standing: Day?

  /// The facts of a letter to a unit about one order, or about what is owed besides.
  init(
    _ projection: Projection, _ obligation: Obligation, addressing to: String?, _ round: Round,
    _ findings: [FindingState], standing: Day? = nil
  ) {
    self.projection = projection
    self.obligation = obligation
    self.to = to
    self.findings = findings
    self.round = round
    self.standing = standing
    until = nil
    retired = []
    reminders = obligation.chases(since: round)
  }

  /// The facts of a letter to a unit, of an order that was not recorded yet.
  ///
  /// - Parameters:
  ///   - kind: which letter.
  ///   - obligation: what the unit owes.
  ///   - projection: how the quarter stands.
  ///   - to: whom it addresses, if not the unit.
  ///   - until: the day of an order that was not recorded yet.
  /// - Throws: why there is no such letter.
  package init(
    _ kind: LetterKind, to obligation: Obligation, in projection: Projection,
    addressing to: String?,
    until: Day?
  ) throws(LetterRefusal) {
    self.projection = projection
    self.obligation = obligation
    self.to = to
    var retired: [Phrase] = []
    let unit = obligation.unit.id
    let followed = obligation.followed
    let latestOpen = obligation.latestOpen
    switch kind {
    case .chase:
      findings = followed.filter { $0.owesAnything(on: projection.asOf) }
      guard !findings.isEmpty else { throw .nothingOwed(unit) }
      // What is overdue comes before what was ordered since.
      let overdue = obligation.rounds.first { $0.isOverdue(on: projection.asOf) }
      round = overdue ?? latestOpen ?? obligation.latest
      self.until = nil
    case .order:
      let failing = followed.filter(\.isFailing)
      guard !failing.isEmpty else { throw .nothingToOrder(unit) }
      guard let until else { throw .noDay(unit) }
      findings = failing
      round = obligation.latest
      self.until = until
    case .transfer:
      let row = projection.accountability.rows.first { $0.unit == unit }
      let open = followed.filter {
        $0.accountability.isOpen || $0.accountability == .toBeConsidered
      }
      guard row != nil, !open.isEmpty else { throw .nothingToTransfer(unit) }
      findings = open
      // The case begins with what the notice demanded.
      round = obligation.first
      self.until = nil
    case .recheck:
      let sheet = projection.recheckSheet(of: .unit(unit))
      findings = sheet.open
      retired = distinct(sheet.retired.map(\.finding.shownName))
      guard !findings.isEmpty else { throw .nothingToRecheck(unit, retired: retired) }
      round = latestOpen ?? obligation.latest
      self.until = nil
    }
    standing = nil
    self.retired = retired
    reminders = obligation.chases(since: round)
  }

  /// The paper that a template makes of them.
  package func document(
    _ template: LetterTemplate, _ language: Language
  ) -> OfficialDocument {
    template.document(LetterField.values(LetterFields.all, self, language), language)
  }

  var notice: Notice { projection.inspection.notice }
  var asOf: Day { projection.asOf }
  var unit: Unit { obligation.unit }

  /// By when what it asks for is due.
  var due: Deadline? { until.map { Deadline($0) } ?? round.deadline }

  /// The latest opening of accountability for any of the findings that it is about.
  var opening: AccountabilityLedger.Step? {
    ledger?.steps.last { $0.step.stage == .opened && concerns($0) }
  }

  /// The measures taken for them; one that was recorded of several findings apart is one.
  var measures: [AccountabilityLedger.Step] {
    var known: Set<[String]> = []
    return (ledger?.measures ?? []).filter { taken in
      guard concerns(taken) else { return false }
      // Of a measure against nobody by name it is not known whether it is the same.
      guard let person = taken.step.person else { return true }
      let step = taken.step
      return known.insert(
        [taken.on.description, step.measure?.rawValue ?? "", person, step.document ?? ""]
      ).inserted
    }
  }

  /// Whether a step of accountability is about any of the findings that the letter is about.
  private func concerns(_ step: AccountabilityLedger.Step) -> Bool {
    guard let event = projection.event(step.event),
      let named = projection.findings(namedBy: event)
    else { return true }
    return findings.contains { named.contains($0.finding.id) }
  }

  /// The sites of those for which nothing was opened, where it was for others of them.
  var unopened: Phrase? {
    guard findings.contains(where: \.accountability.isOpen) else { return nil }
    let sites = distinct(
      findings.filter { !$0.accountability.isOpen }.map(\.finding.shownName))
    guard !sites.isEmpty else { return nil }
    let names = sites.map { Phrase("“\($0.chinese)”", "“\($0.english)”") }.joined()
    return Phrase(
      "\(names.chinese)的问题尚未启动问责，待研究",
      "For \(names.english) it has not been opened, and is to be considered")
  }

  var ledger: AccountabilityLedger.Row? {
    projection.accountability.rows.first { $0.unit == unit.id }
  }

  /// What was done about the case, the first first: about the sites that it is about and the unit's report
  /// as a whole, without the steps of accountability, which have a part of their own.
  var course: [HistoryEntry] {
    let meant = Set(findings.map(\.finding.id))
    var apart = Set((ledger?.measures ?? []).filter(concerns).map(\.event))
    if obligation.accountability.isOpen, let opening { apart.insert(opening.event) }
    return past.filter { entry in
      guard !apart.contains(entry.event.id) else { return false }
      return projection.findings(namedBy: entry.event).map { !meant.isDisjoint(with: $0) } ?? true
    }
  }

  /// What was done about the unit, the first first; whom to call and what was taken back is no part.
  var past: [HistoryEntry] {
    projection.history(of: .unit(unit.id)).filter { entry in
      guard !entry.isRetracted else { return false }
      switch entry.event.payload {
      case .receipt, .return, .waive, .extend, .order, .chase, .recheck, .accountability,
        .availability:
        return true
      // Remarks, corrections and what was taken back are the office's own.
      default:
        return false
      }
    }.reversed()
  }
}

extension Obligation {
  /// The last round of which anything is owed.
  fileprivate var latestOpen: Round? {
    rounds.last { !$0.submission.isSettled && !$0.reports.isEmpty }
  }
}
