extension Projection {
  /// The events that add details to receipts of a part that are here already (补登).
  ///
  /// What was typed is not dropped: the earlier record is retracted, and one with its details and
  /// the new ones takes its place, all in one batch. One that covers more than is meant stays, and a
  /// fuller one of what is meant comes beside it.
  ///
  /// - Parameters:
  ///   - given: what was typed now, for the whole unit.
  ///   - obligation: the unit's.
  ///   - wanted: the findings it is about.
  ///   - day: the day of arrival.
  /// - Returns: the events; none if every detail is known.
  /// - Throws: `Refusal.otherDetail` where a detail contradicts the one recorded.
  func supplements(
    _ given: Receipt, of obligation: Obligation, among wanted: Set<FindingID>, on day: Day
  ) throws(Refusal) -> [EventDraft] {
    var drafts: [EventDraft] = []
    var fault: Refusal?
    var contradicted: Set<FindingID> = []
    var known: Set<FindingID> = []
    var full: Set<FindingID> = []
    var beside: (event: Event, receipt: Receipt, findings: Set<FindingID>)?
    for event in obligation.receipts where event.on == day {
      guard let receipt = event.receipt, receipt.part == given.part,
        wanted.contains(where: receipt.covers)
      else { continue }
      let covered = covered(by: event, receipt, of: obligation)
      do throws(Refusal) {
        let fuller = try receipt.supplemented(by: given, of: .unit(obligation.unit.id))
        if fuller == receipt {
          known.formUnion(covered)
          full.formUnion(covered)
        } else if covered.isSubset(of: wanted) {
          known.formUnion(covered)
          // What it covered is covered still, also what was struck off since.
          let whole = whole(of: event, receipt, of: obligation)
          let isAll = whole.count == obligation.findings.count && !obligation.hasStruckOff
          let covers = receipt.covers ?? (isAll ? nil : whole.sorted())
          let parts = obligation.rounds(of: event, on: whole).map { round, findings in
            (round, Event.Payload.receipt(fuller.covering(findings ?? covers)))
          }
          drafts += replacing(event, by: parts)
        } else {
          beside = beside ?? (event, fuller, covered.intersection(wanted))
        }
      } catch {
        fault = fault ?? error
        contradicted.formUnion(covered.intersection(wanted))
      }
    }
    // Of several receipts of one day the one that agrees is meant.
    if let fault, !contradicted.isSubset(of: known) { throw fault }
    // What is said of some is said of those alone; the receipt of all stays as it is.
    if let beside, drafts.isEmpty {
      let findings = beside.findings.subtracting(full).sorted()
      if !findings.isEmpty {
        drafts = [
          EventDraft(
            on: beside.event.on, quarter: beside.event.quarter, round: beside.event.round,
            subject: beside.event.subject, payload: .receipt(beside.receipt.covering(findings)))
        ]
      }
    }
    return drafts
  }

  /// The findings in the follow-up that a receipt covers.
  private func covered(
    by event: Event, _ receipt: Receipt, of obligation: Obligation
  ) -> Set<FindingID> {
    whole(of: event, receipt, of: obligation).intersection(obligation.followed.map(\.finding.id))
  }

  /// All findings that a receipt covers, also those that were struck off since.
  private func whole(
    of event: Event, _ receipt: Receipt, of obligation: Obligation
  ) -> Set<FindingID> {
    let struck =
      receipt.covers == nil
      ? Strikes(events, ancestry: Ancestry(events)).struck(knownTo: event) : []
    let all = obligation.findings.map(\.finding.id)
    return Set(all.filter { receipt.covers($0) && !struck.contains($0) })
  }

  /// The events by which a fuller record takes the place of an earlier one.
  func replacing(_ event: Event, by payload: Event.Payload) -> [EventDraft] {
    replacing(event, by: [(event.round, payload)])
  }

  private func replacing(
    _ event: Event, by payloads: [(round: Int, payload: Event.Payload)]
  ) -> [EventDraft] {
    // A program that is killed between the two leaves both, never neither.
    payloads.map { round, payload in
      EventDraft(
        on: event.on, quarter: event.quarter, round: round, subject: event.subject,
        payload: payload)
    } + Retract.drafts(of: [event], on: event.on, reason: Retract.supplement)
  }
}

extension Obligation {
  /// The rounds in which a receipt counts, each with the findings for which it does, or nil where that
  /// is all it covers: a record that takes its place names the round, since it comes after the orders.
  fileprivate func rounds(
    of receipt: Event, on whole: Set<FindingID>
  ) -> [(round: Int, findings: [FindingID]?)] {
    let own = rounds.filter { $0.receipts.contains { $0.id == receipt.id } }.map(\.number)
    guard own.count > 1 else { return [(own.first ?? receipt.round, nil)] }
    let open = findings.filter { whole.contains($0.finding.id) }
    return Dictionary(grouping: open) { $0.report(on: receipt.on).round }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value.map(\.finding.id).sorted()) }
  }
}

extension Receipt {
  /// The same of some findings; nil means all.
  fileprivate func covering(_ findings: [FindingID]?) -> Receipt {
    Receipt(
      part: part, signature: signature, signer: signer, post: post, incoming: incoming,
      document: document, dated: dated, channel: channel, file: file, sha256: sha256,
      covers: findings, note: note)
  }

  fileprivate func supplemented(by given: Receipt, of unit: Reference) throws(Refusal) -> Receipt {
    let other = { (key: String, known: Phrase, new: Phrase) in
      Refusal.otherDetail(unit, field: Receipt.word(of: key), known: known, given: new)
    }
    guard part == .electronic || signature == given.signature else {
      throw other("signature", Terms.signature(signature), Terms.signature(given.signature))
    }
    if let known = channel, let new = given.channel, known != new {
      throw other("channel", Terms.channel(known), Terms.channel(new))
    }
    func joined<Value: Equatable & CustomStringConvertible>(
      _ field: KeyPath<Receipt, Value?>, _ key: String
    ) throws(Refusal) -> Value? {
      try CensusCore.joined(
        self[keyPath: field], given[keyPath: field], Receipt.word(of: key), of: unit)
    }
    let fuller = Receipt(
      part: part, signature: signature, signer: try joined(\.signer, "signer"),
      post: try joined(\.post, "post"), incoming: try joined(\.incoming, "incoming"),
      document: try joined(\.document, "document"), dated: try joined(\.dated, "dated"),
      channel: channel ?? given.channel, file: try joined(\.file, "file"),
      sha256: try joined(\.sha256, "sha256"), covers: covers, note: try joined(\.note, "note"))
    // A fax does not become a paper copy's way of arriving after the fact.
    guard fuller.isValid == isValid else {
      throw other(
        "channel", Phrase("不是传真", "no fax"), Terms.channel(.fax))
    }
    return fuller
  }
}

/// A detail known or given; two that differ are no supplement.
///
/// - Throws: `Refusal.otherDetail`.
func joined<Value: Equatable & CustomStringConvertible>(
  _ known: Value?, _ given: Value?, _ field: Phrase, of id: Reference
) throws(Refusal) -> Value? {
  guard let known, let given, known != given else { return known ?? given }
  throw .otherDetail(
    id, field: field, known: Phrase(known.description, known.description),
    given: Phrase(given.description, given.description))
}
