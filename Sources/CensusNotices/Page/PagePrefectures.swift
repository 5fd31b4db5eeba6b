/// Which rows of a segment the prefectures of merged cells are for.
///
/// A merged cell has its text in the middle of its rows, or level with the first. The beginnings of the
/// codes must say the same; a row of which they do not has no label.
struct PagePrefectures {
  /// What the last merged cell of a segment was.
  struct Last {
    let label: String
    let code: String?
  }

  /// For each row its label; nil where it cannot be told.
  private(set) var labels: [String?]
  /// The last label, for what goes on it on the next page.
  private(set) var last: Last?

  private struct Label {
    let text: String
    let middle: Int
  }

  /// What a segment whose rows have a label each ends with.
  static func last(_ cells: PageCells, _ column: Int, codes: Int?) -> Last? {
    cells.cells.last.map { row in
      Last(label: row[column].text, code: codes.flatMap { start(of: row[$0]) })
    }
  }

  /// Reads the labels of a column.
  ///
  /// - Parameters:
  ///   - cells: the segment.
  ///   - column: where the labels stand.
  ///   - codes: where the codes stand.
  ///   - above: the last merged cell of the page before.
  init(_ cells: PageCells, _ column: Int, codes: Int?, after above: Last?) {
    let rows = cells.segment.rows.indices.filter { !cells.segment.rows[$0].isTotal }
    labels = cells.segment.rows.map { _ in nil }
    let codes = rows.map { row in codes.flatMap { PagePrefectures.start(of: cells.cells[row][$0]) } }
    let edges = PagePrefectures.edges(cells, rows, besides: column)
    let middles = rows.map { cells.segment.rows[$0].middle }
    var found: [[String?]] = []
    let lines = cells.loose[column] ?? []
    if lines.isEmpty, let above, codes.contains(where: { $0 != nil && $0 == above.code }) {
      found.append(rows.map { _ in above.label })
    }
    for names in PagePrefectures.names(lines) {
      for lead in 0...(above == nil ? 0 : rows.count) {
        let starts = [
          PagePrefectures.centred(names, edges, from: lead),
          PagePrefectures.level(names, middles, from: lead),
          PagePrefectures.byCodes(names, codes, edges, from: lead),
        ]
        for starts in starts.compactMap(\.self) {
          var said = Array(repeating: lead > 0 ? above?.label : nil, count: rows.count)
          for (place, start) in starts.enumerated() {
            let end = place + 1 < starts.count ? starts[place + 1] : rows.count
            for row in start..<end { said[row] = names[place].text }
          }
          if !found.contains(said) { found.append(said) }
        }
      }
    }
    let weighed = found.map { labels in
      let (faults, shared) = PagePrefectures.faults(labels, codes, above)
      return (labels: labels, faults: faults, weight: faults.count + shared)
    }
    let least = weighed.map(\.weight).min() ?? 0
    let best = weighed.filter { $0.weight == least }
    guard let first = best.first else { return }
    for (place, row) in rows.enumerated() {
      let isSure = best.allSatisfy {
        $0.labels[place] == first.labels[place] && !$0.faults.contains(place)
      }
      labels[row] = isSure ? first.labels[place] : nil
    }
    if let label = first.labels.last ?? nil {
      let own = zip(first.labels, codes).filter { $0.0 == label }.compactMap(\.1)
      last = Last(label: label, code: PagePrefectures.most(own))
    }
  }

  /// The first four digits of a code that is whole.
  private static func start(of cell: PageCells.Content) -> String? {
    let text = squeezed(cell.text)
    return TableReading.looksLikeCode(text) ? String(text.prefix(4)) : nil
  }

  /// The edges between rows, half-way between what stands in them, and those at both ends.
  private static func edges(_ cells: PageCells, _ rows: [Int], besides column: Int) -> [Int] {
    let extents = rows.map { row in
      let lines = cells.cells[row].enumerated().filter { $0.offset != column }.flatMap(\.element.lines)
      return (top: lines.map(\.top).min() ?? 0, bottom: lines.map(\.bottom).max() ?? 0)
    }
    let gaps = zip(extents, extents.dropFirst()).map { $1.top - $0.bottom }.sorted()
    let usual = gaps.isEmpty ? 0 : gaps[gaps.count / 2]
    let inner = zip(extents, extents.dropFirst()).map { ($0.bottom + $1.top) / 2 }
    guard let first = extents.first, let last = extents.last else { return [] }
    return [first.top - usual / 2] + inner + [last.bottom + usual / 2]
  }

  /// The labels that lines may be: each line one, or lines close to each other one together.
  private static func names(_ lines: [PlacedLine]) -> [[Label]] {
    guard !lines.isEmpty else { return [] }
    let each = lines.map { Label(text: $0.text, middle: $0.middle) }
    var groups: [[PlacedLine]] = []
    for line in lines {
      if let above = groups.last?.last, (line.top - above.bottom) * 3 < line.height {
        groups[groups.count - 1].append(line)
      } else {
        groups.append([line])
      }
    }
    let joined = groups.map { lines in
      Label(
        text: lines.map(\.text).joined(),
        middle: ((lines.first?.middle ?? 0) + (lines.last?.middle ?? 0)) / 2)
    }
    return joined.count == each.count ? [each] : [each, joined]
  }

  /// The first row of each label, where all stand in the middle of their rows.
  private static func centred(_ names: [Label], _ edges: [Int], from lead: Int) -> [Int]? {
    var starts: [Int] = []
    var start = lead
    for name in names {
      guard start + 1 < edges.count else { return nil }
      let end = (start + 1..<edges.count).min { first, second in
        abs(edges[start] + edges[first] - 2 * name.middle)
          < abs(edges[start] + edges[second] - 2 * name.middle)
      }
      guard let end, abs(edges[start] + edges[end] - 2 * name.middle) <= slack(edges) else {
        return nil
      }
      starts.append(start)
      start = end
    }
    return start == edges.count - 1 ? starts : nil
  }

  /// Twice what a label may be off: half of what it moves where a row more is its own.
  private static func slack(_ edges: [Int]) -> Int {
    (zip(edges, edges.dropFirst()).map { $1 - $0 }.min() ?? 0) / 2
  }

  /// The first row of each label, where all are level with it.
  private static func level(_ names: [Label], _ middles: [Int], from lead: Int) -> [Int]? {
    let least = zip(middles, middles.dropFirst()).map { $1 - $0 }.min() ?? Int.max
    let starts = names.compactMap { name in
      middles.firstIndex { abs($0 - name.middle) <= least / 3 }
    }
    guard starts.count == names.count, starts.first == lead,
      zip(starts, starts.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    return starts
  }

  /// The first row of each label, where the codes begin anew as often as there are labels, and each
  /// label stands beside its codes.
  private static func byCodes(
    _ names: [Label], _ codes: [String?], _ edges: [Int], from lead: Int
  ) -> [Int]? {
    var starts: [Int] = []
    var known: String?
    for (row, code) in codes.enumerated() where row >= lead {
      guard let code else {
        if row == lead { return nil }
        continue
      }
      if code != known { starts.append(row) }
      known = code
    }
    guard starts.count == names.count, starts.first == lead else { return nil }
    for (place, name) in names.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1] : codes.count
      guard edges[starts[place]] <= name.middle, name.middle <= edges[end] else { return nil }
    }
    return starts
  }

  /// Rows whose codes speak against their label, and how many labels have the codes of another.
  private static func faults(
    _ labels: [String?], _ codes: [String?], _ above: Last?
  ) -> (rows: Set<Int>, shared: Int) {
    var rows: Set<Int> = []
    var starts: [String] = []
    for (label, own) in Dictionary(grouping: labels.indices, by: { labels[$0] }) {
      var known = own.compactMap { codes[$0] }
      if let above, above.label == label, let code = above.code { known.append(code) }
      guard label != nil, !known.isEmpty else { continue }
      guard let most = most(known) else {
        rows.formUnion(own)
        continue
      }
      for row in own where codes[row].map({ $0 != most }) ?? false { rows.insert(row) }
      starts.append(most)
    }
    return (rows, starts.count - Set(starts).count)
  }

  /// What most of some beginnings are; nil where none is more than half of them.
  private static func most(_ codes: [String]) -> String? {
    let counts = Dictionary(grouping: codes) { $0 }.mapValues(\.count)
    return counts.first { $0.value * 2 > codes.count }?.key
  }
}
