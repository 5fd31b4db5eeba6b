/// How a Chinese character is read in pinyin: up to four syllables without tones, the usual one first.
///
/// It is a place in ``PinyinTable``; number 0 has no reading.
struct Readings: Equatable, Sendable {
  let number: Int

  /// How many there are.
  static let count = PinyinTable.setCount

  init(number: Int) { self.number = number }

  /// The readings of a character.
  init(of scalar: UInt32) {
    guard (PinyinTable.first...PinyinTable.last).contains(scalar) else {
      number = 0
      return
    }
    let cell = PinyinTable.cells.utf8Start + 2 * Int(scalar - PinyinTable.first)
    number = (Int(cell[0]) - 0x30) * PinyinTable.base + Int(cell[1]) - 0x30
  }

  /// The syllables.
  var syllables: [Syllable] {
    (0..<PinyinTable.readings).map { self[$0] }.prefix { !$0.isEmpty }.map(\.self)
  }

  /// One syllable; an empty one from where there are no more.
  subscript(_ index: Int) -> Syllable {
    let stride = PinyinTable.readings * PinyinTable.letters
    return Syllable(
      start: PinyinTable.sets.utf8Start + number * stride + index * PinyinTable.letters)
  }
}

/// One syllable of the table.
struct Syllable {
  private let start: UnsafePointer<UInt8>

  fileprivate init(start: UnsafePointer<UInt8>) { self.start = start }

  /// A letter; nil behind the last.
  subscript(_ index: Int) -> UInt32? {
    guard index < PinyinTable.letters, start[index] != UInt8(ascii: ".") else { return nil }
    return UInt32(start[index])
  }

  /// Whether there is none.
  var isEmpty: Bool { self[0] == nil }

  /// Whether it begins with one of the sounds that are two letters: zh, ch, sh.
  var beginsWithTwoLetters: Bool { self[1] == UInt32(UInt8(ascii: "h")) && self[2] != nil }

  /// The letters.
  var text: String {
    String(
      decoding: (0..<PinyinTable.letters).compactMap { self[$0].map { UInt8($0) } }, as: UTF8.self)
  }

  /// Whether a letter that somebody typed stands for one of a syllable; ü is typed v, u or ü.
  static func isSame(_ typed: UInt32, _ letter: UInt32) -> Bool {
    typed == letter
      || letter == UInt32(UInt8(ascii: "v"))
        && (typed == UInt32(UInt8(ascii: "u")) || typed == 0xFC)
  }
}
