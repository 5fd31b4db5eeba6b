/// Events that no longer count (撤回、撤销、重做); they stay in the history, struck through.
public struct Retract: Equatable, Sendable {
  /// A step back or forth through what a person recorded.
  public enum Step: String, CaseIterable, Sendable {
    /// The last act is taken back (撤销).
    case undo
    /// An undo is taken back (重做).
    case redo
  }

  /// The events taken back.
  public let targets: [EventID]
  /// Why.
  public let reason: String?
  /// The step it was recorded by; nil for events taken back by name (撤回), an act like any other.
  public let step: Step?

  /// Takes back some events.
  public init(targets: [EventID], reason: String? = nil, step: Step? = nil) {
    self.targets = targets
    self.reason = reason
    self.step = step
  }
}

/// A remark on anything (备注).
public struct Note: Equatable, Sendable {
  /// What sort of remark it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// A plain note (备注).
    case note
    /// A leader's instruction (领导批示).
    case instruction
    /// A remark on an incoming document (来文阅批).
    case remark
  }

  /// What sort of remark it is.
  public let kind: Kind
  /// The remark.
  public let text: String
  /// The day by which it is to be answered.
  public let due: Day?

  /// One remark.
  public init(kind: Kind = .note, text: String, due: Day? = nil) {
    self.kind = kind
    self.text = text
    self.due = due
  }
}
