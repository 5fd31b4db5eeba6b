import CensusCore
import TerminalKit

/// The ten views with their digits, as wide as there is room.
struct Tabs {
  /// One form of them.
  struct Form {
    /// The columns before the first.
    let margin: Int
    /// One for each view, with the blank behind it.
    let items: [StyledText]

    func width(in alphabet: Alphabet) -> Int {
      items.reduce(margin) { $0 + $1.width(in: alphabet) }
    }
  }

  private let state: State
  private var language: Language { state.language }

  init(_ state: State) { self.state = state }

  /// The widest form that leaves room for counts; on the narrowest screens only the open view has its
  /// name.
  func fitting(_ width: Int, in alphabet: Alphabet) -> Form {
    let forms = [
      (form(gap: " ", Labels.tab), room: 22),
      (form(gap: "", joint: " ", Labels.tab), room: language == .chinese ? 22 : 9),
      (form(gap: "", Labels.tab), room: 0),
      // Where verdicts wait, the number of doubtful rows gives way to theirs.
      (form(gap: "", countsChecks: false, Labels.tab), room: 0),
      // In English that takes a hyphen more than there is.
      (form(gap: "", countsChecks: false) { Labels.tab($0).withoutHyphen }, room: 0),
    ]
    return forms.first { $0.0.width(in: alphabet) + $0.room <= width }?.0
      ?? form(gap: "") { $0 == state.view ? Labels.tab($0) : Phrase("", "") }
  }

  /// Where they stand closest, the digit and the name touch.
  ///
  /// What waits behind a tab has a colour of its own, so that no number is taken for a key.
  private func form(
    gap: String, joint: String? = nil, countsChecks: Bool = true, _ name: (View) -> Phrase
  ) -> Form {
    let joint = joint ?? (gap.isEmpty ? "" : " ")
    let items = View.allCases.map { view in
      let name = name(view)[language]
      let isOpen = state.view == view
      let style = isOpen ? Style(.text, on: .chip).bold : Style.muted
      let badge = (isOpen ? Style(.caution, on: .chip) : Style.caution).bold
      var spans = [Span(gap + "\(view.digit)" + (name.isEmpty ? "" : joint + name), style)]
      if view == .checks, countsChecks, !name.isEmpty, state.snapshot.openDiscrepancies > 0 {
        spans.append(Span("\(joint)\(state.snapshot.openDiscrepancies)", badge))
      }
      if view == .rechecks, state.unsavedCount > 0 {
        spans.append(Span(unsaved(isBrief: joint.isEmpty && language == .english), badge))
      }
      if !gap.isEmpty { spans.append(Span(gap, style)) }
      if gap.isEmpty, view != View.allCases.last { spans.append(Span(" ", .text)) }
      return StyledText(spans)
    }
    return Form(margin: gap.isEmpty ? 0 : 1, items: items)
  }

  /// The verdicts of the run sheet that are not saved: 6 复查·2未存.
  private func unsaved(isBrief: Bool) -> String {
    let count = state.unsavedCount
    guard !isBrief else { return "·\(count)" }
    return Phrase("·\(count)未存", "·\(count) unsaved")[language]
  }
}

extension Phrase {
  fileprivate var withoutHyphen: Phrase { Phrase(chinese, String(english.filter { $0 != "-" })) }
}
