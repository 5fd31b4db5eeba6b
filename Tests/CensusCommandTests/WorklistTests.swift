import CensusCommand
import CensusCore
import CensusStore
import Testing

/// What is owed over all periods (`notices.md` 6): the notice before must not fall out of sight.
struct WorklistTests {
  private func desk(after lines: String...) throws -> Desk {
    try Desk(next: [.kunming, .dali], after: lines)
  }

  private func rows(_ desk: Desk, _ more: String...) throws -> [String] {
    try desk.json(["worklist"] + more).rows.map {
      "\($0["quarter"]?.string ?? "-") \($0["unit"]?.string ?? "-")"
    }
  }

  @Test func whatAnEarlierNoticeLeftOpenStandsBesideTheNext() throws {
    let desk = try desk()
    #expect(
      try rows(desk) == [
        "2018Q3 云南省文史研究馆", "2018Q3 云南省文化厅", "2018Q3 昆明", "2018Q3 保山", "2018Q3 怒江",
        "2018Q3 迪庆", "2018Q3 临沧", "2018Q4 昆明", "2018Q4 大理",
      ])
    let row = try #require(try desk.json("worklist", "--where", "unit=临沧").rows.first)
    #expect(
      row.fields == [
        "assignee", "chases", "daysLeft", "due", "findings", "instruction", "lastChase", "lateness",
        "modifiers", "next",
        "overdueQuarters", "prefecture", "quarter", "sites", "submission", "unit",
      ])
    #expect(row["sites"] == 4 && row["findings"] == 5 && row["submission"] == "outstanding")
    #expect(row["due"] == "2018-10-20" && row["daysLeft"] == -77 && row["overdueQuarters"] == 1)
    #expect(row["next"]?["what"] == "chase" && row["next"]?["on"] == "2019-01-05")
    #expect(row["chases"] == 0 && row["lastChase"] == .null && row["instruction"] == .null)
    let later = try #require(try desk.json("worklist", "--where", "unit=大理").rows.first)
    #expect(later["daysLeft"] == 15 && later["overdueQuarters"] == 0)
  }

  /// Whoever has done all of it leaves, and comes back when that is taken back.
  @Test func whatIsClosedLeaves() throws {
    let desk = try desk(after: "receive 怒江 --part both --on 2018-10-19 --quarter 2018Q3")
    #expect(try rows(desk).contains("2018Q3 怒江"))
    #expect(try desk.json("worklist", "--where", "unit=怒江").column("next").count == 1)
    try desk.does("recheck 2018Q3-10 2018Q3-11 2018Q3-12 --passed --on 2018-11-05 --quarter 2018Q3")
    #expect(try !rows(desk).contains("2018Q3 怒江"))
    try desk.does("undo")
    #expect(try rows(desk).contains("2018Q3 怒江"))
    // One that failed is open, whatever else is closed.
    try desk.does("recheck 2018Q3-10 2018Q3-11 --passed --on 2018-11-05 --quarter 2018Q3")
    try desk.does("recheck 2018Q3-12 --failed --on 2018-11-05 --quarter 2018Q3")
    let row = try #require(try desk.json("worklist", "--where", "unit=怒江").rows.first)
    #expect(row["findings"] == 1 && row["sites"] == 1)
    #expect(row["next"]?["what"] == "accountability" && row["daysLeft"] == .null)
  }

  /// Who is late with what was ordered anew is late in every list, though the notice's own count is over.
  @Test func whatWasOrderedAnewIsOverdueInEveryList() throws {
    let desk = try ActTests.desk()
    for unit in ["省直", "昆明", "保山", "怒江", "迪庆", "临沧"] {
      try desk.does("receive \(unit) --part both --on 2018-10-18")
    }
    try desk.does("recheck 2018Q3-17 --failed --on 2018-10-22")
    try desk.does("order 临沧 --until 2018-10-31 --on 2018-10-22")
    let lists = [
      "units", "sites", "findings", "rechecks", "deadlines", "worklist", "prefectures",
    ]
    for list in lists {
      let (before, after) = (
        try desk.run(list, "--fail-overdue", "--as-of", "2018-10-31"),
        try desk.run(list, "--fail-overdue", "--as-of", "2018-11-01")
      )
      #expect(before.status == 0 && after.status == 2, "\(list)")
    }
    let rows = try desk.json("prefectures", "--overdue", "--as-of", "2018-11-05").rows
    #expect(rows.map { $0["prefecture"] } == ["临沧"])
    #expect(rows.first?["overdue"] == 0 && rows.first?["orderedOverdue"] == 1)
  }

  /// On a day before the next notice was published nobody owes anything for it.
  @Test func whatIsNotPublishedIsNotOwed() throws {
    let desk = try desk()
    #expect(try rows(desk, "--as-of", "2018-12-19").allSatisfy { $0.hasPrefix("2018Q3") })
    #expect(try rows(desk, "--as-of", "2018-12-20").contains("2018Q4 大理"))
    #expect(try rows(desk, "--quarter", "2018Q4") == ["2018Q4 昆明", "2018Q4 大理"])
    #expect(
      try desk.run("worklist", "--quarter", "2022Q3", "--lang", "zh").answer == "2022年三季度没有待办事项。\n")
  }

  @Test(
    "An instruction stands until a note on the same thing answers it",
    arguments: ["2018Q3", "临沧", "2018Q3-17"])
  func instruction(about id: String) throws {
    let desk = try desk()
    let outcome = try desk.run(
      "note", id, "请于年前报结果", "--kind", "instruction", "--due", "2018-12-31", "--quarter", "2018Q3",
      "--on", "2018-12-21", "--json")
    #expect(outcome.status == 0, "\(outcome.warnings)")
    let waiting = { try desk.json("worklist", "--where", "next=answer").rows }
    let row = try #require(try waiting().first)
    #expect(row["instruction"] == "请于年前报结果" && row["due"] == "2018-12-31")
    #expect(row["daysLeft"] == -5 && row["overdueQuarters"] == 1)
    #expect(row["unit"] == (id == "2018Q3" ? .null : "临沧"))
    #expect(row["sites"] == .null && row["submission"] == .null)
    #expect(
      try desk.run("worklist", "--lang", "zh").answer.hasSuffix("2018年四季度2家2条（未报齐2家）；待答复批示1件。\n"))
    // A further instruction, and a note on something else, are no answer.
    for line in [
      "note 昆明 已收悉 --quarter 2018Q3", "note \(id) 抓紧 --kind instruction --quarter 2018Q3",
    ] { try desk.does(line) }
    #expect(try waiting().count == 1)
    try desk.does("note \(id) 已于1月4日书面答复 --quarter 2018Q3")
    #expect(try waiting().isEmpty)
    try desk.does("undo")
    #expect(try waiting().count == 1)
    let event = try #require(
      try desk.json("history", "--quarter", "2018Q3", "--search", "请于年前报结果").rows.first?["id"]?
        .string)
    try desk.does("note \(event) 已当面汇报 --quarter 2018Q3")
    #expect(try waiting().isEmpty)
  }

  /// 另有往期遗留: the last sentence of the brief, whichever notice it is about.
  @Test func theBriefTellsWhatIsLeft() throws {
    let desk = try desk(after: "receive 怒江 --part both --on 2018-10-19 --quarter 2018Q3")
    #expect(
      try desk.run("report", "--brief", "--lang", "zh").answer
        .hasSuffix("另有往期遗留未办结：2018年三季度7家20条（未报齐6家）。\n"))
    #expect(
      try desk.run("report", "--brief").answer.hasSuffix(
        "Left over from earlier periods: Q3 2018 7 units, 20 findings (6 not reported in full).\n"))
    #expect(
      try !desk.run("report", "--brief", "--lang", "zh", "--quarter", "2018Q3").answer
        .contains("遗留"))
    #expect(
      try desk.run("worklist", "--lang", "zh").answer.hasSuffix(
        "未办结：2018年三季度7家20条（未报齐6家）；2018年四季度2家2条（未报齐2家）。\n"))
  }

  /// A period that cannot be read is named, and stands for nobody who owes nothing.
  @Test func aPeriodThatCannotBeReadIsNamed() throws {
    let desk = try desk()
    let folder = try #require(desk.folders["store"])
    try folder.remove("quarters/2018Q3.json")
    try Desk.put(Array("{".utf8), at: "quarters/2018Q3.json", in: folder)
    let outcome = try desk.run("worklist", "--lang", "zh")
    #expect(outcome.answer.contains("无法读取，未列入：2018Q3。\n"), "\(outcome.answer)")
    #expect(outcome.warnings.contains("quarters/2018Q3.json"), "\(outcome.warnings)")
    #expect(outcome.status == 1)
    // No form of the answer is taken for all that is owed.
    for form in ["json", "csv", "markdown"] {
      #expect(try desk.run("worklist", "--format", form).status == 1)
    }
    desk.folders["/out/"] = InMemoryFileSystem()
    let written = try desk.run("export", "worklist", "--output", "/out/w.csv")
    #expect(written.status == 1)
    #expect(written.answer.hasSuffix(": /out/w.csv\n"), "\(written.warnings)")
    #expect(try desk.run("worklist", "--quarter", "2018Q3").status == 1)
    // Nothing that was read is overdue, and nobody is told that nothing is.
    let asked = try desk.run("worklist", "--overdue", "--fail-overdue", "--lang", "zh")
    #expect(asked.status == 1)
    #expect(asked.answer == "没有符合条件的内容。无法读取，未列入：2018Q3。\n")
  }

  /// What contradicts is flagged here as in every list (domain.md 2.11); lateness is that of `units`.
  @Test func rowsSayWhatUnitsSay() throws {
    let desk = try desk(
      after: "receive 临沧 --part both --on 2018-10-27 --quarter 2018Q3",
      "recheck 2018Q3-10 --failed --on 2018-11-05 --quarter 2018Q3",
      "order 2018Q3-10 --until 2019-02-01 --on 2018-11-06 --quarter 2018Q3")
    let late = try #require(try desk.json("worklist", "--where", "unit=临沧").rows.first)
    #expect(late["lateness"] == "serious")
    let here = try #require(try desk.json("worklist", "--where", "unit=怒江").rows.first)
    let there = try #require(
      try desk.json("units", "--quarter", "2018Q3", "--where", "unit=怒江").rows.first)
    #expect(here["lateness"] == there["lateness"])
    #expect(here["modifiers"] == there["modifiers"])
    #expect(here["modifiers"]?.rows.isEmpty == false)
  }

  /// The count of the notice is of its own round (domain.md 2.2): what was ordered anew is no report
  /// that a unit still owes for the notice.
  @Test func orderedRoundsAreNotCountedAsTheNotices() throws {
    let desk = try desk(
      after: "receive 怒江 --part both --on 2018-10-19 --quarter 2018Q3",
      "recheck 2018Q3-10 --failed --on 2018-11-05 --quarter 2018Q3",
      "order 2018Q3-10 --until 2019-02-01 --on 2018-11-06 --quarter 2018Q3")
    #expect(
      try desk.run("worklist", "--lang", "zh").answer.contains("2018年三季度7家20条（未报齐6家）"))
    #expect(
      try desk.run("report", "--brief", "--quarter", "2018Q3", "--lang", "zh").answer
        .contains("未报齐6家"))
  }

  @Test func itIsAListLikeAnother() throws {
    let desk = try desk(after: "chase 昆明 --quarter 2018Q4 --on 2019-01-04")
    #expect(try desk.run("worklist", "--overdue", "--fail-overdue").status == 2)
    #expect(try rows(desk, "--overdue").allSatisfy { $0.hasPrefix("2018Q3") })
    #expect(try rows(desk, "--search", "教育局").sorted() == ["2018Q3 昆明", "2018Q4 昆明"])
    #expect(try rows(desk, "--prefecture", "大理") == ["2018Q4 大理"])
    #expect(
      try rows(desk, "--where", "quarter=2018年四季度", "--sort", "chases", "--reverse").first
        == "2018Q4 昆明")
    #expect(
      try desk.run("worklist", "--quarter", "2018Q4", "--format", "csv", "--lang", "zh").answer
        == """
        季度,责任单位,州市,网站,未办结,状态,时限,剩余天数,迟报等级,逾期季数,下一步,催办次数,上次催办,批示,说明,承办人\r
        2018年四季度,昆明,昆明,1,1,未报,2019-01-20,15,,0,01-08 催办,1,2019-01-04,,,\r
        2018年四季度,大理,大理,1,1,未报,2019-01-20,15,,0,01-08 催办,0,,,,\r

        """)
    #expect(
      try desk.run("worklist", "--where", "quarter=2017Q1", "--lang", "zh").answer == "没有符合条件的内容。\n"
    )
  }
}
