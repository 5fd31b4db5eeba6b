import CensusCommand
import CensusCore
import CensusTestSupport
import Testing

/// What was excused owes nothing and is not counted: neither in the state of a report nor in its parts.
struct WaivedPartTests {
  @Test func partsAndStateCountTheSame() throws {
    let desk = try Desk()
    try desk.does("waive 2018Q3-3 --authority 甲 --reason 乙 --on 2018-10-15")
    try desk.does("receive 昆明 --part both --on 2018-10-18 --except 2018Q3-7")
    let page = try desk.run("show", "昆明", "--lang", "zh").answer
    #expect(page.contains("部分报送 3/4"))
    #expect(page.ranges(of: "只涵盖3/4条，第7行未涵盖").count == 2)
    let row = try #require(
      desk.run("units", "--lang", "zh").answer.split(separator: "\n").first { $0.hasPrefix("昆明") })
    #expect(row.ranges(of: "3/4").count == 3, "\(row)")
    #expect(!row.contains("4/5"))
  }
}
