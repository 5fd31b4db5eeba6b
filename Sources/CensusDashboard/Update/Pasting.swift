import CensusCore
import TerminalKit

extension Dashboard {
  /// What is pasted is typed where one types, whole or not at all; a line's end becomes a blank.
  ///
  /// Controls are no text and nobody sees them: they are left out, and that is said.
  static func paste(_ text: String, _ state: inout State) -> Effect {
    guard let overlay = state.overlay, overlay.takesText else {
      state.message = Message(Labels.pasteIntoPrompt, .news)
      return .none
    }
    let (line, controls) = text.split(whereSeparator: \.isNewline).joined(separator: " ")
      .withoutControls
    if let refusal = overlay.refusal(ofPasting: line) {
      state.refusePaste(refusal)
      return .none
    }
    var effect = Effect.none
    if case .find(let finder) = overlay {
      state.paste(line, into: finder)
    } else if let last = line.last {
      // The last character is pressed, so that all that typing sets off happens, and happens once.
      state.overlay?.insert(String(line.dropLast()))
      effect = pressInOverlay(.character(last), &state)
    }
    if controls > 0 { state.refusePaste(Labels.pasteHadControls(controls)) }
    return effect
  }
}

extension String {
  /// The text with blanks for tabs and without other controls, and how many those were.
  var withoutControls: (text: String, count: Int) {
    var kept = UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "\t" {
        kept.append(" ")
      } else if scalar.properties.generalCategory != .control {
        kept.append(scalar)
      }
    }
    return (String(kept), unicodeScalars.count - kept.count)
  }
}

extension State {
  /// Says where one types why what was pasted was not put in, or not all of it.
  mutating func refusePaste(_ why: Phrase) {
    switch overlay {
    case .record(var dialog):
      dialog.refusal = why
      overlay = .record(dialog)
    case .find(var finder):
      finder.refusal = why
      overlay = .find(finder)
    case .help(var help):
      help.refusal = why
      overlay = .help(help)
    default: message = Message(why, .problem)
    }
  }
}

extension Overlay {
  /// Whether one types in it.
  var takesText: Bool {
    switch self {
    case .filter, .lookOn, .record, .export, .find, .help, .actor: true
    case .facets, .messages, .menu, .copying, .reading, .settings: false
    }
  }

  /// Nobody means to put more characters than these into a prompt.
  private static let longestPrompt = 2000
  /// An event of the store has room for no more bytes.
  private static let longestField = 256 << 10

  /// Why a line cannot be pasted here, nil if it can.
  fileprivate func refusal(ofPasting line: String) -> Phrase? {
    if case .record(let dialog) = self {
      guard dialog.choices(of: dialog.focus) == nil else { return Labels.pasteOntoChoice }
      return line.utf8.count > Self.longestField
        ? Labels.pasteTooLong(bytes: Self.longestField) : nil
    }
    let count = line.count
    return count > Self.longestPrompt
      ? Labels.pasteTooLong(characters: count, limit: Self.longestPrompt) : nil
  }

  /// Puts a text in where one types.
  fileprivate mutating func insert(_ text: String) {
    switch self {
    case .filter(var prompt):
      prompt.editor.insert(text)
      self = .filter(prompt)
    case .lookOn(var editor):
      editor.insert(text)
      self = .lookOn(editor)
    case .record(var dialog):
      dialog.texts[dialog.focus, default: LineEditor()].insert(text)
      self = .record(dialog)
    case .export(var dialog):
      dialog.path.insert(text)
      self = .export(dialog)
    case .help(var help):
      help.editor.insert(text)
      self = .help(help)
    case .actor(var prompt):
      prompt.editor.insert(text)
      self = .actor(prompt)
    case .find, .facets, .messages, .menu, .copying, .reading, .settings: break
    }
  }
}

extension Labels {
  static let pasteIntoPrompt = Phrase(
    "粘贴的文字没有用上：先按 / 筛选或打开一个对话框",
    "what was pasted goes nowhere: press / to filter, or open a dialog first")
  static let pasteOntoChoice = Phrase(
    "粘贴的文字没有用上：这一项用左右键选择，Tab 换到要填写的一项",
    "what was pasted goes nowhere: arrows choose here; Tab goes to a field of text")

  static func pasteHadControls(_ count: Int) -> Phrase {
    Phrase(
      "粘贴的内容中有\(count)个控制符，不是文字，已略去；其余已放入",
      "\(count) control \(count == 1 ? "character was" : "characters were") left out of what was "
        + "pasted; all else was put in")
  }

  static func pasteTooLong(characters: Int, limit: Int) -> Phrase {
    Phrase(
      "粘贴了\(characters)字，这里最多\(limit)字，所以一个字也没有放入；请缩短后再粘贴",
      "\(characters) characters were pasted and \(limit) find room: none was put in; paste fewer")
  }

  static func pasteTooLong(bytes: Int) -> Phrase {
    Phrase(
      "粘贴的内容超过\(bytes >> 10) KiB，一个字也没有放入；请缩短后再粘贴",
      "more than \(bytes >> 10) KiB were pasted: none of it was put in; paste less")
  }
}
