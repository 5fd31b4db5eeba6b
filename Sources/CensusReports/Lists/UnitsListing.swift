package import CensusCore

extension Projection {
  /// The answer of `census units`: the receipt desk, who owes most first.
  ///
  /// - Parameter obligations: those that a filter left, else the whole desk.
  /// - Returns: the list.
  package func unitsListing(_ obligations: [Obligation]) -> Listing<Obligation> {
    Listing(
      columns: dutyColumns + partColumns + laterColumns, rows: obligations,
      empty: nothing(Phrase("没有符合条件的单位。", "No unit matches.")),
      // The brief counts all units, so it stands under all of them only.
      remarks: obligations.count == self.obligations.count ? [brief] : [])
  }

  private var dutyColumns: [Column<Obligation>] {
    [
      Column("quarter", Heading.quarter, isShown: false) { [self] _ in
        .text(quarter.description)
      },
      Column(
        "unit", Heading.unit, rank: { [self] in position(ofUnit: $0.unit.id) },
        text: { $0.unit.name[$1] }, value: { .text($0.unit.id) }),
      Column(
        "prefecture", Heading.prefecture, isShown: false,
        rank: { [self] in position(ofPrefecture: $0.unit.prefecture) },
        text: { [self] in prefectureName($0.unit.prefecture, $1) },
        value: { .text($0.unit.prefecture) }),
      Column("sites", Heading.sites, .right) { .integer($0.siteCodes.count) },
      Column("findings", Heading.findings, .right) { .integer($0.findings.count) },
      Column("due", Heading.due) { Value($0.deadline?.day) },
      Column("originalDue", Phrase("原时限", "Originally due"), isShown: false) {
        Value($0.deadline?.day)
      },
      Column("round", Phrase("轮次", "Round"), .right, isShown: false) { .integer($0.round) },
    ]
  }

  private var partColumns: [Column<Obligation>] {
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
        "submission", Heading.state, rank: { $0.submission.rank },
        emphasis: { $0.submission.isSettled ? .good : .none },
        text: { obligation, language in
          let word = Terms.submission(obligation.submission)[language]
          guard obligation.submission == .partial else { return word }
          return "\(word) \(obligation.settledCount)/\(obligation.owedCount)"
        }, value: { .text($0.submission.rawValue) }),
    ]
  }

  /// What re-checks and reminders will fill; this version records neither.
  private var laterColumns: [Column<Obligation>] {
    [
      Column("rechecked", Phrase("已复查", "Re-checked"), .right, isShown: false) { _ in
        .integer(0)
      },
      Column("passed", Phrase("整改到位", "Passed"), .right, isShown: false) { _ in .integer(0) },
      Column("chases", Phrase("催办次数", "Chases"), .right, isShown: false) { _ in .integer(0) },
      Column("lastChase", Phrase("上次催办", "Last chase"), isShown: false) { _ in .none },
      Column("promised", Phrase("承诺日期", "Promised"), isShown: false) { _ in .none },
      Column(
        "next", Phrase("下一步", "Next"), rank: { $0.next?.on.ordinal ?? .max },
        text: { obligation, language in
          obligation.next.map { "\($0.on.monthAndDay) \(Terms.action($0.what)[language])" } ?? ""
        },
        value: { obligation in
          obligation.next.map {
            .object([.init("on", .day($0.on)), .init("what", .text($0.what.rawValue))])
          } ?? .none
        }),
    ]
  }

  /// How much time is left, or how late a settled report was.
  private func timeWords(_ obligation: Obligation, _ language: Language) -> String {
    guard let late = obligation.daysLate else {
      return timeWords(obligation.daysLeft(on: asOf), language)
    }
    let later = Phrase("（补录）", " (recorded later)")[language]
    return Terms.daysLate(late)[language] + (obligation.isRecordedLater ? later : "")
  }
}

extension Obligation.PartSummary {
  /// The day it was valid for every finding.
  var validOn: Day? {
    guard case .valid(let day) = self else { return nil }
    return day
  }
}

private func partWords(_ part: Obligation.PartSummary, _ language: Language) -> String {
  switch part {
  case .missing: ""
  case .toReturn: Terms.submission(.toReturn)[language]
  case .returned: Terms.submission(.returned)[language]
  case .some(let count, let all): "\(count)/\(all)"
  case .valid(let day): day.description
  }
}
