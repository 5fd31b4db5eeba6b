/// A correction of what was imported (更正): an alias beside it; the imported text stays.
///
/// It outlives quarters.
public struct Correct: Equatable, Sendable {
  /// What is corrected.
  public enum Field: String, CaseIterable, Sendable {
    /// The identification code of a site, or the one printed in a finding.
    case code
    /// The name of a site or unit.
    case name
    /// The unit that took over the duties of another (承接单位).
    case successor
  }

  /// What is corrected.
  public let field: Field
  /// What it was.
  public let old: String?
  /// What it is.
  public let new: String
  /// From when; nil means from the beginning.
  public let from: Day?
  /// Why.
  public let reason: String

  /// One correction.
  public init(field: Field, old: String? = nil, new: String, from: Day? = nil, reason: String) {
    self.field = field
    self.old = old
    self.new = new
    self.from = from
    self.reason = reason
  }
}

/// A finding struck off the follow-up (剔除); it stays in the printed totals.
public struct Exclude: Equatable, Sendable {
  /// Why: an appeal upheld, the wrong site.
  public let reason: String

  /// One finding struck off.
  public init(reason: String) {
    self.reason = reason
  }
}

/// A finding taken back into the follow-up (恢复).
public struct Reinstate: Equatable, Sendable {
  /// Why.
  public let reason: String?

  /// One finding taken back.
  public init(reason: String? = nil) {
    self.reason = reason
  }
}

/// The settling of a conflict between receipts (裁定).
public struct Resolve: Equatable, Sendable {
  /// The events in conflict.
  public let targets: [EventID]
  /// The one that counts.
  public let keep: EventID

  /// One conflict settled.
  public init(targets: [EventID], keep: EventID) {
    self.targets = targets
    self.keep = keep
  }
}
