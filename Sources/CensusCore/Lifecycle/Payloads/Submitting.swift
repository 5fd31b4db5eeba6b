/// A part that was sent back to the unit (退回).
public struct Return: Equatable, Sendable {
  /// Which part.
  public let part: Part
  /// Why: unsigned, incomplete, the wrong form.
  public let reason: String

  /// One part sent back.
  public init(part: Part, reason: String) {
    self.part = part
    self.reason = reason
  }
}

extension Return: EventContent {
  package static let eventKind = EventKind(
    "return", Phrase("退回", "return"), Event.Payload.return, Return.init,
    FieldSlot("part", .part, \.part),
    FieldSlot("reason", .reason, \.reason, told: .plain))
}

/// A unit that is excused from reporting (免报).
public struct Waive: Equatable, Sendable {
  /// Who excused it.
  public let authority: String
  /// Why.
  public let reason: String

  /// One excuse.
  public init(authority: String, reason: String) {
    self.authority = authority
    self.reason = reason
  }
}

extension Waive: EventContent {
  package static let eventKind = EventKind(
    "waive", Phrase("免报", "waiver"), Event.Payload.waive, Waive.init,
    FieldSlot("authority", .authority, \.authority, told: .approved),
    FieldSlot("reason", .reason, \.reason, told: .plain))
}

/// A later day for a report (延期); the original day stays on show.
public struct Extend: Equatable, Sendable {
  /// The new due day.
  public let until: Day
  /// Who granted it.
  public let authority: String
  /// Why.
  public let reason: String

  /// One extension.
  public init(until: Day, authority: String, reason: String) {
    self.until = until
    self.authority = authority
    self.reason = reason
  }
}

extension Extend: EventContent {
  package static let eventKind = EventKind(
    "extend", Phrase("延期", "extension"), Event.Payload.extend, Extend.init,
    FieldSlot("until", Phrase("延期至", "Extended to"), \.until),
    FieldSlot("authority", .authority, \.authority, told: .approved),
    FieldSlot("reason", .reason, \.reason, told: .plain))
}

/// Rectification ordered anew after a failed re-check (限期再整改); it opens the next round.
///
/// The round it opens is that of its event.
public struct Order: Equatable, Sendable {
  /// By when the new report is due.
  public let until: Day
  /// The number of the order (督办函).
  public let reference: String?
  /// The findings it covers; nil means all of the unit's.
  public internal(set) var covers: [FindingID]?

  /// One order.
  public init(until: Day, reference: String? = nil, covers: [FindingID]? = nil) {
    self.until = until
    self.reference = reference
    self.covers = covers
  }

  /// Whether it covers a finding of its unit.
  public func covers(_ finding: FindingID) -> Bool { covers?.contains(finding) ?? true }
}

extension Order: EventContent {
  package static let eventKind = EventKind(
    "order", Phrase("限期再整改", "order"), Event.Payload.order, Order.init,
    FieldSlot("until", Phrase("再整改期限", "New due day"), \.until),
    FieldSlot("reference", .reference, \.reference, told: .plain),
    FieldSlot("covers", .covers, \.covers, absent: .allFindings))
}
