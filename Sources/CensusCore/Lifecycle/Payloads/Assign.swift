/// Who in the office handles a unit (承办人): from that day on, over all quarters, until somebody else does.
public struct Assign: Equatable, Sendable {
  /// The name; nil where nobody handles it any more.
  public let to: String?

  /// One person, or nobody.
  public init(to: String? = nil) {
    self.to = to
  }
}

extension Assign: EventContent {
  package static let eventKind = EventKind(
    "assign", Phrase("承办人", "assignment"), Event.Payload.assign, Assign.init,
    FieldSlot("to", Phrase("承办人", "Handled by"), \.to, told: .plain))
}
