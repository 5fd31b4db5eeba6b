import CensusCore
import CensusLists
import TerminalKit

/// What stands below a list that leaves much of a large screen: panes of the overview, before
/// emptiness.
struct Beneath {
  /// A pane that says something of the quarter as a whole.
  enum Pane {
    case map
    case categories
    case rates
    /// Who stands where against the deadline.
    case lanes
    /// What was recorded last.
    case records
  }

  let state: State
  /// Side by side above.
  let upper: [Pane]
  /// Below these, across the whole width.
  let lower: [Pane]

  init(_ state: State, _ upper: [Pane], below lower: [Pane] = []) {
    self.state = state
    self.upper = upper
    self.lower = lower
  }

  /// Fewer lines than these are left free.
  private static let leastHeight = 4
  /// A pane narrower than this says nothing.
  private static let leastWidth = 36

  /// The unit that the row under the cursor is of, where it is of one alone.
  private var unitUnderCursor: RowID? {
    guard let reference = state.rowUnderCursor?.reference else { return nil }
    let units = Set(state.unitIDs(of: reference))
    return units.count == 1 ? units.first.map { .unit($0) } : nil
  }

  private var rows: [ListRow] { OverviewScreen().list(state, pane: 1)?.rows ?? [] }

  private func map(across width: Int) -> TileMap {
    TileMap(rows, of: rows, width: min(width, Self.widestMap))
  }

  private static let widestMap = 66

  func draw(in area: Rect, on grid: inout Grid) {
    guard area.height >= Self.leastHeight, area.width >= Self.leastWidth,
      state.projection.inspection.coverage == .full
    else { return }
    var (x, height) = (area.x, 0)
    for (index, pane) in upper.enumerated() {
      let left = area.endX - x
      let isLast = index == upper.count - 1
      guard left >= Self.leastWidth else { break }
      let width =
        isLast ? min(left, widest(pane, across: left)) : self.width(of: pane, across: left)
      let wanted = min(self.height(of: pane, across: width - 2), area.height)
      guard wanted >= Self.leastHeight, pane != .map || hasMap(across: width, wanted) else {
        continue
      }
      draw(pane, in: Rect(x: x, y: area.y, width: width, height: wanted), on: &grid)
      x += width + 1
      height = max(height, wanted)
    }
    var y = area.y + height
    for pane in lower {
      let wanted = min(self.height(of: pane, across: area.width - 2), area.endY - y)
      guard wanted >= Self.leastHeight, pane != .map || hasMap(across: area.width, wanted) else {
        continue
      }
      draw(pane, in: Rect(x: area.x, y: y, width: area.width, height: wanted), on: &grid)
      y += wanted
    }
  }

  private func hasMap(across width: Int, _ height: Int) -> Bool {
    map(across: width - 2).fits(height: height - 2)
  }

  private func width(of pane: Pane, across width: Int) -> Int {
    pane == .map ? min(width, map(across: width - 2).drawnWidth + 2) : width
  }

  private func widest(_ pane: Pane, across width: Int) -> Int {
    switch pane {
    case .map: self.width(of: .map, across: width)
    case .categories, .rates: min(width, 66)
    case .lanes, .records: width
    }
  }

  private func height(of pane: Pane, across width: Int) -> Int {
    switch pane {
    case .map: map(across: width).height + 2
    case .categories: OverviewCategories(state: state).height + 1
    case .rates: rows.count + 3
    case .lanes: OverviewScreen.dueCount(state) + 3
    case .records: state.snapshot.history.count + 2
    }
  }

  private func draw(_ pane: Pane, in frame: Rect, on grid: inout Grid) {
    let language = state.language
    switch pane {
    case .categories:
      OverviewCategories(state: state).draw(
        in: OverviewLayout.Pane(frame: frame, isOpen: false), on: &grid)
      return
    case .records:
      OverviewRecords(state: state).draw(
        in: OverviewLayout.Pane(frame: frame, isOpen: false), on: &grid)
    case .map:
      let title = StyledText(Phrase("州市（部门）", "Prefectures")[language], .text.bold)
      let legend = TileMap.legend(
        state.snapshot.prefectures, state,
        within: frame.width - title.width(in: state.alphabet) - 8)
      TitledFrame(title, legend: legend).draw(in: frame, on: &grid)
      map(across: frame.width - 2).draw(
        in: TitledFrame.interior(of: frame, isOpen: false), selected: nil, isFocused: false,
        pane: nil, language: language, on: &grid)
    case .rates, .lanes:
      let title = pane == .rates ? Labels.rate : Phrase("报送进度", "Against the deadline")
      let heading = StyledText(title[language], .text.bold)
      let legend =
        pane == .rates
        ? StyledText("")
        : LanePicture.legend(
          state.alphabet, language,
          within: frame.width - heading.width(in: state.alphabet) - 8)
      TitledFrame(heading, legend: legend).draw(in: frame, on: &grid)
      guard let list = OverviewScreen().list(state, pane: pane == .rates ? 1 : 0) else { return }
      let cursor = pane == .lanes ? unitUnderCursor : nil
      ListView(following: list, at: cursor, language: language).draw(
        in: TitledFrame.interior(of: frame, isOpen: false), isFocused: false, on: &grid)
    }
  }
}

extension Spread {
  /// What the list leaves below it, where the aside stands beside it.
  func beneath(in body: Rect) -> Rect {
    guard isBeside else { return Rect(x: list.x, y: list.endY, width: 0, height: 0) }
    return Rect(
      x: list.x + 1, y: list.endY + 1, width: list.width - 2,
      height: max(0, body.endY - list.endY - 1))
  }
}
