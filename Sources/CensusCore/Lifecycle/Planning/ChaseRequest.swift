/// A person's wish to record a reminder.
public struct ChaseRequest: Equatable, Sendable {
  /// The day of it.
  public var on: Day
  /// How.
  public var channel: Chase.Channel?
  /// Who answered.
  public var to: String?
  /// What they said.
  public var answer: String?
  /// The day they promised to report by.
  public var promised: Day?
  /// A remark.
  public var note: String?

  /// A request for a day.
  public init(on: Day, channel: Chase.Channel? = nil) {
    self.on = on
    self.channel = channel
  }
}

/// A person's wish to record whom to call; what is left out stays as it was.
public struct ContactRequest: Equatable, Sendable {
  /// The day from which it holds.
  public var on: Day
  /// The liaison's name.
  public var name: String?
  /// The post.
  public var post: String?
  /// The telephone number.
  public var phone: String?
  /// A remark.
  public var note: String?

  /// A request for a day.
  public init(on: Day, name: String? = nil, post: String? = nil, phone: String? = nil) {
    self.on = on
    self.name = name
    self.post = post
    self.phone = phone
  }
}

extension Projection {
  /// Works out the events for reminders: a site is reminded itself, all else through its unit.
  ///
  /// The same as the last reminder of that day is skipped; a unit with nothing open is refused, or left out
  /// where it is a member of a group.
  ///
  /// - Parameters:
  ///   - request: how, and what came of it.
  ///   - references: who was reminded.
  ///   - today: the real day, which no reminder may follow.
  /// - Returns: the events to record, and what is skipped.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ request: ChaseRequest, for references: [Reference], today: Day
  ) throws(Refusal) -> Plan {
    try check(day: request.on, note: request.note, today: today)
    if let promised = request.promised, promised < request.on {
      throw .untilBefore(promised, on: request.on)
    }
    let payload = Event.Payload.chase(
      Chase(
        channel: request.channel, to: request.to?.something, answer: request.answer?.something,
        promised: request.promised, note: request.note?.something))
    var builder = builder(for: references)
    var known: Set<Event.Subject> = []
    // What was named by itself is no mere member of a group.
    for reference in references.filter({ !$0.isGroup }) + references.filter(\.isGroup) {
      for (unit, findings) in try targets(of: reference, only: true) {
        let subject: Event.Subject
        switch reference {
        case .site(let code): subject = .site(self.subject(ofSite: code))
        case .finding(let id):
          subject = finding(id).map { .site(self.subject(ofSite: $0.site)) } ?? .unit(unit)
        default: subject = .unit(unit)
        }
        guard known.insert(subject).inserted else { continue }
        let states = findings.compactMap { finding($0) }
        let name = subject.siteCode.map(Reference.site) ?? .unit(unit)
        guard states.contains(where: { $0.owesAnything(on: request.on) }) else {
          guard reference.isGroup else { throw .nothingOwed(name) }
          builder.leaveOut(name, .nothingToDo(.nothingOwed(name)))
          continue
        }
        let round = states.map(\.round).max() ?? 1
        let draft = EventDraft(
          on: request.on, quarter: quarter, round: round, subject: subject, payload: payload)
        if let last = lastChase(of: subject, on: request.on), draft.says(last) {
          builder.skip(name)
        } else {
          builder.add([draft], unit: unit, findings: findings)
        }
      }
    }
    return try builder.plan(in: self)
  }

  /// The last reminder of a day: what was promised before it may be promised anew.
  private func lastChase(of subject: Event.Subject, on day: Day) -> Event? {
    liveEvents.last { event in
      guard case .chase = event.payload else { return false }
      return event.subject == subject && event.on == day && event.quarter == quarter
    }
  }

  /// Works out the events for whom to call at some units; what is known already is skipped.
  ///
  /// - Parameters:
  ///   - request: whom.
  ///   - references: at which units; a site or finding stands for its unit.
  ///   - today: the real day, which the day may not follow.
  /// - Returns: the events to record, and what is skipped.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ request: ContactRequest, for references: [Reference], today: Day
  ) throws(Refusal) -> Plan {
    try check(day: request.on, today: today)
    let given = Contact(
      name: request.name?.something, post: request.post?.something,
      phone: request.phone?.something)
    guard !given.isEmpty else { throw .emptyContact }
    var builder = PlanBuilder()
    for unit in distinct(try references.flatMapped(units)) {
      let before = contact(of: unit)
      let contact = Contact(
        name: given.name ?? before?.name, post: given.post ?? before?.post,
        phone: given.phone ?? before?.phone)
      guard contact != before else {
        let known = liveEvents.last { event in
          guard case .contact = event.payload else { return false }
          return event.subject == .unit(unit)
        }
        try checkDay(request.on, known, of: .unit(unit))
        builder.skip(.unit(unit))
        continue
      }
      let draft = EventDraft(
        on: request.on, quarter: nil, subject: .unit(unit), payload: .contact(contact))
      try checkLatest([draft], named: .unit(unit))
      builder.add([draft], unit: unit, findings: [])
    }
    return try builder.plan(note: request.note, repeated: request.note, on: request.on, in: self)
  }

  /// The units that a reference stands for, whether they owe anything or not; of a prefecture those
  /// that do, if there are any.
  func units(of reference: Reference) throws(Refusal) -> [UnitID] {
    switch reference {
    case .unit(let id): return [id]
    case .prefecture(let id):
      let owing = obligations.map(\.unit).filter { $0.prefecture == id }
      let units = owing.isEmpty ? directory.units.filter { $0.prefecture == id } : owing
      guard !units.isEmpty else { throw .owesNothing(reference, quarter) }
      return units.map(\.id)
    case .site, .finding: return try findings(of: [reference]).map(\.unit)
    case .event: throw .notASubject(reference)
    case .batch: throw .notASubject(reference)
    case .check(let id): throw .isACheck(id)
    case .notice(let quarter): throw .isANotice(quarter)
    }
  }
}

extension FindingState {
  /// Whether its unit is to be reminded of anything.
  ///
  /// That is a report, a rectification that is not in place, or a site that was to be back. What waits for our re-check is no move of theirs.
  package func owesAnything(on day: Day) -> Bool {
    guard !isVoid else { return false }
    let isLateBack = siteStatus?.status == .offline && siteStatus?.until.map { day > $0 } ?? false
    let isOwed = report(on: day).settledOn.map { day < $0 } ?? true
    return isOwed || isLateBack || recheck == .failed && !isReordered
  }
}

extension [Reference] {
  func flatMapped(
    _ transform: (Reference) throws(Refusal) -> [UnitID]
  ) throws(Refusal) -> [UnitID] {
    var all: [UnitID] = []
    for reference in self { all += try transform(reference) }
    return all
  }
}
