import CensusCore
import CensusLists
import DisplayText
import TerminalKit

/// Draws a list as its person has arranged it.
struct ListView {
  let list: RowList
  let rows: [ListRow]
  let state: ListState
  let language: Language
  /// The pane whose rows answer clicks; nil for a list that only follows another.
  var pane: Int?
  /// Whether it never has the keys, so that no row is chosen in it.
  private let isFollowing: Bool

  init(list: RowList, rows: [ListRow], state: ListState, language: Language, pane: Int) {
    self.list = list
    self.rows = rows
    self.state = state
    self.language = language
    self.pane = pane
    isFollowing = false
  }

  /// A list that never has the keys: the row with its mark is the one that another list's cursor is
  /// about, if there is one.
  init(following list: RowList, at cursor: RowID? = nil, language: Language) {
    self.list = list
    rows = list.rows
    var state = ListState()
    state.cursor = cursor
    self.state = state
    self.language = language
    isFollowing = true
  }

  /// The lines that the heading takes.
  static let headerHeight = 1

  func draw(
    in area: Rect, isFocused: Bool, marked: Set<RowID> = [], news: Set<RowID> = [],
    on grid: inout Grid
  ) {
    var table = table(in: area, isFocused: isFocused)
    if !marked.isEmpty { table.marked = Set(rows.indices.filter { marked.contains(rows[$0].id) }) }
    if !news.isEmpty { table.fresh = Set(rows.indices.filter { news.contains(rows[$0].id) }) }
    table.draw(in: area, on: &grid)
    drawGraphics(table, in: area, on: &grid)
    if rows.isEmpty, area.height > 1 {
      let text = !state.isFiltered ? Labels.nothingListed : Labels.noRows
      grid.write(
        text[language], at: Point(x: area.x + 2, y: area.y + 1), .muted, clip: area)
    }
  }

  /// Draws rows in the same columns, without heading and cursor: for a total below a list.
  func drawRows(in area: Rect, isScrolling: Bool, on grid: inout Grid) {
    var table = Table(
      columns: list.columns.map(column), rows: list.rows.map(\.cells), header: .none)
    arrange(&table, across: area.width)
    if isScrolling { table.margin = 1 }
    table.draw(in: area, on: &grid)
    drawGraphics(table, in: area, on: &grid)
  }

  /// Unless a column would go for it, the right edge stays free for the scrollbar, so that nothing
  /// moves once that appears; where there is room, columns stand two cells apart.
  private func arrange(_ table: inout Table, across width: Int) {
    table.shift = state.shift
    let most = table.slots(across: width).count
    table.margin = 1
    var close = table.slots(across: width)
    if close.count < most {
      table.margin = 0
      close = table.slots(across: width)
    }
    let least = close.reduce(table.gutter + table.margin) {
      $0 + list.columns[$1.column].width.minimum
    }
    let apart = 2 * (close.count - 1)
    table.gap = least + apart + Self.ease <= width ? 2 : 1
  }

  /// Draws the pictures of the rows in view over their cells.
  private func drawGraphics(_ table: Table, in area: Rect, on grid: inout Grid) {
    let top = table.header == .none ? 0 : Self.headerHeight
    let height = max(0, area.height - top)
    let slots = table.slots(
      across: area.width, isScrolling: table.header != .none && rows.count > height)
    for (line, row) in rows.dropFirst(table.offset).prefix(height).enumerated() {
      guard !row.graphics.isEmpty else { continue }
      let isSelected = table.isFocused && table.offset + line == table.selected
      for slot in slots {
        guard let graphic = row.graphics[list.columns[slot.column].id] else { continue }
        let place = Rect(
          x: area.x + slot.x, y: area.y + top + line, width: slot.width, height: 1)
        switch graphic {
        case .bar(let bar):
          let width = min(Self.longestBar, place.width)
          bar.draw(
            in: Rect(x: place.x, y: place.y, width: width, height: 1),
            ground: isSelected ? .selection : .plain, on: &grid)
        case .sparkline(var sparkline):
          // It stands on the ground of its row.
          if isSelected {
            sparkline.style = sparkline.style.on(.selection)
            sparkline.lastStyle = sparkline.lastStyle?.on(.selection)
          }
          sparkline.draw(in: place, on: &grid)
        case .tile: break
        case .lane(let lane):
          if line == 0, top > 0 {
            lane.drawHead(
              in: Rect(x: place.x, y: place.y - 1, width: place.width, height: 1), on: &grid)
          }
          lane.draw(in: place, isSelected: isSelected, on: &grid)
        }
      }
    }
  }

  /// What columns that may grow shall still get where columns stand apart.
  private static let ease = 4

  /// Longer bars say nothing more.
  private static let longestBar = 30

  private func table(in area: Rect, isFocused: Bool) -> Table {
    let query = SearchQuery(state.filter.isEmpty ? state.sought : state.filter)
    let selected =
      isFollowing && !rows.contains { $0.id == state.cursor }
      ? nil : Self.selectedIndex(in: rows, state)
    let height = max(0, area.height - Self.headerHeight)
    var table = Table(
      columns: list.columns.map(column), count: rows.count, header: .underlined,
      selected: selected,
      offset: Table.offset(
        showing: selected, previous: state.offset, height: height, count: rows.count),
      isFocused: isFocused
    ) { index in
      query.isEmpty ? rows[index].cells : rows[index].cells.map { $0.highlighting(query) }
    }
    table.pane = pane
    arrange(&table, across: area.width)
    return table
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

  func column(_ column: ListColumn) -> Table.Column {
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
