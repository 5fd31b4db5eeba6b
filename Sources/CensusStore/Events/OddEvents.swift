import CensusCore

/// Events whose files are in order, and that cannot be right all the same.
///
/// Only those that count are odd: what was taken back is settled.
struct OddEvents {
  /// What is known of a quarter's facts.
  fileprivate struct Known {
    let findings: Set<FindingID>
    let units: Set<UnitID>
    let sites: Set<SiteCode>
  }

  private let events: [Event]
  private var found: [(event: Event, oddity: Problem.Oddity)] = []

  /// Looks at the events of a quarter and those that outlive quarters.
  ///
  /// - Parameters:
  ///   - events: the events.
  ///   - revised: what is odd because of the reading of the notice upon which they were recorded.
  ///   - inspection: the quarter's facts; nil where they cannot be read.
  ///   - directory: which unit answers for which site.
  ///   - today: the real day; nil where it is not known.
  ///   - offset: the province's clock.
  init(
    _ events: [Event], _ revised: [EventID: Problem.Oddity] = [:], of inspection: Inspection?,
    _ directory: Directory, today: Day?, offset: UTCOffset
  ) {
    self.events = events
    let known = inspection.map { Known($0, directory, events) }
    let ground = Ground(events)
    for event in events {
      let oddity =
        Self.time(of: event, today, offset)
        ?? revised[event.id]
        ?? inspection.flatMap { facts in known.flatMap { Self.subject(of: event, facts, $0) } }
        ?? ground.oddity(of: event)
      if let oddity { found.append((event, oddity)) }
    }
  }

  /// Looks at the events that outlive quarters, which may be about a site of any of them.
  init(standing events: [Event], of inspections: [Inspection], _ directory: Directory) {
    self.events = events
    var codes = Set(directory.units.flatMap(\.sites))
    var units = Set(directory.units.map(\.id))
    for inspection in inspections {
      let known = Known(inspection, directory, events)
      codes.formUnion(known.sites)
      units.formUnion(known.units)
    }
    for event in events where event.quarter == nil && !event.payload.isMereWord {
      switch event.subject {
      case .site(let code) where !codes.contains(code):
        found.append((event, .unknownSite(code)))
      case .unit(let id) where !units.contains(id): found.append((event, .unknownUnit(id)))
      default: continue
      }
    }
  }

  /// Looks at the passes that rest on what a later census does not list.
  ///
  /// - Parameters:
  ///   - earlier: the period that was re-checked.
  ///   - census: the later one.
  init(passesOf earlier: Projection, restingOn census: Projection) {
    events = earlier.events
    let unlisted = Set((earlier.unlisted(by: census) ?? []).map(\.finding.id))
    let ground = Terms.absence(from: census.quarter)
    for state in earlier.findings where !unlisted.contains(state.finding.id) {
      guard let last = state.lastRecheck, last.recheck.verdict == .passed,
        let said = last.recheck.evidence, said == ground.chinese || said == ground.english,
        let event = earlier.event(last.event),
        !found.contains(where: { $0.event.id == event.id })
      else { continue }
      found.append((event, .baseless(state.finding.id, census: census.quarter)))
    }
  }

  /// The problems, each with the path of its event.
  func problems(_ path: (EventID) -> String?) -> [Problem] {
    guard !found.isEmpty else { return [] }
    let liveness = Liveness(events)
    return found.filter { liveness.isLive($0.event.id) }.map { event, oddity in
      Problem(
        .oddEvent(path: path(event.id) ?? event.id.text, id: event.id, oddity))
    }
  }

  private static func time(
    of event: Event, _ today: Day?, _ offset: UTCOffset
  ) -> Problem.Oddity? {
    if !event.hasCredibleClock { return .clock(event.clock) }
    guard let today else { return nil }
    if event.on > today, !event.isAboutRecords { return .futureDay(event.on) }
    // The clocks of two machines may differ by a little.
    return event.at.day(at: offset) > today + 1 ? .futureMoment(event.at) : nil
  }

  private static func subject(
    of event: Event, _ inspection: Inspection, _ known: Known
  ) -> Problem.Oddity? {
    guard !event.payload.isMereWord else { return nil }
    let quarter = inspection.quarter
    let named = (event.subject.findingIDs + (event.payload.covers ?? [])).filter {
      event.quarter == quarter || $0.quarter == quarter
    }
    if let unknown = named.first(where: { !known.findings.contains($0) }) {
      return .unknownFinding(unknown)
    }
    guard event.quarter == quarter else { return nil }
    switch event.subject {
    case .unit(let id): return known.units.contains(id) ? nil : .unknownUnit(id)
    case .site(let code): return known.sites.contains(code) ? nil : .unknownSite(code)
    case .findings, .event, .check, .notice: return nil
    }
  }
}

/// What later records rest on: orders, and openings of accountability.
private struct Ground {
  private struct Round: Hashable {
    let unit: Event.Subject
    let quarter: Quarter?
    let number: Int
  }

  private var ordered: Set<Round> = []
  private var opened: Set<Round> = []

  init(_ events: [Event]) {
    let liveness = Liveness(events)
    for event in events where liveness.isLive(event.id) {
      switch event.payload {
      case .order:
        ordered.insert(Round(unit: event.subject, quarter: event.quarter, number: event.round))
      case .accountability(let step) where step.stage == .opened:
        opened.insert(Round(unit: event.subject, quarter: event.quarter, number: 0))
      default: continue
      }
    }
  }

  func oddity(of event: Event) -> Problem.Oddity? {
    switch event.payload {
    case .receipt, .return:
      let round = Round(unit: event.subject, quarter: event.quarter, number: event.round)
      return event.round > 1 && !ordered.contains(round) ? .roundNotOrdered(event.round) : nil
    case .accountability(let step) where step.stage != .opened:
      let round = Round(unit: event.subject, quarter: event.quarter, number: 0)
      return opened.contains(round) ? nil : .notOpened
    default: return nil
    }
  }
}

extension OddEvents.Known {
  init(_ inspection: Inspection, _ directory: Directory, _ events: [Event]) {
    findings = Set(inspection.findings.map(\.id))
    let directory = directory.adding(inspection.additions)
    units = Set(inspection.findings.map { directory.unit(for: $0).id })
    let corrected = events.compactMap { event -> SiteCode? in
      guard case .correct(let correct) = event.payload, correct.field == .code else { return nil }
      return SiteCode(correct.new)
    }
    sites = Set(
      inspection.findings.map(\.code) + inspection.mentions.compactMap(\.code) + corrected)
  }
}

extension Event {
  /// Whether it speaks of the records rather than of the world, so that it counts on any day.
  fileprivate var isAboutRecords: Bool {
    switch payload {
    case .retract, .resolve: true
    default: false
    }
  }
}

extension Event.Payload {
  /// Whether it changes the state of nothing, so that nothing is lost whatever it is about.
  fileprivate var isMereWord: Bool {
    switch self {
    case .note, .contact, .verify, .evidence, .remedy, .assign, .retract, .resolve, .unknown: true
    default: false
    }
  }
}

extension Event.Subject {
  fileprivate var findingIDs: [FindingID] {
    guard case .findings(let ids) = self else { return [] }
    return ids
  }
}
