/// A paste that the terminal does not mark.
///
/// Its bytes come as if they were typed. Nobody types rows of text within a moment, so a burst that reads
/// like text is one paste.
package enum PlainPaste {
  /// Fewer bytes may have been typed ahead.
  package static let leastBytes = 32
  /// After so many milliseconds without a byte it is over.
  package static let quiet = 120

  /// The first byte of what may be a paste; the keys to leave are obeyed at once, since what follows
  /// them is for the shell.
  package static func mayBegin(with byte: UInt8) -> Bool {
    byte != UInt8(ascii: "q") && byte != UInt8(ascii: "Q") && isText(byte)
  }

  /// Whether bytes that came at once are text and no keys: no sequence of a key among them, and rows of
  /// characters beyond ASCII, or rows with long numbers.
  package static func reads(_ bytes: some Collection<UInt8>) -> Bool {
    guard bytes.count >= leastBytes, bytes.allSatisfy(isText) else { return false }
    let foreign = bytes.count { $0 >= 0x80 }
    let rows = bytes.count { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    if foreign >= 24 || foreign >= 6 && rows > 0 { return true }
    return rows > 0 && longestNumber(bytes) >= 10
  }

  /// The bytes up to the first that is a key, between the marks of a paste, and the rest behind them.
  package static func marked(_ bytes: [UInt8]) -> [UInt8] {
    let end = bytes.firstIndex { !isText($0) } ?? bytes.count
    return Array("\u{1B}[200~".utf8) + bytes[..<end] + Array("\u{1B}[201~".utf8) + bytes[end...]
  }

  private static func isText(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7F || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func longestNumber(_ bytes: some Collection<UInt8>) -> Int {
    var (longest, run) = (0, 0)
    for byte in bytes {
      run = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
