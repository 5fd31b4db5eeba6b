import Testing

/// What sites do outside the days of a notice, and after a finding was closed.
struct AvailabilityStoryTests {
  private func run(_ desk: Desk, _ lines: [String]) throws {
    for line in lines {
      let outcome = try desk.run(line.split(separator: " ").map(String.init))
      #expect(outcome.status == 0, "\(line): \(outcome.warnings)")
    }
  }

  /// A spell that ended before the notice fails none of what the notice names.
  @Test func darknessBeforeTheNotice() throws {
    let desk = try Desk()
    try run(
      desk,
      [
        "availability 5301000067 --status dark --on 2018-09-01 --note 补记",
        "availability 5301000067 --status operating --on 2018-09-10 --note 补记",
      ])
    #expect(try desk.json("findings", "--search", "5301000067").column("state") == ["outstanding"])
    // What was still dark on the day of issue has failed, and coming back does not undo that.
    try run(desk, ["availability 5301000045 --status dark --on 2018-09-20 --note 补记"])
    try run(desk, ["availability 5301000045 --status operating --on 2018-10-01"])
    #expect(
      try desk.json("findings", "--search", "5301000045").column("state") == ["recheckFailed"])
  }

  /// Why a unit is to be considered has the day on which its site was seen dark, also once it is back.
  @Test func theGroundOfDarknessHasItsDay() throws {
    let desk = try Desk()
    try run(
      desk,
      [
        "availability 5301000045 --status dark --on 2018-10-01",
        "availability 5301000045 --status operating --on 2018-10-05",
      ])
    #expect(
      try desk.run("show", "昆明", "--lang", "zh").answer
        .contains("第7行 昆明市教育局网站（错字漏字）：2018-10-01发现擅自下线"))
  }

  /// A finding that was closed by a retirement stays closed when the site is back.
  @Test func aRetirementClosesForGood() throws {
    let desk = try Desk()
    try run(
      desk,
      [
        "availability 5301260001 --status retired --filed --reference 9 --on 2018-10-01",
        "receive 昆明 --part both --on 2018-10-10",
        "availability 5301260001 --status operating --on 2018-10-15",
      ])
    #expect(
      try desk.json("findings", "--search", "5301260001").column("state") == ["closedRetired"])
    #expect(try desk.run("recheck", "2018Q3-3", "--failed", "--on", "2018-10-18").status == 1)
    // One that was back before the report came was never closed.
    let other = try Desk()
    try run(
      other,
      [
        "availability 5301260001 --status retired --filed --reference 9 --on 2018-10-01",
        "availability 5301260001 --status operating --on 2018-10-05",
        "receive 昆明 --part both --on 2018-10-10",
      ])
    #expect(
      try other.json("findings", "--search", "5301260001").column("state") == ["awaitingRecheck"])
  }

  /// The run sheet says why a finding stands as it does, and nothing of an earlier re-check.
  @Test func theRunSheetSaysDark() throws {
    let desk = try Desk()
    try run(
      desk,
      [
        "availability 5301000011 --status dark --on 2018-10-14",
        "recheck 2018Q3-5 --untestable other --on 2018-10-15",
      ])
    let row = try #require(desk.json("rechecks", "--where", "row=5").rows.first)
    #expect(row["verdict"] == "failed" && row["reason"] == "dark" && row["on"] == "2018-10-14")
    #expect(row["round"] == .null)
    #expect(try desk.run("rechecks", "--where", "row=5", "--lang", "zh").answer.contains("擅自下线"))
  }

  /// A measure whose opening was taken back counts for nothing until there is one again.
  @Test func aMeasureNeedsItsOpening() throws {
    let desk = try Desk()
    try run(
      desk,
      [
        "recheck 2018Q3-17 --failed --on 2018-10-15",
        "account 临沧 --stage opened --approved-by 省长 --on 2018-10-16",
        "account 临沧 --stage measure --measure interview --on 2018-10-17",
      ])
    guard
      case .text(let opening) = try desk.json("history", "--type", "accountability")
        .column("id").last
    else {
      Issue.record("there is no opening")
      return
    }
    try run(desk, ["retract \(opening) --reason 误"])
    #expect(try desk.json("findings", "--search", "2018Q3-17").column("state") == ["recheckFailed"])
    #expect(try desk.run("account", "临沧", "--stage", "concluded").status == 1)
    try run(desk, ["account 临沧 --stage opened --approved-by 省长 --on 2018-10-16"])
    #expect(try desk.json("findings", "--search", "2018Q3-17").column("state") == ["escalated"])
  }

  /// A day of another year has its year.
  @Test func theNextYear() throws {
    let desk = try Desk()
    try run(desk, ["extend 临沧 --until 2019-03-01 --authority 省府办 --reason 机构改革 --on 2018-10-10"])
    #expect(try desk.run("units", "--prefecture", "临沧").answer.contains("2019-02-1"))
  }
}
