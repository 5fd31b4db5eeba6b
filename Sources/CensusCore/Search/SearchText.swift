/// The texts of a row, made ready once so that every query after it is quick.
///
/// Full-width letters and digits equal half-width ones, capitals equal small letters, and Chinese characters
/// know how they are read. It holds four bytes a character.
public struct SearchText: Equatable, Sendable {
  /// The scalars with the numbers of their readings; an empty one before, between and behind the texts.
  let units: [SearchUnit]

  /// Makes texts ready.
  public init(_ texts: [String]) {
    var units: [SearchUnit] = []
    units.reserveCapacity(texts.reduce(1) { $0 + $1.unicodeScalars.count + 1 })
    units.append(.end)
    for text in texts {
      for scalar in text.unicodeScalars { units.append(SearchUnit(scalar)) }
      units.append(.end)
    }
    self.units = units
  }
}

/// A folded scalar, and the number of its readings.
struct SearchUnit: Equatable, Sendable {
  // 21 bits are enough for a scalar, and 11 for the sets of readings.
  private let bits: UInt32

  /// What stands before, between and behind texts.
  static let end = SearchUnit(bits: 0)

  init(_ scalar: Unicode.Scalar) {
    let scalar = folded(scalar)
    bits = scalar | UInt32(truncatingIfNeeded: Readings(of: scalar).number) << 21
  }

  private init(bits: UInt32) { self.bits = bits }

  var scalar: UInt32 { bits & 0x1F_FFFF }

  var readings: Readings { Readings(number: Int(bits >> 21)) }
}
