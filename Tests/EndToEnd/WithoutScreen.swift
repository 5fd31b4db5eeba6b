import FoundationEssentials
import Testing

/// The dashboard's program where there is no screen: lists, plain mode, the configuration.
@Suite struct WithoutScreen {
  private func dashboard(
    _ scratch: Scratch, _ options: String, _ input: String, store: String? = nil,
    actor: String = "desk"
  ) async throws -> Programs.Answer {
    try await Programs.run(
      "/bin/sh",
      [
        "-c",
        "printf '\(input)' | \(Programs.dashboard) --store \(store ?? scratch.store) --lang zh "
          + "--as-of 2018-10-19 \(options)",
      ], setting: ["HOME=\(scratch.path)/person", "CENSUS_ACTOR=\(actor)"])
  }

  @Test(arguments: [
    ("overview", "overview"), ("prefectures", "prefectures"), ("sites", "sites"),
    ("issues", "issues"), ("deadlines", "units"), ("rechecks", "rechecks"), ("checks", "check"),
    ("history", "history"), ("notice", "findings"), ("trends", "trends"),
  ])
  func aViewIsTheListOfTheCommandLine(_ view: String, _ command: String) async throws {
    let scratch = try Scratch()
    let common = ["--store", scratch.store, "--lang", "zh", "--as-of", "2018-10-23"]
    let shown = try await Programs.run(Programs.dashboard, common + ["--view", view])
    let listed = try await Programs.run(Programs.census, [command] + common)
    #expect(shown.output == listed.output)
    #expect(!shown.output.isEmpty)
    #expect(shown.errors == listed.errors.replacing("census:", with: "census-tui:"))
    #expect(shown.status == listed.status)
  }

  @Test func plainModeWorksThroughAPipe() async throws {
    let scratch = try Scratch()
    let first = try await dashboard(scratch, "--plain", "5\\np 7\\nq\\n")
    #expect(first.status == 0)
    #expect(first.errors.isEmpty)
    #expect(first.output.hasPrefix("政府网站普查督办，云南省。输入 ? 看用法，q 退出。\n"))
    #expect(first.output.hasSuffix("\n已登记：临沧 纸质版（主要负责同志签字）\n"))
    // A script begins where everybody begins, and an end of the input is no error.
    let second = try await dashboard(scratch, "--plain", "u\\n")
    #expect(second.output.split(separator: "\n")[1].hasPrefix("总览。"))
    #expect(second.output.hasSuffix("\n已撤销1条记录（临沧 纸质版）\n"))
    #expect(second.status == 0)
  }

  /// Half a line may say something else than the whole: `p 7` was to be `p 71`.
  @Test func aLineThatIsCutShortIsNotObeyed() async throws {
    let scratch = try Scratch()
    let answer = try await dashboard(scratch, "--plain", "5\\np 7")
    #expect(answer.output.hasSuffix("\n输入在一行中间结束，这一行没有执行：p 7\n"))
    let history = try await Programs.run(
      Programs.census, ["history", "--store", scratch.store, "--format", "json"])
    #expect(history.output == "[]\n")
  }

  /// The end of the input drops no verdict; only the same person at the same store gets it back.
  @Test func verdictsOutliveTheEndOfTheInput() async throws {
    let scratch = try Scratch()
    let left = try await dashboard(scratch, "--plain", "6\\n+ 1\\n")
    #expect(left.output.hasSuffix("\n有1条复查结论没有保存，未登记；留到下次打开。\n"))
    let told = "上次有1条复查结论没有保存，都还在：按 6 查看，w 保存"
    // Whoever only looks drops nothing.
    let looked = try await dashboard(scratch, "--plain --read-only", "q\\nq\\n")
    #expect(looked.output.contains(told))
    // Not somebody else, and not with a copy of the store.
    _ = try await Programs.run("cp", ["-r", scratch.store, scratch.path + "/copy"])
    let other = try await dashboard(scratch, "--plain", "q\\n", actor: "李四")
    let copy = try await dashboard(
      scratch, "--plain", "q\\n", store: scratch.path + "/copy")
    #expect(!other.output.contains(told))
    #expect(!copy.output.contains(told))
    let saved = try await dashboard(scratch, "--plain", "w\\n")
    #expect(saved.output.contains(told))
    #expect(saved.output.hasSuffix("\n已登记复查1条：到位1条\n"))
    let again = try await dashboard(scratch, "--plain", "q\\n")
    #expect(!again.output.contains("上次有"))
  }

  /// Where a person's folder takes nothing, no verdict is promised to the next start: its loss is told.
  @Test func verdictsThatCannotBeKeptAreNamed() async throws {
    let scratch = try Scratch()
    let folder = scratch.path + "/person/.local/state"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(filePath: folder + "/site-census"))
    let left = try await dashboard(scratch, "--plain", "6\\n+ 1\\nq\\nq\\n")
    #expect(left.output.contains("有1条复查结论尚未保存：w 保存；结论没能留存，再按一次退出即丢失"))
    #expect(left.errors.hasSuffix("census-tui: 没有登记、也没能留到下次的：1条复查结论。\n"))
    let ended = try await dashboard(scratch, "--plain", "6\\n+ 1\\n")
    #expect(ended.output.hasSuffix("\n有1条复查结论没有保存，未登记，也没能留存。\n"))
  }

  /// Nobody can read what it says, so that it says so where it can, and does nothing more.
  @Test func plainModeOnAFullDeviceFails() async throws {
    let scratch = try Scratch()
    let answer = try await dashboard(scratch, "--plain > /dev/full", "5\\np 7\\nq\\n")
    #expect(answer.status == 1)
    #expect(
      answer.errors == "census-tui: 结果无法写出：磁盘已满；请检查输出的去处。\n")
    let history = try await Programs.run(
      Programs.census, ["history", "--store", scratch.store, "--format", "json"])
    #expect(history.output == "[]\n")
  }

  @Test func theConfigurationIsPrintedAsItIsRead() async throws {
    let scratch = try Scratch()
    let folder = scratch.path + "/person/.config/site-census"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let print = { (options: [String]) in
      try await Programs.run(
        Programs.dashboard, ["--print-config"] + options,
        setting: ["HOME=\(scratch.path)/person", "CENSUS_ACTOR="])
    }
    let standard = try await print([])
    let full = try await Programs.run(
      "/bin/sh", ["-c", "\(Programs.dashboard) --print-config >/dev/full"],
      setting: ["HOME=\(scratch.path)/person", "CENSUS_LANG=zh"])
    #expect(full.errors == "census-tui: 结果无法写出：磁盘已满；请检查输出的去处。\n")
    #expect(full.status == 1)
    #expect(standard.output.hasPrefix("{\n  \"theme\": \"auto\",\n  \"language\": null,\n"))
    // What was wished for by an option stands in it.
    #expect(
      try await print(["--lang", "en"]).output
        == standard.output.replacing("\"language\": null", with: "\"language\": \"en\""))
    #expect(standard.output.contains("\n    \"undo\": [\"u\"],\n"))
    let changed = standard.output.replacing("[\"u\"]", with: "[\"u\", \"F12\"]")
      .replacing("\"theme\": \"auto\"", with: "\"theme\": \"light\"")
    try Data(changed.utf8).write(to: URL(filePath: folder + "/config.json"))
    let again = try await print([])
    #expect(again.output == changed)
    #expect(again.errors.isEmpty)
    #expect(again.status == 0)
    let option = try await print(["--theme", "mono"])
    #expect(option.output == changed.replacing("\"light\"", with: "\"mono\""))
  }

  @Test func aFaultyConfigurationIsToldAndTheRestIsUsed() async throws {
    let scratch = try Scratch()
    let folder = scratch.path + "/person/.config/site-census"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = "{\n  \"theme\": \"sepia\",\n  \"keys\": {\"view.sites\": [\"F\"]}\n}\n"
    // Many keep such files elsewhere and link to them.
    try Data(text.utf8).write(to: URL(filePath: folder + "/mine.json"))
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/config.json", withDestinationPath: "mine.json")
    let answer = try await dashboard(scratch, "--plain", "F\\nq\\n")
    #expect(
      answer.errors
        == "census-tui: \(folder)/mine.json 第2行：“theme”的值已忽略；应为“auto”、“dark”、“light”、“default”、“mono”。\n"
    )
    #expect(answer.output.contains("\n网站 > 不合格。"))
    #expect(answer.status == 0)
  }
}
