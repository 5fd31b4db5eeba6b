import CensusCore
import TerminalKit

extension PlainDialogue {
  /// An answer to what lies over the place.
  mutating func answer(
    _ answer: String, _ perform: (Effect) -> [Action]
  ) -> [String] {
    let before = Spot(state)
    guard answer != "." else {
      if case .actor = state.overlay { press(.escape, perform) }
      let dialog = state.overlay?.dialog.map { questions?.dialog ?? $0 }
      state.overlay = nil
      if let dialog { state.putAside(dialog, key: Phrase("输入 . ", "a .")) }
      questions = nil
      state.markNone()
      return said() + [Labels.cancelled[state.language]]
    }
    switch state.overlay {
    case .record: return reply(answer, perform)
    case .actor:
      for character in answer { press(.character(character), perform) }
      press(.enter, perform)
    case .lookOn:
      state.overlay = .lookOn(LineEditor(answer))
      press(.enter, perform)
    case .menu, .copying:
      guard answer.count == 1, let letter = answer.first else { return ask() }
      press(.character(letter), perform)
      // There is no clipboard here: the text is all.
      if case .reading(_, let text) = state.overlay {
        state.overlay = nil
        return [text[state.language]]
      }
    default: state.overlay = nil
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
    state.overlay = .record(questions.dialog)
    let before = Spot(state)
    press(.enter, perform)
    guard case .record(let refused) = state.overlay else { return after(before) }
    questions.index = 0
    questions.dialog.seen = refused.seen
    questions.dialog.texts[.count] = nil
    self.questions = questions
    state.overlay = .record(questions.dialog)
    return (refused.refusal.map { [$0[state.language]] } ?? []) + ask()
  }

  /// The question that is open, or what is to be read.
  mutating func ask() -> [String] {
    let language = state.language
    switch state.overlay {
    case .record(let dialog):
      guard let questions else {
        self.questions = PlainQuestions(dialog)
        let title = RecordDialogView(dialog: dialog, state: state).title[language]
        let view = RecordDialogView(dialog: dialog, state: state)
        return [Phrase("\(title)。", "\(title).")[language]] + view.named.map { $0[language] }
          + (dialog.refusal.map { [$0[language]] } ?? []) + ask()
      }
      return [questions.question(in: state)]
    case .menu(let menu):
      return ActMenu.entries.filter { menu.obstacles[$0] == nil }.map {
        "\($0.letter) \($0.name[language])"
      } + [
        Phrase("输入字母，. 取消。", "Type a letter; . cancels.")[language]
      ]
    case .copying:
      return [Phrase("复制：输入 b 为简报，. 取消。", "Copy: b is the brief; . cancels.")[language]]
    case .lookOn:
      return [
        Phrase(
          "查看日：写作 2018-10-23；t 今天，d 期限当日，i 印发日，. 取消。",
          "Look on: 2018-10-23; t today, d due day, i day of issue; . cancels.")[language]
      ]
    case .actor(let prompt):
      let label = (prompt.isRefused ? Labels.actorNeeded : Labels.actor)[language]
      return [
        label + Phrase("只问一次，. 不登记。", "asked once; . records nothing.")[language]
      ]
    case .reading(let title, let text):
      state.overlay = nil
      return [title[language], text[language]]
    case nil: return []
    default:
      state.overlay = nil
      return [Labels.notInPlain[language]]
    }
  }
}
