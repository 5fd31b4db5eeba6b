import CensusCore

/// Events taken back.
struct RetractRecord: Codable {
  let retract: Retract

  enum CodingKeys: String, CodingKey {
    case targets
    case reason
  }

  init(retract: Retract) {
    self.retract = retract
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    let targets = try fields.list(.targets, of: EventIDRecord.self).map(\.id)
    guard !targets.isEmpty else { throw fields.fault(.field, .targets) }
    retract = Retract(targets: targets, reason: try fields.optionalText(.reason))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(retract.targets.map { EventIDRecord($0) }, forKey: .targets)
    try container.encodeIfPresent(retract.reason, forKey: .reason)
  }
}

/// A conflict settled.
struct ResolveRecord: Codable {
  let resolve: Resolve

  enum CodingKeys: String, CodingKey {
    case targets
    case keep
  }

  init(resolve: Resolve) {
    self.resolve = resolve
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    let targets = try fields.list(.targets, of: EventIDRecord.self).map(\.id)
    guard !targets.isEmpty else { throw fields.fault(.field, .targets) }
    let keep = try fields.checked(.keep, .identity) { EventID($0) }
    resolve = Resolve(targets: targets, keep: try fields.required(.keep, keep))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(resolve.targets.map { EventIDRecord($0) }, forKey: .targets)
    try container.encode(resolve.keep.text, forKey: .keep)
  }
}
