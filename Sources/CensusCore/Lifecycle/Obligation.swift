/// What one unit owes for one notice: the unit's findings, and how its report stands; derived.
///
/// It speaks of the latest round; what an earlier round still owes and no later one covers is
/// counted with it, so that nothing owed is out of sight. Findings struck off are counted nowhere.
public struct Obligation: Equatable, Sendable {
  /// One part of the report, over all findings of the unit.
  public enum PartSummary: Equatable, Sendable {
    /// Nothing arrived.
    case missing
    /// A defective part waits to be returned.
    case toReturn(on: Day)
    /// A defective part was sent back.
    case returned(on: Day)
    /// Valid for some of the findings only.
    case some(Int, of: Int)
    /// Valid for all of them, since that day.
    case valid(on: Day)

    /// One part over several findings.
    init(of states: [PartState]) {
      let days = states.compactMap(\.validOn)
      if days.count == states.count, let last = days.max() {
        self = .valid(on: last)
        return
      }
      for case .toReturn(let day) in states {
        self = .toReturn(on: day)
        return
      }
      for case .returned(let day) in states {
        self = .returned(on: day)
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
  /// By when the report is due: the most urgent of what is owed.
  public let deadline: Deadline?
  /// By when it was due before any extension.
  public let originalDeadline: Deadline?
  /// The report as a whole, in the latest round.
  public let submission: Submission
  /// The next thing to do.
  public let next: NextAction?
  /// The reminders of the unit and its sites, over all rounds.
  public let chases: ChaseSummary
  /// Whom to call.
  public let contact: Contact?
  /// The unit that took over its duties (承接单位), if one did.
  public let successor: String?

  init(
    unit: Unit, findings: [FindingState], rounds: [Round], chases: ChaseSummary,
    contact: Contact?, successor: String?, asOf: Day, policy: Settings.Policy,
    chasesOfRound: ChaseSummary
  ) {
    self.unit = unit
    self.findings = findings
    self.rounds = rounds
    self.chases = chases
    self.contact = contact
    self.successor = successor
    let owed = Self.owed(findings, round: rounds.last?.number ?? 1)
    let reports = owed.map(\.report)
    let submission = Submission(of: reports.map(\.submission))
    let deadline = reports.mostUrgent(\.deadline)
    self.submission = submission
    self.deadline = deadline
    originalDeadline = reports.mostUrgent(\.originalDeadline)
    next =
      owed.isEmpty
      ? nil
      : NextAction.of(
        submission, isToReturn: owed.contains { $0.submission == .toReturn },
        isToRecheck: owed.contains { $0.headline == .awaitingRecheck },
        isToConsider: findings.contains { !$0.isVoid && $0.accountability == .toBeConsidered },
        isOrdered: (rounds.last?.number ?? 1) > 1, chases: chasesOfRound,
        deadline: deadline, policy: policy, today: asOf)
  }

  private static func owed(_ findings: [FindingState], round: Int) -> [FindingState] {
    findings.filter { !$0.isVoid && ($0.round == round || !$0.submission.isSettled) }
  }

  /// The round of the obligation; the notice opens the first.
  public var round: Int { rounds.last?.number ?? 1 }

  /// The findings that the report of this round has to cover, and what is owed from before.
  public var owed: [FindingState] { Self.owed(findings, round: round) }

  /// The findings in the follow-up: all but those struck off.
  public var followed: [FindingState] { findings.filter { !$0.isVoid } }

  /// Whether all of its findings were struck off: it owes nothing.
  public var isVoid: Bool { findings.allSatisfy(\.isVoid) }

  /// The receipts that count, in order, of all rounds.
  public var receipts: [Event] { rounds.flatMap(\.receipts).sorted(by: Event.inOrder) }

  /// Its distinct sites.
  public var siteCodes: [SiteCode] { distinct(findings.map(\.finding.code)) }

  /// How many of the findings owed are settled.
  public var settledCount: Int { owed.count { $0.submission.isSettled } }

  /// How many findings the report has to cover: of 4/5 the 5.
  public var owedCount: Int { owed.count }

  /// How many findings were re-checked.
  public var recheckedCount: Int { followed.count { $0.recheck != .notYet } }

  /// How many findings passed their latest re-check.
  public var passedCount: Int { followed.count { $0.recheck == .passed } }

  /// How many findings failed their latest re-check.
  public var failedCount: Int { followed.count { $0.recheck == .failed } }

  /// How far the unit has been held accountable.
  public var accountability: Accountability.State {
    .ofUnit(findings.map(\.accountability))
  }

  /// Receipts that contradict each other, until somebody settles which counts.
  public var conflicts: [EventID] { distinct(findings.flatMap(\.report.conflicts)) }

  /// The paper copy over all findings owed.
  public var paper: PartSummary { PartSummary(of: owed.map(\.paper)) }

  /// The electronic document over all findings owed.
  public var electronic: PartSummary { PartSummary(of: owed.map(\.electronic)) }

  /// The day the report was complete for every finding.
  public var completeOn: Day? {
    guard submission == .complete else { return nil }
    return owed.compactMap(\.completeOn).max()
  }

  /// Days by which the complete report was late; nil while it is not complete.
  public var daysLate: Int? {
    guard submission == .complete else { return nil }
    return owed.compactMap(\.daysLate).max()
  }

  /// Days left, negative when overdue; nil once settled, or without a deadline.
  public func daysLeft(on day: Day) -> Int? {
    submission.isSettled ? nil : deadline?.daysLeft(on: day)
  }

  /// Whether the report is owed and its time is over; a partial report counts as owed.
  public func isOverdue(on day: Day) -> Bool {
    !submission.isSettled && deadline?.isOverdue(on: day) == true
  }

  /// Whether the deadline was extended; then both days are shown.
  public var isExtended: Bool { deadline != originalDeadline }

  /// Whether any part of it waits for us to return it, also while others are reported.
  public var hasPartToReturn: Bool { owed.contains { $0.submission == .toReturn } }

  /// Whether any receipt that is on time by its date was recorded after the deadline (补录).
  public var isRecordedLater: Bool { findings.contains(where: \.isRecordedLater) }
}

/// The elements without repetition, in the order of their first appearance.
func distinct<Element: Hashable>(_ elements: [Element]) -> [Element] {
  var seen: Set<Element> = []
  return elements.filter { seen.insert($0).inserted }
}
