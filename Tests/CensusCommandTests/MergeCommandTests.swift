import CensusCommand
import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// What `census merge` says of two people's stores that come together.
struct MergeCommandTests {
  /// Two desks at copies of one store, who recorded different days for one part.
  private func desks() throws -> Desk {
    let desk = try Desk()
    let other = try Desk()
    other.drawn = 1_000
    try desk.does("receive 临沧 --part electronic --on 2018-10-18")
    try other.does("receive 临沧 --part electronic --on 2018-10-19 --by 李四")
    try other.does("receive 昆明 --part paper")
    desk.folders["other"] = other.folders["store"]
    return desk
  }

  @Test func saysWhatIsNewWhatWasHereAndWhatContradicts() throws {
    let desk = try desks()
    let trial = try desk.run("merge", "other", "--dry-run")
    #expect(
      trial.answer
        == "would take in 2 records; 0 records were here before; 1 contradiction between records: "
        + "see census check, settle it with census resolve; nothing was written\n")
    #expect(trial.status == 0 && trial.warnings == "")
    #expect(try desk.eventCount() == 1)
    let merged = try desk.run("merge", "other", "--lang", "zh")
    #expect(
      merged.answer
        == "已并入2条记录；原已有0条；记录矛盾1处，用 census check 查看、census resolve 裁定\n")
    #expect(try desk.eventCount() == 3)
    let check = try JSON(try desk.run("check", "--format", "json").answer)
    #expect(check.column("code").contains(.text("conflict")))
    #expect(
      try desk.run("merge", "other").answer == "took in 0 records; 2 records were here before\n")
  }

  @Test func theSameInJSON() throws {
    let desk = try desks()
    let answer = try JSON(try desk.run("merge", "other", "--json").answer)
    #expect(answer["new"]?.rows.count == 2 && answer["duplicate"] == .number(0))
    #expect(answer["conflicting"]?.rows.first?["kind"] == .text("receipts"))
    #expect(answer["leftBehind"]?.rows.isEmpty == true)
  }

  @Test func whatIsLeftOutIsNamedAndAnswersTwo() throws {
    let desk = try desks()
    let other = try #require(desk.folders["other"])
    try Desk.put([0x7B], at: "events/2018Q3/2018-10-19/x.json", in: other)
    let merged = try desk.run("merge", "other")
    #expect(merged.status == 2)
    #expect(
      merged.warnings
        == "census: “events/2018Q3/2018-10-19/x.json” was left out: a name that belongs to nothing in "
        + "a store.\n")
    #expect(merged.answer.hasSuffix("; 1 file was left out\n"))
  }

  /// What was struck off and retracted never was: whoever did not know of it meant all of the unit.
  @Test(arguments: ["receive 昆明 --part both --on 2018-10-19", "waive 昆明 --authority 甲 --reason 乙"])
  func aStrikeThatSomebodyElseRetractedTakesNothingAway(act: String) throws {
    let desk = try Desk()
    let other = try Desk()
    other.drawn = 1_000
    let void = try JSON(try other.run("void", "2018Q3-3", "--reason", "误列", "--json").answer)
    for number in 1...4 { try other.does("note 大理 第\(number)次 --by 李四") }
    let batch = try #require(void["batch"]?.string)
    try other.does("undo \(batch)")
    try desk.does("note 大理 一次")
    try desk.does(act)
    desk.folders["other"] = other.folders["store"]
    #expect(try desk.run("merge", "other").status == 0)
    let unit = try #require(
      try desk.json("units", "--prefecture", "昆明", "--as-of", "2018-10-24").rows.first)
    #expect(unit["submission"] == (act.hasPrefix("waive") ? "waived" : "complete"))
  }

  /// What one side settled and the other settled otherwise contradicts itself again, and is counted.
  @Test func aRivalSettlementOpensTheContradictionAgain() throws {
    let desk = try desks()
    _ = try desk.run("merge", "other")
    let other = try Desk()
    other.drawn = 2_000
    other.folders["first"] = desk.folders["store"]
    _ = try other.run("merge", "first")
    let check = try desk.json("history", "--unit", "临沧").rows
    let receipts = check.compactMap { $0["id"]?.string }
    #expect(receipts.count == 2)
    try desk.does("resolve --keep \(receipts[0])")
    try other.does("resolve --keep \(receipts[1]) --by 李四")
    desk.folders["third"] = other.folders["store"]
    let merged = try desk.run("merge", "third", "--lang", "zh")
    #expect(merged.answer.contains("记录矛盾1处"))
  }

  @Test func refusals() throws {
    let desk = try desks()
    try desk.does("init third --from store")
    #expect(try desk.run("merge", "third").status == 1)
    #expect(try desk.run("merge", "third").warnings.contains("say --unrelated"))
    #expect(try desk.run("merge", "third", "--unrelated").status == 0)
    #expect(try desk.run("merge", "store").warnings.contains("this very store"))
    #expect(
      try desk.run("merge", "nowhere").warnings
        == "census: “nowhere” is no store (it has no store.json), so nothing was taken in; name the "
        + "folder of the other copy itself.\n")
    #expect(try desk.run("merge", "other", "--read-only").status == 1)
    #expect(try desk.run("merge", "other", "--read-only", "--dry-run").status == 0)
  }

  /// A desk that keeps counterfoils, after a receipt of which the first record has gone.
  private func deskThatLost(_ part: String) throws -> Desk {
    let desk = try Desk()
    desk.environment["XDG_STATE_HOME"] = "/state"
    desk.folders["/state/site-census"] = InMemoryFileSystem()
    try desk.does("receive 怒江 --part \(part)")
    let store = try #require(desk.folders["store"])
    let id = try #require(try desk.json("history").rows.last?["id"]?.string)
    try store.remove("events/2018Q3/2018-10-19/\(id).json")
    return desk
  }

  /// A batch of which a record has gone was never cut short; whoever takes it back takes all of it.
  @Test func aBatchThatLostARecordIsTakenBackWhole() throws {
    let desk = try deskThatLost("both")
    let codes = try JSON(desk.run("check", "--format", "json").answer).column("code")
    #expect(codes.contains(.text("missedRecords")) && !codes.contains(.text("partialBatch")))
    let undone = try desk.run("undo", "--lang", "zh")
    #expect(undone.answer.contains("放回1条") && undone.answer.contains("已撤销2条记录"), "\(undone.answer)")
  }

  /// Both commands say what is gone from the store, and the next recording gives it back.
  @Test func whatIsGoneIsSaidAndPutBack() throws {
    let desk = try deskThatLost("paper")
    let units = try desk.run("units", "--lang", "zh")
    #expect(units.warnings.contains("1条曾在本机登记的记录不见了，下次登记时放回"), "\(units.warnings)")
    let check = try desk.run("check", "--format", "json")
    #expect(try JSON(check.answer).column("code").contains(.text("missedRecords")))
    // The act was done already, so that it is found and not repeated.
    let again = try desk.run("receive", "怒江", "--part", "paper")
    #expect(
      again.answer
        == "put back 1 record made on this machine that had gone from the store\n"
        + "skipped: Nujiang (recorded for 2018-10-19 before)\n")
    #expect(try desk.run("units").warnings == "")
  }
}
