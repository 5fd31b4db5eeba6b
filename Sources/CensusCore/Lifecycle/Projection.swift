/// How a quarter stands: one pure function of facts, events and two days.
///
/// Nothing of it is stored.
public struct Projection: Equatable, Sendable {
  /// The quarter as published.
  public let inspection: Inspection
  /// Prefectures, units and categories, with what the quarter brings.
  public let directory: Directory
  /// The lists of the store alone, which all quarters share.
  public let lists: Directory
  /// The day looked at.
  public let asOf: Day
  /// Only what was recorded until then is considered; nil means all.
  public let knownAt: Instant?
  /// All events considered, retracted ones included, in order.
  public let events: [Event]
  /// What each unit owes, in the order of annex 1.
  public let obligations: [Obligation]
  /// The findings, in the order of annex 2.
  public let findings: [FindingState]
  /// What corrections and mergers say of identities.
  public let aliases: Aliases
  /// Records that contradict each other, until somebody settles which counts.
  public let conflicts: [Conflict]
  /// Corrections that do not count, since they give a site the code of another.
  let takenCodes: [TakenCode]

  /// Records that say once more what somebody else recorded, and are not counted.
  let repeats: Repeats
  private let settings: Settings
  /// Events of days that have not come, which are considered for nothing; they can be taken back.
  private let ahead: [Event]
  private let live: Set<EventID>
  private let eventIndex: [EventID: Int]
  private let obligationIndex: [UnitID: Int]
  private let findingIndex: [FindingID: Int]
  private let siteIndex: [SiteCode: [Int]]
  /// The quarter in numbers, which nearly every frame and list asks for.
  let counts = Memo<Overview>()

  /// Reads the state off the events.
  ///
  /// - Parameters:
  ///   - inspection: the quarter as published.
  ///   - directory: prefectures, units, categories; what the quarter brings comes beside them.
  ///   - events: the quarter's events and those that outlive quarters, in any order, duplicates
  ///     allowed; events of other quarters are passed over.
  ///   - settings: the habits of the office, and the province's clock.
  ///   - asOf: the day looked at; events of later days are not considered.
  ///   - knownAt: leave out what was recorded later.
  public init(
    of inspection: Inspection, directory: Directory, events: [Event], settings: Settings,
    asOf: Day, knownAt: Instant? = nil
  ) {
    self.inspection = inspection
    lists = directory
    let directory = directory.adding(inspection.additions)
    self.directory = directory
    self.asOf = asOf
    self.knownAt = knownAt
    self.settings = settings

    let known = Self.known(events, of: inspection.quarter, until: knownAt)
    let liveness = Liveness(known)
    let considered = Event.ordered(known.filter { $0.on <= asOf || $0.holdsOnAnyDay })
    let live = Set(considered.lazy.map(\.id).filter(liveness.isLive))
    let counting = considered.filter { live.contains($0.id) }
    let ancestry = Ancestry(known)
    let settling = Settling(counting, ancestry: ancestry)
    let standing = Standing(counting, on: asOf, settling, findings: inspection.findings)
    self.events = considered
    ahead =
      considered.count == known.count
      ? []
      : Event.ordered(
        known.filter { $0.on > asOf && !$0.holdsOnAnyDay && liveness.isLive($0.id) })
    self.live = live
    aliases = standing.aliases
    eventIndex = Dictionary(
      considered.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    obligations = Self.obligations(
      inspection, directory, counting,
      UnitReading.Context(
        notice: inspection.notice, settings: settings, calendar: directory.calendar, asOf: asOf,
        standing: standing, settling: settling, strikes: Strikes(known, ancestry: ancestry)))
    obligationIndex = Dictionary(
      obligations.enumerated().map { ($1.unit.id, $0) }, uniquingKeysWith: { first, _ in first })
    findings = obligations.flatMap(\.findings).sorted {
      ($0.finding.row, $0.finding.id) < ($1.finding.row, $1.finding.id)
    }
    findingIndex = Dictionary(
      findings.enumerated().map { ($1.finding.id, $0) }, uniquingKeysWith: { first, _ in first })
    siteIndex = Self.siteIndex(findings)
    takenCodes = standing.takenCodes
    repeats = settling.repeats
    conflicts = distinct(obligations.flatMap(\.conflicts) + standing.allConflicts)
  }

  /// The quarter.
  public var quarter: Quarter { inspection.quarter }

  /// The habits of the office.
  public var policy: Settings.Policy { settings.policy }

  /// Which days are worked.
  public var calendar: WorkingCalendar { directory.calendar }

  /// The quarter as it stood on an earlier day, by all that is known.
  package func earlier(on day: Day) -> Projection? {
    day < asOf
      ? Projection(
        of: inspection, directory: lists, events: events, settings: settings, asOf: day,
        knownAt: knownAt) : nil
  }

  /// What units owed on the days on which anything about them was recorded: of each such day after
  /// the first, those that it was about.
  ///
  /// - Parameter first: the day they all stand on at the beginning.
  /// - Returns: the days in order; of the first all units.
  func obligations(since first: Day) -> [(day: Day, obligations: [Obligation])] {
    let liveness = Liveness(events)
    let live = events.filter { liveness.isLive($0.id) }
    let days = Set(live.map(\.on).filter { $0 > first && $0 <= asOf }).union([first]).sorted()
    let ancestry = Ancestry(events)
    let strikes = Strikes(events, ancestry: ancestry)
    let units = Self.unitsInOrder(inspection, directory)
    var places = Places(units, aliases)
    return days.map { day in
      let counting = live.filter { $0.on <= day || $0.holdsOnAnyDay }
      let settling = Settling(counting, ancestry: ancestry)
      let standing = Standing(counting, on: day, settling, findings: inspection.findings)
      if standing.aliases != places.aliases { places = Places(units, standing.aliases) }
      let context = UnitReading.Context(
        notice: inspection.notice, settings: settings, calendar: directory.calendar, asOf: day,
        standing: standing, settling: settling, strikes: strikes)
      let touched =
        day == first
        ? Set(units.indices)
        : Set(counting.lazy.filter { $0.on == day }.flatMap { places.units(of: $0) })
      var readings: [Int: UnitReading] = [:]
      for place in touched {
        readings[place] = UnitReading(units[place].0, units[place].1, context)
      }
      for event in counting {
        for place in places.units(of: event) where touched.contains(place) {
          readings[place]?.add(event)
        }
      }
      return (day, touched.sorted().compactMap { readings[$0]?.obligation() })
    }
  }

  /// The obligation of a unit, if it owes anything for this notice.
  public func obligation(of unit: UnitID) -> Obligation? {
    obligationIndex[unit].map { obligations[$0] }
  }

  /// How a finding stands.
  public func finding(_ id: FindingID) -> FindingState? { findingIndex[id].map { findings[$0] } }

  /// The row in which a finding is printed; its number where the notice does not have it.
  public func row(of id: FindingID) -> Int { finding(id)?.finding.row ?? id.number }

  /// The findings whose site has a code, or is printed with it, in the order of annex 2.
  func findings(called site: SiteCode) -> [FindingState] {
    (siteIndex[site] ?? []).map { findings[$0] }
  }

  /// The event of an identity, if it is considered.
  public func event(_ id: EventID) -> Event? { eventIndex[id].map { events[$0] } }

  /// Events that count from a later day on.
  public var eventsAhead: [Event] { ahead }

  /// Whether an event counts: considered, and not retracted.
  public func isLive(_ event: EventID) -> Bool { live.contains(event) }

  /// The events that count, retractions aside.
  public var liveEvents: [Event] { events.filter { isLive($0.id) && !$0.isRetract } }

  /// Whom to call at a unit, whether it owes anything or not.
  public func contact(of unit: UnitID) -> Contact? {
    if let obligation = obligation(of: unit) { return obligation.contact }
    return liveEvents.compactMap { event -> Contact? in
      guard case .contact(let contact) = event.payload, event.subject == .unit(unit) else {
        return nil
      }
      return contact
    }.last
  }

  // MARK: - Parts of the reading

  private static func known(
    _ events: [Event], of quarter: Quarter, until knownAt: Instant?
  ) -> [Event] {
    var seen: Set<EventID> = []
    return events.filter { event in
      (event.quarter == nil || event.quarter == quarter) && seen.insert(event.id).inserted
        && knownAt.map { event.at <= $0 } ?? true
    }
  }

  private static func obligations(
    _ inspection: Inspection, _ directory: Directory, _ events: [Event],
    _ context: UnitReading.Context
  ) -> [Obligation] {
    let units = unitsInOrder(inspection, directory)
    var readings = units.map { UnitReading($0, $1, context) }
    let places = Places(units, context.aliases)
    for event in events {
      for place in places.units(of: event) { readings[place].add(event) }
    }
    return readings.map { $0.obligation() }
  }

  /// Findings by the printed code of their site, and by its identity.
  private static func siteIndex(_ findings: [FindingState]) -> [SiteCode: [Int]] {
    var index: [SiteCode: [Int]] = [:]
    for (place, state) in findings.enumerated() {
      for code in Set([state.finding.code, state.site]) { index[code, default: []].append(place) }
    }
    return index
  }

  private static func unitsInOrder(
    _ inspection: Inspection, _ directory: Directory
  ) -> [(Unit, [Finding])] {
    var order: [Unit] = []
    var findings: [UnitID: [Finding]] = [:]
    for finding in inspection.findings.sorted(by: { $0.id < $1.id }) {
      let unit = directory.unit(for: finding)
      if findings[unit.id] == nil { order.append(unit) }
      findings[unit.id, default: []].append(finding)
    }
    let positions = order.map { directory.position(ofPrefecture: $0.prefecture) }
    let sorted = zip(order, positions).enumerated().sorted {
      ($0.element.1, $0.offset) < ($1.element.1, $1.offset)
    }
    return sorted.map { ($0.element.0, findings[$0.element.0.id] ?? []) }
  }
}

/// Which units events are about.
private struct Places {
  private var ofUnit: [UnitID: Int] = [:]
  private var ofFinding: [FindingID: Int] = [:]
  private var ofSite: [SiteCode: Set<Int>] = [:]
  let aliases: Aliases

  init(_ units: [(Unit, [Finding])], _ aliases: Aliases) {
    self.aliases = aliases
    for (place, (unit, findings)) in units.enumerated() {
      ofUnit[unit.id] = place
      for finding in findings {
        ofFinding[finding.id] = place
        ofSite[aliases.identity(of: finding), default: []].insert(place)
      }
    }
  }

  func units(of event: Event) -> Set<Int> {
    switch event.subject {
    case .unit(let id): Set(ofUnit[id].map { [$0] } ?? [])
    case .findings(let ids): Set(ids.compactMap { ofFinding[$0] })
    case .site(let code): ofSite[aliases.identity(of: code)] ?? []
    case .event, .check, .notice: []
    }
  }
}
