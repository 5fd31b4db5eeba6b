import CensusLists
import TerminalKit

/// The lists as they are shown, kept between two frames: with thousands of rows they are too much
/// work for every key.
///
/// All of it follows from the rest of the state.
struct ShownLists: Sendable {
  /// The lists as their screens make them.
  var made: [ListKey: RowList] = [:]
  /// Their rows as a person has arranged them.
  var arranged: [ListKey: Arrangement] = [:]

  /// The lines of pages of text, by place, for a width.
  var pages: [Place: (width: Int, lines: [StyledText])] = [:]
  /// The named views that they were made for.
  var views: [ListKey: NamedView] = [:]
  /// Their values to choose from, where somebody asked.
  var facets: [ListKey: [Facet]] = [:]
}

/// The rows of a list in the order and with the filter that a person asked for.
struct Arrangement: Sendable {
  /// What the rows depend on, the cursor aside.
  let wish: ListWish
  let rows: [ListRow]
}

extension State {
  /// The list of a pane of this place; nil where it is a page of text.
  package func list(_ pane: Int) -> RowList? {
    shown.made[ListKey(place: place, pane: pane)] ?? screen.list(self, pane: pane)
  }

  /// The rows of a pane as they are shown.
  package func rows(_ pane: Int) -> [ListRow] {
    let key = ListKey(place: place, pane: pane)
    let state = way.lists[key] ?? ListState()
    if let kept = shown.arranged[key], kept.wish == state.wish { return kept.rows }
    return list(pane)?.arranged(by: state.wish) ?? []
  }

  /// The row under the cursor of a pane.
  func row(in pane: Int) -> ListRow? {
    let rows = rows(pane)
    let state = way.lists[ListKey(place: place, pane: pane)] ?? ListState()
    return ListView.selectedIndex(in: rows, state).map { rows[$0] }
  }

  /// The lines of this page of text.
  var pageLines: [StyledText] {
    let width = screen.pageWidth(in: body)
    if let page = shown.pages[place], page.width == width { return page.lines }
    return screen.lines(self, width: width)
  }

  /// The list of a pane, ready to be drawn.
  func listView(_ pane: Int) -> ListView? {
    guard let list = list(pane) else { return nil }
    let state = way.lists[ListKey(place: place, pane: pane)] ?? ListState()
    return ListView(list: list, rows: rows(pane), state: state, language: language, pane: pane)
  }

  /// Where the list of a pane is drawn.
  func listArea(_ pane: Int, in body: Rect) -> Rect {
    way.isZoomed ? body : screen.listArea(self, pane: pane, in: body)
  }

  /// Works out the lines of this page, if it is one, and keeps them.
  mutating func keepPage() {
    guard list(pane) == nil else { return }
    let width = screen.pageWidth(in: body)
    shown.pages[place] = (width, pageLines)
  }

  /// Works out the list of a pane and its rows, and keeps them.
  mutating func keepShown(_ pane: Int) {
    let key = ListKey(place: place, pane: pane)
    let subject = screen.subject(self, pane: pane)
    if ledBy[key] != subject {
      shown.made[key] = nil
      shown.arranged[key] = nil
      ledBy[key] = subject
      way.lists[key] = nil
    }
    let view = way.lists[key]?.view
    if shown.views[key] != view {
      shown.made[key] = nil
      shown.arranged[key] = nil
      shown.facets[key] = nil
      shown.views[key] = view
    }
    if shown.made[key] == nil { shown.made[key] = screen.list(self, pane: pane) }
    let wish = (way.lists[key] ?? ListState()).wish
    if !wish.filter.isEmpty { shown.made[key] = shown.made[key]?.prepared }
    guard let list = shown.made[key], shown.arranged[key]?.wish != wish else { return }
    shown.arranged[key] = Arrangement(wish: wish, rows: list.arranged(by: wish))
  }
}
