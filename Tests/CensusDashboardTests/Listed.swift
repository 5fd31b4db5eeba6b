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
    panel(4..<preview.lowerBound).filter { !$0.isEmpty }
  }

  /// The lines of what is said on the result under the cursor.
  var preview: Range<Int> {
    let lines = frame.lines
    let rule = lines.indices.dropFirst(4).first { line in
      lines[line].drop { $0 == " " }.hasPrefix("│ ───")
    }
    let end = lines.indices.dropFirst(4).first { line in
      lines[line].drop { $0 == " " }.hasPrefix("╰")
    }
    guard let rule, let end else { return lines.count..<lines.count }
    return rule + 1..<end
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
