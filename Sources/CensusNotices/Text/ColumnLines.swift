internal import CensusCore

/// A table that lies one cell a line, column by column: a heading, its cells, the next heading.
///
/// All columns have as many cells; a heading may be broken over two lines. Where the columns do not
/// agree it is no table, and codes that stand in it are told as lost.
struct ColumnLines {
  private(set) var table: (Table, end: Int)?

  init(_ lines: [Substring], at start: Int) {
    guard let first = ColumnLines.heading(lines, at: start),
      let next = ColumnLines.nextHeading(lines, from: start + first.length)
    else { return }
    let height = next - start - first.length
    guard height > 0 else { return }
    var columns: [[String]] = []
    var place = start
    while let heading = ColumnLines.heading(lines, at: place),
      place + heading.length + height <= lines.count
    {
      let cells = lines[(place + heading.length)..<(place + heading.length + height)]
      columns.append([heading.text] + cells.map { trimmed(String($0)) })
      place += heading.length + height
    }
    let heads = columns.map { $0[0] }
    let known = HeadingWords.columns(heads)
    guard columns.count >= 3,
      HeadingWords.meaning(Set(known.compactMap(\.self)), heads).isResult,
      zip(columns, known).allSatisfy({ ColumnLines.fits($0.dropFirst(), $1) })
    else { return }
    let rows = (0...height).map { row in columns.map { Cell($0[row]) } }
    table = (Table(rows, line: start + 1), place)
  }

  /// A heading that is known, of one line or two.
  private static func heading(
    _ lines: [Substring], at place: Int
  ) -> (text: String, length: Int)? {
    guard place < lines.count else { return nil }
    let text = trimmed(String(lines[place]))
    guard !text.isEmpty, text.count <= 16 else { return nil }
    if place + 1 < lines.count {
      // 州、市 and /部门: both are headings of their own, and here they are one.
      let whole = text + trimmed(String(lines[place + 1]))
      if whole.count > text.count, whole.count <= 16, HeadingWords.score([whole]) == 1 {
        return (whole, 2)
      }
    }
    return HeadingWords.score([text]) == 1 ? (text, 1) : nil
  }

  /// Where the next heading begins; nil if there is none in the same table.
  private static func nextHeading(_ lines: [Substring], from start: Int) -> Int? {
    for place in start..<max(start, min(lines.count, start + mostRows)) {
      if CellLines.isEnd(lines[place]) { return nil }
      if heading(lines, at: place) != nil { return place }
    }
    return nil
  }

  /// Whether cells can stand under a heading.
  private static func fits(_ cells: ArraySlice<String>, _ column: Column?) -> Bool {
    switch column {
    case .serial, .running, .failing: cells.allSatisfy { $0.isEmpty || printedNumber($0) != nil }
    case .code: cells.contains(where: TableReading.looksLikeCode)
    default: true
    }
  }

  /// No notice names more sites than these.
  private static let mostRows = 5000
}
