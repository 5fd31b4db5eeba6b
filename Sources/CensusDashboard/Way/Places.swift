import CensusCore
import CensusLists
import TerminalKit

extension State {
  /// Opens a view from its beginning, its filter and cursor as they were left.
  ///
  /// The run sheet opened from a unit or a prefecture is theirs: the facet says so, Esc widens it.
  mutating func show(_ view: View) {
    let from = place
    way.places = [.view(view)]
    if view == .rechecks {
      switch from {
      case .unit(let id): narrow(to: ["unit": [id.text]])
      case .prefecture(let id): narrow(to: ["prefecture": [id.text]])
      default: break
      }
    }
    way.isZoomed = false
    reorder()
  }

  private mutating func narrow(to facets: [String: Set<String>]) {
    way.lists[listKey, default: ListState()].filter = ""
    way.lists[listKey]?.facets = facets
    way.lists[listKey]?.view = nil
    way.lists[listKey]?.order = []
    let first = RecheckSheet.firstAwaiting(in: rows(0), of: self)
    way.lists[listKey]?.cursor = first
  }

  /// Enter: opens what the row stands for; a quarter is asked for.
  mutating func openRow() -> Effect {
    switch rowUnderCursor?.id {
    case .quarter(let quarter) where place == .worklist:
      guard quarter == projection.quarter else { return open(quarter, at: .view(.history)) }
    case .quarter(let quarter): return open(quarter)
    case .batch?:
      toggleFold()
      return .none
    case .owed(let quarter, let unit) where quarter != projection.quarter:
      return open(quarter, at: .unit(unit))
    case .event(let event) where place == .worklist && projection.event(event) == nil:
      guard let quarter = snapshot.quarter(ofInstruction: event) else { return .none }
      return open(quarter, at: .event(event))
    default: break
    }
    guard let place = rowUnderCursor?.opens else {
      if case .prefecture = rowUnderCursor?.id { talk.message = Message(Labels.noSuchRow, .news) }
      return .none
    }
    if case .view(let view) = place {
      show(view)
      return .none
    }
    guard place != self.place else { return .none }
    way.lists[ListKey(place: place, pane: 0)] = nil
    way.places.append(place)
    return .none
  }

  /// Shows the rows that are folded away under the line of the cursor, or folds them away again.
  private mutating func toggleFold() {
    guard let id = rowUnderCursor?.id else { return }
    var unfolded = way.lists[listKey]?.unfolded ?? []
    if unfolded.remove(id) == nil { unfolded.insert(id) }
    way.lists[listKey, default: ListState()].unfolded = unfolded
  }

  /// Goes to the overview of a quarter.
  private mutating func open(_ quarter: Quarter) -> Effect {
    show(.overview)
    return quarter == projection.quarter ? .none : .open(quarter, on: projection.asOf)
  }

  /// Goes to a place of another quarter once that is here; Esc leads back to the worklist.
  private mutating func open(_ quarter: Quarter, at place: Place) -> Effect {
    destination = .place(place)
    return .open(quarter, on: projection.asOf)
  }

  /// Gives the keys to another pane, where there are several.
  mutating func changePane(by step: Int) {
    let count = screen.paneCount(self)
    guard count > 1 else { return }
    pane = (pane + step + count) % count
  }

  /// One step back.
  mutating func goBack() {
    guard way.places.count > 1 else { return }
    way.places.removeLast()
  }

  /// Esc: first a range that is being drawn, then the filter, the marks, the place; at the root
  /// nothing.
  mutating func peel() {
    if way.range != nil {
      dropRange()
    } else if way.lists[listKey]?.isNarrowed == true {
      way.lists[listKey]?.filter = ""
      way.lists[listKey]?.facets = [:]
    } else if way.marks[listKey]?.isEmpty == false {
      markNone()
    } else if way.lists[listKey]?.view != nil {
      way.lists[listKey]?.view = nil
      way.lists[listKey]?.order = []
    } else if way.isZoomed {
      way.isZoomed = false
    } else if way.lists[listKey]?.sort != nil, way.places.count == 1 {
      way.lists[listKey]?.sort = nil
    } else {
      goBack()
    }
  }

  /// In a detail: the next or previous record of the list that it was opened from.
  mutating func stepRecord(by step: Int) {
    guard way.places.count > 1 else {
      move(step > 0 ? .down : .up)
      return
    }
    var parent = self
    parent.goBack()
    // Where its own row has left the list, the cursor stands on the next one already.
    if step < 0 || parent.rowUnderCursor?.opens == place { parent.move(step > 0 ? .down : .up) }
    parent.stepIntoFold(by: step)
    guard let next = parent.rowUnderCursor?.opens, next != place else { return }
    way.lists[parent.listKey] = parent.way.lists[parent.listKey]
    way.places = parent.way.places + [next]
    way.lists[ListKey(place: next, pane: 0)] = nil
  }

  /// From a line that stands for several rows to the next of these, or over it to the row before.
  private mutating func stepIntoFold(by step: Int) {
    guard let fold = rowUnderCursor, fold.isFold else { return }
    let isOpen = way.lists[listKey]?.unfolded.contains(fold.id) == true
    if !isOpen { toggleFold() }
    let rows = arrangedRows
    let inside = rows.indices.filter { rows[$0].fold == fold.id }
    guard let first = inside.first, let last = inside.last else { return }
    if step > 0 || !isOpen {
      let target = step > 0 ? first : last
      select(rows[target].id, at: target)
    } else {
      move(.up)
      stepIntoFold(by: step)
    }
  }

  /// Asks for the quarter so many places older; the list of quarters has the newest first.
  mutating func quarter(by step: Int) -> Effect {
    let quarters = snapshot.quarters
    guard let index = quarters.firstIndex(of: projection.quarter) else { return .none }
    guard quarters.indices.contains(index + step) else {
      talk.message = Message(step > 0 ? Labels.noOlderQuarter : Labels.noNewerQuarter, .news)
      return .none
    }
    return .open(quarters[index + step], on: projection.asOf)
  }

  /// Leaves details of things that the quarter now shown does not have.
  mutating func leaveWhatIsGone() {
    let exists = { [projection, snapshot] (place: Place) -> Bool in
      switch place {
      case .view: true
      case .prefecture(let id): snapshot.prefectures.contains { $0.prefecture.id == id }
      case .unit(let id): projection.obligation(of: id) != nil
      case .site(let code): projection.site(code) != nil
      case .category(let id): snapshot.categories.contains { $0.category.id == id }
      case .event(let id): projection.event(id) != nil
      case .ledger, .worklist, .comparison, .conflicts: true
      }
    }
    if let gone = way.places.firstIndex(where: { !exists($0) }) {
      way.places.removeSubrange(gone...)
    }
    if way.places.isEmpty { way.places = [.view(.overview)] }
  }

  // MARK: - Order

  /// Takes each list's rows in the order that now is theirs.
  mutating func reorder() {
    for key in way.lists.keys { way.lists[key]?.order = [] }
  }

  /// Sorts by the next column; after the last one as at first.
  mutating func sortNext() {
    guard let list = list(pane) else { return }
    let columns = sortable(list)
    let current = way.lists[listKey]?.sort
    let index = current.flatMap { sort in columns.firstIndex { $0.id == sort.column } }
    let next = (index ?? -1) + 1
    let sort =
      columns.indices.contains(next)
      ? SortOrder(column: columns[next].id, isReversed: false) : nil
    way.lists[listKey, default: ListState()].sort = sort
    announce(sort, list)
  }

  /// Turns the order round; without one, that of the first column.
  mutating func reverseSort() {
    guard let list = list(pane), let first = sortable(list).first
    else { return }
    var sort = way.lists[listKey]?.sort ?? SortOrder(column: first.id, isReversed: false)
    sort.isReversed.toggle()
    way.lists[listKey, default: ListState()].sort = sort
    announce(sort, list)
  }

  private func sortable(_ list: RowList) -> [ListColumn] {
    list.columns.filter { !$0.title.chinese.isEmpty }
  }

  mutating func announce(_ sort: SortOrder?, _ list: RowList) {
    guard let sort, let column = list.columns.first(where: { $0.id == sort.column }) else {
      talk.message = Message(Phrase("排序：原序", "order: as at first"), .news)
      return
    }
    let direction =
      sort.isReversed ? Phrase("（降）", " (descending)") : Phrase("（升）", " (ascending)")
    talk.message = Message(
      Phrase(
        "排序：\(column.title.chinese)\(direction.chinese)",
        "order: \(column.title.english)\(direction.english)"), .news)
  }
}
