import CensusCore

extension Retract {
  init(_ fields: Fields<EventKey>) throws {
    let targets = try fields.list(.targets, of: EventIDRecord.self).map(\.id)
    guard !targets.isEmpty else { throw fields.fault(.field, .targets) }
    self.init(targets: targets, reason: try fields.optionalText(.reason))
  }

  func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encode(targets.map { EventIDRecord($0) }, forKey: .targets)
    try container.encodeIfPresent(reason, forKey: .reason)
  }
}

extension Resolve {
  init(_ fields: Fields<EventKey>) throws {
    let targets = try fields.list(.targets, of: EventIDRecord.self).map(\.id)
    guard !targets.isEmpty else { throw fields.fault(.field, .targets) }
    let keep = try fields.checked(.keep, .identity) { EventID($0) }
    self.init(targets: targets, keep: try fields.required(.keep, keep))
  }

  func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encode(targets.map { EventIDRecord($0) }, forKey: .targets)
    try container.encode(keep.text, forKey: .keep)
  }
}
