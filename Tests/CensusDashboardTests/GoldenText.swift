import CensusCore
import CensusDashboard
import TerminalKit

extension State {
  /// The frame as golden files have it: text, and the looks of each cell below it.
  ///
  /// Looks do not depend on language and size, so they stand in Chinese at the two sizes that most
  /// people have; other tests hold that they can be told apart in every theme.
  var golden: String {
    let isCommon = [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)].contains(size)
    return Dashboard.view(self, in: size).golden(
      withLooks: isCommon && language == .chinese && alphabet == .unicode)
  }
}

extension Grid {
  /// Rows between bars; below a row that is not all plain text a letter for each cell's role, a
  /// capital where it is bold, and a letter for what it stands on.
  ///
  /// A change of one cell is a change of two lines.
  func golden(withLooks: Bool) -> String {
    var text = ""
    for (y, line) in lines.enumerated() {
      text += "|" + line + "|\n"
      guard withLooks else { continue }
      let styles = runs(inRow: y).flatMap { run in run.columns.map { _ in run.style } }
      text += looks("~", styles.map(Self.role)) + looks("^", styles.map(Self.ground))
    }
    if let cursor {
      text += "cursor \(cursor.x),\(cursor.y)" + (isCaretVisible ? " caret" : "") + "\n"
    }
    return text
  }

  /// A line of letters without blanks at its end; none where there is nothing but blanks.
  private func looks(_ sign: String, _ letters: [Character]) -> String {
    guard let last = letters.lastIndex(where: { $0 != " " }) else { return "" }
    return sign + String(letters[...last]) + "\n"
  }

  private static func role(_ style: Style) -> Character {
    let letter: Character =
      if style.emphasis.contains(.struck) {
        "x"
      } else if style.emphasis.contains(.underline) {
        "u"
      } else {
        switch style.role {
        case .text: style.emphasis.contains(.bold) ? "t" : " "
        case .muted: "m"
        case .accent: "a"
        case .good: "g"
        case .caution: "c"
        case .bad: "b"
        }
      }
    return style.emphasis.contains(.bold)
      ? letter.uppercased().first ?? letter : letter
  }

  private static func ground(_ style: Style) -> Character {
    switch style.ground {
    case .plain: " "
    case .band: "b"
    case .chip: "c"
    case .selection: "s"
    case .panel: "p"
    case .track: "t"
    case .fill: "f"
    }
  }
}
