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
  /// The day by which was ordered already, where another one was asked for.
  package let standing: Day?

  /// The facts of a letter to a unit.
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
    var standing: Day?
    var retired: [Phrase] = []
    let unit = obligation.unit.id
    let followed = obligation.followed
    let latestOpen = obligation.rounds.last { !$0.submission.isSettled && !$0.reports.isEmpty }
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
      if let ordered = latestOpen, ordered.number > 1 {
        let open = ordered.reports.filter { !$0.submission.isSettled }.map(\.finding)
        let answered = Set(open)
        // What failed besides is ordered with it only once somebody says so.
        findings = followed.filter { answered.contains($0.finding.id) }
        round = ordered
        self.until = nil
        if until != nil, until != ordered.deadline?.day { standing = ordered.deadline?.day }
      } else {
        guard !failing.isEmpty else { throw .nothingToOrder(unit) }
        guard let until else { throw .noDay(unit) }
        findings = failing
        round = obligation.latest
        self.until = until
      }
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
    self.standing = standing
    self.retired = retired
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

  /// The steps of accountability that are not over, by the latest opening.
  var opening: AccountabilityLedger.Step? { ledger?.opening }
  var ledger: AccountabilityLedger.Row? {
    projection.accountability.rows.first { $0.unit == unit.id }
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
