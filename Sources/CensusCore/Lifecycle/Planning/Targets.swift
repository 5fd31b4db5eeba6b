/// A unit in a request, and the findings of it that are meant.
struct Target {
  let unit: UnitID
  var findings: [FindingID]
  /// Whether the unit itself was named, or its prefecture, and not only findings or sites of it.
  var isWhole: Bool
  /// Whether it was named as a member of a group only.
  var isMember: Bool
}

extension Projection {
  /// The units and findings that references stand for: a unit for all of its findings in the
  /// follow-up, a site and a finding for themselves; each unit once.
  func targets(of references: [Reference]) throws(Refusal) -> [Target] {
    var order: [UnitID] = []
    var targets: [UnitID: Target] = [:]
    for reference in references {
      for (unit, findings) in try self.targets(of: reference, only: true) {
        if targets[unit] == nil {
          order.append(unit)
          targets[unit] = Target(unit: unit, findings: [], isWhole: false, isMember: true)
        }
        if !reference.isGroup { targets[unit]?.isMember = false }
        if reference.isWhole { targets[unit]?.isWhole = true }
        targets[unit]?.findings += findings
      }
    }
    return order.compactMap { unit in
      guard var target = targets[unit] else { return nil }
      target.findings = Set(target.findings).sorted()
      return target
    }
  }

  /// The units and findings that a reference stands for in recording; findings struck off are not
  /// among them.
  ///
  /// - Parameters:
  ///   - reference: what was named.
  ///   - only: whether a site or finding stands for itself, not for its unit.
  /// - Returns: each unit with its findings.
  /// - Throws: a `Refusal` if it owes nothing, or is nothing that could owe.
  func targets(
    of reference: Reference, only: Bool
  ) throws(Refusal) -> [(unit: UnitID, findings: [FindingID])] {
    guard inspection.coverage == .full else { throw .noFindings(quarter) }
    switch reference {
    case .unit(let id):
      guard let obligation = obligation(of: id) else { throw .owesNothing(reference, quarter) }
      guard !obligation.isVoid else { throw .isVoid(reference) }
      return [(id, obligation.followed.map(\.finding.id))]
    case .prefecture(let id):
      let all = obligations.filter { $0.unit.prefecture == id }
      guard !all.isEmpty else { throw .owesNothing(reference, quarter) }
      let owed = all.filter { !$0.isVoid }
      guard !owed.isEmpty else { throw .isVoid(reference) }
      return owed.map { ($0.unit.id, $0.followed.map(\.finding.id)) }
    case .site(let code):
      guard let site = site(code) else { throw .owesNothing(reference, quarter) }
      let followed = site.findings.filter { !$0.isVoid }
      guard let first = followed.first else { throw .isVoid(reference) }
      guard !only else { return [(first.unit, followed.map(\.finding.id))] }
      return try targets(of: .unit(first.unit), only: false)
    case .finding(let id):
      guard let state = finding(id) else { throw .owesNothing(reference, quarter) }
      guard !state.isVoid else { throw .isVoid(reference) }
      guard !only else { return [(state.unit, [id])] }
      return try targets(of: .unit(state.unit), only: false)
    case .event: throw .notASubject(reference)
    case .batch: throw .notASubject(reference)
    case .check(let id): throw .isACheck(id)
    case .notice(let quarter): throw .isANotice(quarter)
    }
  }

  /// The findings that references name one by one or through their sites, void ones included.
  func findings(of references: [Reference]) throws(Refusal) -> [FindingState] {
    var states: [FindingState] = []
    for reference in references {
      switch reference {
      case .finding(let id):
        guard let state = finding(id) else { throw .owesNothing(reference, quarter) }
        states.append(state)
      case .site(let code):
        guard let site = site(code) else { throw .owesNothing(reference, quarter) }
        states += site.findings
      case .unit, .prefecture:
        let named = try targets(of: reference, only: false).flatMap(\.findings)
        states += named.compactMap { finding($0) }
      case .event: throw .notASubject(reference)
      case .batch: throw .notASubject(reference)
      case .check(let id): throw .isACheck(id)
      case .notice(let quarter): throw .isANotice(quarter)
      }
    }
    var known: Set<FindingID> = []
    return states.filter { known.insert($0.finding.id).inserted }
  }

  /// Checks that an act on findings names findings or sites, not all that a unit has.
  func checkNarrow(_ references: [Reference]) throws(Refusal) {
    for reference in references {
      switch reference {
      case .unit, .prefecture: throw .findingsOnly(reference)
      case .site, .finding, .event, .batch, .check, .notice: continue
      }
    }
  }

  // MARK: - Rules that all share

  /// Refuses a day that has not come, and one before the notice that no note explains.
  func check(day: Day, note: String?, today: Day) throws(Refusal) {
    try check(day: day, today: today)
    if let issued = inspection.notice.issued, day < issued, note?.something == nil {
      throw .beforeNotice(day, issued: issued)
    }
  }

  /// Refuses a day that has not come.
  func check(day: Day, today: Day) throws(Refusal) {
    guard day <= today else { throw .futureDay(day, today: today) }
  }

  /// Refuses a reason without a word.
  func reason(_ text: String?) throws(Refusal) -> String {
    guard let reason = text?.something else { throw .reasonNeeded }
    return reason
  }

  /// Whether the last of its kind about its subject says the same, on the same day.
  func isCurrent(_ draft: EventDraft) -> Bool {
    let last = liveEvents.last { event in
      event.subject == draft.subject && event.quarter == draft.quarter
        && event.payload.typeName == draft.payload.typeName
    }
    return last.map { $0.on == draft.on && $0.payload == draft.payload } ?? false
  }

  /// Checks that no record of the same kind about the same thing, or about more than it, is there
  /// for a later day, which would go on to count.
  func checkLatest(
    _ drafts: [EventDraft], named id: Reference, where isMeant: (Event) -> Bool = { _ in true }
  ) throws(Refusal) {
    for draft in drafts {
      let last = liveEvents.last { event in
        includes(event.subject, draft.subject) && event.quarter == draft.quarter
          && event.round == draft.round && event.payload.typeName == draft.payload.typeName
          && isMeant(event)
      }
      if let last, draft.on < last.on { throw .laterKnown(id, on: last.on) }
    }
  }

  /// Whether all that one subject means is among what another means.
  private func includes(_ whole: Event.Subject, _ part: Event.Subject) -> Bool {
    guard let some = part.findings else { return whole == part }
    if let all = whole.findings { return Set(all).isSuperset(of: some) }
    guard case .unit(let unit) = whole else { return false }
    return some.allSatisfy { finding($0)?.unit == unit }
  }

  /// The last record of a kind that concerns a finding.
  func latest(_ kind: Event.Payload, of state: FindingState) -> Event? {
    liveEvents.last { event in
      guard event.payload.typeName == kind.typeName else { return false }
      switch event.subject {
      case .unit(let id):
        return id == state.unit && event.payload.covers?.contains(state.finding.id) ?? true
      case .findings(let ids): return ids.contains(state.finding.id)
      case .site, .event, .check, .notice: return false
      }
    }
  }

  /// Checks that what is said again gives no other reason than was given before.
  func checkSame(
    _ reason: String?, _ kind: Event.Payload, of state: FindingState
  ) throws(Refusal) {
    guard let given = reason?.something, let known = latest(kind, of: state)?.payload.remark,
      known != given
    else { return }
    throw .otherDetail(
      .finding(state.finding.id), field: Return.word(of: "reason"),
      known: Phrase(known, known), given: Phrase(given, given))
  }

  /// Checks that what is said again was not said of a later day, which would make a difference.
  func checkDay(_ day: Day, _ known: Event?, of id: Reference) throws(Refusal) {
    guard let known, day < known.on else { return }
    throw .otherDetail(
      id, field: Phrase("日期", "The day"), known: Phrase("\(known.on)", "\(known.on)"),
      given: Phrase("\(day)", "\(day)"))
  }

  /// Whether the same was recorded about the same subject, on the same day, after a place in the order
  /// of recording.
  func isRecorded(_ draft: EventDraft, since clock: Int = 0) -> Bool {
    liveEvents.contains { $0.clock > clock && draft.says($0) }
  }
}

extension EventDraft {
  /// Whether a record of that day says the same of the same.
  package func says(_ event: Event) -> Bool {
    event.subject == subject && event.on == on && event.quarter == quarter
      && event.payload == payload
  }
}

extension Reference {
  /// Whether it stands for several units.
  var isGroup: Bool {
    guard case .prefecture = self else { return false }
    return true
  }

  /// Whether it stands for all that a unit has.
  var isWhole: Bool {
    switch self {
    case .unit, .prefecture: true
    case .site, .finding, .event, .batch, .check, .notice: false
    }
  }
}

extension Obligation {
  /// Some of its reports, grouped by their round.
  ///
  /// - Parameters:
  ///   - reports: the reports.
  ///   - isWhole: whether the unit as a whole is meant.
  /// - Returns: the round, the findings, and whether that is all there is: with one struck off, with
  ///   some named, and in a round that was ordered, a record names its findings, since it says
  ///   nothing of one that comes back or joins.
  func byRound(
    _ reports: [Report], isWhole: Bool
  ) -> [(round: Int, findings: [FindingID], isAll: Bool)] {
    Dictionary(grouping: reports, by: \.round).sorted { $0.key < $1.key }.map { round, reports in
      let isAll = isWhole && round == 1 && reports.count == findings.count
      return (round, reports.map(\.finding).sorted(), isAll)
    }
  }

  /// What events about some of its reports are about: the unit where that is meant as a whole.
  func subjects(
    _ reports: [Report], isWhole: Bool
  ) -> [(round: Int, subject: Event.Subject, findings: [FindingID])] {
    byRound(reports, isWhole: isWhole).map { round, findings, isAll in
      (round, isAll ? .unit(unit.id) : .findings(findings), findings)
    }
  }
}
