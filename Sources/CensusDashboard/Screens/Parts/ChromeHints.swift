import CensusCore
import CensusLists
import TerminalKit

extension Chrome {
  /// What is said at the foot; over the body where it takes more than a line.
  func drawMessage(on grid: inout Grid) {
    let line = grid.bounds.row(grid.size.rows - 2)
    guard let message = state.talk.message, state.overlay?.isPrompt != true else { return }
    // What was done can be taken back, and the hint on that is never cut.
    let offers = [message.remedy, message.offer].compactMap(\.self).compactMap { command in
      state.keys.binding(for: command).map { binding in
        (command, "\(binding.keys.first?.label ?? "") \(binding.label[language])")
      }
    }
    let hintWidth = offers.reduce(0) { $0 + grid.alphabet.width(of: $1.1) + 3 }
    let room = max(1, line.width - 4 - hintWidth)
    // A sentence that is longer than the line takes lines of the body: it is never cut.
    let lines = grid.alphabet.wrapped(message.text.sentence(language), to: room)
    let first = max(state.body(in: grid.size).y, line.y - lines.count + 1)
    var used = 0
    for (index, text) in lines.suffix(line.y - first + 1).enumerated() {
      let place = grid.bounds.row(first + index)
      grid.fill(place)
      used = grid.write(text, at: Point(x: 2, y: place.y), message.style, clip: place)
    }
    var x = 5 + used
    for (command, hint) in offers {
      let width = grid.write(hint, at: Point(x: x, y: line.y), .accent, clip: line)
      touch(command, Rect(x: x, y: line.y, width: width, height: 1), on: &grid)
      x += width + 3
    }
  }

  /// What means nothing where there is no list.
  private static let ofLists: Set<Command> = [.open, .filter, .facets, .sort, .export]
  /// What means nothing on a row of another period: there it is recorded.
  private static let ofThisPeriod: Set<Command> = [.chase, .act]

  /// Whether a key is worth a hint where one stands.
  private func isOffered(_ command: Command) -> Bool {
    if Self.ofLists.contains(command), state.list(state.pane)?.rows.isEmpty != false {
      return false
    }
    switch state.rowUnderCursor?.id {
    case .owed(let quarter, _)? where quarter != state.projection.quarter:
      return !Self.ofThisPeriod.contains(command)
    default: return true
    }
  }

  /// What a key is called where one stands.
  private func label(of binding: KeyMap.Binding, _ screen: any Screen) -> Phrase {
    switch binding.command {
    case .nextPane: return screen.otherForm(state) ?? binding.label
    case .open:
      guard let row = state.rowUnderCursor, row.isFold else { return binding.label }
      return state.way.lists[state.listKey]?.unfolded.contains(row.id) == true
        ? Phrase("收起", "fold") : Phrase("展开", "unfold")
    default: return binding.label
    }
  }

  /// What can be done here; a message or a prompt takes their place.
  func drawHints(_ screen: any Screen, on grid: inout Grid) {
    let line = grid.bounds.row(grid.size.rows - 2)
    guard state.talk.message == nil, state.overlay?.isPrompt != true else { return }
    let commands = screen.hints.filter(isOffered)
    let items = commands.compactMap { command -> KeyHints.Item? in
      guard let binding = state.keys.binding(for: command), let key = binding.keys.first
      else { return nil }
      return KeyHints.Item(key.label, label(of: binding, screen)[language], touch: .key(key))
    }
    KeyHints(items, keyStyle: .accent.bold, labelStyle: .muted, gap: 2).draw(
      in: Rect(x: 2, y: line.y, width: line.width - 2, height: 1), on: &grid)
  }
}
