package import CensusCore

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
      .prefix(5).map { prefectureRow($0.element) }
    let lowest = Listing(
      columns: PrefectureRow.columns.filter { Self.briefFields.contains($0.field) }, rows: worst,
      empty: Phrase("", ""))
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
      .init(Heading.due, notice.deadline.map(words) ?? Phrase("–", "–")),
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
      .init(
        Heading.findings,
        Phrase(
          "\(counts.findings)条，\(counts.sites)个网站",
          "\(counts.findings) at \(counts.sites) sites")),
      .init(
        Heading.units,
        Phrase(
          "\(counts.units)家，已报齐\(counts.complete)家，部分报送\(counts.partial)家，"
            + "逾期\(counts.overdue)家",
          "\(counts.units), \(counts.complete) complete, \(counts.partial) partial, "
            + "\(counts.overdue) overdue"),
        counts.overdue > 0 ? .bad : .none),
    ] + followUpLines(counts) + [
      .init(Phrase("记录", "Events"), Phrase("\(counts.events)条", "\(counts.events)"))
    ]
  }

  /// How the re-checks and the accountability stand, once there is something to say.
  private func followUpLines(_ counts: Overview) -> [Sheet.Line] {
    var lines: [Sheet.Line] = []
    if counts.recheckedFindings > 0 || counts.failedSites > 0 {
      let followed = counts.findings - counts.voidFindings
      lines.append(
        .init(
          Phrase("复查", "Re-checks"),
          Phrase(
            "\(counts.recheckedFindings)/\(followed)条，整改到位\(counts.passedFindings)条，"
              + "整改不到位\(counts.failedSites)个网站，已改未报\(counts.fixedReportOwedSites)个网站",
            "\(counts.recheckedFindings) of \(followed) findings, \(counts.passedFindings) passed; "
              + "\(counted(counts.failedSites, "site")) failed, \(counts.fixedReportOwedSites) fixed but not "
              + "reported"),
          counts.failedSites > 0 ? .bad : .none))
    }
    if counts.closedSites > 0 || counts.voidFindings > 0 {
      lines.append(
        .init(
          Terms.headline(.closed),
          Phrase(
            "\(counts.closedSites)个网站，剔除\(counts.voidFindings)条",
            "\(counted(counts.closedSites, "site")), \(counted(counts.voidFindings, "finding")) void"
          )))
    }
    if counts.toBeConsidered + counts.escalated > 0 {
      lines.append(
        .init(
          Phrase("问责", "Accountability"),
          Phrase(
            "待研究\(counts.toBeConsidered)家，已启动\(counts.escalated)家",
            "\(counts.toBeConsidered) to be considered, \(counts.escalated) opened"), .bad))
    }
    return lines
  }

  /// A deadline with its weekday, and whether the day itself is on time.
  func words(_ deadline: Deadline) -> Phrase {
    let dated = Terms.dated(deadline.day)
    return deadline.isInclusive
      ? Phrase("\(dated.chinese)（含当日）", "\(dated.english) (that day included)")
      : Phrase("\(dated.chinese)（不含当日）", "\(dated.english) (that day excluded)")
  }
}
