import CensusCore
import CensusLists
import TerminalKit

/// One category: how it weighs, under which criterion, and its findings.
struct CategoryDetail: Screen {
  let id: CategoryID

  func crumbs(_ state: State) -> [Phrase] {
    [Labels.tab(.issues), state.projection.name(ofCategory: id)]
  }

  func status(_ state: State) -> StyledText {
    guard let category = category(state) else { return "" }
    let text = Labels.rowsAndSites(
      category.findings.count, category.sites.count,
      accounts: category.sites.count { $0.platform != nil })
    return StyledText(text[state.language], .muted)
  }

  func list(_ state: State, pane: Int) -> RowList? {
    guard let category = category(state) else { return nil }
    return FindingRows(findings: category.findings, state: state).list
  }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect {
    layout(state, in: body).listArea
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    let layout = layout(state, in: body)
    layout.drawHeader(on: &grid)
    drawList(state, in: body, on: &grid)
    Aside(state: state).draw(in: layout.aside(on: &grid), on: &grid)
  }

  private func category(_ state: State) -> CategoryState? {
    state.snapshot.categories.first { $0.category.id == id }
  }

  private func layout(_ state: State, in body: Rect) -> DetailLayout {
    DetailLayout(
      header: header(state, width: DetailLayout.main(in: body).width - 4),
      rowCount: category(state)?.findings.count ?? 0, body: body)
  }

  func facts(_ state: State) -> [StyledText] { header(state, width: nil) }

  private func header(_ state: State, width: Int?) -> [StyledText] {
    guard let sheet = state.facts(of: .category(id)) else { return [] }
    return [sheet.name + "   " + sheet.line(["kind"])]
      + sheet.lines(["criterion", "remarks"], width: width)
  }
}
