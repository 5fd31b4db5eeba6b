import CensusCore
import TerminalKit

/// The shape that all details share: a few lines, a list below them, and the history at the end.
struct DetailLayout {
  let header: [StyledText]
  let rowCount: Int
  let body: Rect

  /// Where the list is drawn: below the lines, as high as its rows.
  var listArea: Rect {
    let top = min(header.count + 1, max(0, body.height - 3))
    let room = body.height - top
    let wanted = rowCount + 1
    let height = min(wanted, max(3, room - min(4, max(0, room - 4))))
    return Rect(x: body.x, y: body.y + top, width: body.width, height: min(height, room))
  }

  /// What is left below the list.
  var rest: Rect {
    let end = listArea.endY + 1
    return Rect(x: body.x, y: end, width: body.width, height: body.endY - end)
  }

  func drawHeader(on grid: inout Grid) {
    for (line, text) in header.enumerated() where line < listArea.y - body.y {
      grid.write(text, at: Point(x: body.x + 2, y: body.y + line), clip: body)
    }
  }
}

/// The latest events about something, one line each, under a title.
struct HistoryLines {
  let entries: [HistoryEntry]
  let projection: Projection
  let language: Language

  func draw(in area: Rect, on grid: inout Grid) {
    guard area.height > 1 else { return }
    let title = Phrase("办理经过", "History")
    grid.fill(area.row(0), with: grid.alphabet.horizontal, .muted)
    grid.write(
      " \(title[language]) ", at: Point(x: area.x + 1, y: area.y), .accent.bold, clip: area)
    guard !entries.isEmpty else {
      let none = Phrase("还没有记录", "nothing recorded yet")
      grid.write(none[language], at: Point(x: area.x + 2, y: area.y + 1), .muted, clip: area)
      return
    }
    let rows = area.height - 1
    let shown = entries.count > rows ? entries.prefix(rows - 1) : entries.prefix(rows)
    for (line, entry) in shown.enumerated() {
      grid.write(text(entry), at: Point(x: area.x + 2, y: area.y + 1 + line), clip: area)
    }
    guard shown.count < entries.count else { return }
    let more = Phrase(
      "还有\(entries.count - shown.count)条（census history）",
      "\(entries.count - shown.count) more (census history)")
    grid.write(more[language], at: Point(x: area.x + 2, y: area.endY - 1), .muted, clip: area)
  }

  private func text(_ entry: HistoryEntry) -> StyledText {
    let event = entry.event
    let summary = Terms.summary(of: event, in: projection)[language]
    let style: Style = entry.isRetracted ? .muted.struck : .text
    let mark = entry.isRetracted ? Phrase("（已撤销）", " (undone)")[language] : ""
    return StyledText("\(event.on)  ", .muted) + StyledText(summary, style)
      + StyledText(mark, .muted) + StyledText("  \(event.actor)", .muted)
  }
}
