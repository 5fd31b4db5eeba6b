import CensusTestSupport
import Testing

/// Every command explains itself in either language and in no mixture of them.
struct HelpTests {
  private static let commands = [
    "", "overview", "quarters", "prefectures", "sites", "findings", "issues", "units", "deadlines",
    "rechecks", "ledger", "worklist", "trends", "compare", "review", "show", "check", "history",
    "view", "report", "letter", "export", "receive",
    "return", "waive", "extend", "chase",
    "contact", "assign", "detail", "recheck", "order", "account", "availability", "void",
    "reinstate",
    "correct", "note", "undo", "redo", "retract", "resolve", "verify", "attach", "import",
    "answers", "snapshot",
    "withdraw", "merge", "sync", "backup", "init", "demo",
  ]

  private func help(_ command: String, _ language: String) throws -> String {
    let outcome = try Desk().run(
      (command.isEmpty ? [] : [command]) + ["--help", "--lang", language])
    #expect(outcome.status == 0)
    #expect(outcome.warnings == "")
    return outcome.answer
  }

  @Test(arguments: commands)
  func help(command: String) throws {
    let name = command.isEmpty ? "census" : command
    expectGolden(try help(command, "en"), named: "help-\(name)")
    expectGolden(try help(command, "zh"), named: "help-\(name)-zh")
  }

  /// Every command of the root is among those tested.
  @Test func noCommandIsLeftOut() throws {
    let listed = try help("", "en").split(separator: "\n")
      .drop { !$0.hasSuffix("SUBCOMMANDS:") }
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(Set(listed) == Set(Self.commands.dropFirst()))
  }

  /// Two English words in a row are a sentence of English, but for a command as it is typed.
  @Test(arguments: commands)
  func chineseHelpHasNoEnglish(command: String) throws {
    let text = try help(command, "zh").replacing("census help", with: "")
    let prose = text.split(separator: "\n").filter {
      !$0.hasPrefix("  census ") && !$0.hasPrefix("示例：") && !$0.hasPrefix("用法：")
    }
    for line in prose {
      let words = line.replacing(/(census|--[a-z]+) [a-z]+/, with: "")
      #expect(words.firstMatch(of: /[A-Za-z]{2,}:? [A-Za-z]{2,}/) == nil, "\(line)")
    }
    // No part of it is left without an explanation in Chinese.
    let parts = text.components(partedBy: "\n\n")
    for part in parts where !part.hasPrefix("用法：") {
      #expect(part.unicodeScalars.contains { isHan($0) }, "\(part)")
    }
    for word in ["OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "values:", "default:", "<options>"] {
      #expect(!text.contains(word))
    }
  }

  /// Every option and argument is explained in Chinese, under a Chinese name for its value.
  @Test(arguments: commands)
  func everyOptionIsExplainedInChinese(command: String) throws {
    let lines = try help(command, "zh").split(separator: "\n")
    for (index, line) in lines.enumerated() where line.hasPrefix("  -") || line.hasPrefix("  <") {
      let next = index + 1 < lines.count ? lines[index + 1] : ""
      let explained = line.drop { $0 != "。" && !isHan($0.unicodeScalars.first ?? " ") }
      #expect(!explained.isEmpty || next.hasPrefix("          "), "\(line)")
      #expect(line.firstMatch(of: /<[A-Za-z ]+>/) == nil, "\(line)")
    }
  }

  /// Chinese is twice as wide, and the parser wraps at blanks alone.
  @Test(arguments: commands)
  func chineseHelpKeepsToEightyColumns(command: String) throws {
    for line in try help(command, "zh").split(separator: "\n") {
      let width = line.unicodeScalars.reduce(0) {
        // Quotation marks are narrow though they stand among Chinese.
        $0 + ($1.value < 0x1100 || (0x2010...0x203F).contains($1.value) ? 1 : 2)
      }
      #expect(width <= 80, "\(line)")
    }
  }

  /// Names and examples are Chinese in English help too, and nothing else is.
  @Test(arguments: commands)
  func englishHelpHasNoChinese(command: String) throws {
    let text = try help(command, "en")
    let prose = text.components(partedBy: "\n\n")
      .filter { !$0.hasPrefix("Example") }.joined(separator: "\n")
    let names = ["省直", "扣分项", "扣分", "昆明", "临沧"]
    let rest = names.reduce(prose) { $0.replacing($1, with: "") }
    #expect(!rest.unicodeScalars.contains { isHan($0) })
  }

  /// Help is found in the language wherever it is asked for and named.
  @Test(arguments: [
    ["units", "--help"], ["units", "-h"], ["help", "units"], ["--lang", "zh", "help", "units"],
    ["help", "units", "--lang=zh"], ["units", "--lang", "zh", "-h"], ["--lang=zh", "units", "-h"],
  ])
  func everyWayToHelp(arguments: [String]) throws {
    let desk = try Desk()
    desk.environment["CENSUS_LANG"] =
      arguments.contains { $0.hasPrefix("--lang") } ? "en" : "zh"
    let outcome = try desk.run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.answer.hasPrefix("概述：报送登记：哪些单位应报，哪些材料已收到。\n"))
    #expect(outcome.answer == (try help("units", "zh")))
  }

  /// Without an option or a variable it is the store's language, then the locale's.
  @Test(arguments: [
    ([], "C.UTF-8", "概述："), (["--store", "nowhere"], "zh_CN.UTF-8", "概述："),
    (["--store", "nowhere"], "C.UTF-8", "OVERVIEW: "),
  ])
  func languageOfTheStore(options: [String], locale: String, beginning: String) throws {
    let desk = try Desk()
    desk.environment["CENSUS_LANG"] = nil
    desk.environment["LC_ALL"] = locale
    #expect(try desk.run(["units"] + options + ["--help"]).answer.hasPrefix(beginning))
  }

  /// What a mistyped value means is said in the language of the person.
  @Test func wrongUsageExplainsTheOption() throws {
    let desk = try Desk()
    desk.environment["CENSUS_LANG"] = "zh"
    let lines = try desk.run("overview", "--quarter", "x").warnings.split(separator: "\n")
    #expect(
      lines.contains(
        "说明：--quarter <季度>  季度，写作 2018Q3（月份 2018-09、半年 2018H1、专项抽查 2018S2）；未给出时为列有问题的最新季度。"
      ))
    #expect(lines.contains { $0.hasPrefix("用法：census overview [--store <目录>] [--quarter <季度>]") })
  }

  @Test(arguments: ["zh", "en"])
  func versionSaysTheCommitAndTheFormatOfStores(language: String) throws {
    let desk = try Desk()
    desk.environment["CENSUS_LANG"] = language
    let isChinese = language == "zh"
    let hash = String(repeating: "0123456789", count: 4)
    func answer(_ commit: String?) throws -> String {
      desk.commit = commit
      let outcome = try desk.run("--version")
      #expect(outcome.status == 0)
      return outcome.answer
    }
    let known = isChinese ? "提交：\(hash)" : "commit: \(hash)"
    let format = isChinese ? "数据格式：1" : "store format: 1"
    #expect(try answer(hash) == "census 0.1.0\n\(known)\n\(format)\n")
    #expect(
      try answer(hash + "+").hasPrefix(
        "census 0.1.0\n\(known)"
          + (isChinese ? "，另有未提交的改动\n" : ", with changes that were not committed\n")))
    #expect(
      try answer(nil).hasPrefix(
        isChinese
          ? "census 0.1.0\n提交：未记入本次构建；" : "census 0.1.0\ncommit: not recorded in this build; "))
  }
}

private func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

extension String {
  /// The parts between occurrences of a text.
  fileprivate func components(partedBy separator: String) -> [String] {
    split(separator: separator).map(String.init)
  }
}
