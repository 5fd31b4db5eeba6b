/// What one unit owes for one notice: the unit's findings, and how its report stands; derived.
///
/// Its row shows one round as a whole, the latest: its due day, its dates, its findings. What an
/// earlier round still owes and no later one covers is overdue with it and calls for the next
/// action. The notice's own count is that of the first round for ever. Findings struck off are
/// counted nowhere.
public struct Obligation: Equatable, Sendable {
  /// One part of the report, over all findings of the unit.
  public enum PartSummary: Equatable, Sendable {
    /// Nothing arrived.
    case missing
    /// A defective part waits to be returned.
    case toReturn(on: Day)
    /// A defective part, which had arrived on a day, was sent back.
    case returned(on: Day, arrived: Day)
    /// Valid for some of the findings only.
    case some(Int, of: Int)
    /// Valid for all of them, since that day.
    case valid(on: Day)
    /// Not asked for by the notice; it came all the same where there is a day.
    case unasked(arrived: Day?)

    /// One part over several findings.
    public init(of states: [PartState]) {
      let days = states.compactMap(\.validOn)
      if let first = states.first, !first.isAsked {
        self = .unasked(arrived: days.max())
        return
      }
      if days.count == states.count, let last = days.max() {
        self = .valid(on: last)
        return
      }
      for case .toReturn(let day) in states {
        self = .toReturn(on: day)
        return
      }
      for case .returned(let day, let arrived) in states {
        self = .returned(on: day, arrived: arrived)
        return
      }
      self = days.isEmpty ? .missing : .some(days.count, of: states.count)
    }
  }

  /// Who owes it.
  public let unit: Unit
  /// Its findings, in the order of annex 2.
  public let findings: [FindingState]
  /// All rounds, the first from the notice, each further one from an order.
  public let rounds: [Round]
  /// The next thing to do.
  public let next: NextAction?
  /// The reminders of the unit and its sites, over all rounds.
  public let chases: ChaseSummary
  /// The reminders since each round was opened, in the order of the rounds.
  private let chasesByRound: [ChaseSummary]
  /// The day for which the report that is owed was promised; one that was for an earlier round is
  /// none any more.
  public let promised: Day?
  /// Whom to call.
  public let contact: Contact?
  /// Who in the office handles it (承办人).
  public let assignee: String?
  /// The unit that took over its duties (承接单位), if one did.
  public let successor: UnitID?
  /// How far the unit has been held accountable.
  public let accountability: Accountability.State
  /// Records that contradict each other, until somebody settles which counts.
  public let conflicts: [Conflict]

  init(
    unit: Unit, findings: [FindingState], rounds: [Round], chases: ChaseSummary,
    contact: Contact?, assignee: String?, successor: UnitID?, accountability: Accountability.State,
    conflicts: [Conflict], asOf: Day, policy: Settings.Policy, calendar: WorkingCalendar,
    chasesByRound: [ChaseSummary]
  ) {
    let shown = rounds.firstIndex { $0.number == Self.latest(rounds)?.number }
    let chasesOfRound = shown.map { chasesByRound[$0] } ?? ChaseSummary()
    self.unit = unit
    self.findings = findings
    self.rounds = rounds
    self.chases = chases
    self.chasesByRound = chasesByRound
    promised = chasesOfRound.promised
    self.contact = contact
    self.assignee = assignee
    self.successor = successor
    self.accountability = accountability
    self.conflicts = conflicts
    let owed = Self.owed(findings, round: Self.latest(rounds)?.number ?? 1)
    let reports = owed.map(\.report)
    next =
      owed.isEmpty
      ? nil
      : NextAction.of(
        Submission(of: reports.map(\.submission)),
        isToReturn: owed.contains { $0.submission == .toReturn },
        isToRecheck: findings.contains { !$0.isVoid && $0.headline == .awaitingRecheck },
        isToConsider: findings.contains { !$0.isVoid && $0.accountability == .toBeConsidered },
        isOrdered: owed.allSatisfy { $0.round > 1 || $0.submission.isSettled },
        chases: chasesOfRound,
        deadline: reports.mostUrgent(\.deadline), policy: policy,
        calendar: calendar, today: asOf)
  }

  private static func owed(_ findings: [FindingState], round: Int) -> [FindingState] {
    findings.filter { !$0.isVoid && ($0.round == round || !$0.submission.isSettled) }
  }

  private static func latest(_ rounds: [Round]) -> Round? {
    let asked = rounds.filter { !$0.reports.isEmpty }
    return asked.last { !$0.submission.isSettled } ?? asked.last ?? rounds.first
  }

  /// The reminders since a round was opened: of what was ordered, none that was for a report before it.
  public func chases(since round: Round) -> ChaseSummary {
    guard let place = rounds.firstIndex(where: { $0.number == round.number }),
      chasesByRound.indices.contains(place)
    else { return chases }
    return chasesByRound[place]
  }

  /// The round that the notice opened.
  public var first: Round { rounds.first ?? .none }

  /// The latest round of which anything is owed; once all are settled, the latest.
  public var latest: Round { Self.latest(rounds) ?? .none }

  /// The rounds that were ordered (责令再整改), apart from those of which all was struck off.
  public var ordered: [Round] { rounds.filter { $0.number > 1 && !$0.reports.isEmpty } }

  /// Whether an ordered report is overdue on a day.
  public func isOrderedOverdue(on day: Day) -> Bool { ordered.contains { $0.isOverdue(on: day) } }

  /// The reports of all rounds that were ordered, as a whole: while anything of them is owed, of all,
  /// then of the last one; nil where none was.
  public var orderedSubmission: Submission? {
    guard let last = ordered.last else { return nil }
    let all = Submission(of: ordered.flatMap(\.reports).map(\.submission))
    return all.isSettled ? last.submission : all
  }

  /// The round of the obligation; the notice opens the first.
  public var round: Int { latest.number }

  /// The report as a whole, in the latest round.
  public var submission: Submission { latest.submission }

  /// By when the report of the latest round is due: the most urgent of what it owes.
  public var deadline: Deadline? { latest.deadline }

  /// By when it was due before any extension.
  public var originalDeadline: Deadline? { latest.originalDeadline }

  /// The findings that the report of this round has to cover, and what is owed from before.
  public var owed: [FindingState] { Self.owed(findings, round: round) }

  /// The findings in the follow-up: all but those struck off.
  public var followed: [FindingState] { findings.filter { !$0.isVoid } }

  /// Whether some of its findings were struck off.
  var hasStruckOff: Bool { findings.contains(where: \.isVoid) }

  /// Whether all of its findings were struck off: it owes nothing.
  public var isVoid: Bool { findings.allSatisfy(\.isVoid) }

  /// The receipts that count, in order, of all rounds.
  public var receipts: [Event] {
    let all = rounds.flatMap(\.receipts)
    // One may count for one finding in one round, and for another in the next.
    let ids = Set(all.map(\.id))
    guard ids.count < all.count else { return all.sorted(by: Event.inOrder) }
    var known: Set<EventID> = []
    return all.filter { known.insert($0.id).inserted }.sorted(by: Event.inOrder)
  }

  /// Its distinct sites.
  public var siteCodes: [SiteCode] { distinct(findings.map(\.site)) }

  /// How many of the reports of the latest round are complete.
  public var settledCount: Int { latest.settledCount }

  /// How many findings the report of the latest round has to cover, those excused aside: of 4/5 the 5.
  public var owedCount: Int { latest.owedCount }

  /// How many findings were re-checked.
  public var recheckedCount: Int { followed.count { $0.recheck != .notYet } }

  /// How many findings passed their latest re-check.
  public var passedCount: Int { followed.count { $0.recheck == .passed } }

  /// How many findings failed their latest re-check.
  public var failedCount: Int { followed.count { $0.recheck == .failed } }

  /// The paper copy over all findings of the latest round.
  public var paper: PartSummary { latest.paper }

  /// The electronic document over all findings of the latest round.
  public var electronic: PartSummary { latest.electronic }

  /// The day the report was complete for every finding of the latest round.
  public var completeOn: Day? { latest.completeOn }

  /// Days by which the complete report was late; nil while it is not complete.
  public var daysLate: Int? { latest.daysLate }

  /// Days left, negative when overdue; nil once settled, or without a deadline.
  public func daysLeft(on day: Day) -> Int? { latest.daysLeft(on: day) }

  /// Whether a report is owed and its time is over, in any round: the notice's own is overdue, whatever
  /// was ordered since, until what was ordered is reported.
  public func isOverdue(on day: Day) -> Bool { rounds.contains { $0.isOverdue(on: day) } }

  /// Days by which what is owed is overdue, in the round where it is so most; nil if none is.
  public func daysOverdue(on day: Day) -> Int? {
    rounds.filter { $0.isOverdue(on: day) }.compactMap { $0.daysLeft(on: day) }.min().map { -$0 }
  }

  /// Whether the deadline was extended; then both days are shown.
  public var isExtended: Bool { latest.isExtended }

  /// Whether any part of it waits for us to return it, also while others are reported.
  public var hasPartToReturn: Bool { owed.contains { $0.submission == .toReturn } }

  /// Whether any of its findings failed its re-check and nothing was opened for that.
  public var isToBeConsidered: Bool {
    followed.contains { $0.accountability == .toBeConsidered }
  }

  /// Whether any receipt that is on time by its date was recorded after the deadline (补录).
  public var isRecordedLater: Bool { latest.isRecordedLater }
}

extension Round {
  /// A round of a unit that owes nothing.
  fileprivate static let none = Round(
    number: 1, orderedOn: nil, reference: nil, reports: [], receipts: [])
}

/// The elements without repetition, in the order of their first appearance.
package func distinct<Element: Hashable>(_ elements: [Element]) -> [Element] {
  var seen: Set<Element> = []
  return elements.filter { seen.insert($0).inserted }
}
