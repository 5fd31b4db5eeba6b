package import CensusCore
internal import CensusLists

extension Projection {
  /// The quarter on one page: the document, the figures, the brief, the lowest pass rates.
  package var overviewSheet: Sheet {
    let notice = inspection.notice
    let title = Phrase(
      notice.title ?? quarter.name.chinese, "Census of government websites, \(quarter.name.english)"
    )
    let worst = prefectures.filter { ($0.figures.failing ?? 0) > 0 }
      .enumerated().sorted { left, right in
        guard let first = left.element.figures.rate, let second = right.element.figures.rate else {
          return false
        }
        if first.isLower(than: second) { return true }
        return !second.isLower(than: first) && left.offset < right.offset
      }
      .prefix(5).map(\.element)
    let lowest = prefecturesRoll(worst).keeping(Self.briefFields)
    return Sheet(
      title, lines: noticeLines + figureLines, paragraph: brief,
      sections: worst.isEmpty ? [] : [.init(Phrase("合格率最低", "Lowest pass rates"), lowest)])
  }

  private static let briefFields = [
    "prefecture", "running", "failingPublished", "publishedRate", "computedRate", "complete",
    "overdue",
  ]

  private var noticeLines: [Sheet.Line] {
    let notice = inspection.notice
    return [
      .init(Heading.document, notice.document),
      .init(Heading.issued, notice.issued?.description),
      .init(Phrase("采样截至", "Sampled to"), inspection.sampling.to?.description),
      .init(Heading.due) { Words(notice.deadline?.words(.full($0)) ?? "–") },
    ]
  }

  private var figureLines: [Sheet.Line] {
    let figures = publishedTotals
    let number = { (number: Int?) in number.map(String.init) ?? "–" }
    let rate = figures.publishedRate ?? "–"
    let lines: [Sheet.Line] = [
      .init(Heading.running, number(figures.running)),
      .init(Heading.failing, number(figures.failing)),
      .init(
        Heading.published,
        figures.computedRate.map { Phrase("\(rate)（核算\($0)）", "\(rate) (computed \($0))") }
          ?? Phrase(rate, rate)),
    ]
    guard inspection.coverage == .full else { return lines }
    let counts = overview
    return lines + [
      .init(Heading.findings, .counts(counts.findings, counts.sites)),
      .init(
        Heading.units,
        Phrase(
          "\(counts.units)家，已报齐\(counts.complete)家，"
            + (counts.waived > 0 ? "免报\(counts.waived)家，" : "")
            + "部分报送\(counts.partial)家，逾期\(counts.overdue)家",
          "\(counts.units), \(counts.complete) complete, "
            + (counts.waived > 0 ? "\(counts.waived) waived, " : "")
            + "\(counts.partial) partial, \(counts.overdue) overdue"),
        counts.overdue > 0 ? .bad : .text),
    ] + followUpLines(counts) + [
      .init(Phrase("记录", "Events"), Phrase("\(counts.events)条", "\(counts.events)"))
    ]
  }

  /// How the re-checks and the accountability stand, once there is something to say.
  private func followUpLines(_ counts: Overview) -> [Sheet.Line] {
    let rechecked = counts.recheckedFindings
    let followed = counts.findings - counts.voidFindings
    let (passed, failed) = (counts.passedFindings, counts.failedSites)
    let (fixed, closed) = (counts.fixedReportOwedSites, counts.closedSites)
    let (void, considered) = (counts.voidFindings, counts.toBeConsidered)
    let rechecks = [
      (rechecked, Phrase("\(rechecked)/\(followed)条", "\(rechecked) of \(followed) findings")),
      (passed, Phrase("整改到位\(passed)条", "\(passed) passed")),
      (failed, Phrase("整改不到位\(failed)个网站", "\(counted(failed, "site")) failed")),
      (fixed, Phrase("已改未报\(fixed)个网站", "\(counted(fixed, "site")) fixed but not reported")),
    ]
    let closing = [(closed, Phrase("\(closed)个网站", counted(closed, "site")))]
    let struck = [(void, Phrase("\(void)条", counted(void, "finding")))]
    let held = [
      (considered, Phrase("待研究\(considered)家", "\(considered) to be considered")),
      (counts.escalated, Phrase("已启动\(counts.escalated)家", "\(counts.escalated) opened")),
    ]
    let ordered = [
      (counts.ordered, Phrase("\(counts.ordered)家", counted(counts.ordered, "unit"))),
      (
        counts.orderedComplete,
        Phrase("再次报齐\(counts.orderedComplete)家", "\(counts.orderedComplete) complete anew")
      ),
      (
        counts.orderedWaived,
        Phrase("免报\(counts.orderedWaived)家", "\(counts.orderedWaived) excused")
      ),
      (
        counts.orderedOverdue,
        Phrase("逾期\(counts.orderedOverdue)家", "\(counts.orderedOverdue) overdue")
      ),
    ]
    let conflicts = [
      (
        counts.conflicts,
        Phrase("\(counts.conflicts)家待裁定", "\(counted(counts.conflicts, "unit")) to settle")
      )
    ]
    return [
      line(Phrase("复查", "Re-checks"), rechecks, failed > 0 ? .bad : .text),
      line(Terms.headline(.closed), closing, .text),
      line(Phrase("剔除", "Struck off"), struck, .text),
      line(Phrase("责令再整改", "Ordered anew"), ordered, .text),
      line(Phrase("问责", "Accountability"), held, .bad),
      line(Phrase("记录矛盾", "Conflicts"), conflicts, .bad),
    ].compactMap(\.self)
  }

  /// A line of the counts that are not zero; nil where all are.
  private func line(
    _ label: Phrase, _ counts: [(count: Int, words: Phrase)], _ tone: Tone
  ) -> Sheet.Line? {
    let said = counts.filter { $0.count > 0 }.map(\.words)
    guard !said.isEmpty else { return nil }
    return Sheet.Line(label, said.joined(.comma), tone)
  }
}
