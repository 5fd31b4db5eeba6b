import CensusCore

extension Return {
  init(_ fields: Fields<EventKey>) throws {
    self.init(part: try fields.word(.part, Part.self), reason: try fields.someText(.reason))
  }

  func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encode(part.rawValue, forKey: .part)
    try container.encode(reason, forKey: .reason)
  }
}

extension Waive {
  init(_ fields: Fields<EventKey>) throws {
    self.init(
      authority: try fields.someText(.authority), reason: try fields.someText(.reason))
  }

  func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encode(authority, forKey: .authority)
    try container.encode(reason, forKey: .reason)
  }
}

extension Extend {
  init(_ fields: Fields<EventKey>) throws {
    self.init(
      until: try fields.day(.until), authority: try fields.someText(.authority),
      reason: try fields.someText(.reason))
  }

  func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encode(until.description, forKey: .until)
    try container.encode(authority, forKey: .authority)
    try container.encode(reason, forKey: .reason)
  }
}

extension Order {
  init(_ fields: Fields<EventKey>) throws {
    self.init(
      until: try fields.day(.until), reference: try fields.optionalText(.reference),
      covers: try fields.object(.covers, [FindingIDRecord].self)?.map(\.id))
  }

  func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encode(until.description, forKey: .until)
    try container.encodeIfPresent(reference, forKey: .reference)
    try container.encodeIfPresent(covers?.map { FindingIDRecord($0) }, forKey: .covers)
  }
}
