import CensusCore
import TerminalKit

extension State {
  /// The marked rows of the list that has the keys, as far as its filter shows them.
  var shownMarks: [ListRow] {
    let marked = way.marks[listKey] ?? []
    return marked.isEmpty ? [] : arrangedRows.filter { marked.contains($0.id) }
  }

  /// Whether a filter, a view or chosen values leave rows out.
  var isFiltered: Bool { way.lists[listKey].map { $0.isNarrowed || $0.view != nil } ?? false }

  /// How many marked rows are not in the list, hidden by the filter or gone: no act is about them.
  var hiddenMarkCount: Int { (way.marks[listKey]?.count ?? 0) - shownMarks.count }

  /// How many of the marked rows that an act would be about are out of view.
  var unseenMarkCount: Int {
    let shown = shownMarks
    guard !shown.isEmpty else { return 0 }
    let area = listArea(pane, in: body)
    let inView = arrangedRows.dropFirst(way.lists[listKey]?.offset ?? 0)
      .prefix(max(0, area.height - ListView.headerHeight)).map(\.id)
    return shown.count { !inView.contains($0.id) }
  }

  /// Marks are of one quarter: in another they would be on rows that nobody chose there.
  mutating func endMarks() {
    let count = way.marks.values.reduce(0) { $0 + $1.count }
    way.marks = [:]
    way.range = nil
    guard count > 0 else { return }
    talk.message = Message(
      Phrase(
        "季度换了，选中的\(count)行已取消",
        "another quarter: the \(count == 1 ? "mark" : "\(count) marks") set before \(count == 1 ? "is" : "are") gone"
      ),
      .news)
  }

  /// Marks the row under the cursor, or unmarks it, and goes on to the next.
  mutating func markRow() {
    guard toggleMark() else { return }
    move(.down)
  }

  /// Marks the row under the cursor, or unmarks it; false if it takes no mark.
  @discardableResult
  mutating func toggleMark() -> Bool {
    guard let row = rowUnderCursor, row.isMarkable else {
      talk.message = Message(Labels.nothingHere, .problem)
      return false
    }
    var marked = way.marks[listKey] ?? []
    if marked.remove(row.id) == nil { marked.insert(row.id) }
    way.marks[listKey] = marked
    announceMarks()
    return true
  }

  /// Marks the row under the cursor and goes on to its neighbour, which is marked as well.
  mutating func extendMarks(_ command: Command) {
    for isLast in [false, true] {
      if let row = rowUnderCursor, row.reference != nil {
        way.marks[listKey, default: []].insert(row.id)
      }
      if !isLast { move(command) }
    }
    announceMarks()
  }

  /// Begins a range at the cursor; the second time ends it.
  mutating func markRange() {
    guard let here = rowUnderCursor else { return }
    guard way.range == nil else {
      way.range = nil
      announceMarks()
      return
    }
    way.range = MarkRange(start: here.id, marked: way.marks[listKey] ?? [])
    stretchRange()
    talk.message = Message(
      Phrase("连选：移到另一头再按 v", "range: move to its other end and press v again"), .news)
  }

  /// Marks from where the range began to the cursor.
  mutating func stretchRange() {
    let rows = arrangedRows
    guard let range = way.range, let here = rowUnderCursor,
      let first = rows.firstIndex(where: { $0.id == range.start }),
      let last = rows.firstIndex(where: { $0.id == here.id })
    else { return }
    let between = rows[min(first, last)...max(first, last)].filter(\.isMarkable).map(\.id)
    way.marks[listKey] = range.marked.union(between)
  }

  /// Takes a range that is being drawn away, and leaves what was marked before.
  mutating func dropRange() {
    way.marks[listKey] = way.range?.marked
    way.range = nil
  }

  /// Marks all rows that the filter leaves.
  mutating func markAll() {
    let rows = arrangedRows.filter(\.isMarkable)
    guard !rows.isEmpty else { return }
    way.marks[listKey] = Set(rows.map(\.id))
    announceMarks()
  }

  /// Takes all marks away, and says so.
  mutating func unmarkAll() {
    let hadMarks = way.marks[listKey]?.isEmpty == false || way.range != nil
    markNone()
    talk.message = Message(
      hadMarks
        ? Phrase("已全部取消选中", "no row is marked any more") : Phrase("没有选中的行", "no row is marked"),
      .news)
  }

  /// Takes all marks and a begun range away.
  mutating func markNone() {
    way.marks[listKey] = nil
    way.range = nil
  }

  private mutating func announceMarks() {
    let count = way.marks[listKey]?.count ?? 0
    talk.message =
      count == 0
      ? nil
      : Message(Phrase("已选\(count)行（U 全不选）", "marked: \(count) (U unmarks)"), .news)
  }
}

extension Command {
  /// Moving and looking, and what ends the range itself.
  private static let withinRange: Set<Command> = [
    .up, .down, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .first, .last, .left, .right,
    .nextMatch, .previousMatch, .markRange, .back, .language, .theme, .redraw, .help,
  ]

  /// Whether a range of marks goes on after it.
  var keepsRange: Bool { Self.withinRange.contains(self) }
}
