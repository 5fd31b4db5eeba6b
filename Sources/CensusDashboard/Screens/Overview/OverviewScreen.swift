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
    return pane == 0 ? layout.units.inside : layout.prefectures.inside
  }

  func tiles(_ state: State, pane: Int) -> TileMap? {
    let layout = OverviewLayout(state, in: state.body)
    guard pane == 1, layout.hasTiles else { return nil }
    return TileMap(
      state.rows(1), of: state.list(1)?.rows ?? [], width: layout.prefectures.inside.width)
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    let layout = OverviewLayout(state, in: body)
    for (line, text) in layout.brief.enumerated() {
      grid.write(
        text, at: Point(x: body.x + 2, y: body.y + line), .text.bold, clip: body)
    }
    drawFigures(state, layout, on: &grid)
    drawUnits(state, layout, in: body, on: &grid)
    drawPrefectures(state, layout, in: body, on: &grid)
    if layout.details.height > 1 { Aside(state: state).draw(in: layout.details, on: &grid) }
    OverviewCategories(state: state).draw(in: layout.categories, on: &grid)
    OverviewRecords(state: state).draw(in: layout.records, on: &grid)
    if let checks = layout.checks { OverviewChecks(state: state).draw(in: checks, on: &grid) }
    if let rates = layout.rates {
      TitledFrame(StyledText(Labels.rate[state.language], .text.bold)).draw(in: rates, on: &grid)
      ListView(following: prefectures(state), language: state.language).draw(
        in: TitledFrame.interior(of: rates, isOpen: false), isFocused: false, on: &grid)
    }
    if let agenda = layout.agenda { DueStrip(state: state).draw(in: agenda, on: &grid) }
  }

  private func drawUnits(
    _ state: State, _ layout: OverviewLayout, in body: Rect, on grid: inout Grid
  ) {
    let language = state.language
    let due = state.snapshot.dueToday.count {
      $0.next.map { $0.on <= state.projection.asOf } ?? false
    }
    let title =
      StyledText(Phrase("今天要办", "To do today")[language], .text.bold)
      + StyledText(Phrase("  \(due)家", "  \(due)")[language], .muted)
    let frame = layout.units.frame
    TitledFrame(
      title,
      legend: LanePicture.legend(
        state.alphabet, language, within: frame.width - title.width(in: state.alphabet) - 8),
      isFocused: state.pane == 0, isOpen: layout.units.isOpen
    ).draw(in: frame, on: &grid)
    drawList(state, pane: 0, in: body, on: &grid)
    let count = Self.earlierCount(state)
    guard count > 0, let key = state.keys.binding(for: .worklist)?.keys.first else { return }
    let text = Phrase(
      "往期待办\(count)项（\(key.label) 查看）", "\(count) of earlier periods (\(key.label) lists them)")
    // On the lower edge of the frame, where there is one.
    let line =
      layout.earlier
      ?? Rect(
        x: frame.x + 1, y: frame.endY - 1, width: frame.width - 2, height: 1)
    let width = state.alphabet.width(of: text[language]) + 2
    let place = Rect(x: line.x + 1, y: line.y, width: min(width, line.width - 1), height: 1)
    grid.fill(place)
    grid.write(text[language], at: Point(x: place.x + 1, y: place.y), .caution, clip: place)
    grid.add(.key(key), in: place)
  }

  private func drawPrefectures(
    _ state: State, _ layout: OverviewLayout, in body: Rect, on grid: inout Grid
  ) {
    let language = state.language
    let pane = layout.prefectures
    let count = state.snapshot.prefectures.count
    if !pane.isOpen {
      let title =
        StyledText(
          Phrase("州市（部门）", "Prefectures")[language], .text.bold)
        + StyledText("  \(count)", .muted)
      TitledFrame(
        title,
        legend: layout.hasTiles
          ? TileMap.legend(
            state.snapshot.prefectures, state,
            within: pane.frame.width - title.width(in: state.alphabet) - 8) : "",
        isFocused: state.pane == 1, isOpen: false
      ).draw(in: pane.frame, on: &grid)
    }
    guard layout.hasTiles else {
      drawList(state, pane: 1, in: body, on: &grid)
      return
    }
    let area = pane.isOpen ? pane.frame : pane.inside
    let key = ListKey(place: state.place, pane: 1)
    let selected = ListView.selectedIndex(in: state.rows(1), state.way.lists[key] ?? ListState())
    TileMap(state.rows(1), of: state.list(1)?.rows ?? [], width: area.width).draw(
      in: area, selected: selected, isFocused: state.pane == 1, pane: 1, language: language,
      on: &grid)
  }

  /// How much waits of the periods before.
  static func earlierCount(_ state: State) -> Int {
    state.snapshot.others?.before(state.projection.quarter).entries.count ?? 0
  }

  /// How many units have something to be done.
  static func dueCount(_ state: State) -> Int { state.snapshot.dueToday.count }

  /// The figures that move; on screens that are wide enough those as published before them.
  private func drawFigures(_ state: State, _ layout: OverviewLayout, on grid: inout Grid) {
    let figures = OverviewFigures(state: state)
    let all = FigureRow(figures: figures.published + figures.moving, language: state.language)
    let isWide = layout.hasTallFigures && all.width(in: grid.alphabet) <= layout.figures.width
    guard layout.figures.height > 0 else { return }
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
          "unit", room: .flexible(16, 15, weight: 1, most: 30)),
        "submission", Pick("daysLeft", room: .fixed(10, 13, importance: 2)),
        Pick("lane", room: .flexible(18, weight: 3, most: 46, importance: 3)),
        Pick("next", room: .fixed(10, 14)),
        Pick("lastChase", title: Phrase("催办", "Chased"), room: .fixed(6, importance: 1)),
      ], in: state, opens: { .unit($0.obligation.unit.id) },
      graphics: { LanePicture.graphics($0.obligation.unit.id, in: state) })
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
      graphics: { row in
        Graphic.rate(row.figures.rate).merging(Graphic.tile(row.state, in: state)) { own, _ in own }
      })
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
