/// What a person typed to find something.
///
/// Blanks part words that all have to occur; `a|b` is met by either; `!word` must not occur. A word of at
/// least two letters also finds Chinese by its pinyin: in full, by first letters, or mixed with characters.
/// Full-width letters, digits and signs equal half-width ones, capitals equal small letters.
public struct SearchQuery: Equatable, Sendable {
  /// What has to occur, and what must not.
  private let wanted: [Term]
  private let unwanted: [Term]

  /// Reads the words.
  public init(_ text: String) {
    let words = searchKey(text).split(whereSeparator: \.isWhitespace)
    wanted = words.filter { !$0.hasPrefix("!") }.compactMap { Term($0, isWanted: true) }
    unwanted = words.filter { $0.hasPrefix("!") }.compactMap {
      Term($0.dropFirst(), isWanted: false)
    }
  }

  /// Whether nothing is asked for.
  public var isEmpty: Bool { wanted.isEmpty && unwanted.isEmpty }

  /// Its words, those that must not occur last.
  public var terms: [Term] { wanted + unwanted }

  /// Whether the texts of a row, taken together, answer the query.
  public func matches(_ text: SearchText) -> Bool {
    let units = text.units.span
    for term in wanted where !term.occurs(in: units) { return false }
    for term in unwanted where term.occurs(in: units) { return false }
    return true
  }

  /// Whether the texts of a row, taken together, answer the query; for a row that is looked at once.
  public func matches(_ texts: [String]) -> Bool { isEmpty || matches(SearchText(texts)) }

  /// The places in a text that a wanted word matches, as ranges of its scalars, for highlighting.
  public func matches(in text: String) -> [Range<Int>] {
    let ready = SearchText([text])
    let units = ready.units.span
    var places: [Range<Int>] = []
    for word in wanted.lazy.flatMap(\.words) {
      var start = 0
      while let place = word.next(from: start, in: units, .pinyin) {
        // The first unit stands before the text.
        places.append((place.lowerBound - 1)..<(place.upperBound - 1))
        start = place.lowerBound + 1
      }
    }
    return places
  }

  /// One word of a query with its alternatives, for whoever puts the answer of a row together
  /// from several texts.
  public struct Term: Equatable, Sendable {
    /// Whether it has to occur, or must not.
    public let isWanted: Bool
    /// The word as it is compared.
    private let text: String
    fileprivate let words: [SearchWord]

    fileprivate init?(_ text: Substring, isWanted: Bool) {
      words = text.split(separator: "|").map { SearchWord($0) }
      guard !words.isEmpty else { return nil }
      self.text = String(text)
      self.isWanted = isWanted
    }

    fileprivate func occurs(in units: Span<SearchUnit>) -> Bool {
      for word in words where word.occurs(in: units) { return true }
      return false
    }

    fileprivate func rank(in units: Span<SearchUnit>) -> Rank {
      var closest = Rank.pinyin
      for word in words { closest = min(closest, word.rank(in: units)) }
      return closest
    }

    /// How closely a text has it; nil if it does not occur.
    public func rank(_ text: SearchText) -> Rank? {
      let units = text.units.span
      return occurs(in: units) ? rank(in: units) : nil
    }

    /// Whether it occurs in the same texts as another.
    public func finds(asMuchAs other: Term) -> Bool { text == other.text }

    /// Whether all texts in which it occurs have another as well.
    ///
    /// A single letter finds less than two, which are pinyin.
    public func finds(onlyWhatHas other: Term) -> Bool {
      text.hasPrefix(other.text) && other.text.count > 1 && !text.contains("|")
    }
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
    for term in wanted { least = max(least, term.rank(in: units)) }
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
