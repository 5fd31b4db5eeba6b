import CensusCore
import TerminalKit

/// A dialog asked field by field.
struct PlainQuestions: Equatable {
  var dialog: RecordDialog
  /// The field asked for; behind the last one the whole is confirmed.
  var index = 0

  /// The number of rows is typed when the whole is confirmed, whatever their number.
  var fields: [Act.Field] { dialog.fields.filter { $0 != .count } }

  var field: Act.Field? { fields.indices.contains(index) ? fields[index] : nil }

  init(_ dialog: RecordDialog) {
    self.dialog = dialog
  }

  /// The question that is open.
  func question(in state: State) -> String {
    let language = state.language
    guard let field else {
      let consequence = RecordDialogView(dialog: dialog, state: state).consequence[language]
      let count = dialog.references.count
      let confirm =
        count > 1
        ? Phrase(
          "共\(count)行，确认请输入\(count)，. 取消。", "\(count) rows: type \(count) to record, . cancels.")
        : Phrase("回车登记，. 取消。", "Enter records, . cancels.")
      return [consequence, confirm[language]].filter { !$0.isEmpty }.joined(
        separator: language == .chinese ? "" : " ")
    }
    let label = dialog.label(of: field)[language]
    guard let choices = dialog.choices(of: field) else {
      let now = dialog.texts[field]?.text ?? ""
      // There are no arrow keys here: what they would bring is an example.
      let hint = field.placeholder(in: dialog)[language]
        .replacing("→ ", with: Phrase("如", "as ")[language])
      let value = now.isEmpty ? hint : now
      return now.isEmpty
        ? Phrase("\(label)（\(value)）：", "\(label) (\(value)):")[language]
        : Phrase("\(label)：\(value)（回车不变）", "\(label): \(value) (Enter keeps it)")[language]
    }
    let listed = choices.enumerated().map { "\($0 + 1) \($1[language])" }
      .joined(separator: Phrase("，", ", ")[language])
    let now = choices[min(dialog.choice(field), choices.count - 1)][language]
    return Phrase(
      "\(label)：\(now)（回车不变；\(listed)）", "\(label): \(now) (Enter keeps it; \(listed))")[language]
  }

  /// Takes an answer to a field; why it is none, if so.
  mutating func take(_ answer: String, _ language: Language) -> Phrase? {
    guard let field else { return nil }
    if !answer.isEmpty {
      defer { dialog.touch() }
      if let choices = dialog.choices(of: field) {
        let named = choices.firstIndex { $0[language] == answer }
        guard let choice = Int(answer).map({ $0 - 1 }) ?? named, choices.indices.contains(choice)
        else {
          return Phrase("请输入1到\(choices.count)的数", "type a number from 1 to \(choices.count)")
        }
        dialog.choices[field] = choice
      } else if answer == "-" {
        dialog.texts[field] = LineEditor()
      } else if field.isDay, dialog.day(meant: answer, in: field) == nil {
        return Labels.notADay
      } else {
        dialog.texts[field] = LineEditor(answer)
      }
    }
    index += 1
    return nil
  }

  /// Whether an answer confirms the whole.
  func isConfirmed(by answer: String) -> Bool {
    let count = dialog.references.count
    return count > 1 ? answer == String(count) : answer.isEmpty || answer == "y"
  }
}
