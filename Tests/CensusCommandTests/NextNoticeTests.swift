import CensusCommand
import CensusCore
import Testing

/// What is known of a site when the next notice names it again.
struct NextNoticeTests {
  private func desk(after lines: String...) throws -> Desk {
    try Desk(next: [.kunming], after: lines)
  }

  private func state(_ quarter: String, of desk: Desk) throws -> [JSON?] {
    try desk.json("findings", "--quarter", quarter, "--search", "5301000045").column("state")
  }

  private let dark = "availability 5301000045 --quarter 2018Q3 --status dark --on 2018-10-10"

  /// What was dark, and passed its re-check there, fails nothing that the next notice names.
  @Test func aDarkSiteThatPassedFailsNothingLater() throws {
    let desk = try desk(after: dark, "recheck 2018Q3-7 --passed --on 2018-11-05")
    #expect(try state("2018Q3", of: desk) == ["fixedReportOwed"])
    #expect(try state("2018Q4", of: desk) == ["outstanding"])
    #expect(
      try desk.json("show", "5301000045", "--quarter", "2018Q4")["availability"] == "operating")
    // One act, taken back as a whole.
    try desk.does("undo")
    #expect(try state("2018Q3", of: desk) == ["recheckFailed"])
    #expect(try state("2018Q4", of: desk) == ["recheckFailed"])
  }

  /// A site that is dark when it is named again has failed there too, until a re-check there.
  @Test func aSiteThatIsDarkStillFailsAgain() throws {
    let desk = try desk(after: dark)
    #expect(try state("2018Q4", of: desk) == ["recheckFailed"])
    try desk.does("recheck 2018Q4-1 --passed --on 2018-12-28")
    #expect(try state("2018Q4", of: desk) == ["fixedReportOwed"])
    #expect(try state("2018Q3", of: desk) == ["recheckFailed"])
    // Dark after the notice it fails the finding of that.
    let again = try self.desk(
      after: dark, "recheck 2018Q3-7 --passed --on 2018-11-05",
      "availability 5301000045 --status dark --on 2018-12-25")
    #expect(try state("2018Q4", of: again) == ["recheckFailed"])
  }

  /// The pass says that the site is back, once for all findings of it.
  @Test func thePassSaysThatTheSiteIsBack() throws {
    let desk = try desk(
      after: "availability 5309260040 --quarter 2018Q3 --status dark --on 2018-10-10")
    let line = "recheck 5309260040 --passed --on 2018-11-05 --quarter 2018Q3"
      .split(separator: " ").map(String.init)
    let said = try desk.run(line + ["--lang", "zh", "--dry-run"]).answer
    #expect(said.contains("将登记3条"), "\(said)")
    #expect(said.contains("网站5309260040此前擅自下线，同时登记为恢复正常运行"), "\(said)")
    #expect(
      try desk.run(line).answer
        .contains("site 5309260040 went dark before, and is recorded as in operation again"))
    #expect(try desk.run(line).answer == "skipped: 2018Q3-17, 2018Q3-20 (recorded before)\n")
  }
}
