import CensusCore
import TerminalKit

extension State {
  /// Marks the row under the cursor, or unmarks it, and goes on to the next.
  mutating func markRow() {
    guard toggleMark() else { return }
    move(.down)
  }

  /// Marks the row under the cursor, or unmarks it; false if nothing can be recorded on it.
  @discardableResult
  mutating func toggleMark() -> Bool {
    guard let row = rowUnderCursor, row.reference != nil else {
      message = Message(Labels.nothingHere, .problem)
      return false
    }
    var marked = marks[listKey] ?? []
    if marked.remove(row.id) == nil { marked.insert(row.id) }
    marks[listKey] = marked
    announceMarks()
    return true
  }

  /// Marks the row under the cursor and goes on to its neighbour, which is marked as well.
  mutating func extendMarks(_ command: Command) {
    for isLast in [false, true] {
      if let row = rowUnderCursor, row.reference != nil {
        marks[listKey, default: []].insert(row.id)
      }
      if !isLast { move(command) }
    }
    announceMarks()
  }

  /// Begins a range at the cursor; the second time marks from there to the cursor.
  mutating func markRange() {
    let rows = arrangedRows
    guard let here = rowUnderCursor else { return }
    guard let start = rangeStart, let first = rows.firstIndex(where: { $0.id == start }),
      let last = rows.firstIndex(where: { $0.id == here.id })
    else {
      rangeStart = here.id
      message = Message(
        Phrase("连选：移到另一头再按 v", "range: move to its other end and press v again"), .news)
      return
    }
    rangeStart = nil
    let range = rows[min(first, last)...max(first, last)]
    marks[listKey, default: []].formUnion(range.filter { $0.reference != nil }.map(\.id))
    announceMarks()
  }

  /// Marks all rows that the filter leaves.
  mutating func markAll() {
    let rows = arrangedRows.filter { $0.reference != nil }
    guard !rows.isEmpty else { return }
    marks[listKey] = Set(rows.map(\.id))
    announceMarks()
  }

  /// Takes all marks away, and says so.
  mutating func unmarkAll() {
    let hadMarks = marks[listKey]?.isEmpty == false || rangeStart != nil
    markNone()
    message = Message(
      hadMarks
        ? Phrase("已全部取消选中", "no row is marked any more") : Phrase("没有选中的行", "no row is marked"),
      .news)
  }

  /// Takes all marks and a begun range away.
  mutating func markNone() {
    marks[listKey] = nil
    rangeStart = nil
  }

  private mutating func announceMarks() {
    let count = marks[listKey]?.count ?? 0
    message =
      count == 0
      ? nil
      : Message(Phrase("已选\(count)行（U 全不选）", "\(count) rows marked (U unmarks)"), .news)
  }
}
