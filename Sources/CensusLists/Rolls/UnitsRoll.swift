package import CensusCore

extension Projection {
  /// The answer of `census units`: the receipt desk, who owes most first.
  ///
  /// - Parameter obligations: those that a filter left, else the whole desk.
  /// - Returns: the list.
  package func unitsRoll(_ obligations: [Obligation]) -> Roll<UnitRow> {
    // The brief counts all units, so it stands under all of them only.
    unitsRoll(
      obligations.map { UnitRow($0) },
      remarks: obligations.count == self.obligations.count ? [brief] : [])
  }

  /// The rows of the receipt desk, or the rounds of it.
  ///
  /// - Parameters:
  ///   - rows: those that a filter left.
  ///   - remarks: what is said under the table.
  /// - Returns: the list; people see the columns that have something to say.
  package func unitsRoll(_ rows: [UnitRow], remarks: [Phrase] = []) -> Roll<UnitRow> {
    Roll(
      fields: dutyColumns(rows) + partColumns + followUpColumns(rows) + [nextColumn]
        + [modifierColumn(rows) { Modifier.of($0.obligation.conflicts) }], rows: rows,
      naming: "unit",
      empty: nothing(Phrase("没有符合条件的单位。", "No unit matches.")), remarks: remarks)
  }

  private func dutyColumns(_ rows: [UnitRow]) -> [Field<UnitRow>] {
    [
      Field("quarter", Heading.quarter, shows: .machines) { [self] _ in
        .text(quarter.description)
      },
      Field(
        "unit", Heading.unit, rank: { [self] in position(ofUnit: $0.obligation.unit.id) },
        text: { $0.obligation.unit.name[$1] }, value: { .text($0.obligation.unit.id) }),
      Field(
        "prefecture", Heading.prefecture, shows: .machines,
        rank: { [self] in position(ofPrefecture: $0.obligation.unit.prefecture) },
        text: { [self] in prefectureName($0.obligation.unit.prefecture, $1) },
        value: { .text($0.obligation.unit.prefecture) }),
      Field("sites", Heading.sites, .right) { .integer($0.siteCount) },
      Field("findings", Heading.findings, .right) { .integer($0.findingCount) },
      Field("due", Heading.due) { Value($0.deadline?.day) },
      Field(
        "originalDue", Phrase("原时限", "Originally due"), shows: .people(if: rows.contains(where: \.isExtended)),
        text: { row, _ in row.isExtended ? row.originalDeadline?.day.description ?? "" : "" },
        value: { Value($0.originalDeadline?.day) }),
      Field(
        "round", Phrase("轮次", "Round"), .right, shows: .people(if: rows.contains { $0.number > 1 }
      )) { .integer($0.number) },
    ]
  }

  private var partColumns: [Field<UnitRow>] {
    [
      Field(
        "paperOn", Phrase("纸质版", "Paper"), text: { partWords($0.paper, $1) },
        value: { Value($0.paper.validOn) }),
      Field(
        "electronicOn", Phrase("电子版", "Electronic"), text: { partWords($0.electronic, $1) },
        value: { Value($0.electronic.validOn) }),
      Field("completeOn", Phrase("报齐日", "Complete on"), shows: .machines) { Value($0.completeOn) },
      Field("daysLate", Phrase("迟报天数", "Days late"), .right, shows: .machines) {
        Value($0.daysLate)
      },
      Field(
        "daysLeft", Heading.time, numberTitle: Heading.daysLeft,
        tone: { [self] in timeTone($0.isOverdue(on: asOf)) },
        text: { [self] in timeWords($0, $1) }, value: { [self] in Value($0.daysLeft(on: asOf)) }),
      Field(
        "submission", Heading.state,
        rank: { $0.obligation.isVoid ? .max : $0.submission.rank },
        tone: { $0.submission.isSettled ? .good : .text },
        text: { row, language in
          guard !row.obligation.isVoid else { return Terms.headline(.void)[language] }
          let word = Terms.submission(row.submission)[language]
          return Terms.progress(row.round).map { "\(word) \($0[language])" } ?? word
        }, value: { .text($0.submission.rawValue) }),
    ]
  }

  private func followUpColumns(_ rows: [UnitRow]) -> [Field<UnitRow>] {
    let isRechecked = rows.contains { $0.obligation.recheckedCount > 0 }
    let isChased = rows.contains { $0.obligation.chases.count > 0 }
    return [
      Field(
        "rechecked", Phrase("复查", "Re-checks"), shows: .people(if: isRechecked),
        numberTitle: Phrase("已复查", "Re-checked"),
        tone: { $0.obligation.failedCount > 0 ? .bad : .text },
        text: { recheckWords($0.obligation, $1) },
        value: { .integer($0.obligation.recheckedCount) }),
      Field("passed", Phrase("整改到位", "Passed"), .right, shows: .machines) {
        .integer($0.obligation.passedCount)
      },
      Field(
        "chases", Phrase("催办", "Chases"), shows: .people(if: isChased),
        numberTitle: Phrase("催办次数", "Chases"), text: { chaseWords($0.obligation.chases, $1) },
        value: { .integer($0.obligation.chases.count) }),
      Field("lastChase", Phrase("上次催办", "Last chase"), shows: .machines) {
        Value($0.obligation.chases.lastOn)
      },
      Field("promised", Phrase("承诺日期", "Promised"), shows: .machines) {
        Value($0.obligation.chases.promised)
      },
    ]
  }

  private var nextColumn: Field<UnitRow> {
    let next = { @Sendable (row: UnitRow) in row.isLatest ? row.obligation.next : nil }
    return Field(
      "next", Phrase("下一步", "Next"), rank: { next($0)?.on.ordinal ?? .max },
      text: { row, language in
        next(row).map { "\($0.on.monthAndDay) \(Terms.action($0.what)[language])" } ?? ""
      },
      value: { row in
        next(row).map {
          .object([.init("on", .day($0.on)), .init("what", .text($0.what.rawValue))])
        } ?? .none
      })
  }

  /// How much time is left, or how late a settled report was.
  private func timeWords(_ row: UnitRow, _ language: Language) -> String {
    guard let late = row.daysLate else {
      return timeWords(row.daysLeft(on: asOf), language)
    }
    let later = Phrase("（补录）", " (recorded later)")[language]
    return Terms.daysLate(late)[language] + (row.isRecordedLater ? later : "")
  }
}
