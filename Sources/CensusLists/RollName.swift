package import CensusCore

/// The lists there are, by the names of their commands.
package enum RollName: String, CaseIterable, Sendable {
  case quarters
  case prefectures
  case sites
  case findings
  case issues
  case units
  case deadlines
  case rechecks
  case ledger
  case worklist
  case trends
  case compare
  case review
  case checks = "check"
  case history

  /// What it is called.
  package var title: Phrase {
    switch self {
    case .quarters: Phrase("各季度", "quarters")
    case .prefectures: Phrase("州市", "prefectures")
    case .sites: Phrase("网站", "sites")
    case .findings: Phrase("问题", "findings")
    case .issues: Phrase("问题类别", "issues")
    case .units: Phrase("报送登记", "receipt desk")
    case .deadlines: Phrase("整改时限", "deadlines")
    case .rechecks: Phrase("复查清单", "run sheet")
    case .ledger: Phrase("问责台账", "ledger")
    case .worklist: Phrase("全部待办", "worklist")
    case .trends: Phrase("趋势", "trends")
    case .compare: Phrase("两期对比", "comparison")
    case .review: Phrase("年度回顾", "review of a year")
    case .checks: Phrase("核对", "checks")
    case .history: Phrase("办理记录", "history")
    }
  }
}
