package import DisplayText

extension Table {
  /// How wide a column is.
  package enum Width: Equatable, Sendable {
    case fixed(Int)
    /// At least `minimum`; what is left over goes to such columns by their weights, up to
    /// `maximum`.
    case flexible(minimum: Int, weight: Int = 1, maximum: Int = .max)

    package var minimum: Int {
      switch self {
      case .fixed(let columns): max(0, columns)
      case .flexible(let minimum, _, _): max(0, minimum)
      }
    }

    var weight: Int {
      guard case .flexible(_, let weight, _) = self else { return 0 }
      return max(0, weight)
    }

    /// How much wider than its least it may become.
    var slack: Int {
      guard case .flexible(let minimum, _, let maximum) = self else { return 0 }
      return max(0, maximum - max(0, minimum))
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
    let end = width - max(margin, isScrolling ? 1 : 0)
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
    let shares = shares(of: max(0, room - needed()), among: shown.map { columns[$0].width })
    var x = gutter
    return zip(shown, shares).map { index, share in
      let width = max(0, min(columns[index].width.minimum + share, end - x))
      defer { x += width + gap }
      return Slot(column: index, x: x, width: width)
    }
  }

  /// What each column gets of the cells that are left over.
  private func shares(of spare: Int, among widths: [Width]) -> [Int] {
    var shares = widths.map { _ in 0 }
    var spare = spare
    // What a column may not take goes to the others, so it takes as many turns as columns.
    var open = widths.indices.filter { widths[$0].weight > 0 && widths[$0].slack > 0 }
    while spare > 0, !open.isEmpty {
      var weights = open.reduce(0) { $0 + widths[$1].weight }
      var left = spare
      for index in open {
        let part = left * widths[index].weight / weights
        weights -= widths[index].weight
        left -= part
        let taken = min(part, widths[index].slack - shares[index])
        shares[index] += taken
        spare -= taken
      }
      let before = open.count
      open.removeAll { shares[$0] == widths[$0].slack }
      if open.count == before { break }
    }
    return shares
  }
}
