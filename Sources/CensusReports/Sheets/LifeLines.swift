internal import CensusCore
internal import CensusLists

extension Projection {
  /// Three truths at once: reported, fixed, accountable.
  func truthLines(
    _ submission: Submission, _ recheck: Recheck.State, _ accountability: Accountability.State
  ) -> [Sheet.Line] {
    [
      .init(
        Phrase("报送", "Reported"), Terms.submission(submission),
        submission.isSettled ? .good : .text),
      .init(
        Phrase("整改", "Fixed"), Terms.recheck(recheck),
        recheck == .failed ? .bad : recheck == .passed ? .good : .text),
      .init(
        Phrase("问责", "Accountable"), Terms.accountability(accountability),
        accountability == .toBeConsidered ? .bad : .text),
    ]
  }

  /// Whether a site can be reached, where something was recorded.
  func statusLines(_ status: SiteStatus?) -> [Sheet.Line] {
    guard let status else { return [] }
    let word = Terms.availability(status.status)
    var chinese = "\(word.chinese)，自\(status.since)起"
    var english = "\(word.english) since \(status.since)"
    if let until = status.until {
      chinese += "，至\(until)"
      english += ", until \(until)"
    }
    if let successor = status.successor {
      chinese += "，并入\(successor)"
      english += ", into \(successor)"
    }
    if let reference = status.reference {
      chinese += "，文号\(reference)"
      english += ", no. \(reference)"
    }
    return [.init(Phrase("网站状态", "Site"), Phrase(chinese, english))]
  }

  /// What a site is called now, where that was corrected.
  func nameLines(_ site: SiteState) -> [Sheet.Line] {
    aliases.name(of: site.code).map { [.init(Phrase("现名", "Now called"), $0)] } ?? []
  }

  /// What is said beside the headline.
  func modifierLines(_ modifiers: [Modifier]) -> [Sheet.Line] {
    let said = modifiers.filter { !$0.isTime }
    guard !said.isEmpty else { return [] }
    return [
      .init(Phrase("说明", "Remarks"), Phrase(said.words(.chinese), said.words(.english)))
    ]
  }

  /// The quarters in which a site failed, where it failed in several.
  func earlierLines(_ site: RepeatOffenders.Site?) -> [Sheet.Line] {
    guard let site else { return [] }
    let quarters = site.quarters.map(\.description)
    return [
      .init(
        Phrase("不合格季度", "Failing in"),
        Phrase(quarters.joined(separator: "、"), quarters.joined(separator: ", ")), .bad)
    ]
  }

  /// The re-checks of a finding, by round.
  func recheckRoll(_ entries: [RecheckEntry]) -> Roll<RecheckEntry> {
    Roll(
      fields: [
        Field("round", Phrase("轮次", "Round"), .right) { .integer($0.round) },
        Field("on", Phrase("日期", "Day")) { .day($0.on) },
        Field(
          "verdict", Phrase("结果", "Verdict"),
          tone: { $0.recheck.verdict == .failed ? .bad : .text },
          text: { Terms.verdict($0.recheck.verdict)[$1] },
          value: { .text($0.recheck.verdict.rawValue) }),
        Field(
          "reason", Phrase("原因", "Reason"),
          text: { entry, language in entry.recheck.reason.map { Terms.reason($0)[language] } ?? ""
          },
          value: { Value($0.recheck.reason?.rawValue) }),
        Field("evidence", Phrase("佐证", "Evidence")) { Value($0.recheck.evidence) },
        Field("note", Phrase("备注", "Note")) { Value($0.recheck.note) },
        Field("event", Phrase("记录", "Event"), shows: .machines) { .text($0.event.text) },
      ], rows: entries, empty: Phrase("尚未复查。", "Not re-checked yet."))
  }

  /// What exactly has to be mended.
  func detailRoll(_ lines: [Detail.Line]) -> Roll<Detail.Line> {
    let hasItem = { @Sendable (line: Detail.Line) in line.item != nil || line.points != nil }
    return Roll(
      fields: [
        Field("found", Phrase("原文", "Found")) { Value($0.found) },
        Field("expected", Phrase("应为", "Should be")) { Value($0.expected) },
        Field("page", Phrase("页面", "Page")) { Value($0.page) },
        Field("address", Phrase("网址", "Address")) { Value($0.address) },
        Field("item", Phrase("扣分项", "Item"), when: hasItem) { Value($0.item) },
        Field("points", Phrase("扣分", "Points"), .right, when: hasItem) {
          Value($0.points)
        },
        Field("done", Phrase("已改", "Mended")) { .flag($0.isDone) },
      ], rows: lines, empty: Phrase("没有问题明细。", "There are no detail lines."))
  }
}
