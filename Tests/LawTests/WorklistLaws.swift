import CensusCore
import CensusDashboard
import CensusLists
import CensusTestSupport
import TerminalKit
import Testing

/// What is owed over all periods, in both programs: nothing owed ever falls out of sight.
struct WorklistLaws {
  /// Each unit and row that any quarter's own lists call unfinished stands in the worklist.
  @Test func nothingOwedIsOutOfSight() throws {
    for office in try Office.all() {
      let (rows, owed) = (Set(try office.listedAsOwed()), try office.owed())
      #expect(rows == owed, "\(office.name): \(rows.symmetricDifference(owed))")
      #expect(owed.count > 4)
    }
  }

  /// The screen has the command's rows in the command's order, and Enter goes to each of them.
  @Test func theScreenIsTheCommand() throws {
    for office in try Office.all() {
      var screen = try office.screen(.overview)
      let earlier = try office.column("quarter", ["worklist"]).count {
        $0 < screen.state.projection.quarter.description
      }
      #expect(
        screen.frame.plainText.contains("往期待办\(earlier)项（W 查看）") == (earlier > 0), "\(earlier)")
      try screen.press("W")
      #expect(screen.state.place == .worklist)
      let printed = zip(
        try office.column("quarter", ["worklist"]), try office.column("unit", ["worklist"])
      ).map { "\($0) \($1)" }
      #expect(screen.rows == printed, "\(office.name)")
      let others = printed.indices.filter {
        !printed[$0].hasPrefix(screen.state.projection.quarter.description)
      }
      guard let other = others.first else { continue }
      for _ in 0..<other { try screen.press("Down") }
      // Nothing is recorded of a quarter that is not on screen.
      try screen.press("p")
      #expect(screen.state.overlay == nil)
      #expect(screen.state.talk.message?.text.chinese.hasSuffix("先按 Enter 到该期，再登记") == true)
      try screen.press("Enter")
      let (quarter, place) = (screen.state.projection.quarter, screen.state.place)
      guard case .unit(let unit) = place else {
        Issue.record("\(office.name): Enter leads to \(place)")
        continue
      }
      #expect("\(quarter) \(unit)" == printed[other])
      while screen.state.hasWork { screen.act(.work) }
      try screen.press("Escape")
      #expect(screen.state.place == .worklist)
      #expect(screen.rows == printed)
    }
  }

  /// What others record in another period shows by itself: nobody has to ask for it.
  @Test func othersRecordElsewhere() throws {
    let office = try #require(Office.all().first)
    var screen = try office.screen(.overview)
    try screen.press("W")
    while screen.state.hasWork { screen.act(.work) }
    let shown = screen.state.projection.quarter.description
    let quarters = try office.column("quarter", ["quarters"])
    let other = try #require(
      office.column("quarter", ["worklist"]).first { $0 != shown }
        ?? quarters.first { $0 != shown })
    let unit = try office.column("unit", ["units", "--quarter", other]).first ?? other
    let said = try office.run(
      ["note", unit, "请报结果", "--kind", "instruction", "--due", office.day, "--quarter", other])
    #expect(said.status == 0, "\(said.warnings)")
    let rows = try office.listedAsOwed()
    #expect(screen.rows.count == rows.count - 1)
    for _ in quarters {
      screen.act(.tick)
      while screen.state.hasWork { screen.act(.work) }
    }
    #expect(screen.rows.count == rows.count, "\(office.name)")
    #expect(shows(screen, "请报结果"))
    #expect(screen.state.place == .worklist)
  }

  /// A notice that somebody else takes back is withdrawn on the screen, and nothing is damaged.
  @Test func othersWithdrawTheNotice() throws {
    let office = Office("shipped", try ShippedStore.copy(), on: "2019-01-05")
    var screen = try office.screen(.overview)
    screen.act(
      .pasted(
        "云南省关于2018年四季度全省政府网站普查情况的通报\n请于1月31日前报送整改情况。\n2018年12月28日\n\n附件2 不合格网站\n序号\t州、市/部门\t网站名称\t网站标识码\t存在问题\n1\t昆明\t甲网\t5301000901\t错字漏字\n"
      ))
    try screen.press("Enter w Enter")
    #expect(screen.state.projection.quarter.description == "2018Q4", "\(screen.frame.plainText)")
    #expect(try office.run(["withdraw", "2018Q4", "--reason", "误载"]).status == 0)
    screen.act(.tick)
    #expect(shows(screen, "2018年四季度的通报已撤回（误载）"), "\(screen.frame.plainText)")
    #expect(!shows(screen, "备份"))
  }

  private func shows(_ screen: Screen, _ text: String) -> Bool {
    screen.frame.plainText.contains(text)
  }

  /// Beside the period before stand the command's rows, in its order, with its sentences below, at every
  /// size and in both languages.
  @Test(arguments: Language.allCases, [(80, 24), (120, 36), (200, 60)])
  func theComparisonIsTheCommand(_ language: Language, _ size: (Int, Int)) throws {
    for office in try Office.all() {
      var screen = try office.screen(.overview, language, size.0, size.1)
      try screen.press("V")
      #expect(screen.state.place == .comparison)
      let command = try office.run(["compare", "--lang", language.rawValue], language)
      guard command.status == 0 else {
        #expect(screen.rows.isEmpty)
        let none = Phrase("此前没有逐站结果可以对比。", "No period before has findings to compare with.")
        #expect(screen.frame.plainText.contains(none[language]))
        continue
      }
      let codes = try office.column("code", ["compare"])
      #expect(screen.rows == codes)
      #expect(codes.count > 20)
      let first = try #require(command.answer.split(separator: "\n").last { $0.contains("2023") })
      let shown = screen.frame.plainText.filter { !$0.isWhitespace }
      #expect(shown.contains(first.prefix(12).filter { !$0.isWhitespace }), "\(first)")
      // What is not listed any more has no page here; what is has one.
      let change = try office.column("change", ["compare"])
      let gone = try #require(change.firstIndex(of: "noLongerFailing"))
      for _ in 0..<gone { try screen.press("Down") }
      try screen.press("Enter")
      #expect(screen.state.place == .comparison)
      try screen.press("g Enter")
      #expect(screen.state.place != .comparison)
    }
  }
}

extension Office {
  /// The rows of the worklist about units: the period and the unit.
  func listedAsOwed() throws -> [String] {
    try zip(column("quarter", ["worklist"]), column("unit", ["worklist"])).map { "\($0) \($1)" }
  }

  /// The same by the lists of each period.
  func owed() throws -> Set<String> {
    var owed: Set<String> = []
    for quarter in try column("quarter", ["quarters"]) {
      let units = try column("unit", ["units", "--quarter", quarter])
      let states = try column("submission", ["units", "--quarter", quarter])
      for (unit, state) in zip(units, states)
      where !["complete", "waived", "void"].contains(state) { owed.insert("\(quarter) \(unit)") }
      let findings = try column("unit", ["findings", "--quarter", quarter])
      let standing = try column("state", ["findings", "--quarter", quarter])
      for (unit, state) in zip(findings, standing)
      where !["closed", "closedRetired", "void"].contains(state) {
        owed.insert("\(quarter) \(unit)")
      }
    }
    return owed
  }
}
