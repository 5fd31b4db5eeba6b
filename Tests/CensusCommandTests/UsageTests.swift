import ArgumentParser
import CensusCommand
import CensusCore
import Testing

/// Wrong usage: one status, and a sentence in the language of whoever reads it.
struct UsageTests {
  static let usages: [(arguments: [String], chinese: String, english: String)] = [
    (
      ["units", "--colour", "x"], "没有选项“--colour”；您是不是指“--color”？",
      "Unknown option '--colour'. Did you mean '--color'?"
    ),
    (["units", "--quux"], "没有选项“--quux”。", "Unknown option '--quux'"),
    (["units", "--as-of"], "选项“--as-of <日期>”缺少值。", "Missing value for '--as-of <date>'"),
    (
      ["units", "--overdue=x"], "选项“--overdue”不带值，却给了“x”。",
      "The option '--overdue' does not take any value, but 'x' was specified."
    ),
    (["units", "x"], "多出一个参数：“x”。", "Unexpected argument 'x'"),
    (["units", "x", "y"], "多出2个参数：“x”“y”。", "2 unexpected arguments: 'x', 'y'"),
    (["receive", "--part", "both"], "缺少参数“<编号> ...”。", "Missing expected argument '<ids> ...'"),
    (
      ["receive", "昆明", "--part", "x"], "“x”不能用于“--part <材料>”；可用：paper、electronic、both。",
      "The value 'x' is invalid for '--part <part>'. Please provide one of 'paper', 'electronic' or "
        + "'both'."
    ),
    (
      ["units", "--as-of", "2018-02-30"],
      "“2018-02-30”不能用于“--as-of <日期>”：日期写作 2018-10-20（也可写 10-20、20、+3、昨天、周三），且须存在。",
      "The value '2018-02-30' is invalid for '--as-of <date>': a date is written as 2018-10-20 (or "
        + "10-20, 20, +3, yesterday, fri) and must exist."
    ),
    (
      ["recheck", "2018Q3-7", "--round", "x", "--passed"], "“x”不能用于“--round <轮次>”。",
      "The value 'x' is invalid for '--round <number>'"
    ),
    (
      ["recheck", "2018Q3-7"], "--passed、--failed、--untestable 须且只能给一个。",
      "give exactly one of --passed, --failed and --untestable."
    ),
    (["trends", "--quarters", "0"], "--quarters 至少为1。", "--quarters is at least 1."),
    (
      ["history", "--known-at", "2018-10-19T01:00:00"],
      "“2018-10-19T01:00:00”不能用于“--known-at <时刻>”：时刻连同时差，写作 2018-10-19T09:00:00+08:00 或 "
        + "2018-10-19T01:00:00Z。",
      "The value '2018-10-19T01:00:00' is invalid for '--known-at <instant>': an instant is written "
        + "with its offset, as 2018-10-19T09:00:00+08:00 or 2018-10-19T01:00:00Z."
    ),
    (
      ["reprt", "--help"], "没有命令“reprt”；您是不是指 report？census --help 列出全部命令。",
      "there is no command “reprt”; did you mean report? census --help lists them."
    ),
    (
      ["help", "unit"], "没有命令“unit”；您是不是指 units？census --help 列出全部命令。",
      "there is no command “unit”; did you mean units? census --help lists them."
    ),
    (
      ["frobnicate"], "没有命令“frobnicate”；census --help 列出全部命令。",
      "there is no command “frobnicate”; census --help lists them."
    ),
    (
      ["--store", "x", "units"],
      "选项“--store”要写在命令后面：census units --store ……；census units --help 列出它的选项。",
      "the option “--store” stands behind the command, as census units --store …; census units --help "
        + "lists its options."
    ),
    (
      ["--help", "recieve"], "没有命令“recieve”；您是不是指 receive？census --help 列出全部命令。",
      "there is no command “recieve”; did you mean receive? census --help lists them."
    ),
  ]

  @Test(arguments: usages)
  func sentence(arguments: [String], chinese: String, english: String) throws {
    for (language, sentence) in [("zh", chinese), ("en", english)] {
      let desk = try Desk()
      desk.environment["CENSUS_LANG"] = language
      let outcome = try desk.run(arguments)
      #expect(outcome.status == 64)
      #expect(outcome.answer == "")
      #expect(outcome.warnings.split(separator: "\n").first == "census: \(sentence)")
      #expect(
        outcome.warnings.contains("Usage:") == (language == "en" && !english.contains("--help")))
      #expect(!outcome.warnings.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
  }

  /// The option, the variable, the store, the locale, in this order, also before a store is open.
  @Test(arguments: [
    (["--lang", "zh"], "en", "zh_CN.UTF-8", "没有选项“--quux”。"),
    (["--lang=en"], "zh", "zh_CN.UTF-8", "Unknown option '--quux'"),
    ([], "zh", "C.UTF-8", "没有选项“--quux”。"),
    ([], "", "C.UTF-8", "没有选项“--quux”。"),
    (["--store", "nowhere"], "", "zh_CN.UTF-8", "没有选项“--quux”。"),
    (["--store", "nowhere"], "", "C.UTF-8", "Unknown option '--quux'"),
  ])
  func language(options: [String], variable: String, locale: String, sentence: String) throws {
    let desk = try Desk()
    desk.environment["CENSUS_LANG"] = variable
    desk.environment["LC_ALL"] = locale
    let outcome = try desk.run(["units"] + options + ["--quux"])
    #expect(outcome.warnings.split(separator: "\n").first == "census: \(sentence)")
  }

  /// A text in GBK is refused before the store is open, and still in the store's language.
  @Test func theFirstMessageIsInTheLanguageOfTheStore() throws {
    let desk = try Desk()
    desk.environment["CENSUS_LANG"] = nil
    desk.environment["LC_ALL"] = "C.UTF-8"
    let folder = try #require(desk.folders["store"])
    try Desk.put([0xD4, 0xAD, 0xCE, 0xC4], at: "a.tsv", in: folder)
    #expect(
      try desk.run("detail", "2018Q3-7", "--from", "store/a.tsv").warnings
        == "census: “store/a.tsv”不是 UTF-8 文本；请另存为 UTF-8 再试。\n")
  }

  // MARK: - Words and instants

  @Test(arguments: [
    (["units", "--state", "未报"], 7), (["units", "--state", "outstanding"], 7),
    (["units", "--state", "Outstanding"], 7), (["findings", "--state", "未报"], 20),
    (["sites", "--state", "待退回"], 0),
  ])
  func statesByTheirWords(arguments: [String], count: Int) throws {
    #expect(try Desk().run(arguments + ["--format", "json"]).status == 0)
    #expect(try JSON(try Desk().run(arguments + ["--format", "json"]).answer).rows.count == count)
  }

  @Test func everyWordOfAnOptionIsTaken() {
    #expect(
      Submission.allCases.allSatisfy { Submission(argument: Terms.submission($0).chinese) == $0 })
    #expect(Headline.allCases.allSatisfy { Headline(argument: Terms.headline($0).english) == $0 })
    #expect(Headline.allCases.allSatisfy { Headline(argument: $0.rawValue) == $0 })
    #expect(Note.Kind(argument: "领导批示") == .instruction)
    #expect(Accountability.Measure(argument: "约谈") == .interview)
    #expect(Headline(argument: "lost") == nil)
  }

  @Test(arguments: [
    "2018-10-19T01:00:00Z", "2018-10-19T09:00:00+08:00", "2018-10-19 09:00+08:00",
    "2018-10-18T20:00:00-05:00", "2018-10-19t01:00z",
  ])
  func instantsOfAnyOffset(text: String) throws {
    #expect(Instant(withOffset: text) == Instant("2018-10-19T01:00:00Z"))
    let desk = try Desk()
    _ = try desk.run("receive", "昆明", "--part", "paper")
    #expect(try desk.json("history", "--known-at", text).rows.count == 1)
  }

  @Test func anInstantNeedsItsOffset() {
    for text in ["2018-10-19T01:00:00", "2018-10-19", "2018-10-19T25:00:00Z", "+08:00", "Z", ""] {
      #expect(Instant(withOffset: text) == nil)
    }
  }

  @Test(arguments: ["table", "markdown", "json", "csv"])
  func whatIsPrintedSaysWhatWasKnown(format: String) throws {
    let sentence = "只含2018-10-19T00:00:00Z以前登记的内容。\n"
    for command in ["units", "findings", "history", "check", "overview"] {
      let outcome = try Desk().run(
        command, "--known-at", "2018-10-19T08:00:00+08:00", "--format", format, "--lang", "zh")
      let isRead = format == "json" || format == "csv"
      #expect(outcome.answer.hasSuffix("\n" + sentence) == !isRead, "\(command)")
      #expect(outcome.warnings == (isRead ? "census: " + sentence : ""), "\(command)")
    }
  }

  @Test func identitiesSortByTheirNumbers() throws {
    let desk = try Desk()
    let ids = try desk.json("findings", "--sort", "id").column("id")
    #expect(ids == (1...20).map { .text("2018Q3-\($0)") })
    let reversed = try desk.json("findings", "--sort", "id", "--reverse").column("row")
    #expect(reversed == (1...20).reversed().map { .number($0) })
  }
}
