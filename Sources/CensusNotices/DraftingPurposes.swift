internal import CensusCore

/// What tables are for, by their own titles.
extension Drafting {
  /// Why a table is not what its headings make it, and waits as a whole; nil where nothing says so.
  ///
  /// What a person said of its columns counts before its title.
  func doubt(of table: HeadedTable, below above: [String]) -> NotUnderstood? {
    guard table.said.isEmpty else { return nil }
    let place = Place(file: table.file, line: table.line, table: table.number)
    let rows = table.lines.dropFirst((table.headingRow ?? -1) + 1).filter { $0.ownTexts.count > 1 }
    let (purpose, title) = purpose(of: table, below: above) ?? (nil, "")
    switch table.meaning {
    case .figures where purpose?.isOtherOfFigures == true,
      .findings where purpose?.isOther == true, .accounts where purpose?.isOther == true:
      guard let purpose else { return nil }
      return NotUnderstood(
        place: place, text: printed(title),
        why: .otherPurpose(purpose, table: table.number, rows: rows.count))
    case .form, .siteList:
      let isBlackList =
        purpose == .failing && table.namesSites
        || table.headings.contains { $0.text.contains("黑榜") }
      let failing = isBlackList ? rows.count : table.lowScores
      guard failing > 0 else { return nil }
      return NotUnderstood(
        place: place, text: printed(title),
        why: .failingList(table: table.number, rows: failing))
    default: return nil
    }
  }

  /// What the nearest of a table's titles says that speaks of it.
  private func purpose(of table: HeadedTable, below above: [String]) -> (Purpose, String)? {
    titles(of: table, below: above).reversed().lazy.compactMap { text in
      Purpose(title: text).map { ($0, text) }
    }.first
  }

  /// The texts that may be a table's title, the nearest last.
  func titles(of table: HeadedTable, below above: [String]) -> [String] {
    above + [table.sheet].compactMap(\.self) + table.titles
  }
}

extension HeadedTable {
  /// Whether a column names sites.
  fileprivate var namesSites: Bool {
    headings.contains { $0.column == .name || $0.column == .code }
  }

  /// How many rows name a site with a score of less than 60, by which it fails.
  fileprivate var lowScores: Int {
    let words = ["得分", "评分", "总分", "总得分", "分数", "考评得分", "最终得分"]
    guard namesSites,
      let place = headings.firstIndex(where: { words.contains(HeadingWords.key($0.text)) })
    else { return 0 }
    return lines.dropFirst((headingRow ?? -1) + 1).count { line in
      guard let text = line.slots.overlapping(headings[place].columns)?.text else { return false }
      return HeadedTable.isLow(text)
    }
  }

  /// 40.5, 50分: less than what a site passes with.
  private static func isLow(_ text: String) -> Bool {
    var key = wordKey(text)
    if key.last == "分" { key.removeLast() }
    let parts = key.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({
        !$0.isEmpty && $0.count < 9 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }),
      let whole = Int(parts[0])
    else { return false }
    return whole < 60
  }
}
