package import CensusCore

/// A line of the ledger of accountability: a unit to be considered, or a step taken.
package struct LedgerRow: Sendable {
  /// What a line says of its unit.
  package enum Stage: String, CaseIterable, Sendable {
    /// Its latest re-check failed, and nothing was opened: nobody recorded this.
    case toBeConsidered
    case opened
    case measure
    case concluded

    fileprivate var term: Phrase {
      switch self {
      case .toBeConsidered: Terms.accountability(.toBeConsidered)
      case .opened: Terms.stage(.opened)
      case .measure: Terms.stage(.measure)
      case .concluded: Terms.stage(.concluded)
      }
    }
  }

  /// The unit.
  package let entry: AccountabilityLedger.Row
  /// The step; nil for a unit that is to be considered.
  package let step: AccountabilityLedger.Step?

  /// What the line says.
  package var stage: Stage {
    switch step?.step.stage {
    case nil: .toBeConsidered
    case .opened: .opened
    case .measure: .measure
    case .concluded: .concluded
    }
  }
}

extension AccountabilityLedger {
  /// The lines of the ledger.
  ///
  /// - Parameter isWhole: whether units to be considered and conclusions are among them.
  /// - Returns: unit by unit, what is to be considered first.
  package func lines(isWhole: Bool) -> [LedgerRow] {
    rows.flatMap { entry -> [LedgerRow] in
      let steps = entry.steps.filter { isWhole || $0.step.stage != .concluded }
      let isOpen = !entry.toConsider.isEmpty && isWhole
      return (isOpen ? [LedgerRow(entry: entry, step: nil)] : [])
        + steps.map { LedgerRow(entry: entry, step: $0) }
    }
  }
}

extension Projection {
  /// The answer of `census ledger`: one line an opening or a measure.
  ///
  /// - Parameters:
  ///   - isWhole: whether units to be considered and conclusions have lines, too.
  ///   - searched: what a search looks at.
  /// - Returns: the list, with the tally of measures below.
  package func ledgerRoll(isWhole: Bool, searched: SearchTexts? = nil) -> Roll<LedgerRow> {
    let ledger = accountability
    return Roll(
      .ledger, fields: ledgerSubjectFields + ledgerStepFields + [assigneeField { [$0.entry.unit] }],
      rows: ledger.lines(isWhole: isWhole),
      identity: { row in row.step.map { .event($0.event) } ?? .unit(row.entry.unit) },
      reference: { .unit($0.entry.unit) }, naming: "unit",
      searched: { [self] row in
        let words = [row.stage.term, Terms.accountability(row.entry.state)]
        let texts = obligation(of: row.entry.unit).map { searched?.of($0) ?? [] } ?? []
        return texts + words.flatMap { [$0.chinese, $0.english] }
          + [row.step?.step.measure.map { Terms.measure($0) }].compactMap(\.self).flatMap {
            [$0.chinese, $0.english]
          }
          + [row.step?.on].compactMap(\.self).flatMap { day in
            [day.description] + [Language.chinese, .english].map { Terms.dated(day)[$0] }
          }
      },
      empty: nothing(
        Phrase("没有启动问责，也没有问责处理。", "Nothing was opened, and no measure was taken.")),
      remarks: { [self] rows in
        [Terms.tally(of: rows)] + considered(ledger, besides: rows)
      })
  }

  /// Which units are to be considered, where they have no lines of their own.
  private func considered(
    _ ledger: AccountabilityLedger, besides rows: [LedgerRow]
  ) -> [Phrase] {
    guard !rows.contains(where: { $0.step == nil }) else { return [] }
    let units = ledger.rows.filter { !$0.toConsider.isEmpty }.map {
      Terms.unit($0.unit, in: self)
    }
    guard !units.isEmpty else { return [] }
    return [
      Phrase(
        "待研究问责\(units.count)家：\(units.map(\.chinese).joined(separator: "、"))。",
        "To be considered: \(units.map(\.english).joined(separator: ", ")).")
    ]
  }

  /// The findings that a line is about; a step that names none is about those of
  /// which accountability is going on or over.
  private func findings(of row: LedgerRow) -> [FindingID] {
    guard let step = row.step else { return row.entry.toConsider.map(\.finding.id) }
    return step.step.findings
      ?? obligation(of: row.entry.unit)?.findings.filter { $0.accountability != .none }
      .map(\.finding.id) ?? []
  }

  private var ledgerSubjectFields: [Field<LedgerRow>] {
    [
      Field("quarter", Heading.quarter, shows: .machines) { [self] _ in
        .text(quarter.description)
      },
      Field(
        "unit", Heading.unit, short: Phrase("单位", "Unit"),
        room: .flexible(12, 11, weight: 2, most: 26),
        name: { [self] in unitName($0.entry.unit, .chinese) },
        rank: { [self] in position(ofUnit: $0.entry.unit) },
        words: { [self] in unitWords($0.entry.unit, $1) }, value: { .text($0.entry.unit.text) }),
      Field(
        "prefecture", Heading.prefecture, shows: .filters, choice: prefectureChoice,
        value: { [self] in Value(obligation(of: $0.entry.unit)?.unit.prefecture.text) }),
      Field(
        "findings", Heading.findings, short: Phrase("序号", "Rows"), room: .fixed(8, importance: 5),
        choices: { [self] in
          findings(of: $0).flatMap { [$0.description, "\(self.row(of: $0))"] }
        },
        words: { [self] row, manner in
          Words(
            findings(of: row).map { String(self.row(of: $0)) }.joined(separator: " "), manner.quiet)
        }, value: { [self] in Value(findings(of: $0)) }),
      Field(
        "stage", Phrase("阶段", "Stage"), room: .fixed(10, 16),
        choice: .all(LedgerRow.Stage.self, \.term),
        rank: { LedgerRow.Stage.allCases.firstIndex(of: $0.stage) },
        words: { Words($1($0.stage.term), $0.stage.tone) }, value: { .text($0.stage.rawValue) }),
      Field(
        "state", Phrase("问责进展", "Accountability"), shows: .machines,
        choice: .all(Accountability.State.self, Terms.accountability),
        text: { Terms.accountability($0.entry.state)[$1] },
        value: { .text($0.entry.state.rawValue) }),
    ]
  }

  private var ledgerStepFields: [Field<LedgerRow>] {
    [
      Field("approvedBy", Phrase("批示领导", "Approved by"), room: .fixed(10, importance: 4)) {
        Value($0.step?.step.approvedBy)
      },
      Field(
        "on", Phrase("日期", "Day"), form: .days, room: .fixed(10),
        words: { row, manner in Words(row.step?.on.description ?? "", manner.quiet) },
        value: { Value($0.step?.on) }),
      Field(
        "measure", Phrase("处理方式", "Measure"), room: .fixed(10, 18),
        choice: .all(Accountability.Measure.self) { Terms.measure($0) },
        text: { row, language in row.step?.step.measure.map { Terms.measure($0)[language] } ?? "" },
        value: { Value($0.step?.step.measure?.rawValue) }),
      Field(
        "personRole", Phrase("处理对象", "Person or role"),
        room: .flexible(12, weight: 2, most: 30)
      ) { Value($0.step?.step.person) },
      Field(
        "document", Heading.document, room: .flexible(12, weight: 1, most: 30, importance: 3)
      ) { Value($0.step?.step.document) },
      Field("event", Phrase("记录编号", "Event"), shows: .machines) { Value($0.step?.event.text) },
    ]
  }
}

extension LedgerRow.Stage {
  fileprivate var tone: Tone {
    switch self {
    case .toBeConsidered: .bad
    case .opened, .measure: .caution
    case .concluded: .good
    }
  }
}

extension Terms {
  /// The tally of the measures in some lines, as notices print it: 共问责3人：约谈2人、书面检查1人;
  /// 人次 where a person recurs.
  package static func tally(of rows: [LedgerRow]) -> Phrase {
    tally(
      ofMeasures: rows.compactMap { row in
        row.step.flatMap { step in
          step.step.measure.map { (row.entry.unit, $0, step.step.person) }
        }
      })
  }
}
