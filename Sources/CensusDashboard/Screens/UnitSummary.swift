import CensusCore
import TerminalKit

/// A few sentences on one unit: what it owes, what arrived, what is next.
struct UnitSummary {
  let obligation: Obligation
  let state: State

  func draw(in area: Rect, on grid: inout Grid) {
    grid.fill(area.row(0), with: grid.alphabet.horizontal, .muted)
    let width = max(1, area.width - 3)
    let title = StyledText(" \(obligation.unit.name[state.language]) ", .accent.bold)
    grid.write(title, at: Point(x: area.x + 1, y: area.y), clip: area)
    var y = area.y + 1
    for sentence in sentences {
      for line in grid.alphabet.wrapped(sentence[state.language], to: width) where y < area.endY {
        grid.write(line, at: Point(x: area.x + 2, y: y), .text, clip: area)
        y += 1
      }
    }
  }

  /// What there is to say, the most telling first.
  var sentences: [Phrase] {
    [coverage, parts, laterReceipts].compactMap(\.self)
  }

  private var coverage: Phrase {
    let findings = obligation.findings
    let sites = Projection.sites(of: findings)
    let twice = sites.filter { $0.findings.count > 1 }
    let note = twice.map {
      Phrase(
        "\($0.name)\($0.findings.count)条", "\($0.findings.count) rows of \($0.name)")
    }
    let extra =
      note.isEmpty
      ? Phrase("", "")
      : Phrase(
        "（\(note.map(\.chinese).joined(separator: "、"))）",
        " (\(note.map(\.english).joined(separator: ", ")))")
    let sitesText = Labels.siteCount(sites.count)
    let findingsText = Labels.findingCount(findings.count)
    return Phrase(
      "\(sitesText.chinese)、\(findingsText.chinese)\(extra.chinese)。",
      "\(sitesText.english), \(findingsText.english)\(extra.english).")
  }

  private var parts: Phrase {
    let paper = sentence(.paper, obligation.paper)
    let electronic = sentence(.electronic, obligation.electronic)
    return Phrase(
      "\(paper.chinese)；\(electronic.chinese)。", "\(paper.english); \(electronic.english).")
  }

  private func sentence(_ part: Part, _ summary: Obligation.PartSummary) -> Phrase {
    let name = Terms.part(part)
    switch summary {
    case .missing: return Phrase("\(name.chinese)未到", "\(name.english) missing")
    case .toReturn(let day):
      return Phrase(
        "\(name.chinese)\(day.monthAndDay)到，不合要求，待退回",
        "\(name.english) arrived \(day.monthAndDay), defective, to be returned")
    case .returned(let day):
      return Phrase(
        "\(name.chinese)\(day.monthAndDay)到，已退回",
        "\(name.english) of \(day.monthAndDay) was returned")
    case .some(let count, let all):
      let rows = obligation.findings.filter { $0[part].validOn == nil }.map {
        String($0.finding.id.row)
      }
      return Phrase(
        "\(name.chinese)只涵盖\(count)/\(all)条，第\(rows.joined(separator: "、"))行未涵盖",
        "\(name.english) covers \(count) of \(all), not row \(rows.joined(separator: ", "))")
    case .valid(let day):
      let late = obligation.deadline?.daysLate(on: day) ?? 0
      return Phrase(
        "\(name.chinese)\(day.monthAndDay)到，\(late == 0 ? "按时" : "迟报\(late)天")",
        "\(name.english) arrived \(day.monthAndDay), \(Terms.daysLate(late).english)")
    }
  }

  private var laterReceipts: Phrase? {
    guard obligation.isRecordedLater else { return nil }
    return Phrase(
      "补录：按时收到的材料在期限之后才登记。",
      "Recorded later: what arrived in time was recorded after the deadline.")
  }
}
