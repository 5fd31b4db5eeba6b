import CensusStore
import Testing

struct UndoTests {
  @Test func takesBackMyLastBatch() throws {
    let desk = try Desk()
    _ = try desk.run("receive", "昆明", "--part", "both")
    _ = try desk.run("receive", "临沧", "--part", "both", "--by", "other")
    let outcome = try desk.run("undo")
    #expect(outcome.status == 0)
    #expect(
      outcome.answer == """
        undid 2 records of batch aaaaaaaa: paper, electronic of Kunming
        2 records made since stay as they are

        """)
    let units = try desk.json("units", "--state", "complete")
    #expect(units.column("unit") == ["临沧"])
    let history = try desk.json("history")
    #expect(history.rows.count == 5)
    #expect(history.column("retracted").filter { $0 == true }.count == 2)
    #expect(try desk.json("overview")["events"] == 2)
    #expect(try desk.run("undo").warnings == "census: there is nothing to undo.\n")
  }

  @Test func goesOverAllQuarters() throws {
    let desk = try Desk()
    _ = try desk.run("receive", "昆明", "--part", "both")
    // Another quarter with findings, newer than the first.
    let folder = try #require(desk.folders["store"])
    let text = String(
      decoding: try folder.read("quarters/2018Q3.json", limit: 1 << 24), as: UTF8.self)
    let other = text.split(separator: "2018Q3", omittingEmptySubsequences: false)
      .joined(separator: "2019Q1")
    try Desk.put(Array(other.utf8), at: "quarters/2019Q1.json", in: folder)
    #expect(
      try desk.run("check", "--confirm-facts").warnings
        == "census: confirmed quarters/2019Q1.json.\n")
    #expect(try desk.json("overview")["quarter"] == "2019Q1")
    #expect(try desk.json("overview")["events"] == 0)
    #expect(try desk.run("undo").status == 0)
    #expect(try desk.json("overview", "--quarter", "2018Q3")["complete"] == 0)
  }

  @Test func aBatchIsNamedByItsDigits() throws {
    let desk = try Desk()
    let receipt = try JSON(try desk.run("receive", "昆明", "--part", "both", "--json").answer)
    let id = try #require(receipt["batch"]?.string)
    _ = try desk.run("receive", "临沧", "--part", "both")
    #expect(try desk.run("undo", "aaaaaa").status == 1)
    let outcome = try desk.run("undo", id, "--note", "登记错了")
    #expect(outcome.status == 0)
    #expect(try desk.json("units", "--state", "complete").column("unit") == ["临沧"])
    #expect(try desk.json("history").column("note").contains("登记错了"))
    let again = try desk.run("undo", id)
    #expect(again.status == 1)
    #expect(again.warnings == "census: batch aaaaaaaa was undone before.\n")
  }
}
