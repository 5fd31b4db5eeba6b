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
  package var prefecturesRoll: Roll<PrefectureRow> {
    let overview = overview
    let total = inspection.annex1?.total.map { total in
      PrefectureRow(
        quarter: quarter, name: Phrase(total.label, "Total"), figures: total.figures,
        findings: overview.findings, sites: overview.sites, units: overview.units,
        complete: overview.complete, overdue: overview.overdue,
        rechecked: overview.recheckedFindings, passed: overview.passedFindings,
        followed: overview.findings - overview.voidFindings, conflicts: overview.conflicts)
    }
    return Roll(
      fields: PrefectureRow.columns + PrefectureRow.recheckColumns(overview.recheckedFindings > 0)
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
  static var columns: [Field<PrefectureRow>] {
    [
      Field("quarter", Heading.quarter, shows: .machines) { .text($0.quarter.description) },
      Field(
        "prefecture", Heading.prefecture, text: { $0.name[$1] }, value: { .text($0.name.chinese) }),
      Field("english", Phrase("英文名", "English"), shows: .machines) { .text($0.name.english) },
      Field("running", Heading.running, .right) { Value($0.figures.running) },
      Field("failingPublished", Heading.failing, .right) { Value($0.figures.failing) },
      Field("publishedRate", Heading.published, .right) { Value($0.figures.publishedRate) },
      Field("computedRate", Heading.computed, .right) { Value($0.figures.computedRate) },
      Field("findings", Heading.findings, .right) { .integer($0.findings) },
      Field("sites", Heading.sites, .right) { .integer($0.sites) },
      Field("units", Heading.units, .right) { .integer($0.units) },
      Field("complete", Heading.complete, .right) { .integer($0.complete) },
      Field(
        "overdue", Heading.overdue, .right, tone: { timeTone($0.overdue > 0) },
        value: { .integer($0.overdue) }),
    ]
  }

  /// Units with records that contradict each other; people see it once there are any.
  static func conflictColumn(_ isShown: Bool) -> Field<PrefectureRow> {
    Field(
      "conflicts", Phrase("记录矛盾", "Conflicts"), .right, shows: .people(if: isShown),
      tone: { $0.conflicts > 0 ? .bad : .text }, value: { .integer($0.conflicts) })
  }

  /// How the re-checks stand; people see them once there are any.
  static func recheckColumns(_ isShown: Bool) -> [Field<PrefectureRow>] {
    [
      Field(
        "rechecked", Phrase("复查", "Re-checks"), .right, shows: .people(if: isShown),
        numberTitle: Phrase("已复查", "Re-checked"),
        text: { row, _ in row.followed > 0 ? "\(row.rechecked)/\(row.followed)" : "" },
        value: { .integer($0.rechecked) }),
      Field("passed", Phrase("整改到位", "Passed"), .right, shows: .people(if: isShown)) {
        .integer($0.passed)
      },
    ]
  }
}
