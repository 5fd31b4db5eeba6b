extension CheckRule {
  /// Rules on the notice as a whole.
  static let notices: [CheckRule] = [
    CheckRule(code: "notInAnnex", severity: .warning, find: mentionsOutsideAnnex),
    CheckRule(code: "impossibleFigure", severity: .warning, find: impossibleFigures),
    CheckRule(code: "noDeadline", severity: .warning, find: deadlineThatIsMissing),
    CheckRule(code: "dueOnWeekend", severity: .note, find: deadlineOnDayOff),
  ]

  /// A site that the text criticises by name and annex 2 does not list.
  @Sendable private static func mentionsOutsideAnnex(
    _ inspection: Inspection, _ directory: Directory, _ rule: CheckRule
  ) -> [Discrepancy] {
    let listed = Set(inspection.siteFindings.map(\.siteName))
    return inspection.mentions.filter { !listed.contains($0.siteName) }.map { mention in
      rule.discrepancy(
        .mention(mention.number), Phrase("正文", "the text"),
        Phrase(
          "正文点名的“\(mention.siteName)”（\(mention.text)）不在附件2内",
          "the text criticises “\(mention.siteName)” (\(mention.text)), which annex 2 "
            + "does not list"),
        published: mention.siteName)
    }
  }

  /// Counts that cannot be, such as more relaying sites than running ones.
  @Sendable private static func impossibleFigures(
    _ inspection: Inspection, _ directory: Directory, _ rule: CheckRule
  ) -> [Discrepancy] {
    let running = inspection.totals.running
    let relayed = [inspection.campaign].compactMap(\.self).compactMap { campaign -> Discrepancy? in
      guard let running, campaign.sites > running else { return nil }
      return rule.discrepancy(
        .notice, Phrase("正文", "the text"),
        Phrase(
          "联动转载的政府网站\(campaign.sites)个，多于在运行网站\(running)个",
          "\(campaign.sites) government sites relayed the campaign, but only \(running) are running"
        ),
        published: String(campaign.sites), computed: String(running))
    }
    let failing = inspection.rows.compactMap { row -> Discrepancy? in
      guard let running = row.figures.running, let failing = row.figures.failing,
        failing > running
      else { return nil }
      let name = inspection.name(of: row.prefecture, in: directory)
      return rule.discrepancy(
        .prefecture(row.prefecture),
        Phrase("附件1 \(name.chinese)", "annex 1, \(name.english)"),
        Phrase(
          "不合格网站\(failing)个，多于在运行网站\(running)个",
          "\(counted(failing, "failing site", "failing sites")), but only \(running) running"),
        published: String(failing), computed: String(running))
    }
    let platforms = inspection.platforms.filter { $0.done > $0.messages }.map { platform in
      rule.discrepancy(
        .notice, Phrase("正文", "the text"),
        Phrase(
          "“\(platform.name)”办结\(platform.done)条，多于受理\(platform.messages)条",
          "“\(platform.name)”: \(platform.done) messages done, but only \(platform.messages) received"
        ),
        published: String(platform.done), computed: String(platform.messages))
    }
    return relayed + failing + platforms
  }

  /// Findings to be reported on, and no day by which: nobody is ever late.
  @Sendable private static func deadlineThatIsMissing(
    _ inspection: Inspection, _ directory: Directory, _ rule: CheckRule
  ) -> [Discrepancy] {
    guard inspection.notice.deadline == nil, inspection.coverage == .full,
      !inspection.findings.isEmpty
    else { return [] }
    return [
      rule.discrepancy(
        .notice, Phrase("报送期限", "the deadline"),
        Phrase(
          "没有报送期限，任何单位都不会逾期", "there is no deadline, so that nobody is ever overdue"))
    ]
  }

  /// A deadline on a day off: a weekend, or a public holiday of a year whose holidays are known; the
  /// day is never moved, but where it could be is said.
  @Sendable private static func deadlineOnDayOff(
    _ inspection: Inspection, _ directory: Directory, _ rule: CheckRule
  ) -> [Discrepancy] {
    let calendar = directory.calendar
    guard let day = inspection.notice.deadline?.day, !calendar.isWorkingDay(day) else { return [] }
    let next = calendar.orNextWorkingDay(day)
    return [
      rule.discrepancy(
        .notice, Phrase("报送期限", "the deadline"),
        sentence(on: day, next, calendar.holiday(on: day)), published: day.description,
        computed: next.description)
    ]
  }

  private static func sentence(on day: Day, _ next: Day, _ holiday: Holiday?) -> Phrase {
    if holiday == nil, next == day.orNextWeekday {
      return Phrase(
        "\(day)是\(Terms.weekday(day.weekday).chinese)；其后的周一为\(next)，期限不自动顺延",
        "\(day) is a \(Terms.weekdayName(day.weekday)); the next weekday is Monday, \(next); "
          + "the deadline is not moved")
    }
    let (dated, first) = (Terms.weekday(day.weekday), Terms.weekday(next.weekday))
    let why =
      holiday.map {
        Phrase("\($0.name.chinese)假期（\(dated.chinese)）", "in the holiday “\($0.name.english)”")
      }
      ?? Phrase(dated.chinese, "a \(Terms.weekdayName(day.weekday))")
    return Phrase(
      "\(day)是\(why.chinese)；其后的第一个工作日为\(next)（\(first.chinese)），期限不自动顺延",
      "\(day) is \(why.english); the next working day is \(Terms.weekdayName(next.weekday)), "
        + "\(next); the deadline is not moved")
  }
}
