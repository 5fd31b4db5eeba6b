import CensusCommand
import Testing

/// A group is recorded but for the members that have nothing to do, and those are named.
///
/// Parts of a report likewise. A mistake of whoever typed refuses all.
struct GroupTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var before: [String] = []
    let command: String
    let chinese: String
    let english: String

    var testDescription: String { command }
  }

  private static let groups = (
    chinese: "省直指其2家单位：云南省文史研究馆、云南省文化厅\n",
    english: "Provincial departments means its 2 units: Yunnan Provincial Institute of Culture and "
      + "History, Yunnan Provincial Department of Culture\n"
  )

  static let cases: [Case] = [
    Case(
      before: ["receive 云南省文化厅 --part both --on 2018-10-17"],
      command: "receive 省直 --part both --on 2018-10-18",
      chinese: "已登记2条：云南省文史研究馆（1个网站）；撤销用：census undo\n"
        + "已跳过：云南省文化厅（纸质版已于2018-10-17收到、电子版已于2018-10-17收到）\n",
      english: "(paper part received on 2018-10-17, electronic part received on 2018-10-17)\n"),
    Case(
      before: ["receive 云南省文化厅 --part paper --on 2018-10-17"],
      command: "receive 省直 --part both --on 2018-10-18",
      chinese: "已登记3条：云南省文史研究馆、云南省文化厅（2个网站）；撤销用：census undo\n"
        + "已跳过：云南省文化厅（纸质版已于2018-10-17收到）\n",
      english: "(paper part received on 2018-10-17)\n"),
    Case(
      before: ["receive 云南省文化厅 --part both --on 2018-10-17"],
      command: "chase 省直 --on 2018-10-19",
      chinese: "已登记1条：云南省文史研究馆（1个网站）；撤销用：census undo\n已跳过：云南省文化厅（没有需要报送或办理的事项）\n",
      english: "(nothing owed)\n"),
    Case(
      before: ["receive 云南省文化厅 --part both --on 2018-10-17"],
      command: "return 省直 --part paper --reason 缺页 --on 2018-10-19",
      chinese: "已登记1条：云南省文化厅（1个网站）；撤销用：census undo\n退回：云南省文化厅的纸质版（全部问题）\n"
        + "已跳过：云南省文史研究馆（没有可退回的材料）\n",
      english: "(nothing to return)\n"),
    Case(
      before: ["void 2018Q3-2 --reason 误列 --on 2018-10-15"],
      command: "receive 省直 --part both --on 2018-10-18",
      chinese: "已登记2条：云南省文史研究馆（1个网站）；撤销用：census undo\n已跳过：云南省文化厅（已剔除）\n",
      english: "(struck off)\n"),
    Case(
      before: ["recheck 2018Q3-2 --failed --on 2018-11-05"],
      command: "order 省直 --until 2018-11-30 --on 2018-11-06",
      chinese: "已登记1条：云南省文化厅（1个网站）；撤销用：census undo\n已跳过：云南省文史研究馆（没有整改不到位的问题）\n",
      english: "(no failed re-check)\n"),
  ]

  @Test(arguments: cases)
  func theRestIsRecordedAndTheLeftOutNamed(one: Case) throws {
    let desk = try ActTests.desk(after: one.before)
    let before = try desk.eventCount()
    let chinese = try desk.run(ActTests.words(one.command + " --lang zh"))
    #expect(chinese == .init(status: 0, answer: Self.groups.chinese + one.chinese, warnings: ""))
    #expect(try desk.eventCount() > before)
    #expect(try desk.run("undo").status == 0)
    let english = try desk.run(ActTests.words(one.command))
    #expect(english.status == 0 && english.answer.hasPrefix(Self.groups.english))
    #expect(english.answer.hasSuffix(one.english))
  }

  @Test func theSkippedAreInJSON() throws {
    let desk = try ActTests.desk(after: ["receive 云南省文化厅 --part both --on 2018-10-17"])
    let answer = try JSON(try desk.run("chase", "省直", "--json").answer)
    #expect(answer["skipped"] == ["云南省文化厅"])
  }

  @Test(arguments: [
    ("chase 省直", "“云南省文史研究馆”没有需要报送或办理的事项，无需登记。"),
    ("chase 云南省文史研究馆 云南省文化厅", "“云南省文史研究馆”没有需要报送或办理的事项，无需登记。"),
    (
      "receive 省直 --part paper --on 2018-10-18",
      "云南省文史研究馆的纸质版已于2018-10-17收到；日期有误的，请先撤销；再次来件的，请用 --again 登记。"
    ),
  ])
  func refusedWhereNothingIsLeft(command: String, sentence: String) throws {
    let desk = try ActTests.desk(after: ["receive 省直 --part both --on 2018-10-17"])
    let count = try desk.eventCount()
    let outcome = try desk.run(ActTests.words(command + " --lang zh"))
    #expect(outcome == .init(status: 1, answer: "", warnings: "census: \(sentence)\n"))
    #expect(try desk.eventCount() == count)
  }

  @Test(arguments: [
    "receive 省直 --part both --on 2018-11-21", "receive 省直 无此单位 --part both",
    "return 省直 --part paper --reason 缺页 --on 2018-10-16",
    // Named by itself, a unit is no mere member.
    "receive 省直 云南省文化厅 --part both --on 2018-10-18",
  ])
  func aMistakeRefusesAll(command: String) throws {
    let desk = try ActTests.desk(after: ["receive 云南省文化厅 --part both --on 2018-10-17"])
    let count = try desk.eventCount()
    #expect(try desk.run(ActTests.words(command)).status == 1)
    #expect(try desk.eventCount() == count)
  }

  @Test func aClosedFindingOfASiteIsLeftOut() throws {
    let desk = try ActTests.desk(after: [
      "receive 临沧 --part both --on 2018-10-18", "recheck 2018Q3-20 --passed --on 2018-11-05",
    ])
    let outcome = try desk.run(
      ActTests.words("recheck 5309260040 --passed --on 2018-11-06 --lang zh"))
    #expect(
      outcome.answer == "已登记1条：临沧（1个网站）；撤销用：census undo\n已跳过：2018Q3-20（已办结）\n")
    let alone = try desk.run(ActTests.words("recheck 2018Q3-20 --passed --on 2018-11-07"))
    #expect(alone.status == 1)
  }

  // MARK: - Parts

  @Test func aPartThatIsNotThereIsNamed() throws {
    let command = ActTests.words("return 昆明 --part both --reason 缺页 --on 2018-10-19")
    for (language, said) in [
      ("zh", "昆明：只退回纸质版，电子版没有收到\n"),
      ("en", "Kunming: only the paper part goes back, the electronic part has not arrived\n"),
    ] {
      let desk = try ActTests.desk(after: ["receive 昆明 --part paper --on 2018-10-18"])
      let outcome = try desk.run(command + ["--lang", language])
      #expect(
        outcome.status == 0 && outcome.answer.contains("census undo\n")
          && outcome.answer.hasSuffix(said))
    }
  }

  @Test func aPartThatIsInOrderIsNamed() throws {
    let desk = try ActTests.desk(after: [
      "receive 昆明 --part paper --unsigned --on 2018-10-18",
      "receive 昆明 --part electronic --on 2018-10-18",
    ])
    let outcome = try desk.run(
      ActTests.words("return 昆明 --part both --reason 未签字 --on 2018-10-19 --lang zh"))
    #expect(outcome.answer.hasSuffix("昆明：只退回纸质版，电子版合格，没有退回\n"))
    let unit = try desk.json("units").rows.first { $0["unit"] == "昆明" }
    #expect(unit?["electronicOn"] == "2018-10-18" && unit?["submission"] == "returned")
  }

  // MARK: - Accountability that is over

  private static let concluded = [
    "recheck 2018Q3-17 --failed --on 2018-11-05",
    "account 2018Q3-17 --stage opened --approved-by 李 --on 2018-11-06",
    "account 2018Q3-17 --stage concluded --on 2018-11-08",
  ]

  @Test(arguments: [
    "account 2018Q3-17 --stage opened --approved-by 李 --on 2018-11-09",
    "account 2018Q3-17 --stage opened --approved-by 李 --note 再查 --on 2018-11-09",
    "account 临沧 --stage opened --approved-by 李 --note 再查 --on 2018-11-09",
    "account 临沧 --stage measure --measure interview --on 2018-11-09",
    "account 2018Q3-17 --stage concluded --on 2018-11-09",
  ])
  func whatIsConcludedIsNotOpenedAgain(command: String) throws {
    let desk = try ActTests.desk(after: Self.concluded)
    let count = try desk.eventCount()
    let chinese = try desk.run(ActTests.words(command + " --lang zh"))
    #expect(
      chinese.warnings
        == "census: “临沧”的问责已于2018-11-08办结，此后没有新的整改不到位；办结有误的，请先撤回那条登记。\n")
    let english = try desk.run(ActTests.words(command))
    #expect(
      english.warnings == "census: accountability of “Lincang” was concluded on 2018-11-08, and no "
        + "re-check has failed since; retract that conclusion first if it was wrong.\n")
    #expect(chinese.status == 1 && english.status == 1)
    #expect(try desk.eventCount() == count)
  }

  @Test func aNewFailureOpensItAnew() throws {
    let desk = try ActTests.desk(
      after: Self.concluded + [
        "recheck 2018Q3-17 --failed --on 2018-11-12",
        "account 2018Q3-17 --stage opened --approved-by 李 --on 2018-11-13",
      ])
    #expect(try desk.json("show", "2018Q3-17")["state"] == "escalated")
    // Another finding of the unit is another matter.
    let other = try ActTests.desk(
      after: Self.concluded + [
        "recheck 2018Q3-16 --failed --on 2018-11-12",
        "account 临沧 --stage opened --approved-by 李 --on 2018-11-13",
      ])
    #expect(try other.json("show", "2018Q3-17")["state"] == "recheckFailed")
    #expect(try other.json("show", "2018Q3-16")["state"] == "escalated")
  }

  // MARK: - A unit of which all was struck off

  @Test(arguments: [
    "receive 云南省文化厅 --part both --on 2018-10-17", "chase 云南省文化厅 --on 2018-10-17",
    "waive 云南省文化厅 --authority 甲 --reason 乙 --on 2018-10-17",
    "extend 云南省文化厅 --until 2018-11-30 --authority 甲 --reason 乙 --on 2018-10-17",
  ])
  func aUnitStruckOffTakesNothing(command: String) throws {
    let desk = try ActTests.desk(after: ["void 2018Q3-2 --reason 误列 --on 2018-10-15"])
    #expect(
      try desk.run(ActTests.words(command + " --lang zh")).warnings
        == "census: “云南省文化厅”已剔除，不再跟踪；确需办理的，请先恢复（census reinstate）。\n")
    #expect(
      try desk.run(ActTests.words(command)).warnings
        == "census: “Yunnan Provincial Department of Culture” was struck off the follow-up; take it back first "
        + "(census reinstate).\n")
  }

  @Test func aUnitStruckOffOwesNothingUntilItIsTakenBack() throws {
    let desk = try ActTests.desk(after: ["void 2018Q3-2 --reason 误列 --on 2018-10-15"])
    let unit = try desk.json("show", "云南省文化厅")
    #expect(unit["submission"] == "void" && unit["next"] == .null)
    #expect(try desk.run("show", "云南省文化厅", "--lang", "zh").answer.contains("状态    剔除"))
    #expect(try desk.json("units").rows.count == 6)
    #expect(try desk.json("overview")["units"] == 6)
    #expect(try desk.run("report", "--brief", "--lang", "zh").answer.contains("6家应报单位"))
    #expect(try desk.run(ActTests.words("reinstate 2018Q3-2 --on 2018-10-18")).status == 0)
    #expect(try desk.json("show", "云南省文化厅")["submission"] == "outstanding")
    #expect(try desk.json("units").rows.count == 7)
  }

  // MARK: - Counts

  @Test func theExcusedAreCountedApart() throws {
    let desk = try ActTests.desk(after: [
      "receive 怒江 --part both --on 2018-10-18",
      "waive 昆明 --authority 甲 --reason 乙 --on 2018-10-18",
    ])
    let day = try desk.json("deadlines").rows.first
    #expect(day?["complete"] == 1 && day?["waived"] == 1 && day?["overdue"] == 5)
    #expect(try desk.run("deadlines", "--lang", "zh").answer.contains("免报"))
    #expect(try desk.run("overview", "--lang", "zh").answer.contains("7家，已报齐1家，免报1家，部分报送0家"))
    #expect(try !ActTests.desk().run("deadlines", "--lang", "zh").answer.contains("免报"))
  }

  @Test func whatIsOwedFromBeforeAnOrderIsSaidBesideIt() throws {
    let desk = try ActTests.desk(after: [
      "receive 2018Q3-17 --only --part both --on 2018-10-19",
      "recheck 2018Q3-17 --failed --on 2018-11-05",
      "order 2018Q3-17 --until 2018-11-28 --on 2018-11-06",
    ])
    let waiting = try desk.json("units").rows.first { $0["unit"] == "临沧" }
    #expect(waiting?["due"] == "2018-11-28" && waiting?["submission"] == "outstanding")
    #expect(waiting?["modifiers"]?.rows.first?["kind"] == "earlierOverdue")
    #expect(try desk.run("units", "--lang", "zh").answer.contains("第1轮逾期 31天"))
    // Once the order is answered, the row is of the round that still owes, as in the worklist.
    try desk.does("receive 2018Q3-17 --only --part both --on 2018-11-15")
    try desk.does("recheck 2018Q3-17 --passed --on 2018-11-16")
    for list in ["units", "worklist"] {
      let owing = try desk.json(list).rows.first { $0["unit"] == "临沧" }
      #expect(owing?["submission"] == "partial" && owing?["due"] == "2018-10-20", "\(list)")
      #expect(owing?["daysLeft"] == -31 && owing?["next"]?["what"] == "chase", "\(list)")
    }
    #expect(try desk.run("units", "--overdue", "--fail-overdue").status == 2)
  }

  // MARK: - What writes and what looks back

  @Test(arguments: ["--complete", "--sweep", "--confirm-facts"])
  func whatWritesDoesNotLookBack(option: String) throws {
    let desk = try ActTests.desk()
    for (other, value) in [("--known-at", ["2018-10-19T00:00:00Z"]), ("--read-only", [])] {
      let english = try desk.run(["check", option, other] + value)
      #expect(
        english
          == .init(
            status: 1, answer: "",
            warnings:
              "census: \(option) changes the store and does not go with \(other), so nothing "
              + "was changed; leave one of them out.\n"))
      let chinese = try desk.run(["check", option, other] + value + ["--lang", "zh"])
      #expect(
        chinese.warnings
          == "census: \(option) 要改动数据目录，不能与 \(other) 同用，未改动任何内容；去掉其中一个再试。\n")
    }
  }
}
