import CensusCore
import TerminalKit

extension State {
  /// Whether the window is too small to show anything but that.
  var isTooSmall: Bool {
    size.columns < Dashboard.smallest.columns || size.rows < Dashboard.smallest.rows
  }

  /// Ctrl-C leaves a window in which one was typing, where a letter could be meant for the text.
  var unseenLeave: String { overlay == nil ? "q" : "Ctrl-C" }
}

extension Dashboard {
  /// What a key does in a window that is too small: whoever sees nothing records nothing.
  ///
  /// Only leaving and the help work; what lies over the screen waits until it can be seen again.
  static func pressUnseen(_ key: Key, _ state: inout State) -> Effect {
    state.talk.clearStale()
    if key == .control("c") { return state.leaveFromOverlay() }
    guard state.overlay == nil else { return close(key, &state) }
    let command = state.keys.command(for: key)
    if command != .quit, command != .close { state.hasWarnedOfRun = false }
    switch command {
    case .quit, .close: return state.leave()
    case .help: state.openHelp()
    case .redraw: return .redraw
    case .suspend: return .suspend
    default: break
    }
    return .none
  }

  /// The help is read and closed, and nothing is run from it.
  private static func close(_ key: Key, _ state: inout State) -> Effect {
    guard let help = state.overlay as? Help else { return .none }
    switch key {
    case .escape, .function(1), .enter, "q", "?": state.overlay = help.beneath
    default: break
    }
    return .none
  }
}
