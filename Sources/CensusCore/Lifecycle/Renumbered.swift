extension Event {
  /// The same of the findings that it names under other numbers.
  ///
  /// - Parameter number: what a finding is called; nil where there is none.
  /// - Returns: the event, about none where nothing of what it names is left.
  package func renumbered(_ number: (FindingID) -> FindingID?) -> Event {
    var subject = subject
    if case .findings(let ids) = subject { subject = .findings(distinct(ids.compactMap(number))) }
    return Event(
      id: id, on: on, at: at, actor: actor, origin: origin, batch: batch, batchSize: batchSize,
      clock: clock, seen: seen, quarter: quarter, revision: revision, round: round,
      subject: subject,
      payload: payload.renumbered { distinct($0.compactMap(number)) })
  }
}

extension Event {
  /// What was said of a unit as a whole, of some findings alone.
  ///
  /// - Parameters:
  ///   - findings: those that it is about.
  ///   - isMoved: whether some of them are another unit's by now.
  /// - Returns: the event, about these findings; of a unit only where all are its own.
  package func narrowed(to findings: [FindingID], isMoved: Bool) -> Event {
    var (subject, payload) = (subject, payload)
    switch payload {
    case .receipt(var receipt):
      receipt.covers = findings
      payload = .receipt(receipt)
      if isMoved { subject = .findings(findings) }
    case .order(var order):
      order.covers = findings
      payload = .order(order)
      if isMoved { subject = .findings(findings) }
    default: subject = .findings(findings)
    }
    return Event(
      id: id, on: on, at: at, actor: actor, origin: origin, batch: batch, batchSize: batchSize,
      clock: clock, seen: seen, quarter: quarter, revision: revision, round: round,
      subject: subject, payload: payload)
  }
}

extension Event.Payload {
  /// Whether it says, of the unit that it is about, that all of its report came, went back or is not
  /// asked for.
  package var isOfWholeReport: Bool {
    switch self {
    case .receipt(let receipt): receipt.covers == nil
    case .return, .waive: true
    default: false
    }
  }

  /// Whether it sets, for the unit that it is about, when all that it owes is due.
  package var isOfWholeDeadline: Bool {
    switch self {
    case .order(let order): order.covers == nil
    case .extend: true
    default: false
    }
  }

  fileprivate func renumbered(_ numbers: ([FindingID]) -> [FindingID]) -> Event.Payload {
    switch self {
    case .receipt(var receipt):
      receipt.covers = receipt.covers.map(numbers)
      return .receipt(receipt)
    case .order(var order):
      order.covers = order.covers.map(numbers)
      return .order(order)
    case .accountability(var step):
      step.findings = step.findings.map(numbers)
      return .accountability(step)
    default: return self
    }
  }
}
