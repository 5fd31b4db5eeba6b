internal import CensusCore

/// A table whose headings were looked for: what it is about, and what each row is in it.
struct HeadedTable: Sendable {
  /// What a row is; each row is one of these, so that nothing is lost.
  enum Role: Sendable {
    case title
    case heading
    case taken
    case total
    case note
    case listed
  }

  /// A heading with its columns of the grid.
  struct Heading: Sendable {
    let text: String
    let columns: Range<Int>
    let column: Column?
  }

  /// The number over all files, from 1.
  let number: Int
  let file: String
  let line: Int
  let sheet: String?
  let lines: [GridLine]
  private(set) var meaning: Meaning
  let headings: [Heading]
  /// The place of the row of headings among the lines; nil if there is none.
  let headingRow: Int?
  /// The table before it whose columns it goes on with, without headings of its own.
  let continued: Int?
  /// The places of the headings that a person explained for this table.
  let said: Set<Int>

  /// Looks for the headings of a table.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - file: where it stands.
  ///   - number: its number over all files.
  ///   - answers: what a person said.
  ///   - before: the table before it, which it may go on.
  ///   - isWording: whether a text says what is the matter with a site.
  init(
    _ table: Table, file: String, number: Int, answers: Answers, after before: HeadedTable? = nil,
    isWording: (String) -> Bool = { _ in false }
  ) {
    self.number = number
    self.file = file
    line = table.line
    sheet = table.sheet
    let lines = table.lines
    self.lines = lines
    let columns = answers.columns.filter { $0.key.table == number }
    said = Set(columns.keys.map { $0.column - 1 })
    // A sheet may have all of the notice's text above them, a paragraph a row.
    let above = lines.firstIndex { $0.ownTexts.count > 1 } ?? 0
    let candidates = lines.prefix(above + HeadedTable.deepest).map { line in
      HeadingWords.score(line.slots.map(\.text), answers.headings)
    }
    let best = candidates.max() ?? 0
    if best < 2 {
      let going = before.flatMap { $0.isGoneOn(by: lines, isWording) ? $0 : nil }
      let places = Dictionary(
        columns.map { ($0.key.column - 1, $0.value) }, uniquingKeysWith: { first, _ in first })
      if let headless = HeadedTable.headless(lines, places, going, isWording) {
        headingRow = nil
        headings = HeadedTable.eachOnce(headless, said)
        continued = columns.isEmpty ? going?.number : nil
        let known = Set(headings.compactMap(\.column))
        meaning =
          going?.meaning
          ?? (known.isSuperset(of: [.platform, .name, .issue])
            ? .accounts : HeadingWords.meaning(known, headings.map(\.text)))
        return
      }
    }
    continued = nil
    guard best >= 2 || !columns.isEmpty,
      let row = HeadedTable.headingRow(lines, candidates, columns, isWording)
    else {
      headingRow = nil
      headings = []
      meaning = .unknown
      return
    }
    let known = HeadingWords.columns(lines[row].slots.map(\.text))
    let found = lines[row].slots.enumerated().map { index, slot in
      Heading(
        text: printed(slot.text), columns: slot.columns,
        column: columns[Answers.Spot(table: number, row: 0, column: index + 1)]
          ?? answers.headings[HeadingWords.key(slot.text)] ?? known[index])
    }
    headingRow = row
    headings = HeadedTable.eachOnce(HeadedTable.named(found), said)
    meaning = HeadingWords.meaning(
      Set(headings.compactMap(\.column)), lines[row].slots.map(\.text))
  }

  /// Headings stand among the first rows of several texts.
  private static let deepest = 8

  /// 不合格网站 heads names where issues stand beside it, and counts where they do not.
  private static func named(_ headings: [Heading]) -> [Heading] {
    let columns = Set(headings.compactMap(\.column))
    guard columns.contains(.issue), !columns.contains(.name), !columns.contains(.running) else {
      return headings
    }
    return headings.map { heading in
      heading.column == .failing
        ? Heading(text: heading.text, columns: heading.columns, column: .name) : heading
    }
  }

  /// Of two columns that say the same the first counts, and before it the one of which a person said so.
  private static func eachOnce(_ headings: [Heading], _ said: Set<Int>) -> [Heading] {
    var known: Set<Column> = []
    let explained = Set(
      said.filter(headings.indices.contains).compactMap { headings[$0].column })
    return headings.enumerated().map { place, heading in
      guard let column = heading.column, column != .ignored else { return heading }
      let isLater = !said.contains(place) && explained.contains(column)
      guard isLater || !known.insert(column).inserted else { return heading }
      // Nobody said that the second is of no use.
      return Heading(text: heading.text, columns: heading.columns, column: isLater ? .ignored : nil)
    }
  }

  /// The texts above the headings.
  var titles: [String] {
    lines.prefix(headingRow ?? 0).flatMap(\.ownTexts).map(printed)
  }

  /// The same table, of which nobody knows what it is.
  var doubted: HeadedTable {
    var table = self
    table.meaning = .unknown
    return table
  }

  func place(_ line: GridLine, cell: Int? = nil) -> Place {
    Place(file: file, line: self.line, table: number, row: line.number, cell: cell)
  }
}

extension HeadedTable {
  /// A row by the columns of the headings.
  struct Row: Sendable {
    struct Value: Sendable {
      let text: String
      let isFilled: Bool
      let marks: Cell.Marks
      let cell: Int
      /// What a merge hides of the cell.
      let covered: String?
    }

    let line: GridLine
    private(set) var values: [Column: Value] = [:]
    /// What stands under each heading, known or not, by its place.
    private(set) var texts: [Int: String] = [:]
    /// Headings of known columns under which the row has no cell at all.
    private(set) var missing = 0
    /// Whether something stands beyond the headings.
    private(set) var hasMore = false
    /// Whether a person said how one of its cells reads.
    private(set) var isMended = false

    init(_ line: GridLine, of table: HeadedTable, _ answers: Answers) {
      self.line = line
      var texts: [Int: [GridLine.Slot]] = [:]
      for slot in line.slots {
        var best: (place: Int, width: Int)?
        for (place, heading) in table.headings.enumerated() {
          let width = heading.columns.clamped(to: slot.columns).count
          if width > best?.width ?? 0 { best = (place, width) }
        }
        if let best {
          texts[best.place, default: []].append(slot)
        } else if !slot.isEmpty {
          hasMore = true
        }
      }
      for (place, heading) in table.headings.enumerated() {
        guard let slots = texts[place] else {
          // A cell over several columns may hide one, where it is not asked for.
          if heading.column != nil { missing += 1 }
          continue
        }
        let own = slots.filter { !$0.isFilled }.map { printed($0.text) }.joined()
        if !own.isEmpty { self.texts[place] = own }
        guard let column = heading.column else { continue }
        let spot = Answers.Spot(table: table.number, row: line.number, column: place + 1)
        if answers.cells[spot] != nil { isMended = true }
        values[column] = Value(
          text: answers.cells[spot]
            ?? slots.map { column == .issue ? printedLines($0.text) : printed($0.text) }.joined(),
          isFilled: answers.cells[spot] == nil && slots.contains(where: \.isFilled),
          // What a person says of it is certain.
          marks: answers.cells[spot] == nil
            ? slots.reduce(into: []) { $0.formUnion($1.marks) } : [],
          cell: slots.first?.cell ?? place + 1,
          covered: answers.cells[spot] == nil ? slots.compactMap(\.covered).first : nil)
      }
    }

    /// The text under a column; nil if it is empty or not there, or says that it is that of the row above.
    subscript(_ column: Column) -> String? {
      values[column].map { trimmed($0.text) }.flatMap { $0.isEmpty || isDitto($0) ? nil : $0 }
    }

    func cell(_ column: Column) -> Int? { values[column]?.cell }
  }
}
