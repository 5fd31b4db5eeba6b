internal import CNcurses

/// Standard input line by line, for a dialogue without a screen.
///
/// While it lives a signal that asks the program to end only ends the input; the process ends by it
/// when this does, so that what is to be kept is kept before. There can be one at a time.
package struct LineInput: ~Copyable {
  /// What was read.
  package enum Line: Equatable {
    /// A whole line, without its end.
    case whole(String)
    /// A whole line that is no text, as far as it can be shown.
    case garbled(String)
    /// The input ended within a line.
    case cut(String)
    /// There will be no further line.
    case end
  }

  private var bytes: [UInt8] = []
  /// How many of them were looked at for the end of a line.
  private var looked = 0
  private var buffer = [UInt8](repeating: 0, count: 4096)
  private var isOver = false
  private let decode: ([UInt8]) -> String?

  /// Begins to read.
  ///
  /// - Parameter decode: makes a text of the bytes of a line; nil if they are none.
  package init(decode: @escaping ([UInt8]) -> String?) {
    self.decode = decode
    _ = cn_lines_begin()
  }

  deinit { cn_lines_end() }

  /// Waits for the next line.
  package mutating func next() -> Line {
    while true {
      if let line = takeLine() { return line }
      guard !isOver else { return .end }
      var count: Int32 = 0
      switch Int(cn_lines_read(&buffer, Int32(buffer.count), &count)) {
      case Int(CN_BYTES): bytes += buffer[..<Int(count)]
      case Int(CN_INTERRUPTED):
        // What was not heard yet is not heard any more.
        (bytes, looked, isOver) = ([], 0, true)
      default:
        isOver = true
        guard !bytes.isEmpty else { return .end }
        defer { (bytes, looked) = ([], 0) }
        return .cut(decode(bytes) ?? String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  private mutating func takeLine() -> Line? {
    guard let end = bytes[looked...].firstIndex(of: UInt8(ascii: "\n")) else {
      looked = bytes.count
      return nil
    }
    var line = bytes[..<end]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    let text = decode(Array(line))
    defer { (bytes, looked) = (Array(bytes[(end + 1)...]), 0) }
    return text.map(Line.whole) ?? .garbled(String(decoding: line, as: UTF8.self))
  }
}
