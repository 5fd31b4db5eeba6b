import Testing

/// How many colours are used, and that they can be changed.
@Suite(.serialized, .enabled(if: Programs.hasTmux, "tmux is not installed"))
struct ColoursInTerminal {
  private enum Kind: String {
    case none
    case eight
    case bright
    case full
  }

  /// The richest kind of colours in a captured screen.
  private func kind(of captured: String) -> Kind {
    var kind = Kind.none
    for sequence in captured.split(separator: "\u{1B}[").dropFirst() {
      let numbers = sequence.prefix { $0 != "m" }.split(separator: ";").compactMap { Int($0) }
      if numbers.contains(38) || numbers.contains(48) { return .full }
      if numbers.contains(where: { (90...107).contains($0) }) { kind = .bright }
      if kind == .none,
        numbers.contains(where: { (30...37).contains($0) || (40...47).contains($0) })
      {
        kind = .eight
      }
    }
    return kind
  }

  private func kind(_ settings: String, _ options: String, term: String) async throws -> Kind {
    let scratch = try Scratch()
    let screen = try await Screen(
      settings + " " + scratch.dashboard("--view deadlines " + options), in: scratch, term: term)
    try await screen.wait(for: "报送登记")
    let kind = kind(of: try await screen.colours())
    try await screen.close()
    return kind
  }

  @Test func usesWhatTheTerminalHasAndThePersonWants() async throws {
    let cases: [(settings: String, options: String, term: String, kind: Kind)] = [
      ("", "", "xterm-256color", .full), ("", "", "rxvt", .eight),
      ("", "", "linux", .eight), ("", "", "vt100", .none),
      ("NO_COLOR=1", "", "xterm-256color", .none), ("NO_COLOR=", "", "xterm-256color", .full),
      ("NO_COLOR=1", "--color always", "xterm-256color", .full),
      ("NO_COLOR=1", "--color always", "linux", .eight),
      ("", "--color never", "xterm-256color", .none),
      ("", "--theme mono", "xterm-256color", .none),
      ("", "--theme light", "xterm-256color", .full),
      ("", "--theme default", "xterm-256color", .bright),
      ("", "--theme default", "linux", .eight),
    ]
    for one in cases {
      let kind = try await kind(one.settings, one.options, term: one.term)
      #expect(kind == one.kind, "\(one.settings) \(one.options) \(one.term)")
    }
  }

  /// T takes the next theme at once, in every cell.
  @Test func takesAnotherThemeAtRunTime() async throws {
    let scratch = try Scratch()
    let screen = try await Screen(
      scratch.dashboard("--view deadlines"), in: scratch, term: "xterm-256color")
    try await screen.wait(for: "报送登记")
    let dark = try await screen.colours()
    var seen: [String] = []
    for name in ["浅色", "终端自带", "无色", "深色"] {
      try await screen.press("T")
      try await screen.wait(for: "配色：\(name)")
      seen.append(try await screen.colours())
    }
    #expect(seen.map { kind(of: $0) } == [.full, .bright, .none, .full])
    // The foot of the screen says which; all else is as it was.
    #expect(body(of: seen[3]) == body(of: dark))
    #expect(body(of: seen[0]) != body(of: dark))
    try await screen.close()
  }

  private func body(of captured: String) -> [Substring] {
    Array(captured.split(separator: "\n", omittingEmptySubsequences: false).prefix(20))
  }
}
