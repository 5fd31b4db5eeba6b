import CensusCore
import CensusLists

extension State {
  /// The named view that a list shows where a person is.
  ///
  /// Only views of the dashboard show them, in their first pane.
  func view(of name: RollName?) -> NamedView? {
    guard let name, case .view = place,
      let view = way.lists[ListKey(place: place, pane: 0)]?.view, view.list == name
    else { return nil }
    return view
  }

  /// Goes to the list of a named view, and shows of it what that asks for.
  ///
  /// - Throws: what the list cannot meet; nothing has changed then.
  mutating func choose(_ view: NamedView) throws(VerbFault) {
    if view.list == .ledger, view.isWhole { return openLedger() }
    if view.list == .worklist, view.isWhole { return openWorklist() }
    if view.list == .compare, view.isWhole { return openComparison() }
    guard let screen = view.list.screen else { throw VerbFault(Labels.notOnScreen(view)) }
    try check(view, on: screen)
    let key = ListKey(place: .view(screen), pane: 0)
    way.places = [.view(screen)]
    way.panes[place] = 0
    way.isZoomed = false
    way.range = nil
    reorder()
    way.lists[key] = ListState()
    way.lists[key]?.view = view
  }

  /// Whether the list of a screen can meet a named view.
  private func check(_ view: NamedView, on screen: View) throws(VerbFault) {
    var there = self
    there.way.places = [.view(screen)]
    there.overlay = nil
    guard let list = there.list(0), let viewed = list.viewed else { return }
    let wanted: [RowID]
    do throws(FilterFault) {
      wanted = try viewed(view)
    } catch {
      throw VerbFault(Labels.cannotView(view, error))
    }
    let known = Set(list.rows.map(\.id))
    guard wanted.allSatisfy(known.contains) else { throw VerbFault(Labels.notOnScreen(view)) }
  }

  /// Takes up the named views that lists showed at the last start, as far as they are still there
  /// and can be met.
  mutating func takeUp(_ names: [ListKey: String]) {
    for (key, name) in names {
      guard let view = views.first(where: { $0.name == name }), let screen = view.list.screen,
        key == ListKey(place: .view(screen), pane: 0), (try? check(view, on: screen)) != nil
      else { continue }
      way.lists[key, default: ListState()].view = view
    }
  }

  /// What the list on screen shows, as a named view.
  ///
  /// - Throws: why that cannot be said in a view.
  func presentView(called name: String) throws(VerbFault) -> NamedView {
    guard NamedView.isName(name) else {
      throw VerbFault(Phrase("名称须为1到40个字", "a name has 1 to 40 characters"))
    }
    guard let list = list(pane), let roll = list.name, let viewed = list.viewed,
      roll.screen.map({ place == .view($0) }) == true, pane == 0
    else {
      throw VerbFault(
        Phrase("只能保存列表视图中的列表；先打开一个", "only the list of a view can be saved; open one first"))
    }
    let own = way.lists[listKey] ?? ListState()
    var view = NamedView(name, roll)
    if let base = own.view {
      (view.conditions, view.isOverdue, view.search) = (
        base.conditions, base.isOverdue, base.search
      )
      (view.sort, view.isReversed, view.columns) = (base.sort, base.isReversed, base.columns)
    }
    if !own.filter.isEmpty { view.search.append(own.filter) }
    for (column, values) in own.facets.sorted(by: { $0.key < $1.key }) {
      view.conditions += values.sorted().map { Condition(column, $0) }
    }
    if let sort = own.sort { (view.sort, view.isReversed) = (sort.column, sort.isReversed) }
    let rows: [RowID]
    do throws(FilterFault) {
      rows = try viewed(view)
    } catch {
      throw VerbFault(Labels.cannotView(view, error))
    }
    // Whatever was chosen, the view must show the same rows.
    guard Set(rows) == Set(allRows.map(\.id).filter(\.isExportable)) else {
      throw VerbFault(
        Phrase(
          "本列表现在的筛选不能原样保存：同一列的条件会合在一起；先按 Esc 去掉一部分",
          "this filter cannot be saved as it is: conditions on one column would be joined; drop "
            + "some of them with Esc first"))
    }
    return view
  }
}

extension RollName {
  /// The view of the dashboard whose first list it is.
  var screen: View? {
    switch self {
    case .units: .deadlines
    case .sites: .sites
    case .prefectures: .prefectures
    case .issues: .issues
    case .rechecks: .rechecks
    case .checks: .checks
    case .history: .history
    case .trends: .trends
    case .quarters, .findings, .deadlines, .ledger, .worklist, .compare, .review: nil
    }
  }
}

extension Labels {
  /// Whose rows these are: the view 逾期未报.
  static func named(_ view: NamedView) -> Phrase {
    Phrase("视图 \(view.name)", "view \(view.name)")
  }

  /// The screen has no list with these rows: the command has.
  static func notOnScreen(_ view: NamedView) -> Phrase {
    let list = view.list.title
    return Phrase(
      "界面上没有能照此列出\(list.chinese)的列表；请用 census view \(view.name)",
      "no list on the screen shows \(list.english) like this; use census view \(view.name)")
  }

  static func cannotView(_ view: NamedView, _ fault: FilterFault) -> Phrase {
    Phrase(
      "视图“\(view.name)”用不了：\(fault.sentence.chinese)",
      "the view “\(view.name)” cannot be shown: \(fault.sentence.english)")
  }
}
