/// A key as a range of the document's bytes, or as bytes of its own where it is written with escapes.
struct KeyText {
  private let range: Range<Int>
  private let unescaped: [UInt8]?

  /// Takes what stands between two quotation marks and was found to be right.
  init(_ range: Range<Int>, hasEscapes: Bool, in bytes: UnsafeBufferPointer<UInt8>) {
    self.range = range
    unescaped = hasEscapes ? bytesWithoutEscapes(UnsafeBufferPointer(rebasing: bytes[range])) : nil
  }

  func string(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    unescaped.map { String(decoding: $0, as: UTF8.self) }
      ?? String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  func equals(_ other: KeyText, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if unescaped == nil, other.unescaped == nil {
      guard range.count == other.range.count else { return false }
      for place in 0..<range.count
      where bytes[range.lowerBound + place] != bytes[other.range.lowerBound + place] {
        return false
      }
      return true
    }
    return withBytes(in: bytes) { mine in
      other.withBytes(in: bytes) { mine.elementsEqual($0) }
    }
  }

  func hash(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    withBytes(in: bytes) { mine in
      var hasher = Hasher()
      hasher.combine(bytes: UnsafeRawBufferPointer(mine))
      return hasher.finalize()
    }
  }

  private func withBytes<Result>(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard let unescaped else { return body(UnsafeBufferPointer(rebasing: bytes[range])) }
    return unescaped.withUnsafeBufferPointer(body)
  }
}
