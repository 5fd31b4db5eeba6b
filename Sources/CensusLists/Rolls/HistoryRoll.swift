package import CensusCore

extension Projection {
  /// The answer of `census history`: what was recorded, the newest first.
  ///
  /// - Parameters:
  ///   - entries: those wanted, else all.
  ///   - offset: the province's clock.
  ///   - language: of what was recorded, in a sentence, for machines.
  ///   - telephones: whether numbers are said; a list that is handed on is without them.
  ///   - searched: what a search looks at.
  ///   - isWhole: whether the entries are all of the quarter's, and not those of one thing.
  /// - Returns: the list.
  package func historyRoll(
    _ entries: [HistoryEntry], offset: UTCOffset, language: Language, telephones: Bool = false,
    searched: SearchTexts? = nil, isWhole: Bool = false
  ) -> Roll<HistoryEntry> {
    Roll(
      .history,
      fields: eventFields(entries, offset) + subjectFields(telephones, language) + [conflictField],
      rows: entries, identity: { .event($0.event.id) },
      searched: { entry in
        (searched?.of(entry) ?? []) + [entry.event.at.text(at: offset)]
          + (entry.isRetracted ? [undone.chinese, undone.english] : [])
      },
      empty: isWhole ? Terms.nothingRecorded(in: self) : Terms.nothingRecordedOfIt)
  }

  private func eventFields(
    _ entries: [HistoryEntry], _ offset: UTCOffset
  ) -> [Field<HistoryEntry>] {
    // A retraction is called by what it is; a kind that this version does not know has no name.
    let own = Dictionary(
      entries.map { ($0.event.type, Terms.eventType($0.event.payload)) },
      uniquingKeysWith: { first, _ in first })
    let known = Terms.eventTypes.keys.sorted() + own.keys.filter { Terms.eventTypes[$0] == nil }
    let type = Choice(
      known, word: { own[$0] ?? Terms.eventTypes[$0] },
      names: { Terms.eventTypes[$0].map { [$0.chinese, $0.english] } ?? [] })
    return [
      Field("quarter", Heading.quarter, shows: .machines) { Value($0.event.quarter?.description) },
      Field("id", Phrase("编号", "ID"), shows: .machines) { .text($0.event.id.text) },
      Field(
        "type", Phrase("类型", "Type"), shows: .machines, room: .fixed(10, 14),
        choice: type, tone: { $0.isRetracted ? .quiet : .accent },
        text: { Terms.eventType($0.event.payload)[$1] }, value: { .text($0.event.type) }),
      Field(
        "effectiveOn", Phrase("日期", "Day"), form: .days, room: .fixed(10),
        words: { Words($0.event.on.description, $1.quiet) }, value: { .day($0.event.on) }),
      Field(
        "recordedAt", Phrase("登记时间", "Recorded"), room: .fixed(16, importance: 2),
        rank: { $0.event.at.seconds },
        words: { Words($0.event.at.text(at: offset), $1.quiet) },
        value: { .text($0.event.at.description) }),
      Field(
        "recordedBy", Phrase("登记人", "By"), room: .fixed(8),
        choice: Choice([], word: { Phrase($0, $0) }),
        words: { Words($0.event.actor, $1.quiet) }, value: { .text($0.event.actor) }),
    ]
  }

  private var conflictField: Field<HistoryEntry> {
    Field(
      "conflict", Phrase("矛盾", "Conflict"),
      when: \.isInConflict,
      tone: { $0.isInConflict ? .bad : .text },
      text: { $0.isInConflict ? Phrase("待裁定", "to be settled")[$1] : "" },
      value: { .flag($0.isInConflict) })
  }

  private func subjectFields(_ telephones: Bool, _ language: Language) -> [Field<HistoryEntry>] {
    [
      Field(
        "unit", Heading.unit, short: Phrase("单位", "Unit"),
        room: .flexible(12, 11, weight: 1, most: 16), choice: unitChoice,
        choices: { [self] in $0.units(in: self).map(\.id.text) },
        words: { [self] entry, manner in
          guard manner.isBrief else {
            return Words(
              entry.unit.map { unitName($0, manner.language) } ?? manner(entry.event.wholeNotice))
          }
          let name = Words.naming(entry.units(in: self), manner)
          return Words(
            name.isEmpty ? manner(entry.event.wholeNotice) : name,
            entry.isRetracted ? .quiet : .text)
        }, value: { Value($0.unit?.text) }),
      assigneeField(shows: .filters) { [self] in $0.units(in: self).map(\.id) },
      Field(
        "prefecture", Heading.prefecture, shows: .filters, choice: prefectureChoice,
        choices: { [self] in $0.units(in: self).map(\.prefecture.text) }, value: { _ in .none }),
      Field("findings", Heading.findings, shows: .machines) { Value($0.findings) },
      Field(
        "batch", Phrase("批次", "Batch"), room: .fixed(8, importance: 1),
        words: { Words(String($0.event.batch.text.prefix(8)), $1.quiet) },
        value: { .text($0.event.batch.text) }),
      Field(
        "retracted", Phrase("撤销", "Undone"), tone: { $0.isRetracted ? .bad : .text },
        text: { $0.isRetracted ? undone[$1] : "" }, value: { .flag($0.isRetracted) }),
      Field(
        "summary", Phrase("内容", "What"), room: .flexible(24, weight: 4, most: 80),
        words: { [self] entry, manner in
          let said = Terms.summary(
            of: entry.event, in: self, telephones: telephones, isBrief: manner.isBrief)
          guard manner.isBrief else { return Words(manner(said)) }
          let summary = said.sentence(manner.language)
          // Not every terminal strikes text through, so a word stands before it.
          let before = Words(
            entry.isRetracted ? manner(Phrase("（已撤销）", "(undone) ")) : "", .quiet)
          let doubt = Words(
            entry.isInConflict ? manner(Phrase("（待裁定）", "(conflict) ")) : "", .bad)
          let isOut = entry.isRetracted
          return before + doubt + Words(summary, isOut ? .quiet : .text, struck: isOut)
        },
        value: { [self] in
          .text(Terms.summary(of: $0.event, in: self, telephones: telephones)[language])
        }),
      Field("note", Phrase("备注", "Remark"), shows: .machines) { Value($0.event.remark) },
    ]
  }
}

/// What is said of a record that was taken back.
private let undone = Phrase("已撤销", "undone")

extension Words {
  /// The name of one unit, or how many there are.
  fileprivate static func naming(_ units: [Unit], _ manner: Manner) -> String {
    guard let unit = units.first, units.count == 1 else {
      return units.isEmpty
        ? "" : manner(Phrase("\(units.count)家", counted(units.count, "unit")))
    }
    return manner(Phrase(unit.name.chinese, unit.short.english))
  }
}

extension HistoryEntry {
  /// The units it concerns.
  package func units(in projection: Projection) -> [Unit] {
    if let unit {
      let known = projection.obligation(of: unit)?.unit ?? projection.directory.unit(unit)
      return [known ?? Unit(id: unit, name: Phrase(unit), prefecture: "")]
    }
    let ids = Set(findings.compactMap { projection.finding($0)?.unit })
    return projection.obligations.map(\.unit).filter { ids.contains($0.id) }
  }
}

extension Event {
  /// What stands where others have their unit, of what is about the notice as a whole.
  var wholeNotice: Phrase {
    guard case .notice = subject else { return Phrase("", "") }
    return Phrase("整份通报", "the notice")
  }

  /// The name of its kind in files and in JSON.
  package var type: String { payload.typeName }

  /// The remark it carries.
  package var remark: String? { payload.remark }
}
