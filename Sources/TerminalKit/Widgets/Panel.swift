/// A framed box with a title, to lie over the screen.
package struct Panel {
  package var title: StyledText
  /// Stands at the right end of the lower edge.
  package var footer: StyledText?
  package var role: Role

  package init(_ title: StyledText, footer: StyledText? = nil, role: Role = .accent) {
    self.title = title
    self.footer = footer
    self.role = role
  }

  /// The part inside the frame, with a blank column at either side.
  package static func interior(of rect: Rect) -> Rect { rect.inset(columns: 2, rows: 1) }

  /// Draws frame and ground and covers all that was there; returns the part inside.
  @discardableResult
  package func draw(in rect: Rect, on grid: inout Grid) -> Rect {
    grid.fill(rect, Style(.text, on: .panel))
    guard rect.width >= 2, rect.height >= 2 else { return Self.interior(of: rect) }
    let alphabet = grid.alphabet
    let style = Style(role, on: .panel)
    let (right, bottom) = (rect.endX - 1, rect.endY - 1)
    let across = rect.width - 2
    for y in [rect.y, bottom] {
      grid.fill(
        Rect(x: rect.x + 1, y: y, width: across, height: 1), with: alphabet.horizontal, style)
    }
    for x in [rect.x, right] {
      grid.fill(
        Rect(x: x, y: rect.y + 1, width: 1, height: rect.height - 2), with: alphabet.vertical,
        style)
    }
    let corners = [
      (rect.x, rect.y, alphabet.topLeft), (right, rect.y, alphabet.topRight),
      (rect.x, bottom, alphabet.bottomLeft), (right, bottom, alphabet.bottomRight),
    ]
    for (x, y, corner) in corners {
      grid.fill(Rect(x: x, y: y, width: 1, height: 1), with: corner, style)
    }
    label(title, from: rect.x + 2, y: rect.y, across: rect.width - 4, on: &grid)
    if let footer {
      let width = min(footer.width(in: alphabet) + 2, rect.width - 4)
      label(footer, from: right - 1 - width, y: bottom, across: width, on: &grid)
    }
    return Self.interior(of: rect)
  }

  private func label(
    _ text: StyledText, from x: Int, y: Int, across columns: Int, on grid: inout Grid
  ) {
    let width = min(text.width(in: grid.alphabet) + 2, columns)
    guard width > 2 else { return }
    let place = Rect(x: x, y: y, width: width, height: 1)
    grid.fill(place, Style(.text, on: .panel))
    grid.write(text, at: Point(x: x + 1, y: y), fitting: width - 2)
    grid.restyle(place) { $0.on(.panel) }
  }
}
