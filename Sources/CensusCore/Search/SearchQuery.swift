/// What a person typed to find something: words that all have to occur; `!word` must not.
///
/// Full-width letters and digits equal half-width ones, capitals equal small letters.
public struct SearchQuery: Equatable, Sendable {
  private let wanted: [[UInt8]]
  private let unwanted: [[UInt8]]

  /// Reads the words, which blanks part.
  public init(_ text: String) {
    let words = searchKey(text).split(whereSeparator: \.isWhitespace)
    wanted = words.filter { !$0.hasPrefix("!") }.map { Array($0.utf8) }
    unwanted = words.filter { $0.hasPrefix("!") }.map { Array($0.dropFirst().utf8) }
      .filter { !$0.isEmpty }
  }

  /// Whether nothing is asked for.
  public var isEmpty: Bool { wanted.isEmpty && unwanted.isEmpty }

  /// Whether the texts of a row, taken together, answer the query.
  public func matches(_ texts: [String]) -> Bool {
    guard !isEmpty else { return true }
    let haystack = Array(texts.map(searchKey).joined(separator: "\n").utf8)
    return wanted.allSatisfy { contains(haystack, $0) }
      && !unwanted.contains { contains(haystack, $0) }
  }

  /// The places in a text that a wanted word matches, as ranges of its scalars, for highlighting.
  public func matches(in text: String) -> [Range<Int>] {
    // Folding maps scalar to scalar, so that places in the folded text are places in the text.
    let scalars = text.unicodeScalars.map { folded($0) }
    return wanted.flatMap { word -> [Range<Int>] in
      let needle = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
      guard !needle.isEmpty, needle.count <= scalars.count else { return [] }
      return (0...(scalars.count - needle.count)).compactMap { start in
        scalars[start..<(start + needle.count)].elementsEqual(needle)
          ? start..<(start + needle.count) : nil
      }
    }
  }

  private func contains(_ haystack: [UInt8], _ needle: [UInt8]) -> Bool {
    guard !needle.isEmpty else { return true }
    guard needle.count <= haystack.count else { return false }
    return haystack.withUnsafeBufferPointer { hay in
      (0...(hay.count - needle.count)).contains { start in
        hay[start] == needle[0] && hay[start..<(start + needle.count)].elementsEqual(needle)
      }
    }
  }
}

/// A text as the search compares it: half-width, small letters.
func searchKey(_ text: String) -> String {
  var key = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { key.append(folded(scalar)) }
  return String(key)
}

private func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  var value = scalar.value
  if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
  if value == 0x3000 { value = 0x20 }
  if (0x41...0x5A).contains(value) { value += 0x20 }
  return Unicode.Scalar(value) ?? scalar
}
