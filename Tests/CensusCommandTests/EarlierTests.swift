import CensusCommand
import CensusCore
import Testing

/// Lists say what came back from earlier quarters, and what has stayed open since.
struct EarlierTests {
  /// The shipped quarter, and the next two: 耿马 fails again for the same, 迪庆's site for another.
  private func desk() throws -> Desk {
    let desk = try ActTests.desk()
    let folder = try #require(desk.folders["store"])
    for (quarter, issued, due) in [
      ("2018Q4", "2018-12-20", "2019-01-20"), ("2019Q1", "2019-03-20", "2019-04-20"),
    ] {
      let rows = [
        ("临沧", "耿马政府公众信息网", "5309260040", "text_errors"),
        ("昆明", "新网站", "5301000099", "text_errors"),
      ].enumerated().map { index, row in
        #"{"row":\#(index + 1),"prefecture":"\#(row.0)","name":"\#(row.1)","code":"\#(row.2)","#
          + #""text":"错字","issues":["\#(row.3)"]}"#
      }
      try Desk.put(
        Array(
          """
          {"format":"site-census-quarter","version":1,"revision":1,"quarter":"\(quarter)",
          "coverage":"full","scope":"all","notice":{"issued":"\(issued)","due":"\(due)"},
          "totals":{"running":400,"failing":2,"publishedRate":"99%"},
          "annex1":{"title":"甲","headings":[],"rows":[]},
          "annex2":{"title":"乙","headings":[],"rows":[\(rows.joined(separator: ","))]}}
          """.utf8), at: "quarters/\(quarter).json", in: folder)
    }
    _ = try desk.run("check", "--confirm-facts")
    desk.now = "2019-05-01T01:00:00Z"
    return desk
  }

  private func modifiers(_ list: JSON, _ row: Int) -> [JSON] {
    (list.rows[row]["modifiers"]?.rows ?? []).filter {
      $0["kind"] == "recurrence" || $0["kind"] == "carriedOver"
    }
  }

  @Test(arguments: ["findings", "sites"])
  func listsSayWhatCameBack(command: String) throws {
    let desk = try desk()
    let list = try desk.json(command, "--quarter", "2019Q1")
    let carried: JSON = ["kind": "carriedOver", "quarters": 2, "age": 2]
    #expect(modifiers(list, 0) == [["kind": "recurrence", "quarters": 3], carried])
    #expect(
      modifiers(list, 1) == [
        ["kind": "recurrence", "quarters": 2], ["kind": "carriedOver", "quarters": 1, "age": 1],
      ])
    let table = try desk.run(command, "--quarter", "2019Q1", "--lang", "zh").answer
    #expect(table.contains("同类问题连续3个季度"))
    // The first quarter has no past, whatever came after it.
    let first = try desk.json(command, "--quarter", "2018Q3")
    #expect((0..<first.rows.count).allSatisfy { modifiers(first, $0).isEmpty })
  }

  /// What `show` says is what the list says.
  @Test func theListAgreesWithThePage() throws {
    let desk = try desk()
    let page = try desk.run("show", "2019Q1-1", "--quarter", "2019Q1", "--lang", "zh").answer
    #expect(page.contains("同类问题连续3个季度"))
    let list = try desk.run("findings", "--quarter", "2019Q1", "--lang", "zh").answer
    #expect(list.contains("同类问题连续3个季度"))
  }

  /// What was closed before the next notice is not carried over; it came back all the same.
  @Test func whatWasClosedIsNotCarriedOver() throws {
    let desk = try desk()
    for command in [
      "receive 临沧 --part both --quarter 2018Q3 --on 2018-10-18",
      "recheck 5309260040 --passed --quarter 2018Q3 --on 2018-11-05",
    ] { #expect(try desk.run(ActTests.words(command)).status == 0) }
    let list = try desk.json("findings", "--quarter", "2018Q4")
    #expect(modifiers(list, 0) == [["kind": "recurrence", "quarters": 2]])
  }
}
