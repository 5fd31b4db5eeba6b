internal import CensusCore

/// What answers changed of what is printed: it is said, and the print stays known.
extension Drafting {
  /// Says which cells of a table read otherwise than is printed, and which of its rows were left out.
  mutating func noteAnswers(_ reading: TableReading) {
    let table = reading.table
    for line in table.lines {
      let spot = Answers.Spot(table: table.number, row: line.number)
      if answers.skipped.contains(spot), !line.ownTexts.isEmpty {
        doubts.append(
          PlacedDoubt(
            place: table.place(line),
            doubt: .skipped(line.ownTexts.map(printed).joined(separator: " "))))
      }
    }
    if answers.skipped.contains(Answers.Spot(table: table.number, row: 0)) {
      doubts.append(
        PlacedDoubt(
          place: Place(file: table.file, line: table.line, table: table.number),
          doubt: .skippedTable(rows: table.lines.count)))
    }
    let own = answers.cells.filter { $0.key.table == table.number }.sorted {
      ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column)
    }
    for (spot, said) in own {
      guard let line = table.lines.first(where: { $0.number == spot.row }),
        table.headings.indices.contains(spot.column - 1)
      else { continue }
      let slot = line.slots.overlapping(table.headings[spot.column - 1].columns)
      let text = printed(slot?.text ?? "")
      mended[spot] = text
      guard text != said else { continue }
      doubts.append(
        PlacedDoubt(
          place: table.place(line, cell: slot?.cell), doubt: .mended(printed: text, said: said)))
    }
  }

  /// Lines of the text that a person left out.
  func skippedLines(of body: [(Place, String)]) -> [PlacedDoubt] {
    body.compactMap { place, text in
      guard place.table == nil, let line = place.line,
        answers.skipped.contains(Answers.Spot(table: 0, row: line))
      else { return nil }
      return PlacedDoubt(place: place, doubt: .skipped(String(printed(text).prefix(60))))
    }
  }

  /// Cells that a person read differently and rows that were left out, each with its place: for the
  /// quarter's file.
  var corrections: [Phrase] {
    let cells = answers.cells.sorted {
      ($0.key.table, $0.key.row, $0.key.column) < ($1.key.table, $1.key.row, $1.key.column)
    }.map { spot, text in
      let (was, inEnglish) =
        mended[spot].map { ("“\($0)”", "“\($0)” ") } ?? ("", "")
      return Phrase(
        "载入时改正：表\(spot.table)第\(spot.row)行第\(spot.column)列\(was)读作“\(text)”",
        "mended when read: table \(spot.table), row \(spot.row), column \(spot.column) \(inEnglish)as "
          + "“\(text)”")
    }
    let rows = doubts.compactMap { placed -> Phrase? in
      guard case .skipped(let text) = placed.doubt else { return nil }
      return Phrase("载入时略过：", "left out when read: ") + placed.place.words
        + Phrase("“\(text)”", " “\(text)”")
    }
    return cells + rows
  }
}
