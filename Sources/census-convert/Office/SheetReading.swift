internal import CensusNotices

/// A sheet: cells by row and column, then merges.
struct SheetReading {
  private struct Spot: Hashable {
    let row: Int
    let column: Int
  }

  private let strings: [SheetText]
  private let styles: [SheetStyle]
  private(set) var counter: Counter
  private var cells: [Spot: Cell] = [:]
  private var merges: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = []
  private var hiddenColumns: [ClosedRange<Int>] = []
  private var row = 0
  private var column = 0
  private var isHidden = false
  /// How many texts lay below merged cells.
  private(set) var covered = 0
  /// How many cells have text that is struck out.
  private(set) var struck = 0

  /// Beyond so many rows blank ones are left out.
  private static let mostBlank = 5_000
  private static let lastRow = 1_048_576
  private static let lastColumn = 16_384

  init(_ strings: [SheetText], _ styles: [SheetStyle], _ counter: Counter) {
    self.strings = strings
    self.styles = styles
    self.counter = counter
  }

  mutating func read(_ events: inout XMLEvents) throws(ContainerFault) {
    while let event = try events.next() {
      switch event {
      case .start("row"):
        row = events.attribute("r").flatMap { Int($0) } ?? row + 1
        column = 0
        isHidden = SheetReading.isTrue(events.attribute("hidden"))
      case .start("c"): try readCell(&events)
      case .start("col"):
        guard SheetReading.isTrue(events.attribute("hidden")),
          let first = events.attribute("min").flatMap({ Int($0) }),
          let last = events.attribute("max").flatMap({ Int($0) }), first <= last
        else { continue }
        hiddenColumns.append(first...last)
      case .start("mergeCell"):
        guard let range = events.attribute("ref").flatMap(SheetReading.range) else { continue }
        try counter.take()
        merges.append(range)
      default: break
      }
    }
  }

  private mutating func readCell(_ events: inout XMLEvents) throws(ContainerFault) {
    column += 1
    if let spot = events.attribute("r").flatMap(SheetReading.spot) { (row, column) = spot }
    guard (1...SheetReading.lastRow).contains(row), (1...SheetReading.lastColumn).contains(column)
    else { throw .brokenXML }
    let kind = events.attribute("t") ?? "n"
    let style = events.attribute("s").flatMap { Int($0) }.flatMap {
      styles.indices.contains($0) ? styles[$0] : nil
    }
    var value = ""
    var inline: SheetText?
    var isFormula = false
    var isValue = false
    reading: while let event = try events.next() {
      switch event {
      case .start("f"): isFormula = true
      case .start("v"): isValue = true
      case .end("v"): isValue = false
      case .start("is"): inline = try events.richText(until: "is")
      case .text(let text) where isValue: value += text
      case .end("c"): break reading
      default: break
      }
    }
    var marks: Cell.Marks = []
    var found = inline ?? SheetText(text: value)
    switch kind {
    case "s":
      found = Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? SheetText()
    case "n":
      if !value.isEmpty { marks.insert(.number) }
      let digits = Digits(value)
      found.text =
        style?.decimals.flatMap { digits?.percent(decimals: $0) } ?? digits?.text ?? value
    default: break
    }
    let text = found.text
    if found.isStruck || style?.isStruck == true, text.contains(where: { !$0.isWhitespace }) {
      marks.insert(.struck)
      struck += 1
    }
    if isFormula, text.isEmpty { marks.insert(.noValue) }
    if isHidden || hiddenColumns.contains(where: { $0.contains(column) }) { marks.insert(.hidden) }
    guard !text.isEmpty || marks.contains(.noValue) else { return }
    try counter.take()
    try counter.take(text: text.utf8.count)
    cells[Spot(row: row, column: column)] = Cell(text, marks: marks)
  }

  /// The sheet as a table; nil if nothing stands in it.
  ///
  /// A merge in one column shows its first text alone, and what it hides goes on below it; one over
  /// columns that have texts, or beyond all of the sheet, is no merge that anybody made, and hides none.
  mutating func table(named name: String) throws(ContainerFault) -> Table? {
    guard let lastRow = cells.keys.map(\.row).max(),
      let lastColumn = cells.keys.map(\.column).max()
    else { return nil }
    let width = min(lastColumn, Table.mostColumns)
    let rowsWithText = Dictionary(grouping: cells.keys, by: \.row)
    var hidden: [Int: [ClosedRange<Int>]] = [:]
    var spans: [Spot: (columns: Int, rows: Int)] = [:]
    // Cells of a merge that hides texts: each goes on the one above it.
    var continued: Set<Spot> = []
    for merge in merges where merge.rows.lowerBound <= lastRow && merge.columns.lowerBound <= width
    {
      let rows = merge.rows.lowerBound...min(merge.rows.upperBound, lastRow)
      let columns = merge.columns.lowerBound...min(merge.columns.upperBound, width)
      // Merges may lie over each other, and a row is gone through for each.
      try counter.take(cells: rows.count)
      let isBeyond = merge.rows.upperBound > lastRow || merge.columns.upperBound > lastColumn
      let texts = texts(below: rows, columns, rowsWithText)
      guard texts == 0 || columns.count == 1 && !isBeyond else {
        covered += texts
        continue
      }
      guard texts == 0 else {
        for row in rows.dropFirst() {
          continued.insert(Spot(row: row, column: columns.lowerBound))
        }
        continue
      }
      spans[Spot(row: rows.lowerBound, column: columns.lowerBound)] = (columns.count, rows.count)
      guard rows.count <= SheetReading.mostBlank else { continue }
      for row in rows { hidden[row, default: []].append(columns) }
    }
    let filled = Set(cells.keys.map(\.row))
    let rows = lastRow <= SheetReading.mostBlank ? Array(1...lastRow) : filled.sorted()
    let table = rows.map { row in
      (1...width).compactMap { column -> Cell? in
        let spot = Spot(row: row, column: column)
        let isCovered = hidden[row]?.contains { $0.contains(column) } ?? false
        guard spans[spot] != nil || !isCovered else { return nil }
        let cell = cells[spot] ?? Cell("")
        let span = spans[spot] ?? (1, 1)
        let marks = continued.contains(spot) ? cell.marks.union(.continued) : cell.marks
        return Cell(cell.text, columns: span.columns, rows: span.rows, marks: marks)
      }
    }
    return Table(table, line: 1, sheet: name)
  }

  /// How many cells of a merge beside its first have texts.
  private func texts(
    below rows: ClosedRange<Int>, _ columns: ClosedRange<Int>, _ known: [Int: [Spot]]
  ) -> Int {
    rows.reduce(0) { sum, row in
      let known = known[row] ?? []
      // Of a row of many cells and a merge of few the few are looked at.
      let places = known.count > columns.count ? columns.map { Spot(row: row, column: $0) } : known
      return sum
        + places.count { spot in
          let isFirst = row == rows.lowerBound && spot.column == columns.lowerBound
          return columns.contains(spot.column) && !isFirst && cells[spot] != nil
        }
    }
  }

  // MARK: - References

  private static func isTrue(_ text: String?) -> Bool { text == "1" || text == "true" }

  /// `B12`.
  private static func spot(_ text: String) -> (row: Int, column: Int)? {
    let letters = text.utf8.prefix { (0x41...0x5A).contains($0) }
    guard (1...3).contains(letters.count), let row = Int(text.dropFirst(letters.count)) else {
      return nil
    }
    return (row, letters.reduce(0) { $0 * 26 + Int($1) - 0x40 })
  }

  /// `A1:B12`.
  private static func range(
    _ text: String
  ) -> (rows: ClosedRange<Int>, columns: ClosedRange<Int>)? {
    let ends = text.split(separator: ":").compactMap { spot(String($0)) }
    guard ends.count == 2, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column,
      ends[0].row >= 1
    else { return nil }
    return (ends[0].row...ends[1].row, ends[0].column...ends[1].column)
  }
}
