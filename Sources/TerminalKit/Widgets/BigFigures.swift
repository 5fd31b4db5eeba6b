/// Figures five rows high, for the numbers that are read from across the room.
///
/// Digits, `%`, `.`, `-` and blanks; other characters are left out.
package struct BigFigures {
  package var text: String
  package var role: Role
  /// Columns of one dot; two make a dot about square.
  package var dotWidth: Int

  package static let height = 5

  package init(_ text: String, role: Role = .text, dotWidth: Int = 2) {
    self.text = text
    self.role = role
    self.dotWidth = max(1, dotWidth)
  }

  /// The columns it fills.
  package var width: Int {
    let figures = text.compactMap { Self.figures[$0] }
    let dots = figures.reduce(0) { $0 + ($1.first?.utf8.count ?? 0) }
    return dots * dotWidth + max(0, figures.count - 1) * gap
  }

  /// The columns between two figures.
  private var gap: Int { dotWidth > 1 ? 2 : 1 }

  package func draw(in rect: Rect, on grid: inout Grid) {
    let style = grid.alphabet == .ascii ? Style(role, on: .fill) : Style(role)
    var x = rect.x
    for figure in text.compactMap({ Self.figures[$0] }) {
      for (line, dots) in figure.enumerated() {
        for (column, dot) in dots.utf8.enumerated() where dot == UInt8(ascii: "#") {
          let place = Rect(
            x: x + column * dotWidth, y: rect.y + line, width: dotWidth, height: 1)
          grid.fill(place.intersection(rect), with: grid.alphabet.block, style)
        }
      }
      x += (figure.first?.utf8.count ?? 0) * dotWidth + gap
    }
  }

  private static let figures: [Character: [String]] = [
    "0": ["###", "# #", "# #", "# #", "###"],
    "1": [" # ", "## ", " # ", " # ", "###"],
    "2": ["###", "  #", "###", "#  ", "###"],
    "3": ["###", "  #", "###", "  #", "###"],
    "4": ["# #", "# #", "###", "  #", "  #"],
    "5": ["###", "#  ", "###", "  #", "###"],
    "6": ["###", "#  ", "###", "# #", "###"],
    "7": ["###", "  #", "  #", "  #", "  #"],
    "8": ["###", "# #", "###", "# #", "###"],
    "9": ["###", "# #", "###", "  #", "###"],
    "%": ["# #", "  #", " # ", "#  ", "# #"],
    ".": [" ", " ", " ", " ", "#"],
    "-": ["   ", "   ", "###", "   ", "   "],
    " ": ["  ", "  ", "  ", "  ", "  "],
  ]
}
