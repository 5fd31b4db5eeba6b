package import CensusCore

/// A list that answers a question: its fields, its rows, and what is said about them.
///
/// It is declared once; tables, JSON, CSV, Markdown, the screens, filters, search, orders and
/// exports all come from it.
package struct Roll<Row: Sendable>: Sendable {
  /// The fields in the order of the contract.
  package let fields: [Field<Row>]
  /// The rows.
  package let rows: [Row]
  /// A row under the line, for people only.
  package let total: Row?
  /// What a row is about.
  package let identity: @Sendable (Row) -> RowID
  /// What a mark on a row is about; nil where nothing can be recorded.
  package let reference: @Sendable (Row) -> Reference?
  /// The field that names a row, and that `pinyin` orders by.
  private let naming: String?
  /// What a search looks at besides the words of the fields; nothing where nobody searches.
  package let searched: @Sendable (Row) -> [String]
  /// What is said in the place of an empty table.
  package let empty: Phrase
  /// What is said under the table.
  package let remarks: [Phrase]

  /// A list.
  ///
  /// - Parameters:
  ///   - fields: in the order of the contract.
  ///   - rows: its rows in their own order.
  ///   - total: a row under the line.
  ///   - identity: what a row is about; lists inside a page need none.
  ///   - reference: what a mark on a row is about; else what the row is about.
  ///   - naming: the field with the name of a row; nil where rows have none.
  ///   - searched: the texts that a search looks at.
  ///   - empty: what is said if there is no row.
  ///   - remarks: what is said under the table.
  package init(
    fields: [Field<Row>], rows: [Row], total: Row? = nil,
    identity: @escaping @Sendable (Row) -> RowID = { _ in .heading("") },
    reference: (@Sendable (Row) -> Reference?)? = nil, naming: String? = nil,
    searched: @escaping @Sendable (Row) -> [String] = { _ in [] }, empty: Phrase,
    remarks: [Phrase] = []
  ) {
    self.fields = fields
    self.rows = rows
    self.total = total
    self.identity = identity
    self.reference = reference ?? { identity($0).reference }
    self.naming = naming
    self.searched = searched
    self.empty = empty
    self.remarks = remarks
  }

  /// What programs get, in order.
  package var machineFields: [Field<Row>] { fields.filter { $0.shows != .screens } }

  /// What tables show, in order.
  package var tableFields: [Field<Row>] { fields.filter { $0.shows == .always } }

  /// What it can be ordered by: what programs get, and `pinyin` where rows have names.
  package var orders: [String] {
    machineFields.map(\.id) + (naming == nil ? [] : ["pinyin"])
  }

  /// One of its fields.
  package subscript(id: String) -> Field<Row>? { fields.first { $0.id == id } }

  /// The list for machines: one object a row, every field present.
  package var value: Value { .list(rows.map(object)) }

  /// One row for machines.
  package func object(_ row: Row) -> Value {
    .object(machineFields.map { Value.Field($0.id, $0.value(row)) })
  }

  /// The rows in the order of a field, or of their names in pinyin (`pinyin`).
  ///
  /// Equal ones keep the order they have; what is not known comes last.
  ///
  /// - Returns: the list; nil for no such order.
  package func sorted(by order: String) -> Roll? {
    let isPinyin = order == "pinyin"
    guard let field = self[isPinyin ? naming ?? "" : order] else { return nil }
    let keyed = rows.enumerated().map { offset, row in
      (key: field.key(row, isPinyin ? .pinyin : .official), offset: offset, row: row)
    }
    return with(rows: keyed.sorted { ($0.key, $0.offset) < ($1.key, $1.offset) }.map(\.row))
  }

  /// The rows the other way round.
  package var reversed: Roll { with(rows: rows.reversed()) }

  /// The list with some of its fields, in the order asked for, and nothing under them.
  package func keeping(_ ids: [String]) -> Roll {
    Roll(
      fields: ids.compactMap { self[$0] }, rows: rows, identity: identity, reference: reference,
      searched: searched, empty: empty)
  }

  /// The list with fields that only a screen has: pictures.
  package func adding(_ more: [Field<Row>]) -> Roll {
    Roll(
      fields: fields + more, rows: rows, total: total, identity: identity, reference: reference,
      naming: naming, searched: searched, empty: empty, remarks: remarks)
  }

  /// The list with other rows of its own.
  package func with(rows: [Row]) -> Roll {
    Roll(
      fields: fields, rows: rows, total: total, identity: identity, reference: reference,
      naming: naming, searched: searched, empty: empty, remarks: remarks)
  }
}

extension Field {
  /// What its rows are ordered by, names as somebody wishes.
  package func key(_ row: Row, _ names: NameOrder) -> SortKey {
    guard names == .pinyin, let name else { return key(row) }
    return .pinyin(PinyinKey(name(row)))
  }
}
