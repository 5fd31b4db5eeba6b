package import CensusCore

/// Why answers cannot be about what was read.
package enum AnswerFault: Equatable, Sendable {
  /// There is no such table; how many there are.
  case noTable(Int, of: Int)
  /// The table has no such row; the number of its last.
  case noRow(Int, table: Int, last: Int)
  /// The table has no such column; how many there are.
  case noColumn(Int, table: Int, of: Int)
  /// Two columns of a table cannot both be the same.
  case twice(Column, table: Int, Int, Int)
  /// Nothing is called so that something could be of.
  case noUnit(String)
  /// A report can hardly be due before the notice, or more than a year behind it.
  case oddDue(Day, issued: Day)
}

extension Answers {
  /// The first answer that cannot be about what was read.
  ///
  /// - Parameters:
  ///   - tables: the tables that were read.
  ///   - issued: the day of issue, if it is known.
  /// - Returns: nil where all can be.
  package func fault(of tables: [TableAccount], issued: Day?) -> AnswerFault? {
    let known = Dictionary(
      tables.filter { $0.number > 0 }.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    let spots =
      Set(columns.keys).union(cells.keys).union(skipped).union(findings.keys)
      .filter { $0.table > 0 }
      .sorted { ($0.table, $0.row, $0.column) < ($1.table, $1.row, $1.column) }
    for spot in spots {
      guard let table = known[spot.table] else { return .noTable(spot.table, of: known.count) }
      if spot.row > table.lastRow {
        return .noRow(spot.row, table: spot.table, last: table.lastRow)
      }
      if spot.column > table.columns {
        return .noColumn(spot.column, table: spot.table, of: table.columns)
      }
    }
    let said = columns.filter { $0.value != .ignored }.sorted {
      ($0.key.table, $0.key.column) < ($1.key.table, $1.key.column)
    }
    for (place, one) in said.enumerated() {
      let same = said[..<place].first { $0.key.table == one.key.table && $0.value == one.value }
      if let same {
        return .twice(one.value, table: one.key.table, same.key.column, one.key.column)
      }
    }
    if let due, let issued, due < issued || due > issued + 366 {
      return .oddDue(due, issued: issued)
    }
    return nil
  }
}

extension Answers {
  /// The first answer that says nothing of whose something is, since nothing is called so.
  package func fault(of open: [NotUnderstood]) -> AnswerFault? {
    open.lazy.compactMap { $0.why.owner.flatMap { units[$0] } }.first.map { .noUnit($0) }
  }
}

extension Why {
  /// By what it is to be answered whose something is; nil where that is not what is asked.
  package var owner: SiteCode? {
    switch self {
    case .owner(_, let key), .region(_, let key, _), .newPrefecture(_, let key, _): key
    default: nil
    }
  }
}

extension AnswerFault {
  /// What is wrong, in a sentence without its end.
  package var sentence: Phrase {
    switch self {
    case .noTable(let number, let count):
      Phrase(
        "没有表\(number)：读到的表共\(count)张",
        "there is no table \(number): \(counted(count, "table")) read")
    case .noRow(let row, let table, let last):
      Phrase(
        "表\(table)没有第\(row)行，最后一行是第\(last)行",
        "table \(table) has no row \(row); its last is \(last)")
    case .noColumn(let column, let table, let count):
      Phrase(
        "表\(table)没有第\(column)列，共\(count)列",
        "table \(table) has no column \(column); it has \(count)")
    case .twice(let column, let table, let first, let second):
      Phrase(
        "表\(table)的第\(first)列和第\(second)列不能都是\(column.words.chinese)；不用的一列说明为不用（ignore）",
        "columns \(first) and \(second) of table \(table) cannot both be \(column.words.english); call "
          + "the one that is of no use ignore")
    case .noUnit(let name):
      Phrase(
        "没有“\(name)”这个州市或单位；已知的见 census units",
        "there is no prefecture or unit “\(name)”; census units lists those that are known")
    case .oddDue(let due, let issued):
      Phrase(
        "报送期限\(due)早于印发日期\(issued)，或晚于印发日期一年以上；请核对日期",
        "a report due on \(due) would be due before the notice of \(issued), or more than a year behind "
          + "it; look at the day")
    }
  }
}
