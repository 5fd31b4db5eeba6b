import CensusCommand
import CensusCore
import Testing

/// What the next census does not list any more is evidence, and a person confirms it (domain.md 2.10).
struct AbsenceTests {
  private func desk(scope: String = "all", after lines: String...) throws -> Desk {
    try Desk(next: [.kunming], scope: scope, after: lines)
  }

  @Test func whatIsNotListedIsProposedAndOnlyThenRecorded() throws {
    let desk = try desk(
      after: "recheck 2018Q3-1 --passed --on 2018-11-05 --quarter 2018Q3",
      "void 2018Q3-2 --reason 申诉成立 --quarter 2018Q3")
    let before = try desk.eventCount()
    let proposed = try desk.run("recheck", "--passed", "--absent-from", "2018Q4", "--dry-run")
    #expect(proposed.status == 0, "\(proposed.warnings)")
    #expect(try desk.eventCount() == before)
    let outcome = try desk.run(
      "recheck", "--passed", "--absent-from", "2018Q4", "--lang", "zh", "--json")
    #expect(outcome.status == 0, "\(outcome.warnings)")
    // Twenty, without the one that passed, the one struck off, and the one that is listed again.
    #expect(try JSON(outcome.answer)["events"]?.rows.count == 17)
    let states = try desk.json("rechecks", "--quarter", "2018Q3")
    #expect(states.rows.filter { $0["verdict"] == .null }.map { $0["id"] } == ["2018Q3-7"])
    let event = try #require(
      try desk.json("history", "--quarter", "2018Q3", "--type", "recheck").rows.first?["id"]?.string
    )
    #expect(try desk.json("show", event)["payload"]?["evidence"] == "2018年四季度普查未再列入")
    // Nothing is closed by it alone: the report is owed all the same.
    #expect(
      try desk.json("findings", "--quarter", "2018Q3", "--prefecture", "怒江").column("state")
        == ["fixedReportOwed", "fixedReportOwed", "fixedReportOwed"])
    #expect(
      try desk.run("recheck", "--passed", "--absent-from", "2018Q4").warnings
        .contains("lists the site of every finding of 2018Q3"))
    try desk.does("undo")
    #expect(try desk.eventCount() > before)
    #expect(
      try desk.json("rechecks", "--quarter", "2018Q3").rows.count { $0["verdict"] == .null } == 18)
  }

  /// A pass outlives a correction of what it rests on: it is asked about until somebody says anything new.
  @Test func aPassWhoseGroundIsGoneIsAskedAbout() throws {
    let desk = try desk()
    try desk.does("recheck --passed --absent-from 2018Q4 --quarter 2018Q3")
    try desk.does("recheck 2018Q3-7 --passed --evidence 截图 --quarter 2018Q3")
    func odd() throws -> [String] {
      try JSON(try desk.run("check", "--format", "json", "--lang", "zh").answer).rows.filter {
        $0["code"] == "oddEvent"
      }.compactMap { $0["message"]?.string }
    }
    #expect(try odd() == [])
    // What the later census lists turns out to be the site of one that passed.
    let code = try #require(
      try desk.json("findings", "--quarter", "2018Q3", "--where", "row=8").rows
        .first?["code"]?.string)
    try desk.does("correct 2018Q4-1 --field code --to \(code) --reason 印错 --quarter 2018Q4")
    let said = try odd()
    #expect(said.count == 1, "\(said)")
    #expect(
      said.first?.contains("以2018年四季度普查未再列入为佐证判定2018Q3-8整改到位，而按现在的通报不能这样认定") == true,
      "\(said)")
    try desk.does("recheck 2018Q3-8 --failed --quarter 2018Q3")
    #expect(try odd() == [])
  }

  @Test func whatIsListedAgainIsRefused() throws {
    let desk = try desk()
    for id in ["2018Q3-7", "5301000045"] {
      let outcome = try desk.run(
        "recheck", id, "--passed", "--absent-from", "2018Q4", "--lang", "zh")
      #expect(outcome.status == 1)
      #expect(outcome.warnings == "census: “\(id)”仍列在2018Q4中，或网站当时无法访问、已复查到位、已办结；没有登记。\n")
    }
    #expect(try desk.eventCount() == 0)
    try desk.does("recheck 2018Q3-10 --passed --absent-from 2018Q4")
    #expect(try desk.eventCount() == 1)
  }

  @Test(
    "What is no later census of all sites is no evidence",
    arguments: [("sample", "2018Q4"), ("all", "2022Q3")])
  func noEvidence(_ scope: String, _ later: String) throws {
    let desk = try desk(scope: scope)
    let outcome = try desk.run(
      "recheck", "--passed", "--absent-from", later, "--quarter", "2018Q3", "--lang", "zh")
    #expect(outcome.status == 1)
    #expect(outcome.warnings.contains("\(later)不能作为2018Q3的佐证"), "\(outcome.warnings)")
    #expect(try desk.eventCount() == 0)
  }

  @Test func itIsOfAPassAlone() throws {
    let desk = try desk()
    #expect(try desk.run("recheck", "--failed", "--absent-from", "2018Q4").status == 64)
    #expect(try desk.run("recheck", "--passed").status == 64)
    #expect(try desk.run("recheck", "--passed", "--absent-from", "2019Q4").status == 1)
  }

  /// A census that prints more failing sites of a prefecture than it lists is none for the others there.
  @Test func anAnnexThatIsShortIsNoEvidence() throws {
    let others = ["省直", "保山", "怒江", "迪庆", "临沧"].map {
      #"{"prefecture":"\#($0)","running":9,"failing":0,"rate":"100%"}"#
    }
    let desk = try Desk(
      next: [.kunming],
      annex1: ([#"{"prefecture":"昆明","running":60,"failing":2,"rate":"97%"}"#] + others)
        .joined(separator: ","),
      after: [])
    let outcome = try desk.run(
      "recheck", "--passed", "--absent-from", "2018Q4", "--json", "--lang", "zh")
    #expect(outcome.status == 0, "\(outcome.warnings)")
    // Of twenty the five of 昆明 are not among them.
    #expect(try JSON(outcome.answer)["events"]?.rows.count == 15)
    #expect(
      try desk.run("compare", "2018Q3", "2018Q4", "--lang", "zh").answer
        .contains("2018Q4附件2列出的网站少于公布的不合格网站数（昆明市），“不再列出”的可能只是漏列。"))
    let refused = try desk.run(
      "recheck", "2018Q3-4", "--passed", "--absent-from", "2018Q4", "--lang", "zh")
    #expect(refused.status == 1)
  }

  /// What failed after that census looked, what is retired, and prefectures that it did not look at are
  /// left out.
  @Test func itOverturnsNothingThatIsNewer() throws {
    let desk = try desk(
      after: "recheck 2018Q3-8 --failed --on 2018-12-30 --quarter 2018Q3",
      "availability 2018Q3-10 --status dark --on 2018-12-30 --quarter 2018Q3",
      "availability 2018Q3-11 --status retired --filed --reference 备1 --on 2018-12-01 --quarter 2018Q3"
    )
    let outcome = try desk.run(
      "recheck", "--passed", "--absent-from", "2018Q4", "--json", "--lang", "zh")
    #expect(outcome.status == 0, "\(outcome.warnings)")
    // Of twenty one is listed again, and three are newer or could not be looked at.
    #expect(try JSON(outcome.answer)["events"]?.rows.count == 16)
    let states = try desk.json("rechecks", "--quarter", "2018Q3")
    #expect(
      states.rows.filter { $0["verdict"] != "passed" }.compactMap { $0["id"]?.string }
        .sorted() == ["2018Q3-10", "2018Q3-11", "2018Q3-7", "2018Q3-8"])
    let apart = try Desk(
      next: [.kunming], annex1: #"{"prefecture":"昆明","running":60,"failing":1,"rate":"98%"}"#,
      after: [])
    let rows = try apart.run(
      "recheck", "--passed", "--absent-from", "2018Q4", "--json", "--lang", "zh")
    // The four others of 昆明, which alone that census looked at.
    #expect(try JSON(rows.answer)["events"]?.rows.count == 4)
  }

  /// A site of that name is listed, whatever its code is; and of one that is offline nothing can be told.
  @Test func aNameThatIsListedAndASiteThatNobodyCouldSee() throws {
    let desk = try Desk(
      next: [
        .kunming, Desk.Row(prefecture: "迪庆", name: "迪庆州科技信息网", code: "5334000099"),
        Desk.Row(prefecture: "怒江", name: "迪庆州科技信息网站", code: "5333000099"),
      ],
      after: [
        "availability 2018Q3-10 --status offline --until 2019-06-01 --filed --reference 备1 "
          + "--on 2018-12-01 --quarter 2018Q3"
      ])
    for id in ["2018Q3-13", "2018Q3-10"] {
      let outcome = try desk.run(
        "recheck", id, "--passed", "--absent-from", "2018Q4", "--lang", "zh")
      #expect(outcome.status == 1)
      #expect(outcome.warnings.contains("仍列在2018Q4中，或网站当时无法访问"), "\(outcome.warnings)")
    }
    try desk.does("recheck 2018Q3-11 --passed --absent-from 2018Q4")
  }

  /// Before its notice was issued nobody could know what it lists.
  @Test func itIsEvidenceFromItsIssueOn() throws {
    let desk = try desk()
    let early = try desk.run(
      "recheck", "2018Q3-10", "--passed", "--absent-from", "2018Q4", "--on", "2018-12-19", "--lang",
      "zh")
    #expect(early.status == 1)
    #expect(early.warnings == "census: 2018Q4的通报2018-12-20才印发，此前不能作为佐证；请用 --on 给出印发之后的日期。\n")
    try desk.does("recheck 2018Q3-10 --passed --absent-from 2018Q4 --on 2018-12-20")
  }
}
