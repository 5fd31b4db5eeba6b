import CensusCore
import CensusDashboard
import CensusLists
import CensusTestSupport
import Testing

/// What is owed over all periods, in both programs: nothing owed ever falls out of sight.
struct WorklistLaws {
  /// Each unit and row that any quarter's own lists call unfinished stands in the worklist.
  @Test func nothingOwedIsOutOfSight() throws {
    for office in try Office.all() {
      let rows = Set(
        zip(
          try office.column("quarter", ["worklist"]), try office.column("unit", ["worklist"])
        ).map { "\($0) \($1)" })
      var owed: Set<String> = []
      for quarter in try office.column("quarter", ["quarters"]) {
        let units = try office.column("unit", ["units", "--quarter", quarter])
        let states = try office.column("submission", ["units", "--quarter", quarter])
        for (unit, state) in zip(units, states)
        where !["complete", "waived", "void"].contains(state) { owed.insert("\(quarter) \(unit)") }
        let findings = try office.column("unit", ["findings", "--quarter", quarter])
        let standing = try office.column("state", ["findings", "--quarter", quarter])
        for (unit, state) in zip(findings, standing)
        where !["closed", "closedRetired", "void"].contains(state) {
          owed.insert("\(quarter) \(unit)")
        }
      }
      #expect(rows == owed, "\(office.name): \(rows.symmetricDifference(owed))")
      #expect(owed.count > 4)
    }
  }

  /// The screen has the command's rows in the command's order, and Enter goes to each of them.
  @Test func theScreenIsTheCommand() throws {
    for office in try Office.all() {
      var screen = try office.screen(.overview)
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
}
