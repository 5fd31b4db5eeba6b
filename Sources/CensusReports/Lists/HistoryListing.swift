package import CensusCore

extension Projection {
  /// The answer of `census history`: what was recorded, the newest first.
  ///
  /// - Parameters:
  ///   - entries: those wanted, else all.
  ///   - offset: the province's clock.
  ///   - telephones: whether numbers are said; a list that is handed on is without them.
  /// - Returns: the list.
  package func historyListing(
    _ entries: [HistoryEntry], offset: UTCOffset, telephones: Bool = false
  ) -> Listing<HistoryEntry> {
    Listing(
      columns: eventColumns(offset) + subjectColumns(telephones) + [conflictColumn(entries)],
      rows: entries,
      empty: Phrase("还没有记录。", "Nothing has been recorded yet."))
  }

  private func eventColumns(_ offset: UTCOffset) -> [Column<HistoryEntry>] {
    [
      Column("quarter", Heading.quarter, isShown: false) { Value($0.event.quarter?.description) },
      Column("id", Phrase("编号", "ID"), isShown: false) { .text($0.event.id.text) },
      Column(
        "type", Phrase("类型", "Type"), isShown: false,
        text: { Terms.eventType($0.event.payload)[$1] }, value: { .text($0.event.type) }),
      Column("effectiveOn", Phrase("日期", "Day")) { .day($0.event.on) },
      Column(
        "recordedAt", Phrase("登记时间", "Recorded"),
        text: { entry, _ in entry.event.at.text(at: offset) },
        value: { .text($0.event.at.description) }),
      Column("recordedBy", Phrase("登记人", "By")) { .text($0.event.actor) },
    ]
  }

  private func conflictColumn(_ entries: [HistoryEntry]) -> Column<HistoryEntry> {
    Column(
      "conflict", Phrase("矛盾", "Conflict"), isShown: entries.contains(where: \.isInConflict),
      emphasis: { $0.isInConflict ? .bad : .none },
      text: { $0.isInConflict ? Phrase("待裁定", "to be settled")[$1] : "" },
      value: { .flag($0.isInConflict) })
  }

  private func subjectColumns(_ telephones: Bool) -> [Column<HistoryEntry>] {
    [
      Column(
        "unit", Heading.unit,
        text: { [self] entry, language in
          entry.unit.map { unitName($0, language) } ?? entry.event.placeOfNotice[language]
        }, value: { Value($0.unit) }),
      Column("findings", Heading.findings, isShown: false) { Value($0.findings) },
      Column(
        "batch", Phrase("批次", "Batch"),
        text: { entry, _ in String(entry.event.batch.text.prefix(8)) },
        value: { .text($0.event.batch.text) }),
      Column(
        "retracted", Phrase("撤销", "Undone"), emphasis: { $0.isRetracted ? .bad : .none },
        text: { entry, language in
          entry.isRetracted ? Phrase("已撤销", "undone")[language] : ""
        }, value: { .flag($0.isRetracted) }),
      Column(
        "note", Phrase("内容", "What"),
        text: { [self] in
          Terms.summary(of: $0.event, in: self, telephones: telephones)[$1]
        },
        value: { Value($0.event.remark) }),
    ]
  }
}

extension Event {
  /// What stands where others have their unit, of what is about the notice as a whole.
  fileprivate var placeOfNotice: Phrase {
    guard case .notice = subject else { return Phrase("", "") }
    return Phrase("整份通报", "whole notice")
  }

  /// The name of its kind in files and in JSON.
  package var type: String { payload.typeName }

  /// The remark it carries.
  package var remark: String? { payload.remark }
}
