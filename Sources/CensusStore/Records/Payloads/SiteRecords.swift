import CensusCore
import StrictJSON

extension Availability {
  init(_ fields: Fields<EventKey>) throws(RecordFault) {
    self.init(
      status: try fields.word(.status, Availability.Status.self),
      from: try fields.optionalDay(.from), until: try fields.optionalDay(.until),
      successor: try fields.optionalText(.successor).map { SiteCode($0) },
      isFiled: try fields.object(.filed, Bool.self) ?? false,
      reference: try fields.optionalText(.reference))
  }

  func write(into object: inout CanonicalObject) {
    object.put(EventKey.status, status.rawValue)
    object.put(EventKey.from, from?.description)
    object.put(EventKey.until, until?.description)
    object.put(EventKey.successor, successor?.text)
    if isFiled { object.put(EventKey.filed, true) }
    object.put(EventKey.reference, reference)
  }
}

extension Correct {
  init(_ fields: Fields<EventKey>) throws(RecordFault) {
    self.init(
      field: try fields.word(.field, Correct.Field.self), old: try fields.optionalText(.old),
      new: try fields.someText(.new), from: try fields.optionalDay(.from),
      reason: try fields.someText(.reason))
  }

  func write(into object: inout CanonicalObject) {
    object.put(EventKey.field, field.rawValue)
    object.put(EventKey.old, old)
    object.put(EventKey.new, new)
    object.put(EventKey.from, from?.description)
    object.put(EventKey.reason, reason)
  }
}

extension Exclude {
  init(_ fields: Fields<EventKey>) throws(RecordFault) {
    self.init(reason: try fields.someText(.reason))
  }

  func write(into object: inout CanonicalObject) {
    object.put(EventKey.reason, reason)
  }
}

extension Reinstate {
  init(_ fields: Fields<EventKey>) throws(RecordFault) {
    self.init(reason: try fields.optionalText(.reason))
  }

  func write(into object: inout CanonicalObject) {
    object.put(EventKey.reason, reason)
  }
}
