import CensusCommand
import CensusCore
import Testing

/// What is said of a record, or beside it, is said right and in the reader's words.
struct SaidRightTests {
  private func desk(after lines: String...) throws -> Desk { try .after(lines) }

  /// The reason that the program gives itself is read in the language of the reader.
  @Test func theProgramsOwnReasonHasTwoLanguages() throws {
    let desk = try desk(
      after: "receive 保山 --part paper --on 2018-10-18",
      "receive 保山 --part paper --on 2018-10-18 --incoming I1")
    let english = try desk.does("history --type retract")
    #expect(english.contains("supplemented") && !english.contains("补登"), "\(english)")
    #expect(try desk.does("history --type retract --lang zh").contains("：补登"))
  }

  /// A pass over lines that are not marked as mended says so, and is recorded.
  @Test func aPassOverOpenLinesSaysSo() throws {
    let desk = try desk()
    desk.input = "原文甲\t应为甲\n原文乙\t应为乙\n"
    _ = try desk.does("detail 2018Q3-8 --from -")
    let line = "recheck 2018Q3-8 --passed"
    #expect(
      try desk.does(line + " --dry-run --lang zh").contains(
        "第8行的问题明细共2处，有2处没有标为“已改”；整改到位指全部已改"))
    #expect(
      try desk.does(line).contains(
        "row 8: 2 of 2 lines not marked as mended; a pass means that all are"))
    #expect(!(try desk.does("recheck 2018Q3-9 --passed").contains("marked")))
  }

  /// What was struck off was not closed.
  @Test func struckOffIsNotClosed() throws {
    let desk = try desk(after: "void 2018Q3-18 --reason 误列")
    let page = try desk.does("overview --lang zh")
    #expect(page.contains("\n剔除") && !page.contains("\n办结"), "\(page)")
    #expect(try desk.does("overview").contains("\nStruck off"))
    #expect(try desk.json("overview")["closed"] == 0)
  }

  /// Where of some another part is missing than of others, the unit does not lack the one.
  @Test func aUnitThatLacksOnePartHereAndOneThereIsPartial() throws {
    let desk = try Desk.after([
      "receive 2018Q3-8 --only --part paper --on 2018-10-18",
      "receive 2018Q3-9 --only --part electronic --on 2018-10-18",
    ])
    #expect(try desk.json("units", "--where", "unit=保山").column("submission") == ["partial"])
    let brief = try desk.does("report --brief --lang zh --as-of 2018-10-25")
    #expect(brief.contains("部分报送1家（保山市") && !brief.contains("缺签字纸质版"))
  }

  /// What came before for some rows is not said of the others only: it is named.
  @Test func theRowsThatAReceiptLeavesOutAreNamed() throws {
    let desk = try Desk.after(["receive 昆明 --part paper --except 2018Q3-6 --on 2018-10-15"])
    #expect(
      try desk.does("receive 昆明 --part paper --on 2018-10-19 --lang zh")
        .contains("2018Q3-3（纸质版已于2018-10-15收到）"))
  }

  /// A failure that is taken back, of a re-check or of a site seen dark, leaves what was ordered on it,
  /// and that is said.
  @Test(arguments: [
    "recheck 2018Q3-8 --failed --on 2018-10-20",
    "availability 5305020001 --status dark --on 2018-10-20",
  ])
  func whatAnswersAFailureThatIsTakenBackIsNamed(failure: String) throws {
    let desk = try Desk.after([failure])
    let id = try #require(desk.json("history").column("id").first??.string)
    try desk.does("order 保山 --until 2018-11-30 --on 2018-10-21")
    try desk.does("account 保山 --stage opened --approved-by 甲 --on 2018-10-22")
    #expect(
      try desk.does("retract \(id) --reason 误 --lang zh")
        .contains("以此次整改不到位为据的责令、问责仍在（问题1条）；也有误的，请一并撤回"))
  }

  /// What was taken back later is of its own day; of a thing only its own records are counted.
  @Test func theHistoryOfADayIsOfThatDay() throws {
    let desk = try Desk.after([
      "receive 保山 --part both --on 2018-10-18", "note 保山 甲 --on 2018-10-20",
      "undo --on 2018-10-21",
    ])
    #expect(
      try desk.does("history --as-of 2018-10-01 --lang zh") == "到2018-10-01为止没有记录；此后有2条。\n")
    let shown = try desk.does("show 昆明 --as-of 2018-10-01 --lang zh")
    #expect(shown.contains("没有记录。") && !shown.contains("此后有"))
  }
}
