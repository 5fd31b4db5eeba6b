internal import CensusCore
internal import CensusLists

extension Projection {
  /// Everything known about what a unit owes.
  func entry(_ obligation: Obligation, _ history: Roll<HistoryEntry>) -> Entry {
    let findings = findingsRoll(obligation.findings)
    let units = unitsRoll([obligation])
    let rounds = unitsRoll(UnitRow.rounds(of: obligation))
    let row = UnitRow(obligation)
    let sheet = Sheet(
      obligation.unit.name,
      lines: [
        .init(Heading.quarter, quarter.name),
        .init(Heading.prefecture, names(ofPrefecture: obligation.unit.prefecture)),
      ] + contactLines(obligation) + [.init(Heading.due, dueWords(obligation))]
        + lines(of: units, row, ["submission", "paperOn", "electronicOn", "daysLeft"])
        + followUpLines(obligation) + lines(of: units, row, ["next"]),
      sections: (obligation.rounds.count > 1 ? [.init(SheetWords.rounds, rounds)] : [])
        + [.init(SheetWords.findings, findings), .init(SheetWords.history, history)])
    let value = value(
      "unit", units.object(row),
      [
        .init("english", .text(obligation.unit.name.english)),
        .init("successor", Value(obligation.successor)),
        .init("contact", obligation.contact?.value ?? .none),
        .init("accountability", .text(obligation.accountability.rawValue)),
        .init("conflicts", Value(obligation.conflicts.flatMap(\.events).map(\.text))),
        .init("lastAnswer", Value(obligation.chases.lastAnswer)),
        .init("roundList", rounds.value), .init("findingList", findings.value),
        .init("history", history.value),
      ])
    return Entry(sheet: sheet, value: value)
  }

  /// Whom to call, and who took over.
  private func contactLines(_ obligation: Obligation) -> [Sheet.Line] {
    var lines: [Sheet.Line] = []
    if let contact = obligation.contact {
      let words = [contact.name, contact.post, contact.phone].compactMap(\.self)
      lines.append(.init(Phrase("联络员", "Contact"), words.joined(separator: " ")))
    }
    if let successor = obligation.successor {
      lines.append(.init(Phrase("承接单位", "Successor"), Terms.unit(successor, in: self)))
    }
    return lines
  }

  /// The deadline, with the original one beside it where it was extended.
  private func dueWords(_ obligation: Obligation) -> Phrase {
    guard let deadline = obligation.deadline else { return Phrase("–", "–") }
    let due = words(deadline)
    guard obligation.isExtended, let original = obligation.originalDeadline else { return due }
    return Phrase(
      "\(due.chinese)，原时限\(original.day)", "\(due.english), originally \(original.day)")
  }

  /// The re-checks, the reminders and the accountability, once there is something to say.
  private func followUpLines(_ obligation: Obligation) -> [Sheet.Line] {
    var lines: [Sheet.Line] = []
    if obligation.recheckedCount > 0 || obligation.failedCount > 0 {
      let tally = Terms.tally(recheckSheet(of: .unit(obligation.unit.id)).tally)
      lines.append(
        .init(Phrase("复查", "Re-checks"), tally, obligation.failedCount > 0 ? .bad : .text))
    }
    if let last = obligation.chases.lastOn {
      let chases = obligation.chases
      let answer = chases.lastAnswer.map { Phrase("，答复：\($0)", ", answer: \($0)") }
      let promise = chases.promised.map { Phrase("，承诺\($0)报送", ", promised for \($0)") }
      lines.append(
        .init(
          Phrase("催办", "Chases"),
          Phrase(
            "\(chases.count)次，上次\(last)\(answer?.chinese ?? "")\(promise?.chinese ?? "")",
            "\(chases.count), last on \(last)\(answer?.english ?? "")\(promise?.english ?? "")")))
    }
    if let row = accountability.rows.first(where: { $0.unit == obligation.unit.id }) {
      let word = Terms.accountability(row.state)
      let grounds = Terms.grounds(row)
      lines.append(
        .init(
          Phrase("问责", "Accountability"),
          grounds.isEmpty
            ? word
            : Phrase(
              "\(word.chinese)：\(grounds.map(\.chinese).joined(separator: "；"))",
              "\(word.english): \(grounds.map(\.english).joined(separator: "; "))"),
          row.state == .concluded ? .text : .bad))
    }
    return lines + conflictLines(obligation.conflicts)
  }

  /// Records that contradict each other, and what to do about it.
  func conflictLines(_ conflicts: [Conflict]) -> [Sheet.Line] {
    conflicts.map { conflict in
      .init(Phrase("记录矛盾", "Conflict"), Terms.conflict(conflict), .bad)
    }
  }
}
