internal import CensusCore

/// Goes through the rows of a table and says of each what it is.
struct TableReading {
  /// How one row came out.
  enum Outcome {
    case role(HeadedTable.Role)
    case listed(Why, cell: Int?)
  }

  let table: HeadedTable
  private(set) var roles: [HeadedTable.Role] = []
  private(set) var notUnderstood: [NotUnderstood] = []
  private(set) var notes: [String] = []

  /// Goes through a table.
  ///
  /// - Parameters:
  ///   - table: the table with its headings.
  ///   - answers: what a person said about it.
  ///   - over: what every row below the headings is where nothing of the table is to be taken.
  ///   - take: reads a row under the headings; it says what was not understood.
  ///   - pass: is given the rows that a person leaves out.
  ///   - total: is given the rows of totals.
  init(
    _ table: HeadedTable, _ answers: Answers, passingOver over: HeadedTable.Role? = nil,
    taking take: (_ row: HeadedTable.Row) -> Outcome,
    passing pass: (_ row: HeadedTable.Row) -> Void, total: (_ row: HeadedTable.Row) -> Void
  ) {
    self.table = table
    for (place, line) in table.lines.enumerated() {
      let spot = Answers.Spot(table: table.number, row: line.number)
      let outcome: Outcome
      if answers.skipped.contains(spot) {
        // What goes on the row goes on it still.
        if table.isRead, place > table.headingRow ?? -1 {
          pass(HeadedTable.Row(line, of: table, answers))
        }
        outcome = .role(.note)
      } else if let heading = table.headingRow, place <= heading {
        outcome = place == heading ? .role(.heading) : TableReading.above(line)
      } else if let over, table.isRead {
        outcome = .role(line.ownTexts.isEmpty ? .note : over)
      } else if !table.isRead {
        outcome = .role(.listed)
      } else {
        outcome = below(line, answers, take, total)
      }
      note(outcome, line)
    }
  }

  private mutating func note(_ outcome: Outcome, _ line: GridLine) {
    switch outcome {
    case .role(let role):
      roles.append(role)
      if role == .note, let text = line.ownTexts.first { notes.append(printed(text)) }
    case .listed(let why, let cell):
      roles.append(.listed)
      let text = cell.flatMap { cell in line.slots.first { $0.cell == cell }?.text }
      notUnderstood.append(
        NotUnderstood(
          place: table.place(line, cell: cell),
          text: printed(text ?? line.ownTexts.joined(separator: " ")), why: why))
    }
  }

  /// A row above the headings: a title, unless a site is named there.
  private static func above(_ line: GridLine) -> Outcome {
    line.ownTexts.contains(where: looksLikeCode)
      ? .listed(.aboveHeadings, cell: nil) : .role(.title)
  }

  private func below(
    _ line: GridLine, _ answers: Answers, _ take: (HeadedTable.Row) -> Outcome,
    _ total: (HeadedTable.Row) -> Void
  ) -> Outcome {
    let texts = line.ownTexts
    guard let first = texts.first else {
      // Nothing of its own: blank, unless it goes on the row above in every cell.
      return .role(.note)
    }
    if TableReading.isNote(first), texts.count == 1 { return .role(.note) }
    if isHeading(line) { return .role(.heading) }
    guard table.meaning.isResult else { return .role(.listed) }
    let row = HeadedTable.Row(line, of: table, answers)
    if row.values.values.contains(where: { $0.marks.contains(.noValue) && $0.text.isEmpty }) {
      return .listed(.formula, cell: line.slots.first { $0.marks.contains(.noValue) }?.cell)
    }
    let known = row.values.filter { $0.key != .ignored }.values.sorted { $0.cell < $1.cell }
    if let value = known.first(where: { TableReading.isErrorValue($0.text) }) {
      return .listed(.errorValue(squeezed(value.text)), cell: value.cell)
    }
    if !row.isMended, let value = known.first(where: { $0.marks.contains(.struck) }) {
      return .listed(.struck, cell: value.cell)
    }
    if let value = known.first(where: { $0.covered != nil }), let text = value.covered {
      return .listed(.covered(printed(text), by: printed(value.text)), cell: value.cell)
    }
    if texts.prefix(2).contains(where: { TableReading.totals.contains(wordKey($0)) }) {
      total(row)
      return .role(.total)
    }
    if isGroup(line) { return .role(.title) }
    // A title over all columns, whose text some programs write into each cell that it lies over.
    if texts.count > 2, Set(texts.map(squeezed)).count == 1, printedNumber(first) == nil,
      squeezed(first).count > 2
    {
      return .role(.title)
    }
    if row.hasMore {
      return .listed(.wide(cells: line.slots.count, headings: table.headings.count), cell: nil)
    }
    if row.missing > 0 {
      return .listed(.short(cells: line.slots.count, headings: table.headings.count), cell: nil)
    }
    if texts.count == 1, !line.slots.contains(where: \.isFilled) {
      return .listed(.alone, cell: nil)
    }
    let uncertain = row.values.filter { $0.key != .ignored && $0.value.marks.contains(.uncertain) }
    if let (column, value) = uncertain.min(by: { $0.value.cell < $1.value.cell }) {
      let isEmpty = squeezed(value.text).isEmpty
      return .listed(
        column == .prefecture && isEmpty ? .noPrefecture : .uncertain, cell: value.cell)
    }
    return take(row)
  }

  /// Whether all of a row is one text over most of the columns, or one that is numbered as groups are and
  /// stands where numbers do: 一、昆明市.
  private func isGroup(_ line: GridLine) -> Bool {
    let filled = line.slots.filter { !$0.isEmpty }
    guard filled.count == 1, let slot = filled.first, !slot.isFilled else { return false }
    let covered = table.headings.indices.filter {
      slot.columns.overlaps(table.headings[$0].columns)
    }
    if covered.count * 2 > table.headings.count { return true }
    let text = squeezed(slot.text)
    return covered == [0] && table.headings[0].column == .serial
      && ["、", "）", ")"].contains { sign in
        text.firstRange(of: sign).map { text[..<$0.lowerBound].allSatisfy("（(一二三四五六七八九十".contains) }
          ?? false
      }
  }

  /// What spreadsheets show of a formula that has no value.
  private static func isErrorValue(_ text: String) -> Bool {
    let text = squeezed(text).uppercased()
    return ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"].contains(text)
      || text.hasPrefix("ERR:5")
  }

  /// The headings once more, as on the next page.
  private func isHeading(_ line: GridLine) -> Bool {
    guard line.slots.count == table.headings.count else { return false }
    return zip(line.slots, table.headings).allSatisfy {
      HeadingWords.key($0.text) == HeadingWords.key($1.text)
    }
  }

  static func isNote(_ text: String) -> Bool {
    let text = squeezed(text)
    return ["注：", "注:", "备注：", "说明：", "注释："].contains { text.hasPrefix($0) }
  }

  static func looksLikeCode(_ text: String) -> Bool {
    guard (10...40).contains(text.utf8.count) else { return false }
    let key = wordKey(text)
    return key.utf8.count >= 10 && key.utf8.count <= 12
      && key.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  static let totals: Set<String> = ["总计", "合计", "总数", "全省", "全省合计", "全省总计", "共计", "小计", "总体"]

  /// The account: every row is one of its parts.
  var account: TableAccount {
    func count(_ role: HeadedTable.Role) -> Int { roles.count { $0 == role } }
    return TableAccount(
      number: table.number, file: table.file, line: table.line, sheet: table.sheet,
      meaning: table.meaning, headings: table.headings.map(\.text), rows: table.lines.count,
      title: count(.title), heading: count(.heading), taken: count(.taken),
      total: count(.total), notes: count(.note), listed: count(.listed),
      lastRow: table.lines.map(\.number).max() ?? 0,
      columns: table.headings.isEmpty
        ? table.lines.map(\.slots.count).max() ?? 0 : table.headings.count,
      columnsRead: table.headings.indices.count { table.use(of: $0) == .read },
      columnsListed: unread.count { $0.use == .listed })
  }

  /// What stands under headings that nothing is read of.
  var unread: [(place: Int, use: HeadedTable.Use, cells: Int)] {
    guard table.meaning.isResult else { return [] }
    var counts: [Int: Int] = [:]
    for (line, role) in zip(table.lines, roles) where role == .taken || role == .listed {
      for (place, text) in HeadedTable.Row(line, of: table, Answers()).texts
      where !squeezed(text).isEmpty {
        counts[place, default: 0] += 1
      }
    }
    return table.headings.indices.compactMap { place in
      let use = table.use(of: place)
      guard use != .read, let cells = counts[place] else { return nil }
      return (place, use, cells)
    }
  }
}

/// What became of the rows of a table: rows = title + heading + taken + total + notes + listed; and of
/// its columns, which are read, listed as not understood, or known to be of no use.
package struct TableAccount: Equatable, Sendable {
  /// The number over all files, from 1.
  package let number: Int
  package let file: String
  /// Where it begins.
  package let line: Int
  /// The sheet, in a workbook.
  package let sheet: String?
  package let meaning: Meaning
  package let headings: [String]
  package let rows: Int
  package let title: Int
  package let heading: Int
  package let taken: Int
  package let total: Int
  package let notes: Int
  package let listed: Int
  /// The number of its last row.
  package let lastRow: Int
  /// How many columns it has.
  package let columns: Int
  /// How many of them are read.
  package let columnsRead: Int
  /// How many hold something and are not understood.
  package let columnsListed: Int

  /// How many are empty, or known to be of no use: columns = read + left out + listed.
  package var columnsLeftOut: Int { columns - columnsRead - columnsListed }
}

extension HeadedTable {
  /// What becomes of a column.
  enum Use: Sendable {
    case read
    /// It is known, and of no use here; or a person said so.
    case leftOut
    /// Nobody knows what it says.
    case listed
  }

  /// What becomes of a column, by the place of its heading.
  func use(of place: Int) -> Use {
    guard let column = headings[place].column else { return .listed }
    let read: Set<Column> =
      switch meaning {
      case .findings: [.serial, .prefecture, .name, .code, .issue]
      case .figures: [.serial, .prefecture, .running, .failing, .rate]
      case .accounts: [.serial, .platform, .name, .unit, .prefecture, .issue]
      default: Set(Column.allCases)
      }
    return read.contains(column) ? .read : .leftOut
  }
}
