import Testing

/// Notices that are pasted into a real terminal: with and without brackets, whole, and kept by a draft
/// that outlives a kill.
@Suite(.serialized, .enabled(if: Programs.hasTmux, "tmux is not installed"))
struct NoticesInTerminal {
  private static let head = """
    云南省人民政府办公厅关于2018年四季度全省政府网站普查情况的通报
    请有关单位于2019年2月15日前报送整改情况。
    2018年12月28日
    附件2 不合格网站
    序号\t州、市/部门\t网站名称\t网站标识码\t存在问题

    """

  private static let notice =
    head + "1\t昆明\t测试网站甲\t5301290003\t栏目像空房子\n2\t临沧\t测试网站乙\t5309000044\t错字漏字\n"

  private func dashboard(_ scratch: Scratch) -> String {
    "HOME=\(scratch.path)/person; export HOME; mkdir -p $HOME; echo $$ > \(scratch.path)/pid; exec "
      + scratch.dashboard()
  }

  private func quarters(_ scratch: Scratch) async throws -> String {
    try await Programs.run(
      Programs.census, ["quarters", "--store", scratch.store, "--format", "csv", "--no-bom"]
    ).output
  }

  @Test func aPasteIsTakenInAndADraftOutlivesAKill() async throws {
    let scratch = try Scratch()
    let screen = try await Screen(dashboard(scratch), in: scratch, columns: 100, rows: 30)
    try await screen.wait(for: "今天要办")
    try await screen.paste(Self.notice)
    try await screen.wait(for: "像是通报或附件。载入？")
    try await screen.press("Enter")
    try await screen.wait(for: "待处理1处")
    try await screen.press("t")
    try await screen.wait(for: "没有待处理")
    let pid = try #require(scratch.text("pid")).split(separator: "\n").first ?? ""
    _ = try await Programs.run("kill", ["-KILL", String(pid)])
    try await screen.close()
    #expect(try await !quarters(scratch).contains("2018Q4"))

    let next = try await Screen(dashboard(scratch), in: scratch, columns: 100, rows: 30)
    try await next.wait(for: "草稿还在")
    try await next.press("I")
    try await next.wait(for: "问题2条；没有待处理")
    try await next.press("w")
    try await next.wait(for: "写入？2条问题、2个网站、2个州市，期限2019-02-15")
    try await next.press("Enter")
    try await next.wait(for: "已写入2018年四季度：问题2条")
    #expect(try await quarters(scratch).contains("2018Q4"))
    try await next.close()
    // Nothing is left to go on with.
    let last = try await Screen(dashboard(scratch), in: scratch, columns: 100, rows: 30)
    try await last.wait(for: "今天要办")
    #expect(try await !last.text().contains("草稿还在"))
    try await last.close()
  }

  /// What a terminal types in as if by hand records nothing, and is read all the same.
  @Test(arguments: [notice, notice.replacing("\n", with: "\r\n")])
  func withoutBracketsItIsReadAsWell(_ text: String) async throws {
    let scratch = try Scratch()
    let screen = try await Screen(dashboard(scratch), in: scratch, columns: 100, rows: 30)
    try await screen.wait(for: "今天要办")
    try await screen.press("I")
    try await screen.wait(for: "文件路径")
    try await screen.press("Escape")
    try await screen.wait(for: "p 粘贴")
    try await screen.press("p")
    try await screen.wait(for: "现在粘贴")
    try scratch.write(text, to: "clipboard")
    _ = try await screen.tmux(["load-buffer", "-b", "raw", scratch.path + "/clipboard"])
    _ = try await screen.tmux(["paste-buffer", "-b", "raw"])
    try await screen.wait(for: "已收7行")
    try await screen.press("C-d")
    try await screen.wait(for: "问题1条；待处理1处")
    try await screen.press("t")
    try await screen.wait(for: "没有待处理")
    let events = try await Programs.run(
      "/bin/sh", ["-c", "find \(scratch.store)/events -name '*.json' | wc -l"])
    #expect(trimmed(events.output) == "0")
    try await screen.press("X")
    try await screen.wait(for: "再按 X 丢弃")
    try await screen.press("X")
    try await screen.wait(for: "草稿已丢弃")
    #expect(try await !quarters(scratch).contains("2018Q4"))
    try await screen.close()
  }

  /// Rows that are pasted without brackets where keys are expected are no keys: nothing is recorded, and
  /// they are taken for a notice, on a list as at the question for a file.
  @Test(arguments: [["5"], ["I"]])
  func rowsWithoutBracketsAreNoKeys(_ keys: [String]) async throws {
    let scratch = try Scratch()
    let screen = try await Screen(dashboard(scratch), in: scratch, columns: 100, rows: 30)
    try await screen.wait(for: "今天要办")
    for key in keys { try await screen.press(key) }
    try await screen.wait(for: keys == ["5"] ? "文史研究馆" : "文件路径")
    try scratch.write(Self.notice + "be\t云南省文史研究馆\tbe\tpcm\n", to: "clipboard")
    _ = try await screen.tmux(["load-buffer", "-b", "plain", scratch.path + "/clipboard"])
    _ = try await screen.tmux(["paste-buffer", "-b", "plain"])
    if keys == ["5"] {
      try await screen.wait(for: "粘贴了8行")
      try await screen.press("Enter")
    }
    try await screen.wait(for: "待处理")
    let events = try await Programs.run(
      "/bin/sh", ["-c", "find \(scratch.store)/events -name '*.json' | wc -l"])
    #expect(trimmed(events.output) == "0")
    try await screen.close()
  }

  /// 300 KiB arrive whole: every row is there.
  @Test func aLargePasteIsWhole() async throws {
    let scratch = try Scratch()
    let rows = (1...4_700).map { number in
      "\(number)\t昆明\t测试网站第\(number)号某某局\t\(5_301_000_000 + number)\t错字漏字\n"
    }
    let text = Self.head + rows.joined()
    #expect(text.utf8.count > 300 << 10)
    let screen = try await Screen(dashboard(scratch), in: scratch, columns: 100, rows: 30)
    try await screen.wait(for: "今天要办")
    try await screen.paste(text)
    try await screen.wait(for: "粘贴了4705行")
    try await screen.press("Enter")
    try await screen.wait(for: "问题4700条；没有待处理")
    try await screen.close()
  }
}
