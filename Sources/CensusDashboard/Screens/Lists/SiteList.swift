import CensusCore
import CensusLists
import TerminalKit

/// 3 网站: the failing sites, in the order of annex 2.
struct SiteList: Screen {
  func crumbs(_ state: State) -> [Phrase] {
    [Labels.tab(.sites), Phrase("不合格", "failing")]
  }

  func status(_ state: State) -> StyledText {
    let overview = state.snapshot.overview
    let shown = state.rows(0).count
    let counts = Labels.rowsAndSites(
      overview.findings, overview.sites, accounts: overview.accounts)
    let place = shown == overview.sites ? "" : "   \(shown) / \(overview.sites)"
    return StyledText(counts[state.language] + place, .muted)
  }

  func list(_ state: State, pane: Int) -> RowList? {
    SiteRows(sites: state.snapshot.sites, state: state).list
  }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect {
    spread(state, in: body).list
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    let spread = spread(state, in: body)
    spread.drawDivider(on: &grid)
    Beneath(state, [.map, .categories], below: [.lanes, .records]).draw(
      in: spread.beneath(in: body), on: &grid)
    drawList(state, in: body, on: &grid)
    Aside(state: state).draw(in: spread.aside, on: &grid)
  }

  private func spread(_ state: State, in body: Rect) -> Spread {
    Spread(
      rows: state.snapshot.sites.count + 1, widest: 128, reserved: body.height >= 24 ? 5 : 0,
      in: body)
  }
}

/// Rows of sites, as the list of failing sites and the details show them.
struct SiteRows {
  let sites: [SiteState]
  let state: State
  /// Inside one prefecture its name is left out.
  var showsPrefecture = true

  private static let fields = [
    "findings", "name", "code", "prefecture", "issues", "state", "reported", "fixed",
    "accountable", "daysLeft",
  ]

  var list: RowList {
    RowList(
      state.projection.sitesRoll(
        sites, past: state.snapshot.past, searched: state.snapshot.searched),
      showing: Self.fields.filter { showsPrefecture || $0 != "prefecture" }.map { Pick($0) }
        + [.assignee],
      in: state,
      opens: { .site($0.code) })
  }
}
