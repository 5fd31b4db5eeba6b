internal import DisplayText

/// The widths of a table's columns on paper, in twentieths of a point.
struct WordColumns {
  /// The width of the type area, 156 mm.
  private static let all = 8844
  /// What a column has besides its text.
  private static let edges = 190
  /// Codes, days and short words stay in one line, as far as there is room.
  private static let short = 14
  /// A longer text is read in lines of eight characters, at the least of five.
  private static let (line, leastLine) = (16, 10)

  /// What they come to: together the whole width.
  let widths: [Int]

  /// - Parameters:
  ///   - table: the table.
  ///   - cell: the width of half a character.
  init(_ table: OfficialDocument.Table, cell: Int) {
    let columns = table.head.indices
    func width(_ cells: Int) -> Int { max(4, cells) * cell + Self.edges }
    var widths = columns.map { column in
      width(max(table.room[column], table.lines.map { Self.cells(of: $0[column]) }.max() ?? 0))
    }
    // A heading may take two lines, and of longer texts only a word is whole.
    let whole = columns.map { column in
      let heading = table.head[column].displayWidth
      let short = table.rows.map { $0[column] }.filter { $0.displayWidth <= Self.short }
        .map(Self.cells)
      let word = Self.longestWord(in: table.head[column]) + 1
      let text = Self.isLong(table.rows.map { $0[column] }) ? Self.line : 0
      return width(max((heading + 3) / 4 * 2, word, short.max() ?? 0, table.room[column], text))
    }
    let words = columns.map { column in
      width(
        max(
          table.room[column], Self.longestWord(in: table.head[column]) + 1,
          table.rows.map { Self.longestWord(in: $0[column]) }.max() ?? 0,
          Self.isLong(table.rows.map { $0[column] }) ? Self.leastLine : 0))
    }
    func shrink(to least: [Int]) {
      while widths.reduce(0, +) > Self.all {
        let able = columns.filter { widths[$0] > least[$0] }
        guard let place = able.max(by: { widths[$0] < widths[$1] }) else { return }
        let step = min(cell, widths[place] - least[place], widths.reduce(0, +) - Self.all)
        widths[place] -= step
      }
    }
    shrink(to: whole)
    shrink(to: words)
    shrink(to: columns.map { _ in 2 * Self.edges })
    let spare = Self.all - widths.reduce(0, +)
    if spare > 0 {
      let sum = widths.reduce(0, +)
      widths = widths.map { $0 + spare * $0 / sum }
      widths[widths.count - 1] += Self.all - widths.reduce(0, +)
    }
    self.widths = widths
  }

  private static func isLong(_ texts: [String]) -> Bool {
    texts.contains { $0.displayWidth > short }
  }

  /// The cells that a text takes: office programs put blanks between numbers and characters, and bold
  /// letters are wider.
  private static func cells(of text: String) -> Int {
    let latin = text.count(where: \.isASCII)
    return text.displayWidth + (latin == 0 ? 0 : latin == text.count ? 1 : 3)
  }

  /// The cells of the longest run of what is not parted between two lines.
  private static func longestWord(in text: String) -> Int {
    text.split { !$0.isASCII || $0 == " " }.map(\.count).max() ?? 0
  }
}
