package import CensusCore

/// One row of annex 1, or their total.
package struct PrefectureRow: Sendable {
  /// The prefecture; nil for the total.
  package let state: PrefectureState?
  let name: Phrase
  let short: Phrase
  /// What annex 1 prints.
  package let figures: Inspection.Figures
  let findings: Int
  let sites: Int
  let units: Int
  let waived: Int
  let complete: Int
  let overdue: Int
  let orderedOverdue: Int
  let rechecked: Int
  let passed: Int
  let followed: Int
  let conflicts: Int
}

extension Projection {
  /// The answer of `census prefectures`: the rows of annex 1 in published order.
  package var prefecturesRoll: Roll<PrefectureRow> { prefecturesRoll(prefectures) }

  /// Rows of annex 1.
  ///
  /// - Parameters:
  ///   - prefectures: those wanted, in the order wanted.
  ///   - searched: what a search looks at.
  /// - Returns: the list, with the total of annex 1 below.
  package func prefecturesRoll(
    _ prefectures: [PrefectureState], searched: SearchTexts? = nil
  ) -> Roll<PrefectureRow> {
    let overview = overview
    let total = inspection.annex1?.total.map { total in
      PrefectureRow(
        state: nil, name: Phrase(total.label, "Total"), short: Phrase(total.label, "Total"),
        figures: total.figures, findings: overview.findings, sites: overview.sites,
        units: overview.units, waived: overview.waived, complete: overview.complete,
        overdue: overview.overdue, orderedOverdue: overview.orderedOverdue,
        rechecked: overview.recheckedFindings, passed: overview.passedFindings,
        followed: overview.findings - overview.voidFindings, conflicts: overview.conflicts)
    }
    return Roll(
      .prefectures,
      fields: figureFields + countFields
        + [
          assigneeField(shows: .filters) { $0.state?.obligations.map(\.unit.id) ?? [] },
          concentrationField { $0.state?.prefecture.id },
        ],
      rows: prefectures.map(prefectureRow),
      total: total,
      identity: { $0.state.map { .prefecture($0.prefecture.id) } ?? .heading("total") },
      reference: { row in
        row.state.flatMap { $0.obligations.isEmpty ? nil : .prefecture($0.prefecture.id) }
      },
      naming: "prefecture",
      searched: { row in row.state.map { searched?.of($0) ?? [] } ?? [] },
      isOverdue: { $0.overdue > 0 || $0.orderedOverdue > 0 },
      empty: nothing(Phrase("没有附件1。", "There is no annex 1.")),
      remarks: { [self] in concentration(of: $0) })
  }

  /// How the failing sites gather, where all rows of annex 1 are listed.
  private func concentration(of rows: [PrefectureRow]) -> [Phrase] {
    guard rows.count == inspection.rows.count else { return [] }
    let sentence = Terms.concentration(concentration, of: "\(quarter)") { id in
      directory.prefecture(id)?.officialName ?? Phrase(id)
    }
    return [sentence].compactMap(\.self)
  }

  /// One row of annex 1 with its counts.
  private func prefectureRow(_ state: PrefectureState) -> PrefectureRow {
    PrefectureRow(
      state: state, name: Phrase(state.prefecture.id.text, state.prefecture.name.english),
      short: state.prefecture.short, figures: state.figures,
      findings: state.findings.count, sites: state.sites.count, units: state.owing.count,
      waived: state.waivedCount, complete: state.completeCount,
      overdue: state.overdueCount(on: asOf),
      orderedOverdue: state.orderedOverdueCount(on: asOf), rechecked: state.recheckedCount,
      passed: state.passedCount, followed: state.findings.count { !$0.isVoid },
      conflicts: state.obligations.count { !$0.conflicts.isEmpty })
  }

  private var figureFields: [Field<PrefectureRow>] {
    [
      Field("quarter", Heading.quarter, shows: .machines) { [self] _ in
        .text(quarter.description)
      },
      Field(
        "prefecture", Heading.prefecture, short: Phrase("州市/部门", "Prefecture"),
        room: .fixed(10, 12), choice: prefectureChoice.unoffered, name: { $0.name.chinese },
        rank: { [self] row in
          row.state.map { position(ofPrefecture: $0.prefecture.id) }
        },
        words: { row, manner in
          .flagged(
            manner(manner.isBrief ? row.short : row.name),
            row.state?.obligations.flatMap(\.conflicts) ?? [], manner)
        }, value: { .text($0.name.chinese) }),
      Field("english", Phrase("英文名", "English"), shows: .machines) { .text($0.name.english) },
      Field("running", Heading.running, .right, room: .fixed(6, 7)) { Value($0.figures.running) },
      Field(
        "failingPublished", Heading.failing, .right, room: .fixed(6, 7),
        words: { row, manner in
          guard manner.isBrief else { return Words(row.figures.failing.map(String.init) ?? "") }
          return Words(row.figures.failing.flatMap { $0 == 0 ? nil : "\($0)" } ?? "", strong: true)
        }, value: { Value($0.figures.failing) }),
      Field(
        "publishedRate", Heading.published, .right, form: .any, short: Phrase("合格率", "Rate"),
        room: .fixed(6), rank: { $0.figures.rate?.order },
        words: {
          Words($0.figures.publishedRate ?? "", $1.isBrief ? .rate($0.figures.rate) : .text)
        },
        value: { Value($0.figures.publishedRate) }),
      Field(
        "computedRate", Heading.computed, .right, form: .any, short: Phrase("核算", "Comp."),
        room: .fixed(6, importance: 4), rank: { $0.figures.rate?.order },
        words: { row, manner in
          let computed = row.figures.computedRate
          guard manner.isBrief else { return Words(computed ?? "") }
          // Only what differs deserves a look.
          let differs = computed != row.figures.publishedRate
          return differs ? Words(computed ?? "", .caution, strong: true) : Words(" ")
        }, value: { Value($0.figures.computedRate) }),
    ]
  }

  private var countFields: [Field<PrefectureRow>] {
    [
      Field("findings", Heading.findings, .right) { .integer($0.findings) },
      Field("sites", Heading.sites, .right) { .integer($0.sites) },
      Field("units", Heading.units, .right) { .integer($0.units) },
      Field(
        "complete", Heading.complete, .right, short: Phrase("已报齐", "Report"),
        room: .fixed(6),
        words: { row, manner in
          guard manner.isBrief else { return Words(String(row.complete)) }
          let owed = row.units - row.waived
          guard owed > 0 else {
            return row.units == 0 ? .none : Words(manner(Terms.submission(.waived)), .quiet)
          }
          return Words("\(row.complete)/\(owed)", row.complete == owed ? .good : .caution)
        }, value: { .integer($0.complete) }),
      Field(
        "overdue", Heading.overdue, .right, short: Phrase("逾期", "Late"),
        room: .fixed(5, importance: 5),
        words: { row, manner in
          manner.isBrief
            ? .count(row.overdue, .bad) : Words(String(row.overdue), timeTone(row.overdue > 0))
        }, value: { .integer($0.overdue) }),
      Field(
        "orderedOverdue", Heading.orderedOverdue, .right, short: Phrase("再逾期", "Orders"),
        when: { $0.orderedOverdue > 0 }, room: .fixed(6, importance: 5),
        words: { row, manner in
          manner.isBrief || row.orderedOverdue > 0
            ? .count(row.orderedOverdue, .bad) : Words("0")
        }, value: { .integer($0.orderedOverdue) }),
      Field(
        "rechecked", Phrase("复查", "Re-checks"), .right,
        when: { $0.rechecked > 0 },
        numberTitle: Phrase("已复查", "Re-checked"),
        text: { row, _ in row.followed > 0 ? "\(row.rechecked)/\(row.followed)" : "" },
        value: { .integer($0.rechecked) }),
      Field(
        "passed", Phrase("整改到位", "Passed"), .right,
        when: { $0.rechecked > 0 }, value: { .integer($0.passed) }),
      Field(
        "conflicts", Phrase("记录矛盾", "Conflicts"), .right,
        when: { $0.conflicts > 0 }, tone: { $0.conflicts > 0 ? .bad : .text },
        value: { .integer($0.conflicts) }),
      Field(
        "siteNames", Phrase("不合格网站", "Failing sites"), shows: .screens,
        room: .flexible(24, weight: 3, most: 80, importance: 1), rank: { $0.sites },
        words: { row, manner in
          let names = row.state?.sites.map { $0.shownName[manner.language] } ?? []
          return Words(" " + names.joined(separator: "、"), .quiet)
        },
        value: { .text($0.state?.sites.map(\.shownName.chinese).joined(separator: "、") ?? "") }),
    ]
  }
}

extension PassRate {
  /// Tells any two rates of a province apart, in hundred-thousandths.
  fileprivate var order: Int { passed * 100_000 / total }
}

extension Tone {
  /// A pass rate: whole, from 90%, from 80%, or below.
  package static func rate(_ rate: PassRate?) -> Tone {
    guard let rate else { return .quiet }
    if rate.passed == rate.total { return .good }
    if rate.passed * 10 >= rate.total * 9 { return .accent }
    return rate.passed * 10 >= rate.total * 8 ? .caution : .bad
  }
}
