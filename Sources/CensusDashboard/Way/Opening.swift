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

  /// The address to open: of the site, or of the finding, that a person looks at, as its detail
  /// lines have it.
  mutating func openAddress() -> Effect {
    let findings: [FindingState]
    switch (rowUnderCursor?.id, place) {
    case (.finding(let id), _): findings = projection.finding(id).map { [$0] } ?? []
    case (.site(let code), _), (_, .site(let code)):
      findings = projection.site(code)?.findings ?? []
    default: findings = []
    }
    let addresses = findings.flatMap(\.detail).compactMap(\.address)
    guard let address = addresses.first(where: \.isWebAddress) else {
      talk.message = Message(
        Phrase(
          "没有登记网址：通报只印标识码；问题明细里可填页面网址（m d）",
          "no address is known: the notice prints codes only; detail lines may have one (m d)"),
        .problem)
      return .none
    }
    return .openAddress(address)
  }
}

extension String {
  /// Whether it is a plain address of the web that is safe to hand on.
  var isWebAddress: Bool {
    (hasPrefix("http://") || hasPrefix("https://"))
      && unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
  }
}
