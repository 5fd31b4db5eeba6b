import Testing

/// How the shipped quarter, long over, is met by whoever begins.
@Suite(.serialized, .enabled(if: Programs.hasTmux, "tmux is not installed"))
struct FirstStart {
  @Test func aPeriodLongOverOpensOnItsDueDay() async throws {
    let scratch = try Scratch()
    let command = "\(Programs.dashboard) --store \(scratch.store) --lang zh"
    let screen = try await Screen(command, in: scratch, columns: 120, rows: 36)
    let text = try await screen.wait(for: "截至 2018-10-20（期限当日）：期限早已过去，按 D 再按 t 看今天")
    #expect(text.contains("截至 2018-10-20 周六（期限当日）"))
    #expect(!text.contains("逾期2"))
    try await screen.press("D", "t")
    let today = try await screen.wait(for: "今天 20")
    #expect(!today.contains("截至 2018-10-20 周六"))
    try await screen.close()
  }

  /// Once anything is recorded about it, it is looked at on the day that it is.
  @Test func aPeriodThatSomebodyBeganOpensToday() async throws {
    let scratch = try Scratch()
    let recorded = try await Programs.run(
      Programs.census,
      [
        "receive", "昆明", "--part", "paper", "--on", "2018-10-18", "--store", scratch.store, "--by",
        "李四",
      ])
    #expect(recorded.status == 0)
    let command = "\(Programs.dashboard) --store \(scratch.store) --lang zh"
    let screen = try await Screen(command, in: scratch, columns: 120, rows: 36)
    let text = try await screen.wait(for: "今天 20")
    #expect(!text.contains("期限当日）：期限早已过去"))
    try await screen.close()
  }
}
