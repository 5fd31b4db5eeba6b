/// What a person typed to find something.
///
/// Blanks part words that all have to occur; `a|b` is met by either; `!word` must not occur. A word of at
/// least two letters also finds Chinese by its pinyin: in full, by first letters, or mixed with characters.
/// Full-width letters, digits and signs equal half-width ones, capitals equal small letters.
public struct SearchQuery: Equatable, Sendable {
  /// Each with its alternatives.
  private let wanted: [[SearchWord]]
  private let unwanted: [[SearchWord]]

  /// Reads the words.
  public init(_ text: String) {
    let words = searchKey(text).split(whereSeparator: \.isWhitespace)
    wanted = words.filter { !$0.hasPrefix("!") }.compactMap(Self.alternatives)
    unwanted = words.filter { $0.hasPrefix("!") }.map { $0.dropFirst() }
      .compactMap(Self.alternatives)
  }

  private static func alternatives(_ word: Substring) -> [SearchWord]? {
    let words = word.split(separator: "|").map { SearchWord($0) }
    return words.isEmpty ? nil : words
  }

  /// Whether nothing is asked for.
  public var isEmpty: Bool { wanted.isEmpty && unwanted.isEmpty }

  /// Whether the texts of a row, taken together, answer the query.
  public func matches(_ text: SearchText) -> Bool {
    let units = text.units.span
    for words in wanted where !Self.occurs(words, in: units) { return false }
    for words in unwanted where Self.occurs(words, in: units) { return false }
    return true
  }

  /// Whether the texts of a row, taken together, answer the query; for a row that is looked at once.
  public func matches(_ texts: [String]) -> Bool { isEmpty || matches(SearchText(texts)) }

  /// The places in a text that a wanted word matches, as ranges of its scalars, for highlighting.
  public func matches(in text: String) -> [Range<Int>] {
    let ready = SearchText([text])
    let units = ready.units.span
    var places: [Range<Int>] = []
    for word in wanted.joined() {
      var start = 0
      while let place = word.next(from: start, in: units, .pinyin) {
        // The first unit stands before the text.
        places.append((place.lowerBound - 1)..<(place.upperBound - 1))
        start = place.lowerBound + 1
      }
    }
    return places
  }

  private static func occurs(_ words: [SearchWord], in units: Span<SearchUnit>) -> Bool {
    for word in words where word.occurs(in: units) { return true }
    return false
  }
}

// MARK: - Rank

extension SearchQuery {
  /// How closely a row answers, the closest first.
  ///
  /// Slips of the keyboard are not forgiven: there is no fuzzy rank.
  public enum Rank: Int, Comparable, Sendable {
    /// A text is the word.
    case exact
    /// A text begins with the word.
    case prefix
    /// The word stands in a text.
    case text
    /// A text begins with characters of these first letters.
    case initialsAtStart
    /// The first letters stand in a text.
    case initials
    /// The word is pinyin of something in a text, in full or mixed.
    case pinyin

    /// Whether a rank is closer than another.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// How closely the texts of a row answer: of its words the least close; nil if they do not answer.
  public func rank(_ text: SearchText) -> Rank? {
    guard matches(text) else { return nil }
    let units = text.units.span
    var least = Rank.exact
    for words in wanted {
      var closest = Rank.pinyin
      for word in words { closest = min(closest, word.rank(in: units)) }
      least = max(least, closest)
    }
    return least
  }
}

extension SearchWord {
  /// How closely the texts answer; `.pinyin` also if they do not.
  fileprivate func rank(in units: Span<SearchUnit>) -> SearchQuery.Rank {
    var closest = SearchQuery.Rank.pinyin
    var start = 0
    while let place = next(from: start, in: units, .text) {
      start = place.lowerBound + 1
      guard units[place.lowerBound - 1] == .end else {
        closest = min(closest, .text)
        continue
      }
      if units[place.upperBound] == .end { return .exact }
      closest = .prefix
    }
    guard closest == .pinyin else { return closest }
    start = 0
    while let place = next(from: start, in: units, .initials) {
      if units[place.lowerBound - 1] == .end { return .initialsAtStart }
      closest = .initials
      start = place.lowerBound + 1
    }
    return closest
  }
}
