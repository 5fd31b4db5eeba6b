import CensusStore
import CensusTestSupport
import Testing

/// What happens to what is known when a site is retired, a row is struck off, or a code corrected.
struct LateChangesTests {
  private func desk(after lines: String...) throws -> Desk { try .after(lines) }

  private let dark = "availability 5334000003 --status dark --on 2018-10-10"
  private let retired =
    "availability 5334000003 --status retired --filed --reference 备1 --on 2018-10-12"

  /// A site that went dark has failed, and a filing undoes that no more than coming back does.
  @Test func aFilingWipesOutNoFailure() throws {
    let desk = try desk(after: dark, retired)
    #expect(try desk.state(ofRow: 13) == "recheckFailed")
    #expect(try desk.run("report", "--brief", "--lang", "zh").answer.contains("待研究问责"))
    _ = try desk.run("receive", "2018Q3-13", "--part", "both", "--on", "2018-10-15")
    #expect(try desk.state(ofRow: 13) == "recheckFailed")
    let reported = try self.desk(
      after: "receive 迪庆 --part both --on 2018-10-08", dark, retired)
    #expect(try reported.state(ofRow: 13) == "recheckFailed")
    // What was closed by the retirement is not opened by the darkness.
    let closed = try self.desk(
      after: "receive 迪庆 --part both --on 2018-10-08",
      "availability 5334000003 --status retired --filed --reference 备1 --on 2018-10-09", dark)
    #expect(try closed.state(ofRow: 13) == "closedRetired")
  }

  /// Of a round that is complete the due day is that of what came last.
  @Test func theDueDayFitsTheCompletion() throws {
    let desk = try desk(
      after: "extend 2018Q3-3 --until 2018-11-20 --authority 甲 --reason 乙 --on 2018-10-15",
      "receive 昆明 --part both --on 2018-10-18 --except 2018Q3-3")
    desk.now = "2018-11-12T01:00:00Z"
    _ = try desk.run("receive", "2018Q3-3", "--only", "--part", "both", "--on", "2018-11-10")
    let unit = try desk.json("units", "--where", "unit=昆明").rows.first
    #expect(unit?["due"] == "2018-11-20" && unit?["originalDue"] == "2018-10-20")
    #expect(unit?["completeOn"] == "2018-11-10" && unit?["daysLate"] == 0)
    #expect(!(try desk.run("show", "昆明", "--lang", "zh").answer.contains("迟报")))
  }

  @Test func whatFailedByDarknessCanBeOrderedAfterAFiling() throws {
    let desk = try desk(
      after: dark, retired, "order 2018Q3-13 --until 2018-11-30 --on 2018-10-13",
      "receive 2018Q3-13 --part both --on 2018-10-20")
    #expect(try desk.state(ofRow: 13) == "closedRetired")
  }

  /// A row struck off is counted in no list.
  @Test func rowsStruckOffAreCountedNowhere() throws {
    let desk = try desk(after: "void 2018Q3-18 --reason 误列 --on 2018-10-19")
    for options in [[], ["--rounds"]] {
      let arguments = ["units", "--where", "unit=临沧", "--format", "json"] + options
      let row = try JSON(desk.run(arguments).answer).rows.first
      #expect(row?["findings"] == 4 && row?["sites"] == 3, "\(options)")
    }
    let sites = try desk.json("units").column("sites").compactMap { $0?.number }
    let due = try desk.json("deadlines").column("sites").compactMap { $0?.number }
    #expect(due.reduce(0, +) == sites.reduce(0, +))
    #expect(
      try desk.run("show", "临沧", "--lang", "zh").answer.contains("4条，3个网站（"))
    #expect(try desk.run("show", "临沧", "--lang", "zh").answer.contains("另剔除1条）"))
    #expect(try desk.run("show", "临沧").answer.contains("1 more struck off)"))
  }

  /// An ordered round of which all was struck off is no round of anybody.
  @Test func anOrderedRoundThatIsStruckOffIsNone() throws {
    let desk = try desk(
      after: "receive 临沧 --part both --on 2018-10-22",
      "recheck 2018Q3-17 --failed --on 2018-10-23",
      "order 2018Q3-17 --until 2018-11-10 --on 2018-10-23",
      "void 2018Q3-17 --reason 误列 --on 2018-10-24")
    #expect(try desk.json("units", "--rounds", "--where", "unit=临沧").rows.count == 1)
  }

  /// What is known of a site stays with it when the code in its only row is corrected.
  @Test func aCorrectedCodeKeepsWhatIsKnown() throws {
    let desk = try desk(
      after: "availability 53000000061 --status dark --on 2018-10-11",
      "note 53000000061 内容甲",
      "correct 2018Q3-1 --field code --to 5300000061 --reason 多印一位 --on 2018-10-12")
    #expect(try desk.state(ofRow: 1) == "recheckFailed")
    #expect(try desk.json("findings", "--search", "内容甲").column("row") == [1])
    _ = try desk.run("undo")
    #expect(try desk.state(ofRow: 1) == "recheckFailed")
  }

  /// What is recorded under a corrected code stays with its site when that is corrected once more, and
  /// the next site that gets the code has nothing of it.
  @Test func aCodeThatWasGivenUpTakesNothingAlong() throws {
    let desk = try desk(
      after: "correct 2018Q3-1 --field code --to 5300000061 --reason 甲 --on 2018-10-12",
      "availability 5300000061 --status offline --until 2018-12-01 --on 2018-10-13",
      "correct 2018Q3-1 --field code --to 5300000062 --reason 乙 --on 2018-10-14",
      "correct 2018Q3-2 --field code --to 5300000061 --reason 丙 --on 2018-10-16")
    #expect(try desk.json("show", "2018Q3-1")["code"] == "5300000062")
    #expect(try desk.json("show", "5300000062")["availability"] == "offline")
    #expect(try desk.json("show", "2018Q3-2")["code"] == "5300000061")
    #expect(try desk.json("show", "5300000061")["availability"] == "operating")
    #expect(try desk.json("overview")["conflicts"] == 0)
    #expect(try desk.json("show", "5300000061")["findings"] == ["2018Q3-2"])
  }

  @Test func aCodeBetweenTwoCorrectionsStandsForItsSite() throws {
    let desk = try desk(
      after: "correct 5301000045 --field code --to 5301000046 --reason 甲 --on 2018-10-12",
      "correct 5301000046 --field code --to 5301000047 --reason 乙 --on 2018-10-14")
    for code in ["5301000045", "5301000046", "5301000047"] {
      #expect(try desk.json("show", code)["findings"] == ["2018Q3-7"], "\(code)")
    }
  }

  /// What is typed for a whole unit reaches also the rows of which the part is here already.
  @Test func nothingTypedForAUnitIsDropped() throws {
    let desk = try desk(
      after: "receive 2018Q3-3 2018Q3-4 --only --part paper --on 2018-10-18 --signer 张")
    let line = "receive 昆明 --part paper --on 2018-10-18 --incoming I1 --lang zh"
    let answer = try desk.run(line.split(separator: " ").map(String.init)).answer
    #expect(answer.contains("补登：昆明（原记录已撤回，代之以内容更全的一条）"))
    #expect(try desk.json("findings", "--search", "I1").column("row") == [3, 4, 5, 6, 7])
    #expect(try desk.json("findings", "--search", "张").column("row") == [3, 4])
    let again = try desk.run(line.split(separator: " ").map(String.init)).answer
    #expect(again == "已跳过：昆明（2018-10-18已登记过）\n")
  }

  @Test func aSupplementBesideAWholeReceiptSaysSo() throws {
    let desk = try desk(after: "receive 昆明 --part paper --on 2018-10-18 --signer 张")
    let line = "receive 2018Q3-3 --only --part paper --on 2018-10-18 --incoming I2"
    let arguments = line.split(separator: " ").map(String.init)
    #expect(
      try desk.run(arguments + ["--lang", "zh"]).answer.contains(
        "补登：昆明（原记录仍有效，另记内容更全的一条）"))
    #expect(try desk.json("history", "--type", "retract").rows.isEmpty)
  }

  /// The copy that went back does not come again by being recorded again.
  @Test func aReturnedCopyStaysReturned() throws {
    let desk = try desk(
      after: "receive 保山 --part both --on 2018-10-10",
      "return 保山 --part paper --reason 章不清 --on 2018-10-15")
    for detail in [[], ["--incoming", "I9"]] {
      let outcome = try desk.run(
        ["receive", "保山", "--part", "paper", "--on", "2018-10-10", "--lang", "zh"] + detail)
      #expect(outcome.status == 1)
      #expect(outcome.warnings == "census: 保山的纸质版已于2018-10-15退回；当日另收到一份的，请加 --again；日期有误的，请先撤销。\n")
    }
    #expect(
      try desk.run("receive", "保山", "--part", "paper", "--on", "2018-10-16").status == 0)
  }

  /// A fuller record covers what the earlier one did, also what was struck off in between.
  @Test func aSupplementCoversWhatWasStruckOff() throws {
    let desk = try desk(
      after: "receive 保山 --part both --on 2018-10-10",
      "void 2018Q3-8 --reason 误列 --on 2018-10-12",
      "receive 保山 --part paper --incoming I9 --on 2018-10-10",
      "reinstate 2018Q3-8 --reason 复核 --on 2018-10-14")
    #expect(try desk.json("units", "--where", "unit=保山").column("submission") == ["complete"])
    #expect(try desk.json("findings", "--search", "I9").column("row") == [8, 9])
  }

  /// A reminder is of the day on which it was given, also where the report has come since.
  @Test func aReminderBeforeTheReport() throws {
    let desk = try desk(
      after: "receive 保山 --part both --on 2018-10-18", "chase 保山 --on 2018-10-15")
    #expect(try desk.json("units", "--where", "unit=保山").column("chases") == [1])
    #expect(try desk.run("chase", "保山", "--on", "2018-10-18").status == 1)
  }

  /// The next action is chosen by what it is, in either language, or by its day.
  @Test(arguments: [("promise", 1), ("承诺补报", 1), ("2018-10-24", 1), ("chase", 6), ("催办", 6)])
  func theNextActionIsAChoice(value: String, count: Int) throws {
    let desk = try desk(after: "chase 昆明 --on 2018-10-19 --promised 2018-10-24")
    let arguments = [
      "units", "--as-of", "2018-10-21", "--where", "next=\(value)", "--format", "json",
    ]
    #expect(try JSON(desk.run(arguments).answer).rows.count == count)
  }

  @Test func whatIsNoDayAndNoNumberIsRefused() throws {
    let desk = try desk()
    for (wish, sentence) in [
      ("due=foo", "due是日期，“foo”不是；写作 2018-10-20。"), ("sites=foo", "sites是数字，“foo”不是。"),
      ("next=foo", "next没有“foo”这个值"),
    ] {
      let outcome = try desk.run("units", "--where", wish, "--lang", "zh")
      #expect(outcome.status == 64 && outcome.warnings.contains(sentence), "\(outcome)")
    }
    #expect(try desk.json("units", "--where", "due=2018-10-21").rows.isEmpty)
  }

  /// A retirement that is to begin later closes nothing before.
  @Test func aRetirementAheadClosesNothingYet() throws {
    let desk = try desk(
      after: "receive 昆明 --part both --on 2018-10-10",
      "availability 5301000045 --status retired --filed --reference 备1 --from 2018-12-01 --on "
        + "2018-10-12")
    #expect(try desk.state(ofRow: 7) == "awaitingRecheck")
    let line = "recheck 2018Q3-7 --failed --on 2018-10-15"
    desk.now = "2018-12-05T01:00:00Z"
    #expect(try desk.run(line.split(separator: " ").map(String.init)).status == 0)
    _ = try desk.run("undo")
    desk.now = "2018-12-02T01:00:00Z"
    #expect(try desk.state(ofRow: 7) == "closedRetired")
  }

  @Test func aUnitsNewNameIsShown() throws {
    let desk = try desk(after: "correct 昆明 --field name --to 春城市 --reason 更名 --on 2018-10-12")
    #expect(try desk.run("show", "昆明", "--lang", "zh").answer.contains("现名      春城市\n"))
    #expect(try desk.json("show", "昆明")["currentName"] == "春城市")
    #expect(try desk.json("show", "怒江")["currentName"] == "怒江")
  }

  /// Where a deadline was moved, both days are shown.
  @Test func bothDeadlinesAreShown() throws {
    let extend = "--authority 甲 --reason 乙 --on 2018-10-24"
    let desk = try desk(
      after: "receive 临沧 --part both --on 2018-10-18",
      "recheck 2018Q3-17 --failed --on 2018-10-22",
      "order 2018Q3-17 --until 2018-11-10 --on 2018-10-23",
      "extend 临沧 --until 2018-11-20 \(extend)", "extend 昆明 --until 2018-11-20 \(extend)")
    for (id, words) in [
      ("临沧", "2018-11-20 周二（含当日），限期再整改，第2轮，原时限2018-11-10\n"),
      ("昆明", "2018-11-20 周二（含当日），原时限2018-10-20\n"),
      ("2018Q3-3", "2018-11-20 周二（含当日），原时限2018-10-20\n"),
      ("5301260001", "2018-11-20 周二（含当日），原时限2018-10-20\n"),
    ] {
      let page = try desk.run("show", id, "--lang", "zh").answer
      #expect(page.contains(words), "\(page)")
    }
  }

  /// Of two people who did not know of each other one saw the site dark, one passed it, on one day.
  ///
  /// The worse counts whichever came first, and is flagged until somebody decides.
  @Test(arguments: [0, 100, 200, 300])
  func darkAndPassedOnOneDay(drawn: Int) throws {
    let reported = try joined(
      ["receive 保山 --part both --on 2018-10-10"],
      "availability 5305020001 --status dark --on 2018-10-13",
      "recheck 2018Q3-8 --passed --on 2018-10-13", drawn: drawn)
    #expect(try reported.state(ofRow: 8) == "recheckFailed")
    let records = try reported.json("history").rows
    let seen = try #require(records.first { $0["type"] == "availability" }?["id"]?.string)
    #expect(try reported.run("resolve", "--keep", seen).status == 0)
    #expect(try reported.state(ofRow: 8) == "recheckFailed")
    let desk = try desk(after: "recheck 2018Q3-7 --passed --on 2018-10-13")
    let other = try Desk()
    other.environment["CENSUS_ACTOR"] = "desk-3"
    other.drawn = 1000 + drawn
    other.now = "2018-11-05T01:00:00Z"
    _ = try other.run(
      "availability", "5301000045", "--status", "dark", "--on", "2018-10-13")
    try desk.take(from: other)
    #expect(try desk.state(ofRow: 7) == "recheckFailed")
    #expect(try desk.json("overview")["conflicts"] == 1)
    let events = try desk.json("history").rows
    let passed = try #require(events.first { $0["type"] == "recheck" }?["id"]?.string)
    let line = try desk.run("resolve", "--keep", passed)
    #expect(line.status == 0, "\(line)")
    #expect(try desk.state(ofRow: 7) == "fixedReportOwed")
    #expect(try desk.json("overview")["conflicts"] == 0)
  }

  /// Whoever knows of the dark site re-checks it, on the same day as well, and so may somebody else.
  @Test(arguments: ["desk-2", "desk-3"])
  func aRecheckOfTheDayOnWhichTheSiteWasDark(actor: String) throws {
    let desk = try desk(after: "availability 5305020001 --status dark --on 2018-10-14")
    desk.environment["CENSUS_ACTOR"] = actor
    _ = try desk.run("recheck", "2018Q3-8", "--passed", "--on", "2018-10-14")
    #expect(try desk.state(ofRow: 8) == "fixedReportOwed")
    #expect(try desk.json("overview")["conflicts"] == 0)
  }

  /// What was decided against does not close anything any more.
  @Test(arguments: [0, 100, 200, 300])
  func aRejectedRetirementClosesNothing(drawn: Int) throws {
    let desk = try joined(
      ["receive 保山 --part both --on 2018-10-10"],
      "availability 5305020001 --status retired --filed --reference 备1 --on 2018-10-15",
      "availability 5305020001 --status dark --on 2018-10-15", drawn: drawn)
    let records = try desk.json("history", "--type", "availability").rows
    let dark = try #require(
      records.first { $0["summary"]?.string?.contains("dark") == true }?["id"]?.string)
    #expect(try desk.run("resolve", "--keep", dark).status == 0)
    #expect(try desk.state(ofRow: 8) == "recheckFailed")
  }

  /// Two stores, joined in chance's order: what counts does not hang upon it.
  private func joined(
    _ before: [String], _ mine: String, _ theirs: String, drawn: Int
  ) throws -> Desk {
    let desk = try desk()
    let other = try Desk()
    other.environment["CENSUS_ACTOR"] = "desk-3"
    (desk.drawn, other.drawn) = (drawn, 5000 - drawn)
    other.now = "2018-11-05T01:00:00Z"
    for line in before {
      let outcome = try desk.run(line.split(separator: " ").map(String.init))
      #expect(outcome.status == 0, "\(line): \(outcome.warnings)")
    }
    try other.take(from: desk)
    for (one, line) in [(desk, mine), (other, theirs)] {
      let outcome = try one.run(line.split(separator: " ").map(String.init))
      #expect(outcome.status == 0, "\(line): \(outcome.warnings)")
    }
    try desk.take(from: other)
    return desk
  }

  @Test(arguments: [0, 100, 200, 300, 400, 500])
  func whatCountsHangsUponNoChance(drawn: Int) throws {
    let opened = try joined(
      ["receive 临沧 --part both --on 2018-10-10", "recheck 2018Q3-17 --failed --on 2018-10-12"],
      "recheck 2018Q3-17 --passed --on 2018-10-15",
      "account 临沧 --stage opened --approved-by 甲 --on 2018-10-15", drawn: drawn)
    #expect(try opened.state(ofRow: 17) == "escalated")
    let retired = try joined(
      ["receive 临沧 --part both --on 2018-10-10"],
      "availability 5309260040 --status retired --filed --reference 备1 --on 2018-10-15",
      "availability 5309260040 --status operating --on 2018-10-15", drawn: drawn)
    #expect(try retired.state(ofRow: 20) == "awaitingRecheck")
    #expect(try retired.json("overview")["conflicts"] == 1)
    let extended = try joined(
      ["receive 保山 --part electronic --on 2018-10-18"],
      "receive 保山 --part paper --on 2018-10-25",
      "extend 保山 --until 2018-10-31 --authority 甲 --reason 乙 --on 2018-10-25", drawn: drawn)
    let unit = try extended.json("units", "--where", "unit=保山").rows.first
    #expect(unit?["due"] == "2018-10-31" && unit?["daysLate"] == 0)
  }

  /// One of two people corrected the code by its row, the other by its site.
  @Test func correctionsByRowAndBySiteMeet() throws {
    let desk = try desk(
      after: "correct 2018Q3-1 --field code --to 5300000061 --reason 甲 --on 2018-10-12")
    let other = try Desk()
    other.drawn = 1000
    _ = try other.run(
      "correct", "53000000061", "--field", "code", "--to", "5300000069", "--reason", "乙", "--on",
      "2018-10-12")
    try desk.take(from: other)
    #expect(try desk.run("check", "--lang", "zh").answer.contains("2条更正相互矛盾"))
    // What records contradict each other about is no doubt about the notice.
    let rows = try JSON(desk.run("check", "--format", "json").answer).rows
    let id = try #require(rows.first { $0["code"] == "conflict" }?["id"]?.string)
    let refused = try desk.run("verify", id, "--lang", "zh")
    #expect(refused.status == 1)
    #expect(refused.warnings == "census: “\(id)”说的是记录而不是通报，不能核实；请裁定或撤回有关记录。\n")
  }

  /// Nobody knows who owes a report while the list of units cannot be read.
  @Test func nothingIsRecordedWithoutTheListOfUnits() throws {
    let desk = try desk()
    try #require(desk.folders["store"]).remove("units.json")
    let outcome = try desk.run("receive", "2018Q3-1", "--part", "both", "--lang", "zh")
    #expect(outcome.status == 1 && outcome.answer == "")
    #expect(
      outcome.warnings.hasSuffix("census: units.json 现在无法读取，未登记任何内容；请改正或从备份恢复。\n"))
    #expect(try desk.eventCount() == 0)
  }
}
