import CensusCore
import TerminalKit

/// 3 网站: the failing sites, in the order of annex 2.
struct SiteList: Screen {
  func crumbs(_ state: State) -> [Phrase] {
    [Labels.tab(.sites), Phrase("不合格", "failing")]
  }

  func status(_ state: State) -> StyledText {
    let overview = state.snapshot.overview
    let shown = state.rows(0).count
    let counts = Labels.rowsAndSites(overview.findings, overview.sites)
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

  var list: RowList {
    let (projection, language) = (state.projection, state.language)
    let isChinese = language == .chinese
    var columns = [
      ListColumn("row", Labels.row, .fixed(5)),
      ListColumn(
        "site", Labels.site, .flexible(minimum: isChinese ? 22 : 18, weight: 3, maximum: 44)),
      ListColumn("code", Labels.code, .fixed(11), importance: 2),
    ]
    if showsPrefecture {
      columns.append(
        ListColumn("prefecture", Phrase("州市", "Pref."), .fixed(isChinese ? 8 : 10)))
    }
    columns += [
      ListColumn(
        "issue", Labels.issue, .flexible(minimum: 12, weight: 2, maximum: 30), importance: 6),
      ListColumn("state", Labels.state, .fixed(isChinese ? 10 : 18)),
    ]
    columns += [
      ListColumn("reported", Phrase("报", "Rp"), .fixed(2), .right, importance: 5),
      ListColumn("fixed", Phrase("改", "Fx"), .fixed(2), .right, importance: 5),
      ListColumn("accountable", Phrase("责", "Ac"), .fixed(2), .right, importance: 5),
    ]
    columns.append(
      ListColumn("left", Labels.left, .fixed(isChinese ? 10 : 13), .right, importance: 3))
    return RowList(columns: columns, rows: sites.map { row($0, projection, language) })
  }

  private func row(
    _ site: SiteState, _ projection: Projection, _ language: Language
  ) -> ListRow {
    let left = site.daysLeft(on: projection.asOf)
    let prefecture = projection.name(ofPrefecture: site.prefecture)
    let issues = Cells.issues(site.issues, in: projection, language)
    let order = state.nameOrder
    let position = site.findings.first?.finding.id.row ?? 0
    let searched = self.state.snapshot.searched
    var keys: [SortKey] = [
      .number(position), .name(site.name, at: position, order), .text(site.code.text),
    ]
    if showsPrefecture {
      keys.append(
        .name(
          prefecture.chinese, at: projection.directory.position(ofPrefecture: site.prefecture),
          order))
    }
    keys += [
      .text(issues), .number(Headline.allCases.firstIndex(of: site.headline) ?? 0),
      .number(site.findings.count { $0.submission.isSettled }),
      .number(site.findings.count { $0.recheck == .passed }),
      .number(site.findings.count { $0.accountability != .none }),
      left.map(SortKey.number) ?? .none,
    ]
    return ListRow(
      .site(site.code), reference: .site(site.code), opens: .site(site.code),
      cells: cells(site, issues: issues), keys: keys,
      texts: searched.of(site)
        + [site.name, Terms.headline(site.headline)[language], Cells.past(site, state)[language]],
      values: [
        "prefecture": [site.prefecture], "issue": site.issues, "state": [site.headline.rawValue],
      ])
  }

  private func cells(_ site: SiteState, issues: String) -> [StyledText] {
    let (projection, language) = (state.projection, state.language)
    let day = projection.asOf
    var cells = [
      StyledText(Cells.rows(site.findings), .muted),
      Cells.flagged(StyledText(site.name), site.findings.flatMap(\.conflicts))
        + StyledText(Cells.past(site, state)[language], .caution),
      StyledText(site.code.text, .muted),
    ]
    if showsPrefecture {
      cells.append(StyledText(projection.name(ofPrefecture: site.prefecture)[language]))
    }
    cells += [
      StyledText(issues),
      StyledText(
        Terms.headline(site.headline)[language],
        Styles.headline(site.headline, isOverdue: site.isOverdue(on: day))),
    ]
    cells += Cells.truths(site.findings, state.alphabet)
    cells.append(Cells.daysLeft(site.daysLeft(on: day), language))
    return cells
  }
}

extension Cells {
  /// Behind a site's name: that it failed before for the same, or was never closed since.
  static func past(_ site: SiteState, _ state: State) -> Phrase {
    let words = site.modifiers(on: state.projection.asOf, past: state.snapshot.past)
      .compactMap { modifier -> Phrase? in
        switch modifier {
        case .recurrence(let count): Phrase("连续\(count)季", "×\(count)")
        case .carriedOver(let quarters): Phrase("遗留\(quarters)季", "carried over \(quarters)")
        default: nil
        }
      }
    guard !words.isEmpty else { return Phrase("", "") }
    return Phrase(
      "（\(words.map(\.chinese).joined(separator: "、"))）",
      " (\(words.map(\.english).joined(separator: ", ")))")
  }
}
