/// The quarter in numbers; units, sites and findings are counted apart.
public struct Overview: Equatable, Sendable {
  /// Findings in annex 2.
  public let findings: Int
  /// Distinct failing sites.
  public let sites: Int
  /// Units that owe a report.
  public let units: Int
  /// Units whose report is settled.
  public let complete: Int
  /// Units whose report is complete for some findings only.
  public let partial: Int
  /// Units that are overdue.
  public let overdue: Int
  /// Units whose report, or a part of it, waits for us to return it.
  public let toReturn: Int
  /// Sites of which nothing has arrived (state `outstanding`).
  public let outstandingSites: Int
  /// Sites reported and waiting for the re-check.
  public let awaitingRecheckSites: Int
  /// Sites that are closed.
  public let closedSites: Int
  /// Events that count: neither retracted, nor retractions themselves.
  public let events: Int
}

extension Projection {
  /// The quarter in numbers on the day looked at.
  public var overview: Overview {
    let sites = sites
    return Overview(
      findings: findings.count, sites: sites.count, units: obligations.count,
      complete: obligations.count { $0.submission.isSettled },
      partial: obligations.count { $0.submission == .partial },
      overdue: obligations.count { $0.isOverdue(on: asOf) },
      toReturn: obligations.count(where: \.hasPartToReturn),
      outstandingSites: sites.count { $0.headline == .outstanding },
      awaitingRecheckSites: sites.count { $0.headline == .awaitingRecheck },
      closedSites: sites.count { $0.headline.isClosed },
      events: events.count { isLive($0.id) && !$0.isRetract })
  }

  /// The published failing figure, from annex 1's total row or the text.
  public var publishedTotals: Inspection.Figures {
    inspection.annex1?.total?.figures ?? inspection.totals
  }
}
