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

  private let liveness: Set<EventID>
  private let obligationIndex: [String: Int]
  private let findingIndex: [FindingID: Int]

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
    self.events = known.filter { $0.on <= asOf || $0.isRetract }.sorted(by: Event.inOrder)
    self.liveness = Set(self.events.map(\.id).filter(liveness.isLive))

    let live = self.events.filter { liveness.isLive($0.id) }
    let units = Self.unitsInOrder(inspection, directory)
    var receipts: [String: [Event]] = [:]
    for event in live {
      guard case .receipt = event.payload, case .unit(let unit) = event.subject else { continue }
      receipts[unit, default: []].append(event)
    }
    let deadline = inspection.notice.deadline
    obligations = units.map { unit, findings in
      let arrived = receipts[unit.id] ?? []
      let states = findings.map {
        FindingState(
          $0, unit: unit.id, receipts: arrived, deadline: deadline, offset: settings.offset)
      }
      let submission = Submission(of: states.map(\.submission))
      return Obligation(
        unit: unit, findings: states, deadline: deadline, round: 1, submission: submission,
        next: NextAction.of(
          submission, isToReturn: states.contains { $0.submission == .toReturn },
          deadline: deadline, policy: settings.policy, today: asOf),
        receipts: arrived)
    }
    obligationIndex = Dictionary(
      obligations.enumerated().map { ($1.unit.id, $0) }, uniquingKeysWith: { first, _ in first })
    findings = obligations.flatMap(\.findings).sorted { $0.finding.id < $1.finding.id }
    findingIndex = Dictionary(
      findings.enumerated().map { ($1.finding.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The quarter.
  public var quarter: Quarter { inspection.quarter }

  /// The obligation of a unit, if it owes anything for this notice.
  public func obligation(of unit: String) -> Obligation? {
    obligationIndex[unit].map { obligations[$0] }
  }

  /// How a finding stands.
  public func finding(_ id: FindingID) -> FindingState? { findingIndex[id].map { findings[$0] } }

  /// Whether an event counts: considered, and not retracted.
  public func isLive(_ event: EventID) -> Bool { liveness.contains(event) }

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

extension FindingState {
  fileprivate init(
    _ finding: Finding, unit: String, receipts: [Event], deadline: Deadline?, offset: UTCOffset
  ) {
    let covering = receipts.filter { $0.receipt?.covers(finding.id) == true }
    let paper = covering.filter { $0.receipt?.part == .paper }
    let electronic = covering.filter { $0.receipt?.part == .electronic }
    let paperState = PartState(paper)
    let electronicState = PartState(electronic)
    let isRecordedLater = [paper, electronic].contains { arrivals in
      guard let first = firstValid(arrivals), let deadline else { return false }
      return !deadline.isOverdue(on: first.on) && deadline.isOverdue(on: first.at.day(at: offset))
    }
    self.init(
      finding: finding, unit: unit, paper: paperState, electronic: electronicState,
      submission: Submission(paper: paperState, electronic: electronicState), deadline: deadline,
      isLeftOut: covering.isEmpty && !receipts.isEmpty, isRecordedLater: isRecordedLater)
  }
}

extension PartState {
  /// The state of a part after some arrivals: the earliest valid one counts, else the last defect.
  fileprivate init(_ arrivals: [Event]) {
    if let valid = firstValid(arrivals) {
      self = .valid(on: valid.on)
    } else if let last = arrivals.max(by: Event.inOrder) {
      self = .toReturn(on: last.on)
    } else {
      self = .missing
    }
  }
}

private func firstValid(_ arrivals: [Event]) -> Event? {
  arrivals.filter { $0.receipt?.isValid == true }.min(by: Event.inOrder)
}
