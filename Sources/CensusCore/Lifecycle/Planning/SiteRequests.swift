/// A person's wish to record whether sites can be reached.
public struct AvailabilityRequest: Equatable, Sendable {
  /// How they stand.
  public var status: Availability.Status
  /// The day it was learnt.
  public var on: Day
  /// Since when; nil means that day.
  public var from: Day?
  /// The day of return, of a site that is offline.
  public var until: Day?
  /// The site it was merged into.
  public var successor: SiteCode?
  /// Whether it was filed.
  public var isFiled = false
  /// The number under which it was filed.
  public var reference: String?
  /// A remark.
  public var note: String?

  /// A request for a day.
  public init(_ status: Availability.Status, on: Day) {
    self.status = status
    self.on = on
  }

  /// The key of the first detail that says nothing of a site that stands so: nobody files that a
  /// site is in operation, and one that is dark was not filed.
  fileprivate var detailApart: String? {
    if until != nil, status != .offline { return "until" }
    if successor != nil, status != .merged { return "successor" }
    guard status == .operating || status == .dark else { return nil }
    return isFiled ? "filed" : reference?.something == nil ? nil : "reference"
  }
}

/// A person's wish to correct what was imported.
public struct CorrectRequest: Equatable, Sendable {
  /// What is corrected.
  public var field: Correct.Field
  /// What it is.
  public var new: String
  /// Why.
  public var reason: String
  /// The day it was learnt.
  public var on: Day
  /// From when it holds; nil means that day.
  public var from: Day?
  /// The names under which other periods list sites, by their codes.
  public var elsewhere: [SiteCode: [String]] = [:]
  /// A remark.
  public var note: String?

  /// A request for a day.
  public init(_ field: Correct.Field, to new: String, reason: String, on: Day) {
    self.field = field
    self.new = new
    self.reason = reason
    self.on = on
  }
}

extension Projection {
  /// Works out the events for how sites stand; what is known already is skipped.
  ///
  /// A retirement counts only as filed: a site that merely asked to close is re-checked like any.
  ///
  /// - Parameters:
  ///   - request: how they stand.
  ///   - references: the sites; a finding stands for its site.
  ///   - today: the real day, which the day may not follow.
  /// - Returns: the events to record, and what is skipped.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ request: AvailabilityRequest, for references: [Reference], today: Day
  ) throws(Refusal) -> Plan {
    try check(day: request.on, note: request.note, today: today)
    let reference = request.reference?.something
    let until = request.until
    if let field = request.detailApart {
      throw .detailApart(Availability.word(of: field), from: Terms.availability(request.status))
    }
    let from = request.from ?? request.on
    if let until, until < from { throw .untilBefore(until, on: from) }
    if request.status == .retired, !request.isFiled || reference == nil { throw .filingNeeded }
    if request.status == .merged, request.successor?.text.something == nil {
      throw .successorNeeded
    }
    let availability = Availability(
      status: request.status, from: request.from, until: until,
      successor: request.successor, isFiled: request.isFiled,
      reference: reference)
    var builder = PlanBuilder()
    for reference in references {
      guard let code = try sites(of: reference) else { throw .notASite(reference) }
      if request.status == .merged, let successor = request.successor {
        try check(successor: successor, of: code)
      }
      let draft = EventDraft(
        on: request.on, quarter: nil, subject: .site(subject(ofSite: code)),
        payload: .availability(availability))
      if isCurrent(draft) {
        builder.skip(.site(code))
      } else {
        try checkChange(by: availability, on: request.on, of: code)
        let states = findings(of: code)
        builder.add([draft], unit: states.first?.unit, findings: states.map(\.finding.id))
      }
    }
    return try builder.plan(note: request.note, repeated: request.note, on: request.on, in: self)
  }

  /// Checks that a record changes how a site stands, and can: the same as before changes nothing,
  /// unless it has been so for longer than was known.
  private func checkChange(
    by availability: Availability, on day: Day, of code: SiteCode
  ) throws(Refusal) {
    let identity = aliases.identity(of: code)
    let last = liveEvents.last { event in
      event.availability != nil && event.subject.siteCode.map(aliases.identity) == identity
    }
    // That a site is in operation, of whom nothing was said yet, may contradict what another saw.
    guard let last, let known = last.availability else { return }
    // Where records contradict each other, another may be the one that counts.
    guard findings(of: code).allSatisfy({ $0.availability == known.status }) else { return }
    let since = known.from ?? last.on
    let same = Availability(
      status: known.status, from: availability.from, until: known.until,
      successor: known.successor, isFiled: known.isFiled, reference: known.reference)
    if same == availability, since <= availability.from ?? day {
      throw .standsSo(code.text, known.status, since: since)
    }
  }

  /// Works out the event for a correction; the same correction again is skipped, and one to what is
  /// printed already is refused.
  ///
  /// - Parameters:
  ///   - request: what it is, and why.
  ///   - reference: a site (its code, name, or the site it became part of), a unit (its name or
  ///     successor) or a finding (the code printed in it).
  ///   - today: the real day, which the day may not follow.
  /// - Returns: the event to record, or what is skipped.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ request: CorrectRequest, for reference: Reference, today: Day
  ) throws(Refusal) -> Plan {
    try check(day: request.on, note: request.note, today: today)
    let reason = try reason(request.reason)
    guard let new = request.new.something else { throw .valueNeeded }
    let (subject, old) = try corrected(request.field, of: reference)
    try check(new, as: request.field, of: reference)
    var builder = PlanBuilder()
    if old == new {
      guard let known = correction(request.field, to: new, subject) else {
        throw .alreadySo(reference, request.field, new)
      }
      try checkDay(request.on, known, of: reference)
      _ = try joined(known.correct?.reason, reason, Correct.word(of: "reason"), of: reference)
      _ = try joined(
        known.correct?.from ?? known.on, request.from, Correct.word(of: "from"), of: reference)
      builder.skip(reference)
    } else {
      let correct = Correct(
        field: request.field, old: old, new: new, from: request.from, reason: reason)
      let draft = EventDraft(
        on: request.on, quarter: nil, subject: subject, payload: .correct(correct))
      try checkLatest([draft], named: reference) { event in
        guard case .correct(let known) = event.payload else { return false }
        return known.field == request.field
      }
      let states = try? findings(of: [reference])
      builder.add(
        [draft], unit: states?.first?.unit, findings: states?.map(\.finding.id) ?? [])
      if request.field == .successor, case .unit = reference, unit(called: new) == nil {
        builder.remark(.successorUnlisted(new))
      }
      if request.field == .code, let state = states?.first {
        // A site that another period lists with this code and by its own name is the same site.
        let own = [state.finding.siteName, aliases.name(of: state.site)].compactMap(\.self)
        let names = request.elsewhere[SiteCode(new)] ?? []
        let isKnown = names.contains { own.map { searchKey($0) }.contains(searchKey($0)) }
        if let name = names.last, !isKnown { builder.remark(.codeElsewhere(new, site: name)) }
      }
    }
    return try builder.plan(note: request.note, repeated: request.note, on: request.on, in: self)
  }

  /// The record by which a thing is so; nil where it is only printed.
  private func correction(
    _ field: Correct.Field, to new: String, _ subject: Event.Subject
  ) -> Event? {
    liveEvents.last { event in
      event.subject == subject && event.correct?.field == field && event.correct?.new == new
    }
  }

  // MARK: - Codes and successors

  private func check(
    _ new: String, as field: Correct.Field, of reference: Reference
  ) throws(Refusal) {
    switch (reference, field) {
    case (.site(let code), .code): try check(code: new, of: code)
    case (.finding(let id), .code):
      guard let state = finding(id) else { throw .owesNothing(reference, quarter) }
      try check(code: new, of: state.finding.code)
    case (.site(let code), .successor): try check(successor: SiteCode(new), of: code)
    case (.unit(let id), .successor): try check(successor: new, ofUnit: id)
    case (.unit(let id), .name): try check(name: new, ofUnit: id)
    default: return
    }
  }

  /// A code is well-formed, and no other site has it; a site printed under two codes has one name.
  private func check(code new: String, of code: SiteCode) throws(Refusal) {
    let new = SiteCode(new)
    // What is printed may be put back as it is.
    guard new.isWellFormed || findings(of: code).contains(where: { $0.finding.code == new }) else {
      throw .malformedCode(new.text)
    }
    let site = site(code)
    let other = findings(called: new).first {
      $0.site != site?.code && searchKey($0.finding.siteName) != site.map { searchKey($0.name) }
    }
    if let other { throw .codeOfAnother(new.text, site: other.finding.siteName) }
  }

  /// A successor is a known site or a well-formed code, another one, and never in a circle.
  private func check(successor: SiteCode, of code: SiteCode) throws(Refusal) {
    guard successor.text.something != nil,
      aliases.identity(of: successor) != aliases.identity(of: code)
    else { throw .successorNeeded }
    let isKnown =
      site(successor) != nil || directory.units.contains { $0.sites.contains(successor) }
    guard isKnown || successor.isWellFormed else { throw .malformedCode(successor.text) }
    if let path = aliases.path(from: successor, to: code) {
      throw .circle(([aliases.identity(of: code)] + path).map(Reference.site))
    }
  }

  /// A unit is not succeeded by itself, nor by one whose duties it has taken over.
  private func check(successor name: String, ofUnit id: UnitID) throws(Refusal) {
    var next = unit(called: name)
    let code = SiteCode(name)
    guard !code.isWellFormed, site(code) == nil,
      next != nil || directory.prefecture(PrefectureID(name)) == nil
    else { throw .notAUnit(name) }
    var path = [id]
    var seen: Set<UnitID> = []
    while let unit = next, seen.insert(unit.id).inserted {
      path.append(unit.id)
      guard unit.id != id else { throw .circle(path.map(Reference.unit)) }
      next = aliases.successor(of: unit).flatMap { self.unit(called: $0.text) }
    }
  }

  /// The unit of a name, of those in the lists and those that owe anything for this notice.
  private func unit(called name: String) -> Unit? {
    let key = searchKey(name)
    return (directory.units + obligations.map(\.unit)).first { unit in
      [unit.id.text, unit.name.chinese, unit.name.english].contains { searchKey($0) == key }
    }
  }

  /// No other unit is called so: a record would be about the wrong one.
  private func check(name: String, ofUnit id: UnitID) throws(Refusal) {
    let key = searchKey(name)
    let other = (directory.units + obligations.map(\.unit)).first { unit in
      let prefecture = directory.prefecture(unit.prefecture).map { [$0.fullName] } ?? []
      let own = unit.sites.isEmpty ? prefecture : []
      let names =
        [unit.id.text, unit.name.chinese, unit.name.english, aliases.name(ofUnit: unit.id)]
        .compactMap(\.self) + own
      return unit.id != id && names.contains { searchKey($0) == key }
    }
    if let other { throw .nameOfAnother(name, unit: other.id) }
  }

  /// What a correction is about, and what it is until now.
  private func corrected(
    _ field: Correct.Field, of reference: Reference
  ) throws(Refusal) -> (Event.Subject, String?) {
    switch (reference, field) {
    case (.site(let code), .code):
      return (.site(subject(ofSite: code)), aliases.identity(of: code).text)
    case (.site(let code), .name):
      return (.site(subject(ofSite: code)), aliases.name(of: code) ?? site(code)?.name)
    case (.site(let code), .successor):
      let lineage = aliases.lineage(of: code)
      let isOwn = lineage == aliases.identity(of: code)
      return (.site(subject(ofSite: code)), isOwn ? nil : lineage.text)
    case (.unit(let id), .name):
      return (.unit(id), aliases.name(ofUnit: id) ?? directory.unit(id)?.name.chinese ?? id.text)
    case (.unit(let id), .successor):
      let unit = directory.unit(id) ?? obligation(of: id)?.unit
      return (.unit(id), unit.flatMap { aliases.successor(of: $0)?.text })
    case (.finding(let id), .code):
      guard let state = finding(id) else { throw .owesNothing(reference, quarter) }
      // All that is known of the site goes with it, unless another row is of the same code.
      guard findings(of: state.site).count > 1 else {
        return try corrected(field, of: .site(state.site))
      }
      return (.findings([id]), state.site.text)
    case (.notice(let quarter), _): throw .isANotice(quarter)
    case (.check(let id), _): throw .isACheck(id)
    default: throw .notCorrectable(reference, field)
    }
  }

  private func sites(of reference: Reference) throws(Refusal) -> SiteCode? {
    switch reference {
    case .site(let code): code
    case .finding(let id): finding(id)?.site
    case .unit, .prefecture, .event, .batch, .check, .notice: nil
    }
  }

  /// The code by which records are about a site, whichever of its codes was named: the printed one,
  /// since a corrected code may be corrected once more.
  func subject(ofSite code: SiteCode) -> SiteCode {
    guard let site = site(code) else { return code }
    return aliases.identity(of: site.printedCode) == site.code ? site.printedCode : site.code
  }
}
