import CensusCore

/// A reminder.
struct ChaseRecord: Codable {
  let chase: Chase

  enum CodingKeys: String, CodingKey {
    case channel
    case to
    case answer
    case promised
    case note
  }

  init(chase: Chase) {
    self.chase = chase
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    chase = Chase(
      channel: try fields.optionalWord(.channel, Chase.Channel.self),
      to: try fields.optionalText(.to), answer: try fields.optionalText(.answer),
      promised: try fields.optionalDay(.promised), note: try fields.optionalText(.note))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(chase.channel?.rawValue, forKey: .channel)
    try container.encodeIfPresent(chase.to, forKey: .to)
    try container.encodeIfPresent(chase.answer, forKey: .answer)
    try container.encodeIfPresent(chase.promised?.description, forKey: .promised)
    try container.encodeIfPresent(chase.note, forKey: .note)
  }
}

/// Whom to call.
struct ContactRecord: Codable {
  let contact: Contact

  enum CodingKeys: String, CodingKey {
    case name
    case post
    case phone
  }

  init(contact: Contact) {
    self.contact = contact
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    contact = Contact(
      name: try fields.optionalText(.name), post: try fields.optionalText(.post),
      phone: try fields.optionalText(.phone))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(contact.name, forKey: .name)
    try container.encodeIfPresent(contact.post, forKey: .post)
    try container.encodeIfPresent(contact.phone, forKey: .phone)
  }
}
