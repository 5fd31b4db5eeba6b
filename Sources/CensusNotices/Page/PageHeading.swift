/// The row of headings of a table on a page: known words side by side, each of one or more lines.
struct PageHeading: Sendable {
  /// A heading with the room that its words take.
  struct Cell: Sendable {
    var words: [PlacedWord]
    var left: Int
    var right: Int

    /// Line by line.
    var text: String { words.lines.map(\.text).joined() }
    var column: Column? { HeadingWords.column(text) }
    var isKnown: Bool { HeadingWords.score([text]) == 1 }

    init(_ words: [PlacedWord]) {
      self.words = words
      left = words.map(\.left).min() ?? 0
      right = words.map(\.right).max() ?? 0
    }
  }

  /// From left to right.
  let cells: [Cell]
  /// The lines that it takes.
  let lines: Range<Int>
  let top: Int
  let bottom: Int
  private let score: Int

  /// A row of headings takes no more lines than these.
  private static let highest = 7

  /// The texts as they are compared.
  var keys: [String] { cells.map { HeadingWords.key($0.text) } }

  /// The place among the headings of a column that says something.
  func place(of column: Column) -> Int? { cells.firstIndex { $0.column == column } }

  /// The first row of headings among some lines.
  init?(in lines: [PlacedLine], from start: Int) {
    for place in start..<max(start, lines.count) {
      guard let found = PageHeading.best(in: lines, at: place) else { continue }
      // A line that stands above them would be taken for a part of one.
      let later = (place + 1..<min(lines.count, place + PageHeading.highest))
        .compactMap { PageHeading.best(in: lines, at: $0) }
        .filter { $0.lines.lowerBound < found.lines.upperBound && $0.score > found.score }
      self = later.max { $0.score < $1.score } ?? found
      return
    }
    return nil
  }

  /// The row of headings that begins in a line and has most known words.
  private static func best(in lines: [PlacedLine], at start: Int) -> PageHeading? {
    var best: PageHeading?
    for end in (start + 1)...(start + highest) where end <= lines.count {
      let taken = lines[start..<end]
      if let last = taken.dropLast().last, let line = taken.last,
        line.top - last.bottom > line.height
      {
        break
      }
      guard let found = PageHeading(taken), found.score > best?.score ?? 0 else { continue }
      best = found
    }
    return best
  }

  private init?(_ taken: ArraySlice<PlacedLine>) {
    lines = taken.indices
    top = taken.map(\.top).min() ?? 0
    bottom = taken.map(\.bottom).max() ?? 0
    cells = PageHeading.whole(PageHeading.columns(of: taken.flatMap(\.words)))
    let texts = cells.map(\.text)
    score = HeadingWords.score(texts)
    guard score >= 2, score * 2 >= cells.count,
      HeadingWords.meaning(Set(cells.compactMap(\.column)), texts) != .unknown
    else { return nil }
  }

  /// The words by what stands above and below each other.
  private static func columns(of words: [PlacedWord]) -> [Cell] {
    var columns: [Cell] = []
    for word in words.sorted(by: { ($0.left, $0.top) < ($1.left, $1.top) }) {
      if let last = columns.last, word.left < last.right {
        columns[columns.count - 1] = Cell(last.words + [word])
      } else {
        columns.append(Cell([word]))
      }
    }
    return columns
  }

  /// A heading that is spaced out, as 序　号, is one all the same.
  private static func whole(_ cells: [Cell]) -> [Cell] {
    var whole: [Cell] = []
    var place = 0
    while place < cells.count {
      var taken = 1
      for count in [4, 3, 2] where place + count <= cells.count {
        let parts = cells[place..<(place + count)]
        if parts.contains(where: { !$0.isKnown }), Cell(parts.flatMap(\.words)).isKnown {
          taken = count
          break
        }
      }
      whole.append(Cell(cells[place..<(place + taken)].flatMap(\.words)))
      place += taken
    }
    return whole
  }
}
