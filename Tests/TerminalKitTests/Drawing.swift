import TerminalKit

/// The lines of a grid on which something was drawn.
func drawn(
  _ columns: Int, _ rows: Int, _ alphabet: Alphabet = .unicode, _ draw: (inout Grid) -> Void
) -> [String] {
  var grid = Grid(size: Size(columns: columns, rows: rows), alphabet: alphabet)
  draw(&grid)
  return grid.lines
}

/// A whole grid of that size as a rectangle.
func whole(_ columns: Int, _ rows: Int) -> Rect {
  Rect(x: 0, y: 0, width: columns, height: rows)
}
