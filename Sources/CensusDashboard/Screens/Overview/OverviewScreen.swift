import CensusCore
import CensusLists
import TerminalKit

/// 1 总览: who owes what today, where the failing sites are, what they fail for.
struct OverviewScreen: Screen {
  func crumbs(_ state: State) -> [Phrase] { [Labels.tab(.overview)] }

  func status(_ state: State) -> StyledText {
    let overview = state.snapshot.overview
    let counts = Labels.rowsAndSites(
      overview.findings, overview.sites, accounts: overview.accounts)
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
    drawEarlier(state, layout, in: body, on: &grid)
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

  /// Below what is to be done today: how much waits of the periods before, and where that stands.
  private func drawEarlier(
    _ state: State, _ layout: OverviewLayout, in body: Rect, on grid: inout Grid
  ) {
    let count =
      state.snapshot.others?.before(state.projection.quarter).entries.count ?? 0
    let line = Rect(
      x: layout.units.x, y: layout.units.endY, width: layout.units.width - 1, height: 1)
    guard count > 0, line.y < body.endY, let key = state.keys.binding(for: .worklist)?.keys.first
    else { return }
    let text = Phrase(
      "往期待办\(count)项（\(key.label) 查看）", "\(count) of earlier periods (\(key.label) lists them)")
    grid.write(text[state.language], at: Point(x: line.x + 2, y: line.y), .caution, clip: line)
    grid.add(.key(key), in: line)
  }

  /// The figures that move; on screens that are wide enough those as published before them.
  private func drawFigures(_ state: State, _ layout: OverviewLayout, on grid: inout Grid) {
    let figures = OverviewFigures(state: state)
    let all = FigureRow(figures: figures.published + figures.moving, language: state.language)
    let isWide = layout.hasTallFigures && all.width(in: grid.alphabet) <= layout.figures.width
    let row = isWide ? all : FigureRow(figures: figures.moving, language: state.language)
    row.draw(in: layout.figures, isTall: layout.hasTallFigures, on: &grid)
  }

  func facts(_ state: State) -> [StyledText] {
    [StyledText(state.snapshot.brief[state.language])]
  }

  private func units(_ state: State) -> RowList {
    let snapshot = state.snapshot
    return RowList(
      snapshot.projection.unitsRoll(snapshot.dueToday, searched: snapshot.searched),
      showing: [
        Pick(
          "unit", title: Phrase("今天要办", "To do today"),
          room: .flexible(16, 15, weight: 1, most: 30)),
        "submission", Pick("daysLeft", room: .fixed(10, 13, importance: 2)),
        Pick("next", room: .fixed(10, 12)),
        Pick("lastChase", title: Phrase("催办", "Chased"), room: .fixed(6, importance: 1)),
      ], in: state, opens: { .unit($0.obligation.unit.id) })
  }

  /// The prefectures, those with the most failing sites first.
  private func prefectures(_ state: State) -> RowList {
    let snapshot = state.snapshot
    let worst = snapshot.prefectures.enumerated().sorted {
      ($1.element.figures.failing ?? 0, $0.offset) < ($0.element.figures.failing ?? 0, $1.offset)
    }.map(\.element)
    return RowList(
      snapshot.projection.prefecturesRoll(worst, searched: snapshot.searched).adding([.bar]),
      showing: [
        Pick("prefecture", room: .fixed(10, 11)), "failingPublished", "publishedRate",
        Pick("bar", room: .flexible(5)),
      ], in: state, opens: { $0.state.map { .prefecture($0.prefecture.id) } },
      graphics: { Graphic.rate($0.figures.rate) })
  }
}

extension Snapshot {
  /// Who owes what today: by the day of the next action, our own moves first; nobody of whom nothing
  /// is left to be done.
  fileprivate var dueToday: [Obligation] {
    let keyed = receiptDesk.filter { $0.next != nil }.enumerated().map { index, obligation in
      let ours = obligation.next?.what == .return ? 0 : 1
      return ((obligation.next?.on.ordinal ?? .max, ours, index), obligation)
    }
    return keyed.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
