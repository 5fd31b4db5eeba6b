import Glibc
import Testing

/// What the terminal is asked at the start, and what its answers change, whenever they come.
@Suite(.serialized) struct AskedTerminal {
  private static let question = "\u{1B}]11;?\u{1B}\\"
  private static let (dark, light) = ("48;5;234", "48;5;231")
  private static let leaves = "\u{1B}[?1049l"

  /// The first frame is there though nothing was answered.
  ///
  /// An answer that comes late, cut in pieces, with the other one before it, is no key and changes
  /// the ground. The next start knows it.
  @Test func aLateAnswerChangesTheGroundAndIsRemembered() async throws {
    let scratch = try Scratch()
    let terminal = try PlayedTerminal()
    try await terminal.start(scratch, "--view sites")
    let frame = try await terminal.wait(for: "昆明高新技术产业开发区")
    #expect(frame.contains(Self.question))
    #expect(frame.contains(Self.dark) && !frame.contains(Self.light))
    terminal.type("\u{1B}[2;2R\u{1B}]11;rgb:ffff/ff")
    terminal.type("ff/ffff")
    terminal.type("\u{07}")
    try await terminal.wait(for: Self.light)
    let after = try await terminal.wait(for: "昆明高新技术产业开发区")
    #expect(!after.contains(Self.dark))
    // None of it was a key, and keys are heard.
    terminal.type("5")
    try await terminal.wait(for: "到期（含当日）")
    terminal.type("Q")
    try await terminal.wait(for: Self.leaves)
    #expect(try await terminal.end(scratch) == "0")
    try await terminal.start(scratch, "--view sites")
    let again = try await terminal.wait(for: "昆明高新技术产业开发区")
    #expect(again.contains(Self.light) && !again.contains(Self.dark))
    terminal.type("Q")
    try await terminal.wait(for: Self.leaves)
    #expect(try await terminal.end(scratch) == "0")
    // Whoever has said a theme gets it.
    try await terminal.start(scratch, "--view sites --theme dark")
    let chosen = try await terminal.wait(for: "昆明高新技术产业开发区")
    #expect(chosen.contains(Self.dark) && !chosen.contains(Self.light))
    terminal.type("Q")
    try await terminal.wait(for: Self.leaves)
    #expect(try await terminal.end(scratch) == "0")
  }

  /// A terminal that draws some signs wide gets others once it has said so, also under a dialog.
  @Test func aLateAnswerOnTheWidthChangesTheSignsAndIsRemembered() async throws {
    let scratch = try Scratch()
    let terminal = try PlayedTerminal()
    try await terminal.start(scratch, "--view deadlines")
    try await terminal.wait(for: "▌")
    terminal.type("P")
    try await terminal.wait(for: "签字")
    terminal.type("\u{1B}[2;3R")
    // Every cell is drawn anew, and the dialog stands.
    try await terminal.wait(for: "\u{1B}[2J")
    let dialog = try await terminal.wait(for: "签字")
    #expect(!dialog.unicodeScalars.contains { "─│╭╮▌".unicodeScalars.contains($0) })
    // It is left, and what lay under it is drawn whole.
    terminal.type("\u{1B}\u{0C}")
    try await terminal.wait(for: "\u{1B}[2J")
    try await terminal.wait(for: "存在问题")
    terminal.type("Q")
    try await terminal.wait(for: Self.leaves)
    #expect(try await terminal.end(scratch) == "0")
    try await terminal.start(scratch, "--view deadlines")
    let again = try await terminal.wait(for: "到期（含当日）")
    // The question itself has one.
    #expect(again.replacing("─\u{1B}[6n", with: "").allSatisfy { !"─│╭╮▌".contains($0) })
    terminal.type("\u{1B}[2;2R")
    try await terminal.wait(for: "▌")
    terminal.type("Q")
    try await terminal.wait(for: Self.leaves)
    #expect(try await terminal.end(scratch) == "0")
  }

  /// A silent terminal: the environment decides, else it is dark.
  @Test(arguments: [
    ("COLORFGBG=0;15", true), ("COLORFGBG=0;default;15", true), ("COLORFGBG=15;0", false),
    ("COLORFGBG=15;default", false), ("COLORFGBG=", false),
  ])
  func withoutAnAnswerTheEnvironmentDecides(_ setting: String, _ isLight: Bool) async throws {
    let scratch = try Scratch()
    let terminal = try PlayedTerminal()
    try await terminal.start(scratch, "--view sites", setting: [quoted(setting)])
    let frame = try await terminal.wait(for: "昆明高新技术产业开发区")
    #expect(frame.contains(Self.light) == isLight && frame.contains(Self.dark) != isLight)
    terminal.type("Q")
    try await terminal.wait(for: Self.leaves)
    #expect(try await terminal.end(scratch) == "0")
  }

  /// Neither who has no such colours nor who would take harm is asked; where there is no screen,
  /// nobody is.
  @Test(arguments: [
    ("TERM=xterm-256color", "", true, true), ("TERM=tmux-256color", "", true, true),
    ("TERM=linux", "", false, true), ("TERM=vt100", "", false, true),
    ("TERM=screen-256color", "", false, true), ("STY=1.pts", "", false, true),
    ("NO_COLOR=1", "", false, true), ("A=b", "--ascii", true, true),
    ("A=b", "--ambiguous narrow", true, true), ("NO_COLOR=1", "--ascii", false, false),
    ("A=b", "--plain", false, false), ("A=b", "--print-frame", false, false),
  ])
  func asksOnlyWhereItIsOfUse(
    _ setting: String, _ options: String, _ asksBackground: Bool, _ asksPlace: Bool
  ) async throws {
    let scratch = try Scratch()
    let terminal = try PlayedTerminal()
    try await terminal.start(scratch, "--view sites \(options)", setting: [quoted(setting)])
    let written = try await terminal.wait(for: "昆明高新技术产业开发区")
    #expect(written.contains("\u{1B}]11;") == asksBackground)
    #expect(written.contains("\u{1B}[6n") == asksPlace)
    terminal.type(options == "--plain" ? "q\n" : "Q")
    #expect(try await terminal.end(scratch) == "0")
  }

  /// Where a terminal knows no other way, curses writes the last cell of the screen by shifting the one before
  /// it: never half of a sign, as in 记录 0条, which the terminal would drop.
  @Test(arguments: ["tmux-256color", "screen-256color", "xterm-256color"])
  func theCornerShiftsNoHalfOfASign(_ type: String) async throws {
    let scratch = try Scratch()
    let terminal = try PlayedTerminal()
    try await terminal.start(scratch, "--view sites", setting: [quoted("TERM=\(type)")])
    var written = try await terminal.wait(for: "0条")
    // Drawn anew, on a key, and back.
    for (key, sign) in [("\u{0C}", "0条"), ("?", "帮助"), ("\u{1B}\u{0C}", "0条")] {
      terminal.type(key)
      written += try await terminal.wait(for: sign)
    }
    terminal.type("Q")
    written += try await terminal.wait(for: Self.leaves)
    #expect(!written.contains("条\u{08}"))
  }

  /// Who leaves before the terminal has answered leaves no answer behind for the shell.
  @Test func noAnswerIsLeftForTheShell() async throws {
    let scratch = try Scratch()
    let terminal = try PlayedTerminal()
    terminal.type("Q\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\\u{1B}[2;2R")
    try await terminal.start(scratch)
    try await terminal.wait(for: Self.leaves)
    #expect(try await terminal.end(scratch) == "0")
    #expect(terminal.unread() == "")
    // It counts all the same.
    try await terminal.start(scratch, "--view sites")
    #expect(try await terminal.wait(for: "昆明高新技术产业开发区").contains(Self.light))
    // All was answered: what is typed behind the key to leave is the shell's.
    terminal.type("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\\u{1B}[2;2RQls")
    try await terminal.wait(for: Self.leaves)
    #expect(try await terminal.end(scratch) == "0")
    #expect(terminal.unread() == "ls")
  }

  /// Nor does who is ended by a signal with the answer come and not read yet.
  @Test func aSignalLeavesNoAnswerForTheShell() async throws {
    let scratch = try Scratch()
    let terminal = try PlayedTerminal()
    try await terminal.start(
      scratch, "--view sites",
      setting: [#"sh -c 'echo $$ >\#(scratch.path)/pid; exec "$@"' sh"#])
    try await terminal.wait(for: "昆明高新技术产业开发区")
    let id = try #require(scratch.text("pid").flatMap { pid_t($0.dropLast()) })
    kill(id, SIGSTOP)
    while try Programs.state(of: id) != "T" { await Task.yield() }
    terminal.type("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\\u{1B}[2;2R")
    kill(id, SIGTERM)
    kill(id, SIGCONT)
    #expect(try await terminal.end(scratch) == "143")
    #expect(terminal.unread() == "")
  }

  /// tmux answers by itself: the colour of its pane where it has one, else nothing.
  @Test(
    .enabled(if: Programs.hasTmux, "tmux is not installed"),
    arguments: [("#fdf6e3", true), ("#002b36", false), ("default", false)])
  func tmuxAnswersForItsPane(_ colour: String, _ isLight: Bool) async throws {
    let scratch = try Scratch()
    let screen = try await Screen(
      "tmux set -g window-style bg=\(colour); exec \(scratch.dashboard("--view sites"))",
      in: scratch)
    try await screen.wait(for: "▌ 1 ")
    try await screen.wait(for: "the ground") { _ in
      let captured = try await screen.colours()
      return captured.contains(isLight ? Self.light : Self.dark)
        && !captured.contains(isLight ? Self.dark : Self.light)
    }
    try await screen.press("j")
    try await screen.wait(for: "▌ 2 ")
    try await screen.close()
  }

  /// An answer that comes only once the program was stopped and is back.
  @Test(.enabled(if: Programs.hasTmux, "tmux is not installed"))
  func anAnswerCountsAfterAStop() async throws {
    let scratch = try Scratch()
    let screen = try await Screen(
      "PS1='$ ' exec bash --norc --noprofile -i", in: scratch, columns: 100, rows: 30)
    try await screen.wait(for: "$")
    try await screen.type(scratch.dashboard("--view sites"))
    try await screen.press("Enter")
    try await screen.wait(for: "▌ 1 ")
    try await screen.press("C-z")
    try await screen.wait(for: "the shell") { $0.contains("Stopped") && $0.contains("$") }
    try await screen.type("fg")
    try await screen.press("Enter")
    try await screen.wait(for: "▌ 1 ")
    #expect(try await screen.colours().contains(Self.dark))
    try await screen.send(Array("\u{1B}]11;rgb:ff/ff/ff\u{07}".utf8))
    try await screen.wait(for: "the light ground") { _ in
      let captured = try await screen.colours()
      return captured.contains(Self.light) && !captured.contains(Self.dark)
    }
    let text = try await screen.text()
    #expect(text.contains("▌ 1 "))
    try await screen.close()
  }
}
