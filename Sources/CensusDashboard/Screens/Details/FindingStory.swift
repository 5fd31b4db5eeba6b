import CensusCore
import TerminalKit

/// What has become of one finding: its re-checks by round, accountability, badges, detail lines.
struct FindingStory {
  let finding: FindingState
  let day: Day
  let language: Language
  let past: RepeatOffenders?

  /// One line for each thing there is to say; none for a finding of which nothing is recorded.
  var lines: [StyledText] {
    var lines: [StyledText] = []
    for entry in finding.rechecks {
      let verdict = Terms.verdict(entry.recheck.verdict)
      let reason = entry.recheck.reason.map { Terms.reason($0)[language] }
      let note = [reason, entry.recheck.note].compactMap(\.self).joined(separator: " ")
      let style: Style =
        switch entry.recheck.verdict {
        case .passed: .good
        case .failed: .bad.bold
        case .untestable: .caution
        }
      let round = Phrase("第\(entry.round)轮复查", "re-check \(entry.round)")
      lines.append(
        indent + StyledText("\(entry.on)  \(round[language])  ", .muted)
          + StyledText(verdict[language], style) + StyledText("  \(note)"))
    }
    if finding.accountability != .none {
      let label = Phrase("问责  ", "accountability  ")
      lines.append(
        indent + StyledText(label[language], .muted)
          + StyledText(Terms.accountability(finding.accountability)[language], .caution.bold))
    }
    let badges = finding.modifiers(on: day, past: past?.past(of: finding.finding.id)).filter {
      badge in
      switch badge {
      case .due, .overdue: false
      default: true
      }
    }
    if !badges.isEmpty {
      let words = badges.map { Terms.modifier($0)[language] }
      lines.append(indent + StyledText(words.joined(separator: "   "), .accent))
    }
    for line in finding.detail {
      let texts = [line.found, line.expected, line.page].map { $0 ?? "-" }
      let arrow = Phrase("应为", "should be")
      lines.append(
        indent + StyledText("“\(texts[0])” ", .text)
          + StyledText("\(arrow[language]) ", .muted) + StyledText("“\(texts[1])”  ", .text)
          + StyledText(texts[2], .muted))
    }
    return lines
  }

  private var indent: StyledText { StyledText("    ") }
}
