import CensusCore
import StrictJSON

extension Receipt {
  init(_ fields: Fields<EventKey>) throws(RecordFault) {
    self.init(
      part: try fields.word(.part, Part.self),
      signature: try fields.optionalWord(.signature, Signature.self) ?? .principal,
      signer: try fields.optionalText(.signer), post: try fields.optionalText(.post),
      incoming: try fields.optionalText(.incoming), document: try fields.optionalText(.document),
      dated: try fields.optionalDay(.dated),
      channel: try fields.optionalWord(.channel, Receipt.Channel.self),
      file: try fields.optionalText(.file), sha256: try fields.optionalText(.sha256),
      covers: try fields.object(.covers, [FindingID].self),
      note: try fields.optionalText(.note))
  }

  func write(into object: inout CanonicalObject) {
    object.put(EventKey.part, part.rawValue)
    object.put(EventKey.signature, signature.rawValue)
    object.put(EventKey.signer, signer)
    object.put(EventKey.post, post)
    object.put(EventKey.incoming, incoming)
    object.put(EventKey.document, document)
    object.put(EventKey.dated, dated?.description)
    object.put(EventKey.channel, channel?.rawValue)
    object.put(EventKey.file, file)
    object.put(EventKey.sha256, sha256)
    object.put(EventKey.covers, covers?.map(\.description))
    object.put(EventKey.note, note)
  }
}
