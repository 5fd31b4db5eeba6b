package import CensusLists

/// What a person has made of a list: cursor, filter, order.
package struct ListState: Equatable, Sendable {
  /// The row under the cursor.
  package var cursor: RowID?
  /// Where the cursor stood, for the case that its row disappears.
  package var index = 0
  /// The first row in view.
  package var offset = 0
  /// How many columns behind the first are left out.
  package var shift = 0
  /// The text of the filter in force.
  package var filter = ""
  /// The text that `n` and `N` look for once the filter is dropped.
  package var sought = ""
  /// The identities of the values chosen in columns, by column; a column that is not here takes any.
  package var facets: [String: Set<String>] = [:]
  /// The named view that the list shows.
  package var view: NamedView?
  /// The column asked for.
  package var sort: SortOrder?
  /// The order in which the rows were when the list was opened.
  package var order: [RowID] = []
  /// The lines whose rows are shown below them.
  package var unfolded: Set<RowID> = []

  package init() {}

  /// Whether rows are held back.
  package var isFiltered: Bool { isNarrowed || view != nil }

  /// Whether a filter was typed or values chosen.
  var isNarrowed: Bool { !filter.isEmpty || !facets.isEmpty }

  /// What its rows depend on.
  var wish: ListWish {
    ListWish(
      filter: filter, facets: facets, view: view, sort: sort, order: order, unfolded: unfolded)
  }
}

/// An order that a person asked for.
package struct SortOrder: Equatable, Sendable {
  package var column: String
  package var isReversed: Bool

  package init(column: String, isReversed: Bool = false) {
    self.column = column
    self.isReversed = isReversed
  }
}

/// Which rows a person wants, and in which order.
package struct ListWish: Equatable, Sendable {
  package var filter = ""
  package var facets: [String: Set<String>] = [:]
  package var view: NamedView?
  package var sort: SortOrder?
  package var order: [RowID] = []
  package var unfolded: Set<RowID> = []

  package init(
    filter: String = "", facets: [String: Set<String>] = [:], view: NamedView? = nil,
    sort: SortOrder? = nil, order: [RowID] = [], unfolded: Set<RowID> = []
  ) {
    self.filter = filter
    self.facets = facets
    self.view = view
    self.sort = sort
    self.order = order
    self.unfolded = unfolded
  }
}
