import CensusCore

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
