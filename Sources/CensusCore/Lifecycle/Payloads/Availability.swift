/// Whether a site can be reached (网站状态), from a day on; it outlives quarters.
public struct Availability: Equatable, Sendable {
  /// How a site stands.
  public enum Status: String, CaseIterable, Sendable {
    /// In operation (正常运行).
    case operating
    /// Offline for a time (临时下线).
    case offline
    /// Retired for good, as filed (永久下线).
    case retired
    /// Merged into another site (整合).
    case merged
    /// Dark, and nothing filed (擅自下线).
    case dark
  }

  /// How it stands.
  public let status: Status
  /// Since when; nil means the day of the event.
  public let from: Day?
  /// The day it is to return.
  public let until: Day?
  /// The site it was merged into.
  public let successor: SiteCode?
  /// Whether it was filed.
  public let isFiled: Bool
  /// The number under which it was filed.
  public let reference: String?

  /// One change of a site.
  public init(
    status: Status, from: Day? = nil, until: Day? = nil, successor: SiteCode? = nil,
    isFiled: Bool = false, reference: String? = nil
  ) {
    self.status = status
    self.from = from
    self.until = until
    self.successor = successor
    self.isFiled = isFiled
    self.reference = reference
  }
}

extension Availability: EventContent {
  package static let eventKind = EventKind(
    "availability", Phrase("网站状态", "availability"), Event.Payload.availability,
    Availability.init,
    FieldSlot("status", Phrase("网站状态", "Status"), \.status),
    FieldSlot("from", Phrase("起", "From"), \.from, told: .since),
    FieldSlot("until", Phrase("至", "Until"), \.until, told: Phrase("至…", "until …")),
    FieldSlot(
      "successor", Phrase("并入", "Merged into"), \.successor, told: Phrase("并入…", "into …")),
    FieldSlot(
      "filed", Phrase("备案", "Filed"), \.isFiled,
      flags: (Phrase("已备案", "filed"), Phrase("未备案", "not filed")), told: .plain),
    FieldSlot("reference", .reference, \.reference, told: Phrase("文号…", "no. …")))
}

extension Availability.Status: FieldWord {
  var word: Phrase { Terms.availability(self) }
}
