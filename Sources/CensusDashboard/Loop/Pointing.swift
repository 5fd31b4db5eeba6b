import CensusCore
import TerminalKit

extension Dashboard {
  /// What the mouse does: it points, opens and scrolls, and never records anything by itself.
  static func point(_ mouse: Mouse, _ state: inout State) -> Effect {
    switch mouse.kind {
    case .wheelUp, .wheelDown:
      state.scroll(at: mouse.point, by: mouse.kind == .wheelUp ? -3 : 3)
      return .none
    case .click, .doubleClick:
      guard let touch = view(state, in: state.size).touch(at: mouse.point) else { return .none }
      let before = state
      let effect = follow(touch, isDouble: mouse.kind == .doubleClick, &state)
      guard effect.records || state.run != before.run else { return effect }
      // Whatever was clicked: a hint, an entry of a menu, a command that was found.
      state = before
      state.fail(Labels.mouseRecordsNothing)
      return .none
    }
  }

  private static func follow(_ touch: Touch, isDouble: Bool, _ state: inout State) -> Effect {
    switch touch {
    case .key(let key): return press(key, &state)
    case .row(let pane, let index):
      state.choose(index, in: pane)
      if isDouble { return state.openRow() }
    case .gutter(let pane, let index):
      state.choose(index, in: pane)
      state.toggleMark()
    case .head(let pane, let column): state.sort(by: column, in: pane)
    case .crumb(let index): state.goBack(to: index)
    case .item(let index):
      if let overlay = state.overlay {
        return overlay.touch(index, isDouble: isDouble, &state)
      }
    }
    return .none
  }
}

extension State {
  /// Puts the cursor on a row that was clicked, and gives its pane the keys.
  fileprivate mutating func choose(_ index: Int, in pane: Int) {
    self.pane = pane
    let rows = rows(pane)
    guard rows.indices.contains(index), !rows[index].isHeading else { return }
    select(rows[index].id, at: index)
  }

  /// The head of a column that was clicked: its order, and again the reverse.
  fileprivate mutating func sort(by index: Int, in pane: Int) {
    self.pane = pane
    guard let list = list(pane), list.columns.indices.contains(index) else { return }
    let column = list.columns[index].id
    let isReversed = way.lists[listKey]?.sort == SortOrder(column: column, isReversed: false)
    let sort = SortOrder(column: column, isReversed: isReversed)
    way.lists[listKey, default: ListState()].sort = sort
    announce(sort, list)
  }

  /// A step of the way here that was clicked.
  fileprivate mutating func goBack(to index: Int) {
    let steps = screen.crumbs(self).count - 1 - index
    guard steps > 0 else { return }
    for _ in 0..<steps { goBack() }
  }

  /// The wheel moves what is under the pointer, the cursor of a list with it.
  fileprivate mutating func scroll(at point: Point, by lines: Int) {
    guard overlay == nil else {
      for _ in 0..<abs(lines) {
        _ = Dashboard.pressInOverlay(lines < 0 ? .up : .down, &self)
      }
      return
    }
    if let under = (0..<max(1, screen.paneCount(self))).first(where: {
      list($0) != nil && listArea($0, in: body).contains(point)
    }) {
      pane = under
    }
    for _ in 0..<abs(lines) { move(lines < 0 ? .up : .down) }
  }
}
