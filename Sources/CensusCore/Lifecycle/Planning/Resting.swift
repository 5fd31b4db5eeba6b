extension Undo {
  /// The later records that lose their ground by it, in order.
  ///
  /// A return without its receipt, a reinstatement without its void; what has another ground stays
  /// out.
  ///
  /// - Parameter projection: a quarter that it is about, before or after it was recorded.
  /// - Returns: nothing where it lets records count again.
  public func resting(in projection: Projection) -> [Event] {
    takesBack ? projection.resting(on: records) : []
  }
}

extension Redo {
  /// The later records that lose their ground by it, in order: a retraction that counts again takes
  /// records back.
  ///
  /// - Parameter projection: a quarter that it is about, before or after it was recorded.
  /// - Returns: nothing where it lets records count again.
  public func resting(in projection: Projection) -> [Event] {
    kind == .retraction ? projection.resting(on: records) : []
  }
}

extension Projection {
  /// The records that lose their ground where some count no more.
  func resting(on records: [Event]) -> [Event] {
    let taken = Set(records.map(\.id))
    let live = liveEvents.filter { !taken.contains($0.id) }
    return live.filter { event in
      records.contains { self.is($0, groundOf: event) }
        && !live.contains { self.is($0, groundOf: event) }
    }
  }

  /// Whether a record of something follows from an earlier one, so that it says little without it.
  func `is`(_ ground: Event, groundOf event: Event) -> Bool {
    if case .event(let id) = event.subject, !event.isRetract { return id == ground.id }
    if case .resolve(let resolve) = event.payload { return resolve.targets.contains(ground.id) }
    guard ground.id != event.id, ground.on <= event.on, isOfKind(ground, groundOf: event) else {
      return false
    }
    return !findings(of: ground).isDisjoint(with: findings(of: event))
  }

  private func isOfKind(_ ground: Event, groundOf event: Event) -> Bool {
    switch (event.payload, ground.payload) {
    case (.return(let sent), .receipt(let receipt)): sent.part == receipt.part
    case (.reinstate, .void): true
    case (.order, .recheck(let recheck)): recheck.verdict == .failed
    case (.order, .availability(let site)): site.status == .dark
    case (.accountability(let step), .accountability(let first)):
      step.stage != .opened && first.stage == .opened
    case (.accountability(let step), .recheck(let recheck)):
      step.stage == .opened && recheck.verdict == .failed
    case (.accountability(let step), .availability(let site)):
      step.stage == .opened && site.status == .dark
    case (.receipt, .order), (.return, .order), (.extend, .order), (.waive, .order):
      event.round == ground.round
    default: false
    }
  }

  private func findings(of event: Event) -> Set<FindingID> {
    if let named = event.payload.covers ?? event.subject.findings { return Set(named) }
    return switch event.subject {
    case .unit(let id): Set(obligation(of: id)?.findings.map(\.finding.id) ?? [])
    case .site(let code): Set(findings(of: code).map(\.finding.id))
    case .findings, .event, .check, .notice: []
    }
  }
}

extension Terms {
  /// That later records lose their ground by an undo, and which; nothing where none does.
  public static func resting(_ events: [Event], in projection: Projection) -> Phrase? {
    guard !events.isEmpty else { return nil }
    let most = 3
    let said = events.prefix(most).map { event -> Phrase in
      let words = summary(of: event, in: projection, telephones: false)
      return Phrase("\(event.on) \(words.chinese)", "\(event.on) \(words.english)")
    }.joined(.semicolon)
    let more = events.count - most
    let rest = more > 0 ? Phrase("等", " and \(more) more") : .empty
    return Phrase(
      "此后有\(events.count)条记录以此为据，随之失去依据：\(said.chinese)\(rest.chinese)；不再需要的，请一并撤销",
      "\(counted(events.count, "later record")) "
        + "\(events.count == 1 ? "rests on it and loses its" : "rest on it and lose their") ground: "
        + "\(said.english)\(rest.english); undo \(events.count == 1 ? "it" : "them") too if no "
        + "longer wanted")
  }
}
