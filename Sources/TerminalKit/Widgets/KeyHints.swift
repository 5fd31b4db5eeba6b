/// Keys and what they do, in one row; items that do not fit are left out whole.
package struct KeyHints {
  package struct Item: Equatable, Sendable {
    package var key: String
    package var label: String
    /// What a click on it stands for.
    package var touch: Touch?

    package init(_ key: String, _ label: String, touch: Touch? = nil) {
      self.key = key
      self.label = label
      self.touch = touch
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

  /// The columns that all of them fill.
  package func width(in alphabet: Alphabet) -> Int {
    let items = items.map {
      alphabet.width(of: $0.key) + ($0.label.isEmpty ? 0 : 1 + alphabet.width(of: $0.label))
    }
    return items.reduce(0, +) + gap * max(0, items.count - 1)
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
      let place = Rect(x: x, y: line.y, width: width, height: 1)
      grid.write(text, at: place.origin, clip: line)
      if let touch = item.touch { grid.add(touch, in: place) }
      x += width + gap
    }
    return items.count
  }
}
