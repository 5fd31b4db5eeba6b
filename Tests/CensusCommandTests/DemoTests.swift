import CensusCommand
import CensusStore
import Testing

struct DemoTests {
  private static let size = [
    "--quarters", "2", "--prefectures", "5", "--findings", "12", "--events", "150",
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

  @Test func onlyInAnEmptyFolderAndWithinBounds() throws {
    let desk = try Desk()
    #expect(try desk.run("demo", "store").status == 1)
    #expect(try desk.run("demo", "demo", "--quarters", "0").status == 64)
    #expect(try desk.run("demo", "demo", "--prefectures", "91").status == 64)
  }
}
