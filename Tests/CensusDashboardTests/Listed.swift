import CensusCore
import CensusDashboard
import TerminalKit

extension Script {
  /// What lies in a panel's lines, without its frame, the cursor's mark and blanks around.
  func panel(_ lines: Range<Int>) -> [String] {
    let shown = frame.lines
    return lines.map { line in
      let kept = shown[line].filter { !"│▌▐▕─".contains($0) }
      let words = kept.split(separator: " ", omittingEmptySubsequences: true)
      return words.joined(separator: " ")
    }
  }

  /// The results of a search, headings among them.
  var found: [String] {
    panel(4..<(frame.size.rows - 8)).filter { !$0.isEmpty }
  }

  /// Does all work that waits between two keys.
  mutating func finishWork() {
    while state.hasWork { act(.work) }
  }

  /// Clicks a cell, once or twice.
  mutating func click(_ x: Int, _ y: Int, twice: Bool = false) {
    act(.mouse(Mouse(twice ? .doubleClick : .click, at: Point(x: x, y: y))))
  }
}
