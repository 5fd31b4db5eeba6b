package import CensusCore

/// One of the answers that a person gave, to be shown and to be taken back by itself.
package struct GivenAnswer: Hashable, Sendable {
  /// Which one it is.
  enum Key: Hashable, Sendable {
    case quarter
    case due
    case category(String)
    case column(Answers.Spot)
    case skipped(Answers.Spot)
    case finding(Answers.Spot)
    case unit(SiteCode)
    case cell(Answers.Spot)
  }

  let key: Key
  /// What it is about.
  package let about: Phrase
  /// What was said.
  package let said: Phrase
}

extension Answers {
  /// All of them, each by itself.
  ///
  /// - Parameter name: what a category is called.
  /// - Returns: what is of the whole notice first, then place by place.
  package func given(_ name: (CategoryID) -> Phrase) -> [GivenAnswer] {
    var given: [GivenAnswer] = []
    func add(_ key: GivenAnswer.Key, _ about: Phrase, _ said: Phrase) {
      given.append(GivenAnswer(key: key, about: about, said: said))
    }
    if let quarter { add(.quarter, Phrase("季度", "quarter"), quarter.name) }
    if let due { add(.due, Phrase("报送期限", "due day"), Phrase("\(due)", "\(due)")) }
    if hasNoDue { add(.due, Phrase("报送期限", "due day"), Phrase("没有期限", "there is none")) }
    for (text, category) in categories.sorted(by: { $0.key < $1.key }) {
      add(
        .category(text), Phrase("“\(text)”", "“\(text)”"),
        Phrase("归入", "is of ") + name(category))
    }
    for (code, unit) in units.sorted(by: { $0.key.text < $1.key.text }) {
      add(
        .unit(code), Phrase(code.text, code.text),
        Phrase("属于\(unit)", "belongs to \(unit)"))
    }
    for (spot, column) in columns.sorted(by: { $0.key.isBefore($1.key) }) {
      add(.column(spot), spot.words, Phrase("是", "is ") + column.words)
    }
    for spot in skipped.sorted(by: { $0.isBefore($1) }) {
      add(.skipped(spot), spot.words, Phrase("略过", "left out"))
    }
    for (spot, id) in findings.sorted(by: { $0.key.isBefore($1.key) }) {
      add(.finding(spot), spot.words, Phrase("就是\(id)", "is \(id)"))
    }
    for (spot, text) in cells.sorted(by: { $0.key.isBefore($1.key) }) {
      add(.cell(spot), spot.words, Phrase("读作“\(text)”", "reads “\(text)”"))
    }
    return given
  }

  /// Takes one back.
  package mutating func remove(_ given: GivenAnswer) {
    switch given.key {
    case .quarter: quarter = nil
    case .due:
      due = nil
      hasNoDue = false
    case .category(let text): categories[text] = nil
    case .column(let spot): columns[spot] = nil
    case .skipped(let spot): skipped.remove(spot)
    case .finding(let spot): findings[spot] = nil
    case .unit(let code): units[code] = nil
    case .cell(let spot): cells[spot] = nil
    }
  }
}

extension Answers.Spot {
  fileprivate func isBefore(_ other: Answers.Spot) -> Bool {
    (table, row, column) < (other.table, other.row, other.column)
  }

  /// The place as a person finds it.
  fileprivate var words: Phrase {
    guard table > 0 else { return Phrase("正文第\(row)行", "line \(row) of the text") }
    let line =
      row == 0
      ? Phrase("表\(table)", "table \(table)")
      : Phrase("表\(table)第\(row)行", "table \(table), row \(row)")
    guard column > 0 else { return line }
    return line
      + (row == 0
        ? Phrase("第\(column)列", ", column \(column)") : Phrase("第\(column)格", ", cell \(column)"))
  }
}
