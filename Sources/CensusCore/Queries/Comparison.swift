/// How the failing sites of two periods differ (对比).
///
/// A site that is not listed any more has not been rectified by that: absence is evidence, and
/// never closure (domain.md 2.10).
public struct Comparison: Equatable, Sendable {
  /// What became of a site from the earlier period to the later one.
  public enum Change: String, CaseIterable, Sendable {
    /// It fails in the later period and did not in the earlier one (新增).
    case newlyFailing
    /// It fails in both (仍不合格).
    case stillFailing
    /// It failed in the earlier period and is not listed in the later one (不再列出).
    case noLongerFailing
  }

  /// A site that fails in one of the two periods, or in both.
  public struct Site: Equatable, Sendable {
    /// Its identity: the code after recodings and mergers, as `RepeatOffenders` has it; a site
    /// without a code is known by its prefecture and name.
    public let code: SiteCode
    /// The name as printed last.
    public let name: String
    /// The row of annex 1 under which it is printed last.
    public let prefecture: PrefectureID
    /// Its findings in the earlier period, in the order of annex 2; those struck off left out.
    public let before: [FindingState]
    /// Its findings in the later period, in the order of annex 2; those struck off left out.
    public let after: [FindingState]

    init(code: SiteCode, before: [FindingState], after: [FindingState]) {
      self.code = code
      self.before = before
      self.after = after
      let last = after.isEmpty ? before : after
      // What became part of it has names of its own.
      let named = last.last { $0.site == code } ?? last.last
      name = named?.finding.siteName ?? code.text
      prefecture = named?.finding.prefecture ?? ""
    }

    /// What became of it.
    public var change: Change {
      if before.isEmpty { return .newlyFailing }
      return after.isEmpty ? .noLongerFailing : .stillFailing
    }

    /// The categories of its issues in the earlier period, in the order of their appearance.
    public var issuesBefore: [CategoryID] { distinct(before.flatMap(\.finding.issues)) }

    /// The categories of its issues in the later period, in the order of their appearance.
    public var issuesAfter: [CategoryID] { distinct(after.flatMap(\.finding.issues)) }
  }

  /// The figures of both periods as published.
  public let trends: Trends
  /// The earlier period.
  public let before: Quarter
  /// The later period.
  public let after: Quarter
  /// The sites: newly failing, failing still, no longer failing, and within each in published order.
  public let sites: [Site]
  /// Which of those that fail no longer are listed in the later period, all of their findings struck off.
  public let struckOff: [SiteCode]
  /// The rows of annex 1 in the later period, then those that the earlier one alone has.
  public let prefectures: [PrefectureID]
  /// Those of which the later period prints more failing sites than it lists.
  public let incompletelyListed: [PrefectureID]

  /// Compares two periods, which may be given in either order.
  ///
  /// Where one of them is known by its totals only there are no sites, and only totals compare.
  public init(_ one: Projection, _ other: Projection) {
    let (earlier, later) = one.quarter < other.quarter ? (one, other) : (other, one)
    trends = Trends([earlier.inspection, later.inspection])
    (before, after) = (earlier.quarter, later.quarter)
    prefectures = distinct(
      [later, earlier].flatMap { $0.inspection.rows.map(\.prefecture) })
    let short = later.inspection.incompletelyListed
    incompletelyListed = prefectures.filter(short.contains)
    guard [earlier, later].allSatisfy({ $0.inspection.coverage == .full }) else {
      sites = []
      struckOff = []
      return
    }
    let (old, new) = (earlier.followedByLineage, later.followedByLineage)
    // What the later period lists and somebody struck off did not disappear from the notice.
    let listed = Set(
      later.findings.filter { !$0.finding.isGone }.map { later.aliases.lineage(of: $0.site) })
    let found = distinct(new.order + old.order).map { code in
      Site(code: code, before: old.findings[code] ?? [], after: new.findings[code] ?? [])
    }
    struckOff = found.filter { $0.after.isEmpty && listed.contains($0.code) }.map(\.code)
    sites = Change.allCases.flatMap { change in found.filter { $0.change == change } }
  }

  /// Whether one of the two is known by its totals only.
  public var isOfTotals: Bool { trends.points.contains { $0.coverage == .headline } }

  /// Whether “fewer” and “more” can be said of the two: periods of one kind, and both a census or
  /// both a spot check, so far as that is known.
  public var isLikeWithLike: Bool {
    before.kind == after.kind && Set(trends.points.map { $0.scope == .sample }).count == 1
  }

  /// How the failing sites of the later period gather in rows of annex 1.
  public var concentration: Concentration {
    let counts = Dictionary(grouping: sites.filter { !$0.after.isEmpty }, by: \.prefecture)
      .mapValues(\.count)
    let places =
      prefectures + distinct(sites.map(\.prefecture)).filter { !prefectures.contains($0) }
    return Concentration(places.map { ($0, counts[$0] ?? 0) })
  }
}

extension Projection {
  /// The findings in the follow-up by the site whose history they belong to, and those sites in the
  /// order of annex 2.
  var followedByLineage: (order: [SiteCode], findings: [SiteCode: [FindingState]]) {
    let followed = findings.filter { !$0.isVoid }
    let sites = followed.map { aliases.lineage(of: $0.site) }
    var grouped: [SiteCode: [FindingState]] = [:]
    for (site, state) in zip(sites, followed) { grouped[site, default: []].append(state) }
    return (distinct(sites), grouped)
  }
}
