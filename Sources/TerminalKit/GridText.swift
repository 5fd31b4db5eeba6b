extension Grid {
  /// The text of each row, as wide as the screen.
  package var lines: [String] {
    (0..<size.rows).map { y in
      var line = ""
      for cell in cells[y * size.columns..<(y + 1) * size.columns] { line += cell.glyph }
      return line
    }
  }

  /// The text of the frame without blanks at the ends of lines, for documents and reports.
  package var plainText: String {
    lines.map { line in
      let end = line.lastIndex { $0 != " " }
      return (end.map { String(line[...$0]) } ?? "") + "\n"
    }.joined()
  }

  /// The form of golden files: rows between bars, then each run that is not plain text, then the
  /// cursor.
  ///
  /// A run is `row:first-last role/ground/emphasis`, in columns.
  package var goldenText: String {
    var text = ""
    for line in lines { text += "|" + line + "|\n" }
    for y in 0..<size.rows {
      for run in runs(inRow: y) where run.style != .text {
        text += "\(y):\(run.columns.lowerBound)-\(run.columns.upperBound - 1) \(run.style)\n"
      }
    }
    if let cursor {
      text += "cursor \(cursor.x),\(cursor.y)" + (isCaretVisible ? " caret" : "") + "\n"
    }
    return text
  }

  /// Neighbouring cells of one style.
  package struct Run: Equatable, Sendable {
    package let columns: Range<Int>
    package let style: Style
  }

  /// The row as runs from left to right, without a gap.
  package func runs(inRow y: Int) -> [Run] {
    guard y >= 0, y < size.rows else { return [] }
    var runs: [Run] = []
    let row = y * size.columns
    var start = 0
    for x in 0..<size.columns
    where x + 1 == size.columns
      || cells[row + x + 1].style != cells[row + x].style
    {
      runs.append(Run(columns: start..<x + 1, style: cells[row + x].style))
      start = x + 1
    }
    return runs
  }
}
