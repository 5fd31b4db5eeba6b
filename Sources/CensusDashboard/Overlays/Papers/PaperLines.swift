import CensusCore
import DisplayText
import TerminalKit

/// The lines of a paper on the screen: paragraphs are wrapped, tables keep their columns and are shifted.
struct PaperLines {
  private enum Line {
    case whole(StyledText)
    /// A line of a table, as wide as it is.
    case table(String, Style)
  }

  private var lines: [Line] = []
  private let width: Int
  private let alphabet: Alphabet

  init(_ draft: PaperDraft, width: Int, _ alphabet: Alphabet) {
    self.width = max(1, width)
    self.alphabet = alphabet
    let rows = draft.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if draft.isMarkdown { addMarkdown(rows[...]) } else { addText(rows) }
    while case .whole(let text)? = lines.last, text.width(in: alphabet) == 0 { lines.removeLast() }
  }

  var count: Int { lines.count }

  /// How far tables can be shifted until their last column is in view.
  var widestShift: Int {
    let widest = lines.map { if case .table(let text, _) = $0 { text.displayWidth } else { 0 } }
      .max()
    return max(0, (widest ?? 0) - width)
  }

  func shifted(by columns: Int) -> [StyledText] {
    lines.map { line in
      switch line {
      case .whole(let text): text
      case .table(let text, let style):
        StyledText(alphabet.fitted(Self.dropping(columns, of: text), to: width), style)
      }
    }
  }

  /// A text without its first columns; half a character that is left is a blank.
  private static func dropping(_ columns: Int, of text: String) -> String {
    var (left, rest) = (columns, Substring(text))
    while left > 0, let first = rest.popFirst() { left -= first.displayWidth }
    return String(repeating: " ", count: max(0, -left)) + rest
  }

  // MARK: - Text

  /// A paper's lines are of the official layout; what is wider is a table.
  private static let paperWidth = 56

  private mutating func addText(_ rows: [String]) {
    for (index, row) in rows.enumerated() {
      let isRule = { (text: String?) in
        text.map { !$0.isEmpty && $0.allSatisfy { $0 == "-" || $0 == " " } } ?? false
      }
      // Headings, the rule below them, and rows up to the next blank line.
      let block = rows[..<index].lastIndex(where: \.isEmpty).map { $0 + 1 } ?? 0
      let isOfTable =
        isRule(row) || isRule(rows.indices.contains(index + 1) ? rows[index + 1] : nil)
        || rows[block..<index].contains { isRule($0) }
      if isOfTable {
        lines.append(.table(alphabet.shown(row), isRule(row) ? .muted : .text))
      } else {
        let wrapped = alphabet.wrapped(row, to: min(width, Self.paperWidth))
        lines += wrapped.isEmpty ? [.whole("")] : wrapped.map { .whole(StyledText($0)) }
      }
    }
  }

  // MARK: - Markdown

  private mutating func addMarkdown(_ rows: ArraySlice<String>) {
    var rest = rows
    while let row = rest.first {
      if row.hasPrefix("|") {
        let table = rest.prefix { $0.hasPrefix("|") }
        rest = rest.dropFirst(table.count)
        add(table.map(Self.cells))
        continue
      }
      rest.removeFirst()
      let marks: [(String, Style)] = [
        ("### ", .text.bold), ("## ", .accent.bold), ("# ", .text.bold),
      ]
      if row == "---" {
        lines.append(
          .whole(StyledText(String(repeating: alphabet.horizontal, count: width), .muted)))
      } else if let (mark, style) = marks.first(where: { row.hasPrefix($0.0) }) {
        add(String(row.dropFirst(mark.count)), style)
      } else if row.hasPrefix("- ") {
        add(String(row.dropFirst(2)), indent: "  ", first: "- ")
      } else {
        add(row)
      }
    }
  }

  private mutating func add(
    _ text: String, _ style: Style = .text, indent: String = "", first: String = ""
  ) {
    let plain = Self.plain(text)
    let wrapped = alphabet.wrapped(plain, to: max(1, width - indent.count))
    guard !wrapped.isEmpty else { return lines.append(.whole("")) }
    for (index, line) in wrapped.enumerated() {
      lines.append(.whole(StyledText((index == 0 ? first : indent) + line, style)))
    }
  }

  private static let widestCell = 40

  /// The lines of a table with its columns below each other.
  private mutating func add(_ table: [[String]]) {
    guard let head = table.first else { return }
    let isRight = (table.count > 1 ? table[1] : []).map { $0.hasSuffix(":") }
    let rows = ([head] + table.dropFirst(2)).map { $0.map { alphabet.shown($0) } }
    let widths = head.indices.map { column in
      rows.map { $0.indices.contains(column) ? $0[column].displayWidth : 0 }.max() ?? 0
    }.map { min($0, Self.widestCell) }
    for (index, row) in rows.enumerated() {
      let cells = zip(row, widths).enumerated().map { column, pair in
        alphabet.fitted(
          pair.0, to: pair.1,
          alignment: isRight.indices.contains(column) && isRight[column] ? .right : .left)
      }
      lines.append(.table(cells.joined(separator: "  "), index == 0 ? .muted : .text))
    }
  }

  private static func cells(_ row: String) -> [String] {
    var (cells, cell, isEscaped) = ([String](), "", false)
    for character in row.dropFirst() {
      switch character {
      case "|" where !isEscaped:
        cells.append(plain(String(cell.trimmingBlanks)))
        cell = ""
      default: cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells
  }

  /// A text without the signs that keep Markdown from taking it for its own.
  private static func plain(_ text: String) -> String {
    var (plain, isEscaped) = ("", false)
    for character in text.replacing("**", with: "") {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        plain.append(character)
        isEscaped = false
      }
    }
    return plain.replacing("&lt;", with: "<").replacing("&amp;", with: "&")
  }
}
