import CensusCore
import DisplayText
import TerminalKit

/// Draws a list as its person has arranged it.
struct ListView {
  let list: RowList
  let state: ListState
  let language: Language

  /// The lines that the heading takes.
  static let headerHeight = 1

  func draw(
    in area: Rect, isFocused: Bool, marked: Set<RowID> = [], on grid: inout Grid
  ) {
    let rows = list.arranged(by: state)
    var table = table(of: rows, in: area, isFocused: isFocused)
    if !marked.isEmpty { table.marked = Set(rows.indices.filter { marked.contains(rows[$0].id) }) }
    table.draw(in: area, on: &grid)
    if rows.isEmpty, area.height > 1 {
      let text = state.filter.isEmpty ? Labels.nothingListed : Labels.noRows
      grid.write(
        text[language], at: Point(x: area.x + 2, y: area.y + 1), .muted, clip: area)
    }
  }

  /// Draws a list that only follows another and never has the keys.
  func drawWithoutCursor(in area: Rect, on grid: inout Grid) {
    let rows = list.arranged(by: state)
    var table = table(of: rows, in: area, isFocused: false)
    table.selected = nil
    table.draw(in: area, on: &grid)
  }

  /// Draws rows in the same columns, without heading and cursor: for a total below a list.
  func drawRows(in area: Rect, isScrolling: Bool, on grid: inout Grid) {
    let width = area.width - (isScrolling ? 1 : 0)
    let place = Rect(x: area.x, y: area.y, width: width, height: area.height)
    Table(
      columns: list.columns.map(column), rows: list.rows.map(\.cells), header: .none
    ).draw(in: place, on: &grid)
  }

  /// The places of a column's cells in view, to draw over them.
  func cells(of id: String, in area: Rect) -> [(row: ListRow, place: Rect)] {
    let rows = list.arranged(by: state)
    let table = table(of: rows, in: area, isFocused: true)
    let height = max(0, area.height - Self.headerHeight)
    let slots = table.slots(across: area.width, isScrolling: rows.count > height)
    guard let slot = slots.first(where: { list.columns[$0.column].id == id }) else { return [] }
    return rows.enumerated().dropFirst(table.offset).prefix(height).map { index, row in
      let y = area.y + Self.headerHeight + index - table.offset
      return (row, Rect(x: area.x + slot.x, y: y, width: slot.width, height: 1))
    }
  }

  private func table(of rows: [ListRow], in area: Rect, isFocused: Bool) -> Table {
    let query = SearchQuery(state.filter)
    let selected = Self.selectedIndex(in: rows, state)
    let height = max(0, area.height - Self.headerHeight)
    return Table(
      columns: list.columns.map(column), count: rows.count, header: .underlined,
      selected: selected,
      offset: Table.offset(
        showing: selected, previous: state.offset, height: height, count: rows.count),
      isFocused: isFocused
    ) { index in
      query.isEmpty ? rows[index].cells : rows[index].cells.map { $0.highlighting(query) }
    }
  }

  /// The index of the cursor's row: by identity, else the nearest row to where it stood.
  static func selectedIndex(in rows: [ListRow], _ state: ListState) -> Int? {
    if let cursor = state.cursor, let index = rows.firstIndex(where: { $0.id == cursor }) {
      return index
    }
    guard !rows.isEmpty else { return nil }
    let near = min(max(0, state.index), rows.count - 1)
    return rows[near...].firstIndex { !$0.isHeading }
      ?? rows[..<near].lastIndex { !$0.isHeading }
  }

  private func column(_ column: ListColumn) -> Table.Column {
    let order: Table.Order? =
      state.sort?.column == column.id
      ? (state.sort?.isReversed == true ? .descending : .ascending) : nil
    return Table.Column(
      column.title[language], column.width,
      alignment: column.alignment == .right ? .right : .left, importance: column.importance,
      order: order)
  }
}

extension StyledText {
  /// The text with what a query matches in bold and underlined.
  func highlighting(_ query: SearchQuery) -> StyledText {
    StyledText(
      spans.flatMap { span -> [Span] in
        let ranges = query.matches(in: span.text)
        guard !ranges.isEmpty else { return [span] }
        return Array(span.text.unicodeScalars).enumerated().map { index, scalar in
          let isMatch = ranges.contains { $0.contains(index) }
          let style = isMatch ? span.style.adding([.bold, .underline]) : span.style
          return Span(String(Character(scalar)), style)
        }
      })
  }
}
