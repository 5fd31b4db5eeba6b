/// A frame around a pane, with its title at the left of the upper edge and a legend at the right.
package struct TitledFrame {
  package var title: StyledText
  package var legend: StyledText
  /// Whether the pane has the keys: then the frame has the accent's colour.
  package var isFocused: Bool
  /// Whether only the upper edge is drawn, where lines are few.
  package var isOpen: Bool

  package init(
    _ title: StyledText, legend: StyledText = "", isFocused: Bool = false, isOpen: Bool = false
  ) {
    self.title = title
    self.legend = legend
    self.isFocused = isFocused
    self.isOpen = isOpen
  }

  /// The part inside.
  package static func interior(of rect: Rect, isOpen: Bool) -> Rect {
    isOpen
      ? Rect(x: rect.x, y: rect.y + 1, width: rect.width, height: max(0, rect.height - 1))
      : rect.inset(columns: 1, rows: 1)
  }

  package func draw(in rect: Rect, on grid: inout Grid) {
    guard rect.width >= 4, rect.height >= 1 else { return }
    let alphabet = grid.alphabet
    let style: Style = isFocused ? .accent : .muted
    let (right, bottom) = (rect.endX - 1, rect.endY - 1)
    func put(_ character: Character, _ x: Int, _ y: Int, width: Int = 1, height: Int = 1) {
      grid.fill(Rect(x: x, y: y, width: width, height: height), with: character, style)
    }
    put(alphabet.horizontal, rect.x, rect.y, width: rect.width)
    if !isOpen, rect.height >= 2 {
      put(alphabet.horizontal, rect.x, bottom, width: rect.width)
      put(alphabet.vertical, rect.x, rect.y + 1, height: rect.height - 2)
      put(alphabet.vertical, right, rect.y + 1, height: rect.height - 2)
      put(alphabet.topLeft, rect.x, rect.y)
      put(alphabet.topRight, right, rect.y)
      put(alphabet.bottomLeft, rect.x, bottom)
      put(alphabet.bottomRight, right, bottom)
    }
    let room = rect.width - 4
    let titleWidth = min(title.width(in: alphabet), room - 2)
    guard titleWidth > 0 else { return }
    let head = Rect(x: rect.x + 1, y: rect.y, width: titleWidth + 2, height: 1)
    grid.fill(head)
    grid.write(title, at: Point(x: head.x + 1, y: head.y), fitting: titleWidth, clip: head)
    let legendWidth = legend.width(in: alphabet)
    guard legendWidth > 0, titleWidth + legendWidth + 6 <= rect.width else { return }
    let tail = Rect(x: right - legendWidth - 2, y: rect.y, width: legendWidth + 2, height: 1)
    grid.fill(tail)
    grid.write(legend, at: Point(x: tail.x + 1, y: tail.y), clip: tail)
  }
}
