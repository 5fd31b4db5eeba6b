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
        "第8行的问题明细共2处，有2处没有标记已改；整改到位指全部已改"))
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
}
