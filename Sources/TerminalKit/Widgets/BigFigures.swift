/// Figures of five dots in three rows of half blocks, for the numbers that are read first.
///
/// Digits, `%`, `.`, `-` and blanks; other characters are left out. Where half blocks are disputed
/// the text stands as it is.
package struct BigFigures {
  package var text: String
  package var role: Role

  package static let height = 3

  package init(_ text: String, role: Role = .text) {
    self.text = text
    self.role = role
  }

  /// The columns it fills.
  package var width: Int {
    let figures = text.compactMap { Self.figures[$0] }
    return figures.reduce(0) { $0 + ($1.first?.utf8.count ?? 0) } + max(0, figures.count - 1)
  }

  package func draw(in rect: Rect, on grid: inout Grid) {
    guard grid.alphabet == .unicode else {
      grid.write(text, at: rect.origin, Style(role).bold, clip: rect)
      return
    }
    var x = rect.x
    for figure in text.compactMap({ Self.figures[$0] }) {
      let dots = figure.map { Array($0.utf8).map { $0 == UInt8(ascii: "#") } }
      for line in 0..<Self.height {
        for column in 0..<(dots.first?.count ?? 0) {
          let upper = dots[2 * line][column]
          let lower = 2 * line + 1 < dots.count && dots[2 * line + 1][column]
          guard upper || lower else { continue }
          let sign = upper && lower ? "█" : upper ? "▀" : "▄"
          grid.write(sign, at: Point(x: x + column, y: rect.y + line), Style(role), clip: rect)
        }
      }
      x += (dots.first?.count ?? 0) + 1
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
