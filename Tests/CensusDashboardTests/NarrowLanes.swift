import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// Lanes that do not find room for every day.
@Suite struct NarrowLanes {
  private func draft(_ payload: CensusCore.Event.Payload, on day: String) throws -> EventDraft {
    EventDraft(
      on: try #require(Day(day)), quarter: ShippedStore.quarter, round: 1, subject: .unit("昆明"),
      payload: payload)
  }

  /// Days on which nothing was are left out first: what came in between is seen, and where there are days
  /// left out is a sign.
  @Test func whatStandsOnADayIsLeftOutLast() throws {
    var script = try Script(.chinese, 80, 24, asOf: "2018-11-20")
    let lane = { (script: Script) -> String in
      script.frame.lines.first { $0.contains("昆明") && $0.contains("≈") } ?? ""
    }
    #expect(!lane(script).contains("■"))
    for part in Part.allCases {
      script.recordElsewhere(
        try draft(.receipt(Receipt(part: part, signature: .principal)), on: "2018-10-31"))
    }
    #expect(lane(script).contains("│━━≈■≈··  ·┃···"), "\(lane(script))")
  }
}
