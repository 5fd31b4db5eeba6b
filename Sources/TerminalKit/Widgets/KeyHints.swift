/// Keys and what they do, in one row; items that do not fit are left out whole.
package struct KeyHints {
  package struct Item: Equatable, Sendable {
    package var key: String
    package var label: String

    package init(_ key: String, _ label: String) {
      self.key = key
      self.label = label
    }
  }

  package var items: [Item]
  package var keyStyle: Style
  package var labelStyle: Style
  /// Blank cells between two items.
  package var gap: Int

  package init(
    _ items: [Item], keyStyle: Style = .accent.bold, labelStyle: Style = .muted, gap: Int = 2
  ) {
    self.items = items
    self.keyStyle = keyStyle
    self.labelStyle = labelStyle
    self.gap = max(0, gap)
  }

  /// Draws from the left edge; returns how many items found room.
  @discardableResult
  package func draw(in rect: Rect, on grid: inout Grid) -> Int {
    let line = rect.row(0)
    grid.fill(line, Style(.text, on: labelStyle.ground))
    var x = line.x
    for (index, item) in items.enumerated() {
      let text = StyledText([
        Span(item.key, keyStyle), Span(item.label.isEmpty ? "" : " " + item.label, labelStyle),
      ])
      let width = text.width(in: grid.alphabet)
      guard x + width <= line.endX else { return index }
      grid.write(text, at: Point(x: x, y: line.y), clip: line)
      x += width + gap
    }
    return items.count
  }
}
