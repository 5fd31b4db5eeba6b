import Testing

/// What is copied arrives where it can be pasted.
@Suite(.serialized, .enabled(if: Programs.hasTmux, "tmux is not installed"))
struct CopyingInTerminal {
  @Test func insideTmuxTheBriefGoesToItsBuffer() async throws {
    let scratch = try Scratch()
    let screen = try await Screen(scratch.dashboard(), in: scratch)
    try await screen.wait(for: "今天要办")
    try await screen.press("y", "b")
    try await screen.wait(for: "简报（")
    let brief = try await Programs.run(
      Programs.census,
      [
        "report", "--brief", "--store", scratch.store, "--lang", "zh", "--as-of", "2018-10-19",
      ])
    try await screen.wait(for: "the buffer") { _ in true }
    let buffer = try await screen.tmux(["show-buffer"])
    #expect(!buffer.isEmpty)
    #expect(trimmed(buffer) == trimmed(brief.output))
    try await screen.close()
  }

  /// A tmux that hangs is not waited for, and one that is missing is no harm.
  @Test(arguments: ["exec sleep 100", "exit 1"])
  func aTmuxThatDoesNotAnswerIsNoHarm(_ behaviour: String) async throws {
    let scratch = try Scratch()
    let folder = scratch.path + "/bin"
    let screen = try await Screen(
      "mkdir \(folder); printf '#!/bin/sh\\n\(behaviour)\\n' > \(folder)/tmux; "
        + "chmod +x \(folder)/tmux; export PATH=\(folder):$PATH; echo $$ > \(scratch.path)/pid; "
        + "exec \(scratch.dashboard())",
      in: scratch)
    try await screen.wait(for: "今天要办")
    _ = try await screen.tmux(["pipe-pane", "-O", "cat >> \(scratch.path)/bytes"])
    try await screen.press("y", "b")
    try await screen.wait(for: "简报（")
    // The terminal was asked itself instead, by its own sequence.
    try await screen.wait(for: "the sequence") { _ in
      scratch.text("bytes")?.contains("\u{1B}]52;c;MjAxOOW5") == true
    }
    // Nobody is left behind, neither running nor dead.
    let pid = try #require(scratch.text("pid")).split(separator: "\n").first ?? ""
    #expect(try await Programs.run("pgrep", ["-P", String(pid)]).output.isEmpty)
    try await screen.press("Escape", "5")
    try await screen.wait(for: "到期（含当日）")
    try await screen.close()
  }

  /// A browser that ends leaves nothing behind while the dashboard goes on.
  @Test func aBrowserThatEndedIsLetGo() async throws {
    let scratch = try Scratch()
    try scratch.write("found\taddress\n错字\thttps://www.example.org/a\n", to: "lines.tsv")
    let detail = try await Programs.run(
      Programs.census,
      ["detail", "2018Q3-1", "--from", scratch.path + "/lines.tsv", "--store", scratch.store])
    #expect(detail.status == 0, "\(detail.errors)")
    try scratch.write("#!/bin/sh\necho \"$1\" >> \(scratch.path)/opened\n", to: "browser")
    let screen = try await Screen(
      "chmod +x \(scratch.path)/browser; export BROWSER=\(scratch.path)/browser; "
        + "echo $$ > \(scratch.path)/pid; exec "
        + scratch.dashboard("--view sites").replacing("2018-10-19", with: "2099-01-01"),
      in: scratch)
    try await screen.wait(for: "▌ 1 ")
    for _ in 0..<3 { try await screen.press("o") }
    try await screen.wait(for: "the browser, three times") { _ in
      scratch.text("opened") == String(repeating: "https://www.example.org/a\n", count: 3)
    }
    let pid = try #require(scratch.text("pid")).split(separator: "\n").first ?? ""
    try await screen.wait(for: "no child") { _ in
      try await Programs.run("pgrep", ["-P", String(pid)]).output.isEmpty
    }
    try await screen.close()
  }
}
