import CensusCore
import TerminalKit

extension Dashboard {
  /// What is pasted is typed where one types, whole or not at all; a line's end becomes a blank.
  ///
  /// Controls are no text and nobody sees them: they are left out, and that is said.
  static func paste(_ text: String, _ state: inout State) -> Effect {
    if var panel = state.overlay as? IntakePanel, case .paste(var before)? = panel.asking {
      guard !text.contains(Key.undecodable) else {
        state.fail(Labels.undecodable)
        return .none
      }
      panel.refusal = nil
      before.append(text)
      panel.asking = .paste(before)
      state.overlay = panel
      return .none
    }
    let isTyping = state.overlay?.takesText == true && !(text.looksLikeNotice && !state.isInField)
    if !isTyping, state.overlay == nil || state.overlay is IntakePanel, text.looksLikeNotice {
      guard !text.contains(Key.undecodable) else {
        state.fail(Labels.undecodable)
        return .none
      }
      if state.overlay is IntakePanel { return state.takeIn(text) }
      state.overlay = PastedTable(text: text.withPlainLineEnds)
      return .none
    }
    // A file that is dragged into a terminal comes as its path.
    if !isTyping, state.overlay == nil || state.overlay is IntakePanel, let path = text.droppedPath,
      path.endsAsDocument
    {
      return state.take(.file(path))
    }
    guard let overlay = state.overlay, isTyping else {
      state.talk.message = Message(Labels.pasteIntoPrompt, .news)
      return .none
    }
    let (line, controls) = text.split(whereSeparator: \.isNewline).joined(separator: " ")
      .withoutControls
    // A text with holes is another text: none of it is put in.
    guard !line.contains(Key.undecodable) else {
      state.fail(Labels.undecodable)
      return .none
    }
    if let refusal = overlay.refusal(ofPasting: line) {
      state.fail(refusal)
      return .none
    }
    let effect = type(line, &state)
    if controls > 0 { state.fail(Labels.pasteHadControls(controls)) }
    return effect
  }

  /// Puts a text in where one types; its last character is pressed, so that all that typing sets off
  /// happens, and happens once.
  static func type(_ text: String, _ state: inout State) -> Effect {
    guard let last = text.last else { return .none }
    state.overlay?.type { $0.insert(String(text.dropLast())) }
    return press(.character(last), &state)
  }
}

extension State {
  /// Whether all that comes is text for a field; a question for a file's path takes rows that are pasted
  /// for the notice itself.
  var isInField: Bool {
    guard let overlay else { return false }
    if let panel = overlay as? IntakePanel { return panel.isInField }
    return overlay.takesText
  }

  /// Whether each character that comes is put into a line as it is.
  var isTypingLine: Bool {
    guard let overlay, !isTooSmall, isInField, !gathersText else { return false }
    return overlay.refusal(ofPasting: " ") == nil
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

extension Labels {
  static let pasteIntoPrompt = Phrase(
    "粘贴的文字没有用上：先按 / 筛选或打开一个对话框",
    "what was pasted goes nowhere: press / to filter, or open a dialog first")
  static let typedOntoChoice = Phrase(
    "这一项不能填写：用左右键选择，Tab 换到要填写的一项",
    "nothing is typed here: left and right choose, Tab goes on to a field")
  static let pasteOntoChoice = Phrase(
    "粘贴的文字没有用上：这一项用左右键选择，Tab 换到要填写的一项",
    "what was pasted goes nowhere: arrows choose here; Tab goes to a field of text")

  static let undecodable = Phrase(
    "有字节认不出是什么字，没有放入；终端若用 GB18030，须装有 zh_CN.GB18030 区域设置，并在启动前设 LC_ALL",
    "bytes that are no character were not put in; a terminal that uses GB18030 needs the locale "
      + "zh_CN.GB18030 installed, and LC_ALL set to it before the start")

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
