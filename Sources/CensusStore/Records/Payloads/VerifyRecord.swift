import CensusCore
import StrictJSON

extension Verify {
  init(_ fields: Fields<EventKey>) throws(RecordFault) {
    self.init(
      published: try fields.optionalText(.published), computed: try fields.optionalText(.computed),
      note: try fields.optionalText(.note))
  }

  func write(into object: inout CanonicalObject) {
    object.put(EventKey.published, published)
    object.put(EventKey.computed, computed)
    object.put(EventKey.note, note)
  }
}
