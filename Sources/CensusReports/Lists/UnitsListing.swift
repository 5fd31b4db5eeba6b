package import CensusCore

extension Projection {
  /// The answer of `census units`: the receipt desk, who owes most first.
  ///
  /// - Parameter obligations: those that a filter left, else the whole desk.
  /// - Returns: the list.
  package func unitsListing(_ obligations: [Obligation]) -> Listing<UnitRow> {
    // The brief counts all units, so it stands under all of them only.
    unitsListing(
      obligations.map { UnitRow($0) },
      remarks: obligations.count == self.obligations.count ? [brief] : [])
  }

  /// The rows of the receipt desk, or the rounds of it.
  ///
  /// - Parameters:
  ///   - rows: those that a filter left.
  ///   - remarks: what is said under the table.
  /// - Returns: the list; people see the columns that have something to say.
  package func unitsListing(_ rows: [UnitRow], remarks: [Phrase] = []) -> Listing<UnitRow> {
    Listing(
      columns: dutyColumns(rows) + partColumns + followUpColumns(rows) + [nextColumn]
        + [modifierColumn(rows) { Modifier.of($0.obligation.conflicts) }], rows: rows,
      name: \.obligation.unit.name.chinese,
      empty: nothing(Phrase("没有符合条件的单位。", "No unit matches.")), remarks: remarks)
  }

  private func dutyColumns(_ rows: [UnitRow]) -> [Column<UnitRow>] {
    [
      Column("quarter", Heading.quarter, isShown: false) { [self] _ in
        .text(quarter.description)
      },
      Column(
        "unit", Heading.unit, rank: { [self] in position(ofUnit: $0.obligation.unit.id) },
        text: { $0.obligation.unit.name[$1] }, value: { .text($0.obligation.unit.id) }),
      Column(
        "prefecture", Heading.prefecture, isShown: false,
        rank: { [self] in position(ofPrefecture: $0.obligation.unit.prefecture) },
        text: { [self] in prefectureName($0.obligation.unit.prefecture, $1) },
        value: { .text($0.obligation.unit.prefecture) }),
      Column("sites", Heading.sites, .right) { .integer($0.siteCount) },
      Column("findings", Heading.findings, .right) { .integer($0.findingCount) },
      Column("due", Heading.due) { Value($0.deadline?.day) },
      Column(
        "originalDue", Phrase("原时限", "Originally due"), isShown: rows.contains(where: \.isExtended),
        text: { row, _ in row.isExtended ? row.originalDeadline?.day.description ?? "" : "" },
        value: { Value($0.originalDeadline?.day) }),
      Column(
        "round", Phrase("轮次", "Round"), .right, isShown: rows.contains { $0.number > 1 }
      ) { .integer($0.number) },
    ]
  }

  private var partColumns: [Column<UnitRow>] {
    [
      Column(
        "paperOn", Phrase("纸质版", "Paper"), text: { partWords($0.paper, $1) },
        value: { Value($0.paper.validOn) }),
      Column(
        "electronicOn", Phrase("电子版", "Electronic"), text: { partWords($0.electronic, $1) },
        value: { Value($0.electronic.validOn) }),
      Column("completeOn", Phrase("报齐日", "Complete on"), isShown: false) { Value($0.completeOn) },
      Column("daysLate", Phrase("迟报天数", "Days late"), .right, isShown: false) {
        Value($0.daysLate)
      },
      Column(
        "daysLeft", Heading.time, numberHeading: Heading.daysLeft,
        emphasis: { [self] in timeEmphasis($0.isOverdue(on: asOf)) },
        text: { [self] in timeWords($0, $1) }, value: { [self] in Value($0.daysLeft(on: asOf)) }),
      Column(
        "submission", Heading.state,
        rank: { $0.obligation.isVoid ? .max : $0.submission.rank },
        emphasis: { $0.submission.isSettled ? .good : .none },
        text: { row, language in
          guard !row.obligation.isVoid else { return Terms.headline(.void)[language] }
          let word = Terms.submission(row.submission)[language]
          return Terms.progress(row.round).map { "\(word) \($0[language])" } ?? word
        }, value: { .text($0.submission.rawValue) }),
    ]
  }

  private func followUpColumns(_ rows: [UnitRow]) -> [Column<UnitRow>] {
    let isRechecked = rows.contains { $0.obligation.recheckedCount > 0 }
    let isChased = rows.contains { $0.obligation.chases.count > 0 }
    return [
      Column(
        "rechecked", Phrase("复查", "Re-checks"), isShown: isRechecked,
        numberHeading: Phrase("已复查", "Re-checked"),
        emphasis: { $0.obligation.failedCount > 0 ? .bad : .none },
        text: { recheckWords($0.obligation, $1) },
        value: { .integer($0.obligation.recheckedCount) }),
      Column("passed", Phrase("整改到位", "Passed"), .right, isShown: false) {
        .integer($0.obligation.passedCount)
      },
      Column(
        "chases", Phrase("催办", "Chases"), isShown: isChased,
        numberHeading: Phrase("催办次数", "Chases"), text: { chaseWords($0.obligation.chases, $1) },
        value: { .integer($0.obligation.chases.count) }),
      Column("lastChase", Phrase("上次催办", "Last chase"), isShown: false) {
        Value($0.obligation.chases.lastOn)
      },
      Column("promised", Phrase("承诺日期", "Promised"), isShown: false) {
        Value($0.obligation.chases.promised)
      },
    ]
  }

  private var nextColumn: Column<UnitRow> {
    let next = { (row: UnitRow) in row.isLatest ? row.obligation.next : nil }
    return Column(
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
