import CensusCore
import TerminalKit

/// 1 总览: who owes what today, where the failing sites are, what they fail for.
struct OverviewScreen: Screen {
  func crumbs(_ state: State) -> [Phrase] { [Labels.tab(.overview)] }

  func status(_ state: State) -> StyledText {
    let figures = state.projection.publishedTotals
    let overview = state.snapshot.overview
    let running = figures.running.map(String.init) ?? "-"
    let rate = figures.publishedRate ?? "-"
    let printed = Phrase("在运行\(running)  合格率\(rate)  ", "\(running) running, \(rate)  ")
    let counts = Labels.rowsAndSites(overview.findings, overview.sites)
    return StyledText(printed[state.language] + counts[state.language], .muted)
  }

  func paneCount(_ state: State) -> Int { 2 }

  var hints: [Command] {
    [
      .open, .receivePaper, .receiveElectronic, .receiveBoth, .chase, .act, .undo, .nextPane,
      .lookOn,
      .previousQuarter, .nextQuarter, .help,
    ]
  }

  func list(_ state: State, pane: Int) -> RowList? {
    pane == 0 ? units(state) : prefectures(state)
  }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect {
    let layout = OverviewLayout(state, in: body)
    return pane == 0 ? layout.units : layout.prefectures
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    let layout = OverviewLayout(state, in: body)
    for (line, text) in layout.brief.enumerated() {
      grid.write(
        text, at: Point(x: body.x + 2, y: body.y + line), .text.bold, clip: body)
    }
    OverviewFigures(state: state).draw(
      in: layout.figures, isTall: layout.hasTallFigures, on: &grid)
    drawList(state, pane: 0, in: body, on: &grid)
    let divider = Rect(
      x: layout.prefectures.x - 1, y: layout.units.y, width: 1,
      height: body.endY - layout.units.y)
    grid.fill(divider, with: grid.alphabet.vertical, .muted)
    drawList(state, pane: 1, in: body, on: &grid)
    OverviewCategories(state: state).draw(in: layout.categories, on: &grid)
    let below = Rect(
      x: body.x, y: layout.units.endY + 1, width: layout.units.width,
      height: body.endY - layout.units.endY - 1)
    guard below.height > 3, state.pane == 0, let obligation = state.obligationUnderCursor else {
      return
    }
    UnitSummary(obligation: obligation, state: state).draw(in: below, on: &grid)
  }

  func facts(_ state: State, width: Int) -> [StyledText] {
    [StyledText(state.snapshot.brief[state.language])]
  }

  private func units(_ state: State) -> RowList {
    let (projection, language) = (state.projection, state.language)
    let isChinese = language == .chinese
    let title = Phrase("今天要办", "To do today")
    let columns = [
      ListColumn("unit", title, .flexible(minimum: 14, weight: 1)),
      ListColumn("submission", Labels.submission, .fixed(isChinese ? 12 : 13)),
      ListColumn("left", Labels.left, .fixed(isChinese ? 12 : 14), .right),
      ListColumn(
        "next", Labels.next, .fixed(isChinese ? 14 : 14), importance: 2),
      ListColumn("chase", Phrase("催办", "Chased"), .fixed(6), .right, importance: 1),
    ]
    let rows = state.snapshot.dueToday.map { obligation in
      let id = obligation.unit.id
      return ListRow(
        .unit(id), reference: .unit(id), opens: .unit(id),
        cells: [
          StyledText(
            isChinese ? obligation.unit.name.chinese : obligation.unit.short.english),
          Cells.submission(obligation, on: projection.asOf, language),
          Cells.time(obligation, on: projection.asOf, language),
          Cells.next(obligation.next, on: projection.asOf, language),
          StyledText(obligation.chases.lastOn?.monthAndDay ?? "-", .muted),
        ],
        keys: [
          .number(projection.obligations.firstIndex { $0.unit.id == id } ?? 0),
          .number(Submission.allCases.firstIndex(of: obligation.submission) ?? 0),
          obligation.daysLeft(on: projection.asOf).map(SortKey.number) ?? .none,
          obligation.next.map { .number($0.on.ordinal) } ?? .none,
          obligation.chases.lastOn.map { .number($0.ordinal) } ?? .none,
        ],
        texts: [id, obligation.unit.name.english])
    }
    return RowList(columns: columns, rows: rows)
  }

  /// The prefectures with failing sites, the most first.
  private func prefectures(_ state: State) -> RowList {
    let language = state.language
    let columns = [
      ListColumn("prefecture", Labels.prefecture, .fixed(language == .chinese ? 10 : 11)),
      ListColumn("failing", Labels.failing, .fixed(language == .chinese ? 6 : 7), .right),
      ListColumn("rate", Labels.rate, .fixed(6), .right),
      ListColumn("bar", Phrase("", ""), .flexible(minimum: 6, weight: 1)),
    ]
    let failing = state.snapshot.prefectures.filter { ($0.figures.failing ?? 0) > 0 }
    let worst = failing.enumerated().sorted {
      ($1.element.figures.failing ?? 0, $0.offset) < ($0.element.figures.failing ?? 0, $1.offset)
    }.map(\.element)
    let rows = worst.map { row in
      ListRow(
        .prefecture(row.prefecture.id), reference: .prefecture(row.prefecture.id),
        opens: .prefecture(row.prefecture.id),
        cells: [
          StyledText(row.prefecture.short[language]),
          StyledText(String(row.figures.failing ?? 0)),
          StyledText(row.figures.publishedRate ?? "-", Style(Styles.rate(row.figures.rate))),
          "",
        ],
        graphics: Graphic.rate(row.figures.rate),
        keys: [
          .text(row.prefecture.id), .number(row.figures.failing ?? 0), .none, .none,
        ],
        texts: [row.prefecture.id, row.prefecture.name.english])
    }
    return RowList(columns: columns, rows: rows)
  }
}

extension Snapshot {
  /// Who owes what today: by the day of the next action, our own moves first; then the closed.
  fileprivate var dueToday: [Obligation] {
    let keyed = receiptDesk.enumerated().map { index, obligation in
      let ours = obligation.next?.what == .return ? 0 : 1
      return ((obligation.next?.on.ordinal ?? .max, ours, index), obligation)
    }
    return keyed.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

/// Where the parts of the overview stand.
struct OverviewLayout {
  let brief: [String]
  let figures: Rect
  let units: Rect
  let prefectures: Rect
  let categories: Rect
  let hasTallFigures: Bool

  init(_ state: State, in body: Rect) {
    let text = state.snapshot.brief[state.language]
    let most = body.height >= 14 ? 3 : 1
    let lines = state.alphabet.wrapped(text, to: max(1, body.width - 5))
    let isCut = lines.count > most
    brief = lines.prefix(most).enumerated().map { index, line in
      let isLast = isCut && index == most - 1
      return isLast ? line + String(state.alphabet.ellipsis) : line
    }
    hasTallFigures = body.height >= 24
    let figureHeight = hasTallFigures ? BigFigures.height + 3 : 1
    let gap = body.height >= 14 ? 1 : 0
    let top = body.y + brief.count + gap
    figures = Rect(x: body.x, y: top, width: body.width, height: figureHeight)
    let listTop = figures.endY + gap
    let left = body.width >= 100 ? body.width * 11 / 20 : body.width - 36
    let height = body.endY - listTop
    let unitRows = state.projection.obligations.count + 1
    units = Rect(x: body.x, y: listTop, width: left, height: min(unitRows, height))
    let failing = state.snapshot.prefectures.count { ($0.figures.failing ?? 0) > 0 }
    let right = Rect(x: body.x + left + 1, y: listTop, width: body.width - left - 1, height: height)
    prefectures = Rect(
      x: right.x, y: right.y, width: right.width, height: min(failing + 1, right.height))
    let rest = prefectures.endY + 1
    categories = Rect(x: right.x, y: rest, width: right.width, height: max(0, body.endY - rest))
  }
}
