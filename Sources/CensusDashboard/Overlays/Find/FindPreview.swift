import CensusCore
import CensusLists
import TerminalKit

/// A few lines on what is under the cursor: what is wrong, the deadline, how it stands.
struct FindPreview {
  let entry: FindEntry
  /// Why its command would do nothing.
  let obstacle: Phrase?
  let state: State

  private var language: Language { state.language }

  /// Its lines at a width.
  func lines(_ width: Int) -> [StyledText] {
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
      guard let sheet = state.facts(of: .unit(id)) else { return [title] }
      return [title + beside(sheet, ["due"])] + sheet.lines(FactSheet.unit, width: width)
    case .site(let code): return site(code)
    case .finding(let id, _):
      guard let finding = state.projection.finding(id), let sheet = state.facts(of: .finding(id))
      else { return [title] }
      return [title + beside(sheet, ["due"]), sheet.line(["text", "state"])]
        + FindingStory(finding: finding, state: state).lines + [sheet.line(["code"])]
    case .category(let id): return category(id)
    case .command, .verb, .named, .own, .sync: return commandLines
    }
  }

  /// What the notice of another quarter says of it.
  private func elsewhere(_ quarter: Quarter) -> String {
    let note = entry.note[language]
    guard case .site(let code) = entry.target, let inspection = state.archive.inspections[quarter]
    else { return note }
    let texts = inspection.findings.filter { $0.code == code }.map { finding in
      Phrase(
        "第\(finding.row)行 \(finding.text)", "row \(finding.row) \(finding.text)")[language]
    }
    return ([note] + texts).joined(separator: "   ")
  }

  private var title: StyledText { StyledText(entry.name[language], .text.bold) }

  /// Some facts behind the name.
  private func beside(_ sheet: FactSheet, _ ids: [String]) -> StyledText {
    StyledText("   ") + sheet.line(ids, isTitled: true)
  }

  private func site(_ code: SiteCode) -> [StyledText] {
    guard let site = state.projection.site(code), let sheet = state.facts(of: .site(code)) else {
      return [title]
    }
    let findings = site.findings.map(\.finding).map { finding in
      StyledText(Phrase("第\(finding.row)行  ", "row \(finding.row)  ")[language], .muted)
        + (state.facts(of: .finding(finding.id))?.line(["text", "state"]) ?? "")
    }
    return [title + beside(sheet, ["due", "daysLeft"])] + findings
      + [sheet.line(["unit", "code", "printedCode"], isTitled: true)]
  }

  private func prefecture(_ id: PrefectureID) -> [StyledText] {
    guard let row = state.snapshot.prefectures.first(where: { $0.prefecture.id == id }),
      let sheet = state.facts(of: .prefecture(id))
    else { return [title, StyledText(entry.note[language])] }
    return [title, sheet.line(FactSheet.figures + ["findings"], isTitled: true)]
      + row.obligations.map { FactSheet.unit($0, ["submission", "daysLeft"], state) }
  }

  private func category(_ id: CategoryID) -> [StyledText] {
    guard let category = state.snapshot.categories.first(where: { $0.category.id == id }),
      let sheet = state.facts(of: .category(id))
    else { return [title] }
    return [
      title + "   " + sheet.line(["kind"]), sheet.line(["findings", "open"], isTitled: true),
      StyledText(
        category.findings.prefix(20).map { $0.finding.shownName[language] }
          .joined(separator: "、"), .muted),
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
