import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// What a supervisor does every day, and how many keys it takes; the page of pictures in the
/// documentation states these numbers.
@Suite struct JourneySessions {
  /// Presses the keys of a journey, and says how many they are.
  private func press(_ keys: String, _ script: inout Script) throws -> Int {
    let count = try #require(Key.parse(script: keys)).count
    try script.press(keys)
    return count
  }

  /// Three reports arrive, of three units one below the other.
  @Test func threeReportsArrive() throws {
    var script = try Script()
    #expect(try press("b Down b Down b", &script) == 5)
    #expect(script.state.snapshot.overview.complete == 3)
  }

  /// One of them with its incoming number.
  @Test func aReportArrivesWithItsNumber() throws {
    var script = try Script()
    #expect(try press("b # lit:118 Enter", &script) == 6)
    let receipts = script.state.projection.history.filter { !$0.isRetracted }.compactMap { entry in
      if case .receipt(let receipt) = entry.event.payload { receipt.incoming } else { nil }
    }
    #expect(receipts == ["118", "118"])
  }

  /// How many are missing: the overview says it before any key, and `y b` takes the sentence along.
  @Test func theLeaderAsksHowManyAreMissing() throws {
    var script = try Script(asOf: "2018-10-23")
    #expect(script.frame.plainText.contains("未报齐7家"))
    #expect(try press("y b", &script) == 2)
    #expect(script.effects.last == .copy(script.state.snapshot.brief.chinese))
  }

  /// A telephone call, what was answered, and by when it is promised.
  @Test func aCallItsAnswerAndAPromise() throws {
    var script = try Script(asOf: "2018-10-23")
    #expect(try press("c Tab lit:已寄出 Tab lit:24 Enter", &script) == 9)
    let unit = try #require(script.state.projection.history.first?.unit)
    let chases = script.state.projection.obligation(of: unit)?.chases
    #expect(chases?.count == 1 && chases?.promised == Day("2018-10-24"))
  }

  /// The re-check of nineteen sites, one of which fails: all pass, one verdict is put in its place.
  @Test func nineteenSitesAreRechecked() throws {
    var script = try Script(asOf: "2018-11-05")
    #expect(try press("6 * + Down Down - w", &script) == 7)
    let overview = script.state.snapshot.overview
    #expect(overview.failedSites == 1)
    #expect(script.state.projection.findings.count { $0.recheck == .passed } == 19)
  }

  /// Everything about 耿马 by the first letters of its name.
  @Test func everythingAboutOneSite() throws {
    var script = try Script()
    #expect(try press("F3 lit:gm Enter", &script) == 4)
    #expect(script.state.place == .site(SiteCode("5309260040")))
  }

  /// What changed since yesterday: the overview says how much and what; a key shows all of it.
  @Test func whatChangedSinceYesterday() throws {
    var script = try Script(.chinese, 120, 36, asOf: "2018-10-23")
    try script.press("b 1")
    #expect(script.frame.plainText.contains("昨天以来2条"))
    #expect(try press("9", &script) == 1)
    #expect(script.frame.plainText.contains("今天"))
  }
}
