import CensusCore

/// A site that fails in a period: row of annex 1, code (nil for none), name, category.
typealias Failure = (prefecture: PrefectureID, code: String?, name: String, issue: String)

/// A period with three rows of annex 1, 昆明, 昭通 and 临沧, of which so many sites fail.
func period(
  _ name: String, _ failures: [Failure], scope: Inspection.Scope? = .all, running: Int? = 100,
  failing: Int? = nil, coverage: Inspection.Coverage = .full
) -> Inspection {
  let quarter = known(Quarter(name))
  return Inspection(
    quarter: quarter, coverage: coverage, scope: scope,
    totals: Yunnan.figures(running, failing ?? failures.count, nil),
    rows: (coverage == .full ? ["昆明", "昭通", "临沧"] : []).map { id in
      let prefecture = PrefectureID(id)
      return Inspection.Row(
        prefecture: prefecture,
        figures: Yunnan.figures(
          30, failures.count { $0.prefecture == prefecture && $0.code?.hasPrefix("@") != true }, nil
        ))
    },
    findings: failures.enumerated().map { index, failure in
      Finding(
        id: FindingID(quarter, number: index + 1), prefecture: failure.prefecture,
        code: failure.code.map { SiteCode($0) }
          ?? SiteCode(without: failure.prefecture, failure.name),
        siteName: failure.name, text: failure.issue, issues: [CategoryID(failure.issue)])
    })
}
