import CensusCore
import TerminalKit

/// 9 记录: what was recorded, newest first; what was taken back stays, struck through.
struct HistoryList: Screen {
  func crumbs(_ state: State) -> [Phrase] {
    [Labels.tab(.history), Phrase("办理记录", "what was recorded")]
  }

  func status(_ state: State) -> StyledText {
    let events = state.projection.events
    let undone = events.count { !state.projection.isLive($0.id) }
    let mark =
      undone == 0 ? Phrase("", "") : Phrase("，其中已撤销\(undone)条", ", \(undone) of them undone")
    let shown = state.lists[state.listKey]?.filter.isEmpty == false ? state.arrangedRows.count : nil
    let place = shown.map { "   \($0) / \(events.count)" } ?? ""
    let count = Phrase(
      "共\(events.count)条\(mark.chinese)",
      "\(events.count) \(events.count == 1 ? "record" : "records")\(mark.english)")
    return StyledText(count[state.language] + place, .muted)
  }

  func list(_ state: State, pane: Int) -> RowList? {
    let isChinese = state.language == .chinese
    let columns = [
      ListColumn("on", Phrase("日期", "Day"), .fixed(10)),
      ListColumn("type", Phrase("类型", "Kind"), .fixed(isChinese ? 10 : 14)),
      ListColumn(
        "unit", Labels.unit, .flexible(minimum: isChinese ? 12 : 11, weight: 1, maximum: 16)),
      ListColumn("summary", Phrase("内容", "What"), .flexible(minimum: 24, weight: 4, maximum: 80)),
      ListColumn("actor", Phrase("登记人", "By"), .fixed(8)),
      ListColumn("at", Phrase("登记时间", "Recorded"), .fixed(16), importance: 2),
      ListColumn("batch", Phrase("批次", "Batch"), .fixed(8), importance: 1),
    ]
    return RowList(columns: columns, rows: state.snapshot.history.map { row($0, state) })
  }

  private func row(_ entry: HistoryEntry, _ state: State) -> ListRow {
    let (projection, language) = (state.projection, state.language)
    let event = entry.event
    let summary = Terms.summary(of: event, in: projection)
    let type = Terms.eventType(event.payload)
    let units = entry.units(in: projection)
    let style: Style = entry.isRetracted ? .muted.struck : .text
    let undone = entry.isRetracted ? Labels.undone[language] : ""
    let at = event.at.text(at: state.snapshot.offset)
    let searched = state.snapshot.searched
    return ListRow(
      .event(event.id), reference: .event(event.id), opens: .event(event.id),
      cells: [
        StyledText(event.on.description, .muted),
        StyledText(type[language], entry.isRetracted ? .muted : .accent),
        StyledText(Labels.unitsCell(units)[language], entry.isRetracted ? .muted : .text),
        StyledText(undone, .muted) + StyledText(summary[language], style),
        StyledText(event.actor, .muted), StyledText(at, .muted),
        StyledText(String(event.batch.text.prefix(8)), .muted),
      ],
      keys: [
        .number(event.on.ordinal), .text(type[language]),
        .text(Labels.unitsCell(units)[language]), .text(summary[language]), .text(event.actor),
        .number(event.at.seconds), .text(event.batch.text),
      ],
      texts: searched.of(entry) + [at, undone],
      values: [
        "type": [event.payload.typeName], "unit": units.map(\.id), "actor": [event.actor],
      ])
  }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect {
    spread(state, in: body).list
  }

  private func spread(_ state: State, in body: Rect) -> Spread {
    let reserved = body.height >= 24 ? 8 : body.height >= 12 ? 4 : 0
    return Spread(
      rows: state.projection.events.count + 1, widest: 136, reserved: reserved, in: body)
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    guard !state.projection.events.isEmpty else {
      let text = Phrase("本季度还没有登记过什么。", "Nothing has been recorded for this quarter yet.")
      grid.write(text[state.language], at: Point(x: body.x + 2, y: body.y + 1), .muted, clip: body)
      return
    }
    let spread = spread(state, in: body)
    spread.drawDivider(on: &grid)
    drawList(state, in: body, on: &grid)
    Aside(state: state).draw(in: spread.aside, on: &grid)
  }

  var hints: [Command] { [.open, .retract, .undo, .redo, .filter, .sort] }
}

extension HistoryEntry {
  /// The units it concerns.
  func units(in projection: Projection) -> [Unit] {
    if let unit {
      let known = projection.obligation(of: unit)?.unit ?? projection.directory.unit(unit)
      return [known ?? Unit(id: unit, name: Phrase(unit, unit), prefecture: "")]
    }
    let ids = Set(findings.compactMap { projection.finding($0)?.unit })
    return projection.obligations.map(\.unit).filter { ids.contains($0.id) }
  }
}

extension Labels {
  /// Stands before what was taken back, since not every terminal strikes text through.
  static let undone = Phrase("（已撤销）", "(undone) ")

  /// The unit that something concerns, or how many.
  static func unitsCell(_ units: [Unit]) -> Phrase {
    guard let unit = units.first else { return Phrase("-", "-") }
    return units.count == 1
      ? Phrase(unit.name.chinese, unit.short.english) : Labels.units(units.count)
  }
}
