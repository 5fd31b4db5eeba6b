package import CensusCore
package import TerminalKit

/// The question who records, asked once before the first recording; what waits for the answer.
package struct ActorPrompt {
  /// What is typed.
  var editor = LineEditor()
  /// Whether what was typed before is no name.
  var isRefused = false
  /// What is done once there is a name.
  let pending: Effect
  /// What was known when that was decided.
  let seen: Set<EventID>
  /// The dialog that asked for it, which comes back.
  package var dialog: RecordDialog?
  /// The notice that waits to be written, which stays in sight.
  var panel: IntakePanel?

  /// What comes back.
  private var below: (any Overlay)? { panel ?? dialog }

  /// Bytes of the longest name: it is part of every record.
  static let longest = 200

  /// The name without blanks around; nil while nothing that can be seen is typed.
  var name: String? { Self.name(in: editor.text) }

  /// A name without blanks around; nil if there is nothing that can be seen, or too much.
  package static func name(in text: String) -> String? {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    let name = String(text[first...last])
    guard name.utf8.count <= longest, name.unicodeScalars.allSatisfy(isWritten),
      name.unicodeScalars.contains(where: isSeen)
    else {
      return nil
    }
    return name
  }

  /// Whether a sign is one by itself, and not an accent upon nothing.
  private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spaceSeparator: false
    default: true
    }
  }

  private static func isWritten(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}

extension State {
  /// Holds a recording back while nobody knows who records, and asks.
  mutating func askingForActor(before effect: Effect) -> Effect {
    guard asksForActor else { return effect }
    switch effect {
    case .record, .attach, .freeze, .undo, .redo, .acceptNotice:
      var prompt = ActorPrompt(pending: effect, seen: snapshot.knownEvents)
      prompt.dialog = overlay as? RecordDialog
      prompt.panel = overlay as? IntakePanel
      overlay = prompt
      return .none
    default: return effect
    }
  }
}

extension ActorPrompt: Overlay {
  package static var input: WritableKeyPath<Self, LineEditor>? { \.editor }
  package var isPrompt: Bool { true }

  package var explained: Help.Section? {
    Help.Section(
      title: Phrase("登记人", "Who records"),
      entries: [Help.Entry("Enter", "记下姓名，继续登记", "keep the name and go on recording")]
        + Help.Entry.typing + Help.Entry.cancel)
  }

  private var label: Phrase { isRefused ? Labels.actorNeeded : Labels.actor }

  package func draw(_ state: State, on grid: inout Grid) {
    if let panel {
      panel.draw(state, on: &grid)
      // Its keys do nothing while one types here.
      for line in 1...3 { grid.fill(grid.bounds.row(grid.size.rows - line), .text) }
    }
    let hint = panel == nil ? Labels.actorHint : Labels.actorHintForNotice
    grid.drawPrompt(
      label[state.language], editor, hint: hint[state.language],
      isRefused ? .bad.bold : .accent.bold)
  }

  package func question(_ state: State) -> [Phrase]? {
    let once = Phrase("只问一次，. 不登记。", "asked once; . records nothing.")
    return [Phrase(label.chinese + once.chinese, label.english + once.english)]
  }

  /// Enter keeps the name and goes on with what waited; Esc gives that up.
  package func press(_ key: Key, _ state: inout State) -> Effect {
    var prompt = self
    switch key {
    case .escape:
      state.overlay = below
      state.fail(panel == nil ? Labels.actorMissing : Labels.actorMissingForNotice)
    case .enter:
      guard let name else {
        prompt.isRefused = true
        state.overlay = prompt
        return .none
      }
      state.overlay = below
      state.asksForActor = false
      if let why = state.surprise(before: pending, since: seen) {
        state.surprised(why)
        return .keepActor(name, then: .none)
      }
      return .keepActor(name, then: pending)
    default:
      guard prompt.editor.handle(key) else { return .none }
      prompt.isRefused = false
      state.overlay = prompt
    }
    return .none
  }
}

extension Labels {
  static let actor = Phrase("登记人：", "Who records: ")
  static let actorHint = Phrase(
    "姓名，只问一次；Enter 登记，Esc 不登记",
    "a name, asked once; Enter records, Esc does not")
  static let actorHintForNotice = Phrase(
    "姓名，只问一次；Enter 写入，Esc 不写入",
    "a name, asked once; Enter writes the notice, Esc does not")
  static let actorNeeded = Phrase(
    "登记人（须有可见的文字，200字节以内）：", "Who records (letters, at most 200 bytes): ")
  static let actorMissing = Phrase(
    "没有填写登记人，未登记任何内容", "nothing is recorded without a name")
  static let actorMissingForNotice = Phrase(
    "没有填写登记人，没有写入；草稿还在", "nothing is written without a name; the draft is kept")
}
