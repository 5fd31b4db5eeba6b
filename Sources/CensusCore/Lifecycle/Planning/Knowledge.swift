extension Projection {
  /// The drafts with what their writer knew of the same facts.
  ///
  /// The store adds what was recorded about the same subject. The same fact may also stand under
  /// another one: an extension of a unit and of one of its findings, a site under two codes.
  func knowing(_ drafts: [EventDraft]) -> [EventDraft] {
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
