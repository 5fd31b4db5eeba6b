package import CensusCore
package import TerminalKit

/// What a column is sorted by.
package enum SortKey: Comparable, Sendable {
  case number(Int)
  case text(String)
  /// Unknown values come last in either direction.
  case none
}

/// One column of a list.
package struct ListColumn: Sendable {
  package let id: String
  package let title: Phrase
  package let width: Table.Width
  package let alignment: Alignment
  /// Where room is short, the column of the lowest importance goes first.
  package let importance: Int

  package enum Alignment: Sendable {
    case left
    case right
  }

  package init(
    _ id: String, _ title: Phrase, _ width: Table.Width, _ alignment: Alignment = .left,
    importance: Int = .max
  ) {
    self.id = id
    self.title = title
    self.width = width
    self.alignment = alignment
    self.importance = importance
  }
}

/// One row of a list.
package struct ListRow: Sendable {
  /// Its identity, which the cursor follows.
  package let id: RowID
  /// What a mark on it is about; nil where nothing can be recorded.
  package let reference: Reference?
  /// Where Enter leads.
  package let opens: Place?
  /// One cell for each column.
  package let cells: [StyledText]
  /// What each column is sorted by.
  package let keys: [SortKey]
  /// What the filter looks at.
  package let texts: [String]

  package init(
    _ id: RowID, reference: Reference? = nil, opens: Place? = nil, cells: [StyledText],
    keys: [SortKey] = [], texts: [String] = []
  ) {
    self.id = id
    self.reference = reference
    self.opens = opens
    self.cells = cells
    self.keys = keys
    self.texts = texts
  }

  /// Whether the cursor passes over it.
  package var isHeading: Bool {
    if case .heading = id { true } else { false }
  }
}

/// A list as its screen makes it, before filter and order.
package struct RowList: Sendable {
  package let columns: [ListColumn]
  package let rows: [ListRow]

  package init(columns: [ListColumn], rows: [ListRow]) {
    self.columns = columns
    self.rows = rows
  }

  /// How many rows there are, headings aside.
  package var count: Int { rows.count { !$0.isHeading } }

  /// The rows that a list shows: filtered, and in the order asked for.
  ///
  /// Without a sort the rows keep the order in which they were when the list was opened, so that a
  /// mark never moves them under the hand; new ones come last.
  package func arranged(by state: ListState) -> [ListRow] {
    let query = SearchQuery(state.filter)
    let isPlain = query.isEmpty && state.sort == nil
    var shown = rows.filter {
      isPlain || (!$0.isHeading && query.matches($0.texts))
    }
    if let sort = state.sort, let index = columns.firstIndex(where: { $0.id == sort.column }) {
      shown = sorted(shown, by: index, reversed: sort.isReversed)
    } else if !state.order.isEmpty {
      let places = Dictionary(
        state.order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      shown = shown.enumerated().sorted {
        (places[$0.element.id] ?? .max, $0.offset) < (places[$1.element.id] ?? .max, $1.offset)
      }.map(\.element)
    }
    return shown
  }

  private func sorted(_ rows: [ListRow], by index: Int, reversed: Bool) -> [ListRow] {
    let keyed = rows.enumerated().map { offset, row in
      (key: index < row.keys.count ? row.keys[index] : .none, offset: offset, row: row)
    }
    return keyed.sorted { left, right in
      if left.key == right.key { return left.offset < right.offset }
      if left.key == .none || right.key == .none { return right.key == .none }
      return reversed ? left.key > right.key : left.key < right.key
    }.map(\.row)
  }
}

/// What a person has made of a list: cursor, filter, order.
package struct ListState: Equatable, Sendable {
  /// The row under the cursor.
  package var cursor: RowID?
  /// Where the cursor stood, for the case that its row disappears.
  package var index = 0
  /// The first row in view.
  package var offset = 0
  /// The filter in force.
  package var filter = ""
  /// The column asked for.
  package var sort: SortOrder?
  /// The order in which the rows were when the list was opened.
  package var order: [RowID] = []

  package init() {}
}

/// An order that a person asked for.
package struct SortOrder: Equatable, Sendable {
  package var column: String
  package var isReversed: Bool
}
