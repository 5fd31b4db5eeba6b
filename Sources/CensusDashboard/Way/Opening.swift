import CensusCore
import CensusLists
import TerminalKit

extension State {
  /// Opens the ledger of accountability.
  mutating func openLedger() {
    guard place != .ledger else { return }
    way.places.append(.ledger)
  }

  /// Opens the list of all that is owed.
  mutating func openWorklist() {
    guard place != .worklist else { return }
    way.places.append(.worklist)
  }

  /// Puts the quarter beside the one before it.
  mutating func openComparison() {
    guard place != .comparison else { return }
    way.places.append(.comparison)
  }
}

extension String {
  /// Whether it is a plain address of the web that is safe to hand on.
  var isWebAddress: Bool {
    (hasPrefix("http://") || hasPrefix("https://"))
      && unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
  }
}
