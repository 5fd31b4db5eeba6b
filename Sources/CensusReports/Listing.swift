package import CensusCore

/// Where the texts of a column stand: left, and numbers right.
package enum ColumnAlignment: Hashable, Sendable {
  case left
  case right
}

/// One column of a list: a field for machines, a heading and words for people.
package struct Column<Row> {
  /// The name of the field in JSON.
  package let field: String
  /// The heading of the column.
  package let heading: Phrase
  /// Where its texts stand.
  package let alignment: ColumnAlignment
  /// Whether tables have it; JSON and CSV always do.
  package let isShown: Bool
  let numberHeading: Phrase?
  let value: (Row) -> Value
  let text: ((Row, Language) -> String)?
  let rank: ((Row) -> Int)?
  let emphasis: ((Row) -> Emphasis)?

  /// One column.
  ///
  /// - Parameters:
  ///   - field: the name in JSON.
  ///   - heading: the heading for people.
  ///   - alignment: left, or right for numbers.
  ///   - isShown: whether tables have it.
  ///   - numberHeading: the heading in CSV, where it has a number and tables have words.
  ///   - rank: the order of its values, where it is neither that of numbers nor of texts.
  ///   - emphasis: which of its cells catch the eye.
  ///   - text: the words for people; else the value itself.
  ///   - value: the value for machines.
  package init(
    _ field: String, _ heading: Phrase, _ alignment: ColumnAlignment = .left, isShown: Bool = true,
    numberHeading: Phrase? = nil, rank: ((Row) -> Int)? = nil, emphasis: ((Row) -> Emphasis)? = nil,
    text: ((Row, Language) -> String)? = nil, value: @escaping (Row) -> Value
  ) {
    self.field = field
    self.heading = heading
    self.alignment = alignment
    self.isShown = isShown
    self.numberHeading = numberHeading
    self.rank = rank
    self.emphasis = emphasis
    self.text = text
    self.value = value
  }

  /// What a person reads in a cell; a dash where nothing is known.
  func words(_ row: Row, _ language: Language) -> String {
    let words = text?(row, language) ?? value(row).words(language)
    return words.isEmpty ? "–" : words
  }

  /// Whether a row comes before another in the order of this column.
  func ordered(_ left: Row, _ right: Row) -> Bool {
    if let rank { return rank(left) < rank(right) }
    return value(left).precedes(value(right))
  }
}

/// A list that answers a question: columns and rows, and what is said about them.
package struct Listing<Row> {
  /// The columns in the order of the contract.
  package let columns: [Column<Row>]
  /// The rows.
  package let rows: [Row]
  /// A row under the line, for people only.
  package let total: Row?
  /// The name by which a row is found in pinyin order; nil where rows have none.
  package let name: ((Row) -> String)?
  /// What is said in the place of an empty table.
  package let empty: Phrase
  /// What is said under the table.
  package let remarks: [Phrase]

  /// A list.
  package init(
    columns: [Column<Row>], rows: [Row], total: Row? = nil, name: ((Row) -> String)? = nil,
    empty: Phrase, remarks: [Phrase] = []
  ) {
    self.columns = columns
    self.rows = rows
    self.total = total
    self.name = name
    self.empty = empty
    self.remarks = remarks
  }

  /// The names of the fields, in order.
  package var fields: [String] { columns.map(\.field) }

  /// What it can be ordered by: the fields, and `pinyin` where rows have names.
  package var orders: [String] { fields + (name == nil ? [] : ["pinyin"]) }

  /// The list for machines: one object a row, every field present.
  package var value: Value { .list(rows.map(object)) }

  /// One row for machines.
  package func object(_ row: Row) -> Value {
    .object(columns.map { Value.Field($0.field, $0.value(row)) })
  }

  /// The rows in the order of a column, or of their names in pinyin (`pinyin`).
  ///
  /// Equal ones keep the order they have. Nil for no such order.
  package func sorted(by field: String) -> Listing? {
    if field == "pinyin", let name {
      let keyed = rows.enumerated().map { (PinyinKey(name($1)), $0, $1) }
      return with(rows: keyed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2))
    }
    guard let column = columns.first(where: { $0.field == field }) else { return nil }
    let sorted = rows.enumerated().sorted { left, right in
      if column.ordered(left.element, right.element) { return true }
      if column.ordered(right.element, left.element) { return false }
      return left.offset < right.offset
    }
    return with(rows: sorted.map(\.element))
  }

  /// The rows the other way round.
  package var reversed: Listing { with(rows: rows.reversed()) }

  private func with(rows: [Row]) -> Listing {
    Listing(
      columns: columns, rows: rows, total: total, name: name, empty: empty, remarks: remarks)
  }
}
