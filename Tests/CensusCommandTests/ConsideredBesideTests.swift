import CensusCommand
import CensusCore
import Testing

/// A finding that fails while accountability is going on for another of its unit is to be considered
/// as well: every answer says so.
struct ConsideredBesideTests {
  private func desk() throws -> Desk {
    try Desk.after([
      "recheck 2018Q3-8 --failed --on 2018-11-01",
      "account 2018Q3-8 --stage opened --approved-by 示例领导 --on 2018-11-02",
      "recheck 2018Q3-9 --failed --on 2018-11-03",
    ])
  }

  @Test func allAnswersSayIt() throws {
    let desk = try desk()
    #expect(try desk.json("overview")["toBeConsidered"] == 1)
    #expect(
      try desk.run("report", "--brief", "--lang", "zh").answer
        .contains("待研究问责1家（保山市），已启动问责1家（保山市）"))
    let rows = try desk.json("ledger", "--all").rows
    #expect(rows.map { $0["stage"] } == ["toBeConsidered", "opened"])
    #expect(rows.map { $0["findings"] } == [["2018Q3-9"], ["2018Q3-8"]])
    #expect(try desk.run("ledger", "--lang", "zh").answer.contains("待研究问责1家：保山。"))
  }

  @Test func anOpeningForItEndsIt() throws {
    let desk = try desk()
    try desk.does("account 2018Q3-9 --stage opened --approved-by 示例领导 --on 2018-11-04")
    #expect(try desk.json("overview")["toBeConsidered"] == 0)
    #expect(try desk.json("ledger", "--all").rows.allSatisfy { $0["stage"] == "opened" })
  }
}
