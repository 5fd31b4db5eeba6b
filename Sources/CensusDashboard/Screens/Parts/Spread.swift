import TerminalKit

/// A list and what is said of its cursor row: side by side on wide screens, else below each other.
struct Spread {
  let list: Rect
  let aside: Rect
  let isBeside: Bool

  /// From so many columns on that stands beside the list.
  static let besideFrom = 156
  private static let widestAside = 96
  private static let narrowestAside = 46

  /// - Parameters:
  ///   - rows: the lines that the list wants, its heading among them.
  ///   - widest: the columns beyond which the list has no use for more.
  ///   - reserved: the lines kept for that below, however long the list is.
  ///   - body: what both share.
  init(rows: Int, widest: Int, reserved: Int, in body: Rect) {
    isBeside = body.width >= Self.besideFrom
    guard isBeside else {
      list = Rect(
        x: body.x, y: body.y, width: body.width, height: min(rows, body.height - reserved))
      let top = list.endY + 1
      aside = Rect(x: body.x, y: top, width: body.width - 1, height: body.endY - top)
      return
    }
    let width = min(widest, body.width - Self.narrowestAside - 2)
    list = Rect(x: body.x, y: body.y, width: width, height: min(rows, body.height))
    let left = list.endX + 1
    aside = Rect(
      x: left, y: body.y, width: min(Self.widestAside, body.endX - left - 1), height: body.height)
  }

  /// The line between the two where they stand side by side.
  func drawDivider(on grid: inout Grid) {
    guard isBeside else { return }
    grid.fill(
      Rect(x: list.endX, y: aside.y, width: 1, height: aside.height), with: grid.alphabet.vertical,
      .muted)
  }
}
