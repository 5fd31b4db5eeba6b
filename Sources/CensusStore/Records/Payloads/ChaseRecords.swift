import CensusCore

extension Chase {
  init(_ fields: Fields<EventKey>) throws {
    self.init(
      channel: try fields.optionalWord(.channel, Chase.Channel.self),
      to: try fields.optionalText(.to), answer: try fields.optionalText(.answer),
      promised: try fields.optionalDay(.promised), note: try fields.optionalText(.note))
  }

  func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encodeIfPresent(channel?.rawValue, forKey: .channel)
    try container.encodeIfPresent(to, forKey: .to)
    try container.encodeIfPresent(answer, forKey: .answer)
    try container.encodeIfPresent(promised?.description, forKey: .promised)
    try container.encodeIfPresent(note, forKey: .note)
  }
}

extension Contact {
  init(_ fields: Fields<EventKey>) throws {
    self.init(
      name: try fields.optionalText(.name), post: try fields.optionalText(.post),
      phone: try fields.optionalText(.phone))
  }

  func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encodeIfPresent(name, forKey: .name)
    try container.encodeIfPresent(post, forKey: .post)
    try container.encodeIfPresent(phone, forKey: .phone)
  }
}
