import CensusCore
import CensusDashboard
import CensusStore
import CensusTestSupport
import TerminalKit
import Testing

/// Two years and a half: eight quarters that were made up, two more whose notices are taken in, and
/// what a supervisor does meanwhile.
struct StoryOfTwoYears {
  /// A notice that names some sites of the one before again.
  private static func notice(_ period: String, due: String, issued: String, _ rows: [String])
    -> String
  {
    """
    关于\(period)政府网站普查情况的通报
    请有关单位于\(due)前报送整改情况。
    \(issued)

    附件2 不合格网站
    序号\t州、市/部门\t网站名称\t网站标识码\t存在问题
    \(rows.joined(separator: "\n"))

    """
  }

  /// Some sites of a quarter as rows of the next notice.
  private func rows(of quarter: String, _ office: Office, _ chance: inout SplitMix64) throws
    -> [String]
  {
    let list = ["findings", "--quarter", quarter]
    let names = try office.column("name", list)
    let codes = try office.column("code", list)
    let prefectures = try office.column("prefecture", list)
    let chosen = names.indices.filter { _ in Bool.random(using: &chance) }
    return chosen.enumerated().map { number, index in
      "\(number + 1)\t\(prefectures[index])\t\(names[index])\t\(codes[index])\t错字漏字"
    }
  }

  /// What is owed by each period's own lists is what the worklist has, in both programs.
  private func check(_ office: Office, after what: String) throws {
    let (listed, owed) = (try office.listedAsOwed(), try office.owed())
    #expect(
      Set(listed) == owed,
      "\(office.day), after \(what): \(Set(listed).symmetricDifference(owed).sorted())")
    #expect(listed.count == owed.count, "\(office.day), after \(what)")
    var screen = try office.screen(.overview)
    try screen.press("W")
    while screen.state.hasWork { screen.act(.work) }
    #expect(screen.rows == listed, "\(office.day), after \(what)")
  }

  /// Acts on what the worklist offers, whichever period it is of.
  private func work(_ office: Office, _ chance: inout SplitMix64) throws {
    for _ in 0..<4 {
      guard let row = try office.listedAsOwed().randomElement(using: &chance) else { return }
      let (quarter, unit) = (String(row.prefix(6)), String(row.dropFirst(7)))
      let of = ["--quarter", quarter, "--on", office.day]
      let ids = try office.column(
        "id", ["findings", "--quarter", quarter, "--where", "unit=\(unit)"])
      guard let id = ids.randomElement(using: &chance) else { continue }
      let acts = [
        ["receive", unit, "--part", "both"], ["receive", unit, "--part", "paper"], ["chase", unit],
        ["recheck"] + ids + ["--passed"], ["recheck", id, "--failed"],
        ["order", id, "--until", office.day], ["void", id, "--reason", "误列"],
        ["waive", unit, "--authority", "省政府办公厅", "--reason", "机构撤并"], ["undo"],
      ]
      let act = try #require(acts.randomElement(using: &chance))
      // Some are refused, as they should be.
      _ = try office.run(act + (act == ["undo"] ? [] : of))
    }
  }

  @Test(arguments: [11] as [UInt64])
  func nothingOwedFallsOutOfSight(_ seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    let folder = InMemoryFileSystem()
    let size = Demo.Size(
      quarters: 8, prefectures: 6, findings: 5, events: 50, seed: seed, today: Day("2018-11-20"))
    try Store.initialise(folder, with: Demo(size))
    let office = Office("two years", folder, on: "2018-11-20")
    try check(office, after: "the start")
    let before = try office.owed()
    let periods = try office.column("quarter", ["quarters"])
    #expect(periods.count == 8 && periods.max() == "2018Q3")
    for (period, issued, due, next) in [
      ("2018年四季度", "2018年12月28日", "2019年2月15日", "2019-01-10"),
      ("2019年一季度", "2019年3月29日", "2019年4月30日", "2019-05-20"),
    ] {
      try work(office, &chance)
      try check(office, after: "work before \(period)")
      let newest = try #require(office.column("quarter", ["quarters"]).max())
      let rows = try rows(of: newest, office, &chance)
      office.day = next
      var screen = try office.screen(.overview)
      screen.act(.pasted(Self.notice(period, due: due, issued: issued, rows)))
      try screen.press("Enter w Enter")
      #expect(screen.state.projection.findings.count == rows.count, "\(screen.frame.plainText)")
      try check(office, after: "taking \(period) in")
      try work(office, &chance)
      try check(office, after: "work on \(period)")
    }
    #expect(try office.column("quarter", ["quarters"]).count == 10)
    // What was left open at the start and not done since is there still.
    #expect(try !office.owed().isDisjoint(with: before))
  }
}
