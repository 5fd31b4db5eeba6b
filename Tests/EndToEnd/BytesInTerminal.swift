import Testing

/// What is typed arrives whole and is heard at once, however its bytes are cut and whatever else the
/// terminal sends.
@Suite(.serialized, .enabled(if: Programs.hasTmux, "tmux is not installed"))
struct BytesInTerminal {
  private func screen(
    _ scratch: Scratch, _ options: String, term: String = "xterm-256color"
  ) async throws -> Screen {
    let screen = try await Screen(
      "export XDG_STATE_HOME=\(scratch.path)/state; echo $$ > \(scratch.path)/pid; exec "
        + scratch.dashboard(options), in: scratch, columns: 100, rows: 30, term: term)
    try await screen.wait(for: "政府网站普查督办")
    return screen
  }

  @Test(arguments: [0, 1, 20, 200])
  func aCharacterIsWholeWhereverItsBytesAreCut(_ gap: Int) async throws {
    let scratch = try Scratch()
    let screen = try await screen(scratch, "--view sites")
    try await screen.press("/")
    try await screen.wait(for: "筛选：")
    try await screen.send([0xE7])
    try await Task.sleep(for: .milliseconds(gap))
    try await screen.send([0xBD, 0x91])
    for byte in Array("站怒江".utf8) {
      try await screen.send([byte])
      try await Task.sleep(for: .milliseconds(gap))
    }
    try await screen.wait(for: "筛选：网站怒江")
    try await screen.close()
  }

  /// A note that is pasted is recorded with all its characters.
  @Test(arguments: [64, 1448, 4096])
  func aPastedNoteIsRecordedWhole(_ size: Int) async throws {
    let scratch = try Scratch()
    let note = (1...210).map { "第\($0)项请于本月底前改正；" }.joined()
    let screen = try await screen(scratch, "--view deadlines")
    try await screen.press("m")
    try await screen.wait(for: "备注")
    try await screen.press("n")
    try await screen.wait(for: "内容")
    let bytes = Array("\u{1B}[200~\(note)\u{1B}[201~".utf8)
    for start in stride(from: 0, to: bytes.count, by: size) {
      try await screen.send(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    try await screen.wait(for: "改正；") { $0.contains("第210项请于本月底前改正；") }
    try await screen.press("Enter")
    try await screen.wait(for: "已登记")
    let history = try await Programs.run(
      Programs.census, ["history", "--store", scratch.store, "--format", "json"])
    #expect(history.output.contains(note))
    try await screen.close()
  }

  /// No part of what nobody understands is a key: p would record a receipt, u take one back.
  @Test func reportsAndAnswersAreNoKeys() async throws {
    let scratch = try Scratch()
    let screen = try await screen(scratch, "--view deadlines")
    try await screen.wait(for: "到期（含当日）")
    let before = try await screen.text()
    for bytes in [
      "\u{1B}[M\"p4", "\u{1B}[M#pb", "\u{1B}]11;rgb:pppp/eeee/bbbb\u{07}", "\u{1B}P1$rp\u{1B}\\",
      "\u{1B}[57399;3p", "\u{1B}_Gi=1;p\u{1B}\\", "\u{1B}_peb\u{1B}\\", "\u{1B}^peb\u{1B}\\",
      "\u{1B}Xpeb\u{1B}\\", "\u{1B}Ppeb\u{1B}\\", "\u{1B}(p", "\u{1B}#8", "\u{1B} F", "\u{1B}%/p",
      "\u{1B}O+",
    ] { try await screen.send(Array(bytes.utf8)) }
    // A click in the oldest form, and a key behind it.
    try await screen.send(Array("\u{1B}[M p:".utf8))
    try await screen.press("Down")
    try await screen.press("Up")
    try await screen.settle(events: 2)
    #expect(try await screen.text().contains("记录 0条"))
    #expect(
      try await screen.text().split(separator: "\n").count == before.split(separator: "\n").count)
    try await screen.close()
  }

  /// After a press whose release does not come, all goes on: keys, news, and a signal to end keeps
  /// the place.
  @Test(arguments: [
    ("xterm-256color", "\u{1B}[<0;30;8M"), ("xterm-256color", "\u{1B}[<1;30;8M"),
    ("xterm-256color", "\u{1B}[<2;30;8M"), ("tmux-256color", "\u{1B}[<0;30;8M"),
    ("screen", "\u{1B}[M >("), ("rxvt", "\u{1B}[M\">("),
  ])
  func aClickDoesNotWaitForItsRelease(_ term: String, _ press: String) async throws {
    for signal in ["TERM", "HUP"] {
      let scratch = try Scratch()
      let screen = try await screen(scratch, "--view deadlines", term: term)
      try await screen.wait(for: "到期（含当日）")
      try await screen.send(Array(press.utf8))
      let mark = try await Programs.run(
        Programs.census,
        ["receive", "昆明", "--part", "electronic", "--on", "2018-10-15", "--store", scratch.store])
      #expect(mark.status == 0)
      try await screen.wait(for: "其他程序登记了1条：昆明")
      try await screen.press("Space")
      try await screen.wait(for: "已选")
      let pid = try #require(scratch.text("pid")).split(separator: "\n").first ?? ""
      _ = try await Programs.run("kill", ["-\(signal)", String(pid)])
      try await screen.waitForEnd()
      let kept = try await Programs.run(
        "/bin/sh", ["-c", "cat \(scratch.path)/state/site-census/memory-*"])
      #expect(kept.output.contains("deadlines") && kept.output.contains("\"marks\""), "\(signal)")
      // The release that comes now is for the shell.
      try await screen.close()
    }
  }
}
