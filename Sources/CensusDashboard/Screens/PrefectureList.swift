import CensusCore
import CensusLists
import TerminalKit

/// 2 州市: the rows of annex 1 in published order, the total last.
struct PrefectureList: Screen {
  func crumbs(_ state: State) -> [Phrase] { [Labels.tab(.prefectures)] }

  func status(_ state: State) -> StyledText {
    let rows = state.snapshot.prefectures.count
    let shown = state.rows(0).count
    let text =
      shown == rows
      ? Phrase("\(rows)个地区（部门）", "\(rows) prefectures and departments")
      : Labels.shown(shown, of: rows)
    return StyledText(text[state.language], .muted)
  }

  var spansQuarters: Bool { true }

  func list(_ state: State, pane: Int) -> RowList? {
    let trends = trends(state)
    let isChinese = state.language == .chinese
    let columns =
      [
        ListColumn("prefecture", Labels.prefecture, .fixed(isChinese ? 10 : 12)),
        ListColumn("running", Labels.running, .fixed(isChinese ? 6 : 7), .right),
        ListColumn("failing", Labels.failing, .fixed(isChinese ? 6 : 7), .right),
        ListColumn("rate", Labels.rate, .fixed(6), .right),
        ListColumn("computed", Labels.computed, .fixed(6), .right, importance: 4),
        ListColumn(
          "bar", Phrase("", ""),
          .flexible(
            minimum: trends.columns.isEmpty ? 16 : 12, weight: 2, maximum: 30),
          importance: 2),
      ] + trends.columns + [
        ListColumn("submission", Labels.submission, .fixed(6), .right),
        ListColumn("overdue", Phrase("逾期", "Late"), .fixed(5), .right, importance: 5),
        ListColumn(
          "names", Phrase("不合格网站", "Failing sites"), .flexible(minimum: 24, weight: 3, maximum: 80),
          importance: 1),
      ]
    return RowList(
      columns: columns,
      rows: state.snapshot.prefectures.enumerated().map { index, row in
        listRow(row, at: index, trends, state)
      })
  }

  /// The rates of earlier quarters, once they are read and two quarters have any row.
  private func trends(_ state: State) -> RateColumn {
    RateColumn(state.snapshot.prefectures.map(\.prefecture.id), in: state.trends)
  }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect {
    let list = spread(state, in: body).list
    return Rect(x: list.x, y: list.y, width: list.width, height: list.height - 1)
  }

  /// The last line of the list is the total's.
  private func spread(_ state: State, in body: Rect) -> Spread {
    Spread(
      rows: state.snapshot.prefectures.count + 2, widest: 132, reserved: body.height >= 24 ? 5 : 0,
      in: body)
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    let spread = spread(state, in: body)
    spread.drawDivider(on: &grid)
    drawList(state, in: body, on: &grid)
    drawTotal(state, in: body, on: &grid)
    Aside(state: state).draw(in: spread.aside, on: &grid)
  }

  var hints: [Command] {
    [.open, .sort, .filter, .receivePaper, .receiveElectronic, .receiveBoth, .undo]
  }

  private func listRow(
    _ row: PrefectureState, at index: Int, _ trends: RateColumn, _ state: State
  ) -> ListRow {
    let (id, day) = (row.prefecture.id, state.projection.asOf)
    let figures = row.figures
    let failing = figures.failing ?? 0
    let overdue = row.overdueCount(on: day)
    let owed = row.owing.count - row.waivedCount
    let differs = figures.computedRate != figures.publishedRate
    let searched = state.snapshot.searched
    return ListRow(
      .prefecture(id), reference: row.obligations.isEmpty ? nil : .prefecture(id),
      opens: .prefecture(id),
      cells: [
        Cells.flagged(
          StyledText(row.prefecture.short[state.language]),
          row.obligations.flatMap(\.conflicts)),
        StyledText(figures.running.map(String.init) ?? "-"),
        Cells.count(failing, .text.bold),
        StyledText(figures.publishedRate ?? "-", Style(Styles.rate(figures.rate))),
        StyledText(differs ? figures.computedRate ?? "-" : "", .caution.bold),
        "",
      ] + trends.cells(id) + [
        owed == 0
          ? StyledText("-", .muted)
          : StyledText(
            "\(row.completeCount)/\(owed)", row.completeCount == owed ? .good : .caution),
        Cells.count(overdue, .bad),
        StyledText(" " + row.sites.map(\.name).joined(separator: "、"), .muted),
      ],
      graphics: Graphic.rate(figures.rate).merging(trends.graphics(id)) { own, _ in own },
      keys: [
        .name(row.prefecture.name.chinese, at: index, state.nameOrder),
        figures.running.map(SortKey.number) ?? .none, .number(failing),
        rateKey(figures.rate), rateKey(figures.rate), rateKey(figures.rate),
      ] + trends.keys(id) + [
        .number(owed - row.completeCount), .number(overdue), .number(row.sites.count),
      ],
      texts: searched.of(row),
      values: ["submission": ["\(row.completeCount)/\(owed)"]])
  }

  private func drawTotal(_ state: State, in body: Rect, on grid: inout Grid) {
    let area = listArea(state, pane: 0, in: body)
    guard let list = state.list(0) else { return }
    let hasTrend = list.columns.contains { $0.id == RateColumn.id }
    let figures = state.projection.publishedTotals
    let overview = state.snapshot.overview
    let label = state.projection.inspection.annex1?.total?.label ?? Labels.total.chinese
    let name = state.language == .chinese ? label : Labels.total.english
    let style = Style.text.bold
    let cells =
      [
        StyledText(name, style),
        StyledText(figures.running.map(String.init) ?? "-", style),
        StyledText(figures.failing.map(String.init) ?? "-", style),
        StyledText(figures.publishedRate ?? "-", style),
        StyledText(
          figures.computedRate == figures.publishedRate ? "" : figures.computedRate ?? "", style),
        "",
      ] + (hasTrend ? [""] : []) + [
        StyledText("\(overview.complete)/\(overview.units)", style),
        StyledText(overview.overdue == 0 ? "-" : String(overview.overdue), style), "",
      ]
    let total = RowList(
      columns: list.columns,
      rows: [
        ListRow(.heading("total"), cells: cells, graphics: Graphic.rate(figures.rate))
      ])
    ListView(following: total, language: state.language).drawRows(
      in: Rect(x: area.x, y: area.endY, width: area.width, height: 1),
      isScrolling: state.rows(0).count > area.height - 1, on: &grid)
  }

  private func rateKey(_ rate: PassRate?) -> SortKey {
    // In hundred-thousandths, which tells any two rates of a province apart.
    rate.map { .number($0.passed * 100_000 / $0.total) } ?? .none
  }
}
