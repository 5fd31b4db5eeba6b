import CensusCommand
import CensusStore
import Testing

struct DemoTests {
  private static let size = [
    "--quarters", "2", "--prefectures", "5", "--findings", "12", "--events", "150",
    "--today", "2024-03-20",
  ]

  private func made(_ options: [String] = size) throws -> Desk {
    let desk = try Desk()
    desk.now = "2024-06-01T01:00:00Z"
    let outcome = try desk.run(["demo", "demo"] + options)
    #expect(
      outcome
        == .init(
          status: 0,
          answer: "made synthetic demonstration data: 2 quarters, 150 events; look at it with: "
            + "census overview --store demo\n", warnings: ""))
    desk.environment["CENSUS_STORE"] = "demo"
    return desk
  }

  @Test func itIsAStoreLikeAnyOther() throws {
    let desk = try made()
    #expect(try desk.json("quarters").rows.count == 2)
    #expect(try desk.json("findings").rows.count == 12)
    #expect(try desk.json("prefectures").rows.count == 5)
    let events = try desk.json("quarters").column("quarter").compactMap { $0?.string }
      .map { try desk.json("history", "--quarter", $0).rows }
    #expect(Set(events.joined().map { $0["id"] }).count == 150)
    #expect(try desk.run("check").warnings == "")
    // A conflict was settled, and something was taken back.
    #expect(try desk.json("overview")["conflicts"] == 0)
    let types = Set(events.joined().compactMap { $0["type"]?.string })
    #expect(types.isSuperset(of: ["receipt", "chase", "recheck", "retract", "resolve", "order"]))
    #expect(try desk.json("overview")["title"]?.string?.contains("演示") == true)
  }

  @Test func theSameSeedGivesTheSameStore() throws {
    let first = try made()
    let second = try made()
    let third = try made(Self.size + ["--seed", "2"])
    let answer = try first.run("history", "--format", "json").answer
    #expect(try second.run("history", "--format", "json").answer == answer)
    #expect(try third.run("history", "--format", "json").answer != answer)
  }

  /// The latest quarter is under way on the day given, and nothing was recorded after it.
  @Test(arguments: [
    ("2026-11-30", "2026Q3"), ("2026-12-25", "2026Q3"), ("2026-12-26", "2026Q4"),
    ("2024-01-02", "2023Q4"),
  ])
  func theLatestQuarterIsUnderWay(_ today: String, _ quarter: String) throws {
    let desk = try Desk()
    desk.now = "\(today)T05:00:00Z"
    try desk.does("demo demo --quarters 8 --events 300 --today \(today)")
    desk.environment["CENSUS_STORE"] = "demo"
    let quarters = try desk.json("quarters").column("quarter").compactMap { $0?.string }
    #expect(quarters.count == 8 && quarters.first == quarter)
    let days = try quarters.flatMap {
      try desk.json("history", "--quarter", $0).column("recordedAt").compactMap { $0?.string }
    }
    #expect(days.count >= 200)
    #expect(days.allSatisfy { $0.prefix(10) <= today })
    #expect(try desk.run("check").warnings == "")
  }

  @Test func onlyInAnEmptyFolderAndWithinBounds() throws {
    let desk = try Desk()
    #expect(try desk.run("demo", "store").status == 1)
    #expect(try desk.run("demo", "demo", "--quarters", "0").status == 64)
    #expect(try desk.run("demo", "demo", "--prefectures", "91").status == 64)
  }
}
