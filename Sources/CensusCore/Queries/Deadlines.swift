/// One day on which reports are due, in any round, and who owes them.
public struct DueDay: Equatable, Sendable {
  /// What a unit owes on the day.
  public struct Duty: Equatable, Sendable {
    /// Who owes it.
    public let obligation: Obligation
    /// The round.
    public let round: Int
    /// The reports due on the day.
    public let reports: [Report]
  }

  /// The deadline.
  public let deadline: Deadline
  /// What is due then, by unit and round.
  public let duties: [Duty]

  /// The units that owe something then, each once.
  public var units: [UnitID] { distinct(duties.map(\.obligation.unit.id)) }

  /// The distinct sites that the day covers.
  public var siteCount: Int { Set(duties.flatMap(\.sites)).count }

  /// The rounds that are due then.
  public var rounds: [Int] { Set(duties.map(\.round)).sorted() }

  /// Units whose reports due then are complete; the excused are no more among them than in the
  /// overview.
  public var completeCount: Int { count(.complete) }

  /// Units that are excused from what is due then, apart from the complete.
  public var waivedCount: Int { count(.waived) }

  private func count(_ submission: Submission) -> Int {
    units.count { unit in
      let reports = duties.filter { $0.obligation.unit.id == unit }.flatMap(\.reports)
      return Submission(of: reports.map(\.submission)) == submission
    }
  }

  /// Units that are overdue on a day with what is due then.
  public func overdueCount(on day: Day) -> Int {
    let overdue = duties.filter { $0.reports.contains { $0.isOverdue(on: day) } }
    return Set(overdue.map(\.obligation.unit.id)).count
  }
}

extension DueDay.Duty {
  /// The sites of its reports.
  fileprivate var sites: [SiteCode] {
    let covered = Set(reports.map(\.finding))
    return obligation.findings.filter { covered.contains($0.finding.id) }.map(\.site)
  }
}

extension Projection {
  /// The days on which reports are due, in order of time: every due day of every round, with what
  /// it covers.
  public var deadlines: [DueDay] {
    var grouped: [Deadline: [DueDay.Duty]] = [:]
    for obligation in owing {
      for round in obligation.rounds {
        for (deadline, reports) in Dictionary(grouping: round.reports, by: \.deadline) {
          guard let deadline else { continue }
          grouped[deadline, default: []].append(
            DueDay.Duty(obligation: obligation, round: round.number, reports: reports))
        }
      }
    }
    return grouped.map { DueDay(deadline: $0, duties: $1) }.sorted {
      ($0.deadline.lastDayOnTime, $0.deadline.day) < ($1.deadline.lastDayOnTime, $1.deadline.day)
    }
  }

  /// The receipt desk (报送登记): who owes most comes first.
  ///
  /// Incomplete before complete, most overdue first, then by the next action's day, then in the
  /// order of annex 1. Units whose findings were all struck off owe nothing and are not listed.
  public var receiptDesk: [Obligation] {
    let keyed = owing.enumerated().map { index, obligation in
      let left = obligation.owed.compactMap { $0.daysLeft(on: asOf) }.min()
      let key = (
        obligation.owed.allSatisfy(\.submission.isSettled) ? 1 : 0, left ?? .max,
        obligation.next?.on.ordinal ?? .max, index
      )
      return (key, obligation)
    }
    return keyed.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
