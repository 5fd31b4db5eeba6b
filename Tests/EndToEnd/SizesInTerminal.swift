import Testing

/// Every view and every dialog survives any size, and is whole again afterwards.
@Suite(.serialized, .enabled(if: Programs.hasTmux, "tmux is not installed"))
struct SizesInTerminal {
  @Test(arguments: [
    "1", "2", "3", "4", "5", "6", "8", "9", "0", "A", "3 Enter", "5 Enter", "2 Enter", "3 /", "D",
    "5 P", "5 c", "m", "?", "5 * p", "y b",
  ])
  func isWholeAgainAfterAnySize(_ keys: String) async throws {
    let scratch = try Scratch()
    let screen = try await Screen(scratch.dashboard(), in: scratch, columns: 100, rows: 30)
    try await screen.wait(for: "今天要办")
    let names = keys.split(separator: " ").map(String.init)
    for key in names { try await screen.press(key) }
    try await screen.settle(events: names.count)
    let before = try await settled(screen, scratch, 100, 30)
    for (columns, rows) in [(60, 16), (1, 1), (59, 15), (200, 60), (2, 40), (80, 24)] {
      try await screen.resize(columns, rows)
      _ = try await settled(screen, scratch, columns, rows)
    }
    try await screen.resize(100, 30)
    let after = try await settled(screen, scratch, 100, 30)
    #expect(after == before, "before:\n\(before)\nafter:\n\(after)")
    try await screen.close()
  }

  /// The screen, once it is the frame that the program believes in, at that size.
  private func settled(
    _ screen: Screen, _ scratch: Scratch, _ columns: Int, _ rows: Int
  ) async throws -> String {
    var isSame = false
    let text = try await screen.wait(for: "the frame at \(columns)x\(rows)") { shown in
      guard let frame = scratch.text("frame") else { return false }
      let lines = frame.split(separator: "\n", omittingEmptySubsequences: false)
      isSame =
        lines.count == rows + 2
        // Curses cannot write into the last cell of a terminal that has no other.
        && (columns * rows == 1 || trimmed(frame, rows: rows) == trimmed(shown))
      return isSame
    }
    return trimmed(text)
  }
}
