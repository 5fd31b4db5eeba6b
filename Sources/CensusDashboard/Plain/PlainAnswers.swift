import CensusCore
import TerminalKit

extension PlainDialogue {
  /// An answer to what lies over the place.
  mutating func answer(
    _ answer: String, _ perform: (Effect) -> [Action]
  ) -> [String] {
    let before = Spot(state)
    guard answer != "." else {
      if state.overlay is ActorPrompt { press(.escape, perform) }
      let dialog = state.overlay?.dialog.map { questions?.dialog ?? $0 }
      state.overlay = nil
      if let dialog { state.putAside(dialog, key: Phrase("输入 . ", "a .")) }
      questions = nil
      state.markNone()
      return said() + [Labels.cancelled[state.language]]
    }
    guard let overlay = state.overlay, !(overlay is RecordDialog) else {
      return reply(answer, perform)
    }
    if overlay.takesText {
      state.overlay?.type { $0.set(answer) }
      press(.enter, perform)
    } else {
      guard answer.count == 1, let letter = answer.first else { return ask() }
      press(.character(letter), perform)
      // There is no clipboard here: the text is all.
      if let reading = state.overlay as? Reading {
        state.overlay = nil
        return [reading.text[state.language]]
      }
    }
    return after(before)
  }

  private mutating func reply(
    _ answer: String, _ perform: (Effect) -> [Action]
  ) -> [String] {
    guard var questions else { return ask() }
    if questions.field != nil {
      let problem = questions.take(answer, state.language)
      self.questions = questions
      return (problem.map { [$0[state.language]] } ?? []) + ask()
    }
    guard questions.isConfirmed(by: answer) else { return ask() }
    questions.dialog.texts[.count] = LineEditor(String(questions.dialog.references.count))
    state.overlay = questions.dialog
    let before = Spot(state)
    press(.enter, perform)
    guard let refused = state.overlay as? RecordDialog else { return after(before) }
    questions.index = 0
    questions.dialog.seen = refused.seen
    questions.dialog.texts[.count] = nil
    self.questions = questions
    state.overlay = questions.dialog
    return (refused.refusal.map { [$0[state.language]] } ?? []) + ask()
  }

  /// The question that is open, or what is to be read.
  mutating func ask() -> [String] {
    let language = state.language
    guard let overlay = state.overlay else { return [] }
    guard let dialog = overlay as? RecordDialog else {
      let said = overlay.question(state)
      // A text that is read out waits for nothing.
      if said == nil || overlay is Reading { state.overlay = nil }
      return (said ?? [Labels.notInPlain]).map { $0[language] }
    }
    guard let questions else {
      self.questions = PlainQuestions(dialog)
      let view = RecordDialogView(dialog: dialog, state: state)
      return [Phrase("\(view.title.chinese)。", "\(view.title.english).")[language]]
        + (view.named + [dialog.refusal].compactMap(\.self)).map { $0[language] } + ask()
    }
    return [questions.question(in: state)]
  }
}
