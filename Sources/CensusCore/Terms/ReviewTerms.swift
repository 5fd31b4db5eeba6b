/// What is said of a year of notices.
extension Terms {
  /// All that is to be said under a year: totals, the longest runs without failing sites, how
  /// failing sites gather, and what must be known of its periods.
  ///
  /// - Parameters:
  ///   - review: the year.
  ///   - rows: those that are listed.
  ///   - name: what a row of annex 1 is called.
  /// - Returns: whole sentences.
  public static func remarks(
    on review: YearReview, listing rows: [YearReview.Row], _ name: (PrefectureID) -> Phrase
  ) -> [Phrase] {
    let isWhole = rows.count == review.rows.count
    let subject: Phrase =
      switch rows.count {
      case _ where isWhole: .empty
      case 1: (rows[0].prefecture.map(name) ?? .empty) + .comma
      default: Phrase("所列\(rows.count)个州市（部门），", "\(rows.count) prefectures listed, ")
      }
    let streaks = rows.compactMap(\.streak).enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
    let concentration = Concentration(
      rows.map { row in (row.prefecture ?? "", row.failing) },
      accounts: rows.reduce(0) { $0 + $1.accounts })
    return [
      subject + totals(of: YearReview.sum(of: rows), review),
      Terms.streaks(streaks, name),
      isWhole
        ? Terms.concentration(concentration, of: "\(review.year)", name) : nil,
    ].compactMap(\.self)
      + remarks(on: review.trends, of: isWhole ? .province : nil, withGaps: false)
      + [ahead(of: review)].compactMap(\.self)
  }

  /// The periods that are left out since their notice was not issued by the day looked at.
  public static func ahead(of review: YearReview) -> Phrase? {
    guard !review.ahead.isEmpty else { return nil }
    let names = review.ahead.map(\.name).joined()
    return Phrase(
      "\(names.chinese)的通报在截至日期尚未印发，不计入。",
      "The notice of \(names.english) was not issued by the day looked at and is left out.")
  }

  /// What is said in the place of a year of which only totals are known.
  public static func totals(of review: YearReview) -> Phrase {
    let figures = review.trends.points.map { point in
      let failing = point[.province]?.figures.failing
      return Phrase(
        failing.map { "\(point.quarter)不合格网站\($0)个" } ?? "\(point.quarter)没有不合格网站总数",
        failing.map { "\(point.quarter): \(counted($0, "failing site"))" }
          ?? "\(point.quarter): no total of failing sites")
    }
    return Phrase("\(review.year)年仅有总数，没有逐站结果：", "Only totals of \(review.year) are known: ")
      + figures.joined(.semicolon) + Phrase("。", ".")
  }

  // MARK: - Parts

  private static func totals(of row: YearReview.Row, _ review: YearReview) -> Phrase {
    let periods = review.periods.map { Phrase("\($0)", "\($0)") }.joined()
    let head = Phrase(
      "\(review.year)年（\(periods.chinese)）不合格网站\(row.failing)个",
      "\(review.year) (\(periods.english)): \(counted(row.failing, "failing site"))")
    let accounts =
      row.accounts > 0
      ? Phrase(
        "另有新媒体账号\(row.accounts)个",
        "\(counted(row.accounts, "failing new-media account")) besides") : nil
    return [head, accounts, reports(of: row), followUp(of: row)].compactMap(\.self).joined(
      .semicolon)
      + Phrase("。", ".")
  }

  private static func reports(of row: YearReview.Row) -> Phrase {
    guard row.reports > 0 else { return Phrase("没有应报的报告", "no report owed") }
    let parts: [Phrase?] = [
      Phrase("应报\(row.reports)份", "\(counted(row.reports, "report")) owed"),
      Phrase("按时报齐\(row.onTime)份", "\(row.onTime) complete in time"),
      row.late > 0
        ? Phrase(
          "逾期报齐\(row.late)份（共逾期\(row.daysLate)天）",
          "\(row.late) complete late (\(counted(row.daysLate, "day")) in all)") : nil,
      row.waived > 0 ? Phrase("免报\(row.waived)份", "\(row.waived) waived") : nil,
      row.extended > 0 ? Phrase("延期内\(row.extended)份", "\(row.extended) within an extension") : nil,
      row.behind > 0 ? Phrase("未报齐\(row.behind)份", "\(row.behind) not complete") : nil,
    ]
    return parts.compactMap(\.self).joined(.comma)
  }

  private static func followUp(of row: YearReview.Row) -> Phrase? {
    let parts: [Phrase?] = [
      row.chases > 0 ? Phrase("催办\(row.chases)次", counted(row.chases, "reminder")) : nil,
      row.rechecksFailed > 0
        ? Phrase(
          "复查不到位\(row.rechecksFailed)条",
          "\(counted(row.rechecksFailed, "finding")) failed a re-check") : nil,
      row.recurrences > 0
        ? Phrase(
          "再次不合格\(row.recurrences)个",
          row.accounts > 0
            ? "\(counted(row.recurrences, "site or account", "sites or accounts")) failed again"
            : "\(counted(row.recurrences, "site")) failed again") : nil,
      row.accountability > 0
        ? Phrase(
          "启动问责\(row.accountability)次",
          "accountability opened \(row.accountability == 1 ? "once" : "\(row.accountability) times")"
        )
        : nil,
    ]
    let said = parts.compactMap(\.self)
    return said.isEmpty ? nil : said.joined(.comma)
  }
}
