import CensusCore
import DisplayText
import TerminalKit

/// The numbers that move, large where there is room.
struct OverviewFigures {
  let state: State

  private struct Figure {
    let label: Phrase
    let measure: Phrase
    let value: Int
    let role: Role
  }

  private var figures: [Figure] {
    let overview = state.snapshot.overview
    let open = overview.units - overview.complete
    let units = { (count: Int) in Phrase("家", count == 1 ? "unit" : "units") }
    let sites = { (count: Int) in Phrase("个网站", count == 1 ? "site" : "sites") }
    return [
      Figure(
        label: Phrase("未报齐", "incomplete"), measure: units(open), value: open,
        role: open == 0 ? .good : .caution),
      Figure(
        label: Phrase("逾期", "overdue"), measure: units(overview.overdue), value: overview.overdue,
        role: overview.overdue == 0 ? .good : .bad),
      Figure(
        label: Phrase("待退回", "to return"), measure: units(overview.toReturn),
        value: overview.toReturn,
        role: overview.toReturn == 0 ? .muted : .accent),
      Figure(
        label: Phrase("待复查", "to re-check"), measure: sites(overview.awaitingRecheckSites),
        value: overview.awaitingRecheckSites,
        role: overview.awaitingRecheckSites == 0 ? .muted : .accent),
      Figure(
        label: Phrase("整改不到位", "failed"), measure: sites(overview.failedSites),
        value: overview.failedSites, role: overview.failedSites == 0 ? .muted : .bad),
    ]
  }

  func draw(in area: Rect, isTall: Bool, on grid: inout Grid) {
    let columns = area.inset(columns: 2).split(columns: figures.map { _ in .rest })
    for (figure, place) in zip(figures, columns) {
      let label = StyledText(figure.label[state.language], .muted)
      let measure = StyledText(figure.measure[state.language], .muted)
      if isTall {
        grid.write(label, at: place.origin, clip: place)
        BigFigures(String(figure.value), role: figure.role).draw(
          in: Rect(x: place.x, y: place.y + 2, width: place.width, height: 5), on: &grid)
        let width = BigFigures(String(figure.value)).width
        grid.write(
          measure, at: Point(x: place.x + width + 2, y: place.y + 6), clip: place)
      } else {
        let short = label + " " + StyledText(String(figure.value), Style(figure.role).bold)
        let full = short + " " + measure
        grid.write(
          full.width(in: grid.alphabet) < place.width ? full : short, at: place.origin, clip: place)
      }
    }
  }
}

/// What the sites fail for, as bars, and what is open in the checks.
struct OverviewCategories {
  let state: State

  func draw(in area: Rect, on grid: inout Grid) {
    guard area.height > 2 else { return }
    let language = state.language
    let categories = state.snapshot.categories
    let most = categories.map(\.findings.count).max() ?? 0
    grid.fill(area.row(0), Style.muted.underlined)
    grid.write(
      Labels.category[language], at: Point(x: area.x + 2, y: area.y), .muted.underlined,
      clip: area)
    let checks = state.snapshot.openDiscrepancies
    let room = area.height - 1 - (checks > 0 && area.height > categories.count + 2 ? 2 : 0)
    let nameWidth = language == .chinese ? 18 : 15
    for (line, category) in categories.prefix(room).enumerated() {
      let y = area.y + 1 + line
      let name =
        language == .chinese ? category.name.chinese : category.category.short.english
      grid.write(name, at: Point(x: area.x + 2, y: y), fitting: nameWidth, clip: area)
      grid.write(
        String(category.findings.count), at: Point(x: area.x + 3 + nameWidth, y: y), fitting: 3,
        alignment: .right, .text.bold, clip: area)
      let bar = Rect(
        x: area.x + 7 + nameWidth, y: y,
        width: max(0, min(30, area.width - nameWidth - 8)), height: 1)
      Bar(
        value: category.findings.count, total: most,
        role: category.kind == .veto ? .accent : .caution
      ).draw(in: bar, on: &grid)
    }
    guard room < area.height - 1 else { return }
    let text = Phrase("核对：\(checks)项待核（按 8）", "Checks: \(checks) to verify (press 8)")
    grid.write(
      text[language], at: Point(x: area.x + 2, y: area.y + 2 + categories.count), .caution,
      clip: area)
  }
}
