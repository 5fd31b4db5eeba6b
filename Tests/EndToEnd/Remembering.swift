import Testing

/// What the real dashboard remembers from one start to the next.
@Suite(.serialized, .enabled(if: Programs.hasTmux, "tmux is not installed"))
struct Remembering {
  private func dashboard(_ scratch: Scratch, _ options: String = "") -> String {
    "HOME=\(scratch.path)/home; export HOME; mkdir -p $HOME; "
      + "\(Programs.dashboard) --store \(scratch.store) --lang zh --as-of 2018-10-19 \(options)"
  }

  /// Whichever way it is left by, or told to end.
  @Test(arguments: ["Q", "C-c", "TERM", "HUP"])
  func comesBackToWhereItWasLeft(_ way: String) async throws {
    let scratch = try Scratch()
    let program = "echo $$ > \(scratch.path)/pid; exec "
    let command =
      dashboard(scratch).replacing(
        "\(Programs.dashboard) ", with: "sh -c '\(program)\(Programs.dashboard) ")
      + "'; echo over; sleep 600"
    let screen = try await Screen(command, in: scratch)
    try await screen.wait(for: "今天要办")
    try await screen.press("3", "/")
    try await screen.type("怒江")
    try await screen.press("Enter", "Down")
    try await screen.wait(for: "▌ 11") { $0.contains("▌ 11") }
    if ["TERM", "HUP"].contains(way) {
      let pid = try #require(scratch.text("pid")).split(separator: "\n").first ?? ""
      _ = try await Programs.run("kill", ["-\(way)", String(pid)])
    } else {
      try await screen.press(way)
    }
    try await screen.wait(for: "the end of the program") { $0.contains("over") }
    try await screen.close()

    let again = try await Screen(dashboard(scratch), in: scratch)
    try await again.wait(for: "the filter, and the cursor on row 11") {
      $0.contains("筛选：怒江") && $0.contains("▌ 11")
    }
    try await again.press("Q")
    try await again.close()

    let fresh = try await Screen(dashboard(scratch, "--fresh"), in: scratch)
    try await fresh.wait(for: "今天要办")
    try await fresh.close()

    let frame = try await Programs.run(
      Programs.dashboard,
      ["--store", scratch.store, "--lang", "zh", "--as-of", "2018-10-19", "--print-frame"],
      setting: ["HOME=\(scratch.path)/home"])
    #expect(frame.output.contains("今天要办"))
  }

  /// A signal asks no question, so verdicts that were not saved wait for the next start.
  @Test(arguments: ["TERM", "HUP"])
  func verdictsOutliveASignal(_ signal: String) async throws {
    let scratch = try Scratch()
    let command =
      dashboard(scratch).replacing(
        "\(Programs.dashboard) ",
        with: "sh -c 'echo $$ > \(scratch.path)/pid; exec \(Programs.dashboard) ")
      + "'; echo over; sleep 60"
    let screen = try await Screen(command, in: scratch)
    try await screen.wait(for: "今天要办")
    try await screen.press("6", "+", "-", "~")
    try await screen.wait(for: "未保存 3条")
    let pid = try #require(scratch.text("pid")).split(separator: "\n").first ?? ""
    _ = try await Programs.run("kill", ["-\(signal)", String(pid)])
    try await screen.wait(for: "the end of the program") { $0.contains("over") }
    try await screen.close()

    let again = try await Screen(dashboard(scratch, "--fresh"), in: scratch)
    try await again.wait(for: "上次有3条复查结论没有保存")
    try await again.press("w")
    try await again.wait(for: "已登记复查3条：到位1条、不到位1条、暂无法复查1条")
    try await again.press("Q")
    try await again.close()
  }

  @Test func aTerminalThatCannotPlaceItsCursorGetsLines() async throws {
    let scratch = try Scratch()
    let screen = try await Screen("TERM=dumb; export TERM; " + dashboard(scratch), in: scratch)
    let text = try await screen.wait(for: "7. 临沧")
    #expect(text.contains("终端“dumb”不能移动光标，改用逐行对话。"))
    try await screen.type("5")
    try await screen.press("Enter")
    try await screen.wait(for: "期限 > 报送登记。")
    try await screen.type("q")
    try await screen.press("Enter")
    try await screen.close()
  }
}
