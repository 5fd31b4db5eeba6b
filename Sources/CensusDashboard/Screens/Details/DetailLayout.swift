import CensusCore
import CensusLists
import TerminalKit

/// The shape that all details share: a few lines, a list below them, and the history below that,
/// on wide screens beside both.
struct DetailLayout {
  let header: [StyledText]
  let rowCount: Int
  let body: Rect

  private static let widestMain = 124
  private static let narrowestSide = 60

  /// The part with the lines and the list.
  static func main(in body: Rect) -> Rect {
    guard body.width >= Spread.besideFrom else { return body }
    let width = min(widestMain, body.width - narrowestSide - 1)
    return Rect(x: body.x, y: body.y, width: width, height: body.height)
  }

  private var main: Rect { Self.main(in: body) }

  /// Whether the history stands beside the list.
  var isBeside: Bool { main.width < body.width }

  /// Draws what there is to say of a row below the list, where the history leaves that free.
  func drawBelow(_ row: RowID?, _ state: State, after used: Int = 0, on grid: inout Grid) {
    guard isBeside else { return }
    Aside(state: state, row: row).draw(
      in: Rect(x: rest.x, y: rest.y + used, width: rest.width - 1, height: rest.height - used),
      on: &grid)
  }

  /// Where the list is drawn: below the lines, as high as its rows.
  var listArea: Rect {
    let top = min(header.count + 1, max(0, main.height - 3))
    let room = main.height - top
    let wanted = rowCount + 1
    let height = min(wanted, max(3, room - min(4, max(0, room - 4))))
    return Rect(x: main.x, y: main.y + top, width: main.width, height: min(height, room))
  }

  /// What is left below the list.
  var rest: Rect {
    let end = listArea.endY + 1
    return Rect(x: main.x, y: end, width: main.width - 1, height: main.endY - end)
  }

  func drawHeader(on grid: inout Grid) {
    for (line, text) in header.enumerated() where line < listArea.y - body.y {
      grid.write(
        text, at: Point(x: main.x + 2, y: main.y + line), fitting: max(0, main.width - 3),
        clip: main)
    }
  }

  /// Draws what was recorded: beside the list, or below it after so many lines.
  func drawHistory(
    of reference: Reference, _ state: State, after used: Int = 0, on grid: inout Grid
  ) {
    let area = aside(after: used, on: &grid)
    guard area.height > 1 else { return }
    Blocks([.history(of: reference, state)], state.language).draw(in: area, on: &grid)
  }

  /// The part beside the list, behind a line, or what is left below it after so many lines.
  func aside(after used: Int = 0, on grid: inout Grid) -> Rect {
    guard main.width < body.width else {
      return Rect(x: rest.x, y: rest.y + used, width: rest.width, height: rest.height - used)
    }
    grid.fill(
      Rect(x: main.endX, y: body.y, width: 1, height: body.height), with: grid.alphabet.vertical,
      .muted)
    return Rect(
      x: main.endX + 1, y: body.y, width: body.endX - main.endX - 2, height: body.height)
  }
}
