/// Rows under headings, with a cursor row, marks and the place in a longer list.
///
/// It keeps no state: selection, marks and offset are the caller's. Only the rows in view are
/// asked for, so a list may have any length.
package struct Table {
  package enum Header: Sendable {
    case none
    case underlined
    /// The titles, and a rule on a line of its own.
    case ruled

    var height: Int {
      switch self {
      case .none: 0
      case .underlined: 1
      case .ruled: 2
      }
    }
  }

  package var columns: [Column]
  package var count: Int
  /// The cells of a row, one for each column; it is asked for indices below `count` only.
  package var row: (Int) -> [StyledText]
  package var header: Header
  package var selected: Int?
  package var marked: Set<Int>
  /// The rows that carry a sign of news.
  package var fresh: Set<Int> = []
  /// The first row in view.
  package var offset: Int
  /// Blank cells between two columns.
  package var gap: Int
  /// Whether the cursor row is that of the pane which has the keys.
  package var isFocused: Bool
  /// The pane whose rows and heads answer clicks; nil for a table that does not.
  package var pane: Int?
  /// How many columns behind the first are left out, so that later ones find room.
  package var shift = 0
  /// Blank cells at the right edge, also where no scrollbar stands there.
  package var margin = 0

  /// The cells at the left for the cursor and the mark.
  package let gutter = 2

  package init(
    columns: [Column], count: Int, header: Header = .underlined, selected: Int? = nil,
    marked: Set<Int> = [], offset: Int = 0, gap: Int = 1, isFocused: Bool = true,
    row: @escaping (Int) -> [StyledText]
  ) {
    self.columns = columns
    self.count = count
    self.row = row
    self.header = header
    self.selected = selected
    self.marked = marked
    self.offset = offset
    self.gap = max(0, gap)
    self.isFocused = isFocused
  }

  package init(
    columns: [Column], rows: [[StyledText]], header: Header = .underlined, selected: Int? = nil,
    marked: Set<Int> = [], offset: Int = 0, gap: Int = 1, isFocused: Bool = true
  ) {
    self.init(
      columns: columns, count: rows.count, header: header, selected: selected, marked: marked,
      offset: offset, gap: gap, isFocused: isFocused, row: { rows[$0] })
  }

  /// How many rows find room in a table that is so many lines high.
  package func visibleRows(height: Int) -> Int { max(0, height - header.height) }

  /// The first row to show, so that the selected one is in view and the list moves least.
  ///
  /// `previous` is the offset of the frame before, `height` how many rows find room.
  package static func offset(
    showing selected: Int?, previous: Int, height: Int, count: Int
  ) -> Int {
    var offset = previous
    if let selected, height > 0 {
      if selected < offset { offset = selected }
      if selected >= offset + height { offset = selected - height + 1 }
    }
    return max(0, min(offset, count - height))
  }

  // MARK: - Drawing

  package func draw(in rect: Rect, on grid: inout Grid) {
    let area = rect.intersection(grid.bounds)
    let height = visibleRows(height: rect.height)
    let isScrolling = count > height && height > 0
    let slots = slots(across: rect.width, isScrolling: isScrolling)
    drawHeader(slots, in: rect, clip: area, on: &grid)
    let first = max(0, min(offset, count - height))
    for line in 0..<min(height, max(0, count - first)) {
      let place = Rect(
        x: rect.x, y: rect.y + header.height + line, width: rect.width - (isScrolling ? 1 : 0),
        height: 1)
      drawRow(first + line, slots, in: place, clip: place.intersection(area), on: &grid)
    }
    if isScrolling {
      Scrollbar(count: count, visible: height, offset: first).draw(
        in: Rect(x: rect.endX - 1, y: rect.y + header.height, width: 1, height: height), on: &grid)
    }
  }

  private func drawHeader(_ slots: [Slot], in rect: Rect, clip: Rect, on grid: inout Grid) {
    guard header != .none else { return }
    let style = header == .underlined ? Style.muted.underlined : Style.muted
    let line = rect.row(0).intersection(clip)
    grid.fill(line, style)
    for slot in slots {
      let column = columns[slot.column]
      let place = Point(x: rect.x + slot.x, y: rect.y)
      grid.write(
        headText(of: column, in: slot.width, on: grid), at: place, fitting: slot.width,
        alignment: column.alignment, column.order == nil ? style : style.bold, clip: line)
      if let pane {
        let head = Rect(x: place.x, y: place.y, width: slot.width, height: 1)
        grid.add(.head(pane: pane, column: slot.column), in: head.intersection(clip))
      }
    }
    if header == .ruled {
      grid.fill(rect.row(1).intersection(clip), with: grid.alphabet.horizontal, .muted)
    }
  }

  /// The title with the sign of its order, which stays whole where room is short.
  private func headText(of column: Column, in width: Int, on grid: Grid) -> String {
    guard let order = column.order else { return column.title }
    let sign = order == .ascending ? grid.alphabet.ascending : grid.alphabet.descending
    var title = Substring(column.title)
    while !title.isEmpty, grid.alphabet.width(of: String(title)) >= width { title.removeLast() }
    return title + String(sign)
  }

  private func drawRow(
    _ index: Int, _ slots: [Slot], in rect: Rect, clip: Rect, on grid: inout Grid
  ) {
    guard !clip.isEmpty else { return }
    if let pane {
      grid.add(.row(pane: pane, index: index), in: clip)
      let marks = Rect(x: rect.x, y: rect.y, width: gutter, height: 1)
      grid.add(.gutter(pane: pane, index: index), in: marks.intersection(clip))
    }
    let cells = row(index)
    for slot in slots where slot.column < cells.count {
      grid.write(
        cells[slot.column], at: Point(x: rect.x + slot.x, y: rect.y), fitting: slot.width,
        alignment: columns[slot.column].alignment, clip: clip)
    }
    if fresh.contains(index), !marked.contains(index) {
      let sign = String(grid.alphabet.bullet)
      grid.write(sign, at: Point(x: rect.x + 1, y: rect.y), .caution.bold, clip: clip)
    }
    if marked.contains(index) {
      let mark = String(grid.alphabet.mark)
      grid.write(mark, at: Point(x: rect.x + 1, y: rect.y), .accent.bold, clip: clip)
    }
    guard index == selected else { return }
    let mark = String(grid.alphabet.cursorMark)
    grid.write(mark, at: rect.origin, isFocused ? .accent.bold : .muted, clip: clip)
    guard isFocused else { return }
    grid.restyle(clip) { $0.on(.selection) }
    grid.cursor = clip.origin
  }
}
