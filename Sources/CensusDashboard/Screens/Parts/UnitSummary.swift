import CensusCore
import TerminalKit

/// A few sentences on one unit: what it owes, what arrived, what is next.
struct UnitSummary {
  let obligation: Obligation

  /// What there is to say, the most telling first.
  var sentences: [Phrase] {
    [coverage, deadlines, parts, reminders, liaison, rechecks, conflicts, laterReceipts]
      .compactMap(\.self)
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
    case .returned(let day, let arrived):
      return Phrase(
        "\(name.chinese)\(arrived.monthAndDay)到，\(day.monthAndDay)已退回，待重报",
        "\(name.english) of \(arrived.monthAndDay) was returned \(day.monthAndDay)")
    case .some(let count, let all):
      let rows = obligation.latest.reports.filter { $0[part].validOn == nil }.map {
        String($0.finding.row)
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

  /// An extended deadline with the original beside it, or the round that was ordered anew.
  private var deadlines: Phrase? {
    guard let deadline = obligation.deadline else { return nil }
    if obligation.round > 1 {
      return Phrase(
        "限期再整改：第\(obligation.round)轮，\(deadline.day)到期。",
        "Ordered anew: round \(obligation.round), due \(deadline.day).")
    }
    guard obligation.isExtended, let original = obligation.originalDeadline else { return nil }
    return Phrase(
      "已延期：\(deadline.day)到期，原为\(original.day)。",
      "Extended: due \(deadline.day), originally \(original.day).")
  }

  private var reminders: Phrase? {
    let chases = obligation.chases
    guard let last = chases.lastOn else { return nil }
    let answer = chases.lastAnswer.map { Phrase("，答复“\($0)”", ", answer “\($0)”") }
    let to = chases.lastTo.map { Phrase("（\($0)）", " (\($0))") }
    let promised = chases.promised.map { Phrase("，承诺\($0)报送", ", promised by \($0)") }
    return Phrase(
      "已催办\(chases.count)次，最近\(last)\(to?.chinese ?? "")\(answer?.chinese ?? "")"
        + "\(promised?.chinese ?? "")；下次为第\(chases.count + 1)次。",
      "Chased \(chases.count) \(chases.count == 1 ? "time" : "times"), last on \(last)"
        + "\(to?.english ?? "")\(answer?.english ?? "")\(promised?.english ?? "")"
        + "; the next is no. \(chases.count + 1).")
  }

  private var liaison: Phrase? {
    guard let contact = obligation.contact, !contact.isEmpty else { return nil }
    let parts = [contact.name, contact.post, contact.phone].compactMap(\.self)
    return Phrase(
      "联络员：\(parts.joined(separator: "，"))。", "Contact: \(parts.joined(separator: ", ")).")
  }

  private var rechecks: Phrase? {
    guard obligation.recheckedCount > 0 else { return nil }
    let accountability = obligation.accountability
    let word = accountability == .none ? nil : Terms.accountability(accountability)
    return Phrase(
      "复查\(obligation.recheckedCount)/\(obligation.followed.count)条：整改到位\(obligation.passedCount)条，"
        + "不到位\(obligation.failedCount)条\(word.map { "；\($0.chinese)" } ?? "")。",
      "Re-checked \(obligation.recheckedCount) of \(obligation.followed.count): "
        + "\(obligation.passedCount) passed, \(obligation.failedCount) failed"
        + "\(word.map { "; accountability: \($0.english)" } ?? "").")
  }

  private var conflicts: Phrase? {
    let words = Modifier.of(obligation.conflicts).map(Terms.modifier)
    guard !words.isEmpty else { return nil }
    return Phrase(
      "\(words.map(\.chinese).joined(separator: "，"))：在 9 记录 中选中要保留的那条，按 m f。",
      "\(words.map(\.english).joined(separator: ", ")): choose the one to keep in 9 History, then m f."
    )
  }

  private var laterReceipts: Phrase? {
    guard obligation.isRecordedLater else { return nil }
    return Phrase(
      "补录：按时收到的材料在期限之后才登记。",
      "Recorded later: what arrived in time was recorded after the deadline.")
  }
}
