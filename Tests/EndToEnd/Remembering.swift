import Testing

/// What the real dashboard remembers from one start to the next.
@Suite(.serialized, .enabled(if: Programs.hasTmux, "tmux is not installed"))
struct Remembering {
  private func dashboard(_ scratch: Scratch, _ options: String = "") -> String {
    "HOME=\(scratch.path)/person; export HOME; mkdir -p $HOME; "
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
      setting: ["HOME=\(scratch.path)/person"])
    #expect(frame.output.contains("今天要办"))
  }

  /// A signal asks no question, so verdicts that were not saved wait for the next start; so they do
  /// where nobody could ask, after a kill.
  @Test(arguments: ["TERM", "HUP", "KILL"])
  func verdictsOutliveASignal(_ signal: String) async throws {
    let scratch = try Scratch()
    let command =
      dashboard(scratch).replacing(
        "\(Programs.dashboard) ",
        with: "sh -c 'echo $$ > \(scratch.path)/pid; exec \(Programs.dashboard) ")
      + "'; echo over; sleep 60"
    let screen = try await Screen(command, in: scratch)
    try await screen.wait(for: "今天要办")
    try await screen.press("6", "+", "-", "~", "1")
    try await screen.wait(for: "3未存")
    while try await Programs.run(
      "grep", ["-rq", "untestable", "\(scratch.path)/person/.local/state"]
    ).status != 0 { try await Task.sleep(for: .milliseconds(20)) }
    let pid = try #require(scratch.text("pid")).split(separator: "\n").first ?? ""
    _ = try await Programs.run("kill", ["-\(signal)", String(pid)])
    try await screen.wait(for: "the end of the program") { $0.contains("over") }
    try await screen.close()

    let again = try await Screen(dashboard(scratch, "--fresh"), in: scratch)
    try await again.wait(for: "上次有3条复查结论没有保存")
    try await again.press("w")
    try await again.wait(for: "已登记复查3条：到位1条、不到位1条、无法复查1条")
    try await again.press("Q")
    try await again.close()
  }

  /// What was filled in is there at the next start, for the same person and nobody else, and nobody
  /// else on the host reads it.
  @Test(arguments: ["TERM", "HUP"])
  func aDialogOutlivesASignal(_ signal: String) async throws {
    let scratch = try Scratch()
    let command =
      dashboard(scratch, "--view deadlines").replacing(
        "\(Programs.dashboard) ",
        with: "sh -c 'echo $$ > \(scratch.path)/pid; exec \(Programs.dashboard) ")
      + "'; echo over; sleep 60"
    let screen = try await Screen(command, in: scratch)
    try await screen.wait(for: "到期（含当日）")
    try await screen.press("End", "c")
    try await screen.wait(for: "催办：临沧")
    try await screen.type("李四")
    try await screen.press("Tab")
    try await screen.type("24日报")
    try await screen.wait(for: "24日报")
    let pid = try #require(scratch.text("pid")).split(separator: "\n").first ?? ""
    _ = try await Programs.run("kill", ["-\(signal)", String(pid)])
    try await screen.wait(for: "the end of the program") { $0.contains("over") }
    try await screen.close()
    let files = try await Programs.run(
      "/bin/sh",
      ["-c", "grep -l 24日报 \(scratch.path)/person/.local/state/site-census/* | xargs stat -c %a"])
    #expect(files.output == "600\n")

    let other = try await Screen(
      "CENSUS_ACTOR=王五; export CENSUS_ACTOR; " + dashboard(scratch), in: scratch)
    let text = try await other.wait(for: "今天要办")
    #expect(!text.contains("没有登记"))
    try await other.press("Q")
    try await other.close()

    let again = try await Screen(dashboard(scratch, "--fresh"), in: scratch)
    try await again.wait(for: "上次填写的“催办 临沧”没有登记，内容还在：R 接着填")
    try await again.press("R")
    try await again.wait(for: "24日报")
    try await again.press("Enter")
    try await again.wait(for: "已登记：催办 临沧")
    try await again.press("Q")
    try await again.close()

    let last = try await Screen(dashboard(scratch, "--fresh"), in: scratch)
    let clean = try await last.wait(for: "今天要办")
    #expect(!clean.contains("没有登记") && !clean.contains("填写未登记"))
    try await last.close()
  }

  /// Windows that are told to end at once leave all of what was filled in.
  @Test func windowsThatEndTogetherLeaveAll() async throws {
    let scratch = try Scratch()
    let command =
      dashboard(scratch, "--view deadlines").replacing(
        "\(Programs.dashboard) ",
        with: "sh -c 'echo $$ >> \(scratch.path)/pids; exec \(Programs.dashboard) ")
      + "'; echo over; sleep 60"
    var screens: [Screen] = []
    for name in ["甲", "乙", "丙", "丁"] {
      let screen = try await Screen(command, in: scratch)
      try await screen.wait(for: "到期（含当日）")
      try await screen.press("End", "c")
      try await screen.wait(for: "催办：临沧")
      try await screen.type(name + "窗口")
      try await screen.wait(for: name + "窗口")
      screens.append(screen)
    }
    _ = try await Programs.run("/bin/sh", ["-c", "kill -TERM $(cat \(scratch.path)/pids)"])
    for screen in screens {
      try await screen.wait(for: "the end of the program") { $0.contains("over") }
      try await screen.close()
    }
    let again = try await Screen(dashboard(scratch, "--fresh"), in: scratch)
    try await again.wait(for: "上次填写的“催办 临沧”等4份没有登记，内容还在：R 接着填")
    try await again.press("Q")
    try await again.close()
  }

  /// In plain mode, too: there a signal comes while a line is waited for.
  @Test(arguments: ["TERM", "HUP", "INT"])
  func plainModeKeepsWhatASignalInterrupts(_ signal: String) async throws {
    let scratch = try Scratch()
    let command =
      dashboard(scratch, "--plain").replacing(
        "\(Programs.dashboard) ",
        with: "sh -c 'echo $$ > \(scratch.path)/pid; exec \(Programs.dashboard) ")
      + "'; echo \"over $?\"; sleep 60"
    let screen = try await Screen("trap : INT; " + command, in: scratch)
    try await screen.wait(for: "总览。")
    for line in ["6", "+ 1", "5", "c 7", "李四"] {
      try await screen.type(line)
      try await screen.press("Enter")
    }
    try await screen.wait(for: "答复（可空；如已接通、无人接听、已收到短信）：")
    let pid = try #require(scratch.text("pid")).split(separator: "\n").first ?? ""
    _ = try await Programs.run("kill", ["-\(signal)", String(pid)])
    try await screen.wait(for: "「催办 临沧」填写的内容没有登记；留到下次打开。")
    // It still ends by the signal.
    let status = 128 + (["TERM": 15, "HUP": 1, "INT": 2][signal] ?? 0)
    try await screen.wait(for: "over \(status)")
    try await screen.close()

    let again = try await Screen(dashboard(scratch, "--plain"), in: scratch, columns: 160)
    let text = try await again.wait(for: "R 接着填")
    #expect(text.contains("上次有1条复查结论没有保存，都还在：按 6 查看，w 保存；上次填写的「催办 临沧」没有登记"))
    try await again.type("R")
    try await again.press("Enter")
    try await again.wait(for: "接话人：李四（回车不变）")
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
