import DisplayText
import TerminalKit

/// A page of lines that is scrolled as a whole.
struct TextPage {
  let lines: [StyledText]

  /// The columns that lines may fill, so that they stay readable on wide screens.
  static func width(in body: Rect) -> Int { max(1, min(body.width - 4, 108)) }

  func draw(in body: Rect, offset: Int, on grid: inout Grid) {
    let first = Self.clamped(offset, count: lines.count, height: body.height)
    for (line, text) in lines.dropFirst(first).prefix(body.height).enumerated() {
      grid.write(text, at: Point(x: body.x + 2, y: body.y + line), clip: body)
    }
    Scrollbar(count: lines.count, visible: body.height, offset: first)
      .draw(in: Rect(x: body.endX - 1, y: body.y, width: 1, height: body.height), on: &grid)
    grid.cursor = body.origin
  }

  /// The first line in view, so that the page never scrolls past its end.
  static func clamped(_ offset: Int, count: Int, height: Int) -> Int {
    max(0, min(offset, count - height))
  }
}

extension Alphabet {
  /// The lines of a text as it is written with this alphabet.
  func wrapped(_ text: String, to columns: Int) -> [String] {
    DisplayText.wrapped(shown(text), to: columns)
  }
}
