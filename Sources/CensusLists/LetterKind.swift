package import CensusCore

/// What an office writes to a unit, or about it.
package enum LetterKind: String, CaseIterable, Sendable {
  /// A reminder (催办函).
  case chase
  /// Rectification by a day, after a failed re-check (限期整改通知).
  case order
  /// A case handed to the body that holds to account (移送函).
  case transfer
  /// The run sheet of a re-check, to be printed (复查单).
  case recheck

  /// What it is called.
  package var name: Phrase {
    switch self {
    case .chase: Phrase("催办函", "reminder")
    case .order: Phrase("限期整改通知", "order")
    case .transfer: Phrase("移送函", "transfer")
    case .recheck: Phrase("复查单", "run sheet")
    }
  }
}
