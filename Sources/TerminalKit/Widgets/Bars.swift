/// A share as a thin horizontal bar, one row high: `━━━╸────`, `===---` with plain signs.
///
/// Something above zero always shows, something below the whole never looks complete.
package struct Bar {
  package var value: Int
  package var total: Int
  package var role: Role

  package init(value: Int, total: Int, role: Role = .accent) {
    self.value = value
    self.total = total
    self.role = role
  }

  /// Draws it in the first row, on a ground.
  package func draw(in rect: Rect, ground: Ground = .plain, on grid: inout Grid) {
    let alphabet = grid.alphabet
    let line = rect.row(0)
    let steps = alphabet.halfBar == nil ? 1 : 2
    let filled = filledSteps(of: rect.width * steps)
    let style = Style(role, on: ground)
    grid.fill(line, with: alphabet.horizontal, Style(.muted, on: ground))
    let full = Rect(x: line.x, y: line.y, width: filled / steps, height: line.height)
    grid.fill(full, with: alphabet.fullBar, style)
    if filled % steps > 0, let half = alphabet.halfBar {
      grid.write(String(half), at: Point(x: full.endX, y: line.y), style, clip: line)
    }
  }

  private func filledSteps(of all: Int) -> Int {
    guard total > 0, value > 0, all > 0 else { return 0 }
    guard value < total else { return all }
    return min(max(1, share(value, of: total, in: all)), max(1, all - 1))
  }
}

/// Values as columns side by side, one cell wide, bottom up.
package struct Sparkline {
  package var values: [Int]
  /// The value of a full column; the greatest of the values if nil.
  package var top: Int?
  package var style: Style
  /// That of the last column, where it is the one that counts.
  package var lastStyle: Style?

  package init(_ values: [Int], top: Int? = nil, style: Style = .accent, lastStyle: Style? = nil) {
    self.values = values
    self.top = top
    self.style = style
    self.lastStyle = lastStyle
  }

  /// Draws the last values that find room, as high as the rectangle.
  package func draw(in rect: Rect, on grid: inout Grid) {
    let heights = grid.alphabet.heights
    let top = max(1, top ?? values.max() ?? 1)
    let shown = values.suffix(rect.width)
    for (column, value) in shown.enumerated() {
      let style = column == shown.count - 1 ? lastStyle ?? style : style
      let all = rect.height * heights.count
      var filled = share(max(0, min(value, top)), of: top, in: all)
      if value > 0 { filled = max(1, filled) }
      for line in 0..<rect.height {
        let here = min(heights.count, filled - line * heights.count)
        guard here > 0 else { break }
        let place = Point(x: rect.x + column, y: rect.endY - 1 - line)
        grid.write(String(heights[here - 1]), at: place, style, clip: rect)
      }
    }
  }
}

/// The place of what is seen in a longer list, as a thin bar one column wide.
package struct Scrollbar {
  package var count: Int
  package var visible: Int
  package var offset: Int

  package init(count: Int, visible: Int, offset: Int) {
    self.count = count
    self.visible = visible
    self.offset = offset
  }

  package func draw(in rect: Rect, on grid: inout Grid) {
    guard count > visible, visible > 0, rect.height > 0 else { return }
    let line = Rect(x: rect.x, y: rect.y, width: min(1, rect.width), height: rect.height)
    grid.fill(line, with: grid.alphabet.scrollTrack, Style(.muted))
    let length = max(1, rect.height * visible / count)
    let travel = rect.height - length
    let place = travel * max(0, min(offset, count - visible)) / (count - visible)
    let thumb = Rect(x: line.x, y: line.y + place, width: line.width, height: length)
    grid.fill(thumb.intersection(line), with: grid.alphabet.scrollThumb, Style(.accent))
  }
}

/// The nearest number of `steps` that shows `value` of `total`, both at least 0 and the first not
/// the greater.
private func share(_ value: Int, of total: Int, in steps: Int) -> Int {
  let (quotient, rest) = total.dividingFullWidth(value.multipliedFullWidth(by: steps))
  return rest > (total - 1) / 2 ? quotient + 1 : quotient
}
