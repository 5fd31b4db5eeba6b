import CensusCore
import CensusLists
import TerminalKit

/// 9 记录: what was recorded, newest first; what was taken back stays, struck through.
struct HistoryList: Screen {
  func crumbs(_ state: State) -> [Phrase] {
    [Labels.tab(.history), Phrase("办理记录", "what was recorded")]
  }

  func status(_ state: State) -> StyledText {
    let events = state.snapshot.history
    let undone = events.count(where: \.isRetracted)
    let mark =
      undone == 0 ? Phrase("", "") : Phrase("，其中已撤销\(undone)条", ", \(undone) of them undone")
    let shown = state.isFiltered ? state.arrangedRows.count : nil
    let place = shown.map { "   \($0) / \(events.count)" } ?? ""
    let count = Phrase(
      "共\(events.count)条\(mark.chinese)",
      "\(events.count) \(events.count == 1 ? "record" : "records")\(mark.english)")
    return StyledText(count[state.language] + place, .muted)
  }

  func list(_ state: State, pane: Int) -> RowList? {
    let snapshot = state.snapshot
    let list = RowList(
      snapshot.projection.historyRoll(
        snapshot.history, offset: snapshot.offset, language: state.language,
        searched: snapshot.searched, isWhole: true),
      showing: ["effectiveOn", "type", "unit", "summary", "recordedBy", "recordedAt", "batch"],
      in: state, opens: { .event($0.event.id) })
    // A named view says itself which rows it shows, and in which order.
    return state.foldsBatches && state.view(of: .history) == nil
      ? HistoryGroups(list, in: state).list : list
  }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect {
    spread(state, in: body).list
  }

  private func spread(_ state: State, in body: Rect) -> Spread {
    let reserved = body.height >= 24 ? 8 : body.height >= 12 ? 4 : 0
    return Spread(
      rows: state.rows(0).count + 1, widest: 136, reserved: reserved, in: body)
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    guard !state.snapshot.history.isEmpty else {
      let text = Terms.nothingRecorded(in: state.projection)
      grid.write(text[state.language], at: Point(x: body.x + 2, y: body.y + 1), .muted, clip: body)
      return
    }
    let spread = spread(state, in: body)
    spread.drawDivider(on: &grid)
    drawList(state, in: body, on: &grid)
    Aside(state: state).draw(in: spread.aside, on: &grid)
  }

  var hints: [Command] { [.open, .facets, .filter, .retract, .undo, .redo, .sort] }
}

extension Labels {
  /// Stands before what was taken back, since not every terminal strikes text through.
  static let undone = Phrase("（已撤销）", "(undone) ")

  /// Stands before what contradicts another record, until somebody settles which counts.
  static let conflict = Phrase("（待裁定）", "(conflict) ")

  /// The unit that something concerns, or how many.
  static func unitsCell(_ units: [Unit]) -> Phrase {
    guard let unit = units.first else { return Phrase("-", "-") }
    return units.count == 1
      ? Phrase(unit.name.chinese, unit.short.english) : Labels.units(units.count)
  }
}
