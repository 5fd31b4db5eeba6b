import CensusCore
import StrictJSON

extension Chase {
  init(_ fields: Fields<EventKey>) throws(RecordFault) {
    self.init(
      channel: try fields.optionalWord(.channel, Chase.Channel.self),
      to: try fields.optionalText(.to), answer: try fields.optionalText(.answer),
      promised: try fields.optionalDay(.promised), note: try fields.optionalText(.note))
  }

  func write(into object: inout CanonicalObject) {
    object.put(EventKey.channel, channel?.rawValue)
    object.put(EventKey.to, to)
    object.put(EventKey.answer, answer)
    object.put(EventKey.promised, promised?.description)
    object.put(EventKey.note, note)
  }
}

extension Contact {
  init(_ fields: Fields<EventKey>) throws(RecordFault) {
    self.init(
      name: try fields.optionalText(.name), post: try fields.optionalText(.post),
      phone: try fields.optionalText(.phone))
  }

  func write(into object: inout CanonicalObject) {
    object.put(EventKey.name, name)
    object.put(EventKey.post, post)
    object.put(EventKey.phone, phone)
  }
}
