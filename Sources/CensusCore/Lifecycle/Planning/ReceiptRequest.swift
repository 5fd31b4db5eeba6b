/// A person's wish to record that parts of a report arrived.
public struct ReceiptRequest: Equatable, Sendable {
  /// Which parts, each once.
  public var parts: [Part]
  /// The day they arrived.
  public var on: Day
  /// Whose signature the paper copy bears.
  public var signature: Signature = .principal
  /// Who signed it.
  public var signer: String?
  /// The signer's post.
  public var post: String?
  /// Our incoming number.
  public var incoming: String?
  /// The sender's document number.
  public var document: String?
  /// The date of the document.
  public var dated: Day?
  /// How it arrived.
  public var channel: Receipt.Channel?
  /// The name of the electronic document's file.
  public var file: String?
  /// SHA-256 of that file.
  public var sha256: String?
  /// A remark.
  public var note: String?
  /// Only the sites or findings named, not the whole unit.
  public var onlyNamed = false
  /// Findings that the report leaves out.
  public var except: [FindingID] = []
  /// Record a further report although the part is valid already.
  public var again = false
  /// Leave out, and name, what came on another day already, whoever else the request is about.
  public var leavesOutReceived = false
  /// The round it counts for; nil means the open round of each finding.
  public var round: Int?

  /// A request for some parts on a day, whole units, in order.
  public init(parts: [Part], on: Day) {
    self.parts = parts
    self.on = on
  }

  fileprivate func receipt(_ part: Part, covers: [FindingID]?) -> Receipt {
    Receipt(
      part: part, signature: part == .paper ? signature : .principal,
      signer: part == .paper ? signer : nil,
      post: part == .paper ? post : nil, incoming: incoming, document: document, dated: dated,
      channel: channel, file: part == .electronic ? file : nil,
      sha256: part == .electronic ? sha256 : nil, covers: covers, note: note)
  }
}

extension Projection {
  /// Works out the events for a request about some units, sites or findings.
  ///
  /// A site or finding stands for its whole unit unless only it is meant; 省直 stands for each of
  /// its departments. It counts, finding by finding, for the round that was open there on its day,
  /// or for the one that is named. What arrived on the same day before is skipped. Where a part is valid for
  /// some findings already, the new receipt covers the others. All or nothing: one refusal
  /// refuses all, save that a member of a group that has reported already is left out.
  ///
  /// - Parameters:
  ///   - request: what arrived, and when.
  ///   - references: whom it came from.
  ///   - today: the real day, which no receipt may follow.
  /// - Returns: the events to record, and what is skipped.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ request: ReceiptRequest, for references: [Reference], today: Day
  ) throws(Refusal) -> Plan {
    try check(request, today: today)
    var units: [UnitID] = []
    var targets: [UnitID: Set<FindingID>] = [:]
    var members: Set<UnitID> = []
    var whole: Set<UnitID> = []
    for reference in references {
      for (unit, findings) in try self.targets(of: reference, only: request.onlyNamed) {
        if targets[unit] == nil {
          units.append(unit)
          members.insert(unit)
        }
        if !reference.isGroup { members.remove(unit) }
        if reference.isWhole || !request.onlyNamed { whole.insert(unit) }
        targets[unit, default: []].formUnion(findings)
      }
    }
    let all = Set(targets.values.flatMap { $0 })
    for finding in request.except where !all.contains(finding) { throw .notAmong(finding) }

    var builder = builder(for: references)
    for unit in units {
      guard let obligation = obligation(of: unit), let named = targets[unit] else { continue }
      let wanted = named.subtracting(request.except)
      guard !wanted.isEmpty else { throw .nothingLeft }
      try add(
        request, of: obligation, wanted, isWhole: whole.contains(unit),
        isMember: members.contains(unit), to: &builder)
    }
    return try builder.plan(in: self)
  }

  /// Adds what arrived from one unit; a unit of which nothing is new is skipped.
  private func add(
    _ request: ReceiptRequest, of obligation: Obligation, _ wanted: Set<FindingID>,
    isWhole: Bool, isMember: Bool, to builder: inout PlanBuilder
  ) throws(Refusal) {
    let unit = obligation.unit.id
    let before = (builder.drafts.count, builder.leftOut.count)
    for part in distinct(request.parts) {
      try builder.take(.unit(unit), isMember: isMember || request.leavesOutReceived) {
        builder throws(Refusal) in
        let due = try owed(part, of: obligation, among: wanted, request: request)
        let rest = request.again ? [] : wanted.subtracting(due.map(\.finding))
        let fuller = try supplements(
          request.receipt(part, covers: nil), of: obligation, among: rest, on: request.on)
        if !fuller.isEmpty { builder.supplement(fuller, unit: unit, findings: rest.sorted()) }
        guard !due.isEmpty else { return }
        let new = obligation.byRound(due, isWhole: isWhole).map { round, findings, isAll in
          EventDraft(
            on: request.on, quarter: quarter, round: round, subject: .unit(unit),
            payload: .receipt(request.receipt(part, covers: isAll ? nil : findings)))
        }.filter { !request.again || !isRecorded($0, since: lastReturn(of: part, by: unit)) }
        // A further report is another one; the very same given twice is one, unless it was sent back.
        guard !new.isEmpty else { return }
        builder.add(new, unit: unit, findings: due.map(\.finding))
        if !request.again { leaveOutHere(part, of: obligation, rest, on: request.on, in: &builder) }
        if isWhole { leaveOutStruckOff(of: unit, in: &builder) }
      }
    }
    if (builder.drafts.count, builder.leftOut.count) == before { builder.skip(.unit(unit)) }
  }

  /// Names the findings of which a part came on another day already: the receipt says nothing of them.
  private func leaveOutHere(
    _ part: Part, of obligation: Obligation, _ rest: Set<FindingID>, on day: Day,
    in builder: inout PlanBuilder
  ) {
    for state in obligation.findings where rest.contains(state.finding.id) && !state.isVoid {
      guard let known = state.report(on: day).ownDay(of: part), known != day else { continue }
      builder.leaveOut(
        .finding(state.finding.id),
        .nothingToDo(.alreadyReceived(unit: obligation.unit.id, part: part, on: known)))
    }
  }

  /// The place in the order of recording of the last return of a part; 0 where nothing was returned.
  private func lastReturn(of part: Part, by unit: UnitID) -> Int {
    liveEvents.filter { event in
      guard case .return(let known) = event.payload else { return false }
      return known.part == part && event.subject == .unit(unit) && event.quarter == quarter
    }.map(\.clock).max() ?? 0
  }

  private func check(_ request: ReceiptRequest, today: Day) throws(Refusal) {
    try check(day: request.on, note: request.note, today: today)
    if let dated = request.dated, dated > today { throw .futureDay(dated, today: today) }
    if let dated = request.dated, dated > request.on {
      throw .datedAfterArrival(dated, on: request.on)
    }
    if !request.parts.contains(.paper),
      request.signature != .principal || request.signer?.something != nil
        || request.post?.something != nil
    {
      throw .signatureWithoutPaper
    }
    if request.file != nil, !request.parts.contains(.electronic) {
      throw .fileWithoutElectronicPart
    }
  }

  /// The reports for which a part is to be recorded now.
  private func owed(
    _ part: Part, of obligation: Obligation, among wanted: Set<FindingID>, request: ReceiptRequest
  ) throws(Refusal) -> [Report] {
    let reports = try reports(of: obligation, among: wanted, request)
    guard !request.again else { return reports }
    // The copy of that day is the one that went back; another one of that day is a further one.
    for report in reports {
      if case .returned(let day, request.on) = report[part] {
        throw .alreadyReturned(unit: obligation.unit.id, part: part, on: day)
      }
    }
    let open = reports.filter { $0.ownDay(of: part) == nil }
    guard open.isEmpty else {
      // What came later for others would stay what counts for them, and nobody be told.
      for report in reports {
        guard let day = report.ownDay(of: part), day > request.on else { continue }
        throw .alreadyReceived(unit: obligation.unit.id, part: part, on: day)
      }
      let isValid = request.receipt(part, covers: nil).isValid
      let same = { (report: Report) in !isValid && report[part] == .toReturn(on: request.on) }
      return open.filter { !same($0) }
    }
    for report in reports {
      guard let day = report.ownDay(of: part), day != request.on else { continue }
      throw .alreadyReceived(unit: obligation.unit.id, part: part, on: day)
    }
    return []
  }

  /// The reports that a receipt is for: those of a round, or of that which was open for each finding
  /// on the day of it.
  private func reports(
    of obligation: Obligation, among wanted: Set<FindingID>, _ request: ReceiptRequest
  ) throws(Refusal) -> [Report] {
    guard let number = request.round else {
      return obligation.findings.filter { wanted.contains($0.finding.id) }
        .map { $0.report(on: request.on) }
    }
    let open = obligation.rounds.map { round in
      (round.number, round.reports.filter { $0.isOpen(on: request.on) })
    }.filter { !$0.1.isEmpty }
    let reports = open.first { $0.0 == number }?.1.filter { wanted.contains($0.finding) } ?? []
    guard !reports.isEmpty else {
      throw .noReportRound(unit: obligation.unit.id, round: number, known: open.map(\.0))
    }
    return reports
  }
}
