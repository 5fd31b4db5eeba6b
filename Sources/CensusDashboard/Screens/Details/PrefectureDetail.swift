import CensusCore
import CensusLists
import TerminalKit

/// One row of annex 1: its figures against the province's, its failing sites, its history.
struct PrefectureDetail: Screen {
  let id: PrefectureID

  func crumbs(_ state: State) -> [Phrase] {
    let prefecture = state.projection.directory.prefecture(id)
    return [Labels.tab(state.view), prefecture?.name ?? Phrase(id)]
  }

  var spansQuarters: Bool { true }

  func status(_ state: State) -> StyledText {
    guard let row = row(state) else { return "" }
    let text = Labels.rowsAndSites(
      row.findings.count, row.sites.count,
      accounts: row.sites.count { $0.platform != nil })
    return StyledText(text[state.language], .muted)
  }

  func list(_ state: State, pane: Int) -> RowList? {
    guard let row = row(state) else { return nil }
    return SiteRows(sites: row.sites, state: state, showsPrefecture: false).list
  }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect {
    layout(state, in: body).listArea
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    let layout = layout(state, in: body)
    layout.drawHeader(on: &grid)
    drawBars(state, in: body, on: &grid)
    if layout.header.count < layout.listArea.y - body.y + 1 {
      drawHistory(state, in: body.row(3), on: &grid)
    }
    guard row(state)?.findings.isEmpty == false else {
      let text = Phrase(
        "本季度没有不合格网站，不需要报送。", "No failing site this quarter: no report is owed.")
      grid.write(
        text[state.language], at: Point(x: body.x + 2, y: layout.listArea.y), .good, clip: body)
      return
    }
    drawList(state, in: body, on: &grid)
    layout.drawHistory(of: .prefecture(id), state, on: &grid)
    layout.drawBelow(state.rowUnderCursor?.id, state, on: &grid)
  }

  private func row(_ state: State) -> PrefectureState? {
    state.snapshot.prefectures.first { $0.prefecture.id == id }
  }

  private func layout(_ state: State, in body: Rect) -> DetailLayout {
    DetailLayout(
      header: header(state), rowCount: row(state)?.sites.count ?? 0, body: body)
  }

  func facts(_ state: State) -> [StyledText] { header(state) }

  private func header(_ state: State) -> [StyledText] {
    guard let row = row(state), let sheet = state.facts(of: .prefecture(id)) else { return [] }
    let name = StyledText(row.prefecture.name[state.language], .text.bold)
    // The lines between are for the bars and the rate of earlier quarters.
    return [name + "   " + sheet.line(FactSheet.figures, isTitled: true), "", ""]
      + (history(state) == nil ? [] : [""])
      + row.obligations.map { FactSheet.unit($0, ["submission", "daysLeft", "next"], state) }
  }

  private func history(_ state: State) -> RateHistory? {
    RateHistory(of: .prefecture(id), in: state.trends)
  }

  /// Its rate over the latest quarters that find room, and the first and the last of them.
  private func drawHistory(_ state: State, in line: Rect, on grid: inout Grid) {
    let place = Rect(x: line.x + 24, y: line.y, width: min(40, line.width - 54), height: 1)
    guard let history = history(state)?.latest(fitting: place.width),
      let first = history.entries.first, let last = history.entries.last
    else { return }
    let count = history.entries.count
    let label = Phrase("合格率 近\(count)季", "rate, \(count) quarters")
    grid.write(
      label[state.language], at: Point(x: line.x + 2, y: line.y), fitting: 21, .muted, clip: line)
    let sparkline = history.sparkline(RateScale(history.rates))
    sparkline.draw(in: place, on: &grid)
    let span = [first, last].map { "\($0.quarter) \($0.rate.text(decimals: 1))" }
    grid.write(
      span.joined(separator: " \(grid.alphabet.rightArrow) "),
      at: Point(x: place.x + sparkline.values.count + 1, y: line.y), .muted, clip: line)
  }

  /// Its rate above the province's.
  private func drawBars(_ state: State, in body: Rect, on grid: inout Grid) {
    let province = state.snapshot.province
    let own = state.projection.directory.prefecture(id)?.name ?? Phrase(id)
    let pairs = [
      (own, row(state)?.figures), (province, Optional(state.projection.publishedTotals)),
    ]
    for (line, pair) in pairs.enumerated() {
      guard let rate = pair.1?.rate, body.height > line + 1 else { continue }
      let y = body.y + 1 + line
      grid.write(
        pair.0[state.language], at: Point(x: body.x + 2, y: y), fitting: 21, .muted, clip: body)
      let bar = Rect(x: body.x + 24, y: y, width: min(40, body.width - 34), height: 1)
      Bar(value: rate.passed, total: rate.total, role: Styles.rate(rate)).draw(in: bar, on: &grid)
      grid.write(
        rate.text(decimals: 1), at: Point(x: bar.endX + 1, y: y),
        Style(line == 0 ? Styles.rate(rate) : .muted), clip: body)
    }
  }
}
