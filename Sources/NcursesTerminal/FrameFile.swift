internal import Glibc
internal import TerminalKit

/// A file that always holds the frame shown last, for tests that compare it with the screen.
struct FrameFile {
  let path: String

  /// Puts a frame in place of the one before, whole or not at all.
  ///
  /// The rows, then `frame 3 cursor 5,7 caret`.
  func write(_ grid: Grid, number: Int) {
    var text = grid.lines.joined(separator: "\n") + "\nframe \(number)"
    if let cursor = grid.cursor {
      text += " cursor \(cursor.x),\(cursor.y)" + (grid.isCaretVisible ? " caret" : "")
    }
    let draft = path + ".new"
    guard let file = fopen(draft, "w") else { return }
    let written = fputs(text + "\n", file)
    guard fclose(file) == 0, written >= 0 else { return }
    rename(draft, path)
  }
}
