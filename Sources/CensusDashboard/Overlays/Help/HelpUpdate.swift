import CensusCore
package import TerminalKit

extension Help: Overlay {
  package static var input: WritableKeyPath<Self, LineEditor>? { \.editor }
  package static var cursor: WritableKeyPath<Self, Int>? { \.index }
  package var dialog: RecordDialog? { beneath?.dialog }

  package func draw(_ state: State, on grid: inout Grid) {
    HelpView(help: self, state: state).draw(on: &grid)
  }

  /// Arrows move, Enter runs, all else is typed.
  package func press(_ key: Key, _ state: inout State) -> Effect {
    var help = self
    help.refusal = nil
    switch key {
    case .escape, .function(1):
      state.overlay = beneath
      return .none
    case .enter: return help.run(&state)
    case .up, .down, .pageUp, .pageDown, .left, .right, .home, .end: help.move(key, state)
    default:
      guard help.editor.handle(key) else { return .none }
      if help.editor.text != editor.text { (help.index, help.offset) = (0, 0) }
    }
    state.overlay = help
    return .none
  }

  /// Runs the entry under the cursor in the place below; a dialog's keys are only read.
  private func run(_ state: inout State) -> Effect {
    guard let entry else { return .none }
    guard let command = entry.command else {
      state.overlay = beneath
      return .none
    }
    guard entry.obstacle == nil else {
      var help = self
      help.refusal = entry.obstacle
      state.overlay = help
      return .none
    }
    state.overlay = nil
    return Dashboard.obey(command, &state)
  }

  private mutating func move(_ key: Key, _ state: State) {
    let layout = HelpLayout(shown, in: state.size)
    let height = HelpView.height(in: state.size)
    let count = shown.reduce(0) { $0 + $1.entries.count }
    guard let slot = layout.slot(of: index) else { return }
    let before = index
    let target: Int? =
      switch key {
      case .up: before - 1
      case .down: before + 1
      case .left: layout.entry(in: slot.column - 1, near: slot.line)
      case .right: layout.entry(in: slot.column + 1, near: slot.line)
      case .pageUp: layout.entry(in: slot.column, near: slot.line - height)
      case .pageDown: layout.entry(in: slot.column, near: slot.line + height)
      case .home: 0
      default: count - 1
      }
    index = max(0, min(target ?? before, count - 1))
    let lines = HelpView.count(self, state)
    guard index != before || key == .up || key == .left || key == .right else {
      // Behind the last entry come the notes.
      let step = key == .down ? 1 : height
      offset = TextPage.clamped(offset + step, count: lines, height: height)
      return
    }
    guard let line = layout.slot(of: index)?.line else { return }
    offset = Table.offset(
      // The title of the first section stays in view with its first entry.
      showing: line <= 1 ? 0 : line, previous: offset, height: height, count: lines)
  }
}
