/// The quarter in numbers; units, sites and findings are counted apart.
///
/// What units reported is counted in the round of the notice, for ever; rounds that were ordered
/// are counted apart from it.
public struct Overview: Equatable, Sendable {
  /// Findings in annex 2, those struck off included: the printed total.
  public let findings: Int
  /// Distinct failing sites, those struck off included, and new-media accounts among them.
  public let sites: Int
  /// How many of them are new-media accounts, which the figures of annex 1 do not count.
  public let accounts: Int
  /// Units that owe a report.
  public let units: Int
  /// Units whose report is complete (已报齐).
  public let complete: Int
  /// Units that are excused (免报), apart from the complete.
  public let waived: Int
  /// Units whose report is complete for some findings only.
  public let partial: Int
  /// Units that are overdue.
  public let overdue: Int
  /// Units whose time was extended and is not over (延期).
  public let extended: Int
  /// All others: units whose report is not complete (未报齐).
  public let behind: Int
  /// Units of which rectification was ordered anew.
  public let ordered: Int
  /// Units whose ordered reports are complete.
  public let orderedComplete: Int
  /// Units that are excused from all that was ordered, apart from the complete.
  public let orderedWaived: Int
  /// Units of which an ordered report is overdue.
  public let orderedOverdue: Int
  /// Units whose report, or a part of it, waits for us to return it.
  public let toReturn: Int
  /// Units that sent nothing valid and are waited for, returned parts included.
  public let returned: Int
  /// Sites of which nothing has arrived (state `outstanding`).
  public let outstandingSites: Int
  /// Sites reported and waiting for the re-check.
  public let awaitingRecheckSites: Int
  /// Sites whose re-check failed, accountability opened or not.
  public let failedSites: Int
  /// Sites that are rectified and not reported.
  public let fixedReportOwedSites: Int
  /// Sites that are closed; those struck off are not among them.
  public let closedSites: Int
  /// Findings that were struck off.
  public let voidFindings: Int
  /// Findings in the follow-up that were re-checked.
  public let recheckedFindings: Int
  /// Findings among them that nobody re-checked: their sites went dark without filing.
  public let darkFindings: Int
  /// Findings in the follow-up that passed their re-check.
  public let passedFindings: Int
  /// Findings in the follow-up that failed it, or whose sites went dark.
  public let failedFindings: Int
  /// Units to be considered for accountability, those among them of which it is going on for other
  /// findings.
  public let toBeConsidered: Int
  /// Units of which accountability is going on.
  public let escalated: Int
  /// Units of which it is concluded, and nothing is to be considered since.
  public let concluded: Int
  /// Units with records that contradict each other.
  public let conflicts: Int
  /// Events that count: neither retracted, nor retractions themselves.
  public let events: Int
}

extension Projection {
  /// The obligations of units that owe anything: not those whose findings were all struck off.
  public var owing: [Obligation] { obligations.filter { !$0.isVoid } }

  /// The quarter in numbers on the day looked at.
  public var overview: Overview { counts.value(count) }

  private func count() -> Overview {
    let sites = sites
    let owing = owing
    let followed = findings.filter { !$0.isVoid }
    return Overview(
      findings: findings.count, sites: sites.count,
      accounts: sites.count { $0.platform != nil }, units: owing.count,
      complete: owing.count { $0.first.submission == .complete },
      waived: owing.count { $0.first.submission == .waived },
      partial: owing.count { $0.first.submission == .partial },
      overdue: owing.count { $0.first.isOverdue(on: asOf) },
      extended: owing.count { $0.first.isWithinExtension(on: asOf) },
      behind: owing.count { $0.first.isBehind(on: asOf) },
      ordered: owing.count { !$0.ordered.isEmpty },
      orderedComplete: owing.count { $0.orderedSubmission == .complete },
      orderedWaived: owing.count { $0.orderedSubmission == .waived },
      orderedOverdue: owing.count { $0.isOrderedOverdue(on: asOf) },
      toReturn: owing.count(where: \.hasPartToReturn),
      returned: owing.count { $0.first.submission == .returned },
      outstandingSites: sites.count { $0.headline == .outstanding },
      awaitingRecheckSites: sites.count { $0.headline == .awaitingRecheck },
      failedSites: sites.count { $0.findings.contains(where: \.isFailing) },
      fixedReportOwedSites: sites.count { $0.headline == .fixedReportOwed },
      closedSites: sites.count { $0.headline.isClosed && $0.headline != .void },
      voidFindings: findings.count - followed.count,
      recheckedFindings: followed.count { $0.recheck != .notYet },
      darkFindings: followed.count(where: \.isDarkUnchecked),
      passedFindings: followed.count { $0.recheck == .passed },
      failedFindings: followed.count { $0.recheck == .failed },
      toBeConsidered: owing.count(where: \.isToBeConsidered),
      escalated: owing.count(where: \.accountability.isOpen),
      concluded: owing.count { $0.accountability == .concluded },
      conflicts: obligations.count { !$0.conflicts.isEmpty },
      events: events.count { isLive($0.id) && !$0.isRetract })
  }

  /// The province's figures as published.
  public var publishedTotals: Inspection.Figures { inspection.publishedTotals }
}

extension Inspection {
  /// The province's figures as published: in the total row of annex 1, else in the text.
  public var publishedTotals: Figures { annex1?.total?.figures ?? totals }
}
