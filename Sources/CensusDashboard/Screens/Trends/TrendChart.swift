import CensusCore
import CensusLists
import DisplayText
import TerminalKit

/// Charts of several figures one above the other, on one axis of quarters.
///
/// Each has its name, its value in the quarter under the cursor, and its scale at the left.
struct TrendChart {
  let state: State

  /// One chart.
  private struct Strip {
    let name: Phrase
    /// The value in the quarter under the cursor.
    let value: String
    /// What its height covers, or which counts stand behind a rate.
    let caption: String
    let columns: [ColumnChart.Column]
    let top: Int?
    let style: Style
  }

  func draw(in area: Rect, on grid: inout Grid) {
    let trends = state.trends
    let quarters = Trends.span(of: state.snapshot.quarters)
    guard area.height > 1, !quarters.isEmpty else { return }
    let selected = quarter.flatMap { quarters.firstIndex(of: $0) }
    let gutter = state.language == .chinese ? 20 : 22
    let strips = strips(trends, quarters).prefix(area.height - 1)
    let places = Rect(
      x: area.x + gutter, y: area.y, width: area.width - gutter - 4, height: area.height - 1
    ).split(rows: strips.map { _ in .rest })
    for (strip, place) in zip(strips, places) {
      draw(strip, from: area.x + 2, to: place, on: &grid)
      ColumnChart(strip.columns, top: strip.top, selected: selected).draw(in: place, on: &grid)
      addTouches(quarters, selected, in: place, on: &grid)
    }
    let axis = Rect(
      x: area.x + gutter, y: area.endY - 1, width: area.width - gutter, height: 1)
    drawAxis(quarters, selected, in: axis, on: &grid)
  }

  /// The quarter under the cursor.
  private var quarter: Quarter? {
    let key = ListKey(place: state.place, pane: TrendsScreen.quarterPane)
    guard case .quarter(let quarter) = state.way.lists[key]?.cursor else { return nil }
    return quarter
  }

  /// The prefectures that were marked, as they stand in their list.
  private var chosen: [PrefectureID] {
    let key = ListKey(place: state.place, pane: TrendsScreen.prefecturePane)
    guard let marked = state.way.marks[key], !marked.isEmpty else { return [] }
    return state.trends.prefectures.filter { marked.contains(.prefecture($0)) }
  }

  // MARK: - Strips

  private func strips(_ trends: Trends, _ quarters: [Quarter]) -> [Strip] {
    let subjects = [.province] + chosen.map(Trends.Subject.prefecture)
    let rates = subjects.flatMap { subject in trends.points.compactMap { $0[subject]?.rate } }
    let scale = RateScale(rates)
    return subjects.map { rate(of: $0, trends, quarters, scale) } + [
      count(.running, Labels.running, .accent, trends, quarters),
      count(.failing, Labels.failing, .caution, trends, quarters),
    ]
  }

  private func rate(
    of subject: Trends.Subject, _ trends: Trends, _ quarters: [Quarter], _ scale: RateScale
  ) -> Strip {
    let here = quarter.flatMap { trends[$0]?[subject] }
    let name: Phrase =
      switch subject {
      case .province: Labels.rate
      case .prefecture(let id): state.projection.name(ofPrefecture: id)
      }
    var caption = scale.text
    if subject != .province, let failing = here?.figures.failing, let all = here?.figures.running {
      caption = Phrase("\(failing)/\(all)不合格", "\(failing)/\(all) fail")[state.language]
    }
    return Strip(
      name: name, value: here?.rate?.text(decimals: 1) ?? "-", caption: caption,
      columns: quarters.map { quarter in
        guard let rate = trends[quarter]?[subject]?.rate else { return gap(quarter, trends) }
        let text = rate.text(decimals: 1)
        return ColumnChart.Column(
          scale.height(of: rate),
          label: rate.passed == rate.total ? "100" : String(text.dropLast()),
          style: Style(Styles.rate(rate)))
      }, top: scale.top, style: Style(Styles.rate(here?.rate)))
  }

  private func count(
    _ measure: Trends.Measure, _ name: Phrase, _ style: Style, _ trends: Trends,
    _ quarters: [Quarter]
  ) -> Strip {
    let counts = quarters.map { trends[$0]?[.province]?.count(of: measure) }
    let here = quarter.flatMap { trends[$0]?[.province]?.count(of: measure) }
    return Strip(
      name: name, value: here.map(String.init) ?? "-",
      caption: "0–\(counts.compactMap(\.self).max() ?? 0)",
      columns: zip(quarters, counts).map { quarter, count in
        count.map { ColumnChart.Column($0, label: "\($0)", style: style) } ?? gap(quarter, trends)
      }, top: nil, style: style)
  }

  /// A quarter without the figure: missing, not read yet, or not in the notice.
  private func gap(_ quarter: Quarter, _ trends: Trends) -> ColumnChart.Column {
    guard state.snapshot.quarters.contains(quarter) else {
      return ColumnChart.Column(nil, label: String(state.alphabet.middleDot))
    }
    return ColumnChart.Column(nil, label: trends[quarter] == nil ? " " : "?")
  }

  private func draw(_ strip: Strip, from x: Int, to place: Rect, on grid: inout Grid) {
    let room = place.x - x - 2
    let line = Point(x: x, y: place.y)
    grid.write(strip.name[state.language], at: line, fitting: room - 7, .text)
    grid.write(
      strip.value, at: Point(x: place.x - 9, y: place.y), fitting: 7, alignment: .right,
      strip.style.bold)
    guard place.height > 1 else { return }
    grid.write(
      strip.caption, at: Point(x: x, y: place.y + 1), fitting: room, .muted)
  }

  // MARK: - Axis

  /// Years below their first quarter, and the name of the quarter under the cursor in full.
  private func drawAxis(
    _ quarters: [Quarter], _ selected: Int?, in line: Rect, on grid: inout Grid
  ) {
    let layout = ColumnLayout(count: quarters.count, width: line.width - 4, showing: selected)
    var end = line.x
    var taken = 0..<0
    if let selected {
      let x = min(layout.rect(of: selected, in: line).x, line.endX - 6)
      taken = x - 1..<x + 7
      grid.write(
        "\(quarters[selected])", at: Point(x: x, y: line.y), .accent.bold.on(.selection),
        clip: line)
    }
    for index in layout.shown
    where index == layout.shown.lowerBound || quarters[index].number == 1 {
      let year = layout.pitch > 1 ? "\(quarters[index].year)" : "\(quarters[index].year % 100)"
      let x = layout.rect(of: index, in: line).x
      let span = x..<x + year.count
      guard x >= end, !span.overlaps(taken), span.upperBound <= line.endX else { continue }
      grid.write(year, at: Point(x: x, y: line.y), .muted, clip: line)
      end = span.upperBound + 1
    }
  }

  /// A click on a column is a click on its row of the table.
  private func addTouches(
    _ quarters: [Quarter], _ selected: Int?, in place: Rect, on grid: inout Grid
  ) {
    let layout = ColumnLayout(count: quarters.count, width: place.width, showing: selected)
    let rows = state.rows(TrendsScreen.quarterPane)
    for (index, row) in rows.enumerated() {
      guard case .quarter(let quarter) = row.id, let column = quarters.firstIndex(of: quarter)
      else { continue }
      grid.add(
        .row(pane: TrendsScreen.quarterPane, index: index), in: layout.rect(of: column, in: place))
    }
  }
}
