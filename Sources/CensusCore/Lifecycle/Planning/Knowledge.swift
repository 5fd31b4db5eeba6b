extension Projection {
  /// The drafts with what their writer knew of the same facts.
  ///
  /// The store adds what was recorded about the same subject. The same fact may also stand under
  /// another one: an extension of a unit and of one of its findings, a site under two codes.
  func knowing(_ drafts: [EventDraft]) -> [EventDraft] {
    knowingOfTheDay(knowingOfFacts(drafts))
  }

  /// The drafts with what their writer knew of the same day that comes neither before nor after them
  /// for who did not: re-checks beside dark sites and steps of accountability.
  private func knowingOfTheDay(_ drafts: [EventDraft]) -> [EventDraft] {
    let days = Set(drafts.filter { $0.payload.isVerdict || $0.payload.meetsVerdicts }.map(\.on))
    guard !days.isEmpty else { return drafts }
    let known = liveEvents.filter { days.contains($0.on) }
    let verdicts = known.filter(\.payload.isVerdict)
    let others = known.filter(\.payload.meetsVerdicts)
    return drafts.map { draft in
      let isVerdict = draft.payload.isVerdict
      guard isVerdict || draft.payload.meetsVerdicts else { return draft }
      let own = matters(of: draft.subject)
      let met = (isVerdict ? others : verdicts).filter { event in
        event.on == draft.on && !own.isDisjoint(with: matters(of: event.subject))
      }
      guard !met.isEmpty else { return draft }
      return EventDraft(
        on: draft.on, quarter: draft.quarter, round: draft.round, subject: draft.subject,
        payload: draft.payload, follows: Set(draft.follows + met.map(\.id)).sorted())
    }
  }

  /// The sites and the units that a record is about.
  private func matters(of subject: Event.Subject) -> Set<Event.Subject> {
    switch subject {
    case .site(let code): [.site(aliases.identity(of: code))]
    case .findings(let ids):
      Set(ids.compactMap { finding($0) }.flatMap { [.site($0.site), .unit($0.unit)] })
    case .unit, .event, .check, .notice: [subject]
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
