/// What outlives quarters, read on a day: identities, how sites stand, and what contradicts itself.
struct Standing {
  let aliases: Aliases
  private(set) var statuses: [SiteCode: SiteStatus] = [:]
  /// Of sites seen dark, what else was recorded without knowledge of it: a later state ends neither
  /// the failure nor the doubt.
  private(set) var darkConflicts: [SiteCode: Conflict] = [:]
  /// Corrections that give a site the code of another: they do not count.
  let takenCodes: [TakenCode]
  private var dark: Set<EventID> = []
  private var outweighed: Set<EventID> = []
  private var conflicts: [Event.Subject: [Conflict]] = [:]

  /// Reads it off events that count, in order; what begins after the day does not count yet.
  ///
  /// - Parameters:
  ///   - events: the events.
  ///   - day: the day.
  ///   - settling: which of several records of one fact counts.
  ///   - findings: as published; what is printed of one site may be corrected alike.
  init(_ events: [Event], on day: Day, _ settling: Settling, findings: [Finding]) {
    let corrections = Corrections(events, on: day, settling, findings)
    var merged: [Successions.Step] = corrections.successors
    var aliases = corrections.aliases
    var changes: [SiteCode: [(place: Int, event: Event)]] = [:]
    for (place, event) in events.enumerated() {
      guard let change = event.availability, let code = event.subject.siteCode,
        change.from ?? event.on <= day
      else { continue }
      changes[aliases.identity(of: code), default: []].append((place, event))
    }
    for (site, placed) in changes {
      let all = placed.map(\.event)
      let counts = settling.settled(
        .availability, all, value: Said.init, badness: Self.badness)
      guard let event = counts?.event, let change = event.availability,
        let place = placed.first(where: { $0.event.id == event.id })?.place
      else { continue }
      let status = SiteStatus(change, on: event.on)
      statuses[site] = status
      merged.append(Successions.Step(place, event, of: site, by: status.successor))
      let standing = settling.standing(all)
      let kept = Set(standing.map(\.id))
      outweighed.formUnion(all.map(\.id).filter { !kept.contains($0) })
      let seenDark = standing.filter { $0.availability?.status == .dark }
      dark.formUnion(seenDark.map(\.id))
      let contrary = standing.filter { other in
        seenDark.contains { Said($0) != Said(other) && settling.areConcurrent($0, other) }
      }
      if let counting = seenDark.last, !contrary.isEmpty {
        let doubted = seenDark.filter { event in
          contrary.contains { settling.areConcurrent($0, event) }
        }
        darkConflicts[site] = Conflict(
          .availability,
          distinct((doubted + contrary).map(\.id)).compactMap { id in
            standing.first { $0.id == id }
          }, counting: (doubted.last ?? counting).id)
      }
      if let conflict = counts?.conflict {
        conflicts[.site(site), default: []].append(conflict)
        outweighed.formUnion(conflict.events.filter { $0 != conflict.counting })
      }
    }
    let successions = Successions(merged, &aliases, settling)
    for (code, circle) in successions.circles { conflicts[.site(code), default: []].append(circle) }
    takenCodes = corrections.takenCodes
    for (thing, conflict) in corrections.conflicts {
      conflicts[Self.key(thing, aliases), default: []].append(conflict)
    }
    self.aliases = aliases
  }

  /// Whether what an event says of a site contradicts another that counts.
  func isOutweighed(_ event: EventID) -> Bool { outweighed.contains(event) }

  /// Whether an event says that a site went dark, and nobody decided against it.
  func isDark(_ event: EventID) -> Bool { dark.contains(event) }

  /// What contradicts itself about a thing.
  func conflicts(about thing: Event.Subject) -> [Conflict] {
    conflicts[Self.key(thing, aliases)] ?? []
  }

  /// All that contradicts itself, in order.
  var allConflicts: [Conflict] {
    conflicts.values.joined().sorted { $0.events.lexicographicallyPrecedes($1.events) }
  }

  private static func key(_ thing: Event.Subject, _ aliases: Aliases) -> Event.Subject {
    guard case .site(let code) = thing else { return thing }
    return .site(aliases.identity(of: code))
  }

  private struct Badness: Comparable {
    let rank: Int
    let until: Int

    static func < (left: Badness, right: Badness) -> Bool {
      (left.rank, left.until) < (right.rank, right.until)
    }
  }

  /// How bad a status is for the unit: dark is a failure, and what excuses comes last; of two days
  /// of return the earlier one binds more.
  private static func badness(_ event: Event) -> Badness {
    let order: [Availability.Status] = [.retired, .merged, .offline, .operating, .dark]
    let said = Said(event)
    return Badness(
      rank: said.status.flatMap(order.firstIndex) ?? 0,
      until: said.until.map { -$0.ordinal } ?? .min)
  }

  /// What a change says of a site, apart from numbers and since when.
  private struct Said: Equatable {
    let status: Availability.Status?
    let until: Day?
    let successor: SiteCode?

    init(_ event: Event) {
      let read = event.availability.map { SiteStatus($0, on: event.on) }
      status = read?.status
      until = read?.until
      successor = read?.successor
    }
  }
}

/// The corrections of imported facts: which of them count, field by field.
private struct Corrections {
  private struct Fact: Hashable {
    let thing: Event.Subject
    let field: Correct.Field
  }

  private(set) var aliases = Aliases()
  private(set) var successors: [Successions.Step] = []
  private(set) var takenCodes: [TakenCode] = []
  private var unitSuccessors: [UnitSuccessions.Step] = []
  /// Codes that sites had between two corrections.
  private var between: [(code: SiteCode, site: SiteCode)] = []
  private(set) var conflicts: [(thing: Event.Subject, conflict: Conflict)] = []

  init(_ events: [Event], on day: Day, _ settling: Settling, _ findings: [Finding]) {
    var order: [Fact] = []
    var facts: [Fact: [(place: Int, event: Event)]] = [:]
    for (place, event) in events.enumerated() {
      guard let correct = event.correct, correct.from ?? event.on <= day else { continue }
      for thing in event.subject.things {
        let fact = Fact(thing: thing, field: correct.field)
        if facts[fact] == nil { order.append(fact) }
        facts[fact, default: []].append((place, event))
      }
    }
    let codes = order.filter { $0.field == .code }.compactMap { fact in
      // What was corrected again since gives nobody a code any more.
      settling.settled(
        .corrections, (facts[fact] ?? []).map(\.event), value: { $0.correct?.new },
        badness: { _ in 0 }
      ).map { (fact.thing, $0.event) }
    }
    let shared = SharedCodes(codes, findings, settling)
    conflicts += shared.conflicts
    takenCodes = shared.taken
    for fact in order {
      let placed = (facts[fact] ?? []).filter { !shared.isLeftOut($0.event.id, of: fact.thing) }
      // None of two values is worse for the unit: the first counts.
      let counts = settling.settled(
        .corrections, placed.map(\.event), value: { $0.correct?.new }, badness: { _ in 0 })
      guard let counts else { continue }
      if let conflict = counts.conflict { conflicts.append((fact.thing, conflict)) }
      let losers = Set(counts.conflict?.events ?? []).subtracting([counts.event.id])
      let standing = Set(settling.standing(placed.map(\.event)).map(\.id))
      for (place, event) in placed where standing.contains(event.id) && !losers.contains(event.id) {
        guard let correct = event.correct else { continue }
        let isCounting = event.id == counts.event.id
        add(correct, event, about: fact.thing, at: place, isCounting)
      }
    }
    for (code, site) in between where !findings.contains(where: { $0.code == code }) {
      aliases.recodeIfFree(code, as: site)
    }
    // Records of a site may be about the code that the notice printed before it was corrected.
    for finding in findings {
      for code in finding.formerCodes where !findings.contains(where: { $0.code == code }) {
        aliases.recodeIfFree(code, as: aliases.identity(of: finding))
      }
    }
    let circles = UnitSuccessions(unitSuccessors, &aliases, settling).circles
    conflicts += circles.map { (.unit($0.unit), $0.conflict) }
    aliases.settleNames()
  }

  private mutating func add(
    _ correct: Correct, _ event: Event, about thing: Event.Subject, at place: Int, _ counts: Bool
  ) {
    let day = correct.from ?? event.on
    switch (thing, correct.field) {
    case (.site(let code), .name): aliases.call(code, correct.new, from: day)
    case (.unit(let id), .name): aliases.call(unit: id, correct.new, from: day)
    case (.site(let code), .code) where !counts: between.append((SiteCode(correct.new), code))
    case _ where !counts: return
    case (.site(let code), .code): aliases.recode(code, as: SiteCode(correct.new))
    case (.site(let code), .successor):
      successors.append(Successions.Step(place, event, of: code, by: SiteCode(correct.new)))
    case (.unit(let id), .successor):
      unitSuccessors.append(
        UnitSuccessions.Step(place: place, event: event, unit: id, successor: UnitID(correct.new)))
    case (.findings(let ids), .code):
      for id in ids { aliases.reprint(id, as: SiteCode(correct.new)) }
    case (.unit, .code), (.findings, .name), (.findings, .successor), (.event, _), (.check, _),
      (.notice, _):
      return
    }
  }
}

extension Event.Subject {
  /// The single things it is about: each finding by itself.
  var things: [Event.Subject] {
    guard case .findings(let ids) = self else { return [self] }
    return distinct(ids).map { .findings([$0]) }
  }
}
