import CensusCore

/// Whether a site can be reached.
struct AvailabilityRecord: Codable {
  let availability: Availability

  enum CodingKeys: String, CodingKey {
    case status
    case from
    case until
    case successor
    case filed
    case reference
  }

  init(availability: Availability) {
    self.availability = availability
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    availability = Availability(
      status: try fields.word(.status, Availability.Status.self),
      from: try fields.optionalDay(.from), until: try fields.optionalDay(.until),
      successor: try fields.optionalText(.successor).map { SiteCode($0) },
      isFiled: try fields.object(.filed, Bool.self) ?? false,
      reference: try fields.optionalText(.reference))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(availability.status.rawValue, forKey: .status)
    try container.encodeIfPresent(availability.from?.description, forKey: .from)
    try container.encodeIfPresent(availability.until?.description, forKey: .until)
    try container.encodeIfPresent(availability.successor?.text, forKey: .successor)
    if availability.isFiled { try container.encode(true, forKey: .filed) }
    try container.encodeIfPresent(availability.reference, forKey: .reference)
  }
}

/// A correction.
struct CorrectRecord: Codable {
  let correct: Correct

  enum CodingKeys: String, CodingKey {
    case field
    case old
    case new
    case from
    case reason
  }

  init(correct: Correct) {
    self.correct = correct
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    correct = Correct(
      field: try fields.word(.field, Correct.Field.self), old: try fields.optionalText(.old),
      new: try fields.someText(.new), from: try fields.optionalDay(.from),
      reason: try fields.someText(.reason))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(correct.field.rawValue, forKey: .field)
    try container.encodeIfPresent(correct.old, forKey: .old)
    try container.encode(correct.new, forKey: .new)
    try container.encodeIfPresent(correct.from?.description, forKey: .from)
    try container.encode(correct.reason, forKey: .reason)
  }
}

/// A finding struck off.
struct ExcludeRecord: Codable {
  let exclude: Exclude

  enum CodingKeys: String, CodingKey {
    case reason
  }

  init(exclude: Exclude) {
    self.exclude = exclude
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    exclude = Exclude(reason: try fields.someText(.reason))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(exclude.reason, forKey: .reason)
  }
}

/// A finding taken back.
struct ReinstateRecord: Codable {
  let reinstate: Reinstate

  enum CodingKeys: String, CodingKey {
    case reason
  }

  init(reinstate: Reinstate) {
    self.reinstate = reinstate
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    reinstate = Reinstate(reason: try fields.optionalText(.reason))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(reinstate.reason, forKey: .reason)
  }
}
