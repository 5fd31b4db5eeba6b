import CensusCore
import CensusLists
import TerminalKit

/// 4 问题: the categories, by how they weigh; on wide screens the sites of the one under the cursor.
struct IssueList: Screen {
  func crumbs(_ state: State) -> [Phrase] { [Labels.tab(.issues)] }

  func status(_ state: State) -> StyledText {
    let overview = state.snapshot.overview
    let tags = state.snapshot.tagCount
    let rows = Phrase(
      "\(overview.findings)条，\(tags)项，", "\(overview.findings) rows, \(tags) tags, ")
    let text = rows + Self.subjects(overview)
    return StyledText(text[state.language], .muted)
  }

  func paneCount(_ state: State) -> Int { state.size.columns >= Self.wide ? 2 : 1 }

  func subject(_ state: State, pane: Int) -> RowID? {
    pane == 0 ? nil : state.row(in: 0)?.id
  }

  /// From so many columns on the sites of a category stand beside the categories.
  private static let wide = 96

  func list(_ state: State, pane: Int) -> RowList? {
    guard pane == 0 else { return sites(state) }
    let most = state.snapshot.categories.map(\.findings.count).max() ?? 0
    let list = RowList(
      state.projection.issuesRoll.adding([
        Field("bar", Phrase("", ""), shows: .screens, room: .flexible(8), value: { _ in .none })
      ]), showing: ["name", "findings", "sites", "open", "bar"], in: state,
      opens: { .category($0.category.id) },
      graphics: { category in
        let role: Role = category.kind == .veto ? .accent : .caution
        return ["bar": .bar(Bar(value: category.findings.count, total: most, role: role))]
      })
    let kinds = Dictionary(
      state.snapshot.categories.map { (RowID.category($0.category.id), $0.kind) },
      uniquingKeysWith: { first, _ in first })
    let rows = state.snapshot.tallies.flatMap { tally in
      [heading(tally, state.language)] + list.rows.filter { kinds[$0.id] == tally.kind }
    }
    return RowList(
      list.name, columns: list.columns, rows: rows + mentions(state), viewed: list.viewed)
  }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect {
    let count = state.list(0)?.rows.count ?? 0
    let isWide = body.width >= Self.wide
    let left = Rect(
      x: body.x, y: body.y, width: isWide ? max(58, min(72, body.width / 2 + 2)) : body.width,
      height: min(count + 1, body.height - 2))
    guard pane > 0 else { return left }
    return Rect(
      x: left.endX + 1, y: body.y, width: body.endX - left.endX - 1, height: body.height)
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    drawList(state, in: body, on: &grid)
    let area = listArea(state, pane: 0, in: body)
    grid.write(
      footer(state.snapshot)[state.language],
      at: Point(x: body.x + 2, y: area.endY + 1), .muted, clip: body)
    guard paneCount(state) > 1 else { return }
    let below = area.endY + 3
    Beneath(state, [.map], below: [.lanes, .records]).draw(
      in: Rect(
        x: area.x + 1, y: below, width: area.width - 2, height: max(0, body.endY - below)),
      on: &grid)
    let divider = Rect(x: area.endX, y: body.y, width: 1, height: body.height)
    grid.fill(divider, with: grid.alphabet.vertical, .muted)
    drawList(state, pane: 1, in: body, on: &grid)
    let beside = listArea(state, pane: 1, in: body)
    let top = beside.y + min(beside.height, state.rows(1).count + 2)
    guard body.endY - top >= Self.leastAside else { return }
    // The site under the cursor of that list, whichever pane has the keys.
    Aside(state: state, row: state.row(in: 1)?.id).draw(
      in: Rect(x: beside.x, y: top, width: beside.width - 1, height: body.endY - top), on: &grid)
  }

  /// Fewer lines say nothing of a site.
  private static let leastAside = 6

  private func heading(_ tally: KindTally, _ language: Language) -> ListRow {
    ListRow(
      .heading(tally.kind.rawValue),
      cells: [
        StyledText(Terms.kind(tally.kind)[language], .accent.bold),
        StyledText(String(tally.findings), .accent.bold),
        StyledText(String(tally.sites), .accent.bold), "",
        tally.kind == .score
          ? StyledText(Phrase("未列明扣分项", "not itemised")[language], .muted) : "",
      ])
  }

  /// Sites that only the text names: outside every count.
  private func mentions(_ state: State) -> [ListRow] {
    let mentions = state.projection.inspection.mentions
    guard !mentions.isEmpty else { return [] }
    let title = Phrase("正文点名（不计入）", "Named in the text")
    let heading = ListRow(
      .heading("mentions"),
      cells: [
        StyledText(title[state.language], .accent.bold), "",
        StyledText(String(mentions.count), .accent.bold), "", "",
      ])
    return [heading]
      + mentions.map { mention in
        ListRow(
          .mention(mention.number), opens: .view(.notice),
          cells: [
            StyledText("  " + mention.siteName, .muted), "", "", "",
            StyledText(mention.text, .muted),
          ],
          texts: state.snapshot.searched.of(mention))
      }
  }

  /// The distinct failing sites, and beside them the new-media accounts.
  static func subjects(_ overview: Overview) -> Phrase {
    let (sites, accounts) = (overview.sites - overview.accounts, overview.accounts)
    return Phrase("\(sites)个网站", "\(counted(sites, "site"))")
      + (accounts > 0 ? Phrase("、\(accounts)个账号", ", \(counted(accounts, "account"))") : .empty)
  }

  /// How the kinds add up to the distinct sites.
  private func footer(_ snapshot: Snapshot) -> Phrase {
    let kinds = snapshot.tallies.map(\.sites)
    let (overview, tags) = (snapshot.overview, snapshot.tagCount)
    let shared = kinds.reduce(0, +) - overview.sites
    let sum = kinds.map(String.init).joined(separator: " + ")
    let subjects = Self.subjects(overview)
    let all =
      overview.accounts > 0 && shared > 0
      ? Phrase("\(overview.sites)个（", "\(overview.sites) (") + subjects + Phrase("）", ")")
      : subjects
    let head =
      shared > 0
      ? Phrase("\(sum) − 兼有\(shared) = ", "\(sum) − \(shared) counted twice = ") : .empty
    return head + all
      + Phrase(
        "；\(overview.findings)条，\(tags)项", "; \(overview.findings) rows, \(tags) tags")
  }

  /// The sites of the category under the cursor.
  private func sites(_ state: State) -> RowList {
    guard case .category(let id) = state.row(in: 0)?.id,
      let category = state.snapshot.categories.first(where: { $0.category.id == id })
    else { return RowList(columns: SiteRows(sites: [], state: state).list.columns, rows: []) }
    return SiteRows(sites: category.sites, state: state).list
      .keeping(["findings", "name", "prefecture", "state"])
  }
}
