/// What stands in the cells of a segment's rows.
struct PageCells: Sendable {
  /// A cell in the making.
  struct Content: Sendable {
    var lines: [PlacedLine] = []
    /// What stands on the next page.
    var next: [PlacedLine] = []
    var marks: Cell.Marks = []
    /// The prefecture of a merged cell.
    var label: String?

    /// The lines of the cell, one below the other.
    var text: String { label ?? (lines + next).map(\.text).joined(separator: "\n") }

    func holds(_ words: Set<PlacedWord>) -> Bool {
      lines.contains { $0.words.contains(where: words.contains) }
    }
  }

  let segment: PageSegment
  private(set) var cells: [[Content]]
  /// What stands in each column above the first row, of one that began on the page before.
  private(set) var before: (lines: [[PlacedLine]], marks: [Cell.Marks])
  /// Lines below the last row.
  private(set) var after: [PlacedLine] = []
  /// What stands in a column whose rows have no text of their own each.
  private(set) var loose: [Int: [PlacedLine]] = [:]

  /// Whether the table has more rows on the next page, on which the last row may go on.
  let goesOn: Bool
  /// How its cells may be aligned; none where that cannot be told.
  private(set) var fitting: [PageAlignment] = []

  init(
    _ segment: PageSegment, _ heading: PageHeading, _ columns: PageColumns, goesOn: Bool,
    as known: [PageAlignment]? = nil
  ) {
    self.segment = segment
    self.goesOn = goesOn
    let count = heading.cells.count
    cells = segment.rows.map { _ in Array(repeating: Content(), count: count) }
    before = (Array(repeating: [], count: count), Array(repeating: .split, count: count))
    let middles = segment.rows.map(\.middle)
    var words: [[PlacedWord]] = Array(repeating: [], count: count)
    var uncertain: Set<PlacedWord> = []
    for line in segment.lines {
      let total = segment.rows.first {
        $0.isTotal && abs($0.middle - line.middle) * 3 < line.height
      }
      for word in line.words {
        let (column, isCertain) = columns.column(of: word)
        words[column].append(word)
        if !isCertain, total == nil { uncertain.insert(word) }
      }
    }
    let lines = words.map(\.lines)
    let prefecture = heading.place(of: .prefecture)
    // Cells of one table stand alike, so that each column tells of the others.
    fitting =
      known ?? fitting(lines.enumerated().filter { $0.offset != prefecture }.map(\.element))
    var rest: [PlacedWord] = []
    for (column, lines) in lines.enumerated() {
      rest += take(
        lines, of: column, as: fitting, middles, isPrefecture: column == prefecture)
    }
    for column in 0..<count {
      for row in cells.indices where cells[row][column].holds(uncertain) {
        cells[row][column].marks.insert(.uncertain)
      }
      if before.lines[column].flatMap(\.words).contains(where: uncertain.contains) {
        before.marks[column].insert(.uncertain)
      }
    }
    after = PageCells.after(Set(rest), in: segment)
    // What is below the last row as close as a line of it may belong to it.
    guard let line = after.first, !CellLines.isEnd(line.text[...]),
      !line.words.contains(where: columns.crosses)
    else { return }
    for word in line.words {
      let column = columns.column(of: word).place
      guard let last = cells[cells.count - 1][column].lines.last,
        (word.top - last.bottom) * 2 < word.height
      else { continue }
      cells[cells.count - 1][column].marks.insert(.uncertain)
    }
  }

  private func groups(
    _ lines: [PlacedLine], _ alignment: PageAlignment
  ) -> [PageAlignment.Groups] {
    alignment.groups(
      lines, segment.rows.map(\.middle), mayBegin: segment.isContinued, goesOn: goesOn)
  }

  /// The alignments that every column may have: of those the ones that leave fewest cells empty, and where
  /// that leaves several, the ones that keep the lines of a cell together.
  private func fitting(_ columns: [[PlacedLine]]) -> [PageAlignment] {
    let found = PageAlignment.allCases.map { alignment in
      (alignment, columns.map { groups($0, alignment) })
    }
    let empty = found.map { _, columns -> Int? in
      let least = columns.map { $0.map(\.empty).min() }
      return least.contains(nil) ? nil : least.compactMap(\.self).reduce(0, +)
    }
    let least = empty.compactMap(\.self).min()
    let best = zip(found, empty).filter { $0.1 != nil && $0.1 == least }.map(\.0)
    var kept = best.map(\.0)
    for column in columns.indices {
      let clean = best.filter { PageCells.fullest($0.1[column]).contains(where: \.isClean) }
      let isTold = Set(best.flatMap { PageCells.fullest($0.1[column]) }.map(\.rows)).count > 1
      let both = kept.filter { alignment in clean.contains { $0.0 == alignment } }
      if isTold, !both.isEmpty { kept = both }
    }
    return kept
  }

  /// Of several ways those that leave fewest cells empty: they hardly ever are.
  private static func fullest(_ groups: [PageAlignment.Groups]) -> [PageAlignment.Groups] {
    let least = groups.map(\.empty).min()
    return groups.filter { $0.empty == least }
  }

  /// Puts the lines of a column into the rows; what is none of it stands below.
  private mutating func take(
    _ lines: [PlacedLine], of column: Int, as fitting: [PageAlignment], _ middles: [Int],
    isPrefecture: Bool
  ) -> [PlacedWord] {
    let alignments = fitting.isEmpty ? PageAlignment.allCases : fitting
    var found = PageCells.fullest(alignments.flatMap { groups(lines, $0) })
    if found.contains(where: \.isClean) { found.removeAll { !$0.isClean } }
    if isPrefecture {
      let whole = found.first { groups in
        zip(groups.rows, segment.rows).allSatisfy { !$0.isEmpty || $1.isTotal }
      }
      guard whole != nil else {
        let end = (middles.last ?? 0) + (lines.first?.height ?? 0)
        loose[column] = lines.filter { $0.middle <= end }
        return lines.filter { $0.middle > end }.flatMap(\.words)
      }
    }
    guard let first = found.first else {
      for line in lines {
        let row = middles.indices.min {
          abs(middles[$0] - line.middle) < abs(middles[$1] - line.middle)
        }
        if let row { cells[row][column].lines.append(line) }
      }
      for (row, middle) in middles.enumerated() {
        let own = cells[row][column].lines
        let isLevel = own.count == 1 && abs(own[0].middle - middle) * 3 <= own[0].height
        guard !isLevel else { continue }
        // Its neighbours may have what is its own.
        for near in max(0, row - 1)...min(middles.count - 1, row + 1) {
          cells[near][column].marks.insert(.uncertain)
        }
      }
      return []
    }
    for (row, own) in first.rows.enumerated() {
      cells[row][column].lines = own
      if found.contains(where: { $0.rows[row] != own }) {
        cells[row][column].marks.insert(.uncertain)
      }
    }
    doubtEmpty(column)
    before.lines[column] = first.before
    if found.contains(where: { $0.before != first.before }) {
      before.marks[column].insert(.uncertain)
    }
    return first.after.flatMap(\.words)
  }

  /// Marks cells of a column that are empty: what should be there may be in a cell beside it.
  private mutating func doubtEmpty(_ column: Int) {
    for row in cells.indices where cells[row][column].lines.isEmpty && !segment.rows[row].isTotal {
      for near in max(0, row - 1)...min(cells.count - 1, row + 1)
      where cells[near][column].lines.count > 1 {
        cells[near][column].marks.insert(.uncertain)
        cells[row][column].marks.insert(.uncertain)
      }
    }
  }

  /// The lines below the last row: those of which no word is in a cell.
  private static func after(_ rest: Set<PlacedWord>, in segment: PageSegment) -> [PlacedLine] {
    guard let top = rest.map(\.middle).min() else { return [] }
    return segment.lines.filter { line in
      line.middle * 2 > top * 2 - line.height && line.words.contains(where: rest.contains)
    }
  }

  /// Takes what goes on the last row on the next page.
  mutating func takeOn(_ lines: [[PlacedLine]], _ marks: [Cell.Marks]) {
    guard let row = cells.indices.last else { return }
    for (column, more) in lines.enumerated()
    where !more.isEmpty || marks[column].contains(.uncertain) {
      cells[row][column].next = more
      cells[row][column].marks.formUnion(marks[column])
    }
  }

  /// Marks what may go on in lines on the next page, where there is no row that tells.
  mutating func doubt(_ lines: [PlacedLine], _ columns: PageColumns, numbers: Int?) {
    let words = lines.flatMap(\.words)
    let places = words.map { columns.column(of: $0).place }
    guard let row = cells.indices.last, !words.contains(where: columns.crosses),
      !places.contains(where: { $0 == numbers })
    else { return }
    for column in Set(places) {
      let own = zip(words, places).filter { $0.1 == column }.map(\.0)
      cells[row][column].next = own.lines
      cells[row][column].marks.formUnion([.split, .uncertain])
    }
  }

  /// Whether the cells of a column are merged: not every row has a text there.
  func isMerged(_ column: Int) -> Bool { loose[column] != nil }

  /// Takes what stands in the cells of a column for merged cells after all.
  mutating func merge(_ column: Int) {
    loose[column] = before.lines[column] + cells.flatMap { $0[column].lines }
    for row in cells.indices { cells[row][column].lines = [] }
  }

  /// Puts the text of merged cells into their rows; nil where it cannot be told.
  mutating func put(_ labels: [String?], into column: Int) {
    for (row, label) in labels.enumerated() where !segment.rows[row].isTotal {
      cells[row][column].label = label ?? ""
      if label == nil { cells[row][column].marks.insert(.uncertain) }
    }
  }

  /// The rows as cells of a table.
  func rows(_ heading: PageHeading) -> [[Cell]] {
    var above: String?
    return zip(cells, segment.rows).map { row, kind in
      defer { above = row.compactMap(\.label).first }
      return row.enumerated().map { column, content in
        if let label = content.label, !label.isEmpty, label == above {
          return Cell("", marks: [.continued, .placed])
        }
        var marks = content.marks.union(.placed)
        if !kind.isTotal, heading.cells[column].column == .code {
          marks.formUnion(PageCells.marks(ofCode: content))
        }
        return Cell(content.text, marks: marks)
      }
    }
  }

  /// A code that is in pieces, or too short to be whole, may be another site's.
  private static func marks(ofCode content: Content) -> Cell.Marks {
    let text = squeezed(content.text)
    guard text.contains(where: \.isNumber) else { return [] }
    guard (content.lines + content.next).flatMap(\.words).count > 1 else {
      return text.utf8.count < 10 ? .uncertain : []
    }
    return text.utf8.count == 10 ? .broken : .uncertain
  }
}
