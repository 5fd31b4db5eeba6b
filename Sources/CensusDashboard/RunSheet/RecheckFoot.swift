import CensusCore
import CensusLists
import TerminalKit

/// Below the run sheet: the row under the cursor in full, and the tallies of this run and before.
struct RecheckFoot {
  let state: State
  let followed: [FindingState]

  func draw(in area: Rect, on grid: inout Grid) {
    guard area.height > 0 else { return }
    guard area.height >= 4 else {
      grid.write(
        tally, at: Point(x: area.x + 2, y: area.endY - 1), fitting: area.width - 4, clip: area)
      return
    }
    let top = area.height >= 6 ? 1 : 0
    Rule(StyledText(finding?.finding.shownName[state.language] ?? "", .accent.bold)).draw(
      in: area.row(top), on: &grid)
    let width = max(1, area.width - 4)
    var lines: [StyledText] = []
    if let finding { lines.append(sentence(on: finding)) }
    lines.append(tally)
    if let proposal { lines.append(StyledText(proposal.sentence(state.language), .accent)) }
    lines += grid.alphabet.wrapped(rounds.sentence(state.language), to: width).map {
      StyledText($0, .muted)
    }
    for (line, text) in lines.prefix(area.height - top - 1).enumerated() {
      grid.write(
        text, at: Point(x: area.x + 2, y: area.y + top + 1 + line), fitting: width, clip: area)
    }
  }

  private var finding: FindingState? {
    guard case .finding(let id) = state.rowUnderCursor?.id else { return nil }
    return state.projection.finding(id)
  }

  /// What the notice says of the finding, and what was put down on it.
  private func sentence(on finding: FindingState) -> StyledText {
    let language = state.language
    let row = Phrase("第\(finding.finding.row)行 ", "row \(finding.finding.row) ")
    var text = StyledText(row.sentence(language), .muted) + StyledText(finding.finding.text)
    if let last = finding.lastRecheck {
      let verdict = Terms.verdict(last.recheck.verdict)
      let before = Phrase(
        "；\(last.on.monthAndDay)第\(last.round)轮\(verdict.chinese)",
        "; \(last.on.monthAndDay) #\(last.round) \(verdict.english)")
      text = text + StyledText(before[language], .muted)
    } else if finding.recheck == .failed {
      text = text + StyledText(Phrase("；擅自下线", "; went dark")[language], .bad)
    }
    guard let pending = state.run[finding.finding.id] else { return text }
    let now = Phrase("；本次\(pending.words.chinese)", "; now \(pending.words.english)")
    return text
      + StyledText(now[language], Styles.recheck(Recheck.State(pending.verdict)).bold)
  }

  /// 本次（11-05）5条：到位3条、不到位1条、无法复查1条；尚余15条.
  private var tally: StyledText {
    let language = state.language
    let pending = state.pendingRun
    let days = Set(pending.values.map(\.on)).sorted()
    let day = (days.isEmpty ? [state.projection.asOf] : days).map(\.monthAndDay)
      .joined(separator: language == .chinese ? "、" : ", ")
    let left = followed.count { $0.isToRecheck && pending[$0.finding.id] == nil }
    let rest = Phrase("尚余\(left)条未复查", "\(left) not re-checked yet")
    guard !pending.isEmpty else {
      let none = Phrase("本次（\(day)）暂无结论；", "this run (\(day)): no verdict yet; ")
      return StyledText(none.sentence(language), .muted) + StyledText(rest[language])
    }
    let counts = RecheckCounts(pending.values.map { Recheck.State($0.verdict) })
    let now = Phrase(
      "本次（\(day)）\(counts.total)条：\(counts.parts.chinese)；",
      "this run (\(day)), \(counts.total): \(counts.parts.english); ")
    return StyledText(now.sentence(language), .text.bold) + StyledText(rest[language])
  }

  /// What the latest census may be evidence for, and has not been put down yet.
  private var proposal: Phrase? {
    guard let (census, findings) = state.snapshot.absence,
      let key = state.keys.binding(for: .verdictAbsent)?.keys.first?.label
    else { return nil }
    let count = findings.count { state.run[$0] == nil }
    guard count > 0 else { return nil }
    let absence = Terms.absence(from: census)
    return Phrase(
      "待复查的有\(count)条\(absence.chinese)：\(key) 填为到位",
      "\(count) \(count == 1 ? "is" : "are") \(absence.english): \(key) puts a pass down")
  }

  /// What the rounds that are recorded came to.
  private var rounds: Phrase {
    let numbers = Set(followed.flatMap { $0.rechecks.map(\.round) }).sorted()
    guard !numbers.isEmpty else {
      return Phrase("此前没有登记复查", "no re-check is recorded yet")
    }
    let tallies = numbers.map { round in
      let states = followed.compactMap { finding in
        finding.rechecks.last { $0.round == round }.map { Recheck.State($0.recheck.verdict) }
      }
      let counts = RecheckCounts(states)
      return Phrase(
        "第\(round)轮\(counts.total)条：\(counts.parts.chinese)",
        "#\(round), \(counts.total): \(counts.parts.english)")
    }
    return Phrase(
      "已登记 " + tallies.map(\.chinese).joined(separator: "；"),
      "recorded " + tallies.map(\.english).joined(separator: "; "))
  }
}

extension FindingState {
  /// Whether somebody has to look: not yet, not possible so far, or failed and reported anew.
  var isToRecheck: Bool {
    guard !headline.isClosed else { return false }
    return switch recheck {
    case .notYet, .untestable: true
    case .failed: headline == .awaitingRecheck
    case .passed: false
    }
  }
}
