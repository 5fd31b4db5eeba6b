import CensusCore

extension Verify {
  init(_ fields: Fields<EventKey>) throws {
    self.init(
      published: try fields.optionalText(.published), computed: try fields.optionalText(.computed),
      note: try fields.optionalText(.note))
  }

  func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encodeIfPresent(published, forKey: .published)
    try container.encodeIfPresent(computed, forKey: .computed)
    try container.encodeIfPresent(note, forKey: .note)
  }
}
