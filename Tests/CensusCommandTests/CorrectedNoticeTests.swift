import CensusStore
import CensusTestSupport
import Testing

/// A corrected notice comes in beside the old one: every mark stays on its site (notices.md 4).
struct CorrectedNoticeTests {
  /// Annex 2 of the shipped quarter as cells: prefecture, name, code, text.
  private func annex(of desk: Desk) throws -> [[String]] {
    try desk.json("findings").rows.map { row in
      ["prefecture", "name", "printedCode", "text"].map { row[$0]?.string ?? "" }
    }
  }

  private func desk(_ lines: String...) throws -> Desk { try .after(lines) }

  /// Has annex 2 read as text with tabs from standard input.
  private func take(_ rows: [[String]], _ desk: Desk, _ more: String...) throws -> Desk.Outcome {
    let head = ["序号", "州、市/部门", "网站名称", "网站标识码", "存在问题"]
    let lines = [head] + rows.enumerated().map { ["\($0 + 1)"] + $1 }
    desk.input = lines.map { $0.joined(separator: "\t") + "\n" }.joined()
    return try desk.run(["import", "-", "--quarter", "2018Q3"] + more)
  }

  private func states(_ desk: Desk) throws -> [String: String] {
    var states: [String: String] = [:]
    for row in try desk.json("findings").rows {
      states[(row["name"]?.string ?? "") + (row["text"]?.string ?? "")] = row["state"]?.string
    }
    return states
  }

  private func quarters(_ desk: Desk) throws -> [String] {
    try #require(desk.folders["store"]).list("quarters").map(\.name).sorted()
  }

  @Test func theSameAnnexChangesNothing() throws {
    let desk = try desk()
    let before = try quarters(desk)
    let outcome = try take(try annex(of: desk), desk, "--accept", "--lang", "zh")
    #expect(outcome.status == 0)
    #expect(outcome.warnings == "census: 数据目录中已是这些内容，没有变化。\n")
    #expect(try quarters(desk) == before)
  }

  /// What came before the correction answers what was asked for then; the row that the correction
  /// adds to the same unit is owed, and what comes now is of that alone.
  @Test func aReportAnswersNoRowThatCameLater() throws {
    let desk = try desk(
      "receive 昆明 --part both --on 2018-10-15", "waive 保山 --authority 甲 --reason 乙 --on 2018-10-12")
    var rows = try annex(of: desk)
    rows.append(["昆明", "新增测试网站", "5301000999", "首页不更新"])
    rows.append(["保山", "保山测试网站", "5305000999", "首页不更新"])
    desk.now = "2018-11-06T01:00:00Z"
    #expect(try take(rows, desk, "--accept").status == 0)
    #expect(try states(desk)["新增测试网站首页不更新"] == "outstanding")
    #expect(try states(desk)["保山测试网站首页不更新"] == "outstanding")
    func unit(_ name: String) throws -> JSON {
      try #require(try desk.json("units").rows.first { $0["unit"]?.string == name })
    }
    #expect(try unit("昆明")["submission"] == "partial")
    #expect(try unit("保山")["submission"] == "outstanding")
    #expect(
      try desk.json("findings").rows.first { $0["id"] == "2018Q3-3" }?["state"] == "awaitingRecheck"
    )
    // The record says what it is about.
    let receipt = try #require(
      try desk.json("history", "--unit", "昆明").rows.first { $0["type"] == "receipt" })
    #expect(receipt["findings"]?.rows.count == 5)
    desk.now = "2018-11-07T01:00:00Z"
    try desk.does("receive 昆明 --part both --on 2018-11-07")
    #expect(try unit("昆明")["submission"] == "complete")
    #expect(try states(desk)["新增测试网站首页不更新"] == "awaitingRecheck")
    // Taken back, the earlier one is as it was.
    try desk.does("undo")
    #expect(try unit("昆明")["submission"] == "partial")
  }

  /// What was said of a row stays with it where the correction prints it under another prefecture, be it
  /// said of its unit as a whole; and what was said of its new unit before does not fall on it.
  @Test func everyMarkStaysWhereARowGoesToAnotherUnit() throws {
    let desk = try desk(
      "receive 昆明 --part both --on 2018-10-15", "recheck 2018Q3-5 --failed --on 2018-10-30",
      "order 2018Q3-5 --until 2018-11-25 --on 2018-10-31",
      "account 2018Q3-5 --stage opened --approved-by 甲 --on 2018-10-31",
      "extend 保山 --until 2018-12-20 --authority 甲 --reason 乙 --on 2018-10-15")
    var rows = try annex(of: desk)
    let fields = ["id", "state", "due", "reported"]
    func moved() throws -> [[JSON?]] {
      try desk.json("findings").rows.filter { ["2018Q3-4", "2018Q3-5"].contains($0["id"]?.string) }
        .map { row in fields.map { row[$0] } }
    }
    let before = try moved()
    #expect(before[0][1] == "awaitingRecheck" && before[1][2] == "2018-11-25")
    for row in [3, 4] { rows[row][0] = "保山" }
    desk.now = "2018-11-06T01:00:00Z"
    #expect(try take(rows, desk, "--accept").status == 0)
    #expect(try moved() == before)
    let own = try desk.json("findings", "--where", "unit=保山").rows
    #expect(own.count == 4)
    #expect(own.filter { $0["due"] == "2018-12-20" }.count == 2)
    #expect(try desk.json("history", "--unit", "保山").column("type").contains("receipt"))
    #expect(try !desk.run("check", "--lang", "zh").answer.contains("不起作用"))
    // What comes now is of the unit that owes it.
    try desk.does("receive 保山 --part both --round 2 --on 2018-11-06")
    #expect(try moved()[1][3] != before[1][3])
  }

  /// A row before all others, one left out, the code of a third corrected: every state goes with its
  /// site, the row that is gone stays until a person strikes it off, and looking back shows the old.
  @Test func everyMarkStaysOnItsSite() throws {
    let desk = try desk(
      "receive 临沧 --part both --on 2018-10-15", "recheck 2018Q3-17 --failed --on 2018-10-30",
      "availability 2018Q3-3 --status dark --on 2018-10-12", "note 2018Q3-5 看过 --on 2018-10-12")
    let (old, before) = (try states(desk), try annex(of: desk))
    let gone = before[9]
    var rows = before
    rows[2][2] = "5301269999"
    rows.remove(at: 9)
    rows.insert(["昆明", "新增测试网站", "5301000999", "首页不更新"], at: 0)
    let shown = try take(rows, desk, "--lang", "zh")
    #expect(shown.answer.contains("附件2第1行 新增测试网站：新增，编号2018Q3-21"))
    #expect(shown.answer.contains("标识码由“\(before[2][2])”改为“5301269999”"))
    #expect(shown.answer.contains("附件2不再有原第10行：\(gone[1])（2018Q3-10"))
    #expect(try states(desk) == old, "looking writes nothing")
    let digest = try #require(shown.answer.split(separator: "--expect ").last?.prefix(64))
    desk.now = "2018-11-06T01:00:00Z"
    let taken = try take(rows, desk, "--accept", "--expect", String(digest), "--lang", "zh")
    #expect(taken.status == 0, "\(taken.warnings)")
    #expect(taken.warnings.hasPrefix("census: 已写入2018年三季度（第2版）："))
    var expected = old
    expected["新增测试网站首页不更新"] = "outstanding"
    #expect(try states(desk) == expected)
    let findings = try desk.json("findings").rows
    let seventeen = try #require(findings.first { $0["id"] == "2018Q3-17" })
    #expect(seventeen["printedRow"] == 17 && seventeen["state"] == "recheckFailed")
    #expect(findings.first { $0["id"] == "2018Q3-5" }?["printedRow"] == 6)
    #expect(findings.first { $0["id"] == "2018Q3-10" }?["printedRow"] == .null)
    #expect(try desk.json("show", "5301269999")["availability"] == "dark")
    // The row that is gone is asked for until it is struck off or confirmed.
    func asks() throws -> Bool {
      try JSON(desk.run("check", "--format", "json").answer).column("code").contains("goneFinding")
    }
    #expect(try asks())
    try desk.does("void 2018Q3-10 --reason 更正的通报已删")
    #expect(try !asks())
    let back = try desk.run(
      "findings", "--format", "json", "--known-at", "2018-11-05T12:00:00Z")
    #expect(try JSON(back.answer).rows.count == 20)
    // Taken back, all is as it was, the mark of the void included.
    try desk.does("withdraw 2018Q3 --reason 误载")
    #expect(try desk.json("findings").rows.count == 20)
    #expect(try desk.json("findings", "--where", "id=2018Q3-10").rows.first?["state"] == "void")
  }

  /// Whether a row is struck off for good, or a pass holds, where the correction lists it again or words it
  /// anew, nobody but a person can tell: `check` asks until it is recorded anew.
  @Test func whatACorrectionContradictsIsAskedAbout() throws {
    let desk = try desk(
      "void 2018Q3-2 --reason 申诉成立 --on 2018-10-15", "receive 怒江 --part both --on 2018-10-12",
      "recheck 2018Q3-3 --passed --on 2018-10-16", "recheck 2018Q3-4 --passed --on 2018-10-16")
    func asked() throws -> [String] {
      try JSON(desk.run("check", "--format", "json", "--lang", "zh").answer).rows
        .filter { $0["code"] == "oddEvent" }.compactMap { $0["message"]?.string }
    }
    #expect(try asked() == [])
    var rows = try annex(of: desk)
    rows[2][3] = "空白栏目"
    desk.now = "2018-11-06T01:00:00Z"
    #expect(try take(rows, desk, "--accept").status == 0)
    let found = try asked()
    #expect(found.count == 2)
    #expect(
      found.contains {
        $0.contains(
          "剔除了2018Q3-2，而此后更正的通报仍列有该行；不再剔除的，用 census reinstate 2018Q3-2 恢复；仍然成立的，用 census retract ")
      })
    #expect(
      found.contains {
        $0.contains(
          "对2018Q3-3作出的合格结论，依据的是更正前的表述，此后的通报改了表述；仍有问题的，用 census recheck 2018Q3-3 --failed 重新登记；仍然成立的，用 census retract "
        )
      })
    // It counts as it was recorded until then.
    let rowsNow = try desk.json("findings").rows
    #expect(rowsNow.first { $0["id"] == "2018Q3-2" }?["state"] == "void")
    // Whatever is said of the row after the correction settles it.
    try desk.does("reinstate 2018Q3-2 --reason 更正的通报仍列 --on 2018-11-06")
    #expect(try asked().count == 1)
    try desk.does("recheck 2018Q3-3 --failed --on 2018-11-06")
    #expect(try asked() == [])
    for _ in 1...2 { try desk.does("undo") }
    #expect(try asked() == found)
    let ids = try desk.json("history").rows
      .filter { ["void", "recheck"].contains($0["type"]?.string) && $0["retracted"] == false }
      .compactMap { $0["id"]?.string }
    for id in ids { try desk.does("retract \(id.prefix(12)) --reason 更正后重新登记") }
    try desk.does("void 2018Q3-2 --reason 申诉成立 --on 2018-11-06")
    try desk.does("recheck 2018Q3-3 --passed --on 2018-11-06")
    #expect(try asked() == [])
  }

  @Test func whatWasShownIsWhatIsWritten() throws {
    let desk = try desk()
    var rows = try annex(of: desk)
    rows.removeLast()
    let shown = try take(rows, desk, "--lang", "zh")
    let digest = try #require(shown.answer.split(separator: "--expect ").last?.prefix(64))
    rows.removeLast()
    let other = try take(rows, desk, "--accept", "--expect", String(digest), "--lang", "zh")
    #expect(other.status == 1)
    #expect(other.warnings.contains("与 --expect 所示不同"))
    #expect(try quarters(desk) == (try quarters(try self.desk())))
  }

  /// Two rows of one site, both worded anew: open until a person says which is which.
  @Test func onlyAPersonCanTell() throws {
    let desk = try desk("receive 2018Q3-20 --only --part paper --on 2018-10-15")
    var rows = try annex(of: desk)
    rows[16][3] = "互动回应差"
    rows[19][3] = "空白栏目"
    let shown = try take(rows, desk, "--lang", "zh")
    #expect(shown.status == 2)
    #expect(shown.answer.contains("看不出是原来的哪一条（2018Q3-17、2018Q3-20）"))
    #expect(try take(rows, desk, "--accept", "--lang", "zh").status == 2)
    let told = try take(
      rows, desk, "--row", "1:18=2018Q3-20", "--row", "1:21=2018Q3-17", "--accept")
    #expect(told.status == 0, "\(told.warnings)")
    let findings = try desk.json("findings").rows
    #expect(findings.first { $0["id"] == "2018Q3-20" }?["text"] == "互动回应差")
    #expect(findings.first { $0["id"] == "2018Q3-20" }?["state"] == "electronicMissing")
  }

  /// Months, half-years and special checks are periods like quarters.
  @Test(arguments: [
    ("2018-10", "2018年10月"), ("2018H2", "2018年下半年"), ("2018S2", "2018年第二次抽查"),
  ])
  func otherPeriodsComeIn(period: String, name: String) throws {
    let desk = try desk()
    desk.now = "2019-01-05T01:00:00Z"
    let rows = try annex(of: desk)
    desk.input =
      "序号\t州、市/部门\t网站名称\t网站标识码\t存在问题\n1\t" + rows[3].joined(separator: "\t") + "\n"
    let taken = try desk.run(
      "import", "-", "--quarter", period, "--due", "2019-02-01", "--accept", "--lang", "zh")
    #expect(taken.status == 0)
    #expect(taken.warnings.contains("已写入\(name)"))
    #expect(try desk.json("findings", "--quarter", period).column("id") == [.text("\(period)-1")])
    let noted = try desk.run("receive", "\(period)-1", "--part", "both")
    #expect(noted.status == 0, "\(noted.warnings)")
    let units = try desk.json("units", "--quarter", period).rows
    #expect(units.map { $0["submission"] } == ["complete"])
    #expect(try desk.json("history", "--quarter", period).rows.count == 2)
    #expect(
      try desk.json("units", "--quarter", "2018Q3").rows.allSatisfy {
        $0["submission"] == "outstanding"
      })
    let trends = try desk.run("trends", "--lang", "zh")
    #expect((trends.answer + trends.warnings).contains("时段不一"))
  }

  /// The first notice of a quarter is taken back: nothing is lost, and it is said.
  @Test func aQuarterThatWasTakenBackIsSaid() throws {
    let desk = try desk()
    let rows = try annex(of: desk)
    let head = "序号\t州、市/部门\t网站名称\t网站标识码\t存在问题\n"
    desk.input =
      head + "1\t" + rows[3].joined(separator: "\t") + "\n2\t"
      + rows[4].joined(separator: "\t") + "\n"
    desk.now = "2019-01-05T01:00:00Z"
    #expect(
      try desk.run("import", "-", "--quarter", "2018Q4", "--due", "2019-02-01", "--accept").status
        == 0)
    #expect(try desk.json("quarters").rows.contains { $0["quarter"] == "2018Q4" })
    try desk.does("note 2018Q4-1 看过 --quarter 2018Q4")
    let outcome = try desk.run("withdraw", "2018Q4", "--reason", "别省的", "--lang", "zh")
    #expect(
      outcome.answer == "已撤回2018年四季度第1版；该季度不再列出；已登记的1条记录保留，再次载入后重新计入。\n")
    #expect(try desk.json("quarters").rows.contains { $0["quarter"] == "2018Q4" } == false)
    let check = try desk.run("check", "--lang", "zh")
    #expect(check.answer.contains("2018Q4的通报已撤回（别省的）；再次载入后，已登记的内容重新计入"))
    #expect(try desk.run("withdraw", "2018Q4", "--reason", "再来").status == 1)
    #expect(
      try desk.run("import", "-", "--quarter", "2018Q4", "--due", "2019-02-01", "--accept").status
        == 0)
    #expect(try desk.json("history", "--quarter", "2018Q4").rows.count == 1)
  }

  /// Who takes a revision back is told of the records that have no effect without it.
  @Test func whatARevisionTakesWithItIsSaid() throws {
    let desk = try desk()
    let rows = try annex(of: desk)
    let head = "序号\t州、市/部门\t网站名称\t网站标识码\t存在问题\n"
    desk.now = "2019-01-05T01:00:00Z"
    for count in 1...2 {
      desk.input =
        head + (1...count).map { "\($0)\t" + rows[2 + $0].joined(separator: "\t") + "\n" }.joined()
      let taken = try desk.run(
        "import", "-", "--quarter", "2018Q4", "--due", "2019-02-01", "--accept")
      #expect(taken.status == 0, "\(taken.warnings)")
    }
    try desk.does("recheck 2018Q4-2 --failed --quarter 2018Q4")
    let outcome = try desk.run("withdraw", "2018Q4", "--reason", "误载", "--lang", "zh")
    #expect(outcome.answer == "已撤回2018年四季度第2版；第1版重新有效。\n")
    #expect(outcome.warnings.contains("1条记录不起作用"), "\(outcome.warnings)")
    let check = try desk.run("check", "--quarter", "2018Q4", "--lang", "zh")
    #expect(
      check.answer.contains("依据另一份通报（他人载入的，或已撤回的一版）登记，其中的2018Q4-2不在目前有效的一份中"),
      "\(check.answer)")
  }
}
