import CensusCore
import TerminalKit

extension Dashboard {
  /// What a key does while something lies over the screen.
  static func pressInOverlay(_ key: Key, _ state: inout State) -> Effect {
    if key == .control("c") { return state.leaveFromOverlay() }
    if case .control = key {
      switch state.keys.command(for: key) {
      case .redraw: return .redraw
      case .suspend: return .suspend
      default: break
      }
    }
    if case .function = key, state.keys.command(for: key) == .help,
      state.overlay?.isExplained == true
    {
      state.openHelp()
      return .none
    }
    switch state.overlay {
    case .filter(let prompt): state.typeFilter(key, prompt)
    case .facets(let panel): state.chooseFacet(panel, key)
    case .export(let dialog): return state.export(dialog, key)
    case .messages(let offset): state.readMessages(key, offset)
    case .lookOn(let editor): return state.typeDay(key, editor)
    case .record(let dialog): return state.fill(dialog, key)
    case .menu(let menu): state.choose(in: menu, key)
    case .actor(let prompt): return state.typeActor(key, prompt)
    case .copying: return state.copy(key)
    case .reading: state.overlay = nil
    case .find(let finder): return state.find(key, with: finder)
    case .settings(let index): state.set(key, at: index)
    case .help(let help): return state.read(key, in: help)
    case nil: break
    }
    return .none
  }
}

extension State {
  /// The day to look on: a date, or a letter for a day that the notice knows.
  fileprivate mutating func typeDay(_ key: Key, _ editor: LineEditor) -> Effect {
    var editor = editor
    switch key {
    case .escape: overlay = nil
    case .enter:
      guard let day = day(meant: editor.text) else {
        message = Message(Labels.notADay, .problem)
        return .none
      }
      overlay = nil
      return .open(projection.quarter, on: day)
    default:
      guard editor.handle(key) else { return .none }
      if let day = shortcut(editor.text) {
        overlay = nil
        return .open(projection.quarter, on: day)
      }
      overlay = .lookOn(editor)
    }
    return .none
  }

  func day(meant text: String) -> Day? {
    let text = text.filter { !$0.isWhitespace }
    return Day(typed: text, near: projection.asOf) ?? shortcut(text)
  }

  private func shortcut(_ text: String) -> Day? {
    switch text {
    case "t": snapshot.today
    case "d": projection.inspection.notice.deadline?.day
    case "i": projection.inspection.notice.issued
    default: nil
    }
  }
}
