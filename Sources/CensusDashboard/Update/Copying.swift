import CensusCore
import TerminalKit

extension State {
  /// The letter after `y`: what is to be copied.
  mutating func copy(_ key: Key) -> Effect {
    overlay = nil
    switch key.normalised {
    case "b":
      let brief = snapshot.brief
      overlay = .reading(
        title: Phrase("简报（终端允许时已复制）", "The brief (copied, if the terminal allows it)"), text: brief)
      return .copy(brief[language])
    default: return .none
    }
  }

  /// Opens the ledger of accountability.
  mutating func openLedger() {
    guard place != .ledger else { return }
    places.append(.ledger)
  }

  /// Leaves, unless verdicts of the run sheet are not recorded; the second time leaves all the same.
  mutating func leave() -> Effect {
    guard !run.isEmpty, !hasWarnedOfRun else { return .quit }
    hasWarnedOfRun = true
    message = Message(
      Phrase(
        "有\(run.count)条复查结论尚未保存：w 保存，再按 q 放弃",
        "\(run.count) verdicts are not saved: w saves, q again leaves"), .problem)
    return .none
  }
}
