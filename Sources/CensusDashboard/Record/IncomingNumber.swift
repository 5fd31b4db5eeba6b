package import CensusCore
package import TerminalKit

/// The receipt that one key recorded last, to which its incoming number (收文号) can be added.
struct JustReceived {
  /// What was asked for, until the disk has answered.
  var asked: RecordDialog?
  /// What was recorded, until something else is.
  var recorded: RecordDialog?

  /// Something was recorded: what was asked for, or something else.
  mutating func settle() {
    recorded = asked
    asked = nil
  }
}

/// The line in which the incoming number of the receipt just recorded is typed.
///
/// Digits alone are the keys of the views, so a key of its own, which the message on the receipt shows,
/// opens it: nobody who goes on to view 5 right after a receipt is taken for somebody who types a number.
package struct NumberPrompt {
  var editor = LineEditor()
  /// The receipt.
  let receipt: RecordDialog
}

extension NumberPrompt: Overlay {
  package static var input: WritableKeyPath<Self, LineEditor>? { \.editor }
  package var isPrompt: Bool { true }
  package var waitsForAnswer: Bool { true }

  package var explained: Help.Section? {
    Help.Section(
      title: Phrase("收文号", "The incoming number"),
      entries: [
        Help.Entry("Enter", "补登到刚登记的收件", "add it to the receipt just recorded"),
        Help.Entry("Esc", "不填", "leave it"),
      ] + Help.Entry.typing)
  }

  private func label(_ state: State) -> Phrase {
    let name = state.name(of: receipt.references)
    let parts = receipt.act.parts.map(Terms.part).joined()
    return Phrase(
      "收文号（\(name.chinese)，\(parts.chinese)）：", "Incoming no. (\(name.english), \(parts.english)): "
    )
  }

  package func draw(_ state: State, on grid: inout Grid) {
    let hint = Phrase("Enter 补登   Esc 不填", "Enter adds it   Esc leaves it")
    grid.drawPrompt(label(state)[state.language], editor, hint: hint[state.language])
  }

  package func question(_ state: State) -> [Phrase]? {
    let label = label(state)
    return [Phrase("\(label.chinese). 为不填", "\(label.english). leaves it")]
  }

  package func press(_ key: Key, _ state: inout State) -> Effect {
    var prompt = self
    switch key {
    case .escape: state.overlay = nil
    case .enter:
      guard !editor.text.trimmingBlanks.isEmpty else {
        state.overlay = nil
        return .none
      }
      return state.add(number: String(editor.text.trimmingBlanks), to: receipt)
    default:
      if prompt.editor.handle(key) { state.overlay = prompt }
    }
    return .none
  }
}

extension State {
  /// Opens the line for the incoming number of the receipt that one key recorded last.
  mutating func openNumber() {
    guard let receipt = justReceived.recorded else {
      talk.message = Message(
        Phrase(
          "没有刚登记的收件：先按 p、e 或 b 登记；以前的收件用 P、E 补登收文号",
          "no receipt was just recorded: press p, e or b first; P and E add a number to earlier ones"
        ),
        .problem)
      return
    }
    overlay = NumberPrompt(receipt: receipt)
  }

  /// The receipt once more with its number: what the first lacks is recorded as its supplement.
  fileprivate mutating func add(number: String, to receipt: RecordDialog) -> Effect {
    var dialog = receipt
    dialog.texts[.incoming] = LineEditor(number)
    do throws(DialogFault) {
      // Where that receipt counts no more, the number would be recorded with another one.
      let plan = try dialog.plan(in: snapshot.known, today: snapshot.today)
      guard plan.drafts.isEmpty || !plan.supplemented.isEmpty else { return receiptIsGone() }
      return try effect(of: dialog)
    } catch .refused(.alreadyReturned, _, _), .refused(.alreadyReceived, _, _) {
      return receiptIsGone()
    } catch {
      talk.message = Message(error.sentence, .problem)
      return .none
    }
  }

  private mutating func receiptIsGone() -> Effect {
    justReceived.recorded = nil
    overlay = nil
    talk.message = Message(
      Phrase(
        "没有补登：那次收件后来被撤回、退回或另行登记了；要重新登记，按 p、e、b 或 P、E",
        "no number was added: that receipt was taken back, returned or recorded otherwise since; record it "
          + "anew with p, e, b, P or E"), .problem)
    return .none
  }
}
