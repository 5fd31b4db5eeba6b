/// An archive with its parts stored as they are: enough for documents of tests.
struct Zip {
  /// A part as it is put into the archive.
  struct Part {
    let name: String
    let bytes: [UInt8]
    /// How it lies there: 0 as it is, 8 deflated.
    var method = 0
    /// What its header says of its size; nil means the truth.
    var size: Int?
  }

  private(set) var bytes: [UInt8] = []

  init(_ parts: [Part]) {
    var directory: [UInt8] = []
    for part in parts {
      let offset = bytes.count
      let plain = part.size ?? part.bytes.count
      let name = Array(part.name.utf8)
      let fields =
        Zip.short(20) + Zip.short(0x800) + Zip.short(part.method) + Zip.long(0)
        + Zip.long(part.method == 0 ? Int(Zip.sum(part.bytes)) : 0) + Zip.long(part.bytes.count)
        + Zip.long(plain) + Zip.short(name.count) + Zip.short(0)
      bytes += Zip.long(0x0403_4B50) + fields + name + part.bytes
      directory +=
        Zip.long(0x0201_4B50) + Zip.short(20) + fields + Zip.short(0) + Zip.short(0)
        + Zip.short(0) + Zip.long(0) + Zip.long(offset) + name
    }
    let start = bytes.count
    bytes += directory
    bytes +=
      Zip.long(0x0605_4B50) + Zip.short(0) + Zip.short(0) + Zip.short(parts.count)
      + Zip.short(parts.count) + Zip.long(directory.count) + Zip.long(start) + Zip.short(0)
  }

  /// Texts as parts.
  init(_ parts: [String: String]) {
    self.init(
      parts.sorted { $0.key < $1.key }.map { Part(name: $0.key, bytes: Array($0.value.utf8)) })
  }

  private static func short(_ number: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
  }

  private static func long(_ number: Int) -> [UInt8] { short(number) + short(number >> 16) }

  /// The check sum of the format, CRC-32.
  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
