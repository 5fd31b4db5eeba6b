/// What a file is, by its bytes and not by its name.
package enum Container: Equatable, Sendable {
  /// Text in any of its forms, which the program reads itself.
  case text
  /// A page, which the converter reads.
  case page
  /// An archive as office programs make them, which the converter reads.
  case archive
  /// Nothing that is read.
  case refused(ContainerFault)

  /// Looks at the beginning of a file, and for zero bytes at all of it.
  package init(_ bytes: [UInt8]) {
    func begins(_ signature: [UInt8]) -> Bool { bytes.starts(with: signature) }
    if bytes.isEmpty {
      self = .refused(.empty)
    } else if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06]) {
      self = .archive
    } else if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      let name: [UInt8] = "Encrypted".utf8.reduce(into: []) { $0 += [$1, 0] }
      self = .refused(bytes.has(name) ? .encrypted : .oldOffice)
    } else if begins(Array("%PDF".utf8)) {
      self = .refused(.pdf)
    } else if begins([0x89, 0x50, 0x4E, 0x47]) || begins([0xFF, 0xD8, 0xFF])
      || begins(Array("GIF8".utf8)) || begins([0x49, 0x49, 0x2A, 0])
      || begins([0x4D, 0x4D, 0, 0x2A])
      || begins([0x42, 0x4D]) && bytes.contains(0)
    {
      self = .refused(.picture)
    } else if begins(Array("{\\rtf".utf8)) {
      self = .refused(.richText)
    } else if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) {
      self = .refused(.utf16)
    } else if bytes.contains(0) {
      self = .refused(.noise)
    } else {
      self = Container.isPage(bytes) ? .page : .text
    }
  }

  /// Whether markup comes first, behind blanks, a byte order mark and comments.
  private static func isPage(_ bytes: [UInt8]) -> Bool {
    let front = bytes.prefix(4_096).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    guard front.first == UInt8(ascii: "<") else { return false }
    let text = String(decoding: front, as: UTF8.self).lowercased()
    return [
      "<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<div", "<!--", "<p", "<?xml",
    ]
    .contains { text.hasPrefix($0) }
  }
}

/// Why a document cannot be read: one sentence each.
package enum ContainerFault: String, Error, CaseIterable, Sendable {
  case empty
  case oldOffice
  case openDocument
  case ofd
  case pdf
  case picture
  case richText
  case utf16
  case noise
  case otherArchive
  case encrypted
  case brokenArchive
  case brokenXML
  case brokenPage
  case doctype
  case nul
  case tooLarge
  case tooManyCells
  case tooManyLines
  case tooDeep
  case noContent
  case onlyPictures
  case noConverter
  case noLibreOffice
  case notSaved
  case noPDFToText
  case notPlaced
  case tooLong
  case stopped
}

extension [UInt8] {
  /// Whether some bytes stand in these, one behind the other.
  package func has(_ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first, count >= wanted.count else { return false }
    return (0...(count - wanted.count)).contains { place in
      self[place] == first && self[place..<(place + wanted.count)].elementsEqual(wanted)
    }
  }
}
