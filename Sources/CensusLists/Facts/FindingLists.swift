package import CensusCore

extension RecheckEntry {
  /// The re-checks of a finding, by round.
  package static func roll(_ entries: [RecheckEntry]) -> Roll<RecheckEntry> {
    Roll(
      fields: [
        Field(
          "round", Phrase("轮次", "Round"), .right,
          words: { entry, manner in
            let round = manner(Phrase("第\(entry.round)轮复查", "re-check \(entry.round)"))
            return manner.isBrief ? Words(round, .quiet) : Words(String(entry.round))
          }, value: { .integer($0.round) }),
        Field(
          "on", Phrase("日期", "Day"), words: { Words("\($0.on)", $1.quiet) },
          value: { .day($0.on) }),
        Field(
          "verdict", Phrase("结果", "Verdict"),
          words: { entry, manner in
            let (tone, isFailed) = (entry.recheck.verdict.tone, entry.recheck.verdict == .failed)
            return Words(
              manner(Terms.verdict(entry.recheck.verdict)), tone, strong: manner.isBrief && isFailed
            )
          }, value: { .text($0.recheck.verdict.rawValue) }),
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
}

extension Recheck.Verdict {
  fileprivate var tone: Tone {
    switch self {
    case .passed: .good
    case .failed: .bad
    case .untestable: .caution
    }
  }
}

extension Detail.Line {
  /// What exactly has to be mended.
  package static func roll(_ lines: [Detail.Line]) -> Roll<Detail.Line> {
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
