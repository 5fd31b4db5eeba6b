import CensusStore
import Testing

/// What every list can be asked: fields by their values, fields to be shown, names for all that.
struct ListOptionsTests {
  static let wishes: [(command: String, rows: [String])] = [
    ("units --where submission=complete", ["昆明"]),
    ("units --where submission=已报齐", ["昆明"]),
    ("units --where 报送=已报齐 --lang zh", []),
    ("units --where unit=Kunming", ["昆明"]),
    ("units --where completeOn=2018-10-18", ["昆明"]),
    ("units --where unit=昆明 --where unit=保山", ["保山", "昆明"]),
    ("units --where unit=昆明 --where submission=未报", []),
    ("units --issue 空白 --prefecture 临沧市", []),
    ("units --where issues=blank_columns", ["临沧"]),
    ("units --state 未报 --prefecture 临沧市", []),
    ("units --state 待退回", ["临沧"]),
  ]

  @Test(arguments: wishes)
  func units(command: String, rows: [String]) throws {
    let desk = try TableTests.morning()
    let outcome = try desk.run(
      command.split(separator: " ").map(String.init) + ["--format", "json"])
    if command.contains("空白") {
      #expect(outcome.status == 1)
      #expect(outcome.warnings.hasPrefix("census: issues is never “空白”; there are "))
    } else if command.contains("报送=") {
      #expect(outcome.status == 64)
      #expect(outcome.warnings.hasPrefix("census: 这个列表没有字段“报送”；可用的有quarter、unit、"))
    } else {
      #expect(outcome.warnings == "")
      #expect(try JSON(outcome.answer).column("unit") == rows.map { .text($0) })
    }
  }

  /// A field may be called by its heading in either language.
  @Test(arguments: ["状态=待退回", "State=toReturn", "submission=To return"])
  func headingsNameFields(wish: String) throws {
    let desk = try TableTests.morning()
    #expect(try desk.json("units", "--where", wish).column("unit") == ["临沧"])
    #expect(
      try desk.json("units", "--sort", "责任单位").rows == desk.json("units", "--sort", "unit").rows)
  }

  /// Columns of marks and remarks are chosen by their words, in either language.
  @Test(arguments: [
    ("fixed=整改到位", 1), ("fixed=passed", 1), ("reported=已报齐", 5), ("reported=complete", 5),
    ("modifiers=催办", 5), ("modifiers=chased", 5), ("modifiers=遗留", 0), ("accountable=concluded", 0),
  ])
  func wordsOfMarks(wish: String, count: Int) throws {
    let desk = try TableTests.morning()
    _ = try desk.run("recheck", "2018Q3-20", "--passed")
    _ = try desk.run("chase", "临沧")
    #expect(try desk.json("findings", "--where", wish).rows.count == count, "\(wish)")
  }

  /// A cell with two numbers is found by each of them.
  @Test func cellsOfSeveralRowsAreFoundByEach() throws {
    let desk = try Desk()
    for wish in ["findings=17", "findings=20", "findings=2018Q3-20"] {
      #expect(try desk.json("sites", "--where", wish).column("code") == ["5309260040"], "\(wish)")
    }
  }

  /// A column of days takes days, also while no row has one; nothing else is taken for a wish.
  @Test(arguments: [
    ("units", "promised=abc", "promised是日期，“abc”不是；写作 2018-10-20。"),
    ("units", "lastChase=3", "lastChase是日期，“3”不是；写作 2018-10-20。"),
    ("rechecks", "on=昨天", "on是日期，“昨天”不是；写作 2018-10-20。"),
    ("findings", "fixed=好", "fixed没有“好”这个值；可用的有未复查、整改到位、整改不到位、无法复查。"),
  ])
  func noWish(list: String, wish: String, sentence: String) throws {
    let outcome = try Desk().run(list, "--where", wish, "--lang", "zh")
    #expect(outcome.status == 64)
    #expect(outcome.warnings == "census: \(sentence)\n")
    #expect(try Desk().json("units", "--where", "promised=2018-10-10") == [])
  }

  /// Whatever a list prints, it takes: headings of CSV, words of tables, names of the brief.
  @Test func whatIsPrintedIsTaken() throws {
    let desk = try TableTests.morning()
    _ = try desk.run("recheck", "2018Q3-20", "--passed")
    #expect(try desk.json("units", "--where", "unit=临沧市").column("unit") == ["临沧"])
    #expect(try desk.json("units", "--where", "催办次数=0").rows.count == 7)
    #expect(try desk.json("units", "--where", "Days left=1").rows.count == 6)
    #expect(try desk.json("rechecks", "--where", "复查结果=整改到位").column("row") == [20])
    #expect(try desk.run("units", "--where", "unit=临仓").status == 64)
    #expect(try desk.run("units", "--columns", "").status == 64)
    #expect(try desk.run("history", "--by", "不存在").answer == "Nothing matches.\n")
    #expect(try desk.run("units", "--search", "不存在", "--lang", "zh").answer == "没有符合条件的内容。\n")
    #expect(try Desk().run("history").answer == "Nothing has been recorded yet.\n")
  }

  /// What was recorded is said in every form.
  @Test func historySaysWhatInEveryForm() throws {
    let desk = try Desk()
    _ = try desk.run("recheck", "2018Q3-17", "--failed")
    _ = try desk.run("chase", "临沧", "--answer", "24日报")
    #expect(
      try desk.json("history").column("summary").last
        == "row 17 耿马政府公众信息网: re-check 1 failed")
    #expect(try desk.run("history", "--format", "csv").answer.contains("re-check 1 failed"))
    #expect(try desk.run("history", "--format", "csv", "--lang", "zh").answer.contains("第1轮复查"))
    #expect(try desk.json("history").column("note") == ["24日报", .null])
  }

  /// The ID of a finding names its quarter, whatever quarter is the newest.
  @Test func findingsNameTheirQuarter() throws {
    let desk = try Desk()
    let folder = try #require(desk.folders["store"])
    let text = String(
      decoding: try folder.read("quarters/2018Q3.json", limit: 1 << 20), as: UTF8.self)
    try Desk.put(
      Array(text.replacing("\"2018Q3\"", with: "\"2018Q4\"").utf8), at: "quarters/2018Q4.json",
      in: folder)
    _ = try desk.run("check", "--confirm-facts")
    #expect(try desk.run("recheck", "2018Q3-16", "--passed").status == 0)
    #expect(
      try desk.json("rechecks", "--quarter", "2018Q3", "--where", "verdict=passed").column("row")
        == [16])
    #expect(try desk.json("rechecks", "--where", "verdict=passed").rows.isEmpty)
    let two = try desk.run("recheck", "2018Q3-17", "2018Q4-17", "--passed")
    #expect(two.status == 64)
    #expect(two.warnings == "census: 2018Q3-17 contradicts 2018Q4-17; use one of them.\n")
    #expect(try desk.run("recheck", "2018Q3-17", "--passed", "--quarter", "2018Q4").status == 64)
  }

  @Test func wishesThatCannotBeMet() throws {
    let desk = try Desk()
    let wrong = try desk.run("units", "--where", "临沧")
    #expect(wrong.status == 64)
    #expect(
      wrong.warnings.hasPrefix(
        "census: --where “临沧” should be field=value; the fields are quarter, "))
    let value = try desk.run("units", "--where", "submission=lost")
    #expect(value.status == 64)
    #expect(value.warnings.hasPrefix("census: submission is never “lost”; there are "))
    #expect(
      try desk.run("quarters", "--overdue").warnings
        == "census: nothing in this list can be overdue; leave out --overdue and "
        + "--fail-overdue.\n")
    #expect(try desk.run("issues", "--columns", "name,colour").status == 64)
  }

  @Test func columns() throws {
    let desk = try TableTests.morning()
    #expect(
      try desk.run("units", "--columns", "unit,submission", "--state", "complete", "--lang", "zh")
        .answer == "责任单位  状态\n昆明      已报齐\n")
    #expect(
      try desk.run(
        "units", "--columns", "submission，unit", "--state", "complete", "--format", "csv"
      ).answer == "State,Unit\r\ncomplete,Kunming\r\n")
    #expect(
      try desk.json("units", "--columns", "unit,chases", "--state", "complete").rows.first?.fields
        == ["chases", "unit"])
  }

  @Test func runSheet() throws {
    let desk = try TableTests.morning()
    _ = try desk.run("recheck", "2018Q3-20", "--passed")
    _ = try desk.run("recheck", "2018Q3-17", "--untestable", "offline")
    _ = try desk.run("void", "2018Q3-16", "--reason", "申诉成立")
    let all = try desk.json("rechecks")
    #expect(all.rows.count == 19 && !all.column("row").contains(16))
    let done = try desk.json("rechecks", "--where", "verdict=passed", "--where", "verdict=无法复查")
    #expect(done.column("row") == [17, 20])
    #expect(done.column("verdict") == ["untestable", "passed"])
    #expect(done.column("reason") == ["offline", .null])
    #expect(done.column("round") == [1, 1])
    #expect(
      try desk.run("rechecks", "--prefecture", "临沧", "--lang", "zh").answer
        .hasSuffix("\n已复查2/4条，整改到位1条。\n"))
  }

  @Test func ledger() throws {
    let desk = try TableTests.morning()
    #expect(try desk.json("ledger").rows.isEmpty)
    _ = try desk.run("recheck", "2018Q3-17", "2018Q3-8", "--failed")
    #expect(try desk.json("ledger").rows.isEmpty)
    #expect(
      try desk.json("ledger", "--all").column("stage") == ["toBeConsidered", "toBeConsidered"])
    _ = try desk.run("account", "临沧", "--stage", "opened", "--approved-by", "甲")
    for person in ["乙", "丙"] {
      _ = try desk.run(
        "account", "临沧", "--stage", "measure", "--measure", "interview", "--person-role", person)
    }
    _ = try desk.run("account", "临沧", "--stage", "concluded", "--document", "督〔2018〕1号")
    let ledger = try desk.json("ledger")
    #expect(ledger.column("stage") == ["opened", "measure", "measure"])
    #expect(ledger.column("approvedBy") == ["甲", .null, .null])
    #expect(ledger.column("personRole") == [.null, "乙", "丙"])
    #expect(ledger.column("measure") == [.null, "interview", "interview"])
    #expect(ledger.column("state") == Array(repeating: "concluded", count: 3))
    #expect(try desk.json("ledger", "--where", "measure=约谈").column("personRole") == ["乙", "丙"])
    #expect(try desk.json("ledger", "--search", "2018-10-19").rows.count == 3)
    #expect(try desk.json("ledger", "--search", "2018-10-17").rows.isEmpty)
    #expect(
      try desk.run("ledger", "--lang", "zh").answer
        .hasSuffix("\n共问责2人：约谈2人。\n\n待研究问责1家：保山。\n"))
    #expect(
      try desk.json("ledger", "--all").column("stage")
        == ["toBeConsidered", "opened", "measure", "measure", "concluded"])
  }

  @Test func history() throws {
    let desk = try TableTests.morning()
    _ = try desk.run("chase", "怒江", "--on", "2018-10-15", "--by", "李四")
    #expect(try desk.json("history", "--by", "李四").column("unit") == ["怒江"])
    #expect(try desk.json("history", "--type", "催办", "--until", "2018-10-15").rows.count == 1)
    #expect(try desk.json("history", "--type", "chase", "--since", "2018-10-16").rows.isEmpty)
    #expect(Set(try desk.json("history", "--unit", "昆明市").column("unit")) == ["昆明"])
    #expect(try desk.run("history", "--unit", "火星").status == 1)
    #expect(try desk.run("history", "--type", "lost").status == 64)
    let days = try desk.run("history", "--since", "2018-10-16", "--until", "2018-10-15")
    #expect(days.status == 64)
    #expect(
      days.warnings
        == "census: --since 2018-10-16 contradicts --until 2018-10-15; use one of them.\n")
  }
}

/// Lists under a name.
struct NamedViewTests {
  private func desk(_ config: String) throws -> Desk {
    let desk = try TableTests.morning()
    let folder = InMemoryFileSystem()
    try Desk.put(Array(config.utf8), at: "config.json", in: folder)
    desk.folders["/c/site-census"] = folder
    desk.environment["XDG_CONFIG_HOME"] = "/c"
    return desk
  }

  private static let config = """
    {
      // 每周一看
      "views": {
        "催报": {
          "list": "units", "where": ["submission=未报", "submission=toReturn"],
          "sort": "unit", "reverse": true, "columns": ["unit", "due"]
        },
        "坏": {"list": "units", "colour": 1},
        "无": {"sort": "unit"}
      }
    }
    """

  @Test func aViewIsItsList() throws {
    let desk = try desk(Self.config)
    let named = try desk.run("view", "催报", "--format", "json")
    #expect(named.status == 0)
    let plain = try desk.run(
      "units", "--where", "submission=未报", "--where", "submission=toReturn", "--sort", "unit",
      "--reverse", "--columns", "unit,due", "--format", "json")
    #expect(named.answer == plain.answer)
    #expect(try JSON(named.answer).rows.count == 6)
    #expect(
      named.warnings
        == "census: /c/site-census/config.json, line 8: the view “坏” is left out: there is no "
        + "“colour”; there are list, where, overdue, search, sort, reverse, columns.\n"
        + "census: /c/site-census/config.json, line 9: the view “无” is left out: “list” must say "
        + "which list it is of, as \"units\".\n")
    // More can be asked of it.
    #expect(
      try JSON(
        try desk.run("view", "催报", "--prefecture", "怒江", "--columns", "unit", "--format", "json")
          .answer
      ).column("unit") == ["怒江"])
  }

  @Test func whichViewsThereAre() throws {
    let desk = try desk(Self.config)
    #expect(
      try desk.run("view", "--lang", "zh").answer == """
        名称  列表      命令
        催报  报送登记  census units --where submission=未报 --where submission=toReturn --sort unit --reverse --columns unit,due

        """)
    let unknown = try desk.run("view", "催办")
    #expect(unknown.status == 1)
    #expect(unknown.warnings.hasSuffix("census: no list is named “催办”; there are 催报.\n"))
  }

  @Test func withoutConfiguration() throws {
    let desk = try TableTests.morning()
    desk.environment["XDG_CONFIG_HOME"] = "/c"
    #expect(
      try desk.run("view").answer
        == "No list has a name yet; census view --help shows how, in /c/site-census/config.json.\n")
    let broken = try self.desk("{\n  \"views\": {,}\n}")
    let outcome = try broken.run("view", "催报")
    #expect(outcome.status == 1)
    #expect(
      outcome.warnings
        == "census: the configuration “/c/site-census/config.json” is no JSON at line 2, column 13; "
        + "mend it there.\n")
  }
}
