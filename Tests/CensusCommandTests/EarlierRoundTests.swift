import CensusCommand
import Testing

/// What is owed from rounds before, once something was ordered anew (domain.md 2.2).
struct EarlierRoundTests {
  /// 昆明 has sent nothing; row 3 failed and was ordered anew.
  private func desk() throws -> Desk {
    try ActTests.desk(after: [
      "recheck 2018Q3-3 --failed --on 2018-10-12",
      "order 2018Q3-3 --until 2018-11-01 --on 2018-10-13",
    ])
  }

  private func rounds(_ desk: Desk, _ field: String) throws -> [JSON?] {
    try desk.json("units", "--prefecture", "昆明", "--rounds").rows.map { $0[field] }
  }

  /// A unit as a whole is extended in the notice's own round too; what is due later stays.
  @Test func aUnitIsExtendedInAllRounds() throws {
    let desk = try desk()
    let extend = [
      "extend", "昆明", "--until", "2018-10-25", "--authority", "甲", "--reason", "乙", "--on",
      "2018-10-18", "--lang", "zh",
    ]
    let outcome = try desk.run(extend)
    #expect(
      outcome.answer
        == "已登记1条：昆明（5个网站）；撤销用：census undo\n"
        + "已跳过：2018Q3-3（期限已是2018-11-01）\n")
    #expect(try rounds(desk, "due") == ["2018-10-25", "2018-11-01"])
    #expect(try desk.json("overview", "--as-of", "2018-10-24")["overdue"] == 6)
    #expect(try desk.run(extend).answer == "已跳过：昆明（此前已登记）\n")
    #expect(
      try desk.run(
        "extend", "2018Q3-3", "--until", "2018-10-30", "--authority", "甲", "--reason", "乙"
      ).status == 1)
  }

  /// Whoever is excused as a whole owes nothing in any round.
  @Test func aUnitIsExcusedFromAllRounds() throws {
    let desk = try desk()
    #expect(try desk.run("receive", "昆明", "--part", "electronic", "--on", "2018-10-15").status == 0)
    #expect(
      try desk.run("waive", "昆明", "--authority", "甲", "--reason", "乙", "--on", "2018-10-30").status
        == 0)
    #expect(try rounds(desk, "submission") == ["waived", "waived"])
    #expect(try !desk.run("report", "--brief", "--lang", "zh").answer.contains("昆明市4/5"))
  }

  /// One call about several sites of a unit is one reminder of the unit.
  @Test func oneCallIsOneReminder() throws {
    let desk = try ActTests.desk(after: [
      "chase 5309000044 5309260040 5309000037 5309020048 --on 2018-10-22"
    ])
    #expect(try desk.json("units", "--prefecture", "临沧").column("chases") == [1])
    #expect(try desk.json("history").rows.count == 4)
    #expect(try desk.run("report", "--brief", "--lang", "zh").answer.contains("已催办1家1次"))
    #expect(try desk.run("chase", "5309000044", "--on", "2018-10-29").status == 0)
    #expect(try desk.json("units", "--prefecture", "临沧").column("chases") == [2])
  }

  @Test(arguments: [
    "availability 5301000067 --status dark", "correct 5301000067 --field name --to 甲 --reason 乙",
  ])
  func aDayBeforeTheNoticeNeedsANote(_ command: String) throws {
    let desk = try ActTests.desk()
    let words = ActTests.words(command + " --on 2018-09-01")
    #expect(try desk.run(words).status == 1)
    #expect(try desk.run(words + ["--note", "补记"]).status == 0)
  }
}
