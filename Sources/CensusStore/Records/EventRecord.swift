import CensusCore
import StrictJSON

/// The file of an event: what all events say, and the payload of its kind in the same object.
struct EventRecord: Readable {
  /// The version of payloads this program reads and writes.
  static let version = 1
  /// Beyond this a clock is not believed: it would leave no room to count on.
  static let clockLimit = 1 << 48

  let type: String
  let header: Header?
  let nonce: String
  let payload: Event.Payload?

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
    let revision: String?
    let round: Int
    let subject: Event.Subject
  }

  /// An event that is to be written; nil if its kind is unknown.
  init?(_ header: Header, payload: Event.Payload, nonce: String) {
    guard payload.content != nil else { return nil }
    type = payload.typeName
    self.header = header
    self.nonce = nonce
    self.payload = payload
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, EventKey.self)
    type = try fields.someText(.type)
    let version = try fields.number(.v, atLeast: 1, atMost: .max)
    nonce = try fields.optionalText(.nonce) ?? ""
    if version <= EventRecord.version, let kind = Event.Payload.kind(named: type) {
      payload = try kind.payload(node)
      header = try Header(fields)
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
        quarter: header.quarter, revision: header.revision, round: header.round,
        subject: header.subject,
        payload: payload ?? .unknown(type: type))
    }
  }

  /// The event as its file has it, but for the line end.
  var bytes: [UInt8] {
    var object = CanonicalObject()
    object.put(EventKey.type, type)
    object.put(EventKey.v, EventRecord.version)
    object.put(EventKey.nonce, nonce)
    header?.write(into: &object)
    payload?.content?.write(into: &object)
    return object.bytes
  }
}

extension EventRecord.Header {
  fileprivate init(_ fields: Fields<EventKey>) throws(RecordFault) {
    on = try fields.day(.on)
    at = try fields.required(.at, fields.checked(.at, .instant) { Instant($0) })
    actor = try fields.text(.actor)
    origin = try fields.text(.origin)
    batch = try fields.required(.batch, fields.checked(.batch, .identity) { BatchID($0) })
    batchSize = try fields.number(.batchSize, atLeast: 1)
    clock = min(try fields.number(.clock, atMost: .max), EventRecord.clockLimit)
    seen = try fields.list(.seen, of: EventID.self)
    quarter = try fields.optionalQuarter(.quarter)
    revision = try fields.optionalText(.revision)
    round = try fields.optionalNumber(.round, atLeast: 1) ?? 1
    subject = try fields.required(.subject, fields.object(.subject, SubjectRecord.self)).subject
  }

  fileprivate func write(into object: inout CanonicalObject) {
    object.put(EventKey.on, on.description)
    object.put(EventKey.at, at.description)
    object.put(EventKey.actor, actor)
    object.put(EventKey.origin, origin)
    object.put(EventKey.batch, batch.text)
    object.put(EventKey.batchSize, batchSize)
    object.put(EventKey.clock, clock)
    object.put(EventKey.seen, seen.map(\.text))
    object.put(EventKey.subject, SubjectRecord(subject).object)
    guard let quarter else { return }
    object.put(EventKey.quarter, quarter.description)
    if let revision { object.put(EventKey.revision, revision) }
    object.put(EventKey.round, round)
  }
}

/// What an event is about: exactly one of its keys.
private struct SubjectRecord: Readable {
  let subject: Event.Subject

  enum CodingKeys: String, CaseIterable {
    case unit
    case findings
    case site
    case event
    case check
    case notice
  }

  init(_ subject: Event.Subject) {
    self.subject = subject
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    let known = CodingKeys.allCases.filter(fields.has)
    guard let key = known.first, known.count == 1 else { throw node.fault(.subject) }
    switch key {
    case .unit: subject = .unit(try fields.id(.unit))
    case .findings:
      let ids = try fields.list(.findings, of: FindingID.self)
      guard !ids.isEmpty else { throw fields.fault(.field, .findings) }
      guard Set(ids).count == ids.count else { throw fields.fault(.unique, .findings) }
      subject = .findings(ids)
    case .check: subject = .check(try fields.someText(.check))
    case .notice: subject = .notice(try fields.quarter(.notice))
    case .site: subject = .site(try fields.id(.site))
    case .event:
      let id = try fields.checked(.event, .identity) { EventID($0) }
      subject = .event(try fields.required(.event, id))
    }
  }

  var object: CanonicalObject {
    var object = CanonicalObject()
    switch subject {
    case .unit(let id): object.put(CodingKeys.unit, id.text)
    case .findings(let ids): object.put(CodingKeys.findings, ids.map(\.description))
    case .site(let code): object.put(CodingKeys.site, code.text)
    case .event(let id): object.put(CodingKeys.event, id.text)
    case .check(let id): object.put(CodingKeys.check, id)
    case .notice(let quarter): object.put(CodingKeys.notice, quarter.description)
    }
    return object
  }
}
