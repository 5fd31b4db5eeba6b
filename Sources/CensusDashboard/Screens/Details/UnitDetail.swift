import CensusCore
import CensusLists
import TerminalKit

/// One unit: what it owes and what arrived, its sites, its history.
struct UnitDetail: Screen {
  let id: String

  func crumbs(_ state: State) -> [Phrase] {
    [Labels.tab(state.view), Terms.unit(id, in: state.projection)]
  }

  func status(_ state: State) -> StyledText {
    guard let obligation = state.projection.obligation(of: id) else { return "" }
    let language = state.language
    return Cells.submission(obligation, on: state.projection.asOf, language) + "   "
      + Cells.time(obligation, on: state.projection.asOf, language)
  }

  func list(_ state: State, pane: Int) -> RowList? {
    guard let obligation = state.projection.obligation(of: id) else { return nil }
    return FindingRows(findings: obligation.findings, state: state).list
  }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect {
    layout(state, in: body).listArea
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    let layout = layout(state, in: body)
    layout.drawHeader(on: &grid)
    drawList(state, in: body, on: &grid)
    let story = story(state)
    for (line, text) in story.enumerated() {
      let place = layout.rest.row(line)
      grid.write(text, at: Point(x: place.x, y: place.y), clip: place)
    }
    layout.drawHistory(
      of: .unit(id), state, after: story.isEmpty ? 0 : story.count + 1, on: &grid)
  }

  /// What has become of the finding under the cursor, its detail lines among it.
  private func story(_ state: State) -> [StyledText] {
    guard case .finding(let finding) = state.rowUnderCursor?.id,
      let told = state.projection.finding(finding)
    else { return [] }
    return FindingStory(
      finding: told, day: state.projection.asOf, language: state.language, past: state.snapshot.past
    ).lines
  }

  private func layout(_ state: State, in body: Rect) -> DetailLayout {
    DetailLayout(
      header: header(state, width: DetailLayout.main(in: body).width - 4),
      rowCount: state.projection.obligation(of: id)?.findings.count ?? 0, body: body)
  }

  func facts(_ state: State, width: Int) -> [StyledText] { header(state, width: width) }

  private func header(_ state: State, width: Int) -> [StyledText] {
    guard let obligation = state.projection.obligation(of: id) else { return [] }
    let language = state.language
    let sentences = UnitSummary(obligation: obligation).sentences
    var lines = [StyledText(obligation.unit.name[language], .text.bold)]
    if let deadline = obligation.deadline {
      let due = Phrase(
        "报送期限 \(Terms.dated(deadline.day).chinese)   下一步 ",
        "due \(Terms.dated(deadline.day).english)   next ")
      lines.append(
        StyledText(due[language], .muted)
          + Cells.next(obligation.next, on: state.projection.asOf, language))
    }
    for sentence in sentences {
      lines += state.alphabet.wrapped(sentence[language], to: max(1, width)).map {
        StyledText($0)
      }
    }
    return lines
  }
}

/// Rows of findings, as the details of a unit and a site show them.
struct FindingRows {
  let findings: [FindingState]
  let state: State
  /// Inside one site its name is left out.
  var showsSite = true

  private static let fields = [
    "row", "name", "issues", "paperOn", "electronicOn", "state", "reported", "fixed",
    "accountable", "daysLeft",
  ]

  var list: RowList {
    RowList(
      state.projection.findingsRoll(
        findings, past: state.snapshot.past, searched: state.snapshot.searched),
      showing: Self.fields.filter { showsSite || $0 != "name" }.map { Pick($0) }, in: state,
      opens: { row in showsSite ? row.state.map { .site($0.site) } : nil })
  }
}
