package import CensusCore

/// One row of annex 1, or their total.
package struct PrefectureRow {
  let quarter: Quarter
  let name: Phrase
  let figures: Inspection.Figures
  let findings: Int
  let sites: Int
  let units: Int
  let complete: Int
  let overdue: Int
  let rechecked: Int
  let passed: Int
  let followed: Int
  let conflicts: Int
}

extension Projection {
  /// The answer of `census prefectures`: the rows of annex 1 in published order.
  package var prefecturesListing: Listing<PrefectureRow> {
    let overview = overview
    let total = inspection.annex1?.total.map { total in
      PrefectureRow(
        quarter: quarter, name: Phrase(total.label, "Total"), figures: total.figures,
        findings: overview.findings, sites: overview.sites, units: overview.units,
        complete: overview.complete, overdue: overview.overdue,
        rechecked: overview.recheckedFindings, passed: overview.passedFindings,
        followed: overview.findings - overview.voidFindings, conflicts: overview.conflicts)
    }
    return Listing(
      columns: PrefectureRow.columns + PrefectureRow.recheckColumns(overview.recheckedFindings > 0)
        + [PrefectureRow.conflictColumn(overview.conflicts > 0)],
      rows: prefectures.map(prefectureRow), total: total,
      empty: nothing(Phrase("没有附件1。", "There is no annex 1.")))
  }

  /// One row of annex 1 with its counts.
  package func prefectureRow(_ state: PrefectureState) -> PrefectureRow {
    PrefectureRow(
      quarter: quarter,
      name: Phrase(state.prefecture.id, state.prefecture.name.english), figures: state.figures,
      findings: state.findings.count, sites: state.sites.count, units: state.owing.count,
      complete: state.completeCount, overdue: state.overdueCount(on: asOf),
      rechecked: state.recheckedCount, passed: state.passedCount,
      followed: state.findings.count { !$0.isVoid },
      conflicts: state.obligations.count { !$0.conflicts.isEmpty })
  }
}

extension PrefectureRow {
  static var columns: [Column<PrefectureRow>] {
    [
      Column("quarter", Heading.quarter, isShown: false) { .text($0.quarter.description) },
      Column(
        "prefecture", Heading.prefecture, text: { $0.name[$1] }, value: { .text($0.name.chinese) }),
      Column("english", Phrase("英文名", "English"), isShown: false) { .text($0.name.english) },
      Column("running", Heading.running, .right) { Value($0.figures.running) },
      Column("failingPublished", Heading.failing, .right) { Value($0.figures.failing) },
      Column("publishedRate", Heading.published, .right) { Value($0.figures.publishedRate) },
      Column("computedRate", Heading.computed, .right) { Value($0.figures.computedRate) },
      Column("findings", Heading.findings, .right) { .integer($0.findings) },
      Column("sites", Heading.sites, .right) { .integer($0.sites) },
      Column("units", Heading.units, .right) { .integer($0.units) },
      Column("complete", Heading.complete, .right) { .integer($0.complete) },
      Column(
        "overdue", Heading.overdue, .right, emphasis: { timeEmphasis($0.overdue > 0) },
        value: { .integer($0.overdue) }),
    ]
  }

  /// Units with records that contradict each other; people see it once there are any.
  static func conflictColumn(_ isShown: Bool) -> Column<PrefectureRow> {
    Column(
      "conflicts", Phrase("记录矛盾", "Conflicts"), .right, isShown: isShown,
      emphasis: { $0.conflicts > 0 ? .bad : .none }, value: { .integer($0.conflicts) })
  }

  /// How the re-checks stand; people see them once there are any.
  static func recheckColumns(_ isShown: Bool) -> [Column<PrefectureRow>] {
    [
      Column(
        "rechecked", Phrase("复查", "Re-checks"), .right, isShown: isShown,
        numberHeading: Phrase("已复查", "Re-checked"),
        text: { row, _ in row.followed > 0 ? "\(row.rechecked)/\(row.followed)" : "" },
        value: { .integer($0.rechecked) }),
      Column("passed", Phrase("整改到位", "Passed"), .right, isShown: isShown) {
        .integer($0.passed)
      },
    ]
  }
}
