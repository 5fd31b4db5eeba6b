import CensusCore
import CensusLists
import TerminalKit

/// 7 趋势: rate, running and failing sites over the quarters as columns, and the same numbers as a
/// table; beside it the prefectures, of which marked ones have their rate drawn as well.
struct TrendsScreen: Screen {
  /// The pane of the quarters.
  static let quarterPane = 0
  /// The pane of the prefectures.
  static let prefecturePane = 1

  func crumbs(_ state: State) -> [Phrase] { [Labels.tab(.trends)] }

  var spansQuarters: Bool { true }

  func paneCount(_ state: State) -> Int { 2 }

  var hints: [Command] {
    [.open, .nextPane, .markRow, .previousQuarter, .nextQuarter, .filter, .sort, .zoom]
  }

  func status(_ state: State) -> StyledText {
    let language = state.language
    if let progress = state.archive.progress(of: state.snapshot.quarters) {
      let text = Phrase(
        "读取 \(progress.done)/\(progress.all) 季",
        "reading \(progress.done)/\(progress.all) quarters")
      return StyledText(text[language], .accent)
    }
    if state.pane == Self.prefecturePane {
      return StyledText(
        Phrase("空格：画出其合格率", "Space draws its rate")[language], .accent)
    }
    let trends = state.trends
    guard let first = trends.points.first, let last = trends.points.last else { return "" }
    let count = trends.points.count
    let text = Phrase(
      count > 1 ? "\(first.quarter)至\(last.quarter)，\(count)季" : "\(last.quarter)，仅1季",
      count > 1 ? "\(first.quarter) to \(last.quarter), \(count) quarters" : "\(last.quarter) only")
    return StyledText(text[language], .muted)
  }

  func list(_ state: State, pane: Int) -> RowList? {
    pane == Self.prefecturePane ? PrefectureTrends(state).list : QuarterTrends(state).list
  }

  /// The cursor begins on the quarter on screen.
  func firstRow(_ state: State, pane: Int) -> RowID? {
    pane == Self.quarterPane ? .quarter(state.projection.quarter) : nil
  }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect {
    layout(state, body).list(pane, focused: state.pane)
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    let layout = layout(state, body)
    TrendChart(state: state).draw(in: layout.chart, on: &grid)
    for (line, text) in layout.notes.enumerated() {
      grid.write(
        text, at: Point(x: body.x + 2, y: layout.notesTop + line), .muted,
        clip: body)
    }
    for pane in 0..<2 where !layout.list(pane, focused: state.pane).isEmpty {
      drawList(state, pane: pane, in: body, on: &grid)
    }
    if let rule = layout.rule { grid.fill(rule, with: grid.alphabet.vertical, .muted) }
  }

  private func layout(_ state: State, _ body: Rect) -> TrendLayout {
    TrendLayout(notes: notes(state), alphabet: state.alphabet, in: body)
  }

  /// What must be known before figures are compared; only once all of them are there.
  private func notes(_ state: State) -> [String] {
    guard !state.hasWork else { return [] }
    let remarks =
      Terms.leftOut(Array(state.archive.unreadable)) + Terms.remarks(on: state.trends)
    return remarks.map { $0[state.language] }
  }
}

/// The parts of the screen: chart, notes, and below them the lists side by side.
struct TrendLayout {
  let chart: Rect
  let notes: [String]
  let notesTop: Int
  private let below: Rect

  init(notes: [String], alphabet: Alphabet, in body: Rect) {
    let isTall = body.height >= 24
    let width = TextPage.width(in: body)
    let whole = notes.flatMap { alphabet.wrapped($0, to: width) }
    let room = body.height < 14 ? 0 : isTall ? max(2, min(whole.count, 5)) : 2
    // Where room is short each note has one line; it is cut, and the command line has it whole.
    self.notes =
      whole.count <= room
      ? whole
      : notes.prefix(room).map { alphabet.fitted($0, to: min(alphabet.width(of: $0), width)) }
    let lists = min(6, body.height / 2 + 1)
    let free = body.height - room - lists
    let height = max(3, min(free, (body.height + 3) / 2))
    chart = Rect(x: body.x, y: body.y, width: body.width, height: height)
    notesTop = chart.endY
    let top = notesTop + room + (isTall ? 1 : 0)
    below = Rect(x: body.x, y: top, width: body.width, height: body.endY - top)
  }

  /// Whether both lists find room side by side.
  private var isWide: Bool { below.width >= 72 }

  private var leftWidth: Int { max(50, below.width * 6 / 10) }

  /// Where a list is drawn; of two that do not find room only the one that has the keys.
  func list(_ pane: Int, focused: Int) -> Rect {
    guard isWide else {
      return pane == focused ? below : Rect(x: below.x, y: below.y, width: 0, height: 0)
    }
    return pane == TrendsScreen.quarterPane
      ? Rect(x: below.x, y: below.y, width: leftWidth, height: below.height)
      : Rect(
        x: below.x + leftWidth + 1, y: below.y, width: below.width - leftWidth - 1,
        height: below.height)
  }

  /// The line between the lists.
  var rule: Rect? {
    isWide ? Rect(x: below.x + leftWidth, y: below.y, width: 1, height: below.height) : nil
  }
}
