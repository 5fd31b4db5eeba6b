import FoundationEssentials
import Testing

/// The dashboard's program where there is no screen: lists, plain mode, the configuration.
@Suite struct WithoutScreen {
  private func dashboard(_ scratch: Scratch, _ options: String, _ input: String) async throws
    -> Programs.Answer
  {
    try await Programs.run(
      "/bin/sh",
      [
        "-c",
        "printf '\(input)' | \(Programs.dashboard) --store \(scratch.store) --lang zh "
          + "--as-of 2018-10-19 \(options)",
      ], setting: ["HOME=\(scratch.path)/home"])
  }

  @Test(arguments: [
    ("overview", "overview"), ("prefectures", "prefectures"), ("sites", "sites"),
    ("issues", "issues"), ("deadlines", "units"), ("rechecks", "findings"), ("checks", "check"),
    ("history", "history"), ("notice", "findings"),
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
    let second = try await dashboard(scratch, "--plain", "u")
    #expect(second.output.split(separator: "\n")[1].hasPrefix("总览。"))
    #expect(second.output.hasSuffix("\n已撤销1条记录（临沧 纸质版）\n"))
    #expect(second.status == 0)
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
    let folder = scratch.path + "/home/.config/site-census"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let print = { (options: [String]) in
      try await Programs.run(
        Programs.dashboard, ["--print-config"] + options,
        setting: ["HOME=\(scratch.path)/home", "CENSUS_ACTOR="])
    }
    let standard = try await print([])
    #expect(standard.output.hasPrefix("{\n  \"theme\": \"dark\",\n  \"language\": null,\n"))
    #expect(standard.output.contains("\n    \"undo\": [\"u\"],\n"))
    let changed = standard.output.replacing("[\"u\"]", with: "[\"u\", \"F12\"]")
      .replacing("\"dark\"", with: "\"light\"")
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
    let folder = scratch.path + "/home/.config/site-census"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = "{\n  \"theme\": \"sepia\",\n  \"keys\": {\"view.sites\": [\"F\"]}\n}\n"
    // Many keep such files elsewhere and link to them.
    try Data(text.utf8).write(to: URL(filePath: folder + "/mine.json"))
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/config.json", withDestinationPath: "mine.json")
    let answer = try await dashboard(scratch, "--plain", "F\\nq\\n")
    #expect(
      answer.errors
        == "census-tui: \(folder)/mine.json 第2行：“theme”的值已忽略；应为“dark”、“light”、“default”、“mono”。\n")
    #expect(answer.output.contains("\n网站 > 不合格。"))
    #expect(answer.status == 0)
  }
}
