import Testing

struct FilterTests {
  static let filters: [(arguments: String, rows: [Int])] = [
    ("--prefecture 临沧", [16, 17, 18, 19, 20]),
    ("--prefecture Lincang", [16, 17, 18, 19, 20]),
    ("--prefecture 临沧 --prefecture 省直", [1, 2, 16, 17, 18, 19, 20]),
    ("--issue blank_columns", [16]),
    ("--issue 首页不更新", [15, 18]),
    ("--issue home_not_updated --issue blank_columns", [15, 16, 18]),
    ("--search 耿马", [17, 20]),
    ("--search 5309260040", [17, 20]),
    ("--search ５３０９２６", [17, 20]),
    ("--search 耿马 --search 错字", [20]),
    ("--search 政-118", [3, 4, 5, 6, 7]),
    ("--search km", [3, 4, 5, 6, 7]),
    ("--search ｋｍ", [3, 4, 5, 6, 7]),
    ("--search gm", [17, 20]),
    ("--search gengma", [17, 20]),
    ("--search 耿m", [17, 20]),
    ("--search !km", [1, 2] + Array(8...20)),
    ("--search 临沧 --search !gm", [16, 18, 19]),
    ("--search lc|km", [3, 4, 5, 6, 7, 16, 17, 18, 19, 20]),
    ("--search 昆明 --issue text_errors", [3, 5, 7]),
    ("--state awaitingRecheck", [3, 4, 5, 6, 7]),
    ("--state toReturn --state awaitingRecheck --prefecture 临沧", [16, 17, 19, 20]),
    ("--overdue --prefecture 昆明", []),
    ("--overdue --prefecture 怒江", [10, 11, 12]),
    ("--prefecture 怒江 --reverse", [12, 11, 10]),
  ]

  @Test(arguments: filters)
  func findings(arguments: String, rows: [Int]) throws {
    let desk = try TableTests.morning()
    let outcome = try desk.run(
      ["findings", "--as-of", "2018-10-22", "--format", "json"]
        + arguments.split(separator: " ").map(String.init))
    #expect(outcome.status == 0)
    #expect(try JSON(outcome.answer).column("row") == rows.map { .number($0) })
  }

  @Test func unitsAndSites() throws {
    let desk = try TableTests.morning()
    let units = try desk.json("units", "--state", "complete")
    #expect(units.column("unit") == ["昆明"])
    #expect(try desk.json("units", "--search", "茶叶").column("unit") == ["临沧"])
    #expect(try desk.json("units", "--search", "chaye").column("unit") == ["临沧"])
    #expect(try desk.json("units", "--search", "gm|cyxxw !km").column("unit") == ["临沧"])
    #expect(
      try desk.json("sites", "--search", "xgll").column("name") == ["云南香格里拉教育网"])
    #expect(try desk.json("units", "--overdue").rows.isEmpty)
    #expect(try desk.json("units", "--overdue", "--as-of", "2018-10-21").rows.count == 6)
    let sites = try desk.json("sites", "--state", "toReturn")
    #expect(sites.column("code") == ["5309000044", "5309260040", "5309020048"])
  }

  @Test(arguments: ["sites", "findings", "units"])
  func everyFieldSorts(command: String) throws {
    let desk = try TableTests.morning()
    let all = try desk.json(command)
    let fields = all.rows.first?.fields ?? []
    #expect(fields.count >= 10)
    for field in fields {
      let sorted = try desk.json(command, "--sort", field)
      #expect(sorted.rows.count == all.rows.count)
      for row in all.rows { #expect(sorted.rows.contains(row)) }
    }
  }

  @Test func sortsFromTheWorst() throws {
    let desk = try TableTests.morning()
    #expect(
      try desk.json("units", "--sort", "unit", "--reverse").rows.reversed()
        == desk.json("units", "--sort", "unit").rows)
    #expect(
      try desk.json("units", "--sort", "submission").column("submission") == [
        "outstanding", "outstanding", "outstanding", "outstanding", "outstanding", "toReturn",
        "complete",
      ])
    #expect(
      try desk.json("units", "--sort", "paperOn").column("paperOn")
        == ["2018-10-18"] + Array(repeating: .some(.null), count: 6))
    let codes = try desk.json("sites", "--sort", "code").column("code")
    #expect(codes.first == "53000000006")
    #expect(codes.last == "5334230003")
  }

  @Test func sortsNamesInPinyinOrder() throws {
    let desk = try TableTests.morning()
    let units = try desk.json("units", "--sort", "pinyin").column("unit")
    #expect(units == ["保山", "迪庆", "昆明", "临沧", "怒江", "云南省文化厅", "云南省文史研究馆"])
    #expect(
      try desk.json("units", "--sort", "pinyin", "--reverse").column("unit") == units.reversed())
    let findings = try desk.json("findings", "--sort", "pinyin", "--prefecture", "临沧")
    #expect(findings.column("row") == [17, 20, 18, 16, 19])
    let sites = try desk.json(
      "sites", "--sort", "pinyin", "--prefecture", "省直", "--prefecture", "迪庆")
    #expect(
      sites.column("name") == [
        "迪庆州科技信息网", "维西傈僳族自治县人民政府门户网站", "云南省文化厅", "云南省文史研究馆网站", "云南香格里拉教育网",
      ])
    #expect(try desk.run("quarters", "--sort", "pinyin").status == 64)
  }

  @Test func whatIsUnknownIsRefused() throws {
    let desk = try Desk()
    let field = try desk.run("sites", "--sort", "colour")
    #expect(field.status == 64)
    #expect(
      field.warnings
        == "census: there is no field “colour” to sort by; there are quarter, code, printedCode, name, "
        + "platform, prefecture, unit, findings, issues, reported, fixed, accountable, state, due, "
        + "daysLeft, lateness, modifiers, assignee, pinyin.\n")
    let prefecture = try desk.run("units", "--prefecture", "临仓")
    #expect(prefecture.status == 1)
    #expect(prefecture.warnings == "census: nothing is called “临仓”; did you mean Lincang?\n")
    #expect(try desk.run("findings", "--issue", "spelling").status == 1)
    #expect(try desk.run("findings", "--state", "lost").status == 64)
  }

  @Test(arguments: ["units", "sites", "findings", "deadlines"])
  func overdueFails(command: String) throws {
    let desk = try Desk()
    #expect(try desk.run(command, "--fail-overdue", "--as-of", "2018-10-20").status == 0)
    #expect(try desk.run(command, "--fail-overdue", "--as-of", "2018-10-21").status == 2)
    #expect(try desk.run(command, "--as-of", "2018-10-21").status == 0)
  }
}
