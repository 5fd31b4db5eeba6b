/// One word of a query: text to be found, or the pinyin of it.
///
/// A character answers to itself, to the first letter of a reading (also zh, ch, sh), to a whole reading
/// and, at the end of the word, to the beginning of one. So 昆明 answers to 昆明, kunming, km, kunm, 昆m.
struct SearchWord: Equatable, Sendable {
  /// The scalars, folded.
  private let letters: [UInt32]
  /// What the word's first two letters are to each set of readings; empty if the word cannot be pinyin.
  private let beginnings: [Beginning]
  /// The places of apostrophes, which may part syllables: xi'an.
  private let apostrophes: UInt64

  /// Reads a word, which is folded and not empty.
  init(_ word: some StringProtocol) {
    letters = word.unicodeScalars.map(\.value)
    // A single letter would find nearly everything; a state of the word has to fit into 64 bits.
    let isPinyin = (2..<64).contains(letters.count) && letters.contains(where: isLetter)
    beginnings =
      isPinyin
      ? (0..<Readings.count).map { [letters] in Beginning(of: letters, in: Readings(number: $0)) }
      : []
    apostrophes = letters.enumerated().dropFirst().reduce(0) { places, letter in
      letter.element == UInt32(UInt8(ascii: "'")) && isPinyin ? places | 1 << letter.offset : places
    }
  }

  /// Which ways of reading characters count.
  enum Manner {
    /// None: only what is written.
    case text
    /// First letters.
    case initials
    /// All.
    case pinyin
  }

  /// Whether it occurs.
  func occurs(in units: Span<SearchUnit>) -> Bool {
    next(from: 0, in: units, .pinyin) != nil
  }

  /// The first place from a start at which it occurs, and all that it covers there, as indices of units.
  func next(from start: Int, in units: Span<SearchUnit>, _ manner: Manner) -> Range<Int>? {
    manner == .text || beginnings.isEmpty
      ? nextText(from: start, in: units) : nextReading(from: start, in: units, manner)
  }

  private func nextText(from start: Int, in units: Span<SearchUnit>) -> Range<Int>? {
    let last = units.count - letters.count
    let first = letters[0]
    var index = start
    while index < last {
      if units[index].scalar == first, stands(at: index, in: units) {
        return index..<(index + letters.count)
      }
      index += 1
    }
    return nil
  }

  private func nextReading(
    from start: Int, in units: Span<SearchUnit>, _ manner: Manner
  ) -> Range<Int>? {
    let beginnings = beginnings.span
    let first = letters[0]
    let second = letters[1]
    let last = units.count - 1
    var index = start
    // Two characters rule out nearly every place at once.
    while index < last {
      let unit = units[index]
      let beginning = beginnings[unit.readings.number]
      if beginning != [] || unit.scalar == first {
        let next = units[index + 1]
        let mayBegin =
          beginning.contains(.both)
          || (beginning.contains(.first) || unit.scalar == first)
            && (next.scalar == second || beginnings[next.readings.number].contains(.second))
        if mayBegin, let end = end(from: index, in: units, manner) { return index..<end }
      }
      index += 1
    }
    return nil
  }

  /// Whether the word is written at a place.
  private func stands(at start: Int, in units: Span<SearchUnit>) -> Bool {
    for place in 1..<letters.count where units[start + place].scalar != letters[place] {
      return false
    }
    return true
  }

  /// Where the word ends that begins at a place; the farthest such place, nil if it does not stand there.
  ///
  /// Each bit of a state is a place in the word that the characters so far can have led to.
  private func end(from start: Int, in units: Span<SearchUnit>, _ manner: Manner) -> Int? {
    var state: UInt64 = 1
    var index = start
    var end: Int?
    while state != 0, index < units.count {
      state = self.state(after: units[index], from: state, manner)
      index += 1
      if state & 1 << UInt64(letters.count) != 0 { end = index }
    }
    return end
  }

  private func state(
    after unit: SearchUnit, from state: UInt64, _ manner: Manner
  ) -> UInt64 {
    var rest = state
    var after: UInt64 = 0
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      rest &= rest - 1
      guard place < letters.count else { continue }
      if letters[place] == unit.scalar { after |= 1 << UInt64(place + 1) }
      after |= places(after: unit.readings, from: place, manner)
    }
    return after | (after & apostrophes) << 1
  }

  /// The places in the word to which a character leads by its readings.
  private func places(after readings: Readings, from place: Int, _ manner: Manner) -> UInt64 {
    guard readings.number != 0 else { return 0 }
    var after: UInt64 = 0
    for index in 0..<PinyinTable.readings {
      let syllable = readings[index]
      if syllable.isEmpty { break }
      let same = sameLetters(as: syllable, from: place)
      guard same > 0 else { continue }
      after |= 1 << UInt64(place + 1)
      guard manner == .pinyin else { continue }
      if same >= 2, syllable.beginsWithTwoLetters { after |= 1 << UInt64(place + 2) }
      let isWhole = syllable[same] == nil
      if isWhole || place + same == letters.count { after |= 1 << UInt64(place + same) }
    }
    return after
  }

  private func sameLetters(as syllable: Syllable, from place: Int) -> Int {
    var count = 0
    while place + count < letters.count, let letter = syllable[count],
      Syllable.isSame(letters[place + count], letter)
    { count += 1 }
    return count
  }
}

/// What the first two letters of a word are to the readings of a character.
private struct Beginning: OptionSet {
  let rawValue: UInt8

  /// The first letter begins a reading.
  static let first = Beginning(rawValue: 1)
  /// Both letters begin a reading.
  static let both = Beginning(rawValue: 2)
  /// The second letter begins a reading.
  static let second = Beginning(rawValue: 4)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(of letters: [UInt32], in readings: Readings) {
    self = []
    for index in 0..<PinyinTable.readings {
      let syllable = readings[index]
      guard let letter = syllable[0] else { break }
      if Syllable.isSame(letters[1], letter) { insert(.second) }
      guard Syllable.isSame(letters[0], letter) else { continue }
      insert(.first)
      // An apostrophe says nothing about the next character, which follows it.
      let isApart = letters[1] == UInt32(UInt8(ascii: "'"))
      if isApart || syllable[1].map({ Syllable.isSame(letters[1], $0) }) == true { insert(.both) }
    }
  }
}

/// Whether a scalar can be a letter of pinyin, as typed.
private func isLetter(_ scalar: UInt32) -> Bool {
  (0x61...0x7A).contains(scalar) || scalar == 0xFC
}
