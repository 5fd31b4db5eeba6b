import Testing

/// Ctrl-Z and fg in a shell, and what the terminal is like in between.
@Suite(.serialized, .enabled(if: Programs.hasTmux, "tmux is not installed"))
struct StoppingInTerminal {
  /// A shell with job control, and the dashboard started from it.
  private func shell(_ scratch: Scratch) async throws -> Screen {
    let screen = try await Screen(
      "PS1='$ ' exec bash --norc --noprofile -i", in: scratch, columns: 100, rows: 30,
      term: "xterm-256color")
    try await screen.wait(for: "$")
    try await screen.type("stty -g > \(scratch.path)/before; \(scratch.dashboard())")
    try await screen.press("Enter")
    try await screen.wait(for: "今天要办")
    return screen
  }

  private func stop(_ screen: Screen) async throws {
    try await screen.press("C-z")
    try await screen.wait(for: "the shell") { $0.contains("Stopped") && $0.contains("$") }
  }

  @Test(arguments: [(100, 30), (80, 24), (132, 43)])
  func comesBackAsItWas(_ columns: Int, _ rows: Int) async throws {
    let scratch = try Scratch()
    let screen = try await shell(scratch)
    try await screen.press("5")
    try await screen.wait(for: "到期（含当日）")
    try await stop(screen)
    #expect(try await screen.ask("#{alternate_on}#{mouse_any_flag}#{cursor_flag}") == "001")
    // The shell is typed into as before, and a paste into a program that did not ask for marks
    // has none.
    try await screen.type("stty -g > \(scratch.path)/after; cat > \(scratch.path)/pasted")
    try await screen.press("Enter")
    // The path may be cut by the end of a line.
    try await screen.wait(for: "the file") { $0.replacing("\n", with: "").contains("/pasted") }
    try await screen.paste("云南\n")
    try await screen.press("C-d")
    try await screen.resize(columns, rows)
    try await screen.type("fg")
    try await screen.press("Enter")
    try await screen.wait(for: "到期（含当日）")
    #expect(scratch.text("pasted") == "云南\n")
    #expect(scratch.text("after") == scratch.text("before"))
    #expect(try await screen.ask("#{alternate_on}#{mouse_any_flag}#{mouse_sgr_flag}") == "111")
    try await screen.wait(for: "the frame of the new size") { shown in
      guard let frame = scratch.text("frame") else { return false }
      return trimmed(frame, rows: rows) == trimmed(shown)
    }
    try await screen.press("/")
    try await screen.paste("怒江\n")
    try await screen.wait(for: "筛选：怒江")
    try await screen.press("Escape", "Q")
    try await screen.type("echo status $?")
    try await screen.press("Enter")
    try await screen.wait(for: "status 0")
    #expect(try await screen.ask("#{alternate_on}#{mouse_any_flag}") == "00")
    try await screen.close()
  }

  @Test func stopsAndComesBackTwiceAndInADialog() async throws {
    let scratch = try Scratch()
    let screen = try await shell(scratch)
    try await screen.press("5", "P")
    try await screen.wait(for: "签字")
    for _ in 0..<2 {
      try await stop(screen)
      try await screen.type("clear; fg")
      try await screen.press("Enter")
      try await screen.wait(for: "签字")
      #expect(try await screen.ask("#{alternate_on}") == "1")
    }
    try await screen.press("Escape")
    try await screen.wait(for: "到期（含当日）")
    try await screen.close()
  }

  /// Stopped by others, be it by a signal that nobody can catch, it takes the whole screen again.
  @Test(arguments: ["STOP", "TSTP"])
  func comesBackFromAStopThatItDidNotAskFor(_ signal: String) async throws {
    let scratch = try Scratch()
    let screen = try await shell(scratch)
    try await screen.press("5")
    try await screen.wait(for: "到期（含当日）")
    let whole = try await screen.text()
    let pid = try await Programs.run("pgrep", ["-f", "census-tui --store \(scratch.store)"])
    _ = try await Programs.run(
      "kill", ["-\(signal)"] + pid.output.split(separator: "\n").map(String.init))
    try await screen.wait(for: "the shell") { $0.contains("Stopped") }
    try await screen.type("stty sane; clear; fg")
    try await screen.press("Enter")
    try await screen.wait(for: "the screen as it was") { $0 == whole }
    #expect(try await screen.ask("#{alternate_on}#{mouse_any_flag}#{mouse_sgr_flag}") == "111")
    // Keys arrive one by one, as they did.
    try await screen.press("/")
    try await screen.paste("怒江\n")
    try await screen.wait(for: "筛选：怒江")
    try await screen.press("Escape")
    try await screen.wait(for: "no prompt") { !$0.contains("筛选：") }
    try await screen.press("Q")
    try await screen.wait(for: "the shell") { !$0.contains("到期（含当日）") }
    try await screen.close()
  }

  /// Without anybody to bring it back it does not stop.
  @Test func staysWhereThereIsNoShell() async throws {
    let scratch = try Scratch()
    let screen = try await Screen("exec " + scratch.dashboard(), in: scratch)
    try await screen.wait(for: "今天要办")
    try await screen.press("C-z", "5")
    try await screen.wait(for: "到期（含当日）")
    try await screen.close()
  }

  /// Whatever the program was started with stops as well, so that the shell takes over.
  @Test func takesItsGroupWithIt() async throws {
    let scratch = try Scratch()
    let screen = try await Screen(
      "PS1='$ ' exec bash --norc --noprofile -i", in: scratch, term: "xterm-256color")
    try await screen.wait(for: "$")
    try await screen.type("sh -c '\(scratch.dashboard()); echo over'")
    try await screen.press("Enter")
    try await screen.wait(for: "今天要办")
    try await stop(screen)
    try await screen.type("fg")
    try await screen.press("Enter")
    try await screen.wait(for: "今天要办")
    try await screen.press("q")
    try await screen.wait(for: "the end") { $0.split(separator: "\n").contains("over") }
    try await screen.close()
  }

  /// A terminal that reads nothing keeps nobody from ending the program, and the place is kept.
  @Test(arguments: ["TERM", "HUP"])
  func endsThoughTheTerminalReadsNothing(_ signal: String) async throws {
    let scratch = try Scratch()
    let screen = try await Screen(
      "export XDG_STATE_HOME=\(scratch.path)/state; echo $$ > \(scratch.path)/pid; exec "
        + scratch.dashboard("--view sites"), in: scratch, columns: 100, rows: 30)
    try await screen.wait(for: "▌ 1 ")
    let device = try await screen.ask("#{pane_tty}")
    let terminal = try await screen.ask("#{pid}")
    let pid = try #require(scratch.text("pid")).split(separator: "\n").first ?? ""
    // Frames of many sizes, more than any terminal holds back; at some time one is not taken.
    let answer = try await Programs.run(
      "/bin/sh",
      [
        "-c",
        """
        kill -STOP \(terminal)
        for i in $(seq 300); do
          stty -F \(device) rows $((30 + i % 9)) cols $((100 + i % 50)); sleep 0.005
        done
        kill -\(signal) \(pid)
        while kill -0 \(pid) && ! grep -q '^State:.Z' /proc/\(pid)/status; do sleep 0.05; done
        kill -CONT \(terminal)
        cat \(scratch.path)/state/site-census/memory-*
        """,
      ])
    #expect(answer.output.contains("sites"))
    try await screen.close()
  }
}
