import CensusCore
import StrictJSON

extension Retract {
  init(_ fields: Fields<EventKey>) throws(RecordFault) {
    let targets = try fields.list(.targets, of: EventID.self)
    guard !targets.isEmpty else { throw fields.fault(.field, .targets) }
    self.init(targets: targets, reason: try fields.optionalText(.reason))
  }

  func write(into object: inout CanonicalObject) {
    object.put(EventKey.targets, targets.map(\.text))
    object.put(EventKey.reason, reason)
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
