import CensusCore
import CensusLists
import TerminalKit

/// One unit: what it owes and what arrived, its sites, its history.
struct UnitDetail: Screen {
  let id: UnitID

  func crumbs(_ state: State) -> [Phrase] {
    [Labels.tab(state.view), Terms.unit(id, in: state.projection)]
  }

  func status(_ state: State) -> StyledText {
    state.facts(of: .unit(id))?.line(["submission", "daysLeft"]) ?? ""
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
    let used = story.isEmpty ? 0 : story.count + 1
    layout.drawHistory(of: .unit(id), state, after: used, on: &grid)
    layout.drawBelow(state.rowUnderCursor?.id, state, after: used, on: &grid)
  }

  /// What has become of the finding under the cursor, its detail lines among it.
  private func story(_ state: State) -> [StyledText] {
    guard case .finding(let id) = state.rowUnderCursor?.id else { return [] }
    return state.projection.finding(id).map { FindingStory(finding: $0, state: state).lines } ?? []
  }

  private func layout(_ state: State, in body: Rect) -> DetailLayout {
    DetailLayout(
      header: header(state, width: DetailLayout.main(in: body).width - 4),
      rowCount: state.projection.obligation(of: id)?.findings.count ?? 0, body: body)
  }

  func facts(_ state: State) -> [StyledText] { header(state, width: nil) }

  /// From so many rows on the lane has lines of its own.
  private static let tall = 28
  private static let widestLane = 72

  private func header(_ state: State, width: Int?) -> [StyledText] {
    guard let sheet = state.facts(of: .unit(id)) else { return [] }
    let all = ["currentName", "due", "next"] + FactSheet.unit
    let files = state.evidenceLines(of: .unit(id), width: width)
    guard let width, let lane = state.snapshot.lanes[id] else {
      return [sheet.name] + sheet.lines(all, width: width) + files
    }
    let picture = LanePicture(lane, beside: lane.markedDays, in: state)
    guard state.size.rows < Self.tall else {
      return [sheet.name] + sheet.lines(all, width: width) + files
        + picture.lines(across: min(width, Self.widestLane), state.alphabet)
    }
    // Where lines are few, the lane and its axis stand beside the name and the deadline.
    let due = sheet.lines(["due"], width: width)
    let used = ([sheet.name] + due).map { $0.width(in: state.alphabet) }.max() ?? 0
    let beside = picture.lines(across: min(width - used - 4, Self.widestLane), state.alphabet)
    guard due.count == 1, !beside.isEmpty else {
      return [sheet.name] + sheet.lines(all, width: width) + files
    }
    let laneWidth = beside.map { $0.width(in: state.alphabet) }.max() ?? 0
    return zip([sheet.name] + due, beside).map { left, right in
      let blank = max(0, width - laneWidth - left.width(in: state.alphabet))
      return left + StyledText(String(repeating: " ", count: blank)) + right
    } + sheet.lines(["currentName", "next"] + FactSheet.unit, width: width) + files
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
