/// The alphabet in which OSC 52 carries a text (RFC 4648).
enum Base64 {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

  /// Bytes as text, padded with `=`.
  static func encoded(_ bytes: [UInt8]) -> String {
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let chunk = bytes[start..<min(start + 3, bytes.count)]
      let padded = chunk + Array(repeating: 0, count: 3 - chunk.count)
      let value = padded.reduce(0) { $0 << 8 | Int($1) }
      for (place, shift) in [18, 12, 6, 0].enumerated() {
        text.append(place <= chunk.count ? letters[value >> shift & 63] : "=")
      }
    }
    return text
  }
}
