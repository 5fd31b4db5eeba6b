extension Recheck {
  /// How a finding stands by its latest re-check.
  public enum State: String, CaseIterable, Sendable {
    /// Not re-checked yet.
    case notYet
    /// The defect is gone (整改到位).
    case passed
    /// The defect is still there, or the site went dark (整改不到位).
    case failed
    /// It could not be tested (无法复查).
    case untestable

    /// The state that a verdict leaves.
    public init(_ verdict: Verdict) {
      switch verdict {
      case .passed: self = .passed
      case .failed: self = .failed
      case .untestable: self = .untestable
      }
    }
  }
}

extension Accountability {
  /// How far a unit has been held accountable for a finding.
  public enum State: String, CaseIterable, Sendable {
    /// Not at all.
    case none
    /// To be considered, since the re-check failed (待研究问责); derived, never stored.
    case toBeConsidered
    /// Opened (已启动问责).
    case opened
    /// Measures were taken.
    case measured
    /// Concluded.
    case concluded

    /// Whether it is going on.
    public var isOpen: Bool { self == .opened || self == .measured }

    /// The state of a unit: what is going on first, then what is to be considered.
    public static func ofUnit(_ states: some Sequence<State>) -> State {
      let present = Set(states)
      let order: [State] = [.measured, .opened, .toBeConsidered, .concluded]
      return order.first(where: present.contains) ?? .none
    }
  }
}

/// One re-check of a finding, as recorded.
public struct RecheckEntry: Equatable, Sendable {
  /// The event that recorded it.
  public let event: EventID
  /// The day of the re-check.
  public let on: Day
  /// What was found.
  public let recheck: Recheck

  /// The round of the re-check.
  public var round: Int { recheck.recheckRound }
}

/// How a site stands on the day looked at, and since when.
public struct SiteStatus: Equatable, Sendable {
  /// How it stands; a retirement that was not filed does not count.
  public let status: Availability.Status
  /// Since when.
  public let since: Day
  /// The day it is to return, of a site that is offline.
  public let until: Day?
  /// The site it was merged into.
  public let successor: SiteCode?
  /// The number under which it was filed.
  public let reference: String?

  /// Reads it off an event.
  init(_ availability: Availability, on day: Day) {
    let counts = availability.status != .retired || availability.isFiled
    status = counts ? availability.status : .operating
    since = availability.from ?? day
    until = availability.status == .offline ? availability.until : nil
    successor = availability.status == .merged ? availability.successor : nil
    reference = availability.reference
  }
}

/// The reminders of a unit or a site, taken together.
public struct ChaseSummary: Equatable, Sendable {
  /// How many: one call about several sites of a unit is one.
  public var count: Int { acts.count }
  /// The day of the last.
  public private(set) var lastOn: Day?
  /// Who answered last.
  public private(set) var lastTo: String?
  /// What they said.
  public private(set) var lastAnswer: String?
  /// The day they promised at the last.
  public private(set) var promised: Day?
  private var acts: Set<BatchID> = []

  /// No reminder.
  public init() {}

  /// Takes in the next reminder in the order of events.
  mutating func add(_ chase: Chase, by event: Event) {
    acts.insert(event.batch)
    lastOn = event.on
    lastTo = chase.to
    lastAnswer = chase.answer
    promised = chase.promised
  }
}
