import CensusCore
import TerminalKit

extension State {
  /// A key in the help: arrows move, Enter runs, all else is typed.
  mutating func read(_ key: Key, in help: Help) -> Effect {
    var help = help
    help.refusal = nil
    switch key {
    case .escape, .function(1):
      overlay = help.beneath
      return .none
    case .enter: return run(from: help)
    case .up, .down, .pageUp, .pageDown, .left, .right, .home, .end: move(key, in: &help)
    default:
      let text = help.editor.text
      guard help.editor.handle(key) else { return .none }
      if help.editor.text != text { (help.index, help.offset) = (0, 0) }
    }
    overlay = .help(help)
    return .none
  }

  /// An entry that was clicked; twice runs it.
  mutating func touchHelp(_ index: Int, isDouble: Bool, in help: Help) -> Effect {
    var help = help
    help.index = index
    overlay = .help(help)
    return isDouble ? run(from: help) : .none
  }

  /// Runs the entry under the cursor in the place below; a dialog's keys are only read.
  private mutating func run(from help: Help) -> Effect {
    guard let entry = help.entry else { return .none }
    guard let command = entry.command else {
      overlay = help.beneath
      return .none
    }
    guard entry.obstacle == nil else {
      var help = help
      help.refusal = entry.obstacle
      overlay = .help(help)
      return .none
    }
    overlay = nil
    return Dashboard.obey(command, &self)
  }

  private func move(_ key: Key, in help: inout Help) {
    let layout = HelpLayout(help.shown, in: size)
    let height = HelpView.height(in: size)
    let count = help.shown.reduce(0) { $0 + $1.entries.count }
    guard let slot = layout.slot(of: help.index) else { return }
    let before = help.index
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
    help.index = max(0, min(target ?? before, count - 1))
    let lines = HelpView.count(help, self)
    guard help.index != before || key == .up || key == .left || key == .right else {
      // Behind the last entry come the notes.
      let step = key == .down ? 1 : height
      help.offset = TextPage.clamped(help.offset + step, count: lines, height: height)
      return
    }
    guard let line = layout.slot(of: help.index)?.line else { return }
    help.offset = Table.offset(
      // The title of the first section stays in view with its first entry.
      showing: line <= 1 ? 0 : line, previous: help.offset, height: height, count: lines)
  }
}
