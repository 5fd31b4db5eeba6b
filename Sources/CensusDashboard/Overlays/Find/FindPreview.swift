import CensusCore
import TerminalKit

/// A few lines on what is under the cursor: what is wrong, the deadline, how it stands.
struct FindPreview {
  let entry: FindEntry
  /// Why its command would do nothing.
  let obstacle: Phrase?
  let state: State

  private var language: Language { state.language }

  var lines: [StyledText] {
    guard let quarter = entry.quarter else { return commandLines }
    guard quarter == state.projection.quarter else {
      return [
        StyledText(entry.name[language], .text.bold) + StyledText("   \(quarter.name[language])"),
        StyledText(elsewhere(quarter)),
        StyledText(
          Phrase("Enter 换到\(quarter.name.chinese)查看", "Enter goes to \(quarter.name.english)")[
            language], .accent),
      ]
    }
    switch entry.target {
    case .prefecture(let id): return prefecture(id)
    case .unit(let id):
      guard let obligation = state.projection.obligation(of: id) else { return [title] }
      return [title + due(obligation.deadline)]
        + UnitSummary(obligation: obligation).sentences.map {
          StyledText($0[language])
        }
    case .site(let code): return state.projection.site(code).map(site) ?? [title]
    case .finding(let id, let code):
      guard let finding = state.projection.finding(id) else { return [title] }
      return [title + due(finding.deadline), wording(of: finding)]
        + FindingStory(
          finding: finding, day: state.projection.asOf, language: language,
          past: state.snapshot.past
        ).lines
        + [StyledText(code.text, .muted)]
    case .category(let id): return category(id)
    case .command, .verb, .named: return commandLines
    }
  }

  /// What the notice of another quarter says of it.
  private func elsewhere(_ quarter: Quarter) -> String {
    let note = entry.note[language]
    guard case .site(let code) = entry.target, let inspection = state.archive.inspections[quarter]
    else { return note }
    let texts = inspection.findings.filter { $0.code == code }.map { finding in
      Phrase(
        "第\(finding.id.row)行 \(finding.text)", "row \(finding.id.row) \(finding.text)")[language]
    }
    return ([note] + texts).joined(separator: "   ")
  }

  private var title: StyledText { StyledText(entry.name[language], .text.bold) }

  private func due(_ deadline: Deadline?) -> StyledText {
    guard let deadline else { return "" }
    let day = Terms.dated(deadline.day)
    return StyledText(
      Phrase("   报送期限 \(day.chinese)", "   due \(day.english)")[language], .muted)
  }

  private func issue(_ finding: FindingState) -> StyledText {
    let row = finding.finding.id.row
    return StyledText(Phrase("第\(row)行  ", "row \(row)  ")[language], .muted)
      + wording(of: finding)
  }

  /// What is wrong, as printed, and how it stands.
  private func wording(of finding: FindingState) -> StyledText {
    let isOverdue = finding.isOverdue(on: state.projection.asOf)
    return StyledText(finding.finding.text + "   ")
      + StyledText(
        Terms.headline(finding.headline)[language],
        Styles.headline(finding.headline, isOverdue: isOverdue))
  }

  private func site(_ site: SiteState) -> [StyledText] {
    let projection = state.projection
    let unit = Terms.unit(site.unit, in: projection)
    let left = site.daysLeft(on: projection.asOf)
    var lines = [
      title + due(site.deadline)
        + (left == nil ? "" : StyledText("   ") + Cells.daysLeft(left, language))
    ]
    lines += site.findings.map(issue)
    lines.append(
      StyledText(
        Phrase("责任单位 \(unit.chinese)", "unit \(unit.english)")[language] + "   ", .muted)
        + StyledText(site.code.text, .muted))
    return lines
  }

  private func prefecture(_ id: String) -> [StyledText] {
    guard let row = state.snapshot.prefectures.first(where: { $0.prefecture.id == id }) else {
      return [title, StyledText(entry.note[language])]
    }
    let day = state.projection.asOf
    let counts = Labels.rowsAndSites(row.findings.count, row.sites.count)
    let units = row.obligations.map { obligation in
      StyledText(obligation.unit.name[language] + "   ", .muted)
        + Cells.submission(obligation, on: day, language) + "   "
        + Cells.time(obligation, on: day, language)
    }
    return [title, StyledText("\(entry.note[language])   \(counts[language])")] + units
  }

  private func category(_ id: String) -> [StyledText] {
    guard let category = state.snapshot.categories.first(where: { $0.category.id == id }) else {
      return [title]
    }
    let sites = Set(category.findings.map(\.site)).count
    let counts = Labels.rowsAndSites(category.findings.count, sites)
    let open = Phrase("未办结\(category.openCount)条", "\(category.openCount) open")
    return [
      title + StyledText("   \(entry.note[language])", .accent),
      StyledText("\(counts[language])   \(open[language])"),
      StyledText(
        category.findings.prefix(20).map(\.finding.siteName).joined(separator: "、"), .muted),
    ]
  }

  /// What a command does, and why it cannot be run here.
  private var commandLines: [StyledText] {
    var lines = [title + StyledText("   ") + StyledText(keyNames, .accent.bold)]
    lines.append(StyledText(entry.note[language]))
    if let obstacle {
      lines.append(StyledText(Obstacles.sentence(obstacle)[language], .caution.bold))
    }
    return lines
  }

  private var keyNames: String {
    guard case .command(let command) = entry.target else { return "" }
    return state.keys.binding(for: command)?.keyNames ?? ""
  }
}
