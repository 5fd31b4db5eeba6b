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
    guard !starts.isEmpty else { return [self] }
    let ends = starts + [rows.count]
    return zip([0] + starts, ends).filter { $0 < $1 }.map { start, end in
      Table(Array(rows[start..<end]), line: line, sheet: sheet)
    }
  }

  private static func isTitle(_ line: GridLine) -> Bool {
    let texts = line.ownTexts
    guard let first = texts.first else { return true }
    return texts.count == 1 && !TableReading.isNote(first)
  }
}
