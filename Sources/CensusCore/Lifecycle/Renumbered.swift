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

extension Event.Payload {
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
