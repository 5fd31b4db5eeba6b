import CensusCommand
import CensusCore
import Testing

/// What is recorded late is judged by its own day; what came later is said where it contradicts that.
struct EarlierDayTests {
  private func desk(after lines: String...) throws -> Desk { try .after(lines) }

  private func refused(_ desk: Desk, _ line: String) throws -> String {
    let outcome = try desk.run((line + " --lang zh").split(separator: " ").map(String.init))
    #expect(outcome.status == 1, "\(line): \(outcome.answer)")
    return outcome.warnings
  }

  private let order = "order 2018Q3-17 --until 2018-11-10 --on 2018-10-18"
  private let failed = "recheck 2018Q3-17 --failed --on 2018-10-15"
  private let passed = "recheck 2018Q3-17 --passed --on 2018-10-30"

  @Test func anOrderBeforeAPass() throws {
    let desk = try desk(after: failed, passed)
    _ = try desk.does(order)
    #expect(try desk.json("findings", "--where", "row=17").column("state") == ["fixedReportOwed"])
    #expect(try desk.json("units", "--rounds", "--where", "unit=临沧").rows.count == 2)
    // A closed finding is not opened by what is recorded late.
    let closed = try self.desk(
      after: "receive 临沧 --part both --on 2018-10-12", failed, passed)
    #expect(
      try refused(closed, order)
        == "census: “2018Q3-17”已于2018-10-30办结，补记此前的这一项与之矛盾；确有错误的，请先撤回那条登记。\n")
    #expect(try refused(closed, "order 2018Q3-17 --until 2018-11-10").contains("没有整改不到位的问题"))
  }

  @Test func aMeasureBeforeTheConclusion() throws {
    let desk = try desk(
      after: failed, "account 临沧 --stage opened --approved-by 甲 --on 2018-10-16",
      "account 临沧 --stage concluded --on 2018-10-25")
    _ = try desk.does("account 临沧 --stage measure --measure interview --on 2018-10-20")
    #expect(try desk.json("ledger").rows.contains { $0["measure"] == "interview" })
    #expect(try desk.json("show", "临沧")["accountability"] == "concluded")
    #expect(
      try refused(desk, "account 临沧 --stage measure --measure warning --on 2018-10-26")
        .contains("已于2018-10-25办结"))
  }

  @Test func aWaiverBeforeTheReport() throws {
    let desk = try desk(after: "receive 保山 --part both --on 2018-10-18")
    #expect(
      try refused(desk, "waive 保山 --authority 甲 --reason 乙 --on 2018-10-12")
        == "census: “2018Q3-8”已于2018-10-18报齐，补记此前的这一项与之矛盾；确有错误的，请先撤回那条登记。\n")
  }

  /// An extension of a whole unit is of the rows that were complete, too, once that is taken back.
  @Test func anExtensionOfTheWholeUnitReachesAllItsRows() throws {
    let desk = try desk(after: "receive 2018Q3-8 --only --part both --on 2018-10-12")
    let id = try #require(desk.json("history").column("id").first??.string)
    let other = try #require(desk.json("history").column("id").last??.string)
    _ = try desk.does("extend 保山 --until 2018-11-20 --authority 甲 --reason 乙 --on 2018-10-15")
    let due = { try desk.json("findings", "--where", "row=8").column("due") }
    #expect(try due() == ["2018-10-20"])
    _ = try desk.does("retract \(id) \(other) --reason 误")
    #expect(try due() == ["2018-11-20"])
  }

  /// An act on a unit as a whole names the rows of which it says nothing.
  @Test(arguments: [
    "extend 保山 --until 2018-11-20 --authority 甲 --reason 乙 --on 2018-10-15",
    "waive 保山 --authority 甲 --reason 乙 --on 2018-10-15",
    "receive 保山 --part both --on 2018-10-15",
  ])
  func whatIsStruckOffIsNamed(line: String) throws {
    let desk = try desk(after: "void 2018Q3-8 --reason 误列 --on 2018-10-12")
    #expect(try desk.does(line + " --lang zh").contains("已跳过：2018Q3-8（已剔除）"))
    #expect(try desk.does("undo").contains("undid"))
  }

  @Test func whatIsCompleteIsNotExcused() throws {
    let desk = try desk(after: "receive 2018Q3-8 --only --part both --on 2018-10-12")
    #expect(
      try desk.does("waive 保山 --authority 甲 --reason 乙 --on 2018-10-15 --lang zh")
        .contains("已跳过：2018Q3-8（已于2018-10-12报齐）"))
  }

  /// What was received in a round that nobody ordered any more counts for the one before, and is said.
  @Test func theReceiptsOfARoundThatIsGone() throws {
    let desk = try desk(
      after: "recheck 2018Q3-8 --failed --on 2018-10-15",
      "order 2018Q3-8 --until 2018-11-10 --on 2018-10-16",
      "receive 2018Q3-8 --only --part both --on 2018-10-18")
    let order = try #require(desk.json("history", "--type", "order").column("id").first??.string)
    #expect(
      try desk.does("retract \(order) --reason 误 --lang zh").contains(
        "第2轮的责令撤回后，该轮已登记的2条收件改计入前一轮"))
    let report = try desk.json("findings", "--where", "row=8").rows.first
    #expect(report?["state"] == "recheckFailed")
    #expect(
      try desk.json("units", "--rounds", "--where", "unit=保山").column("submission") == ["partial"])
  }

  // MARK: - Rounds, in the order of days

  private func rounds(_ desk: Desk, of unit: String) throws -> [[JSON?]] {
    try desk.json("units", "--rounds", "--where", "unit=\(unit)").rows.map {
      [$0["round"], $0["paperOn"], $0["electronicOn"]]
    }
  }

  /// What arrived after an order answers it, whenever the order is recorded; a supplement keeps that.
  @Test func aReceiptAnswersTheOrderBeforeIt() throws {
    let desk = try desk(
      after: "recheck 2018Q3-8 2018Q3-9 --failed --on 2018-10-22",
      "receive 保山 --part both --on 2018-11-01")
    #expect(
      try desk.does("order 保山 --until 2018-11-20 --on 2018-10-25 --lang zh")
        .contains("此前登记的2条收件系责令之后到达，改计入第2轮"))
    // With that, nothing more is owed of what the notice demanded.
    let answered: [[JSON?]] = [
      [1, "2018-11-01", "2018-11-01"], [2, "2018-11-01", "2018-11-01"],
    ]
    #expect(try rounds(desk, of: "保山") == answered)
    try desk.does("receive 保山 --part paper --incoming 督2018-7 --on 2018-11-01")
    #expect(try rounds(desk, of: "保山") == answered)
    // With the order taken back they are the first round's again.
    try desk.does("undo")
    try desk.does("undo")
    #expect(try rounds(desk, of: "保山") == [[1, "2018-11-01", "2018-11-01"]])
  }

  /// An order of a day between two others belongs to the later of their rounds.
  @Test func anOrderBetweenTwoOthers() throws {
    let desk = try desk(
      after: "recheck 2018Q3-17 2018Q3-18 --failed --on 2018-10-15",
      "order 2018Q3-17 --until 2018-10-25 --on 2018-10-16",
      "receive 2018Q3-17 --only --part both --on 2018-10-20",
      "recheck 2018Q3-17 --failed --on 2018-10-28",
      "order 2018Q3-17 --until 2018-11-10 --on 2018-10-29",
      "receive 2018Q3-17 --only --part both --on 2018-11-02",
      "order 2018Q3-18 --until 2018-11-10 --on 2018-10-20")
    let rows = try desk.json("units", "--rounds", "--where", "unit=临沧").rows
    #expect(rows.map { $0["round"] } == [1, 2, 3])
    #expect(rows.map { $0["findings"] } == [5, 1, 2])
  }

  /// A pass of an earlier day, recorded late, would close what a step of a later day has taken up: it is
  /// refused, since nothing closed reopens.
  @Test func aPassBeforeTheOpening() throws {
    let desk = try desk(
      after: "receive 怒江 --part both --on 2018-10-18", "recheck 2018Q3-10 --failed --on 2018-10-22",
      "account 怒江 --stage opened --approved-by 甲 --on 2018-10-28")
    let state = { try desk.json("findings", "--where", "row=10").column("state") }
    #expect(try state() == ["escalated"])
    #expect(try refused(desk, "recheck 2018Q3-10 --passed --on 2018-10-25").contains("2018-10-28"))
    try desk.does("recheck 2018Q3-10 --passed --on 2018-10-30")
    try desk.does("account 怒江 --stage concluded --on 2018-11-02")
    #expect(try state() == ["closed"])
  }

  /// What was struck off since is excused by nobody: the record would have no effect.
  @Test func aWaiverBeforeTheStrike() throws {
    let desk = try desk(after: "void 2018Q3-2 --reason 误列 --on 2018-11-01")
    #expect(
      try refused(desk, "waive 云南省文化厅 --authority 甲 --reason 乙 --on 2018-10-19")
        .contains("已剔除"))
  }

  /// An order joins the round of which nothing had been part received on its day.
  @Test func anOrderOfAnotherRowJoinsTheRoundOfItsDay() throws {
    let desk = try desk(
      after: "recheck 2018Q3-8 --failed --on 2018-10-22",
      "order 2018Q3-8 --until 2018-11-10 --on 2018-10-23",
      "recheck 2018Q3-9 --failed --on 2018-10-26", "receive 保山 --part both --on 2018-10-28",
      "order 2018Q3-9 --until 2018-11-12 --on 2018-10-27")
    #expect(
      try desk.json("units", "--rounds", "--where", "unit=保山").column("round") == [1, 2])
  }

  /// Rounds follow each other by their days, and what is mended since is named.
  @Test func anOrderBeforeAnotherOfTheSame() throws {
    let desk = try desk(
      after: "recheck 2018Q3-17 2018Q3-18 --failed --on 2018-10-15",
      "order 2018Q3-17 --until 2018-10-28 --on 2018-10-22",
      "receive 2018Q3-17 --only --part both --on 2018-10-25",
      "recheck 2018Q3-18 --passed --on 2018-10-26")
    #expect(
      try refused(desk, "order 2018Q3-17 --until 2018-11-10 --on 2018-10-20")
        .contains("已于2018-10-22责令再整改"))
    let other = try self.desk(
      after: "recheck 2018Q3-17 2018Q3-18 --failed --on 2018-10-15",
      "recheck 2018Q3-18 --passed --on 2018-10-26")
    #expect(
      try other.does("order 临沧 --until 2018-11-10 --on 2018-10-20 --lang zh")
        .contains("已跳过：2018Q3-18（没有整改不到位的问题）"))
  }
}
