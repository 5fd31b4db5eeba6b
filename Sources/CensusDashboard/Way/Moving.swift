import CensusCore
import CensusLists
import TerminalKit

extension State {
  /// The rows of the list that has the keys, as they are shown.
  var arrangedRows: [ListRow] { rows(pane) }

  /// The same with the rows that are folded away, and without the lines that stand for them.
  var allRows: [ListRow] {
    guard let list = list(pane), list.folding != nil else { return arrangedRows }
    var wish = (way.lists[listKey] ?? ListState()).wish
    wish.unfolded = Set(list.rows.filter(\.isFold).map(\.id))
    return list.arranged(by: wish).filter { !$0.isFold }
  }

  /// The row under the cursor.
  package var rowUnderCursor: ListRow? {
    let rows = arrangedRows
    return ListView.selectedIndex(in: rows, way.lists[listKey] ?? ListState()).map { rows[$0] }
  }

  /// The obligation that the row under the cursor is about.
  var obligationUnderCursor: Obligation? {
    guard case .unit(let id) = rowUnderCursor?.id else { return nil }
    return projection.obligation(of: id)
  }

  /// Moves the cursor of the list, or scrolls the page.
  mutating func move(_ command: Command) {
    guard list(pane) != nil else {
      scrollPage(command, height: body.height)
      return
    }
    let rows = arrangedRows
    guard let current = ListView.selectedIndex(in: rows, way.lists[listKey] ?? ListState()) else {
      return
    }
    if let tiles = tiles(pane), [.up, .down, .left, .right].contains(command) {
      if let index = tiles.step(command, from: current) { select(rows[index].id, at: index) }
      return
    }
    let height = max(
      1, listArea(pane, in: body).height - ListView.headerHeight)
    let target = Self.target(of: command, from: current, count: rows.count, page: height)
    let index = Self.nearestItem(to: target, from: current, in: rows)
    select(rows[index].id, at: index)
  }

  /// Puts the cursor of the list on a row.
  mutating func select(_ id: RowID, at index: Int) {
    var list = way.lists[listKey] ?? ListState()
    list.cursor = id
    list.index = index
    way.lists[listKey] = list
    stretchRange()
  }

  private static func target(
    of command: Command, from current: Int, count: Int, page: Int
  ) -> Int {
    let target: Int
    switch command {
    case .up: target = current - 1
    case .down: target = current + 1
    case .pageUp: target = current - page
    case .pageDown: target = current + page
    case .halfPageUp: target = current - max(1, page / 2)
    case .halfPageDown: target = current + max(1, page / 2)
    case .first: target = 0
    default: target = count - 1
    }
    return max(0, min(target, count - 1))
  }

  /// The row to stop at: headings are passed over in the direction of the movement.
  private static func nearestItem(to target: Int, from current: Int, in rows: [ListRow]) -> Int {
    let ahead = target >= current
    let forward = rows[target...].firstIndex { !$0.isHeading }
    let backward = rows[...target].lastIndex { !$0.isHeading }
    return (ahead ? forward ?? backward : backward ?? forward) ?? current
  }

  private mutating func scrollPage(_ command: Command, height: Int) {
    let count = pageLines.count
    let current = TextPage.clamped(way.scroll[place] ?? 0, count: count, height: height)
    let target =
      switch command {
      case .up: current - 1
      case .down: current + 1
      case .pageUp: current - max(1, height - 1)
      case .pageDown: current + max(1, height - 1)
      case .halfPageUp: current - height / 2
      case .halfPageDown: current + height / 2
      case .first: 0
      default: count
      }
    way.scroll[place] = TextPage.clamped(target, count: count, height: height)
  }

  /// Keeps each cursor on a row that exists, and each list scrolled to its cursor.
  mutating func settle() {
    guard !isTooSmall else { return }
    if screen.spansQuarters, !archive.isWanted { archive.isWanted = true }
    for pane in 0..<max(1, screen.paneCount(self)) {
      let key = ListKey(place: place, pane: pane)
      keepShown(pane)
      guard let list = list(pane) else { continue }
      var listState = way.lists[key] ?? ListState()
      if way.lists[key] == nil { listState.cursor = screen.firstRow(self, pane: pane) }
      if listState.order.isEmpty, !list.isChronicle { listState.order = list.rows.map(\.id) }
      way.lists[key] = listState
      keepShown(pane)
      let rows = rows(pane)
      let selected = ListView.selectedIndex(in: rows, listState)
      let height = max(
        0, listArea(pane, in: body).height - ListView.headerHeight)
      listState.cursor = selected.map { rows[$0].id }
      listState.index = selected ?? 0
      listState.offset =
        tiles(pane) == nil
        ? Table.offset(
          showing: selected, previous: listState.offset, height: height, count: rows.count) : 0
      way.lists[key] = listState
    }
    keepPage()
    lookAtRow()
  }
}
