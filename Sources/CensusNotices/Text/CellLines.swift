internal import CensusCore

/// A table that lies one cell a line: as copied out of a word processor, or mirrored on a page where
/// each cell ends with |.
///
/// The headings say how many cells a row has. A merged cell is an empty line; where there is an
/// empty line behind every cell, those part the cells.
struct CellLines {
  private(set) var table: (Table, end: Int)?

  init(_ lines: [Substring], at start: Int) {
    let step: Int
    if start + 2 < lines.count, CellLines.isEmpty(lines[start + 1]),
      !CellLines.isEmpty(lines[start + 2])
    {
      step = 2
    } else {
      step = 1
    }
    guard let width = CellLines.headings(lines, at: start, step) else { return }
    var rows = [CellLines.cells(lines, at: start, width, step)]
    let columns = HeadingWords.columns(rows[0])
    var place = start + width * step
    while place < lines.count {
      if CellLines.isEnd(lines[place]) { break }
      let cells = CellLines.cells(lines, at: place, width, step)
      guard CellLines.isRow(cells, columns, isFirst: rows.count == 1) else {
        // What is left over of a row is one cell too few, and is said to be.
        break
      }
      rows.append(cells)
      place += width * step
    }
    guard rows.count > 1 else { return }
    table = (Table(rows.map { $0.map { Cell($0) } }, line: start + 1), min(place, lines.count))
  }

  /// How many headings follow each other here, two of them at least known.
  private static func headings(_ lines: [Substring], at start: Int, _ step: Int) -> Int? {
    var texts: [String] = []
    var place = start
    while place < lines.count, texts.count < 12 {
      let text = cell(lines[place])
      guard !text.isEmpty, text.count <= 16, HeadingWords.score([text]) == 1 else { break }
      texts.append(text)
      place += step
    }
    guard texts.count >= 3 else { return nil }
    let meaning = HeadingWords.meaning(
      Set(HeadingWords.columns(texts).compactMap(\.self)), texts)
    return meaning.isResult ? texts.count : nil
  }

  private static func cells(
    _ lines: [Substring], at start: Int, _ width: Int, _ step: Int
  ) -> [String] {
    (0..<width).compactMap { index in
      let place = start + index * step
      return place < lines.count ? cell(lines[place]) : nil
    }
  }

  /// Whether cells are a row: its number, or its figures, are where they belong.
  private static func isRow(_ cells: [String], _ columns: [Column?], isFirst: Bool) -> Bool {
    guard cells.contains(where: { !$0.isEmpty }) else { return false }
    if cells.prefix(2).contains(where: { TableReading.totals.contains(wordKey($0)) }) {
      return true
    }
    if let place = columns.firstIndex(of: .serial) {
      return place < cells.count && (printedNumber(cells[place]) != nil || cells[place].isEmpty)
    }
    if let place = columns.firstIndex(of: .failing) {
      return place < cells.count && printedNumber(cells[place]) != nil
    }
    if let place = columns.firstIndex(of: .code) {
      return place < cells.count && TableReading.looksLikeCode(cells[place])
    }
    if let place = columns.firstIndex(of: .platform) {
      let isWhole = cells.count == columns.count
      return isWhole && (cells[place].isEmpty || AccountPlatform(printed: cells[place]).isKnown)
    }
    return cells.count == columns.count
  }

  static func isEnd(_ line: Substring) -> Bool {
    let text = squeezed(String(line))
    return TableReading.isNote(text) || text.hasPrefix("附件") || text.count > 200
  }

  private static func cell(_ line: Substring) -> String {
    var text = Substring(trimmed(String(line)))
    if text.hasSuffix("|") { text = text.dropLast() }
    return trimmed(String(text))
  }

  private static func isEmpty(_ line: Substring) -> Bool { squeezed(String(line)).isEmpty }
}
