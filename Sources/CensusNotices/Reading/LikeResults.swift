internal import CensusCore

/// What tells the rows of annex 1 and annex 2 where no heading does.
struct LikeResults {
  private let regions: Set<String>
  private let places: [String]

  init(_ directory: Directory) {
    let names = directory.prefectures.map { [$0.id.text, $0.name.chinese, $0.fullName] }
    regions = Set(names.joined().map(wordKey))
    places = directory.prefectures.filter { $0.kind != .departments }.map(\.id.text)
  }

  /// How many rows of a table read as rows of an annex; 0 where they may as well be anything else.
  ///
  /// - Parameters:
  ///   - table: the table, of no known kind.
  ///   - isWording: whether a text says what is the matter with a site.
  /// - Returns: the rows of figures where there are several, or those that name sites.
  func rows(of table: HeadedTable, _ isWording: (String) -> Bool) -> Int {
    var (known, figures, findings) = (0, 0, 0)
    for line in table.lines {
      let texts = line.ownTexts.map(squeezed)
      guard texts.count > 1, texts.allSatisfy({ $0.count <= LikeResults.longest }) else { continue }
      let numbers = texts.count(where: LikeResults.isFigure)
      if numbers > 0, texts.contains(where: { regions.contains(wordKey($0)) }) {
        known += 1
      } else if numbers > 1, texts.count - numbers == 1, !LikeResults.isFigure(texts[0]) {
        figures += 1
      } else if let site = texts.firstIndex(where: namesSite),
        LikeResults.hasNumber(texts, before: site)
          || texts.indices.contains(where: { $0 != site && isWording(texts[$0]) })
      {
        findings += 1
      }
    }
    // A single row of numbers may be of anything, a row that names a site is of it.
    if known > 1 || known + figures > 2 { return known + figures + findings }
    return findings
  }

  /// A cell of a table is no paragraph.
  private static let longest = 60

  private static func isFigure(_ text: String) -> Bool {
    printedNumber(text) != nil || Glyphs(text).rate(at: 0)?.count == text.count
  }

  private static func hasNumber(_ texts: [String], before site: Int) -> Bool {
    site > 0 && texts.count > 2 && printedNumber(texts[0]) != nil
  }

  private func namesSite(_ text: String) -> Bool {
    let name = text.filter { !"“”\"".contains($0) }
    return name.count > 2
      && (["网", "网站"].contains(where: name.hasSuffix)
        || places.contains { name.hasPrefix($0) && name.count > $0.count + 1 })
  }
}
