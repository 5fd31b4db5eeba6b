/// What has to be said beside figures of several quarters, so that nobody compares what cannot be
/// compared.
extension Terms {
  /// The province as a row among prefectures.
  public static let wholeProvince = Phrase("全省", "Province")

  /// Remarks on a trend: changes of the base, totals only, gaps, spot checks; none without need.
  ///
  /// - Parameters:
  ///   - trends: the quarters that are shown.
  ///   - subject: whose base is spoken of; nil for none.
  ///   - withGaps: whether periods that are missing between them are named.
  /// - Returns: whole sentences, the one on the base first.
  public static func remarks(
    on trends: Trends, of subject: Trends.Subject? = .province, withGaps: Bool = true
  ) -> [Phrase] {
    let named = { (test: (Trends.Point) -> Bool) in trends.points.filter(test).map(\.quarter) }
    return [
      subject.flatMap { base(trends, $0) },
      said(named { $0.coverage == .headline }) {
        Phrase(
          "仅有总数（没有州市，也没有逐条问题）：\($0.chinese)。",
          "Totals only, no prefectures and no findings: \($0.english).")
      },
      withGaps ? gaps(trends.gaps) : nil,
      trends.areMixed
        ? Phrase(
          "时段不一（季度、月份、半年、专项抽查并列），数字不宜直接比较。",
          "Periods of several kinds stand side by side (quarters, months, half-years, special checks); "
            + "their figures do not compare.") : nil,
      said(named { $0.scope == .sample }) {
        Phrase(
          "抽查只看部分网站，合格率不能与普查相比：\($0.chinese)。",
          "Spot checks of some sites only, whose rates do not compare with a census: \($0.english)."
        )
      },
      said(named { $0.scope == nil }) {
        Phrase(
          "检查方式未注明：\($0.chinese)。",
          "Not known whether a census or a spot check: \($0.english).")
      },
    ].compactMap(\.self)
  }

  /// What is said of quarters that a list should span and that cannot be read; nothing without any.
  public static func leftOut(_ quarters: [Quarter]) -> [Phrase] {
    let sentence = said(quarters.sorted()) {
      Phrase("无法读取，未列入：\($0.chinese)。", "Cannot be read and left out: \($0.english).")
    }
    return sentence.map { [$0] } ?? []
  }

  /// So many are named; of more only how many there are.
  private static let most = 4

  private static func base(_ trends: Trends, _ subject: Trends.Subject) -> Phrase? {
    let changes = trends.baseChanges(of: subject)
    guard let first = changes.first, let last = changes.last else {
      let known = trends.points.compactMap { $0[subject]?.figures.running }
      guard known.count > 1, let running = known.last else { return nil }
      return Phrase(
        "基数未变：在运行网站各季度均为\(running)个。",
        "The base did not change: \(running) running sites in every quarter.")
    }
    let start = Phrase(
      "\(first.before)个（\(first.since)）", "\(first.before) running (\(first.since))")
    guard changes.count > most else {
      let steps = changes.map { "\($0.after)（\($0.quarter)，\($0.text)）" }
      let english = changes.map { "\($0.after) (\($0.quarter), \($0.text))" }
      return Phrase(
        "基数有变：在运行网站" + ([start.chinese] + steps).joined(separator: "→") + "；合格率须结合不合格网站数来看。",
        "Base changed: " + ([start.english] + english).joined(separator: " → ")
          + "; read the rate with the failing sites.")
    }
    let greatest = changes.max { abs($0.difference) < abs($1.difference) } ?? last
    return Phrase(
      "基数变化\(changes.count)次：在运行网站\(start.chinese)→\(last.after)个（\(last.quarter)），"
        + "最大一次\(greatest.text)（\(greatest.quarter)）；合格率须结合不合格网站数来看。",
      "Base changed \(changes.count) times: \(start.english) → \(last.after) "
        + "(\(last.quarter)), most of all by \(greatest.text) (\(greatest.quarter)); read the rate "
        + "with the failing sites.")
  }

  private static func gaps(_ gaps: [Trends.Gap]) -> Phrase? {
    guard !gaps.isEmpty else { return nil }
    let count = gaps.reduce(0) { $0 + $1.count }
    guard gaps.count <= most else {
      return Phrase("其间缺\(count)个季度。", "\(count) quarters between them are missing.")
    }
    let named = gaps.map(gap)
    return Phrase(
      "缺\(count)个季度：\(named.map(\.chinese).joined(separator: "、"))。",
      "\(count) \(count == 1 ? "quarter" : "quarters") missing: "
        + "\(named.map(\.english).joined(separator: ", ")).")
  }

  /// The quarters of a gap: 2018Q4至2020Q1, or the only one.
  public static func gap(_ gap: Trends.Gap) -> Phrase {
    guard gap.count > 1 else { return Phrase("\(gap.first)", "\(gap.first)") }
    return Phrase("\(gap.first)至\(gap.last)", "\(gap.first) to \(gap.last)")
  }

  private static func said(_ quarters: [Quarter], _ sentence: (Phrase) -> Phrase) -> Phrase? {
    guard let first = quarters.first, let last = quarters.last else { return nil }
    guard quarters.count > most else {
      let names = quarters.map(\.description)
      return sentence(
        Phrase(names.joined(separator: "、"), names.joined(separator: ", ")))
    }
    return sentence(
      Phrase(
        "\(first)至\(last)中的\(quarters.count)个季度",
        "\(quarters.count) quarters from \(first) to \(last)"))
  }
}
