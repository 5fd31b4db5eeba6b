import CensusCore

extension Receipt {
  init(_ fields: Fields<EventKey>) throws {
    self.init(
      part: try fields.word(.part, Part.self),
      signature: try fields.optionalWord(.signature, Signature.self) ?? .principal,
      signer: try fields.optionalText(.signer), post: try fields.optionalText(.post),
      incoming: try fields.optionalText(.incoming), document: try fields.optionalText(.document),
      dated: try fields.optionalDay(.dated),
      channel: try fields.optionalWord(.channel, Receipt.Channel.self),
      file: try fields.optionalText(.file), sha256: try fields.optionalText(.sha256),
      covers: try fields.object(.covers, [FindingIDRecord].self)?.map(\.id),
      note: try fields.optionalText(.note))
  }

  func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encode(part.rawValue, forKey: .part)
    try container.encode(signature.rawValue, forKey: .signature)
    try container.encodeIfPresent(signer, forKey: .signer)
    try container.encodeIfPresent(post, forKey: .post)
    try container.encodeIfPresent(incoming, forKey: .incoming)
    try container.encodeIfPresent(document, forKey: .document)
    try container.encodeIfPresent(dated?.description, forKey: .dated)
    try container.encodeIfPresent(channel?.rawValue, forKey: .channel)
    try container.encodeIfPresent(file, forKey: .file)
    try container.encodeIfPresent(sha256, forKey: .sha256)
    try container.encodeIfPresent(covers?.map { FindingIDRecord($0) }, forKey: .covers)
    try container.encodeIfPresent(note, forKey: .note)
  }
}
