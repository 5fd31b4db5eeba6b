/// What the terminal shows at one moment.
struct Sight {
  let title: (frame: Int, events: Int)?
  let isOver: Bool
  let cursor: (x: Int, y: Int)
  let isCursorShown: Bool
  let text: String

  init(_ screen: Screen) async throws {
    let facts =
      "#{pane_dead}|#{cursor_x}|#{cursor_y}|#{cursor_flag}|#{pane_title}"
    let answer = try await screen.tmux([
      "display-message", "-p", facts, ";", "capture-pane", "-p",
    ])
    let parts = answer.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let words = (parts.first ?? "").split(separator: "|", omittingEmptySubsequences: false)
    text = parts.count > 1 ? String(parts[1]) : ""
    let isWhole = words.count == 5
    isOver = isWhole && words[0] == "1"
    cursor = isWhole ? (Int(words[1]) ?? -1, Int(words[2]) ?? -1) : (-1, -1)
    isCursorShown = isWhole && words[3] == "1"
    // `frame 3 idle 17`
    let name = isWhole ? words[4].split(separator: " ") : []
    if name.count == 4, let frame = Int(name[1]), let events = Int(name[3]) {
      title = (frame, events)
    } else {
      title = nil
    }
  }
}

/// What the program believes in: its file.
struct Frame {
  let number: Int
  let rows: Int
  private let text: String
  private let cursor: (x: Int, y: Int)?
  private let isCaretShown: Bool

  init?(_ file: String?) {
    let lines = file?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    guard lines.count >= 2 else { return nil }
    // `frame 3 cursor 5,7 caret`
    let words = lines[lines.count - 2].split(separator: " ")
    guard words.count >= 2, let number = Int(words[1]) else { return nil }
    self.number = number
    rows = lines.count - 2
    text = lines.prefix(rows).joined(separator: "\n")
    isCaretShown = words.count == 5
    let place = words.count > 3 ? words[3].split(separator: ",").compactMap { Int($0) } : []
    cursor = place.count == 2 ? (place[0], place[1]) : nil
  }

  /// What is different on the screen, nil if nothing is.
  func difference(from sight: Sight, at size: (columns: Int, rows: Int)) -> String? {
    // Curses cannot write into the last cell of a terminal that has no other.
    guard size.columns * size.rows > 1 else { return nil }
    guard trimmed(text) == trimmed(sight.text) else {
      return "believed:\n\(trimmed(text))\nshown:\n\(trimmed(sight.text))"
    }
    if let cursor, cursor.x < size.columns, cursor.y < size.rows {
      guard cursor == sight.cursor else {
        return "the cursor is at \(sight.cursor), believed at \(cursor)"
      }
      guard isCaretShown == sight.isCursorShown else {
        return "the cursor is \(sight.isCursorShown ? "shown" : "hidden"), believed otherwise"
      }
    }
    return nil
  }
}
