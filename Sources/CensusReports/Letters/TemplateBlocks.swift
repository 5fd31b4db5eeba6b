package import CensusCore

extension LetterTemplate {
  /// The paper that the template and some facts make.
  package func document(
    _ facts: [String: TemplateValue], _ language: Language
  ) -> OfficialDocument {
    var blocks: [OfficialDocument.Block] = []
    var table: [[String]] = []
    func endTable() {
      // A table of headings alone says nothing.
      if table.count > 1 {
        blocks.append(.table(OfficialDocument.Table(head: table[0], rows: Array(table[1...]))))
      }
      table = []
    }
    for line in lines(facts) {
      if let cells = Self.cells(of: line) {
        // The rule below the headings, as Markdown has it.
        let isRule = !line.contains(where: \.isFact) && cells.allSatisfy(Self.isRule)
        if !isRule { table.append(cells) }
        continue
      }
      let (mark, text) = Self.marked(line)
      // A blank line ends a table, too.
      endTable()
      if text.isEmpty { continue }
      switch mark {
      case "# ":
        // A long title is parted where its meaning allows.
        if case .title(let before)? = blocks.last {
          blocks[blocks.count - 1] = .title(before + "\n" + text)
        } else {
          blocks.append(.title(text))
        }
      case "## ": blocks.append(.heading(text))
      case "<> ": blocks.append(.centred(text))
      case "<- ": blocks.append(.flush(text))
      case "-> ":
        if case .closing(let before)? = blocks.last {
          blocks[blocks.count - 1] = .closing(before + [text])
        } else {
          blocks.append(.closing([text]))
        }
      default: blocks.append(.paragraph(text))
      }
    }
    endTable()
    return OfficialDocument(language, blocks)
  }

  private static let marks = ["# ", "## ", "<> ", "<- ", "-> "]

  private static func isRule(_ cell: String) -> Bool {
    !cell.isEmpty && cell.allSatisfy { "-: ".contains($0) }
  }

  /// The sign at the start of a line, which no fact can set, and what comes after it.
  private static func marked(_ line: [Run]) -> (String?, String) {
    let mark = line.first.flatMap { first in
      first.isFact ? nil : marks.first { first.text.hasPrefix($0) }
    }
    let text = line.map(\.text).joined()
    return (mark, String(text.dropFirst(mark?.count ?? 0).trimmed))
  }

  /// The cells of a line of a table; nil for any other.
  private static func cells(of line: [Run]) -> [String]? {
    guard let first = line.first, !first.isFact, first.text.trimmed.first == "|" else {
      return nil
    }
    var cells = [""]
    for run in line {
      guard !run.isFact else {
        cells[cells.count - 1] += run.text
        continue
      }
      for (index, part) in run.text.split(separator: "|", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { cells.append("") }
        cells[cells.count - 1] += part
      }
    }
    // Before the first sign is nothing, and usually nothing behind the last.
    let inside = cells.dropFirst().map { String($0.trimmed) }
    return inside.last == "" ? inside.dropLast() : inside
  }
}
