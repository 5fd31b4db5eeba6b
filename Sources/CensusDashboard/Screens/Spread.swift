import TerminalKit

/// A list and the pane on its cursor row: side by side on wide screens, else below each other.
struct Spread {
  let list: Rect
  let pane: Rect
  let isBeside: Bool

  /// From so many columns on the pane stands beside the list.
  static let besideFrom = 156
  private static let widestPane = 96
  private static let narrowestPane = 60

  /// - Parameters:
  ///   - rows: the lines that the list wants, its heading among them.
  ///   - widest: the columns beyond which the list has no use for more.
  ///   - reserved: the lines kept for a pane below, however long the list is.
  ///   - body: what both share.
  init(rows: Int, widest: Int, reserved: Int, in body: Rect) {
    isBeside = body.width >= Self.besideFrom
    guard isBeside else {
      list = Rect(
        x: body.x, y: body.y, width: body.width, height: min(rows, body.height - reserved))
      let top = list.endY + 1
      pane = Rect(x: body.x, y: top, width: body.width - 1, height: body.endY - top)
      return
    }
    let width = min(widest, body.width - Self.narrowestPane - 2)
    list = Rect(x: body.x, y: body.y, width: width, height: min(rows, body.height))
    let left = list.endX + 1
    pane = Rect(
      x: left, y: body.y, width: min(Self.widestPane, body.endX - left - 1), height: body.height)
  }

  /// The line between the two where they stand side by side.
  func drawDivider(on grid: inout Grid) {
    guard isBeside else { return }
    grid.fill(
      Rect(x: list.endX, y: pane.y, width: 1, height: pane.height), with: grid.alphabet.vertical,
      .muted)
  }
}
