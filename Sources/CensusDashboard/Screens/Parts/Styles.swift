import CensusCore
import TerminalKit

/// Which meaning a state has; words say the same, so that colour is never alone.
enum Styles {
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
