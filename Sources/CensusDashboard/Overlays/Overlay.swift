package import CensusCore
package import TerminalKit

/// What lies over the screen and takes the keys.
package protocol Overlay: Sendable {
  /// The line in which one types; nil where nobody does.
  static var input: WritableKeyPath<Self, LineEditor>? { get }

  /// The entry under the cursor; nil where there are none, or a click does something else.
  static var cursor: WritableKeyPath<Self, Int>? { get }

  /// What help calls it, and what its keys do; nil where F1 explains nothing.
  var explained: Help.Section? { get }

  /// Whether it is a line at the foot of the screen, where messages stand.
  var isPrompt: Bool { get }

  /// Whether it stays until the disk has answered, and goes then.
  var waitsForAnswer: Bool { get }

  /// The dialog of an act that is open, or waits below.
  var dialog: RecordDialog? { get }

  /// Whether one types in it.
  var takesText: Bool { get }

  /// Why what was asked for cannot be; one without room for that keeps nil, and the foot says it.
  var refusal: Phrase? { get set }

  /// Does what a key means; what becomes of it is in `State.overlay` then.
  func press(_ key: Key, _ state: inout State) -> Effect

  /// An entry of it was clicked: the cursor goes there, and twice is Enter.
  func touch(_ item: Int, isDouble: Bool, _ state: inout State) -> Effect

  /// Draws it over the frame.
  func draw(_ state: State, on grid: inout Grid)

  /// Why a line cannot be pasted here, nil if it can.
  func refusal(ofPasting line: String) -> Phrase?

  /// What plain mode says in its place; nil where that has no such thing.
  func question(_ state: State) -> [Phrase]?
}

extension Overlay {
  package static var input: WritableKeyPath<Self, LineEditor>? { nil }
  package static var cursor: WritableKeyPath<Self, Int>? { nil }
  package var explained: Help.Section? { nil }
  package var isPrompt: Bool { false }
  package var waitsForAnswer: Bool { false }
  package var dialog: RecordDialog? { nil }
  package var takesText: Bool { Self.input != nil }
  package var refusal: Phrase? {
    get { nil }
    set {}
  }
  package func question(_ state: State) -> [Phrase]? { nil }

  package func touch(_ item: Int, isDouble: Bool, _ state: inout State) -> Effect {
    guard let cursor = Self.cursor else { return .none }
    var touched = self
    touched[keyPath: cursor] = item
    state.overlay = touched
    return isDouble ? touched.press(.enter, &state) : .none
  }

  /// Nobody means to put more characters than these into a line.
  private static var longestLine: Int { 2000 }

  package func refusal(ofPasting line: String) -> Phrase? {
    let count = line.count
    return count > Self.longestLine
      ? Labels.pasteTooLong(characters: count, limit: Self.longestLine) : nil
  }

  /// Changes the line in which one types, if there is one.
  mutating func type(_ change: (inout LineEditor) -> Void) {
    if let input = Self.input { change(&self[keyPath: input]) }
  }
}

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
    guard let overlay = state.overlay else { return .none }
    if case .function = key, state.keys.command(for: key) == .help, overlay.explained != nil {
      state.openHelp()
      return .none
    }
    return overlay.press(key, &state)
  }
}

extension State {
  /// What a dialog asked for is done: it goes.
  mutating func closeDialog() {
    if overlay?.waitsForAnswer == true { overlay = nil }
  }

  /// What was asked for failed: what lies over the screen stays and says why, else the foot does.
  mutating func fail(_ why: Phrase) {
    overlay?.refusal = why
    if overlay?.refusal == nil { talk.message = Message(why, .problem) }
  }
}

extension Grid {
  /// The line of prompts, in the place of the hints.
  var promptLine: Rect { Rect(x: 1, y: size.rows - 2, width: size.columns - 2, height: 1) }

  /// Draws a line that is being typed there.
  mutating func drawPrompt(
    _ label: String, _ editor: LineEditor, hint: String, _ style: Style = .accent.bold
  ) {
    Prompt(StyledText(" " + label, style), editor, placeholder: hint).draw(
      in: promptLine, on: &self)
  }
}
