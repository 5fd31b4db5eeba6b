/// Events that no longer count (撤回、撤销、重做); they stay in the history, struck through.
public struct Retract: Equatable, Sendable {
  /// A step back or forth through what a person recorded.
  public enum Step: String, CaseIterable, Sendable {
    /// The last act is taken back (撤销).
    case undo
    /// An undo is taken back (重做).
    case redo
  }

  /// The reason that the program gives itself, where a fuller record takes the place of an earlier one
  /// (补登); it is stored as it stands and shown in the reader's language.
  static let supplement = "补登"

  /// The events taken back.
  public let targets: [EventID]
  /// Why.
  public let reason: String?
  /// The step it was recorded by; nil for events taken back by name (撤回), an act like any other.
  public let step: Step?

  /// Why, as a person reads it.
  public var why: Phrase? { reason.map { Self.words(of: $0) ?? Phrase($0, $0) } }

  /// What stands for a reason that the program gave; nil for one that somebody typed.
  fileprivate static func words(of reason: String) -> Phrase? {
    reason == supplement ? Phrase("补登", "supplemented") : nil
  }

  /// Takes back some events.
  public init(targets: [EventID], reason: String? = nil, step: Step? = nil) {
    self.targets = targets
    self.reason = reason
    self.step = step
  }
}

extension Retract: EventContent {
  package static let eventKind = EventKind(
    "retract", Phrase("撤回", "retraction"), Event.Payload.retract, Retract.init,
    FieldSlot("targets", Phrase("撤销", "Undoes"), \.targets),
    FieldSlot("reason", .reason, \.reason, known: Retract.words),
    FieldSlot("step", nil, \.step))
}

extension Retract.Step: FieldWord {
  // A step that a newer version knows is one that this one cannot take, and no fault.
  static let form = FieldForm.text

  var word: Phrase { Terms.step(self) }
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

extension Note: EventContent {
  package static let eventKind = EventKind(
    "note", Phrase("备注", "note"), Event.Payload.note, Note.init,
    FieldSlot("kind", nil, \.kind),
    FieldSlot("text", Phrase("内容", "Text"), \.text, mayBeEmpty: true),
    FieldSlot("due", Phrase("答复期限", "Answer due"), \.due))
}

extension Note.Kind: FieldWord {
  var word: Phrase { Terms.noteKind(self) }
}
