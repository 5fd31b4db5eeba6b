package import DisplayText

/// A frame: every cell of the screen, to be compared, printed and handed to a terminal.
///
/// A wide character owns two cells; a write over one of them blanks the other, and a half is never
/// drawn. Everything clips, nothing traps.
package struct Grid: Equatable, Sendable {
  package let size: Size
  package let alphabet: Alphabet
  /// Where the terminal's own cursor goes, which input methods and screen readers follow.
  package var cursor: Point?
  /// Whether that cursor is shown, as it is where one types.
  package var isCaretVisible = false
  /// What answers clicks, the uppermost last.
  package internal(set) var touches: [TouchArea] = []
  /// Row by row from the upper left.
  package private(set) var cells: [Cell]

  package init(size: Size, alphabet: Alphabet = .unicode) {
    self.size = size
    self.alphabet = alphabet
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  package var bounds: Rect { Rect(size) }

  /// The cell at a place, a blank outside the screen.
  package subscript(x: Int, y: Int) -> Cell {
    bounds.contains(Point(x: x, y: y)) ? cells[y * size.columns + x] : .blank
  }

  package subscript(point: Point) -> Cell { self[point.x, point.y] }

  /// Blanks a part in a style.
  package mutating func fill(_ rect: Rect, _ style: Style = .text) {
    fill(rect, with: " ", style)
  }

  /// Covers a part with one narrow character.
  package mutating func fill(_ rect: Rect, with character: Character, _ style: Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    let cell = Cell(glyph: narrow(character), width: 1, style: style)
    for y in area.y..<area.endY {
      mendLeft(of: area.x, y)
      mendRight(of: area.endX, y)
      for x in area.x..<area.endX { cells[y * size.columns + x] = cell }
    }
  }

  /// Changes the styles of a part, also of the other half of a wide character that it cuts.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for y in area.y..<area.endY {
      let row = y * size.columns
      let first = cells[row + area.x].width == 0 ? area.x - 1 : area.x
      let last = cells[row + area.endX - 1].width == 2 ? area.endX : area.endX - 1
      for index in row + first...row + last { cells[index].style = change(cells[index].style) }
    }
  }

  /// Writes one line from a place to the right, within `clip` or the whole screen.
  ///
  /// The text is neutralised and put into the grid's alphabet. A wide character that does not fit
  /// whole leaves a blank.
  ///
  /// - Returns: The columns from `point` to the end of what was written.
  @discardableResult
  package mutating func write(
    _ text: String, at point: Point, _ style: Style = .text, clip: Rect? = nil
  ) -> Int {
    put(alphabet.shown(text), at: point, style, clip: clip)
  }

  /// Writes what is neutral and in the grid's alphabet already.
  @discardableResult
  private mutating func put(
    _ shown: String, at point: Point, _ style: Style, clip: Rect?
  ) -> Int {
    let area = (clip ?? bounds).intersection(bounds)
    guard point.y >= area.y, point.y < area.endY else { return 0 }
    var x = point.x
    var last: Int?
    for scalar in shown.unicodeScalars {
      let width = DisplayWidth.of(scalar)
      if width == 0 {
        if let last { cells[last].glyph.unicodeScalars.append(scalar) }
        continue
      }
      guard x < area.endX else { break }
      last = place(scalar, width: width, x: x, y: point.y, style: style, in: area)
      x += width
    }
    return max(0, min(x, area.endX) - point.x)
  }

  /// Writes pieces of several styles one after the other; the columns as for one text.
  @discardableResult
  package mutating func write(_ text: StyledText, at point: Point, clip: Rect? = nil) -> Int {
    var used = 0
    for span in text.spans {
      used += write(span.text, at: Point(x: point.x + used, y: point.y), span.style, clip: clip)
    }
    return used
  }

  /// Writes a text into a column of the given width: cut with an ellipsis, or padded.
  package mutating func write(
    _ text: String, at point: Point, fitting columns: Int, alignment: TextAlignment = .left,
    _ style: Style = .text, clip: Rect? = nil
  ) {
    put(alphabet.fitted(text, to: columns, alignment: alignment), at: point, style, clip: clip)
  }

  /// Writes pieces of several styles into a column of the given width: cut with an ellipsis in
  /// the style of the piece it cuts, or padded with plain blanks.
  package mutating func write(
    _ text: StyledText, at point: Point, fitting columns: Int, alignment: TextAlignment = .left,
    clip: Rect? = nil
  ) {
    let spans = text.spans.map { Span(alphabet.shown($0.text), $0.style) }
    let widths = spans.map(\.text.displayWidth)
    let width = widths.reduce(0, +)
    let free = max(0, columns - width)
    var place = point
    switch alignment {
    case .left: break
    case .centre: place.x += free / 2
    case .right: place.x += free
    }
    var room = min(width, columns)
    var rest = width
    for (span, width) in zip(spans, widths) where room > 0 {
      rest -= width
      // What ends at the edge is cut as well if more would follow: the ellipsis needs a place.
      let isCut = width > room || (width == room && rest > 0)
      let fitted = isCut ? alphabet.cut(span.text, to: room) : span.text
      put(fitted, at: place, span.style, clip: clip)
      place.x += width
      room = isCut ? 0 : room - width
    }
  }

  // MARK: - Cells

  /// Puts one character and returns the index of its cell, nil if nothing of it is shown.
  private mutating func place(
    _ scalar: Unicode.Scalar, width: Int, x: Int, y: Int, style: Style, in area: Rect
  ) -> Int? {
    let row = y * size.columns
    guard x >= area.x, x + width <= area.endX else {
      for half in x..<x + width where half >= area.x && half < area.endX {
        mendLeft(of: half, y)
        mendRight(of: half + 1, y)
        cells[row + half] = Cell(glyph: " ", width: 1, style: style)
      }
      return nil
    }
    mendLeft(of: x, y)
    mendRight(of: x + width, y)
    cells[row + x] = Cell(
      glyph: String(Character(scalar)), width: Int8(width), style: style)
    if width == 2 { cells[row + x + 1] = Cell(glyph: "", width: 0, style: style) }
    return row + x
  }

  /// Blanks the first half of a wide character whose second half at `x` is about to go.
  private mutating func mendLeft(of x: Int, _ y: Int) {
    let index = y * size.columns + x
    guard x > 0, cells[index].width == 0 else { return }
    cells[index - 1].glyph = " "
    cells[index - 1].width = 1
  }

  /// Blanks the second half at `x` of a wide character whose first half is about to go.
  private mutating func mendRight(of x: Int, _ y: Int) {
    let index = y * size.columns + x
    guard x < size.columns, cells[index].width == 0 else { return }
    cells[index].glyph = " "
    cells[index].width = 1
  }

  /// The character as this alphabet shows it, if that is one column; else a blank.
  private func narrow(_ character: Character) -> String {
    let shown = alphabet.shown(String(character))
    return shown.displayWidth == 1 ? shown : " "
  }
}
