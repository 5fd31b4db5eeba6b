/// One day on which reports are due, and who owes them.
public struct DueDay: Equatable, Sendable {
  /// The deadline.
  public let deadline: Deadline
  /// The obligations due then.
  public let obligations: [Obligation]

  /// The distinct sites of those units.
  public var siteCount: Int { Set(obligations.flatMap(\.siteCodes)).count }

  /// Units whose report is settled.
  public var completeCount: Int { obligations.count { $0.submission.isSettled } }

  /// Units that are overdue on a day.
  public func overdueCount(on day: Day) -> Int { obligations.count { $0.isOverdue(on: day) } }
}

extension Projection {
  /// The days on which reports are due, in order of time.
  public var deadlines: [DueDay] {
    var grouped: [Deadline: [Obligation]] = [:]
    for obligation in owing {
      guard let deadline = obligation.deadline else { continue }
      grouped[deadline, default: []].append(obligation)
    }
    return grouped.map { DueDay(deadline: $0, obligations: $1) }
      .sorted { $0.deadline.day < $1.deadline.day }
  }

  /// The receipt desk (报送登记): who owes most comes first.
  ///
  /// Incomplete before complete, most overdue first, then by the next action's day, then in the
  /// order of annex 1. Units whose findings were all struck off owe nothing and are not listed.
  public var receiptDesk: [Obligation] {
    let keyed = owing.enumerated().map { index, obligation in
      let key = (
        obligation.submission.isSettled ? 1 : 0, obligation.daysLeft(on: asOf) ?? .max,
        obligation.next?.on.ordinal ?? .max, index
      )
      return (key, obligation)
    }
    return keyed.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
