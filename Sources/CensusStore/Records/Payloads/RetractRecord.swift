import CensusCore

extension Retract {
  init(_ fields: Fields<EventKey>) throws {
    let targets = try fields.list(.targets, of: EventIDRecord.self).map(\.id)
    guard !targets.isEmpty else { throw fields.fault(.field, .targets) }
    // A step that a newer version knows is one that this one cannot take.
    self.init(
      targets: targets, reason: try fields.optionalText(.reason),
      step: try fields.optionalText(.step).flatMap(Retract.Step.init))
  }

  func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encode(targets.map { EventIDRecord($0) }, forKey: .targets)
    try container.encodeIfPresent(reason, forKey: .reason)
    try container.encodeIfPresent(step?.rawValue, forKey: .step)
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
