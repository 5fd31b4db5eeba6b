/// Which site became part of which, read in the order of events.
///
/// Two people who do not know of each other can make a circle of sites. What closes it does not
/// count, on any machine, and is a conflict until somebody decides which record is right.
struct Successions {
  /// One record of what became of a site.
  struct Step {
    let place: Int
    let event: Event
    let code: SiteCode
    let successor: SiteCode?

    init(_ place: Int, _ event: Event, of code: SiteCode, by successor: SiteCode?) {
      self.place = place
      self.event = event
      self.code = code
      self.successor = successor
    }
  }

  /// The circles, with a site of each.
  private(set) var circles: [(code: SiteCode, conflict: Conflict)] = []

  private var steps: [SiteCode: Step] = [:]

  /// Puts the steps that count into the aliases.
  init(_ steps: [Step], _ aliases: inout Aliases, _ settling: Settling) {
    let ids = steps.filter { $0.successor != nil }.map(\.event.id)
    for step in steps.sorted(by: { $0.place < $1.place })
    where !settling.isOverruled(step.event.id, among: ids) {
      let code = aliases.identity(of: step.code)
      guard let successor = step.successor else {
        self.steps[code] = nil
        aliases.merge(code, into: nil)
        continue
      }
      let path = path(from: aliases.identity(of: successor), to: code, aliases)
      guard let path, let first = path.first else {
        self.steps[code] = step
        aliases.merge(code, into: successor)
        continue
      }
      let events = (path + [step]).map(\.event)
      let kind = step.event.availability == nil ? Conflict.Kind.corrections : .availability
      let sites = [code] + path.map { aliases.identity(of: $0.code) } + [code]
      let conflict = Conflict(
        kind, events, counting: first.event.id, circle: sites.map(\.text))
      circles += (path.map(\.code) + [step.code]).map { (aliases.identity(of: $0), conflict) }
    }
  }

  /// The steps that lead from one site to another; nil if none do.
  private func path(from start: SiteCode, to end: SiteCode, _ aliases: Aliases) -> [Step]? {
    var path: [Step] = []
    var site = start
    while site != end {
      guard let step = steps[site], let successor = step.successor, path.count < steps.count else {
        return nil
      }
      path.append(step)
      site = aliases.identity(of: successor)
    }
    return path
  }
}

/// Which unit took over from which, read in the order of events; what closes a circle does not
/// count, as with sites.
struct UnitSuccessions {
  /// One correction of who took over.
  struct Step {
    let place: Int
    let event: Event
    let unit: UnitID
    let successor: UnitID
  }

  /// The circles, with a unit of each.
  private(set) var circles: [(unit: UnitID, conflict: Conflict)] = []

  /// Puts the steps that count into the aliases.
  init(_ steps: [Step], _ aliases: inout Aliases, _ settling: Settling) {
    let ids = steps.map(\.event.id)
    var counting: [UnitID: Event] = [:]
    for step in steps.sorted(by: { $0.place < $1.place })
    where !settling.isOverruled(step.event.id, among: ids) {
      guard let path = aliases.path(fromUnit: step.successor, to: step.unit) else {
        aliases.succeed(step.unit, by: step.successor)
        counting[step.unit] = step.event
        continue
      }
      let events = path.compactMap { counting[$0] } + [step.event]
      let conflict = Conflict(
        .corrections, events, counting: events[0].id, circle: ([step.unit] + path).map(\.text))
      circles += path.map { ($0, conflict) }
    }
  }
}

/// A correction that gives a site the code with which another is printed.
struct TakenCode: Equatable, Sendable {
  /// The correction, which does not count.
  let event: EventID
  /// The code.
  let code: SiteCode
  /// A finding of the site that has it.
  let finding: FindingID
}

/// Corrections that give several sites one code: each by itself is well, together they are not.
///
/// The first in order counts until somebody decides.
struct SharedCodes {
  private struct Left: Hashable {
    let event: EventID
    let thing: Event.Subject
  }

  /// What contradicts itself about which thing.
  private(set) var conflicts: [(thing: Event.Subject, conflict: Conflict)] = []

  /// Those that give a site the code with which another is printed: they do not count.
  private(set) var taken: [TakenCode] = []

  private var left: Set<Left> = []
  private let findings: [Finding]

  init(
    _ corrections: [(thing: Event.Subject, event: Event)], _ findings: [Finding],
    _ settling: Settling
  ) {
    self.findings = findings
    var groups: [String: [(thing: Event.Subject, event: Event)]] = [:]
    for one in corrections { groups[one.event.correct?.new ?? "", default: []].append(one) }
    leaveOutTaken(corrections)
    for (_, group) in groups.sorted(by: { $0.key < $1.key }) where group.count > 1 {
      read(group, settling)
    }
  }

  /// Whether a correction does not count, since another gives that code to another site.
  func isLeftOut(_ event: EventID, of thing: Event.Subject) -> Bool {
    left.contains(Left(event: event, thing: thing))
  }

  /// Who corrected a code may not have known of a notice in which another site is printed with it.
  private mutating func leaveOutTaken(
    _ corrections: [(thing: Event.Subject, event: Event)]
  ) {
    let moved = Set(corrections.map(\.thing))
    // A code that a site had leads on to the one it has, so that it is nobody else's for ever.
    let staying = findings.filter { !moved.contains(.findings([$0.id])) }
    let byCode = Dictionary(grouping: staying, by: \.code)
    for one in corrections {
      let code = SiteCode(one.event.correct?.new ?? "")
      let others = byCode[code] ?? []
      guard let other = others.first(where: { !isSame(one.thing, .findings([$0.id])) }) else {
        continue
      }
      left.insert(Left(event: one.event.id, thing: one.thing))
      taken.append(TakenCode(event: one.event.id, code: code, finding: other.id))
    }
  }

  private mutating func read(
    _ group: [(thing: Event.Subject, event: Event)], _ settling: Settling
  ) {
    let ids = group.map(\.event.id)
    let standing = group.filter { one in
      !settling.isOverruled(one.event.id, among: ids)
        && !taken.contains { $0.event == one.event.id }
    }
    for one in group where !standing.contains(where: { $0.event.id == one.event.id }) {
      left.insert(Left(event: one.event.id, thing: one.thing))
    }
    guard let first = standing.first else { return }
    let others = standing.filter { !isSame($0.thing, first.thing) }
    guard !others.isEmpty else { return }
    for one in others { left.insert(Left(event: one.event.id, thing: one.thing)) }
    let events =
      [first.event]
      + distinct(others.map(\.event.id)).compactMap { id in
        others.first { $0.event.id == id }?.event
      }
    let conflict = Conflict(.corrections, events, counting: first.event.id)
    for one in [first] + others { conflicts.append((one.thing, conflict)) }
  }

  /// Whether two things are of one site: by its printed code or its name, as `check(code:)` has it;
  /// of what this quarter does not print nothing is known.
  private func isSame(_ left: Event.Subject, _ right: Event.Subject) -> Bool {
    let (left, right) = (printed(left), printed(right))
    guard !left.isEmpty, !right.isEmpty else { return true }
    return left.contains { one in
      right.contains { $0.code == one.code || searchKey($0.siteName) == searchKey(one.siteName) }
    }
  }

  private func printed(_ thing: Event.Subject) -> [Finding] {
    switch thing {
    case .site(let code): findings.filter { $0.code == code }
    case .findings(let ids): findings.filter { ids.contains($0.id) }
    case .unit, .check, .event, .notice: []
    }
  }
}
