package import CensusCore

/// A list that answers a question: its fields, its rows, and what is said about them.
///
/// It is declared once; tables, JSON, CSV, Markdown, the screens, filters, search, orders and
/// exports all come from it.
package struct Roll<Row: Sendable>: Sendable {
  /// Which list it is; nil for one inside a page.
  package let name: RollName?
  /// The fields in the order of the contract.
  package private(set) var fields: [Field<Row>]
  /// The rows.
  package private(set) var rows: [Row]
  /// A row under the line, for people only.
  package private(set) var total: Row?
  /// What a row is about.
  package let identity: @Sendable (Row) -> RowID
  /// What a mark on a row is about; nil where nothing can be recorded.
  package let reference: @Sendable (Row) -> Reference?
  /// The field that names a row, and that `pinyin` orders by.
  package let naming: String?
  /// What a search looks at besides the words of the fields; nothing where nobody searches.
  package let searched: @Sendable (Row) -> [String]
  /// Whether a row is overdue; nil where nothing can be.
  package let isOverdue: (@Sendable (Row) -> Bool)?
  /// The quarters that it should span and that cannot be read: it may lack rows.
  package let unreadable: [Quarter]
  private var nothing: Phrase
  /// What is said under the table about its rows.
  private let remark: @Sendable ([Row]) -> [Phrase]
  /// Whether somebody chose the fields.
  private var isChosen = false

  /// A list.
  ///
  /// - Parameters:
  ///   - name: which list it is; nil for one inside a page.
  ///   - fields: in the order of the contract.
  ///   - rows: its rows in their own order.
  ///   - total: a row under the line.
  ///   - identity: what a row is about; lists inside a page need none.
  ///   - reference: what a mark on a row is about; else what the row is about.
  ///   - naming: the field with the name of a row; nil where rows have none.
  ///   - searched: the texts that a search looks at.
  ///   - isOverdue: whether a row is overdue.
  ///   - unreadable: the quarters that it should span and that cannot be read.
  ///   - empty: what is said if there is no row.
  ///   - remarks: what is said under the table, about the rows that are left in it.
  package init(
    _ name: RollName? = nil, fields: [Field<Row>], rows: [Row], total: Row? = nil,
    identity: @escaping @Sendable (Row) -> RowID = { _ in .heading("") },
    reference: (@Sendable (Row) -> Reference?)? = nil, naming: String? = nil,
    searched: @escaping @Sendable (Row) -> [String] = { _ in [] },
    isOverdue: (@Sendable (Row) -> Bool)? = nil, leavingOut unreadable: [Quarter] = [],
    empty: Phrase,
    remarks: @escaping @Sendable ([Row]) -> [Phrase] = { _ in [] }
  ) {
    self.name = name
    self.fields = fields
    self.rows = rows
    self.total = total
    self.identity = identity
    self.reference = reference ?? { identity($0).reference }
    self.naming = naming
    self.searched = searched
    self.isOverdue = isOverdue
    self.unreadable = unreadable
    nothing = empty
    remark = remarks
  }

  /// What is said under the table.
  package var remarks: [Phrase] { Terms.leftOut(unreadable) + remark(rows) }

  /// What is said in the place of an empty table.
  package var empty: Phrase { nothing.followed(by: Terms.leftOut(unreadable)) }

  /// What programs get, in order.
  package var machineFields: [Field<Row>] {
    fields.filter { $0.shows == .always || $0.shows == .machines }
  }

  /// What tables show, in order.
  package var tableFields: [Field<Row>] {
    guard !isChosen else { return fields }
    return fields.filter { field in
      field.shows == .always && (field.when.map { rows.contains(where: $0) } ?? true)
    }
  }

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
    guard let field = isPinyin ? self[naming ?? ""] : field(named: order), field.shows != .screens
    else { return nil }
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
      name, fields: ids.compactMap { self[$0] }, rows: rows, identity: identity,
      reference: reference,
      searched: searched, leavingOut: unreadable, empty: nothing)
  }

  /// The list with fields that only a screen has: pictures.
  package func adding(_ more: [Field<Row>]) -> Roll {
    var roll = self
    roll.fields += more
    return roll
  }

  /// The rows of some identities, in their order; what is not in the list is passed over.
  package func picking(_ identities: [RowID]) -> Roll {
    let known = Dictionary(rows.map { (identity($0), $0) }, uniquingKeysWith: { first, _ in first })
    return with(rows: identities.compactMap { known[$0] })
  }

  /// The list with other rows of its own; a total is the total of all of them.
  package func with(rows: [Row]) -> Roll {
    var roll = self
    roll.rows = rows
    if rows.count != self.rows.count { roll.total = nil }
    return roll
  }

  /// The list with something else to say where it has no row.
  func saying(empty: Phrase) -> Roll {
    var roll = self
    roll.nothing = empty
    return roll
  }

  /// The list with the fields that somebody chose.
  func with(fields: [Field<Row>]) -> Roll {
    var roll = self
    roll.fields = fields
    roll.isChosen = true
    return roll
  }
}

extension Field {
  /// What its rows are ordered by, names as somebody wishes.
  package func key(_ row: Row, _ names: NameOrder) -> SortKey {
    guard names == .pinyin, let name else { return key(row) }
    return .pinyin(PinyinKey(name(row)))
  }
}
