/// An archive of named files as office programs read it, each stored as it is.
///
/// Nothing in it depends on the moment: the same files give the same bytes.
package struct ZipArchive {
  fileprivate struct Entry {
    let name: [UInt8]
    let size: UInt32
    let checksum: UInt32
    let offset: UInt32
  }

  private var entries: [Entry] = []
  private var content: [UInt8] = []

  /// An empty archive.
  package init() {}

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - name: its path within the archive.
  ///   - text: what it holds.
  package mutating func add(_ name: String, _ text: String) {
    add(name, Array(text.utf8))
  }

  /// Adds a file.
  package mutating func add(_ name: String, _ bytes: [UInt8]) {
    let entry = Entry(
      name: Array(name.utf8), size: UInt32(bytes.count), checksum: checksum(of: bytes),
      offset: UInt32(content.count))
    entries.append(entry)
    content.add(UInt32(0x0403_4B50))
    content.add(described: entry)
    content += entry.name
    content += bytes
  }

  /// The whole file.
  package var bytes: [UInt8] {
    var bytes = content
    for entry in entries {
      bytes.add(UInt32(0x0201_4B50))
      // Made by: version 2.0 of nobody in particular.
      bytes.add(UInt16(20))
      bytes.add(described: entry)
      // No comment, first disk, no attributes.
      bytes.add(UInt16(0))
      bytes.add(UInt16(0))
      bytes.add(UInt16(0))
      bytes.add(UInt32(0))
      bytes.add(entry.offset)
      bytes += entry.name
    }
    let directory = UInt32(bytes.count - content.count)
    bytes.add(UInt32(0x0605_4B50))
    bytes.add(UInt16(0))
    bytes.add(UInt16(0))
    bytes.add(UInt16(entries.count))
    bytes.add(UInt16(entries.count))
    bytes.add(directory)
    bytes.add(UInt32(content.count))
    bytes.add(UInt16(0))
    return bytes
  }
}

extension [UInt8] {
  /// A number, its lowest byte first.
  fileprivate mutating func add<Number: FixedWidthInteger & UnsignedInteger>(_ number: Number) {
    for place in stride(from: 0, to: Number.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> place))
    }
  }

  /// What the file's own header and the directory both say of it.
  fileprivate mutating func add(described entry: ZipArchive.Entry) {
    add(UInt16(20))
    // Names are UTF-8; stored; 1980-01-01, the first moment that the form knows.
    add(UInt16(0x0800))
    add(UInt16(0))
    add(UInt16(0))
    add(UInt16(0x21))
    add(entry.checksum)
    add(entry.size)
    add(entry.size)
    add(UInt16(entry.name.count))
    add(UInt16(0))
  }
}

/// The CRC-32 of some bytes.
package func checksum(of bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(~0) { remainder, byte in
    remainder >> 8 ^ remainders[Int(UInt8(truncatingIfNeeded: remainder) ^ byte)]
  }
}

/// What each byte leaves when divided by the polynomial.
private let remainders: [UInt32] = (0..<256).map { byte in
  (0..<8).reduce(UInt32(byte)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
}
