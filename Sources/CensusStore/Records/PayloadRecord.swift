import CensusCore

/// What an event of a known kind says besides what all say; its keys stand beside those.
enum PayloadRecord {
  case receipt(ReceiptRecord)
  case retract(RetractRecord)
  case note(NoteRecord)

  /// The payload to be written; nil for an unknown kind, which this program never writes.
  init?(_ payload: Event.Payload) {
    switch payload {
    case .receipt(let receipt): self = .receipt(ReceiptRecord(receipt: receipt))
    case .retract(let retract): self = .retract(RetractRecord(retract: retract))
    case .note(let note): self = .note(NoteRecord(note: note))
    case .unknown: return nil
    }
  }

  /// Reads the payload of a kind; nil if the kind is unknown.
  init?(_ type: String, from decoder: any Decoder) throws {
    switch type {
    case "receipt": self = .receipt(try ReceiptRecord(from: decoder))
    case "retract": self = .retract(try RetractRecord(from: decoder))
    case "note": self = .note(try NoteRecord(from: decoder))
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
    case .receipt(let record): .receipt(record.receipt)
    case .retract(let record): .retract(record.retract)
    case .note(let record): .note(record.note)
    }
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .receipt(let record): try record.encode(to: encoder)
    case .retract(let record): try record.encode(to: encoder)
    case .note(let record): try record.encode(to: encoder)
    }
  }
}

/// The arrival of a part.
struct ReceiptRecord: Codable {
  let receipt: Receipt

  enum CodingKeys: String, CodingKey {
    case part
    case signature
    case signer
    case post
    case incoming
    case document
    case dated
    case channel
    case file
    case sha256
    case covers
    case note
  }

  init(receipt: Receipt) {
    self.receipt = receipt
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    receipt = Receipt(
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

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(receipt.part.rawValue, forKey: .part)
    try container.encode(receipt.signature.rawValue, forKey: .signature)
    try container.encodeIfPresent(receipt.signer, forKey: .signer)
    try container.encodeIfPresent(receipt.post, forKey: .post)
    try container.encodeIfPresent(receipt.incoming, forKey: .incoming)
    try container.encodeIfPresent(receipt.document, forKey: .document)
    try container.encodeIfPresent(receipt.dated?.description, forKey: .dated)
    try container.encodeIfPresent(receipt.channel?.rawValue, forKey: .channel)
    try container.encodeIfPresent(receipt.file, forKey: .file)
    try container.encodeIfPresent(receipt.sha256, forKey: .sha256)
    let covers = receipt.covers?.map { FindingIDRecord($0) }
    try container.encodeIfPresent(covers, forKey: .covers)
    try container.encodeIfPresent(receipt.note, forKey: .note)
  }
}

/// Events taken back.
struct RetractRecord: Codable {
  let retract: Retract

  enum CodingKeys: String, CodingKey {
    case targets
    case reason
  }

  init(retract: Retract) {
    self.retract = retract
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    let targets = try fields.list(.targets, of: EventIDRecord.self).map(\.id)
    guard !targets.isEmpty else { throw fields.fault(.field, .targets) }
    retract = Retract(targets: targets, reason: try fields.optionalText(.reason))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(retract.targets.map { EventIDRecord($0) }, forKey: .targets)
    try container.encodeIfPresent(retract.reason, forKey: .reason)
  }
}

/// A remark.
struct NoteRecord: Codable {
  let note: Note

  enum CodingKeys: String, CodingKey {
    case kind
    case text
  }

  init(note: Note) {
    self.note = note
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    note = Note(kind: try fields.word(.kind, Note.Kind.self), text: try fields.text(.text))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(note.kind.rawValue, forKey: .kind)
    try container.encode(note.text, forKey: .text)
  }
}
