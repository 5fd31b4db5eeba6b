import FoundationEssentials
import Testing

/// Programs of the person's own, started by the real programs.
@Suite struct OwnPrograms {
  private func person(_ scratch: Scratch, _ config: String) throws {
    let folder = "\(scratch.path)/person/.config/site-census"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try scratch.write(config, to: "person/.config/site-census/config.json")
  }

  @Test(.enabled(if: Programs.hasTmux, "tmux is not installed"))
  func aKeyStartsOneAndItsOutputIsShown() async throws {
    let scratch = try Scratch()
    try person(
      scratch,
      #"""
      {"commands": [
        {"key": "F12", "title": "转发", "run": ["printf", "%s有%s条\\n\\033[31m$(id)", "{unit}", "{findings}"]},
        {"key": "Ctrl-T", "title": "没有", "run": ["no-such-program-here"]}
      ]}
      """#)
    let screen = try await Screen(
      "HOME=\(scratch.path)/person; export HOME; exec " + scratch.dashboard("--view deadlines"),
      in: scratch, columns: 100, rows: 30)
    try await screen.wait(for: "昆明")
    try await screen.press("Down", "Down", "F12")
    let text = try await screen.wait(for: "昆明有5条")
    // A shell would have put something in its place, and a terminal obeyed the colour.
    #expect(text.contains("$(id)"))
    try await screen.press("Escape")
    try await screen.press("C-t")
    try await screen.wait(for: "“没有”没有运行：程序“no-such-program-here”启动不了")
    try await screen.close()
  }

  @Test func recordsAreToldAndStand() async throws {
    let scratch = try Scratch()
    let told = "\(scratch.path)/told"
    try person(scratch, #"{"onRecorded": ["tee", "\#(told)"]}"#)
    let setting = ["HOME=\(scratch.path)/person"]
    let answer = try await Programs.run(
      Programs.census,
      [
        "receive", "临沧", "--part", "both", "--on", "2018-10-19", "--store", scratch.store, "--lang",
        "zh",
      ], setting: setting)
    #expect(answer.status == 0 && answer.errors == "")
    let files = try await Programs.run(
      "/bin/sh", ["-c", "cat \(scratch.store)/events/2018Q3/*/*.json | sort"])
    #expect(files.output.split(separator: "\n").count == 2)
    // It is started when all is done, and nobody waits for it.
    while (scratch.text("told") ?? "").utf8.count < files.output.utf8.count { await Task.yield() }
    let lines = (scratch.text("told") ?? "").split(separator: "\n").sorted()
    #expect(lines == files.output.split(separator: "\n").sorted())
    // Of one that cannot be read it is said, with its line.
    for (config, why) in [
      ("{\n\"onRecorded\": \"tee\"}", "第2行：onRecorded 应为程序和参数的列表"),
      ("{\n\"onRecorded\": [\"tee\"", "第2行第21列不是合法的 JSON；请改正。"),
    ] {
      try person(scratch, config)
      let answer = try await Programs.run(
        Programs.census, ["note", "昆明", why, "--store", scratch.store, "--lang", "zh"],
        setting: setting)
      #expect(answer.status == 0)
      #expect(answer.errors.hasPrefix("census: 已登记，但没有告知登记后要运行的程序：配置文件“"), "\(answer)")
      #expect(answer.errors.contains(why), "\(answer)")
    }
    // One that cannot be started undoes nothing.
    try person(scratch, #"{"onRecorded": ["no-such-program-here"]}"#)
    let again = try await Programs.run(
      Programs.census,
      [
        "receive", "怒江", "--part", "both", "--on", "2018-10-19", "--store", scratch.store, "--lang",
        "zh",
      ], setting: setting)
    #expect(again.status == 0)
    #expect(
      again.errors
        == "census: 登记后要运行的程序“no-such-program-here”启动不了；请检查 config.json 里的 onRecorded\n")
  }
}
