import CensusCore
import CensusLists
import TerminalKit

/// What has become of one finding: its re-checks by round, accountability, badges, what
/// its unit says that it does, detail lines.
struct FindingStory {
  let finding: FindingState
  let state: State

  /// One line for each thing there is to say; none for a finding of which nothing is recorded.
  var lines: [StyledText] {
    let sheet = state.facts(of: .finding(finding.finding.id))
    let isHeld = finding.accountability != .none
    let facts = [
      isHeld ? sheet?.line(["accountable"], isTitled: true) : nil, sheet?.line(["modifiers"]),
      finding.remedy == nil
        ? nil : sheet?.line(["measures", "completion", "responsible"], isTitled: true),
    ].compactMap(\.self).filter { !$0.spans.isEmpty }
    return (rechecks + facts + detail).map { StyledText("    ") + $0 }
  }

  private var rechecks: [StyledText] {
    let roll = RecheckEntry.roll(finding.rechecks)
    return roll.rows.map { entry in
      let said = ["on", "round", "verdict", "reason", "note"].compactMap { roll[$0] }
        .map { $0.said(entry, state.manner) }.filter { !$0.isEmpty }
      return said.dropFirst().reduce(said.first.map { StyledText($0) } ?? "") {
        $0 + "  " + StyledText($1)
      }
    }
  }

  /// “原文” 应为 “…”  页面.
  private var detail: [StyledText] {
    let roll = Detail.Line.roll(finding.detail)
    return roll.rows.map { line in
      let text = { (id: String) in roll[id]?.words(line, state.manner).text ?? "" }
      let arrow = roll["expected"]?.title ?? .empty
      return StyledText("“\(text("found"))” ") + StyledText(arrow[state.language] + " ", .muted)
        + StyledText("“\(text("expected"))”  ") + StyledText(text("page"), .muted)
    }
  }
}
