package import CensusCore
package import TerminalKit

/// The line in which the day to look on is typed: a date, or a letter for a day that the notice
/// knows.
package struct DayPrompt {
  var editor = LineEditor()
}

extension DayPrompt: Overlay {
  package static var input: WritableKeyPath<Self, LineEditor>? { \.editor }
  package var isPrompt: Bool { true }

  package var explained: Help.Section? {
    Help.Section(
      title: Phrase("截至日期", "The day looked at"),
      entries: [
        Help.Entry("0–9", "日期，写作 2018-10-23", "a day, written 2018-10-23"),
        Help.Entry("t d i", "今天、期限当日、印发日", "today, the due day, the day of issue"),
        Help.Entry("Enter", "看那一天的情况", "look on that day"),
      ] + Help.Entry.typing + Help.Entry.cancel)
  }

  package func draw(_ state: State, on grid: inout Grid) {
    let hint = Phrase(
      "2018-10-23；t 今天，d 期限当日，i 印发日", "2018-10-23; t today, d due day, i day of issue")
    grid.drawPrompt(
      Phrase("截至：", "Look on: ")[state.language], editor, hint: hint[state.language])
  }

  package func question(_ state: State) -> [Phrase]? {
    [
      Phrase(
        "截至：写作 2018-10-23；t 今天，d 期限当日，i 印发日，. 取消。",
        "Look on: 2018-10-23; t today, d due day, i day of issue; . cancels.")
    ]
  }

  package func press(_ key: Key, _ state: inout State) -> Effect {
    var prompt = self
    let day: Day?
    switch key {
    case .escape:
      state.overlay = nil
      return .none
    case .enter:
      day = state.day(meant: editor.text)
      if day == nil { state.talk.message = Message(Labels.notADay, .problem) }
    default:
      guard prompt.editor.handle(key) else { return .none }
      day = state.shortcut(prompt.editor.text)
      state.overlay = prompt
    }
    guard let day else { return .none }
    state.overlay = nil
    return .open(state.projection.quarter, on: day)
  }
}

extension State {
  func day(meant text: String) -> Day? {
    let text = text.filter { !$0.isWhitespace }
    return Day(typed: text, near: projection.asOf) ?? shortcut(text)
  }

  fileprivate func shortcut(_ text: String) -> Day? {
    switch text {
    case "t": snapshot.today
    case "d": projection.inspection.notice.deadline?.day
    case "i": projection.inspection.notice.issued
    default: nil
    }
  }
}
