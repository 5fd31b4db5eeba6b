import CensusCore
import CensusLists
import TerminalKit

/// The quarters of the trends, newest first, with what is missing between them.
struct QuarterTrends {
  private let state: State
  private let trends: Trends

  init(_ state: State) {
    self.state = state
    trends = state.trends
  }

  private var language: Language { state.language }

  /// Whether the quarter has its long name.
  private var isWide: Bool { state.size.columns >= 100 }

  /// Whether there is room for the names of what is missing.
  private var isWidest: Bool { state.size.columns >= 150 }

  var list: RowList {
    let isChinese = language == .chinese
    let nameWidth = isWide ? (isChinese ? 12 : 8) : isChinese ? 6 : 7
    let columns = [
      ListColumn("quarter", Phrase("季度", "Quarter"), .fixed(nameWidth)),
      ListColumn("running", Labels.running, .fixed(isChinese ? 6 : 7), .right),
      ListColumn("base", Phrase("增减", "±"), .fixed(5), .right, importance: 7),
      ListColumn("failing", Labels.failing, .fixed(isChinese ? 6 : 7), .right),
      ListColumn("failingChange", Phrase("增减", "±"), .fixed(5), .right, importance: 3),
      ListColumn("sites", Labels.sites, .fixed(5), .right, importance: 6),
      ListColumn("findings", Labels.findings, .fixed(5), .right, importance: 4),
      ListColumn("rate", Labels.rate, .fixed(6), .right),
      ListColumn("rateChange", Phrase("升降", "±"), .fixed(6), .right, importance: 5),
      ListColumn("published", Phrase("公布", "Printed"), .fixed(7), .right, importance: 2),
      ListColumn(
        "known", Phrase(" 资料", " Facts"), .flexible(minimum: isWide ? (isChinese ? 17 : 23) : 9),
        importance: 8),
    ]
    let (trends, directory) = (trends, state.projection.lists)
    return RowList(
      .trends, columns: columns, rows: rows,
      viewed: { view throws(FilterFault) in
        try trendsRoll(trends, directory: directory).identities(in: view)
      })
  }

  private var rows: [ListRow] {
    let quarters = state.snapshot.quarters.sorted()
    let gaps = Trends.gaps(between: quarters)
    return quarters.reversed().flatMap { quarter -> [ListRow] in
      // A gap stands below the quarter that ends it.
      [row(quarter)]
        + gaps.filter { $0.last < quarter }.suffix(1).filter { gap in
          !quarters.contains { $0 > gap.last && $0 < quarter }
        }.map(row)
    }
  }

  private func row(_ gap: Trends.Gap) -> ListRow {
    let names = Terms.gap(gap)
    let text = Phrase(
      "缺\(gap.count)季" + (isWidest ? "：\(names.chinese)" : ""),
      "\(gap.count) missing" + (isWidest ? ": \(names.english)" : ""))
    let dot = String(state.alphabet.middleDot)
    let blanks = Array(repeating: StyledText(""), count: 9)
    return ListRow(
      .heading("gap \(gap.first)"),
      cells: [StyledText(dot, .muted)] + blanks + [StyledText(" " + text[language], .muted)])
  }

  private func row(_ quarter: Quarter) -> ListRow {
    let isOpen = quarter == state.projection.quarter
    let name = isWide ? quarter.name[language] : quarter.description
    let head = StyledText(name, isOpen ? .accent.bold : .text)
    let texts = [quarter.description, quarter.name.chinese, quarter.name.english]
    let dash = StyledText("-", .muted)
    let isUnreadable =
      state.archive.unreadable.contains(quarter)
      || isOpen && state.snapshot.unreadable != nil
    guard !isUnreadable, let point = trends[quarter], let entry = point[.province] else {
      let unread =
        isUnreadable
        ? Phrase(" 无法读取", " damaged") : Phrase(" 未读取", " not read")
      return ListRow(
        .quarter(quarter),
        cells: [head] + Array(repeating: dash, count: 9) + [StyledText(unread[language], .muted)],
        keys: [.number(quarter.rank)], texts: texts)
    }
    let base = trends.change(of: .running, at: quarter)
    let failing = trends.change(of: .failing, at: quarter)
    let rate = trends.rateChange(at: quarter)
    return ListRow(
      .quarter(quarter),
      cells: [
        head, count(entry.figures.running),
        StyledText(base.map(\.text) ?? "", base?.difference == 0 ? .muted : .caution),
        count(entry.figures.failing), StyledText(failing.map(\.text) ?? "", .muted),
        count(entry.sites), count(entry.findings),
        entry.rate.map { StyledText($0.text(decimals: 1), Style(Styles.rate($0))) } ?? dash,
        StyledText(rate.map(\.text) ?? "", .muted),
        StyledText(entry.figures.publishedRate ?? "-", .muted),
        StyledText(" " + known(point, base ?? failing)[language], .muted),
      ],
      keys: [
        .number(quarter.rank), key(entry.figures.running), key(base?.difference),
        key(entry.figures.failing), key(failing?.difference), key(entry.sites),
        key(entry.findings), key(entry.rate.map { $0.passed * 100_000 / $0.total }),
        key(rate?.tenthsOfPoints), .none, .text(point.coverage.rawValue),
      ],
      texts: texts)
  }

  /// How much is known, and how; where the change skips quarters also what it is against.
  private func known(_ point: Trends.Point, _ change: Trends.Change<Int>?) -> Phrase {
    let words = [
      point.scope == .sample ? Terms.scope(.sample) : nil,
      point.coverage == .headline && !isWide
        ? Phrase("仅总数", "totals") : Terms.coverage(point.coverage),
    ].compactMap(\.self)
    var text = Phrase(
      words.map(\.chinese).joined(separator: "，"), words.map(\.english).joined(separator: ", "))
    if isWide, let change, change.quartersApart > 1 {
      text = Phrase("\(text.chinese)，比\(change.since)", "\(text.english), against \(change.since)")
    }
    return text
  }

  private func count(_ number: Int?) -> StyledText {
    number.map { StyledText("\($0)") } ?? StyledText("-", .muted)
  }

  private func key(_ number: Int?) -> SortKey { number.map(SortKey.number) ?? .none }
}

/// The rows of annex 1 over the quarters, each with its latest rate and a line of all of them.
struct PrefectureTrends {
  private let state: State
  private let trends: Trends
  private let directory: Directory

  init(_ state: State) {
    self.state = state
    trends = state.trends
    directory = state.projection.lists.adding(trends.additions)
  }

  var list: RowList {
    let language = state.language
    let columns = [
      ListColumn("prefecture", Labels.prefecture, .fixed(language == .chinese ? 10 : 12)),
      ListColumn("rate", Labels.rate, .fixed(6), .right),
      ListColumn("quarter", Phrase("最近", "Latest"), .fixed(6), importance: 1),
      ListColumn("trend", Labels.tab(.trends), .flexible(minimum: 6), importance: 2),
    ]
    let subjects = trends.prefectures
    let histories = subjects.map { RateHistory(of: .prefecture($0), in: trends) }
    let scale = RateScale(histories.compactMap(\.self).flatMap(\.rates))
    let here = Set(state.snapshot.prefectures.map(\.prefecture.id))
    return RowList(
      columns: columns,
      rows: zip(subjects, histories).enumerated().map { index, pair in
        row(pair.0, at: index, pair.1, scale, opens: here.contains(pair.0))
      })
  }

  private func row(
    _ id: PrefectureID, at index: Int, _ history: RateHistory?, _ scale: RateScale, opens: Bool
  ) -> ListRow {
    let prefecture = directory.prefecture(id)
    let latest = trends.points.last { $0[.prefecture(id)]?.rate != nil }
    let rate = latest?[.prefecture(id)]?.rate
    return ListRow(
      .prefecture(id), opens: opens ? .prefecture(id) : nil, isMarkable: true,
      cells: [
        StyledText((prefecture?.short ?? Phrase(id))[state.language]),
        rate.map { StyledText($0.text(decimals: 1), Style(Styles.rate($0))) }
          ?? StyledText("-", .muted),
        StyledText(latest.map { "\($0.quarter)" } ?? "", .muted),
        history == nil ? StyledText("-", .muted) : "",
      ],
      graphics: history.map { ["trend": .sparkline($0.sparkline(scale))] } ?? [:],
      keys: [
        .number(index), rate.map { .number($0.passed * 100_000 / $0.total) } ?? .none,
        latest.map { .number($0.quarter.rank) } ?? .none,
        history.map { .number($0.entries.count) } ?? .none,
      ],
      texts: [id.text, prefecture?.fullName, prefecture?.name.chinese, prefecture?.name.english]
        .compactMap(\.self))
  }
}
