/// The columns of a table on pages, as ranges of places: what parts them is where no word stands.
struct PageColumns: Sendable {
  /// From left to right, one for each heading; they touch.
  let ranges: [Range<Int>]
  /// Columns whose left edge is uncertain, since more than one place parts the words as well.
  private let doubtful: [Int: Range<Int>]

  /// Looks for the edges between headings.
  ///
  /// - Parameters:
  ///   - headings: the headings, from left to right.
  ///   - lines: lines of the table's rows.
  init(_ headings: [PageHeading.Cell], among lines: [PlacedLine]) {
    var edges: [Int] = []
    var doubtful: [Int: Range<Int>] = [:]
    for (place, (before, after)) in zip(headings, headings.dropFirst()).enumerated() {
      let room = before.right..<max(before.right + 1, after.left)
      let gaps = PageColumns.gaps(in: room, lines)
      let left = edges.last ?? Int.min
      let ranked = gaps.map { gap in
        (gap: gap, filled: PageColumns.filled(lines, left, gap, headings, place))
      }
      let most = ranked.map(\.filled).max() ?? 0
      let best = ranked.filter { $0.filled == most }.map(\.gap)
      let gap = best.max { $0.count < $1.count } ?? room
      if best.count > 1, let first = best.first, let last = best.last {
        doubtful[place] = first.upperBound..<last.lowerBound
      }
      edges.append((gap.lowerBound + gap.upperBound) / 2)
    }
    let starts = [Int.min] + edges
    let ends = edges + [Int.max]
    ranges = zip(starts, ends).map { $0..<max($0, $1) }
    self.doubtful = doubtful
  }

  /// Where no word stands between two headings.
  private static func gaps(in room: Range<Int>, _ lines: [PlacedLine]) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var start = room.lowerBound
    let words = lines.flatMap(\.words).filter { $0.width(within: room) > 0 }
    for word in words.sorted(by: { $0.left < $1.left }) {
      if word.left > start { gaps.append(start..<min(word.left, room.upperBound)) }
      start = max(start, word.right)
    }
    if start < room.upperBound { gaps.append(start..<room.upperBound) }
    return gaps
  }

  /// How many lines have something on both sides of an edge.
  private static func filled(
    _ lines: [PlacedLine], _ left: Int, _ gap: Range<Int>, _ headings: [PageHeading.Cell],
    _ place: Int
  ) -> Int {
    // Behind the next heading stand other columns.
    let after = headings[place + 1].right
    return lines.count { line in
      line.words.contains { $0.left >= left && $0.right <= gap.lowerBound }
        && line.words.contains { $0.left >= gap.upperBound && $0.left < after }
    }
  }

  /// The column of a word, and whether it may be another's.
  func column(of word: PlacedWord) -> (place: Int, isCertain: Bool) {
    let place = ranges.indices.max { first, second in
      word.width(within: ranges[first]) < word.width(within: ranges[second])
    }
    guard let place else { return (0, false) }
    let outside = word.right - word.left - word.width(within: ranges[place])
    let isDoubtful = [place - 1, place].contains { edge in
      doubtful[edge].map { word.width(within: $0) > 0 } ?? false
    }
    return (place, outside * 4 <= word.height && !isDoubtful)
  }

  /// Whether a word stands in two columns by more than its edge.
  func crosses(_ word: PlacedWord) -> Bool {
    ranges.count { word.width(within: $0) * 2 > word.height } > 1
  }
}
