package import CensusCore
package import CensusLists

/// An order (限期再整改) on which a report is owed still: the paper that was issued.
struct OpenOrder {
  /// The day on which it was issued.
  let on: Day
  /// What was ordered in it.
  let findings: Set<FindingID>
  /// What of that is owed still, and was not ordered again since.
  let open: Set<FindingID>
  /// Its number, if it has one.
  let reference: String?
  /// The number of its round, which other orders may have joined.
  let round: Int
}

extension Projection {
  /// The orders of a unit on which reports are owed, the first first: each has its own day, number, findings
  /// and deadline, whichever rounds they are of.
  func openOrders(of obligation: Obligation) -> [OpenOrder] {
    var taken: Set<FindingID> = []
    var orders: [OpenOrder] = []
    // The newest first: what was ordered twice is owed by the later paper.
    for entry in history(of: .unit(obligation.unit.id)) where !entry.isRetracted {
      guard case .order(let order) = entry.event.payload,
        let round = obligation.rounds.first(where: { $0.number == entry.event.round })
      else { continue }
      let covered = Set(round.reports.map(\.finding))
      let named = findings(namedBy: entry.event).map { covered.intersection($0) } ?? covered
      let owed = Set(round.reports.filter { !$0.submission.isSettled }.map(\.finding))
      let open = named.intersection(owed).subtracting(taken)
      guard !open.isEmpty else { continue }
      taken.formUnion(open)
      orders.append(
        OpenOrder(
          on: entry.event.on, findings: named, open: open, reference: order.reference,
          round: round.number))
    }
    return orders.reversed()
  }
}

extension LetterFacts {
  /// The letters of one kind to a unit: of what was ordered one for each order, since each has a day, a
  /// number and a deadline of its own.
  ///
  /// - Parameters:
  ///   - kind: which letter.
  ///   - obligation: what the unit owes.
  ///   - projection: how the quarter stands.
  ///   - to: whom it addresses, if not the unit.
  ///   - until: the day of an order that was not recorded yet.
  ///   - meant: the findings that were named, where the unit was not named as a whole.
  /// - Returns: one at least.
  /// - Throws: why there is no such letter.
  package static func letters(
    _ kind: LetterKind, to obligation: Obligation, in projection: Projection,
    addressing to: String?, until: Day?, about meant: Set<FindingID>? = nil
  ) throws(LetterRefusal) -> [LetterFacts] {
    let all = projection.openOrders(of: obligation)
    let named = all.filter { order in meant.map { !$0.isDisjoint(with: order.open) } ?? true }
    let orders = named.isEmpty ? all : named
    switch kind {
    case .order where !orders.isEmpty:
      return orders.compactMap {
        asIssued($0, obligation, projection, addressing: to, asked: until)
      }
    case .chase where all.count > 1 && obligation.first.submission.isSettled:
      return reminders(
        orders, obligation, projection, addressing: to, withRest: named.isEmpty || meant == nil)
    default:
      return [
        try LetterFacts(kind, to: obligation, in: projection, addressing: to, until: until)
      ]
    }
  }

  /// The paper as it was issued: it bears its own day, and says what was to be mended then.
  private static func asIssued(
    _ order: OpenOrder, _ obligation: Obligation, _ projection: Projection,
    addressing to: String?, asked: Day?
  ) -> LetterFacts? {
    let standing = obligation.round(of: order)?.deadline?.day
    var (projection, obligation) = (projection, obligation)
    if let then = projection.earlier(on: order.on),
      let same = then.obligation(of: obligation.unit.id), same.round(of: order) != nil
    {
      (projection, obligation) = (then, same)
    }
    guard let round = obligation.round(of: order) else { return nil }
    return LetterFacts(
      projection, obligation, addressing: to, round,
      obligation.followed.filter { order.findings.contains($0.finding.id) },
      standing: asked != nil && asked != standing ? standing : nil)
  }

  /// A reminder of each order, and one of what is owed besides.
  private static func reminders(
    _ orders: [OpenOrder], _ obligation: Obligation, _ projection: Projection,
    addressing to: String?, withRest: Bool
  ) -> [LetterFacts] {
    let owing = obligation.followed.filter { $0.owesAnything(on: projection.asOf) }
    let ordered = Set(orders.flatMap(\.open))
    let rest = withRest ? owing.filter { !ordered.contains($0.finding.id) } : []
    let letters = orders.compactMap { order -> LetterFacts? in
      obligation.round(of: order, stillOpen: true).map { round in
        LetterFacts(
          projection, obligation, addressing: to, round,
          owing.filter { order.open.contains($0.finding.id) })
      }
    }
    guard !rest.isEmpty else { return letters }
    return letters + [LetterFacts(projection, obligation, addressing: to, obligation.first, rest)]
  }
}

extension LetterFacts {
  /// Whether records about the findings that it is about contradict each other.
  package var restsOnConflict: Bool { findings.contains { !$0.conflicts.isEmpty } }
}

extension Obligation {
  /// What one order opened; nil where its round has nothing of it.
  fileprivate func round(of order: OpenOrder, stillOpen: Bool = false) -> Round? {
    guard let round = rounds.first(where: { $0.number == order.round }) else { return nil }
    let confined = round.confined(
      to: stillOpen ? order.open : order.findings, orderedOn: order.on, reference: order.reference)
    return confined.reports.isEmpty ? nil : confined
  }
}
