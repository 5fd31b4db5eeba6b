internal import CensusNotices
internal import Glibc

/// The streams of the process.
enum Standard {
  /// All of standard input.
  static func input() throws(ContainerFault) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let chunk = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) {
        buffer -> [UInt8]? in
        let count = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
        return count < 0 ? (errno == EINTR ? [] : nil) : Array(buffer.prefix(count))
      }
      guard let chunk else { throw .noise }
      guard !chunk.isEmpty else { return bytes }
      bytes += chunk
      guard bytes.count <= Limits.document else { throw .tooLarge }
    }
  }

  /// Writes all of some bytes; whether that succeeded.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count == 0 || errno != EINTR {
        return false
      }
    }
    return true
  }

  /// Whether the locale is Chinese.
  static var isChinese: Bool {
    for name in ["CENSUS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = getenv(name), value.pointee != 0 {
        return String(cString: value).lowercased().hasPrefix("zh")
      }
    }
    return false
  }
}
