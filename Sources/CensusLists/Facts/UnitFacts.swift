package import CensusCore

extension Projection {
  /// What is known of a unit: what it owes, what arrived, what is next.
  package func facts(of obligation: Obligation) -> Facts {
    let (unit, latest) = (obligation.unit, obligation.latest)
    let left = { (part: Part) in
      latest.reports.filter { $0.submission != .waived && $0[part].isOwed }
        .map { row(of: $0.finding) }
    }
    return Facts("unit", unit.name, of: unitsRoll([obligation])) { field in
      [Fact("english", machines: .text(unit.name.english)), .quarter(quarter)]
        + field("prefecture")
        + [
          .currentName(aliases.name(ofUnit: unit.id), printed: unit.name.chinese),
          Fact(
            "successor", Phrase("承接单位", "Successor"),
            obligation.successor.map { Terms.unit($0, in: self) },
            value: Value(obligation.successor?.text)),
          contactFact(obligation.contact),
        ] + field("assignee")
        + [
          .due(
            latest.deadline, original: latest.originalDeadline,
            obligation.round > 1
              ? Phrase("限期再整改，", "ordered anew, ") + Terms.round(obligation.round) : nil,
            rows: obligation.extensionsOfRows),
          Fact("findings", Heading.findings, coverage(obligation)),
        ] + field("submission")
        + [
          .part(
            .paper, latest.paper, due: latest.deadline, without: left(.paper),
            late: latest.daysLate(of: .paper)),
          .part(
            .electronic, latest.electronic, due: latest.deadline, without: left(.electronic),
            late: latest.daysLate(of: .electronic)),
        ] + ["daysLeft", "workingDaysLeft", "workingDaysLate", "lateness"].flatMap(field)
        + [
          Fact(
            "recordedLater", Phrase("补录", "Entered late"),
            // Of what came late as a whole it would say the contrary.
            obligation.isRecordedLater && (obligation.daysLate ?? 0) <= 0
              ? Phrase("按时收到，时限后才登记", "arrived on time, entered after the deadline")
              : nil),
          recheckFact(obligation), chaseFact(obligation), accountabilityFact(obligation),
          .conflicts(
            [obligation.conflicts], value: Value(obligation.conflicts.flatMap(\.events).map(\.text))
          ),
          Fact("lastAnswer", machines: Value(obligation.chases.lastAnswer)),
        ] + field("next")
    }
  }

  /// Whom to call.
  private func contactFact(_ contact: Contact?) -> Fact {
    let known = contact.flatMap { $0.isEmpty ? nil : $0 }
    let words = known.map {
      [$0.name, $0.post, $0.phone].compactMap(\.self).map { Phrase($0, $0) }.joined(.comma)
    }
    return Fact("contact", Heading.contact, words, value: contact?.value ?? Value.none)
  }

  /// How many findings of how many sites, and which sites have several.
  private func coverage(_ obligation: Obligation) -> Phrase {
    let followed = obligation.followed
    let sites = Projection.sites(of: followed)
    let struck = obligation.findings.count - followed.count
    let several = sites.filter { $0.findings.count > 1 }.map {
      Phrase("\($0.name)\($0.findings.count)条", "\($0.findings.count) of \($0.name)")
    }
    let counts = Phrase.counts(followed.count, sites.count)
    let details =
      (several.isEmpty ? [] : [several.joined(.listing)])
      + (struck == 0 ? [] : [Phrase("另剔除\(struck)条", "\(struck) more struck off")])
    guard !details.isEmpty else { return counts }
    return counts + Phrase("（", " (") + details.joined(.semicolon) + Phrase("）", ")")
  }

  private func recheckFact(_ obligation: Obligation) -> Fact {
    let isBegun = obligation.recheckedCount > 0
    return Fact(
      "rechecked", Phrase("复查", "Re-checks"),
      isBegun ? Terms.tally(recheckSheet(of: .unit(obligation.unit.id)).tally) : nil,
      obligation.failedCount > 0 ? .bad : .text)
  }

  /// The reminders, the last answer, the promise.
  private func chaseFact(_ obligation: Obligation) -> Fact {
    let chases = obligation.chases
    let isBroken = obligation.promised.map { $0 < asOf } == true && !obligation.submission.isSettled
    let words = chases.lastOn.map { last in
      Phrase("\(chases.count)次，上次\(last)", "\(chases.count), last on \(last)")
        + (chases.lastTo.map { Phrase("（\($0)）", " (\($0))") } ?? .empty)
        + (chases.lastAnswer.map { Phrase("，答复“\($0)”", ", answer “\($0)”") } ?? .empty)
        + (chases.promised.map { Phrase("，承诺\($0)报送", ", promised for \($0)") } ?? .empty)
        + (isBroken ? Phrase("，失约", ", not kept") : .empty)
        + Phrase("；下次为第\(chases.count + 1)次", "; the next is no. \(chases.count + 1)")
    }
    return Fact("chases", Phrase("催办", "Chases"), words)
  }

  /// How far it is held accountable, and for what.
  private func accountabilityFact(_ obligation: Obligation) -> Fact {
    Fact(
      "accountability", Phrase("问责", "Accountability"),
      value: .text(obligation.accountability.rawValue)
    ) { manner in
      guard let row = accountability.rows.first(where: { $0.unit == obligation.unit.id }) else {
        return .none
      }
      let (word, grounds) = (Terms.accountability(row.state), Terms.grounds(row))
      let isShort = manner.isBrief || grounds.isEmpty
      let words = isShort ? word : word + Phrase("：", ": ") + grounds.joined(.semicolon)
      return Words(manner(words), row.state == .concluded ? .text : .bad)
    }
  }
}

extension Contact {
  fileprivate var value: Value {
    .object([
      .init("name", Value(name)), .init("post", Value(post)), .init("phone", Value(phone)),
    ])
  }
}
