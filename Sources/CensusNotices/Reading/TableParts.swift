extension Table {
  /// The tables that lie one below the other in this one, as in a sheet: each from its title on.
  var parts: [Table] {
    let lines = lines
    var starts: [Int] = []
    var known: Set<Meaning> = []
    for (index, line) in lines.enumerated() {
      let texts = line.slots.map(\.text)
      guard HeadingWords.score(texts) >= 2, !line.slots.contains(where: \.isFilled) else {
        continue
      }
      let meaning = HeadingWords.meaning(Set(HeadingWords.columns(texts).compactMap(\.self)), texts)
      guard meaning != .unknown, known.insert(meaning).inserted else { continue }
      guard known.count > 1 else { continue }
      var start = index
      while start > 0, Table.isTitle(lines[start - 1]) { start -= 1 }
      starts.append(start)
    }
    guard !starts.isEmpty else { return [halved ?? self] }
    let ends = starts + [rows.count]
    return zip([0] + starts, ends).filter { $0 < $1 }.map { start, end in
      let part = Table(Array(rows[start..<end]), line: line, sheet: sheet)
      return part.halved ?? part
    }
  }

  /// The same table with one record a row, where each row has two, side by side under the same headings:
  /// first all of the left half, then all of the right one.
  private var halved: Table? {
    let place = rows.prefix(8).firstIndex { row in
      let columns = HeadingWords.columns(row.map(\.text))
      let half = columns.count / 2
      return columns.count % 2 == 0 && half >= 3 && row.allSatisfy { $0.columns == 1 }
        && columns.prefix(half).compactMap(\.self).count == half
        && columns.prefix(half) == columns.suffix(half)
    }
    guard let place, rows.allSatisfy({ $0.allSatisfy { $0.rows == 1 } }) else { return nil }
    let half = rows[place].count / 2
    var (left, right): ([[Cell]], [[Cell]]) = ([], [])
    for (index, row) in rows.enumerated() {
      guard index >= place else {
        left.append(row)
        continue
      }
      // Where a cell reaches over the middle, nobody knows which half it is of.
      guard let start = Table.start(of: half, in: row) else {
        guard row.count(where: { !squeezed($0.text).isEmpty }) <= 1 else { return nil }
        left.append(row)
        continue
      }
      left.append(Array(row[..<start]))
      if index > place { right.append(Array(row[start...])) }
    }
    return Table(left + right, line: line, sheet: sheet, isHalved: true)
  }

  /// The first cell of a row at a column; nil where a cell reaches over it.
  private static func start(of column: Int, in row: [Cell]) -> Int? {
    var width = 0
    for (place, cell) in row.enumerated() {
      if width == column { return place }
      width += cell.columns
    }
    return width == column ? row.count : nil
  }

  private static func isTitle(_ line: GridLine) -> Bool {
    let texts = line.ownTexts
    guard let first = texts.first else { return true }
    return texts.count == 1 && !TableReading.isNote(first)
  }
}
