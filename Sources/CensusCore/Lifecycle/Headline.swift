/// The one word that says how a finding or a site stands; derived, never stored.
///
/// In the order of `commands.md` 2, the worst first. This version records receipts only, so of
/// these the submission alone decides; the others are named because outputs promise their words.
public enum Headline: String, CaseIterable, Sendable {
  /// Accountability was opened (已启动问责).
  case escalated
  /// The latest re-check failed (整改不到位).
  case recheckFailed
  /// Nothing arrived (未报).
  case outstanding
  /// A part waits for us to return it (待退回).
  case toReturn
  /// A part was sent back (已退回).
  case returned
  /// The paper copy is missing (缺纸质版).
  case paperMissing
  /// The electronic document is missing (缺电子版).
  case electronicMissing
  /// Rectified, but the report is owed (已改未报).
  case fixedReportOwed
  /// Reported, and not re-checked yet (待复查).
  case awaitingRecheck
  /// The site was retired, and the report is complete (永久下线).
  case closedRetired
  /// Rectified and reported (办结).
  case closed
  /// Struck off the follow-up (剔除).
  case void

  /// The headline of one finding.
  public init(_ submission: Submission) {
    switch submission {
    case .outstanding, .partial: self = .outstanding
    case .toReturn: self = .toReturn
    case .returned: self = .returned
    case .paperMissing: self = .paperMissing
    case .electronicMissing: self = .electronicMissing
    case .complete, .waived: self = .awaitingRecheck
    }
  }

  /// Whether nothing remains to be done.
  public var isClosed: Bool {
    switch self {
    case .closed, .closedRetired, .void: true
    default: false
    }
  }

  /// The worst of several: how a site stands that has several findings.
  public static func worst(of headlines: some Sequence<Headline>) -> Headline? {
    let present = Set(headlines)
    return allCases.first(where: present.contains)
  }
}
