/// The part of a table that stands on one page, by its rows.
struct PageSegment: Sendable {
  /// A row, by the word that every row has: its number, else its code, else its figure.
  struct Row: Sendable {
    let middle: Int
    let isTotal: Bool
  }

  /// The headings above it on the same page, where there are some.
  let heading: PageHeading?
  let rows: [Row]
  /// Lines from the headings to the end of the page, or to where the table ends at the latest.
  let lines: [PlacedLine]
  /// Whether the table begins on a page before, so that rows may begin there.
  let isContinued: Bool

  /// The lines of its rows, which tell columns apart; what a total has may stand over several.
  var columnLines: [PlacedLine] {
    let last = rows.last?.middle ?? 0
    return lines.filter { line in
      line.middle <= last + line.height / 3
        && !rows.contains { $0.isTotal && abs($0.middle - line.middle) * 3 < line.height }
        && line.words.count > 1
    }
  }

  /// Looks for rows below headings.
  ///
  /// - Parameters:
  ///   - lines: what stands below the headings, or on the next page.
  ///   - heading: the headings of the table.
  ///   - own: the same where they stand on this page.
  ///   - isContinued: whether the table begins on a page before.
  ///   - number: the last number of a row that the table has so far.
  init?(
    _ lines: [PlacedLine], under heading: PageHeading, repeated own: PageHeading?,
    isContinued: Bool, after number: Int?
  ) {
    self.heading = own
    self.isContinued = isContinued
    guard
      let place = ([.serial, .code, .running, .failing] as [Column]).lazy
        .compactMap(heading.place).first
    else { return nil }
    let column = heading.cells[place].column
    let cells = heading.cells
    let left = place > 0 ? cells[place - 1].right : Int.min
    let right = place + 1 < cells.count ? cells[place + 1].left : Int.max
    var rows: [Row] = []
    var known = number
    var first: Int?
    var taken: [PlacedLine] = []
    for line in lines {
      if PageSegment.ends(line, rows, cells) { break }
      taken.append(line)
      let isTotal = PageSegment.isTotal(line, cells)
      let anchor = line.words.first { word in
        word.left >= left && word.right <= right && PageSegment.isAnchor(word.text, column)
      }
      guard anchor != nil || isTotal else { continue }
      if column == .serial, !isTotal, let value = anchor.flatMap({ printedNumber($0.text) }) {
        // Numbers that begin anew are of another list.
        if let known, value <= known {
          taken.removeLast()
          break
        }
        known = value
        first = first ?? value
      }
      rows.append(Row(middle: (isTotal ? nil : anchor?.middle) ?? line.middle, isTotal: isTotal))
    }
    guard !rows.isEmpty else { return nil }
    self.rows = rows
    self.lines = taken
    lastNumber = known
    firstNumber = first
  }

  /// The last number of a row.
  let lastNumber: Int?

  /// Whether rows go on those of a table on the page before: they begin with the next number, or with a
  /// row that is none of a text.
  func goesOn(_ table: PageTable) -> Bool {
    guard let first = rows.first,
      let place = lines.firstIndex(where: { abs($0.middle - first.middle) * 3 < $0.height }),
      place < PageSegment.mostBefore
    else { return false }
    if let last = table.lastNumber, let firstNumber { return firstNumber == last + 1 }
    return lines[place].words.count > 1
  }

  private let firstNumber: Int?
  /// So many lines may stand above the first row that is whole.
  private static let mostBefore = 20

  /// Whether a table ends above a line: a note or a name of an annex, or a sentence over all columns
  /// once there are rows.
  private static func ends(_ line: PlacedLine, _ rows: [Row], _ cells: [PageHeading.Cell]) -> Bool {
    if CellLines.isEnd(line.text[...]) { return true }
    guard !rows.isEmpty, line.text.count > 12 else { return false }
    // A word of the text stands under several headings at once.
    return line.words.contains { word in
      cells.count { $0.left < word.right && word.left < $0.right } > 2
    }
  }

  private static func isTotal(_ line: PlacedLine, _ cells: [PageHeading.Cell]) -> Bool {
    guard cells.count > 2 else { return false }
    let words = line.words.filter { $0.right <= cells[2].left }
    return TableReading.totals.contains(wordKey(PlacedLine(words: words).text))
  }

  private static func isAnchor(_ text: String, _ column: Column?) -> Bool {
    switch column {
    case .code: TableReading.looksLikeCode(text)
    default: printedNumber(text) != nil
    }
  }
}
