import CensusCore

/// What an event of a known kind says besides what all say; its keys stand beside those.
enum PayloadRecord {
  case receipt(Receipt)
  case retract(Retract)
  case note(Note)

  /// The payload to be written; nil for an unknown kind, which this program never writes.
  init?(_ payload: Event.Payload) {
    switch payload {
    case .receipt(let receipt): self = .receipt(receipt)
    case .retract(let retract): self = .retract(retract)
    case .note(let note): self = .note(note)
    case .unknown: return nil
    }
  }

  /// Reads the payload of a kind; nil if the kind is unknown.
  init?(_ type: String, _ fields: Fields<EventKey>) throws {
    switch type {
    case "receipt": self = .receipt(try Receipt(fields))
    case "retract": self = .retract(try Retract(fields))
    case "note": self = .note(try Note(fields))
    default: return nil
    }
  }

  var type: String {
    switch self {
    case .receipt: "receipt"
    case .retract: "retract"
    case .note: "note"
    }
  }

  var payload: Event.Payload {
    switch self {
    case .receipt(let receipt): .receipt(receipt)
    case .retract(let retract): .retract(retract)
    case .note(let note): .note(note)
    }
  }

  func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    switch self {
    case .receipt(let receipt): try receipt.encode(into: &container)
    case .retract(let retract): try retract.encode(into: &container)
    case .note(let note): try note.encode(into: &container)
    }
  }
}

extension Receipt {
  fileprivate init(_ fields: Fields<EventKey>) throws {
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

  fileprivate func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
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

extension Retract {
  fileprivate init(_ fields: Fields<EventKey>) throws {
    let targets = try fields.list(.targets, of: EventIDRecord.self).map(\.id)
    guard !targets.isEmpty else { throw fields.fault(.field, .targets) }
    self.init(targets: targets, reason: try fields.optionalText(.reason))
  }

  fileprivate func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encode(targets.map { EventIDRecord($0) }, forKey: .targets)
    try container.encodeIfPresent(reason, forKey: .reason)
  }
}

extension Note {
  fileprivate init(_ fields: Fields<EventKey>) throws {
    self.init(kind: try fields.word(.kind, Note.Kind.self), text: try fields.text(.text))
  }

  fileprivate func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encode(kind.rawValue, forKey: .kind)
    try container.encode(text, forKey: .text)
  }
}
