import CensusCommand
import Testing

/// Every act of a rectification, as the person who records it sees it.
struct ActTests {
  /// An act, what has to come before it, and what it says.
  struct Act: CustomTestStringConvertible {
    var before: [String] = []
    var command: String
    var chinese: String
    var english: String
    /// What a repetition names as skipped; nil where a repetition says something else.
    var skipped: String?
    var testDescription: String { command }
  }

  private static let failed = "recheck 2018Q3-17 --failed --on 2018-11-05"
  private static let opened = "account 临沧 --stage opened --approved-by 李 --on 2018-11-07"
  private static let recorded = Act(
    command: "", chinese: "已登记1条：临沧（1个网站）；撤销用：census undo",
    english: "recorded 1 event for Lincang (1 site); undo with: census undo")

  private static func lincang(
    _ command: String, after before: String..., skipped: String?
  ) -> Act {
    var act = recorded
    act.command = command
    act.before = before
    act.skipped = skipped
    return act
  }

  static let acts: [Act] = [
    Act(
      before: ["receive 迪庆 --part paper --unsigned --on 2018-10-18"],
      command: "return 迪庆 --part both --reason 未签字 --on 2018-10-19",
      chinese: "已登记1条：迪庆（3个网站）；撤销用：census undo\n退回：迪庆的纸质版（全部问题）\n"
        + "迪庆：只退回纸质版，电子版没有收到",
      english: "recorded 1 event for Diqing (3 sites); undo with: census undo\n"
        + "returned: the paper part of Diqing (all findings)\n"
        + "Diqing: only the paper part goes back, the electronic part has not arrived",
      skipped: "Diqing"),
    Act(
      command: "waive 怒江 --authority 省政府办公厅 --reason 已迁移",
      chinese: "已登记1条：怒江（3个网站）；撤销用：census undo",
      english: "recorded 1 event for Nujiang (3 sites); undo with: census undo", skipped: "Nujiang"),
    Act(
      command: "extend 昆明 保山 --until 2018-10-31 --authority 省政府办公厅 --reason 机构改革",
      chinese: "已登记2条：昆明、保山（7个网站）；撤销用：census undo",
      english: "recorded 2 events for Kunming, Baoshan (7 sites); undo with: census undo",
      skipped: "Kunming, Baoshan"),
    Act(
      command: "chase 怒江 --channel phone --to 李主任 --answer 24日报 --promised 2018-11-24",
      chinese: "已登记1条：怒江（3个网站）；撤销用：census undo",
      english: "recorded 1 event for Nujiang (3 sites); undo with: census undo", skipped: "Nujiang"),
    Act(
      command: "contact 怒江 --name 李主任 --phone 0886-3620000",
      chinese: "已登记1条：怒江；撤销用：census undo",
      english: "recorded 1 event for Nujiang; undo with: census undo", skipped: "Nujiang"),
    lincang("detail 2018Q3-17", skipped: "2018Q3-17"),
    lincang(failed, skipped: "2018Q3-17"),
    lincang("recheck 2018Q3-17 --untestable connection", skipped: "2018Q3-17"),
    lincang(
      "order 临沧 --until 2018-11-30 --reference 督办函3号 --on 2018-11-06", after: failed,
      skipped: "Lincang"),
    Act(
      before: [failed], command: opened, chinese: "已登记1条：临沧（1个网站）；撤销用：census undo",
      english: "recorded 1 event for Lincang (1 site); undo with: census undo", skipped: "Lincang"),
    Act(
      before: [failed, opened],
      command: "account 临沧 --stage measure --measure interview --person-role 分管负责人",
      chinese: "已登记1条：临沧（1个网站）；撤销用：census undo",
      english: "recorded 1 event for Lincang (1 site); undo with: census undo", skipped: "Lincang"),
    lincang(
      "availability 5309260040 --status offline --until 2018-12-10", skipped: "5309260040"),
    lincang("correct 5309260040 --field name --to 耿马县政府网 --reason 更名", skipped: "5309260040"),
    lincang("void 2018Q3-20 --reason 误列", skipped: "2018Q3-20"),
    lincang("reinstate 2018Q3-20", after: "void 2018Q3-20 --reason 误列", skipped: "2018Q3-20"),
  ]

  static func desk(after commands: [String] = []) throws -> Desk {
    let desk = try Desk()
    desk.now = "2018-11-20T01:00:00Z"
    desk.input = "原文\t应为\n第三季季度\t第三季度\n"
    for command in commands { #expect(try desk.run(words(command)).status == 0) }
    return desk
  }

  static func words(_ command: String) -> [String] {
    command.split(separator: " ").map(String.init)
  }

  @Test(arguments: acts)
  func saysWhatItDid(act: Act) throws {
    for (language, sentence) in [("zh", act.chinese), ("en", act.english)] {
      let desk = try Self.desk(after: act.before)
      desk.environment["CENSUS_LANG"] = language
      let outcome = try desk.run(Self.words(act.command))
      #expect(outcome == .init(status: 0, answer: sentence + "\n", warnings: ""))
    }
  }

  @Test(arguments: acts)
  func repeatingIsHarmless(act: Act) throws {
    let desk = try Self.desk(after: act.before)
    _ = try desk.run(Self.words(act.command))
    let count = try desk.eventCount()
    let again = try desk.run(Self.words(act.command))
    let skipped = try #require(act.skipped)
    #expect(
      again == .init(status: 0, answer: "skipped: \(skipped) (recorded before)\n", warnings: ""))
    #expect(try desk.eventCount() == count)
  }

  @Test(arguments: acts)
  func aTrialWritesNothing(act: Act) throws {
    let desk = try Self.desk(after: act.before)
    let count = try desk.eventCount()
    let outcome = try desk.run(Self.words(act.command) + ["--dry-run"])
    #expect(outcome.status == 0)
    #expect(outcome.answer.hasPrefix("would record "))
    #expect(outcome.answer.contains("; nothing was written\n"))
    #expect(try desk.eventCount() == count)
  }

  @Test(arguments: acts)
  func undoAndRedoTakeItBackAndBring(act: Act) throws {
    let desk = try Self.desk(after: act.before)
    let units = try desk.run("units", "--format", "json").answer
    let findings = try desk.run("findings", "--format", "json").answer
    let receipt = try JSON(try desk.run(Self.words(act.command) + ["--json"]).answer)
    let batch = try #require(receipt["batch"]?.string)
    let after = try desk.run("findings", "--format", "json").answer
    #expect(try desk.run("undo", batch).status == 0)
    #expect(try desk.run("units", "--format", "json").answer == units)
    #expect(try desk.run("findings", "--format", "json").answer == findings)
    #expect(try desk.run("redo").status == 0)
    #expect(try desk.run("findings", "--format", "json").answer == after)
    #expect(try desk.run("redo").warnings == "census: there is nothing to redo.\n")
  }

  @Test func aRemarkIsAnEventBesideIt() throws {
    let desk = try Self.desk()
    let answer = try desk.run(
      "void", "2018Q3-20", "--reason", "误列", "--note", "见请示", "--json"
    ).answer
    #expect(try JSON(answer)["events"]?.rows.count == 2)
    #expect(try desk.json("history").column("note") == ["见请示", "误列"])
  }

  @Test func departmentsAreNamed() throws {
    let desk = try Self.desk()
    #expect(
      try desk.run("chase", "省直", "--lang", "zh").answer == """
        省直指其2家单位：云南省文史研究馆、云南省文化厅
        已登记2条：云南省文史研究馆、云南省文化厅（2个网站）；撤销用：census undo

        """)
  }
}
