package import CensusCore
internal import DisplayText

extension Listing {
  /// The rows in columns for people, measured in cells; a sentence if there is no row.
  ///
  /// - Parameters:
  ///   - language: of headings, words and remarks.
  ///   - colour: whether escape sequences may be used.
  /// - Returns: the text with its line ends.
  package func table(_ language: Language, colour: Bool) -> String {
    guard !rows.isEmpty else { return empty[language] + "\n" }
    let shown = columns.filter(\.isShown)
    let lines = rows + [total].compactMap { $0 }
    let cells = lines.map { row in shown.map { neutralised($0.words(row, language)) } }
    let head = shown.map { neutralised($0.heading[language]) }
    // A text of megabytes in one row would be padded in every other.
    let widths = shown.indices.map { index in
      ([head] + cells).map { min($0[index].displayWidth, widestColumn) }.max() ?? 0
    }
    let paint = Paint(isOn: colour)
    func line(_ cells: [String], _ emphasis: (Int) -> Emphasis) -> String {
      cells.enumerated().map { index, text in
        let padding = blanks(widths[index] - text.displayWidth)
        let painted = paint(text, emphasis(index))
        if shown[index].alignment == .right { return padding + painted }
        return index == cells.count - 1 ? painted : painted + padding
      }.joined(separator: "  ") + "\n"
    }
    var text = line(head) { _ in .heading }
    for (row, cells) in zip(lines, cells).prefix(rows.count) {
      text += line(cells) { shown[$0].emphasis?(row) ?? .none }
    }
    if total != nil, let last = cells.last {
      let width = widths.reduce(0, +) + 2 * (widths.count - 1)
      text += String(repeating: "-", count: width) + "\n" + line(last) { _ in .heading }
    }
    for remark in remarks where !remark[language].isEmpty {
      text += "\n" + neutralised(remark[language]) + "\n"
    }
    return text
  }
}

/// Beyond so many cells a text runs over its column.
private let widestColumn = 240

func blanks(_ count: Int) -> String {
  String(repeating: " ", count: max(0, count))
}

/// How much a cell is to catch the eye; what it says is in its words.
package enum Emphasis: Hashable, Sendable {
  case none
  case heading
  case bad
  case good
  case quiet
}

/// Puts escape sequences around texts, or leaves them alone.
package struct Paint {
  let isOn: Bool

  /// A brush that paints only where colour is wanted.
  package init(isOn: Bool) {
    self.isOn = isOn
  }

  /// The text with its emphasis.
  package func callAsFunction(_ text: String, _ emphasis: Emphasis) -> String {
    guard isOn, !text.isEmpty else { return text }
    switch emphasis {
    case .none: return text
    case .heading: return "\u{1B}[1m\(text)\u{1B}[0m"
    case .bad: return "\u{1B}[31m\(text)\u{1B}[0m"
    case .good: return "\u{1B}[32m\(text)\u{1B}[0m"
    case .quiet: return "\u{1B}[2m\(text)\u{1B}[0m"
    }
  }
}
