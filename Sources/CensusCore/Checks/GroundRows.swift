extension Projection {
  /// Records that rest on one that was taken back, as rows of `check`: whoever took it back may not have
  /// known of them, nor whoever recorded them of that.
  var lostGrounds: [Discrepancy] {
    let dead = events.filter { !$0.isRetract && !isLive($0.id) }
    guard !dead.isEmpty else { return [] }
    let resting = liveEvents.filter(\.restsOnOthers)
    guard !resting.isEmpty else { return [] }
    let ancestry = Ancestry(events)
    let retractions = events.filter { $0.isRetract && isLive($0.id) }
    return resting.compactMap { event in
      let grounds = dead.filter { self.is($0, groundOf: event) }
      guard let ground = grounds.last, !liveEvents.contains(where: { self.is($0, groundOf: event) })
      else { return nil }
      if case .event(let id) = event.subject {
        // Whoever takes a record back knows what was said of it before.
        let isKnown = retractions.contains { retraction in
          retraction.retract?.targets.contains(id) == true && ancestry.hasSeen(retraction, event)
        }
        guard !isKnown else { return nil }
      }
      return row(of: event, without: ground)
    }
  }

  private func row(of event: Event, without ground: Event) -> Discrepancy {
    let (said, was) = (Terms.summary(of: event, in: self), Terms.summary(of: ground, in: self))
    let entry = history.first { $0.event.id == event.id }
    let id = event.id.text.prefix(8)
    let findings = entry?.findings ?? []
    return Discrepancy(
      severity: .warning, code: "lostGround",
      place: findings.isEmpty ? .notice : .findings(findings),
      location: entry?.unit.map { Terms.unit($0, in: self) } ?? Phrase("记录\(id)", "event \(id)"),
      message: Phrase(
        "\(event.on)的“\(said.chinese)”所依据的“\(was.chinese)”已撤销，依据不复存在",
        "“\(said.english)” of \(event.on) rests on “\(was.english)”, which was taken back"),
      command: Phrase(
        "；不再成立的，用 census retract \(id) 撤回",
        "; if it stands no more take it back with census retract \(id)"))
  }
}

extension Event {
  /// Whether it says little without the record that it follows from.
  ///
  /// What lies in a round that nobody
  /// ordered, and measures without an opening, `check` tells otherwise.
  fileprivate var restsOnOthers: Bool {
    if case .event = subject { return true }
    switch payload {
    case .return, .reinstate, .order: return true
    case .accountability(let step): return step.stage == .opened
    default: return false
    }
  }
}
