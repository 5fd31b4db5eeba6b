import CensusCore

/// How closely everything in one quarter answers one word of a query.
///
/// A row of a list answers by all its texts taken together, those of its findings among them. So a
/// finding is looked through once, and its site, its unit and its prefecture take over what it has.
struct FindColumn: Equatable, Sendable {
  /// The rank of what has the word in none of its texts.
  static let none: UInt8 = 7
  /// The rank of what has the word only in something that belongs to it.
  static let within: UInt8 = 6

  private(set) var term: SearchQuery.Term
  /// By kind, in the order of the entries.
  private(set) var ranks: [FindKind: [UInt8]] = [:]
  /// The findings by their texts alone, whatever is the word for how they stand.
  private var texts: [UInt8]

  /// Looks for a word.
  ///
  /// - Parameters:
  ///   - term: the word.
  ///   - part: what was published in the quarter.
  ///   - live: what was recorded, in the quarter on screen.
  ///   - earlier: the same for a word that all that has this one has as well.
  init(_ term: SearchQuery.Term, in part: FindPart, _ live: LiveTexts?, within earlier: FindColumn?)
  {
    self.term = term
    let entries = part.entries[.finding] ?? []
    texts = Array(repeating: Self.none, count: entries.count)
    lookThroughFindings(entries, part, within: earlier)
    let added = live?.added.compactMapValues { term.rank($0).map { UInt8($0.rawValue) } } ?? [:]
    for (place, rank) in added { texts[place] = min(texts[place], rank) }
    let words = (live?.words ?? []).map(rank)

    var units = (part.entries[.unit] ?? []).map { rank($0.text) }
    for (place, text) in live?.addedToUnit ?? [:] { units[place] = min(units[place], rank(text)) }
    for (place, rank) in texts.enumerated() where rank < Self.none {
      let unit = Int(part.unitOf[place])
      units[unit] = min(units[unit], Self.within)
    }
    var prefectures = (part.entries[.prefecture] ?? []).map { rank($0.text) }
    for (unit, rank) in units.enumerated() where rank < Self.none {
      guard let place = part.prefectureOf[unit] else { continue }
      prefectures[place] = min(prefectures[place], Self.within)
    }
    for (place, word) in live?.unitWords ?? [:] {
      units[place] = min(units[place], words[Int(word)])
    }
    ranks[.unit] = units
    ranks[.prefecture] = prefectures
    ranks[.site] = sites(part, live, added, words)
    ranks[.category] = (part.entries[.category] ?? []).map { rank($0.text) }
    var findings = texts
    for (place, word) in (live?.findingWords ?? []).enumerated() {
      findings[place] = min(findings[place], words[Int(word)])
    }
    ranks[.finding] = findings
  }

  /// The same for a word that occurs in the same texts.
  func meant(as term: SearchQuery.Term) -> FindColumn {
    var column = self
    column.term = term
    return column
  }

  private func rank(_ text: SearchText) -> UInt8 {
    term.rank(text).map { UInt8($0.rawValue) } ?? Self.none
  }

  private mutating func lookThroughFindings(
    _ entries: [FindEntry], _ part: FindPart, within earlier: FindColumn?
  ) {
    let names = part.names.map(rank)
    var start = 0
    for place in entries.indices {
      let end = Int(part.nameEnds[place])
      defer { start = end }
      if let earlier, earlier.texts[place] == Self.none { continue }
      var closest = rank(entries[place].text)
      for index in start..<end { closest = min(closest, names[Int(part.nameIndices[index])]) }
      texts[place] = closest
    }
  }

  /// The sites; the names of one are texts of its findings, so only those with one that has the
  /// word are looked through.
  private func sites(
    _ part: FindPart, _ live: LiveTexts?, _ added: [Int: UInt8], _ words: [UInt8]
  ) -> [UInt8] {
    let entries = live?.sites ?? part.entries[.site] ?? []
    let siteOf = live?.siteOf ?? part.siteOf
    var sites = Array(repeating: Self.none, count: entries.count)
    for (place, rank) in texts.enumerated() where rank < Self.none {
      sites[Int(siteOf[place])] = Self.within
    }
    for place in sites.indices where sites[place] == Self.within {
      sites[place] = min(Self.within, rank(entries[place].text))
    }
    for (place, rank) in added { sites[Int(siteOf[place])] = min(sites[Int(siteOf[place])], rank) }
    for (place, word) in (live?.siteWords ?? []).enumerated() {
      sites[place] = min(sites[place], words[Int(word)])
    }
    return sites
  }
}
