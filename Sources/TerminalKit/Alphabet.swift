package import DisplayText

/// The signs that screens are drawn with, for two kinds of terminal.
package enum Alphabet: Sendable {
  /// For terminals that give ambiguous characters one column: rules, eighths, ellipsis.
  case unicode
  /// For all others: only characters whose width nobody disputes.
  case ascii

  package var horizontal: Character { self == .unicode ? "─" : "-" }
  package var vertical: Character { self == .unicode ? "│" : "|" }
  package var topLeft: Character { self == .unicode ? "╭" : "+" }
  package var topRight: Character { self == .unicode ? "╮" : "+" }
  package var bottomLeft: Character { self == .unicode ? "╰" : "+" }
  package var bottomRight: Character { self == .unicode ? "╯" : "+" }
  /// Stands at the row under the cursor.
  package var cursorMark: Character { self == .unicode ? "▌" : ">" }
  /// Stands at a marked row.
  package var mark: Character { self == .unicode ? "✓" : "*" }
  package var ellipsis: Character { self == .unicode ? "…" : "~" }
  /// Between the steps of a path.
  package var breadcrumb: Character { self == .unicode ? "›" : ">" }
  /// Stands at a row that is new.
  package var bullet: Character { self == .unicode ? "•" : "+" }
  package var check: Character { self == .unicode ? "✓" : "v" }
  package var cross: Character { self == .unicode ? "✗" : "x" }
  package var ascending: Character { self == .unicode ? "▴" : "^" }
  package var descending: Character { self == .unicode ? "▾" : "v" }
  package var rightArrow: String { self == .unicode ? "→" : "->" }
  package var dash: Character { self == .unicode ? "—" : "-" }
  package var middleDot: Character { self == .unicode ? "·" : "-" }
  /// A cell that is full.
  package var block: Character { self == .unicode ? "█" : "#" }
  /// A cell of a thin bar.
  package var fullBar: Character { self == .unicode ? "━" : "=" }
  /// The left half of one; nil where that is ambiguous.
  package var halfBar: Character? { self == .unicode ? "╸" : nil }
  /// Heights from the lowest to the full cell.
  package var heights: [Character] {
    self == .unicode
      ? ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
      : ["_", ".", "-", "=", "+", "*", "%", "#"]
  }
  package var scrollTrack: Character { self == .unicode ? "▕" : "|" }
  package var scrollThumb: Character { self == .unicode ? "▐" : "#" }

  /// The text as it can be written with this alphabet: one harmless line.
  ///
  /// `Grid.write` does this itself; whoever measures a text before writing it must do it first,
  /// because the width may change.
  package func shown(_ text: String) -> String {
    let harmless = neutralised(text)
    return self == .unicode ? harmless : transliteratedForWideTerminals(harmless)
  }

  /// The text as it can be written, in exactly so many columns.
  package func fitted(
    _ text: String, to columns: Int, alignment: TextAlignment = .left
  ) -> String {
    DisplayText.fitted(
      shown(text), to: columns, alignment: alignment, ellipsis: String(ellipsis))
  }

  /// A text that is written already, cut to exactly so many columns with an ellipsis at the end
  /// even if it would just find room.
  func cut(_ shown: String, to columns: Int) -> String {
    truncated(shown + "  ", to: columns, ellipsis: String(ellipsis))
  }

  /// The columns that a text fills once it is written.
  package func width(of text: String) -> Int { shown(text).displayWidth }
}
