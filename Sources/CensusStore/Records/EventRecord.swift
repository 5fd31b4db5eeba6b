import CensusCore

/// The file of an event: what all events say, and the payload of its kind in the same object.
///
/// All are read from one container: opening another over the same object costs as much as reading
/// it, and events come by the ten thousand.
struct EventRecord: Codable {
  /// The version of payloads this program reads and writes.
  static let version = 1
  /// Beyond this a clock is not believed: it would leave no room to count on.
  static let clockLimit = 1 << 48

  let type: String
  let header: Header?
  let nonce: String
  let payload: PayloadRecord?

  /// What all events say.
  struct Header {
    let on: Day
    let at: Instant
    let actor: String
    let origin: String
    let batch: BatchID
    let batchSize: Int
    let clock: Int
    let seen: [EventID]
    let quarter: Quarter?
    let round: Int
    let subject: Event.Subject
  }

  /// An event that is to be written; nil if its kind is unknown.
  init?(_ header: Header, payload: Event.Payload, nonce: String) {
    guard let record = PayloadRecord(payload) else { return nil }
    type = record.type
    self.header = header
    self.nonce = nonce
    self.payload = record
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, EventKey.self)
    type = try fields.someText(.type)
    let version = try fields.number(.v, atLeast: 1, atMost: .max)
    nonce = try fields.optionalText(.nonce) ?? ""
    if version <= EventRecord.version, let payload = try PayloadRecord(type, fields) {
      header = try Header(fields)
      self.payload = payload
    } else {
      // What a newer version means by its fields is not for this one to judge.
      header = try? Header(fields)
      payload = nil
    }
  }

  /// The event; nil if it is of an unknown kind that does not even say what all events say.
  func event(_ id: EventID) -> Event? {
    header.map { header in
      Event(
        id: id, on: header.on, at: header.at, actor: header.actor, origin: header.origin,
        batch: header.batch, batchSize: header.batchSize, clock: header.clock, seen: header.seen,
        quarter: header.quarter, round: header.round, subject: header.subject,
        payload: payload?.payload ?? .unknown(type: type))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: EventKey.self)
    try container.encode(type, forKey: .type)
    try container.encode(EventRecord.version, forKey: .v)
    try container.encode(nonce, forKey: .nonce)
    try header?.encode(into: &container)
    try payload?.encode(into: &container)
  }
}

extension EventRecord.Header {
  fileprivate init(_ fields: Fields<EventKey>) throws {
    on = try fields.day(.on)
    at = try fields.required(.at, fields.checked(.at, .instant) { Instant($0) })
    actor = try fields.text(.actor)
    origin = try fields.text(.origin)
    batch = try fields.required(.batch, fields.checked(.batch, .identity) { BatchID($0) })
    batchSize = try fields.number(.batchSize, atLeast: 1)
    clock = min(try fields.number(.clock, atMost: .max), EventRecord.clockLimit)
    seen = try fields.list(.seen, of: EventIDRecord.self).map(\.id)
    quarter = try fields.optionalQuarter(.quarter)
    round = try fields.optionalNumber(.round, atLeast: 1) ?? 1
    subject = try fields.required(.subject, fields.object(.subject, SubjectRecord.self)).subject
  }

  fileprivate func encode(
    into container: inout KeyedEncodingContainer<EventKey>
  ) throws {
    try container.encode(on.description, forKey: .on)
    try container.encode(at.description, forKey: .at)
    try container.encode(actor, forKey: .actor)
    try container.encode(origin, forKey: .origin)
    try container.encode(batch.text, forKey: .batch)
    try container.encode(batchSize, forKey: .batchSize)
    try container.encode(clock, forKey: .clock)
    try container.encode(seen.map { EventIDRecord($0) }, forKey: .seen)
    try container.encode(SubjectRecord(subject), forKey: .subject)
    guard let quarter else { return }
    try container.encode(quarter.description, forKey: .quarter)
    try container.encode(round, forKey: .round)
  }
}

/// What an event is about: exactly one of `unit`, `findings`, `site`, `event`.
private struct SubjectRecord: Codable {
  let subject: Event.Subject

  enum CodingKeys: String, CodingKey {
    case unit
    case findings
    case site
    case event
    case check
  }

  init(_ subject: Event.Subject) {
    self.subject = subject
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    let known = fields.container.allKeys
    guard let key = known.first, known.count == 1 else {
      throw RecordFault(.subject, at: decoder.codingPath)
    }
    switch key {
    case .unit: subject = .unit(try fields.someText(.unit))
    case .findings:
      let ids = try fields.list(.findings, of: FindingIDRecord.self).map(\.id)
      guard !ids.isEmpty else { throw fields.fault(.field, .findings) }
      subject = .findings(ids)
    case .check: subject = .check(try fields.someText(.check))
    case .site: subject = .site(SiteCode(try fields.someText(.site)))
    case .event:
      let id = try fields.checked(.event, .identity) { EventID($0) }
      subject = .event(try fields.required(.event, id))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch subject {
    case .unit(let id): try container.encode(id, forKey: .unit)
    case .findings(let ids):
      try container.encode(ids.map { FindingIDRecord($0) }, forKey: .findings)
    case .site(let code): try container.encode(code.text, forKey: .site)
    case .event(let id): try container.encode(id.text, forKey: .event)
    case .check(let id): try container.encode(id, forKey: .check)
    }
  }
}
