extension CheckRule {
  /// Rules on printed figures.
  static let figures: [CheckRule] = [
    CheckRule(code: "rateMismatch", severity: .warning, find: rateMismatches),
    CheckRule(code: "sumMismatch", severity: .warning, find: sumMismatches),
    CheckRule(code: "countMismatch", severity: .warning, find: countMismatches),
  ]

  /// A printed pass rate that is not the half-up rounding of its row's own counts.
  @Sendable private static func rateMismatches(
    _ inspection: Inspection, _ directory: Directory, _ rule: CheckRule
  ) -> [Discrepancy] {
    let findings = Dictionary(grouping: inspection.siteFindings, by: \.prefecture)
    let rows = inspection.rows.compactMap { row -> Discrepancy? in
      let name = inspection.name(of: row.prefecture, in: directory)
      let repeated = distinctRate(of: row, with: findings[row.prefecture] ?? [])
      return mismatch(
        row.figures, at: .prefecture(row.prefecture),
        location: Phrase("附件1 \(name.chinese)", "annex 1, \(name.english)"), distinct: repeated,
        rule: rule)
    }
    let total = mismatch(
      inspection.annex1?.total?.figures ?? inspection.totals, at: .notice,
      location: Phrase("全省合计", "the province's total"), distinct: nil, rule: rule)
    return rows + [total].compactMap(\.self)
  }

  private static func mismatch(
    _ figures: Inspection.Figures, at place: Discrepancy.Place, location: Phrase,
    distinct: String?, rule: CheckRule
  ) -> Discrepancy? {
    guard let published = figures.publishedRate, let computed = figures.computedRate,
      let running = figures.running, let failing = figures.failing,
      (PassRate.percent(ofShare: published) ?? halfWidth(published)) != computed
    else { return nil }
    let passed = "\(running - failing)/\(running)"
    let extra = distinct.map {
      Phrase("；重复列出的网站只计一次则为\($0)", "; \($0) if the site listed twice counts once")
    }
    return rule.discrepancy(
      place, location,
      Phrase(
        "合格率通报载\(published)，按\(passed)计算应为\(computed)\(extra?.chinese ?? "")",
        "the pass rate is printed as \(published); \(passed) makes \(computed)"
          + (extra?.english ?? "")),
      published: published, computed: computed)
  }

  /// The rate if a site that annex 2 lists twice counted once; nil where none is.
  private static func distinctRate(
    of row: Inspection.Row, with findings: [Finding]
  ) -> String? {
    let codes = findings.map(\.code)
    let sites = Set(codes).count
    guard sites < codes.count, let running = row.figures.running,
      row.figures.failing == codes.count, let rate = PassRate(failing: sites, of: running)
    else { return nil }
    return rate.text(like: row.figures.publishedRate)
  }

  /// Rows of annex 1 that do not add up to the printed total, or a text that differs from it.
  @Sendable private static func sumMismatches(
    _ inspection: Inspection, _ directory: Directory, _ rule: CheckRule
  ) -> [Discrepancy] {
    guard !inspection.rows.isEmpty else { return [] }
    let columns: [(Phrase, KeyPath<Inspection.Figures, Int?>)] = [
      (Phrase("在运行网站数", "running sites"), \.running),
      (Phrase("不合格网站数", "failing sites"), \.failing),
    ]
    return columns.flatMap { label, column -> [Discrepancy] in
      let values = inspection.rows.compactMap { $0.figures[keyPath: column] }
      guard values.count == inspection.rows.count else { return [] }
      let sum = values.reduce(0, +)
      let printed = [
        (Phrase("附件1总计", "annex 1, total"), inspection.annex1?.total?.figures),
        (Phrase("正文", "the text"), inspection.totals),
      ]
      return printed.compactMap { location, figures in
        guard let value = figures?[keyPath: column], value != sum else { return nil }
        return rule.discrepancy(
          .notice, location,
          Phrase(
            "\(label.chinese)通报载\(value)，各行相加为\(sum)",
            "\(label.english) printed as \(value); the rows add up to \(sum)"),
          published: String(value), computed: String(sum))
      }
    }
  }

  /// A row of annex 1 whose failing sites are not as many as annex 2 lists under it; new-media
  /// accounts are no sites, and where they alone are listed nothing is said of sites.
  @Sendable private static func countMismatches(
    _ inspection: Inspection, _ directory: Directory, _ rule: CheckRule
  ) -> [Discrepancy] {
    let sites = inspection.siteFindings
    guard inspection.annex2 != nil, !sites.isEmpty || inspection.findings.isEmpty else { return [] }
    guard !inspection.rows.isEmpty else { return inspection.textMismatch(sites, rule) }
    let findings = Dictionary(grouping: sites, by: \.prefecture)
    let inRows = inspection.rows.compactMap { row -> Discrepancy? in
      let listed = findings[row.prefecture]?.count ?? 0
      guard let printed = row.figures.failing, printed != listed else { return nil }
      let name = inspection.name(of: row.prefecture, in: directory)
      return rule.discrepancy(
        .prefecture(row.prefecture),
        Phrase("附件1 \(name.chinese)", "annex 1, \(name.english)"),
        Phrase(
          "不合格网站通报载\(printed)个，附件2列出\(listed)条",
          "\(counted(printed, "failing site", "failing sites")) printed; annex 2 lists "
            + counted(listed, "row", "rows")),
        published: String(printed), computed: String(listed))
    }
    return inRows + inspection.withoutRow(findings.mapValues(\.count), directory, rule)
  }

  private static func halfWidth(_ text: String) -> String {
    searchKey(text.replacing(" ", with: ""))
  }
}

extension Inspection {
  /// Prefectures of which annex 2 has findings and annex 1 no row, in the order of annex 2: of those its
  /// figures say nothing.
  fileprivate func withoutRow(
    _ counts: [PrefectureID: Int], _ directory: Directory, _ rule: CheckRule
  ) -> [Discrepancy] {
    let known = Set(rows.map(\.prefecture))
    return distinct(siteFindings.map(\.prefecture)).filter { !known.contains($0) }.map { id in
      let name = name(of: id, in: directory)
      let listed = counts[id] ?? 0
      return rule.discrepancy(
        .prefecture(id), Phrase("附件1 \(name.chinese)", "annex 1, \(name.english)"),
        Phrase(
          "附件1没有这一行，附件2列出\(listed)条",
          "annex 1 has no such row; annex 2 lists \(counted(listed, "row", "rows"))"),
        computed: String(listed))
    }
  }

  /// Where there is no annex 1, the text's own number beside what annex 2 lists: as many rows, or as many
  /// sites.
  fileprivate func textMismatch(_ findings: [Finding], _ rule: CheckRule) -> [Discrepancy] {
    let listed = findings.filter { !$0.isGone }
    guard let printed = totals.failing, printed != listed.count, printed != listed.failingSites
    else {
      return []
    }
    return [
      rule.discrepancy(
        .notice, Phrase("正文", "the text"),
        Phrase(
          "不合格网站通报载\(printed)个，附件2列出\(listed.count)条",
          "\(counted(printed, "failing site", "failing sites")) printed; annex 2 lists "
            + counted(listed.count, "row", "rows")),
        published: String(printed), computed: String(listed.count))
    ]
  }
}

extension String {
  fileprivate func replacing(_ character: Character, with replacement: String) -> String {
    split(separator: character, omittingEmptySubsequences: false).joined(separator: replacement)
  }
}
