import CensusCommand
import CensusCore
import Testing

/// What is added to a step of accountability is its supplement, and no second step.
struct StepSupplementTests {
  private func desk(after lines: String...) throws -> Desk { try .after(lines) }

  private let failed = "recheck 2018Q3-17 --failed --on 2018-10-15"
  private let opened = "account 临沧 --stage opened --approved-by 甲 --on 2018-10-16"
  private let measure = "account 临沧 --stage measure --measure interview --on 2018-10-17"

  /// A document added to a measure of the day makes no second measure.
  @Test func aDocumentIsAddedToAMeasure() throws {
    let desk = try desk(after: failed, opened, measure)
    let said = try desk.does(measure + " --document 处1号 --lang zh")
    #expect(said.contains("补登：临沧（原记录已撤回，代之以内容更全的一条）"), "\(said)")
    #expect(try desk.does(measure + " --person-role 局长").contains("supplemented: Lincang"))
    let rows = try desk.json("ledger").rows.filter { $0["stage"] == "measure" }
    #expect(rows.count == 1)
    #expect(rows.first?["document"] == "处1号" && rows.first?["personRole"] == "局长")
    #expect(try desk.does(measure).hasPrefix("skipped"))
    // Somebody else was interviewed too.
    _ = try desk.does(measure + " --person-role 科长")
    #expect(try desk.json("ledger").rows.count { $0["stage"] == "measure" } == 2)
  }

  /// What is added to an opening leaves the steps of that day behind it.
  @Test func anOpeningIsSupplemented() throws {
    let desk = try desk(
      after: failed, opened,
      "account 临沧 --stage measure --measure interview --on 2018-10-16")
    #expect(
      try desk.does(opened + " --document 批1号").contains("supplemented: Lincang"))
    #expect(try desk.json("ledger").rows.count == 2)
    #expect(try desk.json("findings", "--search", "批1号").column("row") == [17])
    #expect(try desk.json("findings", "--where", "row=17").column("state") == ["escalated"])
    let concluded = "account 临沧 --stage concluded --on 2018-10-20"
    _ = try desk.does(concluded)
    #expect(try desk.does(concluded + " --document 结1号").contains("supplemented: Lincang"))
    #expect(try desk.json("history", "--type", "accountability").rows.count == 6)
    #expect(try desk.run("account", "临沧", "--stage", "opened", "--approved-by", "乙").status == 1)
  }
}
