import CensusCore
import CensusLists
import TerminalKit

/// A row that left its list under the cursor: the next key was meant for it, and not for its neighbour.
extension State {
  /// The row under the cursor, where acts go by it.
  var aimed: RowID? { way.marks[listKey]?.isEmpty == false ? nil : rowUnderCursor?.id }

  /// Notices that the row under the cursor has left its list since something was recorded; an undo that
  /// leads back to where one stood is none.
  ///
  /// - Parameters:
  ///   - row: the row under the cursor before.
  ///   - spot: where that was.
  mutating func noticeSlip(from row: RowID?, at spot: ListKey) {
    guard let row, listKey == spot, let now = aimed, now != row,
      !arrangedRows.contains(where: { $0.id == row })
    else { return }
    slipped = now
  }

  /// Why an act on the row under the cursor is asked for anew; nil if that is the row it was.
  mutating func slip(before command: Command) -> Phrase? {
    defer { slipped = nil }
    // Whoever settles has one record in mind, and another contradiction is as well settled as that.
    let isRisky = command.actsAtOnce || place == .conflicts && [.act, .retract].contains(command)
    guard let slipped, isRisky, overlay == nil, slipped == aimed,
      let row = rowUnderCursor
    else { return nil }
    let name = row.cells.map(\.plain).max { $0.count < $1.count } ?? ""
    let named = row.reference.map { self.name(of: [$0]) } ?? Phrase(name, name)
    return Phrase(
      "尚未办理：原来那一行已不在列表中，光标移到了“\(named.chinese)”；仍要办理请再按一次",
      "not done yet: the row has left the list, and the cursor stands on “\(named.english)”; press the "
        + "same key to go on")
  }
}

extension Command {
  /// Whether it records or puts down a verdict without a further question.
  fileprivate var actsAtOnce: Bool {
    switch self {
    case .receivePaper, .receiveElectronic, .receiveBoth, .verdictPassed, .verdictFailed,
      .verdictUntestable, .verdictClear:
      true
    default: false
    }
  }
}

extension Action {
  /// Whether it brings what was recorded.
  var bringsRecords: Bool {
    switch self {
    case .changed, .recorded, .undone, .redone, .found: true
    default: false
    }
  }
}
