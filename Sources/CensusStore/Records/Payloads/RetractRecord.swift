import CensusCore
import StrictJSON

extension Retract {
  init(_ fields: Fields<EventKey>) throws(RecordFault) {
    let targets = try fields.list(.targets, of: EventID.self)
    guard !targets.isEmpty else { throw fields.fault(.field, .targets) }
    // A step that a newer version knows is one that this one cannot take.
    self.init(
      targets: targets, reason: try fields.optionalText(.reason),
      step: try fields.optionalText(.step).flatMap(Retract.Step.init))
  }

  func write(into object: inout CanonicalObject) {
    object.put(EventKey.targets, targets.map(\.text))
    object.put(EventKey.reason, reason)
    object.put(EventKey.step, step?.rawValue)
  }
}

extension Resolve {
  init(_ fields: Fields<EventKey>) throws(RecordFault) {
    let targets = try fields.list(.targets, of: EventID.self)
    guard !targets.isEmpty else { throw fields.fault(.field, .targets) }
    let keep = try fields.checked(.keep, .identity) { EventID($0) }
    self.init(targets: targets, keep: try fields.required(.keep, keep))
  }

  func write(into object: inout CanonicalObject) {
    object.put(EventKey.targets, targets.map(\.text))
    object.put(EventKey.keep, keep.text)
  }
}
