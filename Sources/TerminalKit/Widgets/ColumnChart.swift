/// Values as columns side by side, with a gap wherever there is no value.
///
/// Each value is printed above its column where there is room, so that the chart is read without
/// colour too. Drawn in eighths of a cell where the alphabet has them.
package struct ColumnChart {
  package struct Column: Equatable, Sendable {
    /// How high it is; nil for a gap.
    package var value: Int?
    /// What is printed above it; of a gap the sign at the foot.
    package var label: String
    package var style: Style

    package init(_ value: Int?, label: String, style: Style = .accent) {
      self.value = value
      self.label = label
      self.style = style
    }
  }

  package var columns: [Column]
  /// The value of a full column; the greatest of the values if nil.
  package var top: Int?
  /// The column that is looked at; it is always in view and always labelled.
  package var selected: Int?

  package init(_ columns: [Column], top: Int? = nil, selected: Int? = nil) {
    self.columns = columns
    self.top = top
    self.selected = selected
  }

  /// Draws the columns, and their labels in the first row if there is a second.
  package func draw(in rect: Rect, on grid: inout Grid) {
    guard rect.height > 0 else { return }
    let layout = ColumnLayout(count: columns.count, width: rect.width, showing: selected)
    let labels = rect.height > 1 ? 1 : 0
    let bars = Rect(
      x: rect.x, y: rect.y + labels, width: rect.width, height: rect.height - labels)
    let top = max(1, top ?? columns.compactMap(\.value).max() ?? 1)
    for index in layout.shown {
      let place = layout.rect(of: index, in: bars)
      draw(columns[index], top: top, in: place, on: &grid)
    }
    if labels > 0 { drawLabels(layout, in: rect.row(0), on: &grid) }
  }

  private func draw(_ column: Column, top: Int, in place: Rect, on grid: inout Grid) {
    guard let value = column.value else {
      let foot = Point(x: place.x, y: place.endY - 1)
      grid.write(String(column.label.prefix(1)), at: foot, .muted, clip: place)
      return
    }
    Sparkline(
      Array(repeating: value, count: place.width), top: top, style: column.style
    ).draw(in: place, on: &grid)
  }

  // MARK: - Labels

  /// The label of the selected column first, then from the newest on those that find room.
  private func drawLabels(_ layout: ColumnLayout, in line: Rect, on grid: inout Grid) {
    var taken = Array(repeating: false, count: line.width)
    let order = layout.shown.filter { $0 == selected } + layout.shown.reversed()
    for index in order where columns[index].value != nil {
      let label = columns[index].label
      let width = grid.alphabet.width(of: label)
      let bar = layout.rect(of: index, in: line)
      let start = max(0, min(bar.x - line.x, line.width - width))
      let span = start..<start + width
      guard width > 0, span.upperBound <= line.width,
        !taken[max(0, span.lowerBound - 1)..<min(line.width, span.upperBound + 1)].contains(true),
        index == selected || stands(alone: span, index, layout, in: line)
      else { continue }
      for cell in span { taken[cell] = true }
      let own = columns[index].style
      let style = index == selected ? own.bold.on(.selection) : own
      grid.write(label, at: Point(x: line.x + start, y: line.y), style, clip: line)
    }
  }

  /// Whether nobody can take a label for that of a neighbouring column.
  private func stands(
    alone span: Range<Int>, _ index: Int, _ layout: ColumnLayout, in line: Rect
  ) -> Bool {
    layout.shown.allSatisfy { other in
      guard other != index, columns[other].value != nil else { return true }
      let bar = layout.rect(of: other, in: line)
      return !span.overlaps(bar.x - line.x..<bar.endX - line.x)
    }
  }
}

/// Where the columns of a chart stand, so that several charts and their axis share it.
package struct ColumnLayout: Equatable, Sendable {
  /// The columns that find room.
  package let shown: Range<Int>
  /// Cells from one column to the next, from 1 to 12; all but one are filled if there are several, of
  /// many two thirds.
  package let pitch: Int

  /// As wide as there is room for; where not all find room the last ones are shown, or those
  /// from the selected one on.
  package init(count: Int, width: Int, showing selected: Int? = nil) {
    pitch = count > 0 ? min(12, max(1, width / count)) : 1
    let room = min(count, max(0, width / pitch))
    let first = max(0, min(count - room, selected ?? .max))
    shown = first..<first + room
  }

  /// The place of a column within the place of its chart; empty if it is not shown.
  package func rect(of index: Int, in rect: Rect) -> Rect {
    guard shown.contains(index) else { return Rect(x: rect.x, y: rect.y, width: 0, height: 0) }
    return Rect(
      x: rect.x + (index - shown.lowerBound) * pitch, y: rect.y,
      width: max(1, pitch <= 5 ? pitch - 1 : pitch - pitch / 3),
      height: rect.height)
  }
}
