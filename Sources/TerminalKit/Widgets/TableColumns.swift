package import DisplayText

extension Table {
  /// How wide a column is.
  package enum Width: Equatable, Sendable {
    case fixed(Int)
    /// At least `minimum`; what is left over goes to such columns by their weights.
    case flexible(minimum: Int, weight: Int = 1)

    var minimum: Int {
      switch self {
      case .fixed(let columns): max(0, columns)
      case .flexible(let minimum, _): max(0, minimum)
      }
    }

    var weight: Int {
      guard case .flexible(_, let weight) = self else { return 0 }
      return max(0, weight)
    }
  }

  package enum Order: Sendable {
    case ascending
    case descending
  }

  /// One column: its head, and where its cells stand.
  package struct Column: Equatable, Sendable {
    package var title: String
    package var width: Width
    package var alignment: TextAlignment
    /// Where room is short, the column of the lowest importance goes first, of equals the last.
    package var importance: Int
    /// Shown beside the title of the column that the rows are sorted by.
    package var order: Order?

    package init(
      _ title: String, _ width: Width, alignment: TextAlignment = .left,
      importance: Int = .max, order: Order? = nil
    ) {
      self.title = title
      self.width = width
      self.alignment = alignment
      self.importance = importance
      self.order = order
    }
  }

  /// The place of a shown column.
  package struct Slot: Equatable, Sendable {
    /// Index in `columns`.
    package let column: Int
    /// Column of the screen, from the left edge of the table.
    package let x: Int
    package let width: Int
  }

  /// The columns that find room in a table of that many cells across, from left to right.
  package func slots(across width: Int, isScrolling: Bool = false) -> [Slot] {
    let end = isScrolling ? width - 1 : width
    let room = end - gutter
    let hidden = max(0, min(shift, columns.count - 2))
    var shown = columns.indices.filter { $0 == 0 || $0 > hidden }
    func needed() -> Int {
      shown.reduce(0) { $0 + columns[$1].width.minimum } + gap * max(0, shown.count - 1)
    }
    while shown.count > 1, needed() > room {
      guard
        let least = shown.indices.min(by: { left, right in
          let (a, b) = (columns[shown[left]].importance, columns[shown[right]].importance)
          return a == b ? left > right : a < b
        })
      else { break }
      shown.remove(at: least)
    }
    var spare = max(0, room - needed())
    var weights = shown.reduce(0) { $0 + columns[$1].width.weight }
    var x = gutter
    return shown.map { index in
      let policy = columns[index].width
      let share = weights > 0 ? spare * policy.weight / weights : 0
      weights -= policy.weight
      spare -= share
      let slot = Slot(
        column: index, x: x, width: max(0, min(policy.minimum + share, end - x)))
      x += slot.width + gap
      return slot
    }
  }
}
