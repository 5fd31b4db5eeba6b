extension Source {
  /// The words of a document and their boxes, as `pdftotext -bbox` writes them: tables where known
  /// headings stand, and paragraphs.
  ///
  /// - Parameters:
  ///   - name: the file as the person knows it.
  ///   - bytes: what was written.
  /// - Throws: why nothing can be read in it.
  package init(name: String, placedWords bytes: [UInt8]) throws(ContainerFault) {
    let pages = try PlacedText(bytes).pages
    guard pages.contains(where: { !$0.words.isEmpty }) else { throw .onlyPictures }
    self.init(name: name, blocks: PageBlocks(pages).blocks, remarks: [.placedWords])
  }
}

/// Finds tables among the words of pages.
struct PageBlocks {
  private(set) var blocks: [Block] = []

  /// What stands on the pages, in its order.
  private enum Piece {
    case lines([PlacedLine])
    case table(Int)
  }

  private var pieces: [Piece] = []
  private var tables: [PageTable] = []
  /// For each table and segment the place behind its piece, where what is below it goes.
  private var ends: [[Int]] = []
  /// The table that may go on on the next page.
  private var isOpen = false

  init(_ pages: [PlacedPage]) {
    let pages = PageBlocks.withoutFurniture(pages.map(\.words.lines))
    for lines in pages { read(lines) }
    var afters: [Int: [PlacedLine]] = [:]
    var rows: [[[Cell]]] = []
    for (table, ends) in zip(tables, ends) {
      let (read, after) = table.read()
      rows.append(read)
      for (end, lines) in zip(ends, after) { afters[end] = lines }
    }
    let texts = pieces.enumerated().map { place, piece -> [PlacedLine] in
      if case .lines(let lines) = piece { return lines }
      return afters[place] ?? []
    }
    let text = PageParagraphs(texts)
    // A paragraph may go on on the next page.
    var waiting: [PlacedLine] = []
    for (place, piece) in pieces.enumerated() {
      if case .lines(let lines) = piece, place + 1 < pieces.count, case .lines = pieces[place + 1] {
        waiting += lines
        continue
      }
      if case .table(let number) = piece, ends[number].first == place {
        blocks.append(.table(Table(rows[number], line: blocks.count + 1)))
      }
      let lines = waiting + texts[place]
      waiting = []
      for text in text.paragraphs(lines) {
        blocks.append(.paragraph(Paragraph(text, line: blocks.count + 1)))
      }
    }
  }

  private mutating func read(_ lines: [PlacedLine]) {
    var place = 0
    while place < lines.count || isOpen {
      let heading = PageHeading(in: lines, from: place)
      let start = heading?.lines.lowerBound ?? lines.count
      let front = Array(lines[place..<start])
      let isFirst = place == 0
      if isOpen, isFirst {
        isOpen = false
        if let heading, let table = tables.last, heading.keys == table.heading.keys, front.isEmpty {
          place = take(lines, under: heading, goingOn: table)
          if isOpen { return }
          continue
        }
        if let table = tables.last,
          let segment = PageSegment(
            front, under: table.heading, repeated: nil, isContinued: true,
            after: table.lastNumber), segment.goesOn(table)
        {
          append(segment, to: tables.count - 1)
          place = segment.lines.count
          isOpen = place == lines.count
          if isOpen { return }
          continue
        }
        tables[tables.count - 1].note(tail: front)
      }
      isOpen = false
      if !front.isEmpty { pieces.append(.lines(front)) }
      guard let heading else { return }
      place = take(lines, under: heading, goingOn: nil)
      if isOpen { return }
    }
  }

  /// Takes a table, or its next part, from its headings on; the place behind it.
  private mutating func take(
    _ lines: [PlacedLine], under heading: PageHeading, goingOn table: PageTable?
  ) -> Int {
    let start = heading.lines.upperBound
    let end = PageHeading(in: lines, from: start)?.lines.lowerBound ?? lines.count
    let segment = PageSegment(
      Array(lines[start..<end]), under: table?.heading ?? heading, repeated: heading,
      isContinued: table != nil, after: table?.lastNumber)
    guard let segment else {
      pieces.append(.lines(Array(lines[heading.lines])))
      return start
    }
    if table == nil {
      tables.append(PageTable(segment, under: heading))
      ends.append([pieces.count])
      pieces.append(.table(tables.count - 1))
    } else {
      append(segment, to: tables.count - 1)
    }
    isOpen = start + segment.lines.count == lines.count
    return start + segment.lines.count
  }

  private mutating func append(_ segment: PageSegment, to table: Int) {
    tables[table].append(segment)
    ends[table].append(pieces.count)
    pieces.append(.table(table))
  }

  // MARK: - What stands on every page

  /// The pages without their numbers, and without what is printed on top or at the foot of several.
  ///
  /// Only what stands apart is taken for that: the last line of a cell stands by itself, too.
  private static func withoutFurniture(_ pages: [[PlacedLine]]) -> [[PlacedLine]] {
    var pages = pages
    for isTop in [true, false] {
      var known: Set<String> = []
      for place in pages.indices {
        guard let line = apart(pages[place], isTop: isTop) else { continue }
        let key = "\(line.top / 4_000) \(squeezed(line.text))"
        // What is printed once more stays where it is printed first.
        if isPageNumber(line.text) || !known.insert(key).inserted {
          pages[place].removeAll { $0 == line }
        }
      }
    }
    return pages
  }

  /// The first or last line of a page, where it is more than a line away from the others.
  private static func apart(_ lines: [PlacedLine], isTop: Bool) -> PlacedLine? {
    guard let line = isTop ? lines.first : lines.last else { return nil }
    guard let next = isTop ? lines.dropFirst().first : lines.dropLast().last else { return line }
    let gap = isTop ? next.top - line.bottom : line.top - next.bottom
    return gap > line.height ? line : nil
  }

  /// `— 3 —`, `第3页`, `3/12`.
  private static func isPageNumber(_ text: String) -> Bool {
    let text = squeezed(text)
    guard text.count <= 12, text.contains(where: \.isNumber) else { return false }
    let rest = text.filter { !$0.isNumber }
    return rest.allSatisfy { "-—–－第页共/，,·".contains($0) }
  }
}
