/// How the lines of a cell stand to the middle of its row, and which lines of a column are in which row
/// by that.
enum PageAlignment: CaseIterable, Sendable {
  /// As much above the row's middle as below it.
  case centred
  /// The first line is level with the row.
  case top
  /// The last line is level with the row, as in sheets.
  case bottom

  /// Lines of a column by the rows in which they stand.
  struct Groups: Equatable {
    /// A row has none where its cell is empty.
    var rows: [[PlacedLine]]
    /// What stands above the first row.
    var before: [PlacedLine] = []
    /// What stands below the last row.
    var after: [PlacedLine] = []

    /// How many rows have an empty cell.
    var empty: Int { rows.count(where: \.isEmpty) }

    /// Whether the lines of each cell are closer to each other than to those of other cells.
    var isClean: Bool {
      let cells = ([before] + rows + [after]).filter { !$0.isEmpty }
      let inside = cells.flatMap(PageAlignment.steps).max() ?? 0
      let between = zip(cells, cells.dropFirst()).map { above, below in
        (below.first?.middle ?? 0) - (above.last?.middle ?? 0)
      }
      return inside + PageAlignment.border <= between.min() ?? Int.max
    }
  }

  /// All ways to part the lines of a column so that each stands in its row as it should.
  ///
  /// - Parameters:
  ///   - lines: what stands in the column, from the top down.
  ///   - middles: the middles of the rows.
  ///   - mayBegin: whether lines may go on a row of the page before.
  ///   - goesOn: whether the last row may go on on the next page: then it stands as it likes, and has
  ///     all that is left.
  /// - Returns: the ways; none where some line fits no row.
  func groups(
    _ lines: [PlacedLine], _ middles: [Int], mayBegin: Bool, goesOn: Bool
  ) -> [Groups] {
    let first = middles.first ?? 0
    let above = lines.prefix { $0.middle < first - $0.height / 3 }.count
    return (0...(mayBegin ? min(above, PageAlignment.mostBefore) : 0)).compactMap { count in
      let rest = Array(lines.dropFirst(count))
      var groups =
        switch self {
        case .centred: centred(rest, middles, goesOn: goesOn)
        case .top: top(rest, middles, goesOn: goesOn)
        case .bottom: bottom(rest, middles, goesOn: goesOn)
        }
      groups?.before = Array(lines.prefix(count))
      return groups
    }
  }

  /// The least that borders put between rows.
  private static let border = 50
  /// So many lines of a cell may stand on the next page.
  private static let mostBefore = 8

  private func centred(_ lines: [PlacedLine], _ middles: [Int], goesOn: Bool) -> Groups? {
    var groups = Groups(rows: [])
    var rest = lines[...]
    for (row, middle) in middles.enumerated() {
      if goesOn, row == middles.count - 1 {
        groups.rows.append(Array(rest))
        return PageAlignment.isEven(Array(rest)) ? groups : nil
      }
      guard let first = rest.first else {
        groups.rows.append([])
        continue
      }
      let slack = first.height / 3
      guard first.middle <= middle + slack else {
        groups.rows.append([])
        continue
      }
      let end = max(2 * middle - first.middle + slack, first.middle)
      let taken = Array(rest.prefix { $0.middle <= end })
      rest = rest.dropFirst(taken.count)
      guard let last = taken.last, abs(first.middle + last.middle - 2 * middle) <= 2 * slack,
        PageAlignment.isEven(taken)
      else { return nil }
      groups.rows.append(taken)
    }
    groups.after = Array(rest)
    return groups
  }

  private func top(_ lines: [PlacedLine], _ middles: [Int], goesOn: Bool) -> Groups? {
    var groups = Groups(rows: middles.map { _ in [] })
    for line in lines {
      let slack = line.height / 3
      guard let row = middles.lastIndex(where: { $0 <= line.middle + slack }) else { return nil }
      let isLast = row == middles.count - 1
      if let above = groups.rows[row].last {
        if isLast, !goesOn, !groups.after.isEmpty || line.top - above.bottom > line.height {
          groups.after.append(line)
        } else {
          groups.rows[row].append(line)
        }
      } else if abs(line.middle - middles[row]) <= slack || isLast && goesOn {
        groups.rows[row].append(line)
      } else if isLast {
        groups.after.append(line)
      } else {
        return nil
      }
    }
    return groups.rows.allSatisfy(PageAlignment.isEven) ? groups : nil
  }

  private func bottom(_ lines: [PlacedLine], _ middles: [Int], goesOn: Bool) -> Groups? {
    var groups = Groups(rows: middles.map { _ in [] })
    for line in lines {
      if let row = middles.firstIndex(where: { $0 >= line.middle - line.height / 3 }) {
        groups.rows[row].append(line)
      } else if goesOn {
        groups.rows[middles.count - 1].append(line)
      } else {
        groups.after.append(line)
      }
    }
    for (row, own) in groups.rows.enumerated() where !(goesOn && row == middles.count - 1) {
      if let last = own.last, abs(last.middle - middles[row]) * 3 > last.height { return nil }
    }
    return groups.rows.allSatisfy(PageAlignment.isEven) ? groups : nil
  }

  private static func steps(_ lines: [PlacedLine]) -> [Int] {
    zip(lines, lines.dropFirst()).map { $1.middle - $0.middle }
  }

  /// Whether lines are as far apart as those of one cell: evenly, and no further than lines of a text.
  private static func isEven(_ lines: [PlacedLine]) -> Bool {
    let steps = steps(lines)
    guard let least = steps.min(), let most = steps.max(), let height = lines.first?.height else {
      return true
    }
    return (most - least) * 4 <= height && most <= 2 * height
  }
}
