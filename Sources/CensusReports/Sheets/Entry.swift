package import CensusCore
package import CensusLists

/// What `census show` answers with: a page for people, and everything known for machines.
package struct Entry {
  /// The page.
  package let sheet: Sheet
  /// Everything known.
  package let value: Value
}

extension Projection {
  /// Everything known about what an ID stands for, with its history.
  ///
  /// - Parameters:
  ///   - reference: what was resolved in this projection.
  ///   - offset: the province's clock.
  ///   - language: of sentences, for machines.
  ///   - earlier: what failed again across quarters, if that is known.
  ///   - streak: since when a prefecture has had no failing site, if that is known.
  /// - Returns: the entry; nil if the reference is of another projection.
  package func entry(
    _ reference: Reference, offset: UTCOffset, language: Language,
    earlier: RepeatOffenders? = nil, streak: Trends.Streak? = nil
  ) -> Entry? {
    let past = history(of: reference)
    let records = historyRoll(past, offset: offset, language: language)
    let kept = evidence(among: past)
    let files = Entry.Part(
      "evidenceList", kept.isEmpty ? nil : SheetWords.evidence, EvidenceEntry.roll(kept))
    switch reference {
    case .prefecture(let id):
      return prefectures.first { $0.prefecture.id == id }.map { state in
        // The brief under the desk is of the whole quarter.
        let units = Roll(
          fields: unitsRoll(state.obligations).fields, rows: state.obligations.map { UnitRow($0) },
          empty: Phrase("没有不合格网站，不需要报送。", "No failing site, so no report is owed."))
        return Entry(
          facts(of: state, streak: streak),
          [
            .init("unitList", SheetWords.units, units),
            .init("siteList", SheetWords.sites, sitesRoll(state.sites)),
            .init("findingList", nil, findingsRoll(state.findings)),
            files, .init("history", SheetWords.history, records),
          ])
      }
    case .unit(let id):
      return obligation(of: id).map { obligation in
        let rounds = !obligation.ordered.isEmpty ? SheetWords.rounds : nil
        return Entry(
          facts(of: obligation),
          [
            .init("roundList", rounds, unitsRoll(UnitRow.rounds(of: obligation))),
            .init("findingList", SheetWords.findings, findingsRoll(obligation.findings)),
            files, .init("history", SheetWords.history, records),
          ])
      }
    case .site(let code):
      return site(code).map { site in
        Entry(
          facts(of: site, past: earlier),
          [
            .init("findingList", SheetWords.findings, findingsRoll(site.findings)),
            files, .init("history", SheetWords.history, records),
          ])
      }
    case .finding(let id):
      return finding(id).map { state in
        let rechecks = state.rechecks.isEmpty ? nil : SheetWords.rechecks
        let detail = state.detail.isEmpty ? nil : SheetWords.detail
        return Entry(
          facts(of: state, past: earlier),
          [
            .init("rechecks", rechecks, RecheckEntry.roll(state.rechecks)),
            .init("detail", detail, Detail.Line.roll(state.detail)),
            files, .init("history", SheetWords.history, records),
          ])
      }
    case .check: return nil
    case .notice: return noticeEntry(records, files)
    case .event(let id):
      return history.first { $0.event.id == id }.map { entry in
        self.entry(
          entry, historyRoll(past.filter { $0.event.id != id }, offset: offset, language: language),
          offset, language)
      }
    case .batch(let id):
      guard let first = past.last?.event else { return nil }
      return entry(id, of: first, records)
    }
  }

  /// The quarter on one page, with what was recorded about the notice as a whole.
  private func noticeEntry(_ history: Roll<HistoryEntry>, _ files: Entry.Part) -> Entry {
    let (page, roll) = (overviewSheet, overviewRoll)
    let sheet = Sheet(
      page.title, lines: page.lines, paragraph: page.paragraph,
      sections: page.sections
        + [files.section, .init(SheetWords.history, history)].compactMap(\.self))
    let row = roll.rows.first.map { roll.object($0) } ?? .object([])
    return Entry(
      sheet: sheet, value: value("notice", row, [files.value, .init("history", history.value)]))
  }

  /// Joins the fields of a row with lists under it; every entry says first what it is about.
  func value(_ entity: String, _ row: Value, _ more: [Value.Field]) -> Value {
    guard case .object(let fields) = row else { return row }
    return .object([.init("entity", .text(entity))] + fields + more)
  }

  private func entry(_ batch: BatchID, of event: Event, _ history: Roll<HistoryEntry>) -> Entry {
    let counted = "\(history.rows.count)/\(event.batchSize)"
    let sheet = Sheet(
      Phrase("批次 \(batch.text)", "Batch \(batch.text)"),
      lines: [
        .init(Phrase("登记人", "By"), event.actor),
        .init(Phrase("记录", "Events"), counted),
      ],
      sections: [.init(SheetWords.history, history)])
    let value = Value.object([
      .init("entity", .text("batch")), .init("quarter", .text(quarter.description)),
      .init("batch", .text(batch.text)), .init("batchSize", .integer(event.batchSize)),
      .init("recordedBy", .text(event.actor)), .init("history", history.value),
    ])
    return Entry(sheet: sheet, value: value)
  }
}

extension Entry {
  /// A list of an entry; without a heading it is for machines alone.
  struct Part {
    let value: Value.Field
    let section: Sheet.Section?

    init<Row>(_ name: String, _ heading: Phrase?, _ roll: Roll<Row>) {
      value = .init(name, roll.value)
      section = heading.map { .init($0, roll) }
    }
  }

  /// The facts of one thing, with lists about it.
  fileprivate init(_ facts: Facts, _ parts: [Part]) {
    sheet = Sheet(facts, sections: parts.compactMap(\.section))
    value = facts.value(parts.map(\.value))
  }
}

/// Headings over the lists of a page.
enum SheetWords {
  static let history = Phrase("办理记录", "History")
  static let findings = Phrase("存在问题", "Findings")
  static let sites = Phrase("不合格网站", "Failing sites")
  static let rounds = Phrase("轮次", "Rounds")
  static let evidence = Phrase("佐证材料", "Evidence")
  static let rechecks = Phrase("复查", "Re-checks")
  static let detail = Phrase("问题明细", "What has to be mended")
  static let units = Phrase("应报单位", "Units that owe a report")
}
