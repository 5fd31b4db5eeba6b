import Testing

/// The real dashboard in a real terminal.
@Suite(.serialized, .enabled(if: Programs.hasTmux, "tmux is not installed"))
struct DashboardInTerminal {
  @Test func marksBothPartsQuitsAndSeesThemAgain() async throws {
    let scratch = try Scratch()
    let screen = try await Screen(scratch.dashboard(), in: scratch)
    try await screen.wait(for: "总览")
    try await screen.press("5")
    try await screen.wait(for: "到期（含当日）")
    try await screen.press("End", "e")
    try await screen.wait(for: "已登记：临沧 电子版   u 撤销")
    try await screen.wait(for: "缺纸质版")
    try await screen.press("p")
    try await screen.wait(for: "已登记：临沧 纸质版（主要负责同志签字）   u 撤销")
    try await screen.press("q")
    try await screen.close()

    let again = try await Screen(scratch.dashboard("--view deadlines"), in: scratch)
    let text = try await again.wait(for: "到期（含当日）")
    let row = text.split(separator: "\n").first { $0.contains("临沧") } ?? ""
    #expect(row.contains("10-19  10-19  已报齐"))
    try await again.press("u")
    try await again.wait(for: "已撤销1条记录（临沧 纸质版）")
    try await again.wait(for: "缺纸质版")
    try await again.close()
  }

  @Test func noticesWhatAnotherProgramRecords() async throws {
    let scratch = try Scratch()
    let screen = try await Screen(scratch.dashboard("--view deadlines"), in: scratch)
    try await screen.wait(for: "到期（含当日）")
    try await screen.press("Down", "Down", "Down")
    try await screen.wait(for: "▌ 保山") { $0.contains("▌ 保山") }
    let answer = try await Programs.run(
      Programs.census,
      ["receive", "昆明", "--part", "electronic", "--on", "2018-10-15", "--store", scratch.store])
    #expect(answer.status == 0)
    let text = try await screen.wait(for: "其他程序登记了1条：昆明")
    #expect(text.split(separator: "\n").contains { $0.contains("昆明") && $0.contains("10-15") })
    #expect(text.contains("▌ 保山"))
    try await screen.close()
  }

  @Test(arguments: [(80, 24), (120, 36), (200, 60)])
  func showsTheFrameItBelievesIn(_ columns: Int, _ rows: Int) async throws {
    let scratch = try Scratch()
    for view in ["overview", "prefectures", "sites", "issues", "deadlines", "checks", "notice"] {
      let screen = try await Screen(
        scratch.dashboard("--view \(view)"), in: scratch, columns: columns, rows: rows)
      let believed = try await Programs.run(
        Programs.dashboard,
        [
          "--store", scratch.store, "--lang", "zh", "--as-of", "2018-10-19", "--view", view,
          "--print-frame", "--size", "\(columns)x\(rows)",
        ])
      let expected = trimmed(believed.output)
      let shown = try await screen.wait(for: "the frame of \(view)") { trimmed($0) == expected }
      #expect(trimmed(shown) == expected)
      try await screen.close()
    }
  }

  @Test func followsTheSizeOfTheTerminal() async throws {
    let scratch = try Scratch()
    let screen = try await Screen(scratch.dashboard(), in: scratch)
    try await screen.wait(for: "今天要办")
    try await screen.resize(50, 12)
    try await screen.wait(for: "窗口太小：现在 50x12")
    try await screen.resize(1, 1)
    try await screen.resize(100, 30)
    try await screen.wait(for: "今天要办")
    try await screen.press("5")
    try await screen.wait(for: "到期（含当日）")
    try await screen.close()
  }

  /// The shell is whole again, whichever way the program ends.
  @Test(arguments: [
    ("q", "0"), ("Q", "0"), ("C-c", "0"), ("TERM", "143"), ("HUP", "129"), ("INT", "130"),
    ("QUIT", "131"), ("ILL", "132"), ("SEGV", "139"), ("ABRT", "134"), ("PIPE", "141"),
    ("USR1", "138"), ("USR2", "140"), ("ALRM", "142"), ("XCPU", "152"), ("PROF", "155"),
    ("RTMIN", "162"),
  ])
  func leavesTheTerminalWhole(_ way: String, _ status: String) async throws {
    let scratch = try Scratch()
    let program = "echo $$ > \(scratch.path)/pid; exec \(scratch.dashboard())"
    let command =
      "stty -g > \(scratch.path)/before; sh -c \(quoted(program)); "
      + "echo $? > \(scratch.path)/status; stty -g > \(scratch.path)/after; echo over; "
      + "cat > \(scratch.path)/pasted; sleep 600"
    let screen = try await Screen(command, in: scratch)
    try await screen.wait(for: "今天要办")
    if way.count == 1 || way == "C-c" {
      try await screen.press(way)
    } else {
      let pid = try #require(scratch.text("pid")).split(separator: "\n").first ?? ""
      _ = try await Programs.run("kill", ["-\(way)", String(pid)])
    }
    try await screen.wait(for: "the end of the program") { $0.contains("over") }
    #expect(
      try await screen.ask("#{alternate_on}#{mouse_any_flag}#{mouse_sgr_flag}#{cursor_flag}")
        == "0001")
    // What is pasted has no marks around it any more.
    try await screen.paste("云南\n")
    try await screen.press("C-d")
    try await screen.wait(for: "the paste") { _ in scratch.text("pasted") == "云南\n" }
    #expect(scratch.text("status") == status + "\n")
    #expect(scratch.text("before") == scratch.text("after"))
    if ["ILL", "SEGV", "ABRT"].contains(way) {
      #expect(try await screen.text().contains("census-tui 意外停止；已确认登记的内容都在磁盘上。"))
    }
    try await screen.close()
  }

  @Test func typesChineseIntoTheFilter() async throws {
    let scratch = try Scratch()
    let screen = try await Screen(scratch.dashboard("--view sites"), in: scratch)
    try await screen.wait(for: "19个网站")
    try await screen.press("/")
    try await screen.type("怒江")
    let text = try await screen.wait(for: "筛选：怒江")
    #expect(text.contains("怒江农业信息网"))
    #expect(!text.contains("临沧市茶叶信息网"))
    try await screen.close()
  }
}
