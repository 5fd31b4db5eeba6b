internal import CensusNotices
internal import CharacterSets

/// From the bytes of a document to its blocks.
enum Conversion {
  static func source(_ document: [UInt8]) throws(ContainerFault) -> Source {
    switch Container(document) {
    case .refused(let fault): throw fault
    case .archive:
      Limits.closeFiles()
      return try Package.source(document)
    case .page, .text:
      // The C library opens its tables of characters, so that files are closed behind it.
      let text = decodedText(document)
      Limits.closeFiles()
      guard let text else { throw .noise }
      guard Container(document) == .page else { return Source(name: "", text: text) }
      return try PageReading.source(text)
    }
  }
}
