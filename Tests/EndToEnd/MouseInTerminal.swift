import Testing

/// The mouse and what is pasted, as bytes that real terminals send.
@Suite(.serialized, .enabled(if: Programs.hasTmux, "tmux is not installed"))
struct MouseInTerminal {
  private func screen(_ scratch: Scratch, _ options: String) async throws -> Screen {
    let screen = try await Screen(
      scratch.dashboard(options), in: scratch, columns: 100, rows: 30, term: "xterm-256color")
    try await screen.wait(for: "普查督办")
    return screen
  }

  /// Row and column of a text on the screen.
  private func place(of text: String, on screen: Screen) async throws -> (column: Int, row: Int) {
    let lines = try await screen.wait(for: text).split(
      separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.firstIndex { $0.contains(text) })
    let end = try #require(lines[row].firstRange(of: text)?.lowerBound)
    return (lines[row][..<end].reduce(0) { $0 + ($1.isASCII ? 1 : 2) }, row)
  }

  @Test func clicksGoWhereTheyPoint() async throws {
    let scratch = try Scratch()
    let screen = try await screen(scratch, "--view overview")
    // A tab.
    let tab = try await place(of: "5 期限", on: screen)
    try await screen.click(tab.column + 2, tab.row)
    try await screen.wait(for: "到期（含当日）")
    // A row: the cursor goes there and nothing else happens.
    let row = try await place(of: "怒江", on: screen)
    try await screen.click(row.column, row.row)
    try await screen.wait(for: "▌ 怒江")
    // The head of a column: its order, and again the reverse.
    let head = try await place(of: "单位 ", on: screen)
    try await screen.click(head.column, head.row)
    let up = try await screen.wait(for: "单位▴")
    try await screen.click(head.column, head.row)
    let down = try await screen.wait(for: "单位▾")
    #expect(rows(of: up) == rows(of: down).reversed())
    #expect(rows(of: up).count == 7)
    // Twice: in; the way back is clicked as well.
    let again = try await place(of: "怒江", on: screen)
    try await screen.click(again.column, again.row, times: 2)
    try await screen.wait(for: "期限 › 怒江")
    let crumb = try await place(of: "期限 ›", on: screen)
    try await screen.click(crumb.column, crumb.row)
    try await screen.wait(for: "到期（含当日）")
    #expect(try await screen.text().contains("记录 0条"))
    try await screen.close()
  }

  /// The names in the list of the receipt desk, from above.
  private func rows(of screen: String) -> [String] {
    screen.split(separator: "\n").filter { $0.contains("剩 1天 10-20") }.map {
      String($0.dropFirst(2).prefix { $0 != " " })
    }
  }

  @Test func theWheelMovesThreeRowsAStep() async throws {
    let scratch = try Scratch()
    let screen = try await screen(scratch, "--view sites")
    try await screen.wait(for: "▌ 1 ")
    try await screen.turnWheel(20, 10, by: 2)
    try await screen.wait(for: "▌ 7 ")
    try await screen.turnWheel(20, 10, by: -1)
    try await screen.wait(for: "▌ 4 ")
    try await screen.close()
  }

  @Test func whatIsOutsideTheScreenOrUnknownIsPassedOver() async throws {
    let scratch = try Scratch()
    let screen = try await screen(scratch, "--view sites")
    try await screen.wait(for: "▌ 1 ")
    try await screen.click(400, 6)
    try await screen.click(20, 300)
    // An answer about the cursor that comes late, a key nobody has, and a colour's answer.
    for _ in 0..<3 {
      for bytes in ["\u{1B}[12;5R", "\u{1B}[57399;3u", "\u{1B}[?62;22c"] {
        try await screen.send(Array(bytes.utf8))
      }
    }
    try await screen.press("Down")
    let text = try await screen.wait(for: "▌ 2 ")
    #expect(text.contains("通报20条，19个网站"))
    #expect(text.contains("2018年三季度"))
    try await screen.close()
  }

  @Test func theMouseIsReleasedAndTakenAtRunTime() async throws {
    let scratch = try Scratch()
    let screen = try await screen(scratch, "")
    #expect(try await screen.ask("#{mouse_any_flag}#{mouse_sgr_flag}") == "11")
    try await screen.press("%")
    try await screen.wait(for: "鼠标已释放")
    #expect(try await screen.ask("#{mouse_any_flag}") == "0")
    try await screen.press("%")
    try await screen.wait(for: "鼠标已启用")
    #expect(try await screen.ask("#{mouse_any_flag}#{mouse_sgr_flag}") == "11")
    try await screen.close()
  }

  @Test(arguments: [("xterm-256color", "--no-mouse", "0"), ("vt100", "", "0"), ("xterm", "", "1")])
  func theMouseIsTakenOnlyWhereItIsWantedAndKnown(
    _ term: String, _ option: String, _ flag: String
  ) async throws {
    let scratch = try Scratch()
    let screen = try await Screen(scratch.dashboard(option), in: scratch, term: term)
    try await screen.wait(for: "今天要办")
    #expect(try await screen.ask("#{mouse_any_flag}") == flag)
    try await screen.close()
  }

  @Test func aPasteIsTextAndNoKeys() async throws {
    let scratch = try Scratch()
    let screen = try await screen(scratch, "--view sites")
    try await screen.wait(for: "▌ 1 ")
    // Outside of a prompt nothing of it is obeyed: there is a p in it, and a line's end.
    try await screen.paste("pq\nb\n")
    let refused = try await screen.wait(for: "粘贴")
    #expect(refused.contains("记录 0条"))
    try await screen.press("/")
    try await screen.wait(for: "筛选：")
    try await screen.paste("怒江\n农业")
    let text = try await screen.wait(for: "筛选：怒江 农业")
    #expect(text.contains("怒江农业信息网"))
    try await screen.close()
  }

  @Test func aPasteThatNeverEndsIsDeliveredAllTheSame() async throws {
    let scratch = try Scratch()
    let screen = try await screen(scratch, "--view sites")
    try await screen.press("/")
    try await screen.wait(for: "筛选：")
    try await screen.send(Array("\u{1B}[200~昆明".utf8))
    try await screen.wait(for: "筛选：昆明")
    try await screen.press("Escape")
    try await screen.wait(for: "no prompt") { !$0.contains("筛选：") }
    try await screen.close()
  }

  /// A paste is put in whole or not at all, and that is said.
  @Test func aPasteThatIsTooLongIsRefusedAloud() async throws {
    let scratch = try Scratch()
    let screen = try await screen(scratch, "--view sites")
    try await screen.press("/")
    try await screen.wait(for: "筛选：")
    try await screen.paste(String(repeating: "x", count: 200_000) + "yz")
    let refused = try await screen.wait(for: "粘贴了200002字，这里最多2000字")
    #expect(!refused.contains("xx"))
    try await screen.paste(String(repeating: "x", count: 2_000_000))
    let tooMuch = try await screen.wait(for: "粘贴的内容超过1024 KiB，一个字也没有放入")
    #expect(!tooMuch.contains("xx"))
    // Typing goes on behind what stood there.
    try await screen.paste(String(repeating: "x", count: 1999) + "z")
    try await screen.press("Q")
    try await screen.wait(for: "xxzQ")
    try await screen.close()
  }
}
