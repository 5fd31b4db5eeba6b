import FoundationEssentials
import Testing

/// A store that is moved away under the running dashboard, and comes back.
@Suite(.enabled(if: Programs.hasTmux, "tmux is not installed")) struct StoreThatGoesAway {
  @Test func isSaidCalmlyAndReadAgain() async throws {
    let scratch = try Scratch()
    let screen = try await Screen(
      scratch.dashboard("--view deadlines"), in: scratch, columns: 120, rows: 30)
    try await screen.wait(for: "到期（含当日）")
    try FileManager.default.moveItem(atPath: scratch.store, toPath: scratch.path + "/away")
    try await screen.wait(for: "数据目录无法读取")
    // What was read stays, and nothing is recorded into the folder that went away.
    try await screen.press("b")
    try await screen.wait(for: "没有登记：数据目录无法读取")
    // A dialog stays with what was typed into it, and says so as well.
    try await screen.press("c")
    try await screen.type("24日报")
    try await screen.press("Enter")
    try await screen.wait(for: "the dialog with its text") {
      $0.contains("24日报") && $0.contains("没有登记：")
    }
    try await screen.press("Escape")
    let text = try await screen.wait(for: "数据暂不可读")
    #expect(text.contains("怒江"))
    #expect(!text.contains("已登记"))
    let away = try await Programs.run(
      Programs.census, ["history", "--store", scratch.path + "/away", "--format", "json"])
    #expect(away.output == "[]\n")
    let mark = try await Programs.run(
      Programs.census,
      [
        "receive", "怒江", "--part", "electronic", "--on", "2018-10-15", "--store",
        scratch.path + "/away",
      ])
    #expect(mark.status == 0)
    try FileManager.default.moveItem(atPath: scratch.path + "/away", toPath: scratch.store)
    let back = try await screen.wait(for: "数据目录又能读取了，已更新")
    #expect(!back.contains("数据暂不可读"))
    #expect(back.split(separator: "\n").contains { $0.contains("怒江") && $0.contains("10-15") })
    try await screen.press("b")
    try await screen.wait(for: "已登记")
    try await screen.close()
  }
}
