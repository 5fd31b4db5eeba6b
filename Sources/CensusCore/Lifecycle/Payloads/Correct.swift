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

extension Correct: EventContent {
  package static let eventKind = EventKind(
    "correct", Phrase("更正", "correction"), Event.Payload.correct, Correct.init,
    FieldSlot("field", Phrase("更正项", "Field"), \.field),
    FieldSlot("old", Phrase("原为", "Was"), \.old),
    FieldSlot("new", Phrase("更正为", "New value"), \.new),
    FieldSlot("from", Phrase("生效日期", "From"), \.from, told: .since),
    FieldSlot("reason", .reason, \.reason, told: .plain))
}

extension Correct.Field: FieldWord {
  var word: Phrase { Terms.field(self) }
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

extension Exclude: EventContent {
  package static let eventKind = EventKind(
    "void", Phrase("剔除", "void"), Event.Payload.void, Exclude.init,
    FieldSlot("reason", .reason, \.reason, told: .plain))
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

extension Reinstate: EventContent {
  package static let eventKind = EventKind(
    "reinstate", Phrase("恢复", "reinstatement"), Event.Payload.reinstate, Reinstate.init,
    FieldSlot("reason", .reason, \.reason, told: .plain))
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

extension Resolve: EventContent {
  package static let eventKind = EventKind(
    "resolve", Phrase("裁定", "resolution"), Event.Payload.resolve, Resolve.init,
    FieldSlot("targets", Phrase("相互矛盾", "In conflict"), \.targets),
    FieldSlot("keep", Phrase("以此为准", "Counts"), \.keep))
}
