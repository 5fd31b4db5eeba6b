import CensusCore
import CensusDashboard
import CensusLists
import CensusTestSupport
import TerminalKit
import Testing

/// The lanes below a short list on a large screen are those of the overview.
@Suite struct BeneathSessions {
  /// The lines of the pane with the lanes: their text from the unit's name on.
  private func lanes(_ script: Script) -> [String] {
    let lines = script.frame.plainText.split(separator: "\n").map(String.init)
    guard let head = lines.firstIndex(where: { $0.contains("╭ 报送进度") }) else { return [] }
    return lines[(head + 2)...].prefix { !$0.contains("╰─") }.map { $0 }
  }

  private func script(_ view: View) throws -> Script {
    var script = try Script(.chinese, 200, 60, asOf: "2018-10-23", view: view)
    for part in [Part.paper, .electronic] {
      script.recordElsewhere(
        EventDraft(
          on: try #require(Day("2018-10-18")), quarter: ShippedStore.quarter,
          subject: .unit("临沧"), payload: .receipt(Receipt(part: part, signature: .principal))))
    }
    return script
  }

  @Test(arguments: [View.sites, .prefectures])
  func oneLaneAUnit(view: View) throws {
    let script = try script(view)
    let lines = lanes(script)
    #expect(lines.count == 7, "\(script.frame.plainText)")
    for line in lines {
      let hasReported = line.contains("临沧")
      #expect(line.contains("■") == hasReported, "\(line)")
      #expect(line.contains("逾期 3天") != hasReported, "\(line)")
      #expect(line.contains("已报齐") == hasReported, "\(line)")
    }
  }

  /// The lane of the unit whose row has the cursor is marked.
  @Test func theLaneFollowsTheCursor() throws {
    var script = try script(.sites)
    try script.press("/ lit:耿马 Enter")
    let marked = lanes(script).filter { $0.contains("▌") }
    #expect(marked.count == 1 && marked[0].contains("临沧"), "\(lanes(script))")
    // A category has no unit of its own.
    try script.press("4")
    #expect(lanes(script).count == 7 && !lanes(script).contains { $0.contains("▌") })
  }
}
