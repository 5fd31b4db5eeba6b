/// A person's wish to order rectification anew.
public struct OrderRequest: Equatable, Sendable {
  /// By when the new report is due.
  public var until: Day
  /// The day of the order.
  public var on: Day
  /// The number of the order.
  public var reference: String?
  /// A remark.
  public var note: String?

  /// A request for a new round.
  public init(until: Day, on: Day) {
    self.until = until
    self.on = on
  }
}

extension Projection {
  /// Works out the events for rectification ordered anew: it covers what failed the re-check and was
  /// not reported on since.
  ///
  /// It joins the latest ordered round while nothing of that has been received, each finding with
  /// its own due day; else it opens the next. What stands in an ordered round of which nothing was
  /// received is not ordered again, whatever was re-checked since: its day moves by an extension and
  /// by nothing else. The same order given twice is skipped.
  ///
  /// - Parameters:
  ///   - request: until when.
  ///   - references: to whom.
  ///   - today: the real day, which the day of the order may not follow.
  /// - Returns: the events to record, and what is skipped.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ request: OrderRequest, for references: [Reference], today: Day
  ) throws(Refusal) -> Plan {
    try check(day: request.on, note: request.note, today: today)
    guard request.until >= request.on else { throw .untilBefore(request.until, on: request.on) }
    return try planned(
      on: request.on,
      contradiction: { $0.ordered(after: request.on) ?? $0.closed(after: request.on) },
      by: { known throws(Refusal) in try known.drafted(request, for: references) })
  }

  private func drafted(
    _ request: OrderRequest, for references: [Reference]
  ) throws(Refusal) -> Plan {
    var builder = builder(for: references)
    for target in try targets(of: references) {
      try builder.take(.unit(target.unit), isMember: target.isMember) { builder throws(Refusal) in
        try add(request, of: target, to: &builder)
      }
    }
    return try builder.plan(note: request.note, repeated: request.note, on: request.on, in: self)
  }

  private func add(
    _ request: OrderRequest, of target: Target, to builder: inout PlanBuilder
  ) throws(Refusal) {
    guard let obligation = obligation(of: target.unit) else { return }
    let failed = target.findings.compactMap { finding($0) }.filter { $0.recheck == .failed }
    guard !failed.isEmpty else { throw .nothingFailed(target.unit) }
    // What stands ordered is judged by the day of the order; what was received since answers it.
    let then = earlier(on: request.on) ?? self
    let isOrdered = { (state: FindingState) in
      then.finding(state.finding.id).map { known in
        then.obligation(of: target.unit)?.hasOrdered(known) ?? false
      } ?? false
    }
    let isAnswered = { (state: FindingState) in
      then.finding(state.finding.id)?.isAnswered ?? false
    }
    let (answered, unanswered) = (failed.filter(isAnswered), failed.filter { !isAnswered($0) })
    let open = unanswered.filter { !isOrdered($0) }
    guard !open.isEmpty else {
      if unanswered.isEmpty, !answered.contains(where: { isRecorded(request, for: $0) }) {
        throw .nothingFailed(target.unit)
      }
      for state in unanswered where !isRecorded(request, for: state) {
        guard let due = state.deadline?.day else { continue }
        throw .alreadyOrdered(unit: target.unit, round: state.round, until: due)
      }
      builder.skip(.unit(target.unit))
      return
    }
    for state in open {
      // Rounds follow each other by their days: an order before another of the same is no next one.
      if let later = state.ordered(after: request.on) { throw later }
      guard let day = state.failedOn, request.on < day else { continue }
      throw .beforeFailure(.finding(state.finding.id), on: day)
    }
    let covers = open.map(\.finding.id)
    let isAll = target.isWhole && covers.count == obligation.findings.count
    let order = Order(
      until: request.until, reference: request.reference, covers: isAll ? nil : covers)
    let round = obligation.round(toOrder: covers, on: request.on)
    if let before = obligation.ordered.last, before.number < round, !before.submission.isSettled {
      builder.remark(.roundOwed(before.number))
    }
    let draft = EventDraft(
      on: request.on, quarter: quarter, round: round, subject: .unit(target.unit),
      payload: .order(order))
    builder.add([draft], unit: target.unit, findings: covers)
    for state in failed where isOrdered(state) {
      guard let due = state.deadline?.day else { continue }
      builder.leaveOut(
        .finding(state.finding.id),
        .nothingToDo(.alreadyOrdered(unit: target.unit, round: state.round, until: due)))
    }
    for state in answered {
      guard let day = state.report.settledOn else { continue }
      let id = Reference.finding(state.finding.id)
      builder.leaveOut(id, .nothingToDo(.completeBefore(id, on: day)))
    }
    leaveOutMended(since: then, of: target, in: &builder)
    let answers = obligation.receipts.filter { event in
      event.on > request.on && covers.contains { event.receipt?.covers($0) ?? false }
    }
    if !answers.isEmpty { builder.remark(.receiptsAnswering(round, count: answers.count)) }
  }

  /// Names the findings that had failed on an earlier day and are mended since: nothing is ordered of them.
  private func leaveOutMended(
    since then: Projection, of target: Target, in builder: inout PlanBuilder
  ) {
    guard target.isWhole else { return }
    for id in target.findings where then.finding(id)?.recheck == .failed {
      guard let state = finding(id), state.recheck != .failed else { continue }
      let why =
        state.headline.isClosed ? Refusal.alreadyClosed(id) : .nothingFailed(target.unit)
      builder.leaveOut(.finding(id), .nothingToDo(why))
    }
  }

  /// Whether the same was ordered of a finding on the same day; a number that was not given before
  /// is another order.
  private func isRecorded(_ request: OrderRequest, for state: FindingState) -> Bool {
    liveEvents.contains { event in
      guard let order = event.order, event.subject == .unit(state.unit),
        event.quarter == quarter, event.on == request.on
      else { return false }
      return order.until == request.until && order.covers(state.finding.id)
        && (request.reference == nil || request.reference == order.reference)
    }
  }
}

extension Obligation {
  /// Whether a finding was ordered anew and that is open still: nothing of its round was received,
  /// or the order came after the failure.
  fileprivate func hasOrdered(_ state: FindingState) -> Bool {
    guard state.round > 1, !state.submission.isSettled else { return false }
    let round = rounds.first { $0.number == state.round }
    return state.isReordered || round?.receipts.isEmpty ?? false
  }

  /// The round that an order of some findings belongs to.
  ///
  /// It is the latest ordered one while nothing of it was received and none of them is in it, else the
  /// next. Of a day before other orders it is the first of those rounds that has none of them, so that
  /// rounds follow each other by their days.
  fileprivate func round(toOrder findings: [FindingID], on day: Day) -> Int {
    guard let last = rounds.last else { return 2 }
    let isFree = { (round: Round) in
      round.number > 1 && !round.reports.contains { findings.contains($0.finding) }
    }
    let later = rounds.first { round in
      isFree(round) && round.orderedOn.map { day < $0 } ?? false
    }
    if let later { return later.number }
    let hasAnswers = last.receipts.contains { $0.on <= day }
    return isFree(last) && !hasAnswers ? last.number : last.number + 1
  }
}
