import Testing

/// The file that the dashboard writes is what the command line prints of the same rows.
@Suite struct ExportedFiles {
  @Test(arguments: [
    ("3", "sites", "csv", 0), ("3", "sites", "md", 2), ("3", "sites", "json", 3),
    ("5", "units", "csv", 0), ("2", "prefectures", "json", 3), ("4", "issues", "json", 3),
    ("8", "check", "json", 3), ("6", "rechecks", "html", 4), ("7", "trends --province", "csv", 0),
  ])
  func equalsTheCommandsAnswer(
    _ view: String, _ command: String, _ ending: String, _ steps: Int
  ) async throws {
    let scratch = try Scratch()
    let file = "\(scratch.path)/list.\(ending)"
    let tabs = String(repeating: "Tab ", count: steps)
    let frame = try await Programs.run(
      Programs.dashboard,
      [
        "--store", scratch.store, "--as-of", "2018-10-23", "--print-frame", "--size", "120x30",
        "--keys", "\(view) x C-u lit:\(scratch.path)/list.csv \(tabs)Enter",
      ])
    #expect(frame.status == 0)
    #expect(frame.output.contains("已导出"))
    let format = ending == "md" ? "markdown" : ending
    let answer = try await Programs.run(
      Programs.census,
      command.split(separator: " ").map(String.init) + [
        "--store", scratch.store, "--as-of", "2018-10-23", "--format", format,
      ]
        + (ending == "csv" ? ["--bom"] : []))
    #expect(scratch.text("list.\(ending)") == answer.output, "\(file)")
  }

  @Test func aFilterKeepsItsRowsOnly() async throws {
    let scratch = try Scratch()
    let keys = "3 / lit:耿马 Enter x C-u lit:\(scratch.path)/gengma.csv Enter"
    _ = try await Programs.run(
      Programs.dashboard,
      [
        "--store", scratch.store, "--as-of", "2018-10-23", "--lang", "zh", "--print-frame",
        "--keys",
        keys,
      ])
    let lines = try #require(scratch.text("gengma.csv")).split(separator: "\r\n")
    #expect(lines.count == 2)
    #expect(lines[1].contains("5309260040,耿马政府公众信息网"))
  }

  @Test func aFileIsNeverOverwritten() async throws {
    let scratch = try Scratch()
    let keys = "3 x C-u lit:\(scratch.path)/list.csv Enter"
    for name in ["list.csv", "list-2.csv"] {
      let frame = try await Programs.run(
        Programs.dashboard,
        [
          "--store", scratch.store, "--as-of", "2018-10-23", "--lang", "zh", "--print-frame",
          "--size", "160x30", "--keys", keys,
        ])
      #expect(frame.output.contains("已导出19行：\(scratch.path)/\(name)"))
    }
    #expect(scratch.text("list.csv") == scratch.text("list-2.csv"))
  }

  @Test func aFolderThatIsNotThereIsSaid() async throws {
    let scratch = try Scratch()
    let frame = try await Programs.run(
      Programs.dashboard,
      [
        "--store", scratch.store, "--as-of", "2018-10-23", "--lang", "zh", "--print-frame",
        "--size", "160x30", "--keys", "3 x C-u lit:/nonexistent/list.csv Enter",
      ])
    for words in [
      "“/nonexistent/list.csv”无法写出：没有目录“/nonexistent”；", "（mkdir -p /nonexistent），或换一个目录（x）",
    ] {
      #expect(frame.output.contains(words), "\(frame.output)")
    }
  }
}
