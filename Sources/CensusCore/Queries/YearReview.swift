/// A year of notices, one row a prefecture (年度回顾): who failed how often, and how they answered.
///
/// Findings that were struck off count nowhere. What units owed is counted by the round that the
/// notice opened (`Obligation.first`), as everywhere (notices.md 6).
public struct YearReview: Equatable, Sendable {
  /// One row of annex 1 over the year, or the sum of several.
  public struct Row: Equatable, Sendable {
    /// The row of annex 1; nil for a sum.
    public let prefecture: PrefectureID?
    /// Periods in which the notice had a row or a finding of it, oldest first.
    public var listedIn: [Quarter] = []
    /// Periods in which it had failing sites, oldest first.
    public var failedIn: [Quarter] = []
    /// Distinct failing sites over the year: one that failed in two periods counts once.
    public var failing = 0
    /// Distinct failing new-media accounts over the year, which are none of `failing`.
    public var accounts = 0
    /// Reports that its units owed, one a unit and period; `onTime`, `late`, `waived`, `extended`
    /// and `behind` are parts of it.
    public var reports = 0
    /// Reports that were complete by the due day; without a due day none is late.
    public var onTime = 0
    /// Reports that were complete after the due day.
    public var late = 0
    /// The days by which those were late, together.
    public var daysLate = 0
    /// Reports that were excused (免报).
    public var waived = 0
    /// Reports that are not complete and whose extension runs still (延期).
    public var extended = 0
    /// All other reports: not complete (未报齐).
    public var behind = 0
    /// Reminders of its units and sites; one call about several sites of a unit is one.
    public var chases = 0
    /// Findings that failed a re-check, whatever came after it, or whose site went dark.
    public var rechecksFailed = 0
    /// Distinct sites and new-media accounts that failed in the year, having failed in an earlier period
    /// of the same kind.
    public var recurrences = 0
    /// Units with accountability opened, once for each period.
    public var accountability = 0
    /// The run of periods without failing sites at the last period of the year; nil without one.
    public var streak: Trends.Streak?

    /// An empty row.
    init(_ prefecture: PrefectureID?) { self.prefecture = prefecture }
  }

  /// The year.
  public let year: Int
  /// The periods of the year that are known finding by finding, oldest first.
  public let periods: [Quarter]
  /// The periods of the year whose notice was issued after the day looked at, oldest first: nothing
  /// was owed yet, and they count nowhere.
  public let ahead: [Quarter]
  /// The figures of all periods of the year as published, those known by totals included.
  public let trends: Trends
  /// The rows of annex 1 in official order.
  public let rows: [Row]

  /// Reads a year.
  ///
  /// - Parameters:
  ///   - year: the year; periods belong to the year in which they are numbered.
  ///   - projections: the periods of that year and earlier ones that are known finding by finding, in
  ///     any order; later ones are passed over.
  ///   - inspections: further periods as published: those of the year of which only totals are known.
  public init(_ year: Int, _ projections: [Projection], totals inspections: [Inspection] = []) {
    let all = projections.filter { $0.quarter.year <= year && $0.inspection.coverage == .full }
      .sorted { $0.quarter < $1.quarter }
    let known = all.filter { !$0.isBeforeNotice }
    ahead = all.filter { $0.isBeforeNotice && $0.quarter.year == year }.map(\.quarter)
    let own = known.filter { $0.quarter.year == year }
    let runs = Trends(known.map(\.inspection))
    self.year = year
    periods = own.map(\.quarter)
    trends = Trends(
      own.map(\.inspection)
        + inspections.filter { $0.quarter.year == year && $0.coverage == .headline })
    var sums = Sums(runs)
    for projection in known { sums.add(projection, counts: projection.quarter.year == year) }
    rows = sums.rows(until: periods.last, own.last?.directory)
  }

  /// The sum of some rows.
  ///
  /// Sites belong to one row each, so that the sums are counts of sites, too;
  /// the periods are those that any of the rows has.
  public static func sum(of rows: [Row]) -> Row {
    var sum = Row(nil)
    for path in sums { sum[keyPath: path] = rows.reduce(0) { $0 + $1[keyPath: path] } }
    sum.listedIn = Set(rows.flatMap(\.listedIn)).sorted()
    sum.failedIn = Set(rows.flatMap(\.failedIn)).sorted()
    return sum
  }

  private static var sums: [WritableKeyPath<Row, Int>] {
    [
      \.failing, \.accounts, \.reports, \.onTime, \.late, \.daysLate, \.waived, \.extended,
      \.behind, \.chases,
      \.rechecksFailed, \.recurrences, \.accountability,
    ]
  }

  /// How the failing sites of the year gather in rows of annex 1.
  public var concentration: Concentration {
    Concentration(
      rows.map { ($0.prefecture ?? "", $0.failing) },
      accounts: rows.reduce(0) { $0 + $1.accounts })
  }
}

/// What adds up over the periods.
private struct Sums {
  private let trends: Trends
  private var rows: [PrefectureID: YearReview.Row] = [:]
  private var order: [PrefectureID] = []
  /// The kinds of periods in which a site failed so far.
  private var failed: [SiteCode: Set<Quarter.Kind>] = [:]
  private var counted: Set<SiteCode> = []
  private var recurring: Set<SiteCode> = []

  init(_ trends: Trends) { self.trends = trends }

  /// Takes in a period, after all earlier ones.
  mutating func add(_ projection: Projection, counts: Bool) {
    let sites = projection.followedByLineage
    if counts {
      addPeriod(projection, sites.findings)
      for obligation in projection.owing { add(obligation, on: projection.asOf) }
      for code in sites.order { add(code, sites.findings[code] ?? [], projection.quarter.kind) }
    }
    for code in sites.order { failed[code, default: []].insert(projection.quarter.kind) }
  }

  private mutating func addPeriod(
    _ projection: Projection, _ sites: [SiteCode: [FindingState]]
  ) {
    let printed = projection.inspection.rows.map(\.prefecture)
    let failing = Set(
      sites.values.joined().filter { $0.finding.platform == nil }.map(\.finding.prefecture))
    let all = distinct(printed + projection.findings.map(\.finding.prefecture))
    for prefecture in all {
      change(prefecture) { row in
        row.listedIn.append(projection.quarter)
        if failing.contains(prefecture) { row.failedIn.append(projection.quarter) }
      }
    }
  }

  private mutating func add(_ obligation: Obligation, on day: Day) {
    let first = obligation.first
    change(obligation.unit.prefecture) { row in
      row.reports += 1
      if first.submission == .complete {
        let days = first.daysLate ?? 0
        row.onTime += days > 0 ? 0 : 1
        row.late += days > 0 ? 1 : 0
        row.daysLate += max(0, days)
      } else if first.submission == .waived {
        row.waived += 1
      } else if first.isWithinExtension(on: day) {
        row.extended += 1
      } else {
        row.behind += 1
      }
      row.chases += obligation.chases.count
      row.rechecksFailed += obligation.followed.count(where: \.everFailed)
      let isOpened = obligation.followed.contains { $0.accountability.wasOpened }
      row.accountability += isOpened ? 1 : 0
    }
  }

  private mutating func add(_ code: SiteCode, _ findings: [FindingState], _ kind: Quarter.Kind) {
    let isNew = counted.insert(code).inserted
    let recurs = failed[code]?.contains(kind) == true && recurring.insert(code).inserted
    change(findings.last?.finding.prefecture ?? "") { row in
      let isAccount = code.platform != nil
      row.failing += isNew && !isAccount ? 1 : 0
      row.accounts += isNew && isAccount ? 1 : 0
      row.recurrences += recurs ? 1 : 0
    }
  }

  private mutating func change(
    _ prefecture: PrefectureID, _ change: (inout YearReview.Row) -> Void
  ) {
    if rows[prefecture] == nil { order.append(prefecture) }
    change(&rows[prefecture, default: YearReview.Row(prefecture)])
  }

  /// The rows in official order, with the runs that they have at a period.
  func rows(until last: Quarter?, _ directory: Directory?) -> [YearReview.Row] {
    let places = order.map { directory?.position(ofPrefecture: $0) ?? 0 }
    let sorted = zip(order, places).enumerated().sorted {
      ($0.element.1, $0.offset) < ($1.element.1, $1.offset)
    }
    return sorted.compactMap { item in
      var row = rows[item.element.0]
      row?.streak = last.flatMap { trends.streak(of: item.element.0, until: $0) }
      return row
    }
  }
}

extension FindingState {
  /// Whether a re-check of it failed, whatever came after, or its site went dark.
  fileprivate var everFailed: Bool {
    recheck == .failed || rechecks.contains { $0.recheck.verdict == .failed }
  }
}

extension Accountability.State {
  /// Whether it was opened, concluded or not.
  fileprivate var wasOpened: Bool { isOpen || self == .concluded }
}

extension Projection {
  /// Whether the day looked at is before the notice was issued.
  fileprivate var isBeforeNotice: Bool { inspection.notice.issued.map { asOf < $0 } ?? false }
}
