import CensusCore
import CensusLists
import TerminalKit

/// One failing site: its findings, who owes the report, what arrived.
struct SiteDetail: Screen {
  let code: SiteCode

  func crumbs(_ state: State) -> [Phrase] {
    let name = state.projection.site(code)?.shownName ?? Phrase(code.text, code.text)
    return [Labels.tab(state.view), name]
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
    layout.drawBelow(
      (state.projection.site(code)?.findings.first?.unit).map(RowID.unit), state, on: &grid)
    let area = layout.aside(on: &grid)
    guard area.height > 1 else { return }
    Blocks(
      [Blocks.Block.earlier(of: code, state)].compactMap(\.self) + [
        .history(of: .site(code), state)
      ],
      state.language
    ).draw(in: area, on: &grid)
  }

  var hints: [Command] {
    [.receivePaper, .receiveElectronic, .receiveBoth, .detailPaper, .nextRecord, .undo, .back]
  }

  private func layout(_ state: State, in body: Rect) -> DetailLayout {
    DetailLayout(
      header: header(state, width: DetailLayout.main(in: body).width - 4),
      rowCount: state.projection.site(code)?.findings.count ?? 0, body: body)
  }

  func facts(_ state: State) -> [StyledText] { header(state, width: nil) }

  private func header(_ state: State, width: Int?) -> [StyledText] {
    guard let site = state.projection.site(code), let sheet = state.facts(of: .site(code)) else {
      return []
    }
    let findings = site.findings.flatMap { finding -> [StyledText] in
      let id = StyledText("\(finding.finding.id)  ", .muted)
      let said = state.facts(of: .finding(finding.finding.id)).map {
        $0.line(["text"], isTitled: true) + "   " + $0.line(["kind"])
      }
      return [id + (said ?? "")] + FindingStory(finding: finding, state: state).lines
    }
    return [sheet.name + "   " + sheet.line(["state", "daysLeft"])]
      + sheet.lines(
        ["code", "printedCode", "currentName", "prefecture", "unit", "due"], width: width)
      + findings + sheet.lines(["availability"], width: width)
      + state.evidenceLines(of: .site(code), width: width)
  }
}
