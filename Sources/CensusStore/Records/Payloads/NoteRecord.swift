import CensusCore

extension Note {
  init(_ fields: Fields<EventKey>) throws {
    self.init(
      kind: try fields.word(.kind, Note.Kind.self), text: try fields.text(.text),
      due: try fields.optionalDay(.due))
  }

  func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encode(kind.rawValue, forKey: .kind)
    try container.encode(text, forKey: .text)
    try container.encodeIfPresent(due?.description, forKey: .due)
  }
}
