/// What failed again, across quarters (屡查屡犯).
///
/// A closed finding never reopens: the same site failing again is a new finding. The same category
/// is a recurrence, another a repeat failure, be it of the quarter before or of any earlier one; a
/// finding not closed by then is carried over.
public struct RepeatOffenders: Equatable, Sendable {
  /// A site that failed in several quarters.
  public struct Site: Equatable, Sendable {
    /// Its identity: the code after recodings and mergers.
    public let code: SiteCode
    /// The name as printed last.
    public let name: String
    /// The row of annex 1 it is printed under.
    public let prefecture: PrefectureID
    /// The quarters it failed in, in order.
    public let quarters: [Quarter]
    /// The categories that came back in any later quarter, in the order of their first appearance.
    public let issues: [CategoryID]
    /// The most quarters running in which it failed for one category.
    public let consecutive: Int
    /// The most quarters running in which it failed, for whatever.
    public let running: Int
    /// Its findings that are not closed, in order.
    public let open: [FindingID]
    /// The age in quarters of the oldest of them, at the last quarter; 0 if it is of that quarter.
    public let age: Int
    /// All of its findings, quarter by quarter.
    public let failures: [Failure]
  }

  /// One finding of a site, in any of the quarters.
  public struct Failure: Equatable, Sendable {
    /// The finding as published.
    public let finding: Finding
    /// How it stands on the day looked at.
    public let headline: Headline
  }

  /// Sites that failed in more than one quarter, those with the longest run first.
  public let sites: [Site]

  private let past: [FindingID: PastFailures]

  /// Reads them off several quarters.
  ///
  /// - Parameters:
  ///   - inspections: quarters as published, in any order; those known by their totals only are
  ///     passed over.
  ///   - directory: prefectures, units, categories.
  ///   - events: the events of all of these quarters and those that outlive quarters.
  ///   - settings: the habits of the office.
  ///   - asOf: the day looked at.
  ///   - knownAt: leave out what was recorded later.
  public init(
    _ inspections: [Inspection], directory: Directory, events: [Event], settings: Settings,
    asOf: Day, knownAt: Instant? = nil
  ) {
    let byQuarter = Dictionary(grouping: events, by: \.quarter)
    let standing = byQuarter[nil] ?? []
    self.init(
      inspections.filter { $0.coverage == .full }.map { inspection in
        Projection(
          of: inspection, directory: directory,
          events: (byQuarter[inspection.quarter] ?? []) + standing, settings: settings, asOf: asOf,
          knownAt: knownAt)
      })
  }

  /// Reads them off quarters that have been read already, in any order.
  public init(_ projections: [Projection]) {
    var histories: [SiteCode: [Quarter: [FindingState]]] = [:]
    for projection in projections {
      for state in projection.findings where !state.isVoid {
        let site = projection.aliases.lineage(of: state.site)
        histories[site, default: [:]][projection.quarter, default: []].append(state)
      }
    }
    var past: [FindingID: PastFailures] = [:]
    var sites: [Site] = []
    for (code, quarters) in histories {
      let history = SiteHistory(quarters)
      for state in quarters.values.joined() { past[state.finding.id] = history.past(of: state) }
      if quarters.count > 1 { sites.append(history.site(code)) }
    }
    self.past = past
    self.sites = sites.sorted {
      ($1.consecutive, $1.running, $1.quarters.count, $0.code.text)
        < ($0.consecutive, $0.running, $0.quarters.count, $1.code.text)
    }
  }

  /// What earlier quarters say of a finding's site.
  public func past(of finding: FindingID) -> PastFailures? { past[finding] }
}

/// The findings of one site, by quarter.
private struct SiteHistory {
  private let findings: [Quarter: [FindingState]]
  private let quarters: [Quarter]

  init(_ findings: [Quarter: [FindingState]]) {
    self.findings = findings.mapValues { states in
      states.sorted { $0.finding.id < $1.finding.id }
    }
    quarters = findings.keys.sorted()
  }

  func past(of state: FindingState) -> PastFailures {
    let quarter = state.finding.id.quarter
    let recurrence =
      distinct(state.finding.issues).map { issue in
        run(until: quarter) { $0.issues.contains(issue) }
      }.max() ?? 1
    let oldest = quarters.first { earlier in
      earlier < quarter && (findings[earlier] ?? []).contains { !$0.headline.isClosed }
    }
    let times = distinct(state.finding.issues).map { issue in
      count(until: quarter) { $0.issues.contains(issue) }
    }
    return PastFailures(
      recurrence: recurrence, running: run(until: quarter) { _ in true },
      times: times.max() ?? 1, periods: count(until: quarter) { _ in true },
      carriedOver: oldest.map { quarter.index - $0.index } ?? 0)
  }

  func site(_ code: SiteCode) -> RepeatOffenders.Site {
    let states = quarters.flatMap { findings[$0] ?? [] }
    let issues = distinct(states.flatMap(\.finding.issues))
    let longest = { (isMeant: (Finding) -> Bool) in
      quarters.map { run(until: $0, where: isMeant) }.max() ?? 0
    }
    let runs = issues.map { issue in longest { $0.issues.contains(issue) } }
    let open = states.filter { !$0.headline.isClosed }.map(\.finding.id)
    let age = open.first.flatMap { first in
      quarters.last.map { $0.index - first.quarter.index }
    }
    // What became part of it has names of its own.
    let named = states.last { $0.site == code } ?? states.last
    return RepeatOffenders.Site(
      code: code, name: named?.finding.siteName ?? code.text,
      prefecture: states.last?.finding.prefecture ?? "", quarters: quarters,
      issues: quarters.last.map { last in
        issues.filter { issue in count(until: last) { $0.issues.contains(issue) } > 1 }
      } ?? [], consecutive: runs.max() ?? 0,
      running: longest { _ in true }, open: open, age: age ?? 0,
      failures: states.map { RepeatOffenders.Failure(finding: $0.finding, headline: $0.headline) })
  }

  /// In how many quarters, up to one, the site failed with findings that are meant.
  private func count(until quarter: Quarter, where isMeant: (Finding) -> Bool) -> Int {
    quarters.count { earlier in
      earlier <= quarter && (findings[earlier] ?? []).contains { isMeant($0.finding) }
    }
  }

  /// In how many quarters running, up to one, the site failed with findings that are meant; 0 if not
  /// in that one.
  private func run(until quarter: Quarter, where isMeant: (Finding) -> Bool) -> Int {
    var length = 0
    var next: Quarter? = quarter
    while let current = next,
      findings[current]?.contains(where: { isMeant($0.finding) }) == true
    {
      length += 1
      next = current.previous
    }
    return length
  }
}
