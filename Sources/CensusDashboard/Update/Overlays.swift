import CensusCore
import TerminalKit

extension Dashboard {
  /// What a key does while something lies over the screen.
  static func pressInOverlay(_ key: Key, _ state: inout State) -> Effect {
    if key == .control("c") { return .quit }
    switch state.overlay {
    case .filter(let editor): state.typeFilter(key, editor)
    case .lookOn(let editor): return state.typeDay(key, editor)
    case .record(let dialog): return state.fill(dialog, key)
    case .menu(let menu): state.choose(in: menu, key)
    case .actor(let prompt): return state.typeActor(key, prompt)
    case .copying: return state.copy(key)
    case .reading: state.overlay = nil
    case .help(let offset): state.readHelp(key, offset)
    case nil: break
    }
    return .none
  }
}

extension State {
  /// Opens the prompt of the filter with the filter in force.
  mutating func startFilter() {
    guard list(pane) != nil else { return }
    overlay = .filter(LineEditor(lists[listKey]?.filter ?? ""))
  }

  /// The list follows while one types; Enter keeps the filter, Esc drops it.
  fileprivate mutating func typeFilter(_ key: Key, _ editor: LineEditor) {
    var editor = editor
    switch key {
    case .enter: overlay = nil
    case .escape:
      overlay = nil
      lists[listKey]?.filter = ""
    case .up, .down, .pageUp, .pageDown:
      if let command = keys.command(for: key) { move(command) }
    default:
      guard editor.handle(key) else { return }
      overlay = .filter(editor)
      lists[listKey, default: ListState()].filter = editor.text
    }
  }

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

  private func day(meant text: String) -> Day? {
    let text = text.filter { !$0.isWhitespace }
    return Day(text) ?? shortcut(text)
  }

  private func shortcut(_ text: String) -> Day? {
    switch text {
    case "t": snapshot.today
    case "d": projection.inspection.notice.deadline?.day
    case "i": projection.inspection.notice.issued
    default: nil
    }
  }

  fileprivate mutating func readHelp(_ key: Key, _ offset: Int) {
    let count = HelpView.lines(
      language, alphabet: alphabet, width: HelpView.width(in: size)
    ).count
    let height = HelpView.height(in: size)
    var target = offset
    switch keys.command(for: key) {
    case .up: target -= 1
    case .down: target += 1
    case .pageUp, .halfPageUp: target -= height
    case .pageDown, .halfPageDown: target += height
    case .first: target = 0
    case .last: target = count
    case .language: language = language == .chinese ? .english : .chinese
    case .back, .close, .help, .quit, .open:
      overlay = nil
      return
    default: return
    }
    overlay = .help(offset: TextPage.clamped(target, count: count, height: height))
  }
}
