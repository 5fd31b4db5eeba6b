import CensusCommand
import CensusCore
import Testing

/// What is said of a record, or beside it, is said right and in the reader's words.
struct SaidRightTests {
  private func desk(after lines: String...) throws -> Desk {
    let desk = try Desk()
    desk.now = "2018-11-05T01:00:00Z"
    for line in lines { _ = try run(desk, line) }
    return desk
  }

  private func run(_ desk: Desk, _ line: String) throws -> String {
    let outcome = try desk.run(line.split(separator: " ").map(String.init))
    #expect(outcome.status == 0, "\(line): \(outcome.warnings)")
    return outcome.answer
  }

  /// The reason that the program gives itself is read in the language of the reader.
  @Test func theProgramsOwnReasonHasTwoLanguages() throws {
    let desk = try desk(
      after: "receive 保山 --part paper --on 2018-10-18",
      "receive 保山 --part paper --on 2018-10-18 --incoming I1")
    let english = try run(desk, "history --type retract")
    #expect(english.contains("supplemented") && !english.contains("补登"), "\(english)")
    #expect(try run(desk, "history --type retract --lang zh").contains("：补登"))
  }

  /// A pass over lines that are not marked as mended says so, and is recorded.
  @Test func aPassOverOpenLinesSaysSo() throws {
    let desk = try desk()
    desk.input = "原文甲\t应为甲\n原文乙\t应为乙\n"
    _ = try run(desk, "detail 2018Q3-8 --from -")
    let line = "recheck 2018Q3-8 --passed"
    #expect(
      try run(desk, line + " --dry-run --lang zh").contains(
        "第8行的问题明细共2处，有2处没有标记已改；整改到位指全部已改"))
    #expect(
      try run(desk, line).contains(
        "row 8: 2 of 2 lines not marked as mended; a pass means that all are"))
    #expect(!(try run(desk, "recheck 2018Q3-9 --passed").contains("marked")))
  }

  /// What was struck off was not closed.
  @Test func struckOffIsNotClosed() throws {
    let desk = try desk(after: "void 2018Q3-18 --reason 误列")
    let page = try run(desk, "overview --lang zh")
    #expect(page.contains("\n剔除") && !page.contains("\n办结"), "\(page)")
    #expect(try run(desk, "overview").contains("\nStruck off"))
    #expect(try desk.json("overview")["closed"] == 0)
  }
}
