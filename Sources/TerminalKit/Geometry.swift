/// Columns and rows of a screen or a part of it, never negative.
package struct Size: Hashable, Sendable {
  package let columns: Int
  package let rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A cell's place: column `x` and row `y`, both from 0 at the upper left.
package struct Point: Hashable, Sendable {
  package var x: Int
  package var y: Int

  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// How much of a divided side a part takes.
package enum Length: Hashable, Sendable {
  /// As many cells, or what is left if that is less.
  case fixed(Int)
  /// An even share of what the fixed parts leave; earlier parts get the odd cells.
  case rest
}

/// A part of the screen, possibly empty.
package struct Rect: Hashable, Sendable {
  package let x: Int
  package let y: Int
  package let width: Int
  package let height: Int

  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The whole of a screen.
  package init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.columns, height: size.rows)
  }

  package var origin: Point { Point(x: x, y: y) }
  package var size: Size { Size(columns: width, rows: height) }
  /// The first column right of it.
  package var endX: Int { x + width }
  /// The first row below it.
  package var endY: Int { y + height }
  package var isEmpty: Bool { width == 0 || height == 0 }

  package func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < endX && point.y >= y && point.y < endY
  }

  /// The part that both cover.
  package func intersection(_ other: Rect) -> Rect {
    let (left, top) = (max(x, other.x), max(y, other.y))
    return Rect(
      x: left, y: top, width: min(endX, other.endX) - left, height: min(endY, other.endY) - top)
  }

  /// The rectangle without `columns` at either side and `rows` at top and bottom.
  package func inset(columns: Int = 0, rows: Int = 0) -> Rect {
    let (dx, dy) = (min(columns, width / 2), min(rows, height / 2))
    return Rect(x: x + dx, y: y + dy, width: width - 2 * columns, height: height - 2 * rows)
  }

  /// A rectangle of at most that size in the middle.
  package func centred(_ size: Size) -> Rect {
    let (columns, rows) = (min(size.columns, width), min(size.rows, height))
    return Rect(
      x: x + (width - columns) / 2, y: y + (height - rows) / 2, width: columns, height: rows)
  }

  /// One of its rows, counted from its top; empty if there is no such row.
  package func row(_ index: Int) -> Rect {
    Rect(x: x, y: y + index, width: width, height: index >= 0 && index < height ? 1 : 0)
  }

  /// Parts from top to bottom, one for each length.
  package func split(rows lengths: [Length]) -> [Rect] {
    var top = y
    return Self.divide(height, by: lengths).map { part in
      defer { top += part }
      return Rect(x: x, y: top, width: width, height: part)
    }
  }

  /// Parts from left to right, one for each length.
  package func split(columns lengths: [Length]) -> [Rect] {
    var left = x
    return Self.divide(width, by: lengths).map { part in
      defer { left += part }
      return Rect(x: left, y: y, width: part, height: height)
    }
  }

  private static func divide(_ total: Int, by lengths: [Length]) -> [Int] {
    var remaining = total
    var shares = 0
    var parts = lengths.map { length in
      guard case .fixed(let cells) = length else {
        shares += 1
        return 0
      }
      let part = min(max(0, cells), remaining)
      remaining -= part
      return part
    }
    for (index, length) in lengths.enumerated() where length == .rest {
      parts[index] = remaining / shares + (remaining % shares > 0 ? 1 : 0)
      remaining -= parts[index]
      shares -= 1
    }
    return parts
  }
}
