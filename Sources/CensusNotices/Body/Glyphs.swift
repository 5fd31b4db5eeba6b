internal import CensusCore

/// A text without blanks, in which forms are looked for: half-width digits and signs.
struct Glyphs: Sendable {
  let characters: [Character]

  init(_ text: String) {
    characters = Array(
      squeezed(text).map { character in
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
          (0xFF10...0xFF19).contains(scalar.value) || scalar.value == 0xFF05
            || scalar.value == 0xFF0E,
          let half = Unicode.Scalar(scalar.value - 0xFEE0)
        else { return character }
        return Character(half)
      })
  }

  var text: String { String(characters) }
  var count: Int { characters.count }

  subscript(_ range: Range<Int>) -> String {
    String(characters[range.clamped(to: 0..<characters.count)])
  }

  /// Where a word begins, from a place on.
  func find(_ word: String, from start: Int = 0) -> Int? {
    let word = Array(word)
    guard !word.isEmpty, start >= 0, start + word.count <= characters.count else { return nil }
    return (start...(characters.count - word.count)).first { place in
      word.indices.allSatisfy { characters[place + $0] == word[$0] }
    }
  }

  /// All places where a word begins.
  func all(_ word: String) -> [Int] {
    var places: [Int] = []
    var start = 0
    while let place = find(word, from: start) {
      places.append(place)
      start = place + 1
    }
    return places
  }

  func contains(_ word: String) -> Bool { find(word) != nil }

  /// Whether a word stands at a place.
  func has(_ word: String, at place: Int) -> Bool {
    place >= 0 && self[place..<(place + word.count)] == word
  }

  /// The digits at a place.
  func number(at place: Int) -> (value: Int, end: Int)? {
    var end = place
    while end < characters.count, end - place < 8, characters[end].isASCII,
      characters[end].isNumber
    {
      end += 1
    }
    guard end > place, let value = Int(self[place..<end]) else { return nil }
    return (value, end)
  }

  /// A percentage at a place: `95%`, `93.1%`.
  func rate(at place: Int) -> String? {
    var end = place
    while end < characters.count, characters[end].isASCII,
      characters[end].isNumber || characters[end] == "."
    {
      end += 1
    }
    guard end > place, end < characters.count, characters[end] == "%" else { return nil }
    return self[place..<(end + 1)]
  }

  /// A date at a place: `2018年9月26日`, `二〇一八年九月二十六日`, or without the year.
  func date(at place: Int) -> (year: Int?, month: Int, day: Int, end: Int)? {
    guard let date = wordedDate(at: place), let day = date.day else { return nil }
    return (date.year, date.month, day, date.end)
  }

  /// The day of a date with its year at a place.
  func day(at place: Int) -> (day: Day, end: Int)? {
    guard let date = date(at: place), let year = date.year,
      let day = Day(year: year, month: date.month, day: date.day)
    else { return nil }
    return (day, date.end)
  }

  /// The sentence around a place: from the last sign that ends one to the next.
  func sentence(around place: Int) -> Range<Int> {
    let ends: Set<Character> = ["。", "；", "！", "？"]
    let start = characters[..<place].lastIndex(where: ends.contains).map { $0 + 1 } ?? 0
    let end = characters[place...].firstIndex(where: ends.contains) ?? count
    return start..<end
  }

  /// The text before a place, back to one of some signs.
  func text(before place: Int, backTo signs: String) -> String {
    let start = characters[..<place].lastIndex { signs.contains($0) }.map { $0 + 1 } ?? 0
    return self[start..<place]
  }

  /// The text from a place on, up to one of some signs.
  func text(from place: Int, to signs: String) -> String {
    guard place <= count else { return "" }
    let end = characters[place...].firstIndex { signs.contains($0) } ?? count
    return self[place..<end]
  }
}
