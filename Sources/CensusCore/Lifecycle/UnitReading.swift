/// Reads what one unit owes off the events about it.
struct UnitReading {
  /// What holds for all units of a projection.
  struct Context {
    let notice: Notice
    let settings: Settings
    let asOf: Day
    let aliases: Aliases
    let ancestry: Ancestry
    let statuses: [SiteCode: SiteStatus]
  }

  private let unit: Unit
  private let findings: [Finding]
  private let context: Context

  private var place = 0
  private var orders: [Int: [(place: Int, event: Event)]] = [:]
  private var roundEvents: [(place: Int, event: Event)] = []
  private var chases: [(event: Event, chase: Chase)] = []
  private var steps: [(place: Int, event: Event, step: Accountability)] = []
  private var rechecks: [FindingID: [(place: Int, entry: RecheckEntry)]] = [:]
  private var details: [FindingID: [Detail.Line]] = [:]
  private var void: Set<FindingID> = []
  private var contact: Contact?

  init(_ unit: Unit, _ findings: [Finding], _ context: Context) {
    self.unit = unit
    self.findings = findings
    self.context = context
  }

  /// Takes in the next event about the unit, its sites or its findings, in the order of events.
  mutating func add(_ event: Event) {
    let named = event.subject.findings ?? []
    place += 1
    switch event.payload {
    case .order: orders[max(2, event.round), default: []].append((place, event))
    case .receipt, .return, .waive, .extend: roundEvents.append((place, event))
    case .chase(let chase): chases.append((event, chase))
    case .accountability(let step): steps.append((place, event, step))
    case .contact(let contact): self.contact = contact
    case .recheck(let recheck):
      let entry = RecheckEntry(event: event.id, on: event.on, recheck: recheck)
      for id in named { rechecks[id, default: []].append((place, entry)) }
    case .detail(let detail): for id in named { details[id] = detail.lines }
    case .void: void.formUnion(named)
    case .reinstate: void.subtract(named)
    default: return
    }
  }

  /// What the unit owes.
  func obligation() -> Obligation {
    let rounds = readRounds()
    var reports: [FindingID: Report] = [:]
    for round in rounds { for report in round.reports { reports[report.finding] = report } }
    let reminders = Reminders(chases, context.aliases)
    let states = findings.compactMap { finding in
      reports[finding.id].map { state(finding, $0, reminders) }
    }
    let followed = rounds.map { round in
      Round(
        number: round.number, orderedOn: round.orderedOn, reference: round.reference,
        reports: round.reports.filter { !void.contains($0.finding) }, receipts: round.receipts)
    }
    return Obligation(
      unit: unit, findings: states, rounds: followed, chases: reminders.all,
      contact: contact, successor: context.aliases.successor(of: unit),
      asOf: context.asOf, policy: context.settings.policy,
      chasesOfRound: chasesOfLast(of: rounds.map(\.number)))
  }

  // MARK: - Rounds

  private func readRounds() -> [Round] {
    let numbers = [1] + orders.keys.sorted()
    var readings = numbers.map { RoundReading($0) }
    for (place, event) in roundEvents {
      readings[round(of: event, among: numbers)].add(event, at: place)
    }
    return readings.map { reading in
      let ordered = (orders[reading.number] ?? []).map(\.event)
      let reports = reading.reports(
        on: covered(by: ordered), offset: context.settings.offset, ancestry: context.ancestry)
      return Round(
        number: reading.number, orderedOn: ordered.first?.on,
        reference: ordered.lazy.compactMap { $0.order?.reference }.last, reports: reports,
        receipts: reading.receipts)
    }
  }

  /// The index of the round that an event belongs to: the last that is open up to its number.
  private func round(of event: Event, among numbers: [Int]) -> Int {
    (numbers.firstIndex { $0 > event.round } ?? numbers.count) - 1
  }

  /// The findings of a round with their due days; the notice opens the first for all.
  private func covered(by orders: [Event]) -> [(id: FindingID, deadline: Deadline?)] {
    guard !orders.isEmpty else { return findings.map { ($0.id, context.notice.deadline) } }
    return findings.compactMap { finding in
      let last = orders.last { $0.order?.covers?.contains(finding.id) ?? true }
      return last?.order.map { (finding.id, Deadline($0.until)) }
    }
  }

  // MARK: - Findings

  private func state(
    _ finding: Finding, _ report: Report, _ reminders: Reminders
  ) -> FindingState {
    let site = context.aliases.identity(of: finding)
    let status = context.statuses[site]
    // Within a round the later event counts.
    let placed = (rechecks[finding.id] ?? []).sorted {
      ($0.entry.round, $0.place) < ($1.entry.round, $1.place)
    }
    let recheck = recheckState(placed.last?.entry, status)
    let failure = recheck == .failed ? Failure(placed.last, status) : nil
    let ordered = orders[report.round]?.last
    return FindingState(
      finding: finding, unit: unit.id, site: site, report: report,
      isVoid: void.contains(finding.id), rechecks: placed.map(\.entry), recheck: recheck,
      isReordered: ordered.map { failure?.isBefore($0.event, at: $0.place) ?? false } ?? false,
      accountability: accountability(for: finding.id, failure),
      siteStatus: status, detail: details[finding.id] ?? [], chases: reminders.summary(of: site))
  }

  /// A site that went dark without filing has failed, unless it passed: that stands until another
  /// re-check.
  private func recheckState(_ last: RecheckEntry?, _ status: SiteStatus?) -> Recheck.State {
    let state = last.map { Recheck.State($0.recheck.verdict) } ?? .notYet
    return status?.status == .dark && state != .passed ? .failed : state
  }

  private func accountability(for finding: FindingID, _ failure: Failure?) -> Accountability.State {
    guard !void.contains(finding) else { return .none }
    guard let last = steps.last(where: { $0.step.concerns(finding) }) else {
      return failure == nil ? .none : .toBeConsidered
    }
    switch last.step.stage {
    case .opened: return .opened
    case .measure: return .measured
    case .concluded:
      // A failure after the conclusion is a new matter.
      guard let failure, !failure.isBefore(last.event, at: last.place) else { return .concluded }
      return .toBeConsidered
    }
  }

  private func chasesOfLast(of rounds: [Int]) -> ChaseSummary {
    var summary = ChaseSummary()
    for (event, chase) in chases where round(of: event, among: rounds) == rounds.count - 1 {
      summary.add(chase, on: event.on)
    }
    return summary
  }
}

/// The reminders of a unit: all of them, and those that concern a site.
private struct Reminders {
  let all: ChaseSummary
  private let ofUnit: ChaseSummary
  private let ofSites: [SiteCode: ChaseSummary]

  init(_ chases: [(event: Event, chase: Chase)], _ aliases: Aliases) {
    let sites = Set(
      chases.compactMap { $0.event.subject.siteCode }.map { aliases.identity(of: $0) })
    var all = ChaseSummary()
    var ofUnit = ChaseSummary()
    var ofSites = Dictionary(
      sites.map { ($0, ChaseSummary()) }, uniquingKeysWith: { first, _ in first })
    for (event, chase) in chases {
      all.add(chase, on: event.on)
      if let code = event.subject.siteCode {
        ofSites[aliases.identity(of: code)]?.add(chase, on: event.on)
      } else {
        ofUnit.add(chase, on: event.on)
        for site in sites { ofSites[site]?.add(chase, on: event.on) }
      }
    }
    self.all = all
    self.ofUnit = ofUnit
    self.ofSites = ofSites
  }

  /// The reminders of the unit and of one of its sites.
  func summary(of site: SiteCode) -> ChaseSummary { ofSites[site] ?? ofUnit }
}

/// The re-check that failed last, or the day the site went dark.
private struct Failure {
  private let place: Int?
  private let on: Day

  init?(_ last: (place: Int, entry: RecheckEntry)?, _ status: SiteStatus?) {
    if let last, last.entry.recheck.verdict == .failed {
      place = last.place
      on = last.entry.on
    } else if let status {
      place = nil
      on = status.since
    } else {
      return nil
    }
  }

  /// Whether it came before an event that stands at a place in the order of events.
  func isBefore(_ event: Event, at place: Int) -> Bool {
    self.place.map { $0 < place } ?? (on <= event.on)
  }
}
