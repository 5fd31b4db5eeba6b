import CensusCommand
import CensusStore
import CensusTestSupport
import Testing

/// A notice that asks for one part of a report alone (domain.md 2.1: required parts): whoever sent that
/// owes nothing.
struct AskedPartsTests {
  private func desk(_ asked: String) throws -> Desk {
    let desk = try Desk()
    let folder = InMemoryFileSystem()
    let text = SampleNotice.markdown.replacing("主要负责同志签字的纸质版2份和电子文档", with: asked)
    try Desk.put(Array(text.utf8), at: "notice.md", in: folder)
    desk.folders["in"] = folder
    desk.environment["CENSUS_LANG"] = "zh"
    desk.now = "2019-01-12T01:00:00Z"
    let shown = try desk.run("import", "in/notice.md").answer
    #expect(shown.contains("报送材料　\(asked == "电子文档" ? "电子版" : "经主要负责同志签字的纸质版1份")\n"))
    try desk.does("import in/notice.md --accept")
    desk.now = "2019-02-20T01:00:00Z"
    return desk
  }

  private func unit(_ desk: Desk, _ id: String) throws -> JSON {
    try #require(
      try desk.json("units", "--quarter", "2018Q4", "--where", "unit=\(id)").rows.first)
  }

  @Test func theElectronicDocumentAlone() throws {
    let desk = try desk("电子文档")
    try desk.does("receive 临沧 --part electronic --on 2019-02-14")
    // Paper comes all the same, unsigned and too late, and is no matter.
    try desk.does("receive 临沧 --part paper --unsigned --on 2019-02-19")
    let row = try unit(desk, "临沧")
    #expect(row["submission"] == "complete" && row["completeOn"] == "2019-02-14")
    #expect(row["daysLate"] == .number(0) && row["paperOn"] == .null)
    #expect(try unit(desk, "怒江")["submission"] == "outstanding")
    #expect(try desk.run("show", "怒江", "--quarter", "2018Q4").answer.contains("通报未要求"))
    let letter = try desk.run("letter", "chase", "怒江", "--quarter", "2018Q4").answer
    #expect(letter.contains("电子版") && !letter.contains("纸质"))
    // Another paper of that day is the same one.
    let before = try desk.eventCount()
    try desk.does("receive 临沧 --part paper --unsigned --on 2019-02-19")
    #expect(try desk.eventCount() == before)
  }

  @Test func thePaperAlone() throws {
    let desk = try desk("主要负责同志签字的纸质版1份")
    try desk.does("receive 怒江 --part paper --unsigned --on 2019-02-14")
    #expect(try unit(desk, "怒江")["submission"] == "toReturn")
    try desk.does("receive 怒江 --part paper --on 2019-02-18")
    let row = try unit(desk, "怒江")
    #expect(row["submission"] == "complete" && row["daysLate"] == .number(3))
    #expect(row["electronicOn"] == .null)
  }

  /// An extension after the report was complete moves nothing, whichever part made it so.
  @Test func anExtensionAfterItMovesNothing() throws {
    let desk = try desk("电子文档")
    try desk.does("receive 临沧 --part electronic --on 2019-02-18")
    let late = try desk.run(
      line: "extend 临沧 --until 2019-03-01 --authority 甲 --reason 乙 --on 2019-02-19")
    #expect(late.status == 1)
    #expect(try unit(desk, "临沧")["daysLate"] == .number(3))
  }
}
