/// How failing sites gather in few rows of annex 1 (集中程度): 「两个州市占45%」.
///
/// What is counted is distinct failing sites, as in `Overview.sites`: a site with two findings is
/// one (domain.md 3, rows 8 and 9). New-media accounts are none of them and are counted beside.
public struct Concentration: Equatable, Sendable {
  /// What one row of annex 1 has of them.
  public struct Share: Equatable, Sendable {
    /// The row of annex 1.
    public let prefecture: PrefectureID
    /// Its distinct failing sites, at least 1.
    public let sites: Int
  }

  /// The rows with failing sites, most of them first; of equals the first in published order.
  public let shares: [Share]
  /// Distinct failing new-media accounts, of which no share speaks.
  public let accounts: Int

  /// Reads it off counts.
  ///
  /// - Parameters:
  ///   - counts: distinct failing sites by rows of annex 1, in published order; rows without any are
  ///     passed over.
  ///   - accounts: distinct failing new-media accounts of all rows.
  public init(_ counts: [(prefecture: PrefectureID, sites: Int)], accounts: Int = 0) {
    self.accounts = accounts
    shares = counts.enumerated().filter { $0.element.sites > 0 }
      .sorted { ($1.element.sites, $0.offset) < ($0.element.sites, $1.offset) }
      .map { Share(prefecture: $0.element.prefecture, sites: $0.element.sites) }
  }

  /// All failing sites, as a count of distinct sites.
  public var sites: Int { shares.reduce(0) { $0 + $1.sites } }

  /// The rows that lead: the first two, and those that have as many as the second.
  ///
  /// Where that makes more than three, nobody could say which two are meant: then the first alone,
  /// or none where others have as many as that.
  public var leading: [Share] {
    guard shares.count > 2 else { return shares }
    for place in [1, 0] {
      let tied = shares.prefix { $0.sites >= shares[place].sites }
      if tied.count <= 3 { return Array(tied) }
    }
    return []
  }

  /// What the leading rows have of all failing sites; nil where no row leads.
  public var portion: Portion? {
    leading.isEmpty ? nil : Portion(leading.reduce(0) { $0 + $1.sites }, of: sites)
  }
}

extension Concentration {
  /// Reads it off a notice as published.
  ///
  /// - Returns: nil where only totals are known.
  public init?(_ inspection: Inspection) {
    guard inspection.coverage == .full else { return nil }
    let sites = inspection.siteFindings
    let findings = Dictionary(grouping: sites, by: \.prefecture)
    // A row that annex 1 lacks counts as well, where annex 2 has sites of it.
    let rows = inspection.rows.map(\.prefecture) + sites.map(\.prefecture)
    self.init(
      distinct(rows).map { ($0, Set((findings[$0] ?? []).map(\.code)).count) },
      accounts: inspection.failingAccounts)
  }
}

extension Projection {
  /// How the distinct failing sites gather in rows of annex 1, those struck off included.
  public var concentration: Concentration {
    // Every list of units and prefectures asks for it: no site is put together only to be counted.
    var known: Set<SiteCode> = []
    var counts: [PrefectureID: Int] = [:]
    var others: [PrefectureID] = []
    var accounts = 0
    for state in findings where known.insert(state.site).inserted {
      guard state.finding.platform == nil else {
        accounts += 1
        continue
      }
      counts[state.finding.prefecture, default: 0] += 1
      others.append(state.finding.prefecture)
    }
    // A row that annex 1 lacks counts as well, where annex 2 has sites of it.
    let places = distinct(inspection.rows.map(\.prefecture) + others)
    return Concentration(places.map { ($0, counts[$0] ?? 0) }, accounts: accounts)
  }
}
