import CensusCore
import CensusLists
import TerminalKit

extension State {
  /// What a page says of the files kept as evidence of its thing: their names, and the key that opens them.
  ///
  /// Nothing where there are none; without a width all in one line.
  func evidenceLines(of reference: Reference, width: Int?) -> [StyledText] {
    let files = evidence(of: reference)
    guard !files.isEmpty else { return [] }
    let title = alphabet.fitted(Labels.evidence[language], to: Self.evidenceLabel)
    let names = Phrase(
      "\(files.count)个：\(files.map(\.file.name).joined(separator: "、"))",
      "\(files.count): \(files.map(\.file.name).joined(separator: ", "))")[language]
    let key = keys.binding(for: .openAddress)?.keys.first?.label ?? ""
    let hint = StyledText(Phrase("  \(key) 打开", "  \(key) opens")[language], .muted)
    guard let width else { return [StyledText(title, .muted) + StyledText(names) + hint] }
    // One line: the key lists them all with their facts.
    let room = max(8, width - Self.evidenceLabel - hint.width(in: alphabet))
    let shown = alphabet.width(of: names) > room ? alphabet.fitted(names, to: room) : names
    return [StyledText(title, .muted) + StyledText(shown) + hint]
  }

  private static let evidenceLabel = 12
}

extension Blocks.Block {
  /// The files kept as evidence of something, newest first; nil where there are none.
  static func evidence(of reference: Reference, _ state: State) -> Self? {
    let roll = EvidenceEntry.roll(state.evidence(of: reference))
    guard !roll.rows.isEmpty else { return nil }
    return Self(
      StyledText(Labels.evidence[state.language], .accent.bold)
        + StyledText("  \(roll.rows.count)", .muted)
    ) { width in
      roll.rows.map { entry in
        let said = ["form", "kilobytes", "recordedBy"].compactMap { roll[$0] }
          .map { $0.words(entry, state.manner).text }.filter { !$0.isEmpty }.joined(separator: "  ")
        let day = StyledText("\(entry.event.on.monthAndDay)  ", .muted)
        let room = max(12, width - 9 - state.alphabet.width(of: said))
        return day + StyledText(state.alphabet.fitted(entry.file.name, to: room) + "  ")
          + StyledText(said, .muted)
      }
    }
  }
}

extension Labels {
  static let evidence = Phrase("佐证材料", "Evidence")
}
