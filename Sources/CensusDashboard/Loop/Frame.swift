import CensusCore
import DisplayText
package import TerminalKit

extension State {
  /// Where the body of a screen is: two rows above and two below, and above it the way here where a
  /// person has gone in.
  func body(in size: Size) -> Rect {
    let above = way.places.count > 1 ? 3 : 2
    return Rect(x: 0, y: above, width: size.columns, height: size.rows - above - 2)
  }

  /// The same on the screen as it is.
  var body: Rect { body(in: size) }
}

extension Dashboard {
  /// The smallest screen that is worth drawing on.
  static let smallest = Size(columns: 60, rows: 16)

  /// The frame: it depends on the state and the size, and nothing else.
  package static func view(_ state: State, in size: Size) -> Grid {
    var grid = Grid(size: size, alphabet: state.alphabet)
    guard size.columns >= smallest.columns, size.rows >= smallest.rows else {
      drawTooSmall(state, on: &grid)
      return grid
    }
    let screen = state.screen
    Chrome(state: state).draw(screen, on: &grid)
    let body = state.body(in: size)
    if state.way.isZoomed, screen.list(state, pane: state.pane) != nil {
      screen.drawList(state, pane: state.pane, in: body, on: &grid)
    } else {
      screen.draw(state, in: body, on: &grid)
    }
    Chrome(state: state).drawMessage(on: &grid)
    if let overlay = state.overlay {
      grid.removeTouches()
      overlay.draw(state, on: &grid)
    }
    return grid
  }

  /// How large it has to be; what leaving asks; the help, which is short here.
  private static func drawTooSmall(_ state: State, on grid: inout Grid) {
    let size = grid.size
    let problem = state.talk.message.flatMap { $0.kind == .problem ? $0 : nil }
    if state.overlay is Help, problem == nil {
      drawLines(helpInSmall, .text, state, on: &grid)
      return
    }
    let key = state.unseenLeave
    let lines = [
      Phrase(
        "窗口太小：现在 \(size.columns)x\(size.rows)",
        "Too small: \(size.columns)x\(size.rows)"),
      Phrase(
        "至少需要 \(smallest.columns)x\(smallest.rows)，\(key) 退出",
        "at least \(smallest.columns)x\(smallest.rows), \(key) quits"),
    ]
    if let problem {
      let leave = Phrase("窗口太小，\(key) 退出", "Too small, \(key) quits")
      drawLines([leave, problem.text], problem.style, state, on: &grid)
      return
    }
    let top = max(0, size.rows / 2 - 1)
    for (line, text) in lines.enumerated() {
      grid.write(
        text[state.language], at: Point(x: 0, y: top + line), fitting: size.columns,
        alignment: .centre, line == 0 ? .text.bold : .muted)
    }
    grid.cursor = Point(x: 0, y: min(top, max(0, size.rows - 1)))
  }

  private static let helpInSmall = [
    Phrase("q 退出   Ctrl-L 重画   Ctrl-Z 挂起", "q quit   Ctrl-L redraw   Ctrl-Z suspend"),
    Phrase(
      "窗口放大到\(smallest.columns)x\(smallest.rows)以上才能查看和登记；Esc 关闭",
      "from \(smallest.columns)x\(smallest.rows) on one can look and record; Esc closes"),
  ]

  private static func drawLines(
    _ phrases: [Phrase], _ style: Style, _ state: State, on grid: inout Grid
  ) {
    let lines = phrases.flatMap {
      grid.alphabet.wrapped($0[state.language], to: max(1, grid.size.columns))
    }
    for (line, text) in lines.enumerated() { grid.write(text, at: Point(x: 0, y: line), style) }
    grid.cursor = Point(x: 0, y: 0)
  }
}
