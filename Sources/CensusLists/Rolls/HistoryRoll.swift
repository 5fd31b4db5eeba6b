package import CensusCore

extension Projection {
  /// The answer of `census history`: what was recorded, the newest first.
  ///
  /// - Parameters:
  ///   - entries: those wanted, else all.
  ///   - offset: the province's clock.
  ///   - telephones: whether numbers are said; a list that is handed on is without them.
  /// - Returns: the list.
  package func historyRoll(
    _ entries: [HistoryEntry], offset: UTCOffset, telephones: Bool = false
  ) -> Roll<HistoryEntry> {
    Roll(
      fields: eventColumns(offset) + subjectColumns(telephones) + [conflictColumn(entries)],
      rows: entries,
      empty: Phrase("还没有记录。", "Nothing has been recorded yet."))
  }

  private func eventColumns(_ offset: UTCOffset) -> [Field<HistoryEntry>] {
    [
      Field("quarter", Heading.quarter, shows: .machines) { Value($0.event.quarter?.description) },
      Field("id", Phrase("编号", "ID"), shows: .machines) { .text($0.event.id.text) },
      Field(
        "type", Phrase("类型", "Type"), shows: .machines,
        text: { Terms.eventType($0.event.payload)[$1] }, value: { .text($0.event.type) }),
      Field("effectiveOn", Phrase("日期", "Day")) { .day($0.event.on) },
      Field(
        "recordedAt", Phrase("登记时间", "Recorded"),
        text: { entry, _ in entry.event.at.text(at: offset) },
        value: { .text($0.event.at.description) }),
      Field("recordedBy", Phrase("登记人", "By")) { .text($0.event.actor) },
    ]
  }

  private func conflictColumn(_ entries: [HistoryEntry]) -> Field<HistoryEntry> {
    Field(
      "conflict", Phrase("矛盾", "Conflict"), shows: .people(if: entries.contains(where: \.isInConflict)),
      tone: { $0.isInConflict ? .bad : .text },
      text: { $0.isInConflict ? Phrase("待裁定", "to be settled")[$1] : "" },
      value: { .flag($0.isInConflict) })
  }

  private func subjectColumns(_ telephones: Bool) -> [Field<HistoryEntry>] {
    [
      Field(
        "unit", Heading.unit,
        text: { [self] entry, language in
          entry.unit.map { unitName($0, language) } ?? ""
        }, value: { Value($0.unit) }),
      Field("findings", Heading.findings, shows: .machines) { Value($0.findings) },
      Field(
        "batch", Phrase("批次", "Batch"),
        text: { entry, _ in String(entry.event.batch.text.prefix(8)) },
        value: { .text($0.event.batch.text) }),
      Field(
        "retracted", Phrase("撤销", "Undone"), tone: { $0.isRetracted ? .bad : .text },
        text: { entry, language in
          entry.isRetracted ? Phrase("已撤销", "undone")[language] : ""
        }, value: { .flag($0.isRetracted) }),
      Field(
        "note", Phrase("内容", "What"),
        text: { [self] in
          Terms.summary(of: $0.event, in: self, telephones: telephones)[$1]
        },
        value: { Value($0.event.remark) }),
    ]
  }
}

extension Event {
  /// The name of its kind in files and in JSON.
  package var type: String { payload.typeName }

  /// The remark it carries.
  package var remark: String? { payload.remark }
}
