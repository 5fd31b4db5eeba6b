/// One row of annex 1 with what has become of it.
public struct PrefectureState: Equatable, Sendable {
  /// The prefecture.
  public let prefecture: Prefecture
  /// The printed figures.
  public let figures: Inspection.Figures
  /// Its findings in annex 2.
  public let findings: [FindingState]
  /// Its units with findings.
  public let obligations: [Obligation]

  /// Its distinct failing sites.
  public var sites: [SiteState] { Projection.sites(of: findings) }

  /// Its units that owe a report: not those whose findings were all struck off.
  public var owing: [Obligation] { obligations.filter { !$0.isVoid } }

  /// Units whose report is complete, in the round of the notice.
  public var completeCount: Int { owing.count { $0.first.submission == .complete } }

  /// Units that are excused from it.
  public var waivedCount: Int { owing.count { $0.first.submission == .waived } }

  /// Findings in the follow-up that were re-checked.
  public var recheckedCount: Int { findings.count { !$0.isVoid && $0.recheck != .notYet } }

  /// Findings in the follow-up that passed their re-check.
  public var passedCount: Int { findings.count { !$0.isVoid && $0.recheck == .passed } }

  /// Findings that were struck off.
  public var voidCount: Int { findings.count(where: \.isVoid) }

  /// Units that are overdue on a day, in the round of the notice.
  public func overdueCount(on day: Day) -> Int { owing.count { $0.first.isOverdue(on: day) } }

  /// Units of which an ordered report is overdue on a day.
  public func orderedOverdueCount(on day: Day) -> Int {
    owing.count { $0.isOrderedOverdue(on: day) }
  }
}

extension Projection {
  /// The rows of annex 1, in published order.
  public var prefectures: [PrefectureState] {
    let byPrefecture = Dictionary(grouping: findings, by: \.finding.prefecture)
    let owed = Dictionary(grouping: obligations, by: \.unit.prefecture)
    return inspection.rows.map { row in
      let name = Phrase(row.prefecture)
      let prefecture =
        directory.prefecture(row.prefecture)
        ?? Prefecture(
          id: row.prefecture, name: name, fullName: row.prefecture.text, kind: .prefecture)
      return PrefectureState(
        prefecture: prefecture, figures: row.figures, findings: byPrefecture[row.prefecture] ?? [],
        obligations: owed[row.prefecture] ?? [])
    }
  }
}
