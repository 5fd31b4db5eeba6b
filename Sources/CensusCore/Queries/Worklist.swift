/// What is owed over all periods (全部待办), by the day of the next action.
///
/// A notice that was followed by another is not over: whoever owes something of it stands here until
/// all of it is closed (`notices.md` 6).
public struct Worklist: Equatable, Sendable {
  /// One thing that somebody owes: what a unit still owes for one notice, or the answer to a leader's
  /// instruction.
  public struct Entry: Equatable, Sendable {
    /// The period of the notice.
    public let quarter: Quarter
    /// What the unit owes; nil for an instruction.
    public let obligation: Obligation?
    /// A remark with a day by which it is to be answered, and nobody has answered it; nil for a unit.
    public let instruction: Event?
    /// Who owes it; nil for an instruction about the notice as a whole, or about a site.
    public let unit: Unit?
    /// The findings that are not closed, in the order of annex 2.
    public let open: [FindingState]
    /// How the report of that round stands: the one that is overdue most, else the latest; nil for an
    /// instruction.
    public let submission: Submission?
    /// By when it is due: of a unit in the round where it is overdue most, else in its latest.
    public let due: Day?
    /// Days left, negative when overdue; nil where the report is settled.
    public let daysLeft: Int?
    /// Calendar days late, as `units` has it: by which it is overdue, or the complete report was late;
    /// nil where nothing is late.
    public let daysBehind: Int?
    /// The calendar quarters between the due day and the day looked at; 0 where nothing is overdue.
    public let overdueQuarters: Int
    /// The next thing to do, and when.
    public let next: NextAction?
    /// What a search looks at; nothing where nobody searches.
    public let texts: [String]

    /// How many distinct sites are not closed.
    public var siteCount: Int { Set(open.map(\.site)).count }
    /// Whether it is owed and its time is over.
    public var isOverdue: Bool { daysLeft.map { $0 < 0 } ?? false }
  }

  /// All of it, what is to be done first first; what nothing is to be done about at present last.
  public let entries: [Entry]

  /// What is owed, of several periods.
  ///
  /// - Parameter projections: periods on one day, in any order; what was published later than that day
  ///   is left out.
  public init(_ projections: [Projection]) {
    self.init(projections.flatMap { $0.unfinished() })
  }

  /// What is owed, of entries that were read before.
  public init(_ entries: [Entry]) {
    let keyed = entries.enumerated().map { offset, entry in
      let day = entry.next?.on.ordinal ?? .max
      let ours = entry.next?.what == .return ? 0 : 1
      return ((day, ours, entry.quarter.rank, offset), entry)
    }
    self.entries = keyed.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// What is owed of the periods before another.
  public func before(_ quarter: Quarter) -> Worklist {
    Worklist(entries.filter { $0.quarter < quarter })
  }
}

extension Projection {
  /// What is owed of this period: the units that owe most first, then instructions; nothing before the
  /// notice is published.
  ///
  /// - Parameter searched: what a search looks at; nil where nobody searches.
  /// - Returns: a line a unit and an instruction.
  public func unfinished(searched: SearchTexts? = nil) -> [Worklist.Entry] {
    if let issued = inspection.notice.issued, issued > asOf { return [] }
    let instructions = unansweredInstructions
    let entries = receiptDesk.compactMap { entry($0, searched) }
    guard !instructions.isEmpty else { return entries }
    let units = Dictionary(
      history.map { ($0.event.id, $0.unit) }, uniquingKeysWith: { first, _ in first })
    return entries
      + instructions.map { event in
        let unit = units[event.id].flatMap(\.self).flatMap { id in
          obligation(of: id)?.unit ?? directory.unit(id)
        }
        return entry(event, about: unit, isSearched: searched != nil)
      }
  }

  private func entry(_ obligation: Obligation, _ searched: SearchTexts?) -> Worklist.Entry? {
    let open = obligation.followed.filter { !$0.headline.isClosed }
    guard obligation.next != nil || !open.isEmpty else { return nil }
    let overdue = obligation.rounds.filter { $0.isOverdue(on: asOf) }.min {
      ($0.daysLeft(on: asOf) ?? 0) < ($1.daysLeft(on: asOf) ?? 0)
    }
    let round = overdue ?? obligation.latest
    return Worklist.Entry(
      quarter: quarter, obligation: obligation, instruction: nil, unit: obligation.unit, open: open,
      submission: round.submission, due: round.deadline?.day, daysLeft: round.daysLeft(on: asOf),
      daysBehind: obligation.daysBehind(on: asOf),
      overdueQuarters: overdue == nil ? 0 : quarters(since: round.deadline?.day),
      next: obligation.next, texts: searched?.of(obligation) ?? [])
  }

  private func entry(
    _ instruction: Event, about unit: Unit?, isSearched: Bool
  ) -> Worklist.Entry {
    var due: Day?
    if case .note(let note) = instruction.payload { due = note.due }
    let left = due.map { $0 - asOf }
    return Worklist.Entry(
      quarter: quarter, obligation: nil, instruction: instruction, unit: unit, open: [],
      submission: nil, due: due,
      daysLeft: left, daysBehind: left.flatMap { $0 < 0 ? -$0 : nil },
      overdueQuarters: left.map { $0 < 0 } == true ? quarters(since: due) : 0,
      next: due.map { NextAction(on: max($0, asOf), what: .answer) },
      texts: isSearched
        ? instruction.payload.texts + (unit.map { [$0.name.chinese, $0.name.english] } ?? []) : [])
  }

  /// Remarks with a day by which they are to be answered, and no answer since: a plain note on the
  /// remark itself, or on the same thing while no other remark about it waits.
  private var unansweredInstructions: [Event] {
    var waiting: [Event] = []
    for event in liveEvents where event.quarter == quarter {
      guard case .note(let note) = event.payload else { continue }
      if note.due != nil {
        waiting.append(event)
      } else if note.kind != .instruction {
        if case .event(let id) = event.subject {
          waiting.removeAll { $0.id == id }
        } else if waiting.count(where: { $0.subject == event.subject }) == 1 {
          waiting.removeAll { $0.subject == event.subject }
        }
      }
    }
    return waiting
  }

  private func quarters(since day: Day?) -> Int {
    day.map { Quarter(containing: asOf).index - Quarter(containing: $0).index } ?? 0
  }
}
