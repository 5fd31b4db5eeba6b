import CensusCore

/// A part sent back.
struct ReturnRecord: Codable {
  let sent: Return

  enum CodingKeys: String, CodingKey {
    case part
    case reason
  }

  init(sent: Return) {
    self.sent = sent
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    sent = Return(part: try fields.word(.part, Part.self), reason: try fields.someText(.reason))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(sent.part.rawValue, forKey: .part)
    try container.encode(sent.reason, forKey: .reason)
  }
}

/// An excuse.
struct WaiveRecord: Codable {
  let waive: Waive

  enum CodingKeys: String, CodingKey {
    case authority
    case reason
  }

  init(waive: Waive) {
    self.waive = waive
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    waive = Waive(
      authority: try fields.someText(.authority), reason: try fields.someText(.reason))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(waive.authority, forKey: .authority)
    try container.encode(waive.reason, forKey: .reason)
  }
}

/// A later due day.
struct ExtendRecord: Codable {
  let extend: Extend

  enum CodingKeys: String, CodingKey {
    case until
    case authority
    case reason
  }

  init(extend: Extend) {
    self.extend = extend
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    extend = Extend(
      until: try fields.day(.until), authority: try fields.someText(.authority),
      reason: try fields.someText(.reason))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(extend.until.description, forKey: .until)
    try container.encode(extend.authority, forKey: .authority)
    try container.encode(extend.reason, forKey: .reason)
  }
}

/// Rectification ordered anew.
struct OrderRecord: Codable {
  let order: Order

  enum CodingKeys: String, CodingKey {
    case until
    case reference
    case covers
  }

  init(order: Order) {
    self.order = order
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    order = Order(
      until: try fields.day(.until), reference: try fields.optionalText(.reference),
      covers: try fields.object(.covers, [FindingIDRecord].self)?.map(\.id))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(order.until.description, forKey: .until)
    try container.encodeIfPresent(order.reference, forKey: .reference)
    let covers = order.covers?.map { FindingIDRecord($0) }
    try container.encodeIfPresent(covers, forKey: .covers)
  }
}
