internal import CensusCore
internal import CensusLists

extension Projection {
  func entry(
    _ entry: HistoryEntry, _ about: Roll<HistoryEntry>, _ offset: UTCOffset, _ language: Language
  ) -> Entry {
    let event = entry.event
    let unit = entry.unit.map { Terms.unit($0, in: self) }
    let sheet = Sheet(
      Phrase("记录 \(event.id)", "Event \(event.id)"),
      lines: [
        .init(Phrase("类型", "Type"), Terms.eventType(event.payload)),
        .init(Phrase("日期", "Day"), event.on.description),
        .init(Phrase("登记时间", "Recorded"), event.at.text(at: offset)),
        .init(Phrase("登记人", "By"), event.actor),
        .init(Heading.unit, unit ?? Phrase("–", "–")),
        .init(Heading.findings, entry.findings.map(\.description).joined(separator: " ")),
        .init(Phrase("内容", "What"), Terms.summary(of: event, in: self)),
        .init(Phrase("批次", "Batch"), event.batch.text),
        .init(
          Phrase("撤销", "Undone"),
          entry.isRetracted ? Phrase("已撤销", "undone") : Phrase("否", "no"),
          entry.isRetracted ? .bad : .text),
      ]
        + conflicts.filter { $0.events.contains(event.id) }.map { conflict in
          .init(Phrase("记录矛盾", "Conflict"), Terms.conflict(conflict) + Terms.settleConflict, .bad)
        },
      sections: about.rows.isEmpty ? [] : [.init(SheetWords.history, about)])
    let roll = historyRoll([entry], offset: offset, language: language, telephones: true)
    let value = value(
      "event", roll.object(entry),
      [
        .init("origin", .text(event.origin)), .init("batchSize", .integer(event.batchSize)),
        .init("clock", .integer(event.clock)), .init("seen", Value(event.seen.map(\.text))),
        .init("round", .integer(event.round)), .init("subject", event.subject.value),
        .init("payload", event.payload.value), .init("history", about.value),
      ])
    return Entry(sheet: sheet, value: value)
  }
}

extension Event.Subject {
  fileprivate var value: Value {
    switch self {
    case .unit(let id): .object([.init("unit", .text(id.text))])
    case .findings(let ids): .object([.init("findings", Value(ids))])
    case .site(let code): .object([.init("site", .text(code.text))])
    case .event(let id): .object([.init("event", .text(id.text))])
    case .check(let id): .object([.init("check", .text(id))])
    case .notice(let quarter): .object([.init("notice", .text(quarter.description))])
    }
  }
}
