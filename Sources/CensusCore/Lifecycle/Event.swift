/// The identity of an event: the first 32 hex digits of the SHA-256 of its file's bytes.
public struct EventID: Hashable, Comparable, Sendable {
  private let digits: HexDigits

  /// Checks the form: 32 lower-case hex digits.
  public init?(_ text: some StringProtocol) {
    guard let digits = HexDigits(text) else { return nil }
    self.digits = digits
  }

  /// From the number that the digits are, sixteen in each half.
  public init(high: UInt64, low: UInt64) {
    digits = HexDigits(high: high, low: low)
  }

  /// 32 lower-case hex digits.
  public var text: String { digits.text }

  /// By bytes.
  public static func < (left: EventID, right: EventID) -> Bool { left.digits < right.digits }
}

extension EventID: CustomStringConvertible {
  /// The 32 digits.
  public var description: String { text }
}

/// The identity of what was recorded in one act: 32 lower-case hex digits.
public struct BatchID: Hashable, Sendable {
  private let digits: HexDigits

  /// Checks the form: 32 lower-case hex digits.
  public init?(_ text: some StringProtocol) {
    guard let digits = HexDigits(text) else { return nil }
    self.digits = digits
  }

  /// 32 lower-case hex digits.
  public var text: String { digits.text }
}

/// 32 lower-case hex digits as two numbers: thousands of them are compared in every projection.
private struct HexDigits: Hashable, Comparable, Sendable {
  private let high: UInt64
  private let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  init?(_ text: some StringProtocol) {
    let digits = text.withBytes { bytes -> HexDigits? in
      guard bytes.count == 32, bytes.allSatisfy(isLowerHex) else { return nil }
      return HexDigits(
        high: bytes[..<16].reduce(0) { $0 << 4 | hexValue($1) },
        low: bytes[16...].reduce(0) { $0 << 4 | hexValue($1) })
    }
    guard let digits else { return nil }
    self = digits
  }

  var text: String {
    String(decoding: [high, low].flatMap(hexDigits), as: UTF8.self)
  }

  static func < (left: HexDigits, right: HexDigits) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

private func hexValue(_ digit: UInt8) -> UInt64 {
  UInt64(digit >= UInt8(ascii: "a") ? digit - UInt8(ascii: "a") + 10 : digit - UInt8(ascii: "0"))
}

private func hexDigits(_ number: UInt64) -> [UInt8] {
  stride(from: 60, through: 0, by: -4).map { shift in
    let value = UInt8(number >> UInt64(shift) & 15)
    return value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

package func isLowerHex(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
}

extension BatchID: CustomStringConvertible {
  /// The 32 digits.
  public var description: String { text }
}

/// Something that people recorded: one immutable file, never edited, never deleted.
public struct Event: Equatable, Sendable {
  /// What an event is about.
  public enum Subject: Hashable, Sendable {
    /// A unit, by its identity.
    case unit(UnitID)
    /// Findings.
    case findings([FindingID])
    /// A site.
    case site(SiteCode)
    /// A row of `check`, by its ID.
    case check(String)
    /// The notice of a quarter as a whole.
    case notice(Quarter)
    /// Another event.
    case event(EventID)
  }

  /// What an event says.
  ///
  /// `availability`, `correct`, `contact` and `assign` outlive quarters; all others belong to a notice.
  public indirect enum Payload: Equatable, Sendable {
    /// Part of a report arrived (收件).
    case receipt(Receipt)
    /// A part was sent back (退回).
    case `return`(Return)
    /// A unit was excused (免报).
    case waive(Waive)
    /// A later due day (延期).
    case extend(Extend)
    /// Rectification ordered anew (限期再整改).
    case order(Order)
    /// A reminder (催办).
    case chase(Chase)
    /// Whom to call (联络员).
    case contact(Contact)
    /// What exactly has to be mended (问题明细).
    case detail(Detail)
    /// A re-check (复查).
    case recheck(Recheck)
    /// A step of accountability (问责).
    case accountability(Accountability)
    /// Whether a site can be reached (网站状态).
    case availability(Availability)
    /// A correction of what was imported (更正).
    case correct(Correct)
    /// Struck off the follow-up (剔除).
    case void(Exclude)
    /// Taken back into the follow-up (恢复).
    case reinstate(Reinstate)
    /// A remark (备注).
    case note(Note)
    /// Events that no longer count (撤销).
    case retract(Retract)
    /// A conflict settled (裁定).
    case resolve(Resolve)
    /// A row of `check` stands as it is.
    case verify(Verify)
    /// A file kept as evidence (佐证材料).
    case evidence(Evidence)
    /// What a unit says that it does about a finding (整改措施).
    case remedy(Remedy)
    /// Who in the office handles a unit (承办人).
    case assign(Assign)
    /// A kind that this version does not know: kept, counted, and without effect.
    case unknown(type: String)
  }

  /// Its identity.
  public let id: EventID
  /// The day the thing happened.
  public let on: Day
  /// The instant it was recorded, for display.
  public let at: Instant
  /// Who recorded it.
  public let actor: String
  /// From where: `tui`, `cli`, `import`, `merge`.
  public let origin: String
  /// The act it was recorded in.
  public let batch: BatchID
  /// How many events that act has.
  public let batchSize: Int
  /// 1 + the highest clock that its writer had seen.
  public let clock: Int
  /// The heads of its subject that its writer had seen: what it follows.
  public let seen: [EventID]
  /// The notice it belongs to; nil for events that outlive quarters.
  public let quarter: Quarter?
  /// The revision of the notice that its writer had before them; nil for what the store began with.
  ///
  /// The numbers of findings are those of that one.
  public let revision: String?
  /// The round of the obligation.
  public let round: Int
  /// What it is about.
  public let subject: Subject
  /// What it says.
  public let payload: Payload

  /// One event as read from its file.
  public init(
    id: EventID, on: Day, at: Instant, actor: String, origin: String, batch: BatchID,
    batchSize: Int, clock: Int, seen: [EventID], quarter: Quarter?, revision: String? = nil,
    round: Int = 1, subject: Subject, payload: Payload
  ) {
    self.id = id
    self.on = on
    self.at = at
    self.actor = actor
    self.origin = origin
    self.batch = batch
    self.batchSize = batchSize
    self.clock = clock
    self.seen = seen
    self.quarter = quarter
    self.revision = revision
    self.round = round
    self.subject = subject
    self.payload = payload
  }

  /// Events in order; what is sorted are their places, since events are large.
  public static func ordered(_ events: [Event]) -> [Event] {
    let keys = events.indices.map { (events[$0].on, events[$0].clock, events[$0].id, $0) }
    let isOrdered = zip(keys, keys.dropFirst()).allSatisfy {
      ($0.0, $0.1, $0.2) <= ($1.0, $1.1, $1.2)
    }
    return isOrdered
      ? events : keys.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map { events[$0.3] }
  }

  /// The order of events for people and for the projection: day, clock, identity.
  public static func inOrder(_ left: Event, _ right: Event) -> Bool {
    (left.on, left.clock, left.id) < (right.on, right.clock, right.id)
  }
}

/// What is to be recorded, before the store gives it an identity, a time and a place in the order.
public struct EventDraft: Equatable, Sendable {
  /// The day the thing happened.
  public let on: Day
  /// The notice it belongs to.
  public let quarter: Quarter?
  /// The round of the obligation.
  public let round: Int
  /// What it is about.
  public let subject: Event.Subject
  /// What it says.
  public let payload: Event.Payload
  /// Records of the same fact, under other subjects, that whoever wishes it knew.
  public let follows: [EventID]

  /// One thing to record.
  public init(
    on: Day, quarter: Quarter?, round: Int = 1, subject: Event.Subject, payload: Event.Payload,
    follows: [EventID] = []
  ) {
    self.follows = follows
    self.on = on
    self.quarter = quarter
    self.round = round
    self.subject = subject
    self.payload = payload
  }
}
