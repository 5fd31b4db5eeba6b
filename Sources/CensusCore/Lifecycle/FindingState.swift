/// How one finding stands on the day looked at, on all four axes.
public struct FindingState: Equatable, Sendable {
  /// The finding as printed.
  public let finding: Finding
  /// The unit that owes the report on it.
  public let unit: UnitID
  /// The site's identity: its code after corrections and recodings.
  public let site: SiteCode
  /// The report on it, in its latest round.
  public let report: Report
  /// The reports on it in the rounds before, the first round first.
  public let earlier: [Report]
  /// Whether it was struck off the follow-up.
  public let isVoid: Bool
  /// Its re-checks, in the order of their rounds and days; the last is the one that counts.
  public let rechecks: [RecheckEntry]
  /// How it stands by its latest re-check; a site that went dark has failed until another.
  public let recheck: Recheck.State
  /// The day its site was seen dark, where that is why it failed.
  public let darkOn: Day?
  /// Whether its round answers the latest failure: ordered after that, or settled after it.
  public let isReordered: Bool
  /// How far its unit has been held accountable for it.
  public let accountability: Accountability.State
  /// How its site stands; nil where nothing was recorded.
  public let siteStatus: SiteStatus?
  /// The day on which it was closed, its site being retired, whatever the site did since.
  let retiredOn: Day?
  /// What exactly has to be mended.
  public let detail: [Detail.Line]
  /// What its unit said last that it does about it; nil where nothing was said.
  public let remedy: Remedy?
  /// The reminders of its unit and of its site.
  public let chases: ChaseSummary
  /// Records about it that contradict each other, in any round.
  public let conflicts: [Conflict]

  /// The one word for it.
  public var headline: Headline {
    Headline(
      isVoid: isVoid, accountability: accountability, recheck: recheck, isReordered: isReordered,
      submission: submission, availability: retiredOn == nil ? availability : .retired)
  }

  /// Whether its latest failure was reported on since, so that it waits for our re-check.
  var isAnswered: Bool { isReordered && submission.isSettled }

  /// Whether it failed its re-check, and that was not reported on since: 整改不到位, whether anybody was
  /// held accountable for it or not.
  public var isFailing: Bool { !isVoid && recheck == .failed && !isAnswered }

  /// The round of the report.
  public var round: Int { report.round }

  /// The report on it in the round that was open on a day.
  func report(on day: Day) -> Report {
    report.isOpen(on: day) ? report : earlier.last { $0.isOpen(on: day) } ?? report
  }

  /// The report on it of which a part is to go back on a day: that of the open round, or where
  /// nothing of the part is here, one before in which it waits to be returned.
  func report(returning part: Part, on day: Day) -> Report {
    let open = report(on: day)
    guard open[part].arrivedOn == nil else { return open }
    return earlier.last { $0.round < open.round && $0[part].isToReturn } ?? open
  }

  /// The paper copy.
  public var paper: PartState { report.paper }

  /// The electronic document.
  public var electronic: PartState { report.electronic }

  /// The report on it.
  public var submission: Submission { report.submission }

  /// By when the report is due: the latest extension, if there is one.
  public var deadline: Deadline? { report.deadline }

  /// By when the report was due before any extension.
  public var originalDeadline: Deadline? { report.originalDeadline }

  /// The unit's report leaves this finding out (not covered by the report).
  public var isLeftOut: Bool { report.isLeftOut }

  /// A receipt that is on time by its date was recorded after the deadline (补录).
  public var isRecordedLater: Bool { report.isRecordedLater }

  /// Whether its site can be reached.
  public var availability: Availability.Status { siteStatus?.status ?? .operating }

  /// The latest re-check.
  public var lastRecheck: RecheckEntry? { rechecks.last }

  /// The day of the failure that holds: of the last re-check, or that the site went dark.
  public var failedOn: Day? {
    guard recheck == .failed else { return nil }
    if let lastRecheck, lastRecheck.recheck.verdict == .failed { return lastRecheck.on }
    return siteStatus?.since
  }

  /// Whether it failed without anybody's having re-checked it: its site went dark.
  package var isDarkUnchecked: Bool { !isVoid && darkOn != nil && rechecks.isEmpty }

  /// The number that the next re-check has.
  public var nextRecheckRound: Int { (rechecks.map(\.round).max() ?? 0) + 1 }

  /// The lines still to be mended; none once the re-check has passed.
  public var openLines: [Detail.Line] { recheck == .passed ? [] : detail.filter { !$0.isDone } }

  /// The day both parts were here.
  public var completeOn: Day? { report.completeOn }

  /// Days by which the complete report was late; nil while it is not complete.
  public var daysLate: Int? { report.daysLate }

  /// Days left, negative when overdue; nil once settled or void, or without a deadline.
  public func daysLeft(on day: Day) -> Int? { isVoid ? nil : report.daysLeft(on: day) }

  /// Whether a report is owed and its time is over, in its latest round or in one before: what was
  /// not reported in the notice's own round is overdue, whatever was ordered since, until that is reported.
  public func isOverdue(on day: Day) -> Bool {
    !isVoid && (report.isOverdue(on: day) || earlier.contains { $0.isOverdue(on: day) })
  }

  /// How one part stands.
  public subscript(part: Part) -> PartState { report[part] }
}
