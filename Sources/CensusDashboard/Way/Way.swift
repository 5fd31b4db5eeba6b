package import CensusLists

/// Where a person is, the way there, and what was made of each list on it.
package struct Way: Equatable, Sendable {
  /// Where a person is, and the way there; never empty in a state.
  package var places: [Place]
  /// The pane that has the keys, in places with several.
  package var panes: [Place: Int] = [:]
  /// Cursor, filter and order of each list.
  package var lists: [ListKey: ListState] = [:]
  /// The first line in view of each page without a list.
  package var scroll: [Place: Int] = [:]
  /// The marked rows of each list.
  package var marks: [ListKey: Set<RowID>] = [:]
  /// A range of marks that is being drawn.
  package var range: MarkRange?
  /// Whether the pane that has the keys fills the screen.
  package var isZoomed = false

  package init(_ places: [Place] = [.view(.overview)]) { self.places = places }

  /// The view that it began in.
  var view: View? {
    if case .view(let view)? = places.first { view } else { nil }
  }

  /// What the next start takes up: views, and the way to where the person is; not every detail that
  /// was ever opened.
  var kept: Way {
    var kept = Way(places)
    kept.isZoomed = isZoomed
    kept.panes = panes.filter { isWorthKeeping($0.key) }
    kept.lists = lists.filter { isWorthKeeping($0.key.place) }.mapValues {
      var list = $0
      list.order = []
      list.unfolded = []
      list.offset = 0
      list.view = nil
      return list
    }
    kept.marks = marks.filter { !$0.value.isEmpty && isWorthKeeping($0.key.place) }
    return kept
  }

  private func isWorthKeeping(_ place: Place) -> Bool {
    if case .view = place { true } else { places.contains(place) }
  }
}

/// A range of marks that follows the cursor until `v` ends it.
package struct MarkRange: Equatable, Sendable {
  /// The row where it began.
  let start: RowID
  /// What was marked before.
  let marked: Set<RowID>
}

/// Which list: of a place, and of a pane of it.
package struct ListKey: Hashable, Sendable {
  package let place: Place
  package let pane: Int

  package init(place: Place, pane: Int) {
    self.place = place
    self.pane = pane
  }
}
