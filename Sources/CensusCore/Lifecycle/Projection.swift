/// How a quarter stands: one pure function of facts, events and two days.
///
/// Nothing of it is stored.
public struct Projection: Equatable, Sendable {
  /// The quarter as published.
  public let inspection: Inspection
  /// Prefectures, units and categories.
  public let directory: Directory
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

  private let live: Set<EventID>
  private let eventIndex: [EventID: Int]
  private let obligationIndex: [String: Int]
  private let findingIndex: [FindingID: Int]
  private let siteIndex: [SiteCode: [Int]]

  /// Reads the state off the events.
  ///
  /// - Parameters:
  ///   - inspection: the quarter as published.
  ///   - directory: prefectures, units, categories.
  ///   - events: the quarter's events, in any order, duplicates allowed.
  ///   - settings: the habits of the office, and the province's clock.
  ///   - asOf: the day looked at; events of later days are not considered.
  ///   - knownAt: leave out what was recorded later.
  public init(
    of inspection: Inspection, directory: Directory, events: [Event], settings: Settings,
    asOf: Day, knownAt: Instant? = nil
  ) {
    self.inspection = inspection
    self.directory = directory
    self.asOf = asOf
    self.knownAt = knownAt

    let known = Self.known(events, until: knownAt)
    let liveness = Liveness(known)
    let considered = Event.ordered(known.filter { $0.on <= asOf || $0.isRetract })
    self.events = considered
    live = Set(considered.lazy.map(\.id).filter(liveness.isLive))
    eventIndex = Dictionary(
      considered.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })

    var arrivals: [String: UnitArrivals] = [:]
    for event in considered where live.contains(event.id) {
      guard case .receipt(let receipt) = event.payload, case .unit(let unit) = event.subject
      else { continue }
      arrivals[unit, default: UnitArrivals()].add(event, receipt)
    }
    let deadline = inspection.notice.deadline
    obligations = Self.unitsInOrder(inspection, directory).map { unit, findings in
      let arrived = arrivals[unit.id] ?? UnitArrivals()
      let states = findings.map {
        arrived.state(of: $0, unit: unit.id, deadline: deadline, offset: settings.offset)
      }
      let submission = Submission(of: states.map(\.submission))
      return Obligation(
        unit: unit, findings: states, deadline: deadline, round: 1, submission: submission,
        next: NextAction.of(
          submission, isToReturn: states.contains { $0.submission == .toReturn },
          deadline: deadline, policy: settings.policy, today: asOf),
        receipts: arrived.receipts)
    }
    obligationIndex = Dictionary(
      obligations.enumerated().map { ($1.unit.id, $0) }, uniquingKeysWith: { first, _ in first })
    findings = obligations.flatMap(\.findings).sorted { $0.finding.id < $1.finding.id }
    findingIndex = Dictionary(
      findings.enumerated().map { ($1.finding.id, $0) }, uniquingKeysWith: { first, _ in first })
    siteIndex = Dictionary(
      grouping: findings.indices, by: { [findings] in findings[$0].finding.code })
  }

  /// The quarter.
  public var quarter: Quarter { inspection.quarter }

  /// The obligation of a unit, if it owes anything for this notice.
  public func obligation(of unit: String) -> Obligation? {
    obligationIndex[unit].map { obligations[$0] }
  }

  /// How a finding stands.
  public func finding(_ id: FindingID) -> FindingState? { findingIndex[id].map { findings[$0] } }

  /// The findings of a site, in the order of annex 2.
  func findings(of site: SiteCode) -> [FindingState] {
    (siteIndex[site] ?? []).map { findings[$0] }
  }

  /// The event of an identity, if it is considered.
  public func event(_ id: EventID) -> Event? { eventIndex[id].map { events[$0] } }

  /// Whether an event counts: considered, and not retracted.
  public func isLive(_ event: EventID) -> Bool { live.contains(event) }

  /// The events that count, retractions aside.
  public var liveEvents: [Event] { events.filter { isLive($0.id) && !$0.isRetract } }

  // MARK: - Parts of the reading

  private static func known(_ events: [Event], until knownAt: Instant?) -> [Event] {
    var seen: Set<EventID> = []
    return events.filter { event in
      seen.insert(event.id).inserted && knownAt.map { event.at <= $0 } ?? true
    }
  }

  private static func unitsInOrder(
    _ inspection: Inspection, _ directory: Directory
  ) -> [(Unit, [Finding])] {
    var order: [Unit] = []
    var findings: [String: [Finding]] = [:]
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

extension Event {
  /// Whether it takes other events back.
  public var isRetract: Bool {
    guard case .retract = payload else { return false }
    return true
  }

  /// The receipt it is, if it is one.
  public var receipt: Receipt? {
    guard case .receipt(let receipt) = payload else { return nil }
    return receipt
  }
}
