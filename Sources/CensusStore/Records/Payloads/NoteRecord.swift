import CensusCore
import StrictJSON

extension Note {
  init(_ fields: Fields<EventKey>) throws(RecordFault) {
    self.init(kind: try fields.word(.kind, Note.Kind.self), text: try fields.text(.text))
  }

  func write(into object: inout CanonicalObject) {
    object.put(EventKey.kind, kind.rawValue)
    object.put(EventKey.text, text)
  }
}
