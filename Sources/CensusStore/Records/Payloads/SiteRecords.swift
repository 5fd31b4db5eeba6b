import CensusCore

extension Availability {
  init(_ fields: Fields<EventKey>) throws {
    self.init(
      status: try fields.word(.status, Availability.Status.self),
      from: try fields.optionalDay(.from), until: try fields.optionalDay(.until),
      successor: try fields.optionalText(.successor).map { SiteCode($0) },
      isFiled: try fields.object(.filed, Bool.self) ?? false,
      reference: try fields.optionalText(.reference))
  }

  func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encode(status.rawValue, forKey: .status)
    try container.encodeIfPresent(from?.description, forKey: .from)
    try container.encodeIfPresent(until?.description, forKey: .until)
    try container.encodeIfPresent(successor?.text, forKey: .successor)
    if isFiled { try container.encode(true, forKey: .filed) }
    try container.encodeIfPresent(reference, forKey: .reference)
  }
}

extension Correct {
  init(_ fields: Fields<EventKey>) throws {
    self.init(
      field: try fields.word(.field, Correct.Field.self), old: try fields.optionalText(.old),
      new: try fields.someText(.new), from: try fields.optionalDay(.from),
      reason: try fields.someText(.reason))
  }

  func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encode(field.rawValue, forKey: .field)
    try container.encodeIfPresent(old, forKey: .old)
    try container.encode(new, forKey: .new)
    try container.encodeIfPresent(from?.description, forKey: .from)
    try container.encode(reason, forKey: .reason)
  }
}

extension Exclude {
  init(_ fields: Fields<EventKey>) throws {
    self.init(reason: try fields.someText(.reason))
  }

  func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encode(reason, forKey: .reason)
  }
}

extension Reinstate {
  init(_ fields: Fields<EventKey>) throws {
    self.init(reason: try fields.optionalText(.reason))
  }

  func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encodeIfPresent(reason, forKey: .reason)
  }
}
