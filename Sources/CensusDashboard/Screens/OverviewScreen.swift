import CensusCore
import CensusLists
import TerminalKit

/// 1 总览: who owes what today, where the failing sites are, what they fail for.
struct OverviewScreen: Screen {
  func crumbs(_ state: State) -> [Phrase] { [Labels.tab(.overview)] }

  func status(_ state: State) -> StyledText {
    let overview = state.snapshot.overview
    let counts = Labels.rowsAndSites(overview.findings, overview.sites)
    let line = OverviewFigures(state: state).line
    guard OverviewChange(state) == nil else { return line }
    return line + StyledText(counts[state.language], .muted)
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
    drawFigures(state, layout, on: &grid)
    for divider in layout.dividers {
      grid.fill(divider, with: grid.alphabet.vertical, .muted)
    }
    drawList(state, pane: 0, in: body, on: &grid)
    drawList(state, pane: 1, in: body, on: &grid)
    OverviewCategories(state: state).draw(in: layout.categories, on: &grid)
    OverviewChecks(state: state).draw(in: layout.checks, on: &grid)
    if let agenda = layout.agenda { DueStrip(state: state).draw(in: agenda, on: &grid) }
    Aside(state: state).draw(in: layout.details, on: &grid)
    guard let records = layout.records, records.height > 1 else { return }
    Blocks([.latest(state)], state.language).draw(
      in: Rect(x: records.x, y: records.y, width: records.width - 1, height: records.height),
      on: &grid)
  }

  /// The figures that move; on screens that are wide enough those as published before them.
  private func drawFigures(_ state: State, _ layout: OverviewLayout, on grid: inout Grid) {
    let figures = OverviewFigures(state: state)
    let all = FigureRow(figures: figures.published + figures.moving, language: state.language)
    let isWide = layout.hasTallFigures && all.width(in: grid.alphabet) <= layout.figures.width
    let row = isWide ? all : FigureRow(figures: figures.moving, language: state.language)
    row.draw(in: layout.figures, isTall: layout.hasTallFigures, on: &grid)
  }

  func facts(_ state: State, width: Int) -> [StyledText] {
    [StyledText(state.snapshot.brief[state.language])]
  }

  private func units(_ state: State) -> RowList {
    let (projection, language) = (state.projection, state.language)
    let isChinese = language == .chinese
    let title = Phrase("今天要办", "To do today")
    let columns = [
      ListColumn("unit", title, .flexible(minimum: isChinese ? 16 : 15, weight: 1, maximum: 30)),
      ListColumn("submission", Labels.submission, .fixed(isChinese ? 11 : 13)),
      ListColumn(
        "left", Labels.left, .fixed(isChinese ? 10 : 13), .right,
        importance: 2),
      ListColumn(
        "next", Labels.next, .fixed(isChinese ? 10 : 12)),
      ListColumn("chase", Phrase("催办", "Chased"), .fixed(6), .right, importance: 1),
    ]
    let searched = state.snapshot.searched
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
        texts: searched.of(obligation), values: ["submission": [obligation.submission.rawValue]])
    }
    return RowList(columns: columns, rows: rows)
  }

  /// The prefectures, those with the most failing sites first.
  private func prefectures(_ state: State) -> RowList {
    let language = state.language
    let columns = [
      ListColumn("prefecture", Labels.prefecture, .fixed(language == .chinese ? 10 : 11)),
      ListColumn("failing", Labels.failing, .fixed(language == .chinese ? 6 : 7), .right),
      ListColumn("rate", Labels.rate, .fixed(6), .right),
      ListColumn("bar", Phrase("", ""), .flexible(minimum: 5, weight: 1)),
    ]
    let worst = state.snapshot.prefectures.enumerated().sorted {
      ($1.element.figures.failing ?? 0, $0.offset) < ($0.element.figures.failing ?? 0, $1.offset)
    }.map(\.element)
    let rows = worst.map { row in
      ListRow(
        .prefecture(row.prefecture.id), reference: .prefecture(row.prefecture.id),
        opens: .prefecture(row.prefecture.id),
        cells: [
          StyledText(row.prefecture.short[language]),
          Cells.count(row.figures.failing ?? 0),
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
