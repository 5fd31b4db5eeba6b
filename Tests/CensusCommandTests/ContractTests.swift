import CensusCommand
import Testing

/// What `--format json` promises to scripts, and what any build must say of the notice of 2018 Q3.
struct ContractTests {
  static let fields: [(command: String, fields: String)] = [
    (
      "overview",
      """
      quarter title document issued sampledTo due dueInclusive asOf running failingPublished \
      findings sites publishedRate computedRate units complete partial overdue outstandingSites \
      closed events
      """
    ),
    (
      "quarters",
      """
      quarter document issued due running failingPublished findings sites publishedRate \
      computedRate coverage
      """
    ),
    (
      "prefectures",
      """
      quarter prefecture english running failingPublished publishedRate computedRate findings \
      sites units complete overdue
      """
    ),
    ("sites", "quarter code name prefecture unit findings issues state due daysLeft lateness"),
    (
      "findings",
      "quarter id row prefecture unit code name text issues kind state due daysLeft lateness"
    ),
    ("issues", "quarter id name english kind findings sites open"),
    (
      "units",
      """
      quarter unit prefecture sites findings due originalDue round paperOn electronicOn completeOn \
      daysLate workingDaysLate daysLeft workingDaysLeft lateness submission rechecked passed \
      chases lastChase promised next
      """
    ),
    ("deadlines", "quarter due units sites complete overdue"),
    ("trends", "quarter prefecture running failing sites rate"),
    (
      "review",
      """
      prefecture quarters failing onTime late daysLate chases rechecksFailed recurrences \
      accountability
      """
    ),
    (
      "history",
      """
      quarter id type effectiveOn recordedAt recordedBy unit findings batch retracted note
      """
    ),
  ]

  @Test(arguments: fields)
  func everyRowHasTheFieldsOfTheContract(command: String, fields: String) throws {
    let desk = try Desk()
    _ = try desk.run("receive", "昆明", "--part", "paper")
    let answer = try desk.json(command)
    let rows = command == "overview" ? [answer] : answer.rows
    #expect(!rows.isEmpty)
    for row in rows {
      #expect(Set(fields.split(separator: " ").map(String.init)).isSubset(of: Set(row.fields)))
    }
  }

  @Test func theOverviewOfTheNotice() throws {
    let overview = try Desk().json("overview")
    #expect(
      overview == [
        "quarter": "2018Q3", "title": "云南省人民政府办公厅关于2018年三季度全省政府网站普查情况的通报",
        "document": "云府办明电〔2018〕55号", "issued": "2018-09-26", "sampledTo": "2018-09-14",
        "due": "2018-10-20", "dueInclusive": true, "asOf": "2018-10-19", "knownAt": nil,
        "coverage": "full", "running": 409, "failingPublished": 20, "findings": 20, "sites": 19,
        "publishedRate": "95%", "computedRate": "95%", "units": 7, "complete": 0, "partial": 0,
        "overdue": 0, "outstandingSites": 19, "closed": 0, "toReturn": 0, "rechecked": 0,
        "passed": 0, "awaitingRecheckSites": 0, "failedSites": 0, "fixedReportOwedSites": 0,
        "void": 0, "toBeConsidered": 0,
        "escalated": 0, "conflicts": 0, "events": 0, "waived": 0, "extended": 0, "behind": 7,
        "ordered": 0, "orderedComplete": 0, "orderedWaived": 0, "orderedOverdue": 0,
      ])
  }

  @Test func annexOneHasEighteenRows() throws {
    let rows = try Desk().json("prefectures")
    #expect(rows.rows.count == 18)
    #expect(rows.rows.first?["prefecture"] == "省直")
    #expect(rows.rows.last?["prefecture"] == "滇中新区")
    #expect(
      rows.rows[16] == [
        "quarter": "2018Q3", "prefecture": "临沧", "english": "Lincang", "running": 17,
        "failingPublished": 5, "publishedRate": "70%", "computedRate": "71%", "findings": 5,
        "sites": 4, "units": 1, "complete": 0, "overdue": 0, "orderedOverdue": 0,
        "rechecked": 0, "passed": 0,
        "conflicts": 0, "concentration": "leading",
      ])
    #expect(rows.rows[0]["units"] == 2)
    #expect(rows.rows[0]["concentration"] == .null)
  }

  @Test func rowsAreChosenByConcentration() throws {
    let desk = try Desk()
    let units = try desk.json("units", "--where", "concentration=leading")
    #expect(units.column("unit") == ["昆明", "临沧"])
    let prefectures = try desk.json("prefectures", "--where", "concentration=集中")
    #expect(prefectures.column("prefecture") == ["昆明", "临沧"])
  }

  @Test func twentyFindingsAreNineteenSitesOfSevenUnits() throws {
    let desk = try Desk()
    let findings = try desk.json("findings")
    #expect(findings.column("id") == (1...20).map { .text("2018Q3-\($0)") })
    let sites = try desk.json("sites")
    #expect(sites.rows.count == 19)
    let gengma = sites.rows.first { $0["code"] == "5309260040" }
    #expect(gengma?["findings"] == ["2018Q3-17", "2018Q3-20"])
    #expect(gengma?["issues"] == ["score_fail", "text_errors"])
    #expect(try desk.json("units").rows.count == 7)
    let tags = findings.rows.reduce(0) { $0 + ($1["issues"]?.rows.count ?? 0) }
    #expect(tags == 21)
    #expect(try desk.json("findings", "--mentions").rows.count == 22)
    #expect(
      try desk.json("findings", "--mentions").rows[20] == [
        "quarter": "2018Q3", "id": nil, "row": nil, "printedRow": nil, "mention": 1,
        "prefecture": "昆明",
        "unit": nil, "code": nil, "printedCode": nil, "name": "昆明市商务局", "platform": nil,
        "text": "英文名称出现多个单词拼写错误",
        "issues": ["typo"], "kind": "deduction", "reported": nil, "fixed": nil, "accountable": nil,
        "state": nil, "due": nil, "daysLeft": nil, "lateness": nil, "modifiers": [],
        "measures": nil, "completion": nil, "responsible": nil, "assignee": nil,
      ])
  }

  @Test func checkPrintsTenRows() throws {
    let outcome = try Desk().run("check", "--format", "json")
    #expect(outcome.status == 2)
    let rows = try JSON(outcome.answer)
    #expect(
      rows.column("code") == [
        "rateMismatch", "duplicateSite", "codeLength", "codeLength", "notInAnnex", "notInAnnex",
        "impossibleFigure", "formerDivision", "formerDivision", "dueOnWeekend",
      ])
    #expect(
      rows.column("severity")
        == Array(repeating: "warning", count: 7) + Array(repeating: "note", count: 3))
    #expect(
      rows.rows.first?.fields
        == [
          "code", "computed", "id", "message", "published", "quarter", "severity", "verified",
          "verifiedBy", "verifiedOn", "where",
        ])
    #expect(rows.rows.first?["published"] == "70%")
    #expect(rows.rows.first?["computed"] == "71%")
  }

  @Test func quartersOfWhichOnlyTotalsAreKnown() throws {
    let desk = try Desk()
    let quarters = try desk.json("quarters")
    #expect(quarters.column("quarter") == ["2022Q3", "2020Q2", "2018Q3"])
    #expect(quarters.column("findings") == [.some(.null), .some(.null), 20])
    #expect(quarters.column("coverage") == ["headline", "headline", "full"])
    for command in ["prefectures", "sites", "findings", "issues", "units", "deadlines", "history"] {
      #expect(try desk.json(command, "--quarter", "2022Q3") == [])
    }
    let sentence = "Only the totals of Q3 2022 are known; there is nothing to list.\n"
    #expect(try desk.run("units", "--quarter", "2022Q3").answer == sentence)
    let overview = try desk.json("overview", "--quarter", "2022Q3")
    #expect(overview["running"] == 286)
    #expect(overview["findings"] == .some(.null))
    #expect(overview["units"] == .some(.null))
    #expect(overview["due"] == .some(.null))
  }
}
