/// A table that stands on one page or several, put together by where its words stand.
///
/// A text of which nobody can tell its row is in the nearest one and marked, so that the row waits for an
/// answer.
struct PageTable: Sendable {
  private(set) var segments: [PageSegment]
  /// Its headings: those where it begins.
  let heading: PageHeading
  /// Lines on top of the page behind it, which may belong to its last row.
  private(set) var tail: [PlacedLine] = []

  init(_ first: PageSegment, under heading: PageHeading) {
    segments = [first]
    self.heading = heading
  }

  /// The last number of a row so far.
  var lastNumber: Int? { segments.last?.lastNumber }

  /// Takes in what stands on the next page.
  mutating func append(_ segment: PageSegment) { segments.append(segment) }

  /// Notes what stands on top of the page behind it.
  mutating func note(tail lines: [PlacedLine]) {
    let close = zip(lines, lines.dropFirst()).prefix { $1.top - $0.bottom < $0.height }.count
    let front = lines.prefix(close + 1)
    let text = front.prefix { !CellLines.isEnd($0.text[...]) }
    tail = text.count > PageTable.mostTail ? [] : Array(text)
  }

  /// What goes on a row has no more lines than these.
  private static let mostTail = 8

  /// The table's rows as cells, and for each segment the lines below it that are none of its own.
  func read() -> (rows: [[Cell]], after: [[PlacedLine]]) {
    let columns = PageColumns(heading.cells, among: segments.flatMap(\.columnLines))
    var parts = segments.enumerated().map { place, segment in
      PageCells(segment, heading, columns, goesOn: place + 1 < segments.count)
    }
    // What one page does not tell another may.
    let told = parts.map(\.fitting).filter { !$0.isEmpty }
    let all = PageAlignment.allCases.filter { alignment in
      told.allSatisfy { $0.contains(alignment) }
    }
    if !all.isEmpty, all.count < PageAlignment.allCases.count {
      parts = parts.map { part in
        part.fitting.isEmpty
          ? part
          : PageCells(part.segment, heading, columns, goesOn: part.goesOn, as: all)
      }
    }
    for place in parts.indices.dropFirst() {
      let (lines, marks) = parts[place].before
      parts[place - 1].takeOn(lines, marks)
    }
    parts[parts.count - 1].doubt(tail, columns, numbers: heading.place(of: .serial))
    let places = (code: heading.place(of: .code), prefecture: heading.place(of: .prefecture))
    if let column = places.prefecture {
      var above: PagePrefectures.Last?
      for place in parts.indices {
        if !parts[place].isMerged(column),
          PagePrefectures.isDoubtful(parts[place], column, codes: places.code)
        {
          parts[place].merge(column)
        }
        guard parts[place].isMerged(column) else {
          above = PagePrefectures.last(parts[place], column, codes: places.code)
          continue
        }
        let labels = PagePrefectures(
          parts[place], column, codes: places.code, after: above)
        parts[place].put(labels.labels, into: column)
        above = labels.last ?? above
      }
    }
    var rows: [[Cell]] = []
    for (segment, part) in zip(segments, parts) {
      if let heading = segment.heading { rows.append(heading.cells.map { Cell($0.text) }) }
      rows += part.rows(heading)
    }
    return (rows, parts.map(\.after))
  }
}
