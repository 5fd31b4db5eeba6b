import CensusCore
import CensusLists
import TerminalKit

/// 2 州市: the rows of annex 1 in published order, the total last; or the same as tiles on the map.
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
    return RowList(
      roll(state, trends), showing: Self.picks(trends), in: state,
      opens: { $0.state.map { .prefecture($0.prefecture.id) } },
      graphics: { row in
        Self.graphics(row, trends).merging(Graphic.tile(row.state, in: state)) { own, _ in own }
      })
  }

  /// The list, and the map where all tiles find room.
  func paneCount(_ state: State) -> Int {
    guard state.showsTiles else { return 1 }
    let body = state.body
    let all = state.list(0)?.rows ?? []
    let map = TileMap(all, of: all, width: Self.mapWidth(in: body))
    return map.fits(height: body.height - 1) ? 2 : 1
  }

  func otherForm(_ state: State) -> Phrase? {
    guard paneCount(state) > 1 else { return nil }
    return state.pane == 0 ? Phrase("地图", "map") : Phrase("列表", "list")
  }

  func tiles(_ state: State, pane: Int) -> TileMap? {
    guard pane == 1, !state.way.isZoomed else { return nil }
    return TileMap(
      state.rows(1), of: state.list(1)?.rows ?? [],
      width: Self.mapWidth(in: state.body))
  }

  /// Tiles grow no wider than what stands in them.
  private static func mapWidth(in body: Rect) -> Int { min(body.width - 2, 90) }

  private func roll(_ state: State, _ trends: RateColumn) -> Roll<PrefectureRow> {
    let snapshot = state.snapshot
    return snapshot.projection.prefecturesRoll(snapshot.prefectures, searched: snapshot.searched)
      .adding([.bar] + trends.fields)
  }

  private static func picks(_ trends: RateColumn) -> [Pick] {
    [
      "prefecture", "running", "failingPublished", "publishedRate", "computedRate",
      Pick(
        "bar",
        room: .flexible(trends.isEmpty ? 16 : 12, weight: 2, most: 30, importance: 2)),
      Pick(RateColumn.id), "complete", "overdue", .orderedOverdue, "concentration", "siteNames",
    ]
  }

  private static func graphics(_ row: PrefectureRow, _ trends: RateColumn) -> [String: Graphic] {
    Graphic.rate(row.figures.rate)
      .merging(trends.graphics(row.state?.prefecture.id ?? "")) { own, _ in own }
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
    if let map = tiles(state, pane: state.pane) {
      drawMap(map, state, in: body, on: &grid)
      return
    }
    let spread = spread(state, in: body)
    spread.drawDivider(on: &grid)
    Beneath(state, [.map, .categories], below: [.lanes, .records]).draw(
      in: spread.beneath(in: body), on: &grid)
    drawList(state, in: body, on: &grid)
    drawTotal(state, in: body, on: &grid)
    Aside(state: state).draw(in: spread.aside, on: &grid)
  }

  var hints: [Command] {
    [.open, .nextPane, .sort, .filter, .receivePaper, .receiveElectronic, .receiveBoth, .undo]
  }

  private func drawMap(_ map: TileMap, _ state: State, in body: Rect, on grid: inout Grid) {
    let legend = TileMap.legend(state.snapshot.prefectures, state)
    grid.write(legend, at: Point(x: body.x + 2, y: body.y), clip: body)
    let key = ListKey(place: state.place, pane: 1)
    let selected = ListView.selectedIndex(in: state.rows(1), state.way.lists[key] ?? ListState())
    let top = body.y + 1
    let area = Rect(
      x: body.x + 1, y: top, width: Self.mapWidth(in: body), height: body.endY - top)
    map.draw(
      in: area, selected: selected, isFocused: true, pane: 1, language: state.language, on: &grid)
    let isBeside = body.width - area.width >= 60
    let aside =
      isBeside
      ? Rect(x: area.endX + 2, y: top, width: body.endX - area.endX - 3, height: area.height)
      : Rect(
        x: body.x, y: top + map.height + 1, width: body.width - 1,
        height: max(0, body.endY - top - map.height - 1))
    Aside(state: state).draw(in: aside, on: &grid)
  }

  private func drawTotal(_ state: State, in body: Rect, on grid: inout Grid) {
    let area = listArea(state, pane: 0, in: body)
    let trends = trends(state)
    let list = roll(state, trends)
    guard let total = list.total else { return }
    let row = RowList(
      list.with(rows: [total]), showing: Self.picks(trends), in: state,
      graphics: { Self.graphics($0, trends) }
    ).bold
    ListView(following: row, language: state.language).drawRows(
      in: Rect(x: area.x, y: area.endY, width: area.width, height: 1),
      isScrolling: state.rows(0).count > area.height - 1, on: &grid)
  }
}

extension Field<PrefectureRow> {
  /// The pass rate as a picture.
  static let bar = Field(
    "bar", Phrase("", ""), shows: .screens, rank: { _ in nil }, words: { _, _ in Words(" ") },
    value: { _ in .none })
}
