/// What changed in a quarter since a day, by all that is known (自某日以来的变化).
public struct ChangesSince: Equatable, Sendable {
  /// A unit whose report stands otherwise.
  public struct UnitChange: Equatable, Sendable {
    /// The unit as it stands now.
    public let obligation: Obligation
    /// How its report stood.
    public let before: Submission
    /// How its report stands.
    public let after: Submission
  }

  /// A finding that stands otherwise.
  public struct FindingChange: Equatable, Sendable {
    /// The finding as it stands now.
    public let state: FindingState
    /// How it stood.
    public let before: Headline
  }

  /// The first day that counts as since.
  public let day: Day
  /// The quarter in numbers at the end of the day before.
  public let before: Overview
  /// The quarter in numbers now.
  public let after: Overview
  /// Units whose report stands otherwise, in the order of annex 1.
  public let units: [UnitChange]
  /// Findings that stand otherwise, in the order of annex 2.
  public let findings: [FindingChange]
  /// What happened on the day or later, newest first.
  public let records: [HistoryEntry]
  /// What happened before and was recorded since: nobody could know of it then.
  public let enteredLater: [HistoryEntry]

  /// Compares a quarter with itself.
  ///
  /// - Parameters:
  ///   - day: the first day that counts as since.
  ///   - before: the quarter on the day before, by all that is known.
  ///   - after: the quarter on the day looked at.
  ///   - offset: the province's clock.
  public init(_ day: Day, before: Projection, after: Projection, offset: UTCOffset) {
    self.day = day
    self.before = before.overview
    self.after = after.overview
    units = after.obligations.compactMap { unit in
      guard !unit.isVoid, let earlier = before.obligation(of: unit.unit.id),
        earlier.submission != unit.submission || earlier.round != unit.round
      else { return nil }
      return UnitChange(obligation: unit, before: earlier.submission, after: unit.submission)
    }
    findings = after.findings.compactMap { state in
      guard let earlier = before.finding(state.finding.id), earlier.headline != state.headline
      else { return nil }
      return FindingChange(state: state, before: earlier.headline)
    }
    let history = after.history
    records = history.filter { $0.event.on >= day }
    enteredLater = history.filter { $0.event.on < day && $0.event.at.day(at: offset) >= day }
  }

  /// Whether nothing changed and nothing was recorded.
  public var isEmpty: Bool {
    units.isEmpty && findings.isEmpty && records.isEmpty && enteredLater.isEmpty
  }
}
