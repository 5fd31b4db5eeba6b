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

  /// The rows, as what is looked at here.
  private let codes: [String?]
  private let edges: [Int]
  private let middles: [Int]
  private let goesOn: Bool

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
    self.codes = rows.map { row in
      codes.flatMap { PagePrefectures.start(of: cells.cells[row][$0]) }
    }
    edges = PagePrefectures.edges(cells, rows, besides: column)
    middles = rows.map { cells.segment.rows[$0].middle }
    goesOn = cells.goesOn
    guard let (said, faults) = best(cells.loose[column] ?? [], after: above) else { return }
    for (place, row) in rows.enumerated() where !faults.contains(place) {
      labels[row] = said[place]
    }
    if let label = said.last ?? nil {
      let own = zip(said, self.codes).filter { $0.0 == label }.compactMap(\.1)
      last = Last(label: label, code: PagePrefectures.most(own))
    }
  }

  /// What the rows are most likely for, and which of them may be another's.
  private func best(
    _ lines: [PlacedLine], after above: Last?
  ) -> (labels: [String?], faults: Set<Int>)? {
    let weighed = found(lines, after: above).map { labels in
      let (faults, shared) = faults(labels, above)
      return (labels: labels, faults: faults, weight: faults.count + shared)
    }
    let least = weighed.map(\.weight).min() ?? 0
    let best = weighed.filter { $0.weight == least }
    guard let first = best.first else { return nil }
    let differing = first.labels.indices.filter { row in
      best.contains { $0.labels[row] != first.labels[row] }
    }
    return (first.labels, best.reduce(into: Set(differing)) { $0.formUnion($1.faults) })
  }

  /// All that the labels may be for by where they stand.
  private func found(_ lines: [PlacedLine], after above: Last?) -> [[String?]] {
    guard !lines.isEmpty else {
      // A cell that began on the page before, and goes on over all of this one.
      let isSame = codes.contains { $0 != nil && $0 == above?.code }
      return isSame ? [codes.map { _ in above?.label }] : []
    }
    var found: [[String?]] = []
    for lead in 0...(above == nil ? 0 : codes.count) {
      guard let first = lines.first, edges[lead] <= first.middle else { break }
      var ways = [level(lines, from: lead), byCodes(lines, from: lead)].compactMap(\.self)
      var dead: Set<[Int]> = []
      centred(lines[...], from: lead, [], &dead, &ways)
      for groups in ways {
        var said = codes.map { _ in above?.label }
        for (group, end) in zip(groups, groups.dropFirst().map(\.start) + [codes.count]) {
          let text = group.lines.map(\.text).joined()
          for row in group.start..<end { said[row] = text }
        }
        if !found.contains(said) { found.append(said) }
      }
    }
    return found
  }

  /// A merged cell: where its rows begin, and the lines that stand in it.
  private typealias Group = (start: Int, lines: ArraySlice<PlacedLine>)

  /// The first four digits of a code that is whole.
  private static func start(of cell: PageCells.Content) -> String? {
    let text = squeezed(cell.text)
    return TableReading.looksLikeCode(text) ? String(text.prefix(4)) : nil
  }

  /// The edges between rows, half-way between what stands in them, and those at both ends.
  private static func edges(_ cells: PageCells, _ rows: [Int], besides column: Int) -> [Int] {
    let extents = rows.map { row in
      let lines = cells.cells[row].enumerated().filter { $0.offset != column }.flatMap(
        \.element.lines)
      return (top: lines.map(\.top).min() ?? 0, bottom: lines.map(\.bottom).max() ?? 0)
    }
    let gaps = zip(extents, extents.dropFirst()).map { $1.top - $0.bottom }.sorted()
    let usual = gaps.isEmpty ? 0 : gaps[gaps.count / 2]
    let inner = zip(extents, extents.dropFirst()).map { ($0.bottom + $1.top) / 2 }
    guard let first = extents.first, let last = extents.last else { return [] }
    return [first.top - usual / 2] + inner + [last.bottom + usual / 2]
  }

  /// How many lines from the first on may stand in one cell: each close to the one above it.
  private static func counts(_ lines: ArraySlice<PlacedLine>) -> ClosedRange<Int> {
    let close = zip(lines, lines.dropFirst()).prefix { $1.top - $0.bottom < $0.height }
    return 1...(min(close.count, 7) + 1)
  }

  /// All ways in which labels stand in the middle of their rows.
  private func centred(
    _ lines: ArraySlice<PlacedLine>, from start: Int, _ groups: [Group], _ dead: inout Set<[Int]>,
    _ ways: inout [[Group]]
  ) {
    guard let first = lines.first else {
      if start == codes.count { ways.append(groups) }
      return
    }
    guard start < codes.count, ways.count < PagePrefectures.mostWays,
      !dead.contains([start, lines.startIndex])
    else { return }
    let before = ways.count
    for count in PagePrefectures.counts(lines) {
      let own = lines.prefix(count)
      let middle = first.middle + (own.last ?? first).middle
      let group = groups + [(start, own)]
      let end = (start + 1..<edges.count).min { one, other in
        abs(edges[start] + edges[one] - middle) < abs(edges[start] + edges[other] - middle)
      }
      if let end, abs(edges[start] + edges[end] - middle) <= slack {
        centred(lines.dropFirst(count), from: end, group, &dead, &ways)
      }
      // A cell that goes on on the next page stands in the middle of both parts, or on top.
      if goesOn, count == lines.count, edges[start] <= first.middle { ways.append(group) }
    }
    if ways.count == before { dead.insert([start, lines.startIndex]) }
  }

  /// More ways than these tell nothing.
  private static let mostWays = 64

  /// Twice what a label may be off: half of what it moves where a row more is its own.
  private var slack: Int { (zip(edges, edges.dropFirst()).map { $1 - $0 }.min() ?? 0) / 2 }

  /// The way in which all labels are level with their first row.
  private func level(_ lines: [PlacedLine], from lead: Int) -> [Group]? {
    let least = zip(middles, middles.dropFirst()).map { $1 - $0 }.min() ?? Int.max
    var groups: [Group] = []
    for (place, line) in lines.enumerated() {
      let row = middles.firstIndex { abs($0 - line.middle) <= least / 3 }
      if let row, row > groups.last?.start ?? -1 {
        groups.append((row, lines[place...place]))
      } else if let above = groups.last?.lines.last, line.top - above.bottom < line.height {
        groups[groups.count - 1].lines = lines[groups[groups.count - 1].lines.startIndex...place]
      } else {
        return nil
      }
    }
    return groups.first?.start == lead ? groups : nil
  }

  /// The way in which a label is for the rows beside it whose codes begin alike.
  private func byCodes(_ lines: [PlacedLine], from lead: Int) -> [Group]? {
    guard lead < codes.count, codes[lead] != nil else { return nil }
    var starts: [Int] = []
    var known: String?
    for row in lead..<codes.count {
      guard let code = codes[row] else { continue }
      if code != known { starts.append(row) }
      known = code
    }
    var rest = lines[...]
    var groups: [Group] = []
    for (place, start) in starts.enumerated() {
      let end = edges[place + 1 < starts.count ? starts[place + 1] : codes.count]
      let own = rest.prefix { $0.middle <= end }
      guard let first = own.first, edges[start] <= first.middle,
        PagePrefectures.counts(own).upperBound == own.count
      else { return nil }
      groups.append((start, own))
      rest = rest.dropFirst(own.count)
    }
    return rest.isEmpty ? groups : nil
  }

  /// Whether rows with a text each are no rows of their own prefectures: two of them have codes of one.
  static func isDoubtful(_ cells: PageCells, _ column: Int, codes: Int?) -> Bool {
    guard let codes else { return false }
    var known: [String: String] = [:]
    for (row, kind) in zip(cells.cells, cells.segment.rows) where !kind.isTotal {
      guard let code = start(of: row[codes]) else { continue }
      if let label = known[code], label != row[column].text { return true }
      known[code] = row[column].text
    }
    return false
  }

  /// Rows whose codes speak against their label, and how many labels have the codes of another.
  ///
  /// One code that is odd among others is that row's fault; more are the label's.
  private func faults(_ labels: [String?], _ above: Last?) -> (rows: Set<Int>, shared: Int) {
    var rows: Set<Int> = []
    var starts: [String] = []
    for (label, own) in Dictionary(grouping: labels.indices, by: { labels[$0] }) {
      var known = own.compactMap { codes[$0] }
      if let above, above.label == label, let code = above.code { known.append(code) }
      guard label != nil, !known.isEmpty else { continue }
      guard let most = PagePrefectures.most(known) else {
        rows.formUnion(own)
        continue
      }
      let odd = own.filter { row in codes[row].map { $0 != most } ?? false }
      rows.formUnion(odd.count > 1 || odd.count * 3 > own.count ? own : odd)
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
