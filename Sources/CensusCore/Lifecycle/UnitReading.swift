/// Reads what one unit owes off the events about it.
struct UnitReading {
  /// What holds for all units of a projection.
  struct Context {
    let notice: Notice
    let settings: Settings
    let calendar: WorkingCalendar
    let asOf: Day
    let standing: Standing
    let settling: Settling
    let strikes: Strikes

    var aliases: Aliases { standing.aliases }
  }

  private let unit: Unit
  private let findings: [Finding]
  private let context: Context

  private var place = 0
  private var orders: [Int: [(place: Int, event: Event)]] = [:]
  private var roundEvents: [(place: Int, event: Event, findings: [FindingID]?)] = []
  private var chases: [(event: Event, chase: Chase)] = []
  private var steps: [AccountabilityReading.Step] = []
  private var rechecks: [FindingID: [(place: Int, event: Event)]] = [:]
  private var darkness: [SiteCode: (place: Int, event: Event)] = [:]
  /// The day on which a site was first seen otherwise after it was last seen dark.
  private var lightOn: [SiteCode: Day] = [:]
  private var retirements: [SiteCode: [Retirement]] = [:]
  private var details: [FindingID: [Event]] = [:]
  /// What the unit said last that it does.
  private var remedies: [FindingID: Remedy] = [:]
  private var void: Set<FindingID> = []
  private var contacts: [Event] = []
  private var assignments: [Event] = []

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
    case .receipt, .return, .waive, .extend:
      roundEvents.append((place, event, findings(coveredBy: event)))
    case .chase(let chase): chases.append((event, chase))
    case .accountability(let step):
      steps.append(
        AccountabilityReading.Step(
          place: place, limit: limit(of: event, step), event: event, step: step,
          struck: step.findings == nil ? context.strikes.struck(knownTo: event) : []))
    case .contact: contacts.append(event)
    case .assign: assignments.append(event)
    case .recheck: for id in named { rechecks[id, default: []].append((place, event)) }
    case .availability(let change):
      guard let code = event.subject.siteCode else { return }
      add(change, of: context.aliases.identity(of: code), by: event)
    case .detail: for id in named { details[id, default: []].append(event) }
    case .remedy(let remedy): for id in named { remedies[id] = remedy }
    case .void: void.formUnion(named)
    case .reinstate: void.subtract(named)
    default: return
    }
  }

  /// Where the re-checks end that a step of accountability knows of: those that somebody else recorded
  /// of the same day, of what the step is about, come neither before nor after it.
  private func limit(of step: Event, _ said: Accountability) -> Int {
    let own = rechecks.filter { said.concerns($0.key) }
    let unknown = own.values.joined().filter { _, recheck in
      recheck.on == step.on && recheck.actor != step.actor
        && context.settling.areConcurrent(recheck, step)
    }
    return unknown.map(\.place).min() ?? place
  }

  /// For how long a site was retired.
  private struct Retirement {
    let from: Day
    var until: Day?
  }

  private mutating func add(_ change: Availability, of site: SiteCode, by event: Event) {
    let from = change.from ?? event.on
    // What begins later says nothing of the day looked at.
    guard from <= context.asOf else { return }
    if change.status != .retired, var last = retirements[site]?.last, last.until == nil {
      last.until = from
      retirements[site]?.removeLast()
      retirements[site]?.append(last)
    }
    if context.standing.isDark(event.id) {
      darkness[site] = (place, event)
      lightOn[site] = nil
    } else if let issued = context.notice.issued, let dark = darkness[site], dark.event.on < issued,
      from < issued
    {
      // It was back before the notice: nothing that the notice names failed by that.
      darkness[site] = nil
    } else if lightOn[site] == nil {
      lightOn[site] = from
    }
    if change.status == .retired, !context.standing.isOutweighed(event.id) {
      retirements[site, default: []].append(Retirement(from: from))
    }
  }

  /// The day on which a finding was closed, its site being retired; whatever the site does later does
  /// not open it again.
  private func retiredOn(_ site: SiteCode, _ report: Report) -> Day? {
    guard let settledOn = report.settledOn else { return nil }
    let days = retirements[site]?.compactMap { spell -> Day? in
      let day = max(spell.from, settledOn)
      return spell.until.map { day < $0 } ?? true ? day : nil
    }
    return days?.min()
  }

  /// What the unit owes.
  func obligation() -> Obligation {
    let rounds = readRounds()
    var reports: [FindingID: [Report]] = [:]
    for round in rounds {
      for report in round.reports { reports[report.finding, default: []].append(report) }
    }
    let promises = Promises(chases, context.settling)
    // One call that two people recorded was one call.
    let calls = promises.chases.filter { !context.settling.repeats.contains($0.event.id) }
    let reminders = Reminders(calls, context.aliases)
    let (contact, assignment) = (contact, assignment)
    let followUps = findings.map { followUp($0, reports[$0.id]?.last) }
    let accountability = accountability(followUps, reports.compactMapValues(\.last))
    let states = zip(findings, followUps).compactMap { finding, followUp in
      reports[finding.id].flatMap {
        state(finding, $0, followUp, accountability.states[finding.id] ?? .none, reminders)
      }
    }
    let followed = rounds.map { round in
      Round(
        number: round.number, orderedOn: round.orderedOn, reference: round.reference,
        reports: round.reports.filter { !void.contains($0.finding) }, receipts: round.receipts)
    }
    return Obligation(
      unit: unit, findings: states, rounds: followed, chases: reminders.all,
      contact: contact?.event.contact, assignee: assignment?.event.assign?.to,
      successor: context.aliases.successor(of: unit),
      accountability: .ofUnit(states.map(\.accountability) + [accountability.ofUnit]),
      conflicts: distinct(
        states.flatMap(\.conflicts) + context.standing.conflicts(about: .unit(unit.id))
          + promises.conflicts + [contact?.conflict, assignment?.conflict].compactMap(\.self)),
      asOf: context.asOf, policy: context.settings.policy, calendar: context.calendar,
      chasesByRound: chases(byRound: rounds.map(\.number), calls))
  }

  // MARK: - Rounds

  private func readRounds() -> [Round] {
    let numbers = [1] + orders.keys.sorted()
    let covered = numbers.map { self.covered(by: (orders[$0] ?? []).map(\.event)) }
    let opened = RoundsByDay(covered, context.settling)
    var readings = numbers.map { RoundReading($0) }
    for (place, event, named) in roundEvents {
      let own = round(of: event, among: numbers)
      guard numbers.count > 1 else {
        readings[own].add(event, on: named, at: place)
        continue
      }
      let parts = opened.parts(of: event, in: own, about: named ?? findings.map(\.id))
      if parts.count == 1, let all = parts[own] {
        readings[own].add(event, on: named == nil ? nil : all, at: place)
      } else {
        for (round, some) in parts { readings[round].add(event, on: some, at: place) }
      }
    }
    return UnitReading.settled(
      zip(readings, covered).map { reading, covered in
        let ordered = (orders[reading.number] ?? []).map(\.event)
        let reports = reading.reports(
          on: covered, asked: context.notice.askedParts, offset: context.settings.offset,
          settling: context.settling)
        return Round(
          number: reading.number, orderedOn: ordered.first?.on,
          reference: ordered.lazy.compactMap { $0.order?.reference }.last, reports: reports,
          receipts: reading.standingReceipts(context.settling))
      })
  }

  /// The rounds, where a report that was settled in an ordered round is owed in none before it: whoever
  /// reported on what was ordered anew has nothing more to report on it.
  private static func settled(_ rounds: [Round]) -> [Round] {
    guard rounds.count > 1 else { return rounds }
    var later: [FindingID: Report] = [:]
    let settled = rounds.reversed().map { round in
      let reports = round.reports.map { report in
        report.submission.isSettled
          ? report : later[report.finding].map(report.settled(with:)) ?? report
      }
      for report in reports where report.submission.isSettled { later[report.finding] = report }
      return Round(
        number: round.number, orderedOn: round.orderedOn, reference: round.reference,
        reports: reports, receipts: round.receipts)
    }
    return settled.reversed()
  }

  /// The index of the round that an event belongs to: the last that is open up to its number.
  private func round(of event: Event, among numbers: [Int]) -> Int {
    (numbers.firstIndex { $0 > event.round } ?? numbers.count) - 1
  }

  /// The findings that an event of the report is about; nil where it is about all.
  ///
  /// One about the unit as a whole is of those that its writer did not know to be struck off: nothing was
  /// said of the others.
  private func findings(coveredBy event: Event) -> [FindingID]? {
    if let named = event.receipt?.covers ?? event.subject.findings { return named }
    let struck = context.strikes.struck(knownTo: event)
    let ids = findings.map(\.id)
    return struck.isDisjoint(with: ids) ? nil : ids.filter { !struck.contains($0) }
  }

  /// The findings of a round with their due days; the notice opens the first for all.
  private func covered(by orders: [Event]) -> [RoundReading.Covered] {
    guard !orders.isEmpty else {
      return findings.map {
        RoundReading.Covered(
          id: $0.id, deadline: context.notice.deadline, orderedOn: nil, orders: [], conflict: nil)
      }
    }
    return findings.compactMap { finding in
      let own = orders.filter { $0.order?.covers(finding.id) ?? false }
      guard let counts = counting(of: own, finding.id), let order = counts.event.order else {
        return nil
      }
      let standing = context.settling.standing(own)
      return RoundReading.Covered(
        id: finding.id, deadline: Deadline(order.until), orderedOn: standing.map(\.on).min(),
        orders: standing, conflict: counts.conflict)
    }
  }

  /// The order of a round that counts for a finding: of contradicting ones that of the earliest day.
  private func counting(of orders: [Event], _ finding: FindingID) -> Settling.Settled? {
    context.settling.settled(
      .orders, orders.filter { $0.order?.covers(finding) ?? false },
      isContrary: { left, right in
        guard let left = left.order, let right = right.order else { return false }
        let references = [left.reference, right.reference].compactMap(\.self)
        return left.until != right.until || Set(references).count > 1
      }, badness: { -($0.order?.until.ordinal ?? 0) })
  }

  /// What has to be mended in a finding: of contradicting lists the longest.
  private func detail(of finding: FindingID) -> Settling.Settled? {
    context.settling.settled(
      .details, details[finding] ?? [], value: { $0.detail?.lines },
      badness: { $0.detail?.lines.count ?? 0 })
  }

  // MARK: - Findings

  private func state(
    _ finding: Finding, _ reports: [Report], _ followUp: FollowUp,
    _ accountability: Accountability.State, _ reminders: Reminders
  ) -> FindingState? {
    guard let report = reports.last else { return nil }
    let site = followUp.site
    let recheck = followUp.state(report)
    let failure = followUp.failure(report)
    let placed = orders[report.round] ?? []
    let order = counting(of: placed.map(\.event), finding.id)?.event.id
    let ordered = placed.first { $0.event.id == order }
    let detail = detail(of: finding.id)
    let dark = failure?.isDark == true ? context.standing.darkConflicts[site] : nil
    return FindingState(
      finding: finding, unit: unit.id, site: site, report: report,
      earlier: reports.dropLast(),
      isVoid: void.contains(finding.id), rechecks: followUp.entries, recheck: recheck,
      darkOn: failure?.isDark == true ? failure?.on : nil,
      isReordered: ordered.map { ordered in
        failure.map { failure in
          failure.place < ordered.place || report.settledOn.map { $0 > failure.on } ?? false
        } ?? false
      } ?? false,
      accountability: accountability,
      siteStatus: context.standing.statuses[site],
      retiredOn: retiredOn(site, report),
      detail: detail?.event.detail?.lines ?? [], remedy: remedies[finding.id],
      chases: reminders.summary(of: site),
      conflicts: distinct(
        reports.flatMap(\.conflicts) + followUp.conflicts
          + [detail?.conflict, dark].compactMap(\.self)
          + context.standing.conflicts(about: .site(site))
          + context.standing.conflicts(about: .findings([finding.id]))))
  }

  private func followUp(_ finding: Finding, _ report: Report?) -> FollowUp {
    let site = context.aliases.identity(of: finding)
    return FollowUp(
      rechecks[finding.id] ?? [], site: site, darkness: darkness[site],
      lightOn: lightOn[site],
      retiredOn: report.flatMap { retiredOn(site, $0) },
      context.settling)
  }

  private func accountability(
    _ followUps: [FollowUp], _ reports: [FindingID: Report]
  ) -> AccountabilityReading {
    let followed = zip(findings, followUps).compactMap { finding, followUp in
      void.contains(finding.id)
        ? nil
        : reports[finding.id].map {
          AccountabilityReading.Subject(id: finding.id, followUp: followUp, report: $0)
        }
    }
    return AccountabilityReading(steps, on: followed)
  }

  /// Whom to call: of what contradicts each other from one day on the first.
  private var contact: Settling.Settled? {
    context.settling.settled(
      .contacts, contacts.filter { $0.on == contacts.last?.on }, value: \.contact,
      badness: { _ in 0 })
  }

  /// Who handles it: of what contradicts each other from one day on the first.
  private var assignment: Settling.Settled? {
    context.settling.settled(
      .assignees, assignments.filter { $0.on == assignments.last?.on }, value: \.assign,
      badness: { _ in 0 })
  }

  /// Of each round the reminders since it was opened.
  private func chases(
    byRound rounds: [Int], _ chases: [(event: Event, chase: Chase)]
  ) -> [ChaseSummary] {
    var summaries = rounds.map { _ in ChaseSummary() }
    for (event, chase) in chases {
      for place in summaries.indices.prefix(round(of: event, among: rounds) + 1) {
        summaries[place].add(chase, by: event)
      }
    }
    return summaries
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
      all.add(chase, by: event)
      if let code = event.subject.siteCode {
        ofSites[aliases.identity(of: code)]?.add(chase, by: event)
      } else {
        ofUnit.add(chase, by: event)
        for site in sites { ofSites[site]?.add(chase, by: event) }
      }
    }
    self.all = all
    self.ofUnit = ofUnit
    self.ofSites = ofSites
  }

  /// The reminders of the unit and of one of its sites.
  func summary(of site: SiteCode) -> ChaseSummary { ofSites[site] ?? ofUnit }
}
