/// What a later census does not list any more: evidence for a pass, and never a closure
/// (domain.md 2.10).
extension Projection {
  /// The findings that wait for their re-check and whose sites a later census does not list.
  ///
  /// A census that prints more failing sites of a prefecture than it lists says nothing of those it
  /// does not list there, nor of prefectures that its annex 1 lacks, nor of what failed after it
  /// looked. A retired, offline or dark site is not listed because there was nothing to look at, and
  /// one of the same name in the same prefecture is listed whatever its code is.
  ///
  /// - Parameter later: the period that may be evidence.
  /// - Returns: the findings in the order of annex 2; nil where that period is no evidence: it is not
  ///   later, only its totals are known, or it is not known to have looked at all sites.
  public func absent(from later: Projection) -> [FindingID]? {
    let until = later.inspection.sampling.to ?? later.inspection.notice.issued
    return unlisted(by: later)?.filter { state in
      let isLater = state.failedOn.map { failed in until.map { failed > $0 } ?? true } ?? false
      return !isLater && state.availability.canBeTested && !state.isVoid
        && !state.headline.isClosed && state.recheck != .passed
    }.map(\.finding.id)
  }

  /// The findings whose sites a later census does not list, whatever became of them since.
  ///
  /// - Parameter later: the period that may be evidence.
  /// - Returns: them in the order of annex 2; nil where that period is no evidence.
  package func unlisted(by later: Projection) -> [FindingState]? {
    let inspection = later.inspection
    guard later.quarter > quarter, inspection.coverage == .full, inspection.scope == .all else {
      return nil
    }
    let listed = Set(
      later.findings.filter { !$0.finding.isGone }.map { aliases.lineage(of: $0.site) })
    // A code may be misprinted or missing in either notice; whoever bears the name is listed.
    let named = Set(
      inspection.findings.filter { !$0.isGone }.map(\.bearer) + inspection.mentions.map(\.bearer))
    let short = inspection.incompletelyListed
    let looked = Set(inspection.rows.map(\.prefecture))
    // A notice that names no account may not have looked at any.
    let hasAccounts = inspection.findings.contains { $0.platform != nil && !$0.isGone }
    return findings.filter { state in
      let prefecture = state.finding.prefecture
      return !short.contains(prefecture) && (looked.isEmpty || looked.contains(prefecture))
        && (state.finding.platform == nil || hasAccounts)
        && !listed.contains(aliases.lineage(of: state.site))
        && !named.contains(state.finding.bearer)
    }
  }
}

/// Whose site it is and what it is called, whatever its code is.
private struct Bearer: Hashable {
  let prefecture: PrefectureID
  let platform: AccountPlatform?
  let name: String
}

extension Finding {
  fileprivate var bearer: Bearer {
    Bearer(prefecture: prefecture, platform: platform, name: siteNameKey(siteName))
  }
}

extension Mention {
  fileprivate var bearer: Bearer {
    Bearer(prefecture: prefecture, platform: nil, name: siteNameKey(siteName))
  }
}

extension Availability.Status {
  /// Whether a census can have looked at such a site.
  fileprivate var canBeTested: Bool {
    switch self {
    case .operating, .merged: true
    case .offline, .retired, .dark: false
    }
  }
}

extension Inspection {
  /// The prefectures of which annex 1 prints more failing sites than annex 2 has rows of sites; all of
  /// them where only the sum says so.
  public var incompletelyListed: Set<PrefectureID> {
    let listed = Dictionary(grouping: siteFindings.filter { !$0.isGone }, by: \.prefecture)
    let short = rows.filter { row in
      row.figures.failing.map { $0 > listed[row.prefecture]?.count ?? 0 } ?? false
    }.map(\.prefecture)
    let all = listed.values.reduce(0) { $0 + $1.count }
    guard short.isEmpty, let failing = totals.failing, failing > all else { return Set(short) }
    return Set(rows.map(\.prefecture)).union(listed.keys)
  }
}

extension Terms {
  /// What a pass rests on that a later census is evidence for.
  public static func absence(from quarter: Quarter) -> Phrase {
    Phrase("\(quarter.name.chinese)普查未再列入", "not listed in the census of \(quarter.name.english)")
  }
}
