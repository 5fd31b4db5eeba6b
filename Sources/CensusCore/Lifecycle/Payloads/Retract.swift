/// Events that no longer count (撤销); they stay in the history, struck through.
public struct Retract: Equatable, Sendable {
  /// The events taken back.
  public let targets: [EventID]
  /// Why.
  public let reason: String?

  /// Takes back some events.
  public init(targets: [EventID], reason: String? = nil) {
    self.targets = targets
    self.reason = reason
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
