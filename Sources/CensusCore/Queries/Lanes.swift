/// The days of one unit against its deadlines: what arrived, what was said, and when it was late
/// (look.md 1).
///
/// Of each day it tells what the quarter's projection on that day tells.
public struct Lane: Equatable, Sendable {
  /// What stands at a day; of several the first of these.
  public enum Sign: String, CaseIterable, Sendable {
    /// A part arrived that could not be accepted, or was sent back.
    case unsound
    /// The report became complete.
    case complete
    /// A part arrived, and something is still missing.
    case part
    /// The last finding was closed (办结).
    case closed
    /// The day of a promise went by, and the report was not complete.
    case broken
    /// The unit was reminded.
    case chased
    /// The unit promised its report for that day, which has not gone by.
    case promised
  }

  /// One day of it.
  public struct Cell: Equatable, Sendable {
    /// The day.
    public let day: Day
    /// What stands there, if anything.
    public let sign: Sign?
    /// Whether anything was owed and its time was over.
    public let isOverdue: Bool
    /// Whether a report of the unit is due that day.
    public let isDue: Bool
  }

  /// The unit.
  public let unit: UnitID
  /// The day looked at.
  public let asOf: Day
  fileprivate var signs: [Day: Sign] = [:]
  fileprivate var dues: Set<Day> = []
  /// From which day to which something was late, in their order.
  fileprivate var late: [ClosedRange<Int>] = []

  fileprivate init(of unit: UnitID, asOf: Day) {
    self.unit = unit
    self.asOf = asOf
  }

  /// A day of it; of days before the first that was asked for, and of those to come, only what is due
  /// and promised.
  public func cell(on day: Day) -> Cell {
    Cell(
      day: day, sign: signs[day], isOverdue: late.contains { $0.contains(day.ordinal) },
      isDue: dues.contains(day))
  }

  /// The days at which a sign stands, or a report of the unit is due.
  public var markedDays: Set<Day> { dues.union(signs.keys) }

  fileprivate mutating func put(_ sign: Sign, on day: Day) {
    guard let there = signs[day], there.rank <= sign.rank else {
      signs[day] = sign
      return
    }
  }
}

extension Lane.Sign {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Projection {
  /// The lanes of all units.
  ///
  /// - Parameter first: the first day they tell of.
  /// - Returns: by unit, one for each that owes or owed anything for this notice.
  public func lanes(from first: Day) -> [UnitID: Lane] {
    let start = min(first, asOf)
    var lanes = Dictionary(
      obligations.map { ($0.unit.id, Lane(of: $0.unit.id, asOf: asOf)) },
      uniquingKeysWith: { first, _ in first })
    // Between two days with records of a unit nothing changes but what the calendar says.
    var standing: [UnitID: (from: Day, obligation: Obligation)] = [:]
    func end(_ unit: UnitID, before day: Day) {
      guard let (from, obligation) = standing[unit] else { return }
      lanes[unit]?.take(obligation, from: from, to: day - 1)
    }
    for (day, obligations) in obligations(since: start) {
      for obligation in obligations {
        let unit = obligation.unit.id
        end(unit, before: day)
        lanes[unit]?.sign(obligation, on: day, before: standing[unit]?.obligation)
        standing[unit] = (day, obligation)
      }
    }
    for unit in standing.keys { end(unit, before: asOf + 1) }
    for obligation in obligations { lanes[obligation.unit.id]?.lookAhead(obligation) }
    return lanes
  }
}

extension Lane {
  /// Puts the sign of a day with records.
  fileprivate mutating func sign(_ obligation: Obligation, on day: Day, before: Obligation?) {
    let parts = [obligation.paper, obligation.electronic]
    if parts.contains(where: { $0.isUnsound(on: day) }) {
      put(.unsound, on: day)
    } else if obligation.completeOn == day {
      put(.complete, on: day)
    } else if obligation.receipts.contains(where: { $0.on == day }) {
      put(.part, on: day)
    }
    if obligation.isClosed, before.map({ !$0.isClosed }) ?? false { put(.closed, on: day) }
    if obligation.chases.lastOn == day { put(.chased, on: day) }
  }

  /// Takes in how the unit stood from the day of a record to the last day before the next.
  fileprivate mutating func take(_ obligation: Obligation, from day: Day, to last: Day) {
    if let promised = obligation.promised, promised >= day, promised <= last,
      !obligation.submission.isSettled
    {
      put(promised < asOf ? .broken : .promised, on: promised)
    }
    guard day <= last, obligation.isOverdue(on: last) else { return }
    // As long as nothing is recorded, what is late stays late.
    var (early, first) = (day.ordinal, last.ordinal)
    while early < first {
      let middle = (early + first) / 2
      if obligation.isOverdue(on: Day(ordinal: middle)) {
        first = middle
      } else {
        early = middle + 1
      }
    }
    late.append(first...last.ordinal)
  }

  /// Takes in what is due and promised of the days to come.
  fileprivate mutating func lookAhead(_ obligation: Obligation) {
    dues = Set(obligation.rounds.filter { !$0.reports.isEmpty }.compactMap { $0.deadline?.day })
    if let promised = obligation.promised, promised > asOf,
      !obligation.submission.isSettled
    {
      put(.promised, on: promised)
    }
  }
}

extension Obligation {
  /// Whether nothing is left to be done of any of its findings.
  fileprivate var isClosed: Bool { followed.allSatisfy { $0.headline.isClosed } && !isVoid }
}

extension Obligation.PartSummary {
  /// Whether what arrived or was sent back that day could not be accepted.
  fileprivate func isUnsound(on day: Day) -> Bool {
    switch self {
    case .toReturn(let on): on == day
    case .returned(let on, _): on == day
    case .missing, .some, .valid, .unasked: false
    }
  }
}
