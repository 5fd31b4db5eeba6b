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
    try await screen.wait(for: "到期（含当日）")
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

  /// A description without a palette takes red, green and blue: the same colours are shown.
  @Test(arguments: ["xterm-direct", "tmux-direct"])
  func showsTheSameColoursWhereThereIsNoPalette(_ name: String) async throws {
    let scratch = try Scratch()
    let base = name.replacing("direct", with: "256color")
    let set = { (first: String) in
      "\\E[%?%p1%{8}%<%t\(first)%p1%d%e\(first)8\\:2\\:\\:%p1%{65536}%/%d\\:"
        + "%p1%{256}%/%{255}%&%d\\:%p1%{255}%&%d%;m"
    }
    try scratch.write(
      """
      \(name)|made for the test,
      \tRGB, colors#0x1000000, pairs#0x10000, ccc@, initc@,
      \tsetab=\(set("4")), setaf=\(set("3")), use=\(base),

      """, to: "description")
    let made = try await Programs.run(
      "tic", ["-x", "-o", scratch.path + "/terminfo", scratch.path + "/description"])
    try #require(made.status == 0, "\(made.errors)")
    var shown: [[String]] = []
    for settings in ["TERM=\(base)", "TERMINFO=\(scratch.path)/terminfo TERM=\(name)"] {
      let screen = try await Screen(
        "\(settings) \(scratch.dashboard("--view deadlines"))", in: scratch, term: "xterm-256color")
      try await screen.wait(for: "到期（含当日）")
      let rows = try await screen.colours().split(separator: "\n", omittingEmptySubsequences: false)
      shown.append(rows.map { inRedGreenBlue(String($0)) })
      try await screen.close()
    }
    #expect(shown[0] == shown[1])
    #expect(shown[0].contains { $0.contains("8;2;") })
  }

  /// A captured row with the colours of the palette spelt out, each a difference of two at most.
  private func inRedGreenBlue(_ row: String) -> String {
    let steps = [0, 95, 135, 175, 215, 255]
    var words: [Substring] = row.split(separator: ";", omittingEmptySubsequences: false)
    for index in words.indices.dropFirst() where words[index - 1] == "5" && index >= 2 {
      let digits = words[index].prefix { $0.isNumber }
      guard words[index - 2].hasSuffix("38") || words[index - 2].hasSuffix("48"),
        let number = Int(digits), number >= 16
      else { continue }
      let place = number - 16
      let colour =
        number >= 232
        ? Array(repeating: 8 + 10 * (number - 232), count: 3)
        : [steps[place / 36], steps[place / 6 % 6], steps[place % 6]]
      words[index - 1] = "2"
      words[index] =
        colour.map(String.init).joined(separator: ";")[...]
        + words[index].dropFirst(digits.count)
    }
    return words.joined(separator: ";").replacing("8;2;0;0;", with: "8;2;1;0;")
  }

  /// T takes the next theme at once, in every cell.
  @Test func takesAnotherThemeAtRunTime() async throws {
    let scratch = try Scratch()
    let screen = try await Screen(
      scratch.dashboard("--view deadlines"), in: scratch, term: "xterm-256color")
    try await screen.wait(for: "到期（含当日）")
    let dark = try await screen.colours()
    var seen: [String] = []
    for name in ["浅色", "终端自带", "无色", "自动（深色）"] {
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
