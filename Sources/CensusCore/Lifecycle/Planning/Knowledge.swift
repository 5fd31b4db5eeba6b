extension Projection {
  /// The drafts with what their writer knew of the same facts.
  ///
  /// The store adds what was recorded about the same subject. The same fact may also stand under
  /// another one: an extension of a unit and of one of its findings, a site under two codes.
  func knowing(_ drafts: [EventDraft]) -> [EventDraft] {
    knowingOfStrikes(knowingOfTheDay(knowingOfFacts(drafts)))
  }

  /// The drafts about a unit as a whole with what their writer knew to be struck off: nothing is said of that.
  private func knowingOfStrikes(_ drafts: [EventDraft]) -> [EventDraft] {
    guard drafts.contains(where: \.isOfWholeUnit) else { return drafts }
    let strikes = liveEvents.filter(\.isStrike)
    guard !strikes.isEmpty else { return drafts }
    return drafts.map { draft in
      guard draft.isOfWholeUnit, case .unit(let unit) = draft.subject,
        let obligation = obligation(of: unit), obligation.hasStruckOff
      else { return draft }
      let void = Set(obligation.findings.filter(\.isVoid).map(\.finding.id))
      let met = strikes.filter { !void.isDisjoint(with: $0.subject.findings ?? []) }
      return draft.following(met)
    }
  }

  /// The drafts with what their writer knew of the same day that comes neither before nor after them
  /// for who did not: re-checks beside dark sites and steps of accountability.
  ///
  /// Only what meets them is named, and nothing that what is named had seen: a record has its limits.
  private func knowingOfTheDay(_ drafts: [EventDraft]) -> [EventDraft] {
    let days = Set(drafts.filter { $0.payload.isVerdict || $0.payload.meetsVerdicts }.map(\.on))
    guard !days.isEmpty else { return drafts }
    var known: [Matter: [Event]] = [:]
    for event in liveEvents where days.contains(event.on) {
      for matter in matters(of: event.subject, event.payload) {
        known[matter, default: []].append(event)
      }
    }
    guard !known.isEmpty else { return drafts }
    return drafts.map { draft in
      let isVerdict = draft.payload.isVerdict
      let met = matters(of: draft.subject, draft.payload).flatMap { known[$0] ?? [] }.filter {
        $0.on == draft.on && $0.payload.isVerdict != isVerdict
      }
      guard !met.isEmpty else { return draft }
      return draft.following(met)
    }
  }

  /// What verdicts and other records of a day meet in.
  private enum Matter: Hashable {
    case site(SiteCode)
    case finding(FindingID)
  }

  /// The sites that a verdict or a state is of, and the findings that a verdict or a step is of.
  private func matters(of subject: Event.Subject, _ payload: Event.Payload) -> Set<Matter> {
    switch (subject, payload) {
    case (.findings(let ids), .recheck):
      Set(
        ids.compactMap { finding($0) }.flatMap { [.site($0.site), .finding($0.finding.id)] })
    case (.site(let code), .availability): [.site(aliases.identity(of: code))]
    case (.unit(let unit), .accountability(let step)):
      Set(
        (step.findings ?? obligation(of: unit)?.findings.map(\.finding.id) ?? []).map {
          .finding($0)
        })
    default: []
    }
  }

  private func knowingOfFacts(_ drafts: [EventDraft]) -> [EventDraft] {
    let kinds = Set(drafts.map(\.payload.typeName)).intersection(Self.kindsOfFacts)
    guard !kinds.isEmpty else { return drafts }
    let known = liveEvents.filter { kinds.contains($0.payload.typeName) }
    guard !known.isEmpty else { return drafts }
    let things = known.map { self.things(of: $0.subject, $0.payload) }
    return drafts.map { draft in
      let own = self.things(of: draft.subject, draft.payload)
      let same = zip(known, things).filter { event, things in
        event.payload.typeName == draft.payload.typeName && event.subject != draft.subject
          && event.quarter == draft.quarter && !own.isDisjoint(with: things)
      }.map(\.0)
      guard !same.isEmpty else { return draft }
      let seen = Set(same.flatMap(\.seen))
      return EventDraft(
        on: draft.on, quarter: draft.quarter, round: draft.round, subject: draft.subject,
        payload: draft.payload, follows: same.map(\.id).filter { !seen.contains($0) }.sorted())
    }
  }

  private static let kindsOfFacts: Set<String> = [
    "extend", "recheck", "availability", "correct", "resolve",
  ]

  /// The single things that a record states something of.
  private func things(
    of subject: Event.Subject, _ payload: Event.Payload
  ) -> Set<Event.Subject> {
    if case .resolve(let resolve) = payload { return Set(resolve.targets.map { .event($0) }) }
    switch (subject, payload) {
    case (.unit(let id), .extend):
      return Set((obligation(of: id)?.findings ?? []).map { .findings([$0.finding.id]) })
    case (.site(let code), _): return [.site(aliases.identity(of: code))]
    case (.findings, _), (.unit, _), (.event, _), (.check, _), (.notice, _):
      return Set(subject.things)
    }
  }
}

extension EventDraft {
  /// The same with further records that its writer knew; none of those that these had seen.
  fileprivate func following(_ met: [Event]) -> EventDraft {
    let seen = Set(met.flatMap(\.seen))
    return EventDraft(
      on: on, quarter: quarter, round: round, subject: subject, payload: payload,
      follows: Set(follows + met.map(\.id)).subtracting(seen).sorted())
  }

  /// Whether it is said of all findings of its unit, by naming none.
  fileprivate var isOfWholeUnit: Bool {
    guard case .unit = subject else { return false }
    return switch payload {
    case .receipt(let receipt): receipt.covers == nil
    case .accountability(let step): step.findings == nil
    case .return, .waive, .extend: true
    default: false
    }
  }
}

extension Event.Payload {
  /// Whether it is a verdict of a re-check.
  fileprivate var isVerdict: Bool { if case .recheck = self { true } else { false } }

  /// Whether verdicts of its day count against it, or it against them.
  fileprivate var meetsVerdicts: Bool {
    switch self {
    case .availability, .accountability: true
    default: false
    }
  }
}
