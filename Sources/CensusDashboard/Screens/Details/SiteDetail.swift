import CensusCore
import TerminalKit

/// One failing site: its findings, who owes the report, what arrived.
struct SiteDetail: Screen {
  let code: SiteCode

  func crumbs(_ state: State) -> [Phrase] {
    let name = state.projection.site(code)?.name ?? code.text
    return [Labels.tab(state.view), Phrase(name, name)]
  }

  func status(_ state: State) -> StyledText {
    let codes = state.snapshot.sites.map(\.code)
    guard let index = codes.firstIndex(of: code) else { return "" }
    let text = Phrase(
      "第 \(index + 1) / \(codes.count) 个   J K 下一个、上一个",
      "\(index + 1) of \(codes.count)   J K next, previous")
    return StyledText(text[state.language], .muted)
  }

  func list(_ state: State, pane: Int) -> RowList? {
    guard let site = state.projection.site(code) else { return nil }
    return FindingRows(findings: site.findings, state: state, showsSite: false).list
  }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect {
    layout(state, in: body).listArea
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    let layout = layout(state, in: body)
    layout.drawHeader(on: &grid)
    drawList(state, in: body, on: &grid)
    layout.drawHistory(of: .site(code), state, on: &grid)
  }

  var hints: [Command] {
    [.receivePaper, .receiveElectronic, .receiveBoth, .detailPaper, .nextRecord, .undo, .back]
  }

  private func layout(_ state: State, in body: Rect) -> DetailLayout {
    DetailLayout(
      header: header(state, width: DetailLayout.main(in: body).width - 4),
      rowCount: state.projection.site(code)?.findings.count ?? 0, body: body)
  }

  func facts(_ state: State, width: Int) -> [StyledText] { header(state, width: width) }

  private func header(_ state: State, width: Int) -> [StyledText] {
    let (projection, language) = (state.projection, state.language)
    guard let site = projection.site(code) else { return [] }
    let unit = Terms.unit(site.unit, in: projection)
    let prefecture = projection.directory.prefecture(site.prefecture)
    let facts: [(Phrase, String)] = [
      (Phrase("标识码", "Code"), Labels.code(of: site)[language]),
      (Labels.prefecture, prefecture?.name[language] ?? site.prefecture),
      (Phrase("责任单位", "Unit"), unit[language]),
      (
        Phrase("报送期限", "Due"),
        site.deadline.map { Terms.dated($0.day)[language] } ?? "-"
      ),
    ]
    var lines = [
      StyledText(site.name, .text.bold) + "   "
        + StyledText(
          Terms.headline(site.headline)[language],
          Styles.headline(site.headline, isOverdue: site.isOverdue(on: projection.asOf)))
    ]
    if let left = site.daysLeft(on: projection.asOf) {
      lines[0] = lines[0] + "   " + Cells.daysLeft(left, language)
    }
    lines += facts.map { label, value in
      StyledText(state.alphabet.fitted(label[language], to: 12), .muted) + StyledText(value)
    }
    for finding in site.findings {
      let printed = Phrase("原文 ", "printed ")
      let kinds = finding.finding.issues.map { id in
        let category = projection.directory.category(id)
        return Terms.kind(category.kind(under: projection.inspection.criteria))[language]
      }
      lines.append(
        StyledText("\(finding.finding.id)  ", .muted)
          + StyledText(printed[language], .muted) + StyledText(finding.finding.text)
          + StyledText("  \(Set(kinds).sorted().joined(separator: " "))", .muted))
      lines +=
        FindingStory(
          finding: finding, day: projection.asOf, language: language, past: state.snapshot.past
        ).lines
    }
    if let status = site.findings.first?.siteStatus, status.status != .operating {
      let label = Phrase("网站状态", "Availability")
      let until = status.until.map { Phrase("，至\($0)", ", until \($0)")[language] } ?? ""
      lines.append(
        StyledText(state.alphabet.fitted(label[language], to: 12), .muted)
          + StyledText(Terms.availability(status.status)[language] + until, .caution))
    }
    return lines
  }
}
