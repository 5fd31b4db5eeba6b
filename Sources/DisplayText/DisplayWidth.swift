/// How many terminal columns a character fills: 0, 1 or 2.
///
/// The answer is ours and not the C library's, because that one depends on the locale. A test
/// compares the two over every scalar that both know.
package enum DisplayWidth {
  /// The columns of one scalar.
  ///
  /// Controls, combining marks and invisible format characters fill none, East Asian wide and
  /// full-width characters two. Ambiguous ones fill one: where a terminal thinks otherwise, the
  /// text goes through `transliteratedForWideTerminals(_:)` first.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 {
      return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1
    }
    if (0x4E00...0x9FFF).contains(value) { return 2 }
    if isZeroWidth(scalar) { return 0 }
    return contains(wideBounds, value) ? 2 : 1
  }

  /// Whether some terminals give the scalar two columns and others one.
  package static func isAmbiguous(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xA1 && contains(ambiguousBounds, scalar.value)
  }

  /// Combining marks, joiners, selectors and the inner letters of Hangul syllables.
  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: return true
    // The signs that Arabic and Syriac numbers stand on are format characters, yet visible.
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator, .control:
      return true
    default: return false
    }
  }

  /// Binary search in a table of pairs (first, last).
  static func contains(_ bounds: [UInt32], _ value: UInt32) -> Bool {
    var low = 0
    var high = bounds.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > bounds[2 * middle + 1] {
        low = middle + 1
      } else if value < bounds[2 * middle] {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}

extension String {
  /// The columns the text fills when it is written as it stands.
  package var displayWidth: Int { Substring(self).displayWidth }
}

extension Substring {
  /// The columns the text fills when it is written as it stands.
  package var displayWidth: Int {
    var width = 0
    for scalar in unicodeScalars { width += DisplayWidth.of(scalar) }
    return width
  }
}

extension Character {
  /// The columns of the base and all that is joined to it.
  package var displayWidth: Int {
    var width = 0
    for scalar in unicodeScalars { width += DisplayWidth.of(scalar) }
    return width
  }
}
