package import CensusCore
package import TerminalKit

/// The question whether reminders that were written are recorded as well.
package struct ReminderOffer {
  /// Whom they went to.
  let units: [UnitID]
  /// Where they are.
  let written: Phrase
  package var refusal: Phrase?
}

extension State {
  /// Papers are written: it is said, and of reminders it is asked whether they are recorded.
  mutating func wrote(_ said: Phrase, remindable units: [UnitID]) {
    overlay = nil
    talk.message = Message(said, .news)
    guard !units.isEmpty, case .readWrite = snapshot.access else { return }
    overlay = ReminderOffer(units: units, written: said)
  }
}

extension ReminderOffer: Overlay {
  package var waitsForAnswer: Bool { true }

  package var explained: Help.Section? {
    Help.Section(
      title: Phrase("登记催办", "Record the reminders"),
      entries: [
        Help.Entry("y", "登记为发函催办", "record them as reminders by letter"),
        Help.Entry("n Esc", "不登记", "record nothing"),
      ])
  }

  private var question: Phrase {
    Phrase(
      "函件发出后，可登记为“催办（发函）”，共\(units.count)家。现在登记？",
      "Once they are sent, they can be recorded as reminders by letter (\(Labels.units(units.count).english)). "
        + "Record them now?")
  }

  package func draw(_ state: State, on grid: inout Grid) {
    let language = state.language
    let width = min(72, grid.size.columns - 2)
    let wrapped = { (text: Phrase, style: Style) in
      state.alphabet.wrapped(text.sentence(language), to: max(1, width - 4)).map {
        StyledText($0, style)
      }
    }
    let lines =
      wrapped(written, .muted.on(.panel)) + [""] + wrapped(question, .text.on(.panel))
      + (refusal.map { [""] + wrapped($0, .bad.bold.on(.panel)) } ?? [])
    let area = grid.bounds.centred(
      Size(columns: width, rows: min(lines.count + 2, grid.size.rows)))
    let keys = Phrase("y 登记   n 不登记", "y record   n do not")
    let inside = Panel(
      StyledText(Phrase("登记催办", "Record the reminders")[language], .accent.bold),
      footer: StyledText(keys[language], .muted)
    ).draw(in: area, on: &grid)
    for (line, text) in lines.enumerated() where line < inside.height {
      let row = inside.row(line)
      grid.write(text, at: row.origin, clip: row)
    }
    grid.cursor = inside.origin
  }

  package func question(_ state: State) -> [Phrase]? {
    (refusal.map { [$0] } ?? [])
      + [question, Phrase("y 登记，n 不登记。", "y records them; n does not.")]
  }

  package func press(_ key: Key, _ state: inout State) -> Effect {
    switch key.normalised {
    case .escape, "n", "q":
      state.overlay = nil
      return .none
    case "y":
      var offer = self
      offer.refusal = nil
      state.overlay = offer
      do throws(Refusal) {
        let plan = try state.snapshot.known.plan(
          ChaseRequest(on: state.projection.asOf, channel: .letter),
          for: units.map(Reference.unit), today: state.snapshot.today)
        guard !plan.drafts.isEmpty else {
          state.overlay = nil
          state.talk.message = Message(
            Phrase("此前已登记，无需重复", "recorded before; nothing to record"), .news)
          return .none
        }
        return .record(
          plan.drafts,
          said: Phrase(
            "已登记：发函催办\(units.count)家",
            "recorded: \(Labels.units(units.count).english) reminded by letter"))
      } catch {
        offer.refusal = Labels.refusal(error)
        state.overlay = offer
        return .none
      }
    default: return .none
    }
  }
}
