import CensusCore
import TerminalKit

/// Which meaning a state has; words say the same, so that colour is never alone.
enum Styles {
  /// How a report stands, with its time.
  static func submission(_ submission: Submission, isOverdue: Bool) -> Style {
    switch submission {
    case .complete, .waived: .good
    case .toReturn: .accent.bold
    case .returned: .accent
    case .outstanding, .paperMissing, .electronicMissing, .partial:
      isOverdue ? .bad : .caution
    }
  }

  /// How a finding or a site stands.
  static func headline(_ headline: Headline, isOverdue: Bool) -> Style {
    switch headline {
    case .escalated, .recheckFailed: .bad.bold
    case .toReturn: .accent.bold
    case .returned: .accent
    case .outstanding, .paperMissing, .electronicMissing, .fixedReportOwed:
      isOverdue ? .bad : .caution
    case .awaitingRecheck: .accent
    case .closed, .closedRetired: .good
    case .void: .muted
    }
  }

  /// Days that are left.
  static func daysLeft(_ days: Int) -> Style {
    switch days {
    case ..<0: .bad
    case 0...3: .caution.bold
    default: .text
    }
  }

  /// A pass rate: whole, from 90%, from 80%, or below.
  static func rate(_ rate: PassRate?) -> Role {
    guard let rate else { return .muted }
    if rate.passed == rate.total { return .good }
    if rate.passed * 10 >= rate.total * 9 { return .accent }
    return rate.passed * 10 >= rate.total * 8 ? .caution : .bad
  }

  /// How grave a discrepancy is.
  static func severity(_ severity: Discrepancy.Severity) -> Style {
    switch severity {
    case .error: .bad.bold
    case .warning: .caution
    case .note: .muted
    }
  }
}
