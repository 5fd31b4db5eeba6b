import CensusCore
import CensusLists
import TerminalKit

/// What one place of the dashboard shows.
///
/// Values only: a screen reads the state and keeps none.
protocol Screen {
  /// The way here, shown where a person has gone in.
  func crumbs(_ state: State) -> [Phrase]

  /// Counts, beside the tabs or the way here.
  func status(_ state: State) -> StyledText

  /// The list of a pane; nil where the place is a page of text.
  func list(_ state: State, pane: Int) -> RowList?

  /// The row of another pane that the list of this pane is about, so that it is made anew with it.
  func subject(_ state: State, pane: Int) -> RowID?

  /// Where the list of a pane is drawn, for paging.
  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect

  /// The columns that the lines of a page of text may fill.
  func pageWidth(in body: Rect) -> Int

  /// The lines of a page of text; empty where the place has a list.
  func lines(_ state: State, width: Int) -> [StyledText]

  /// What a detail says above its list, for plain mode.
  func facts(_ state: State) -> [StyledText]

  /// The tiles in which a pane shows its rows; nil where it is a list.
  func tiles(_ state: State, pane: Int) -> TileMap?

  /// Draws the body of the screen.
  func draw(_ state: State, in body: Rect, on grid: inout Grid)

  /// What the hints offer here, the most useful first.
  var hints: [Command] { get }

  /// What the key of the next pane leads to, where that is the same in another form; nil else.
  func otherForm(_ state: State) -> Phrase?

  /// How many panes take the keys in turn.
  func paneCount(_ state: State) -> Int

  /// Whether it shows more than the quarter on screen, so that the others are to be read.
  var spansQuarters: Bool { get }

  /// The row that the cursor of a pane begins on; nil for the first.
  func firstRow(_ state: State, pane: Int) -> RowID?
}

extension Screen {
  var spansQuarters: Bool { false }

  func firstRow(_ state: State, pane: Int) -> RowID? { nil }

  func tiles(_ state: State, pane: Int) -> TileMap? { nil }

  func otherForm(_ state: State) -> Phrase? { nil }

  func paneCount(_ state: State) -> Int { 1 }

  func list(_ state: State, pane: Int) -> RowList? { nil }

  func subject(_ state: State, pane: Int) -> RowID? { nil }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect { body }

  func pageWidth(in body: Rect) -> Int { TextPage.width(in: body) }

  func lines(_ state: State, width: Int) -> [StyledText] { [] }

  func facts(_ state: State) -> [StyledText] { [] }

  func status(_ state: State) -> StyledText { "" }

  var hints: [Command] {
    [.open, .receivePaper, .receiveElectronic, .receiveBoth, .undo, .filter, .sort, .back]
  }

  /// Draws the list of a pane in its area.
  func drawList(_ state: State, pane: Int = 0, in body: Rect, on grid: inout Grid) {
    guard let view = state.listView(pane) else { return }
    let key = ListKey(place: state.place, pane: pane)
    view.draw(
      in: state.listArea(pane, in: body), isFocused: state.pane == pane,
      marked: state.way.marks[key] ?? [], news: state.talk.news, on: &grid)
  }

  /// Draws a page of text from its first line in view.
  func drawPage(_ state: State, in body: Rect, on grid: inout Grid) {
    let sought = SearchQuery(state.way.lists[state.listKey]?.sought ?? "")
    let lines = state.pageLines
    TextPage(lines: sought.isEmpty ? lines : lines.map { $0.highlighting(sought) })
      .draw(in: body, offset: state.way.scroll[state.place] ?? 0, on: &grid)
  }
}

extension State {
  /// The tiles in which a pane of this place shows its rows; nil where it is a list.
  func tiles(_ pane: Int) -> TileMap? { showsTiles ? screen.tiles(self, pane: pane) : nil }

  /// The screen of the place where a person is.
  var screen: any Screen {
    let isHeadline = projection.inspection.coverage == .headline
    if snapshot.unreadable != nil, let crumb = place.needsFacts {
      return UnreadablePage(crumb: crumb)
    }
    switch place {
    case .view(.notice): return NoticePage()
    case .view(.checks): return CheckList()
    case .view(.history): return HistoryList()
    case .view(.trends) where !snapshot.quarters.isEmpty: return TrendsScreen()
    case .view(let view) where isHeadline: return HeadlinePage(view: view)
    case .view(.overview): return OverviewScreen()
    case .view(.prefectures): return PrefectureList()
    case .view(.sites): return SiteList()
    case .view(.issues): return IssueList()
    case .view(.deadlines): return ReceiptDesk()
    case .view(.rechecks): return RecheckSheet()
    case .view(.trends): return HeadlinePage(view: .trends)
    case .prefecture(let id): return PrefectureDetail(id: id)
    case .unit(let id): return UnitDetail(id: id)
    case .site(let code): return SiteDetail(code: code)
    case .category(let id): return CategoryDetail(id: id)
    case .event(let id): return EventDetail(id: id)
    case .ledger: return LedgerList()
    case .worklist: return WorklistList()
    case .comparison: return CompareList()
    case .conflicts: return ConflictList()
    }
  }
}

extension Place {
  /// What a place is called that makes no sense without the quarter's facts; nil for others.
  fileprivate var needsFacts: Phrase? {
    switch self {
    case .view(.checks), .view(.history), .view(.trends), .event, .worklist, .conflicts: nil
    case .view(let view): Labels.tab(view)
    case .prefecture(let id): Phrase(id)
    case .category(let id): Phrase(id)
    case .unit(let id): Phrase(id)
    case .site(let code): Phrase(code.text, code.text)
    case .ledger: Phrase("问责台账", "ledger")
    case .comparison: Labels.comparison
    }
  }
}
