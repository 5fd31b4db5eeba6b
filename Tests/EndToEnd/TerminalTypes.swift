import Testing

/// What `TERM` says, and what is made of it.
@Suite(.serialized, .enabled(if: Programs.hasTmux, "tmux is not installed"))
struct TerminalTypes {
  /// A terminal shows the frame that the program believes in, and its keys are understood.
  @Test(arguments: [
    ("xterm-256color", ""), ("tmux-256color", ""), ("screen-256color", ""), ("screen", ""),
    ("linux", "--no-mouse"), ("vt100", ""), ("rxvt-unicode-256color", ""), ("rxvt", ""),
  ])
  func showsFramesAndUnderstandsKeys(_ term: String, _ option: String) async throws {
    let scratch = try Scratch()
    let screen = try await Screen(
      scratch.dashboard("--view sites \(option)"), in: scratch, term: term)
    try await screen.wait(for: "▌ 1 ")
    for (key, cursor) in [
      ("Down", "▌ 2 "), ("End", "▌ 19 "), ("Up", "▌ 18 "), ("Home", "▌ 1 "), ("NPage", "▌ "),
      ("PPage", "▌ 1 "),
    ] {
      try await screen.press(key)
      try await screen.wait(for: "\(cursor) after \(key) with \(term)") { $0.contains(cursor) }
    }
    try await screen.press("F4")
    try await screen.wait(for: "筛选：")
    try await screen.type("昆明")
    try await screen.press("Enter")
    try await screen.wait(for: "the frame of \(term)") { shown in
      guard let frame = scratch.text("frame") else { return false }
      return shown.contains("昆明市旅游") && trimmed(frame, rows: 24) == trimmed(shown)
    }
    try await screen.press("Escape", "Q")
    #expect(try await screen.end() == "0")
    try await screen.close()
  }

  /// Sequences that a terminal sends although its entry does not know them.
  @Test(arguments: [
    ("\u{1B}[1;5B", "▌ 2 "), ("\u{1B}Ob", "▌ 2 "), ("\u{1B}[4~", "▌ 19 "),
    ("\u{1B}[F", "▌ 19 "), ("\u{1B}[8~", "▌ 19 "), ("\u{1B}[14~", "筛选："), ("\u{1B}OS", "筛选："),
    ("\u{1B}[19~", "催办"), ("\u{1B}[6;2~", "▌ 10 "),
  ])
  func understandsWhatOtherTerminalsSend(_ bytes: String, _ shows: String) async throws {
    for term in ["vt100", "xterm-256color"] {
      let scratch = try Scratch()
      let screen = try await Screen(
        scratch.dashboard("--view sites"), in: scratch, columns: 100, rows: 30, term: term)
      try await screen.wait(for: "▌ 1 ")
      try await screen.send(Array(bytes.utf8))
      try await screen.wait(for: "\(shows) after \(bytes.dropFirst()) with \(term)") {
        $0.contains(shows)
      }
      // None of it was taken for letters: no other view, no quarter, no dialog of a receipt.
      let text = try await screen.text()
      #expect(text.contains("通报20条，19个网站") && text.contains("2018年三季度"))
      #expect(!text.contains("签字"))
      try await screen.close()
    }
  }

  /// Shift and an arrow mark as they go; each terminal has bytes of its own for it.
  @Test(arguments: [
    ("\u{1B}[1;2B", "vt100"), ("\u{1B}[1;2A", "xterm-256color"), ("\u{1B}[b", "rxvt"),
  ])
  func shiftAndAnArrowMark(_ bytes: String, _ term: String) async throws {
    let scratch = try Scratch()
    let screen = try await Screen(scratch.dashboard("--view sites"), in: scratch, term: term)
    try await screen.wait(for: "▌ 1 ")
    if bytes.hasSuffix("A") {
      try await screen.press("Down", "Down")
      try await screen.wait(for: "▌ 3 ")
    }
    try await screen.send(Array(bytes.utf8))
    try await screen.wait(for: "已选2行")
    try await screen.send(Array(bytes.utf8))
    let text = try await screen.wait(for: "已选3行")
    #expect(text.filter { $0 == "✓" }.count == 3)
    try await screen.close()
  }

  @Test func theConsoleOfLinuxStartsInEnglishAndSaysWhy() async throws {
    let scratch = try Scratch()
    let note = "This console has no Chinese glyphs: use SSH, fbterm or kmscon, or --lang zh"
    let screen = try await Screen(
      "LANG=zh_CN.UTF-8 " + scratch.dashboard(language: ""), in: scratch, columns: 100, rows: 30,
      term: "linux")
    let text = try await screen.wait(for: note)
    #expect(text.contains("Overview"))
    try await screen.close()
    // Who asks for Chinese gets it.
    for chosen in [scratch.dashboard(), "CENSUS_LANG=zh " + scratch.dashboard(language: "")] {
      let screen = try await Screen(chosen, in: scratch, columns: 100, rows: 30, term: "linux")
      let text = try await screen.wait(for: "今天要办")
      #expect(!text.contains("glyphs"))
      try await screen.close()
    }
  }

  @Test(arguments: [
    ("TERM=", "TERM is not set; set it to the terminal's type, such as xterm-256color."),
    (
      "TERM=nonesuch",
      "the terminal type “nonesuch” is unknown; set TERM to a known one, such as xterm-256color."
    ),
  ])
  func saysWhatIsMissing(_ setting: String, _ sentence: String) async throws {
    let scratch = try Scratch()
    let screen = try await Screen(
      "\(setting) \(scratch.dashboard(language: "--lang en")); echo status $?", in: scratch,
      columns: 120)
    let text = try await screen.wait(for: "status")
    #expect(trimmed(text) == "census-tui: \(sentence)\nstatus 1")
    try await screen.close()
  }

  /// Ctrl-L repairs what another program wrote over the screen, also under a prompt.
  @Test(arguments: ["", "/"])
  func drawsTheScreenAgain(_ prompt: String) async throws {
    let scratch = try Scratch()
    let screen = try await Screen(scratch.dashboard("--view sites"), in: scratch)
    try await screen.wait(for: "▌ 1 ")
    if !prompt.isEmpty {
      try await screen.press(prompt)
      try await screen.wait(for: "筛选：")
    }
    let whole = try await screen.text()
    let device = try await screen.ask("#{pane_tty}")
    _ = try await Programs.run("sh", ["-c", "printf '\\033[4;9Hgarbage' > \(device)"])
    try await screen.wait(for: "garbage")
    try await screen.press("C-l")
    try await screen.wait(for: "the screen as it was") { $0 == whole }
    try await screen.close()
  }

  @Test func readsKeysFromTheTerminalThoughInputIsAPipe() async throws {
    let scratch = try Scratch()
    let screen = try await Screen(
      "stty -g > \(scratch.path)/before; echo qqq | \(scratch.dashboard()); "
        + "echo status $?; stty -g > \(scratch.path)/after", in: scratch)
    try await screen.wait(for: "今天要办")
    try await screen.press("5", "Down")
    try await screen.wait(for: "到期（含当日）")
    try await screen.press("q")
    try await screen.wait(for: "status 0")
    try await screen.wait(for: "the modes") { _ in
      scratch.text("after").map { !$0.isEmpty && $0 == scratch.text("before") } ?? false
    }
    try await screen.close()
  }
}
