/// What is said beside the headline of a finding.
public enum Modifier: Hashable, Sendable {
  /// So many days are left; 0 is today.
  case due(days: Int)
  /// The report is owed, and so many days overdue.
  case overdue(days: Int)
  /// The report of a round before the latest is owed, and so many days overdue.
  case earlierOverdue(round: Int, days: Int)
  /// The complete report was so many days late.
  case late(days: Int)
  /// A receipt was recorded after the deadline, though it arrived in time (补录).
  case recordedLater
  /// Reminded so many times.
  case chased(Int)
  /// The site is offline for a time, until a day where one was filed.
  case offlineUntil(Day?)
  /// The site was to be back so many days ago.
  case restorationOverdue(days: Int)
  /// The same defect in so many quarters running, this one included.
  case recurrence(Int)
  /// The same defect in so many quarters in all, this one included, and not in all of them running.
  case recurred(Int)
  /// The unit's report leaves it out.
  case notCovered
  /// So many receipts contradict each other.
  case conflictingReceipts(Int)
  /// So many records of another kind contradict each other.
  case conflicting(Conflict.Kind, Int)
  /// The site failed in so many quarters running, this one included, not all for the same defect.
  case repeatFailure(Int)
  /// The site failed in so many quarters in all, this one included, neither all of them running nor all
  /// for the same defect.
  case failedBefore(Int)
  /// A finding of the same site was not closed, so many quarters ago.
  case carriedOver(quarters: Int)
  /// An extension holds for some rows of a unit only.
  case extended(rows: [Int], until: Day)
}

extension Obligation {
  /// What is to be said beside its row on a day: rounds before the shown one that are overdue still,
  /// rows that are due on a day of their own, and records that contradict each other.
  public func modifiers(on day: Day) -> [Modifier] {
    let earlier = rounds.filter { $0.number < round && $0.isOverdue(on: day) }
    return earlier.compactMap { earlier in
      earlier.daysLeft(on: day).map { .earlierOverdue(round: earlier.number, days: -$0) }
    } + extensionsOfRows + Modifier.of(conflicts)
  }

  /// The extensions that hold for some of the rows only, by their days.
  public var extensionsOfRows: [Modifier] {
    let apart = rounds.flatMap { round in
      round.extendedApart.filter { round.number == self.round || !$0.submission.isSettled }
    }
    let days = Set(apart.compactMap { $0.deadline?.day }).sorted()
    return days.map { day in
      .extended(rows: rows(of: apart.filter { $0.deadline?.day == day }), until: day)
    }
  }

  /// The rows whose own extension the shown deadline of a round is; none where it is that of the unit.
  public func rowsDueApart(in round: Round) -> [Int] {
    rows(of: round.extendedApart.filter { $0.deadline == round.deadline })
  }

  private func rows(of reports: [Report]) -> [Int] {
    let meant = Set(reports.map(\.finding))
    return findings.map(\.finding).filter { meant.contains($0.id) }.map(\.row).sorted()
  }
}

extension Modifier {
  /// What is to be said of records that contradict each other: how many of each kind.
  public static func of(_ conflicts: [Conflict]) -> [Modifier] {
    Conflict.Kind.allCases.compactMap { kind in
      let events = Set(conflicts.filter { $0.kind == kind }.flatMap(\.events))
      guard !events.isEmpty else { return nil }
      return kind == .receipts
        ? .conflictingReceipts(events.count) : .conflicting(kind, events.count)
    }
  }
}

extension FindingState {
  /// What is to be said beside the headline on a day, in a fixed order.
  ///
  /// - Parameters:
  ///   - day: the day looked at.
  ///   - past: what earlier quarters say of its site, once they are known.
  /// - Returns: for a finding that was struck off, no more than the records that contradict each other.
  public func modifiers(on day: Day, past: PastFailures? = nil) -> [Modifier] {
    guard !isVoid else { return Modifier.of(conflicts) }
    var modifiers: [Modifier] = []
    if let left = daysLeft(on: day) {
      modifiers.append(left < 0 ? .overdue(days: -left) : .due(days: left))
    }
    for report in earlier where report.isOverdue(on: day) {
      let days = report.daysLeft(on: day).map { -$0 } ?? 0
      modifiers.append(.earlierOverdue(round: report.round, days: days))
    }
    if submission == .complete, let late = daysLate, late > 0 {
      modifiers.append(.late(days: late))
    }
    if isRecordedLater { modifiers.append(.recordedLater) }
    if isLeftOut, !submission.isSettled { modifiers.append(.notCovered) }
    modifiers += Modifier.of(conflicts)
    if chases.count > 0 { modifiers.append(.chased(chases.count)) }
    if let siteStatus, siteStatus.status == .offline {
      modifiers.append(.offlineUntil(siteStatus.until))
      if let until = siteStatus.until, day > until {
        modifiers.append(.restorationOverdue(days: day - until))
      }
    }
    guard let past else { return modifiers }
    if past.recurrence > 1 { modifiers.append(.recurrence(past.recurrence)) }
    if past.times > past.recurrence { modifiers.append(.recurred(past.times)) }
    if past.running > past.recurrence { modifiers.append(.repeatFailure(past.running)) }
    if past.periods > max(past.running, past.times) {
      modifiers.append(.failedBefore(past.periods))
    }
    if past.carriedOver > 0 { modifiers.append(.carriedOver(quarters: past.carriedOver)) }
    return modifiers
  }
}

/// What earlier quarters say of a finding's site; see `RepeatOffenders`.
public struct PastFailures: Hashable, Sendable {
  /// In how many quarters running the site failed for the same category, this one included.
  public let recurrence: Int
  /// In how many quarters running the site failed, for whatever, this one included.
  public let running: Int
  /// In how many quarters in all the site failed for the same category, this one included.
  public let times: Int
  /// In how many quarters in all the site failed, for whatever, this one included.
  public let periods: Int
  /// The age in quarters of the oldest finding that was not closed by then; 0 if there is none.
  public let carriedOver: Int

  /// What earlier quarters say; without a word on it the site failed for nothing else, and in no quarter
  /// before those.
  public init(
    recurrence: Int = 1, running: Int? = nil, times: Int? = nil, periods: Int? = nil,
    carriedOver: Int = 0
  ) {
    self.recurrence = recurrence
    self.running = running ?? recurrence
    self.times = times ?? recurrence
    self.periods = periods ?? max(self.running, self.times)
    self.carriedOver = carriedOver
  }

  /// Whether it says anything.
  public var isEmpty: Bool { periods <= 1 && carriedOver == 0 }
}
