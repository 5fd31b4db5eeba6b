/// The one word that says how a finding or a site stands; derived, never stored.
///
/// The worst comes first: a site shows the worst of its findings.
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

  /// The headline of one finding, read off the four axes; the first that fits wins.
  ///
  /// - Parameters:
  ///   - isVoid: whether it was struck off.
  ///   - accountability: how far its unit has been held accountable for it.
  ///   - recheck: how it stands by its latest re-check.
  ///   - isReordered: whether its round answers that failure: ordered or settled after it.
  ///   - submission: the report on it, in its latest round.
  ///   - availability: whether its site can be reached.
  public init(
    isVoid: Bool = false, accountability: Accountability.State = .none,
    recheck: Recheck.State = .notYet, isReordered: Bool = false, submission: Submission,
    availability: Availability.Status = .operating
  ) {
    let isSettled = submission.isSettled
    switch (accountability, recheck, submission) {
    case _ where isVoid: self = .void
    case (.opened, _, _), (.measured, _, _): self = .escalated
    case (_, .failed, _) where !(isReordered && isSettled): self = .recheckFailed
    case (_, .passed, _) where isSettled: self = .closed
    case _ where availability == .retired && isSettled: self = .closedRetired
    case (_, .passed, _): self = .fixedReportOwed
    case (_, _, .toReturn): self = .toReturn
    case (_, _, .returned): self = .returned
    case (_, _, .complete), (_, _, .waived): self = .awaitingRecheck
    case (_, _, .paperMissing): self = .paperMissing
    case (_, _, .electronicMissing): self = .electronicMissing
    case (_, _, .outstanding), (_, _, .partial): self = .outstanding
    }
  }

  /// The headline of a finding of which only the report is known.
  public init(_ submission: Submission) {
    self.init(submission: submission)
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
