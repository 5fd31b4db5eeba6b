import CensusCore
import StrictJSON

extension Return {
  init(_ fields: Fields<EventKey>) throws(RecordFault) {
    self.init(part: try fields.word(.part, Part.self), reason: try fields.someText(.reason))
  }

  func write(into object: inout CanonicalObject) {
    object.put(EventKey.part, part.rawValue)
    object.put(EventKey.reason, reason)
  }
}

extension Waive {
  init(_ fields: Fields<EventKey>) throws(RecordFault) {
    self.init(
      authority: try fields.someText(.authority), reason: try fields.someText(.reason))
  }

  func write(into object: inout CanonicalObject) {
    object.put(EventKey.authority, authority)
    object.put(EventKey.reason, reason)
  }
}

extension Extend {
  init(_ fields: Fields<EventKey>) throws(RecordFault) {
    self.init(
      until: try fields.day(.until), authority: try fields.someText(.authority),
      reason: try fields.someText(.reason))
  }

  func write(into object: inout CanonicalObject) {
    object.put(EventKey.until, until.description)
    object.put(EventKey.authority, authority)
    object.put(EventKey.reason, reason)
  }
}

extension Order {
  init(_ fields: Fields<EventKey>) throws(RecordFault) {
    self.init(
      until: try fields.day(.until), reference: try fields.optionalText(.reference),
      covers: try fields.object(.covers, [FindingID].self))
  }

  func write(into object: inout CanonicalObject) {
    object.put(EventKey.until, until.description)
    object.put(EventKey.reference, reference)
    object.put(EventKey.covers, covers?.map(\.description))
  }
}
