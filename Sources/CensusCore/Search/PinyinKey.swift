/// What a name is sorted by in pinyin order.
///
/// Digits and Latin letters come first, by half-width small letters; Chinese follows character by character,
/// by the usual reading without its tone, then by code point, and last what has no reading. Places that are
/// read otherwise than their characters have their own reading: 重庆 is under c.
public struct PinyinKey: Comparable, Hashable, Sendable, CustomStringConvertible {
  private let units: [UInt64]

  /// The key of a name.
  public init(_ name: String) {
    let scalars = name.unicodeScalars.map(folded)
    var units: [UInt64] = []
    units.reserveCapacity(scalars.count)
    while units.count < scalars.count {
      let rest = scalars[units.count...]
      if let place = Place.named[scalars[units.count]]?.first(where: { rest.starts(with: $0.name) })
      {
        units += zip(place.name, place.syllables).map(Self.unit)
      } else {
        units.append(Self.unit(scalars[units.count]))
      }
    }
    self.units = units
  }

  /// Whether a name comes before another.
  public static func < (left: Self, right: Self) -> Bool {
    left.units.lexicographicallyPrecedes(right.units)
  }

  /// The name in pinyin as it is sorted, a blank between syllables: `chong qing`.
  public var description: String {
    var text = ""
    for unit in units {
      let letters = stride(from: UInt64(46), to: 20, by: -5).map { UInt8(unit >> $0 & 0x1F) }
      let scalar = Unicode.Scalar(UInt32(unit & 0x1F_FFFF)).map(Character.init) ?? "\u{FFFD}"
      guard unit >> 21 != 0, unit < Self.unread else {
        text.append(scalar)
        continue
      }
      if !text.isEmpty { text.append(" ") }
      for letter in letters where letter != 0 {
        text.unicodeScalars.append(Unicode.Scalar(letter | 0x60))
      }
    }
    return text
  }

  /// What ideographs without a reading begin with.
  private static let unread = UInt64.max << 21

  private static func unit(_ scalar: UInt32) -> UInt64 {
    let usual = Readings(of: scalar)[0]
    guard usual.isEmpty else { return unit(scalar, usual.text) }
    return (isIdeograph(scalar) ? unread : 0) | UInt64(scalar)
  }

  /// Six letters of five bits each before the scalar.
  private static func unit(_ scalar: UInt32, _ syllable: some StringProtocol) -> UInt64 {
    let letters = syllable.utf8.reduce(into: (bits: UInt64(0), shift: 46)) { letters, letter in
      letters.bits |= UInt64(letter & 0x1F) << UInt64(letters.shift)
      letters.shift -= 5
    }
    return letters.bits | UInt64(scalar)
  }

  private static func isIdeograph(_ scalar: UInt32) -> Bool {
    (0x3400...0x9FFF).contains(scalar) || (0xF900...0xFAFF).contains(scalar)
      || (0x20000...0x3FFFF).contains(scalar)
  }
}

/// A place that is read otherwise than its characters.
private struct Place {
  let name: [UInt32]
  let syllables: [Substring]

  /// All of them by their first character, the longest first, as `Scripts/place-names.txt` has them.
  static let named: [UInt32: [Place]] = {
    let lines = "\(PinyinTable.places)".split(separator: "\n").map { $0.split(separator: " ") }
    let readings = Dictionary(
      lines.map { ($0[0], Array($0.dropFirst())) }, uniquingKeysWith: { first, _ in first })
    let places = readings.map { name, syllables in
      Place(name: name.unicodeScalars.map(\.value), syllables: syllables)
    }
    return Dictionary(grouping: places) { $0.name[0] }
      .mapValues { $0.sorted { $0.name.count > $1.name.count } }
  }()
}
