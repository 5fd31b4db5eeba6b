/// Whose turn it is with a failing site, the worst first.
public enum Turn: String, CaseIterable, Sendable {
  /// The report is owed, and its time is over.
  case overdue
  /// The office's own: to return, to re-check, to order or to consider.
  case ours
  /// The unit's: it has time left.
  case theirs
  /// Nobody's: closed.
  case closed
  /// Nobody's: struck off, which is no closure.
  case void

  /// Whether it is nobody's turn any more.
  public var isOver: Bool { self == .closed || self == .void }
}

extension SiteState {
  /// Whose turn it is on a day.
  public func turn(on day: Day) -> Turn {
    if headline == .void { return .void }
    if headline.isClosed { return .closed }
    // A copy that waits to go back is ours to move, however late the report is.
    if headline == .toReturn { return .ours }
    if isOverdue(on: day) { return .overdue }
    switch headline {
    case .recheckFailed, .awaitingRecheck, .escalated: return .ours
    default: return .theirs
    }
  }
}

extension PrefectureState {
  /// Whose turn it is with each of its failing sites on a day, the worst first.
  public func turns(on day: Day) -> [Turn] {
    let turns = Dictionary(
      grouping: Projection.sites(of: namedFindings).map { $0.turn(on: day) }
    ) { $0 }
    return Turn.allCases.flatMap { turns[$0] ?? [] }
  }
}
