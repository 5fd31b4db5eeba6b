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
