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
  /// - Returns: the entry; nil if the reference is of another projection.
  package func entry(
    _ reference: Reference, offset: UTCOffset, language: Language, earlier: RepeatOffenders? = nil
  ) -> Entry? {
    let past = history(of: reference)
    switch reference {
    case .prefecture(let id):
      return prefectures.first { $0.prefecture.id == id }.map {
        entry($0, historyRoll(past, offset: offset, language: language))
      }
    case .unit(let id):
      return obligation(of: id).map {
        entry($0, historyRoll(past, offset: offset, language: language))
      }
    case .site(let code):
      return site(code).map {
        entry($0, historyRoll(past, offset: offset, language: language), earlier)
      }
    case .finding(let id):
      return finding(id).map {
        entry($0, historyRoll(past, offset: offset, language: language), earlier)
      }
    case .check: return nil
    case .notice: return noticeEntry(historyRoll(past, offset: offset, language: language))
    case .event(let id):
      return history.first { $0.event.id == id }.map { entry in
        self.entry(
          entry, historyRoll(past.filter { $0.event.id != id }, offset: offset, language: language),
          offset, language)
      }
    case .batch(let id):
      guard let first = past.last?.event else { return nil }
      return entry(id, of: first, historyRoll(past, offset: offset, language: language))
    }
  }

  /// The quarter on one page, with what was recorded about the notice as a whole.
  private func noticeEntry(_ history: Roll<HistoryEntry>) -> Entry {
    let (page, roll) = (overviewSheet, overviewRoll)
    let sheet = Sheet(
      page.title, lines: page.lines, paragraph: page.paragraph,
      sections: page.sections + [.init(SheetWords.history, history)])
    let row = roll.rows.first.map { roll.object($0) } ?? .object([])
    return Entry(sheet: sheet, value: value("notice", row, [.init("history", history.value)]))
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

/// Headings over the lists of a page.
enum SheetWords {
  static let history = Phrase("办理记录", "History")
  static let findings = Phrase("存在问题", "Findings")
  static let sites = Phrase("不合格网站", "Failing sites")
  static let rounds = Phrase("轮次", "Rounds")
  static let rechecks = Phrase("复查", "Re-checks")
  static let detail = Phrase("问题明细", "What has to be mended")
  static let units = Phrase("应报单位", "Units that owe a report")
}
