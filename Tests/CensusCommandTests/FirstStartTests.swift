import CensusCommand
import CensusCore
import CensusStore
import Testing

/// What a person is told who has just installed the programs.
struct FirstStartTests {
  /// A person without a store, who named none.
  private func newcomer() throws -> Desk {
    let desk = try Desk()
    desk.environment = ["HOME": "/h", "CENSUS_LANG": "en", "CENSUS_ACTOR": "li"]
    return desk
  }

  @Test func theSentenceHasTheCommandsThatMakeAStore() throws {
    let desk = try newcomer()
    let outcome = try desk.run("overview")
    #expect(outcome.status == 1)
    #expect(
      outcome.warnings
        == "census: there is no store yet, neither ./data nor “/h/.local/share/site-census” has a "
        + "store.json; make an empty one: census init /h/.local/share/site-census; or name the "
        + "one that you have with --store.\n")
    desk.environment["CENSUS_LANG"] = "zh"
    #expect(
      try desk.run("overview").warnings
        == "census: 还没有数据：./data 和“/h/.local/share/site-census”里都没有 store.json；"
        + "用 census init /h/.local/share/site-census 新建；已有数据的，用 --store 指定目录。\n")
  }

  @Test func theNoticeThatShipsIsOfferedWhereItWasInstalledAndTheCommandWorks() throws {
    let desk = try newcomer()
    desk.example = "store"
    let place = "/h/.local/share/site-census"
    let command = "init \(place) --from store"
    #expect(try desk.run("units").warnings.contains("the notice that ships: census \(command);"))
    try desk.does(command)
    #expect(try desk.does("overview").contains("2018"))
  }

  @Test func aStoreThatWasNamedIsNotReplacedByAnother() throws {
    let desk = try newcomer()
    desk.example = "store"
    let sentence =
      "census: there is no store in “nowhere” (no store.json); name one with --store, or make one with "
      + "census init.\n"
    #expect(try desk.run("overview", "--store", "nowhere").warnings == sentence)
    desk.environment["CENSUS_STORE"] = "nowhere"
    #expect(try desk.run("overview").warnings == sentence)
  }

  @Test func aCallThatTheSystemDoesNotTellIsNoCallForHelp() throws {
    var world = World(
      now: try #require(Instant("2018-10-19T01:00:00Z")), environment: [:], login: "li",
      output: .other,
      openFolder: { _, _ throws(FileError) in throw FileError(.open, "", .missing) },
      randomHex: { String(repeating: "a", count: 32) })
    #expect(execute(bytes: nil, in: &world) == 1)
    #expect(world.answer == "")
    #expect(world.warnings.contains("/proc is not mounted"))
    #expect(execute(bytes: [], in: &world) == 0)
  }
}
