internal import CensusCore
internal import CensusLists

extension Projection {
  /// Everything known about a site.
  func entry(
    _ site: SiteState, _ history: Roll<HistoryEntry>, _ past: RepeatOffenders?
  ) -> Entry {
    let sites = sitesRoll([site])
    let findings = findingsRoll(site.findings)
    let earlier = past?.sites.first { $0.code == aliases.lineage(of: site.code) }
    let sheet = Sheet(
      Phrase(site.name, site.name),
      lines: [.init(Heading.quarter, quarter.name)]
        + lines(of: sites, site, ["code"])
        + (site.code == site.printedCode ? [] : lines(of: sites, site, ["printedCode"]))
        + lines(of: sites, site, ["prefecture", "unit"]) + nameLines(site)
        + lines(of: sites, site, ["issues", "state", "due", "daysLeft"])
        + truthLines(
          Submission(of: site.followed.map(\.submission)), site.recheck, site.accountability)
        + statusLines(site.status)
        + modifierLines(
          distinctModifiers(site.findings.map { modifiers(of: $0, past) }))
        + conflictLines(distinctConflicts(site.findings.map(\.conflicts)))
        + earlierLines(earlier),
      sections: [.init(SheetWords.findings, findings), .init(SheetWords.history, history)])
    let value = value(
      "site", sites.object(site),
      [
        .init("identity", .text(site.code.text)),
        .init("currentName", Value(aliases.name(of: site.code) ?? site.name)),
        .init("successor", Value(site.status?.successor?.text)),
        .init("availability", .text((site.status?.status ?? .operating).rawValue)),
        .init("until", Value(site.status?.until)),
        .init("failingQuarters", Value(earlier?.quarters.map(\.description) ?? [])),
        .init("findingList", findings.value), .init("history", history.value),
      ])
    return Entry(sheet: sheet, value: value)
  }

  /// Everything known about a finding.
  func entry(
    _ state: FindingState, _ history: Roll<HistoryEntry>, _ past: RepeatOffenders?
  ) -> Entry {
    let findings = findingsRoll([state])
    let row = FindingRow.finding(state)
    let title = "\(state.finding.id) \(state.finding.siteName)"
    let sheet = Sheet(
      Phrase(title, title),
      lines: [.init(Heading.quarter, quarter.name)]
        + lines(of: findings, row, ["code"])
        + (state.site == state.finding.code
          ? [] : lines(of: findings, row, ["printedCode"]))
        + lines(
          of: findings, row,
          ["prefecture", "unit", "text", "issues", "kind", "state", "due", "daysLeft"])
        + [
          .init(Phrase("纸质版", "Paper"), words(state.paper)),
          .init(Phrase("电子版", "Electronic"), words(state.electronic)),
        ] + truthLines(state.submission, state.recheck, state.accountability)
        + statusLines(state.siteStatus) + modifierLines(modifiers(of: state, past))
        + conflictLines(state.conflicts),
      sections: (state.rechecks.isEmpty
        ? [] : [.init(SheetWords.rechecks, recheckRoll(state.rechecks))])
        + (state.detail.isEmpty ? [] : [.init(SheetWords.detail, detailRoll(state.detail))])
        + [.init(SheetWords.history, history)])
    let value = value(
      "finding", findings.object(row),
      [
        .init("submission", .text(state.submission.rawValue)),
        .init("round", .integer(state.round)),
        .init("originalDue", Value(state.originalDeadline?.day)),
        .init("paperOn", Value(state.paper.validOn)),
        .init("electronicOn", Value(state.electronic.validOn)),
        .init("completeOn", Value(state.completeOn)), .init("daysLate", Value(state.daysLate)),
        .init("leftOut", .flag(state.isLeftOut)),
        .init("recordedLater", .flag(state.isRecordedLater)),
        .init("void", .flag(state.isVoid)), .init("darkOn", Value(state.darkOn)),
        .init("conflicts", Value(state.conflicts.flatMap(\.events).map(\.text))),
        .init("availability", .text(state.availability.rawValue)),
        .init("rechecks", recheckRoll(state.rechecks).value),
        .init("detail", detailRoll(state.detail).value), .init("history", history.value),
      ])
    return Entry(sheet: sheet, value: value)
  }

  /// What is said beside the headline, with what earlier quarters say.
  private func modifiers(of state: FindingState, _ past: RepeatOffenders?) -> [Modifier] {
    state.modifiers(on: asOf, past: past?.past(of: state.finding.id))
  }

  private func distinctConflicts(_ lists: [[Conflict]]) -> [Conflict] {
    var seen: Set<Conflict> = []
    return lists.joined().filter { seen.insert($0).inserted }
  }

  private func distinctModifiers(_ lists: [[Modifier]]) -> [Modifier] {
    var seen: Set<Modifier> = []
    return lists.joined().filter { seen.insert($0).inserted }
  }
}
