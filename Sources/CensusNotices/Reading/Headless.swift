internal import CensusCore

/// Tables without a row of headings: those that go on on the next page, and those whose columns a person
/// explained.
extension HeadedTable {
  /// Whether rows under known columns were found, with headings or without.
  var isRead: Bool { !headings.isEmpty }

  /// The last serial number of its rows.
  private var lastSerial: Int? {
    guard let place = headings.firstIndex(where: { $0.column == .serial }) else { return nil }
    return lines.compactMap { line in
      line.slots.overlapping(headings[place].columns).flatMap { printedNumber($0.text) }
    }.max()
  }

  /// Whether the rows of a table without headings go on with this one: as many columns, and rows that read
  /// as its own, whose serial numbers go on.
  func isGoneOn(by lines: [GridLine], _ isWording: (String) -> Bool) -> Bool {
    guard meaning.isResult, isRead, let first = lines.first(where: { $0.ownTexts.count > 1 }),
      first.slots.count == headings.count,
      HeadedTable.readsAsData(first, headings.map(\.column), isWording)
    else { return false }
    guard let place = headings.firstIndex(where: { $0.column == .serial }) else { return true }
    guard let serial = printedNumber(first.slots[place].text) else { return false }
    return serial > lastSerial ?? 0
  }

  /// The columns of a table without headings; nil where it has a row that may be one of headings, or where
  /// nobody knows what its columns are.
  static func headless(
    _ lines: [GridLine], _ said: [Int: Column], _ before: HeadedTable?,
    _ isWording: (String) -> Bool
  ) -> [Heading]? {
    guard before != nil || !said.isEmpty,
      let first = lines.firstIndex(where: { $0.ownTexts.count > 1 })
    else { return nil }
    let line = lines[first]
    let known = before.flatMap { $0.headings.count == line.slots.count ? $0.headings : nil }
    let columns = line.slots.indices.map { said[$0] ?? known?[$0].column }
    guard readsAsData(line, columns, isWording) else { return nil }
    return line.slots.enumerated().map { place, slot in
      Heading(text: known?[place].text ?? "", columns: slot.columns, column: columns[place])
    }
  }

  /// The row of headings among the first: the one with most known words; where none has any and a person
  /// said what columns are, the last one above the data.
  static func headingRow(
    _ lines: [GridLine], _ scores: [Int], _ columns: [Answers.Spot: Column],
    _ isWording: (String) -> Bool
  ) -> Int? {
    guard let best = scores.max(), let row = scores.firstIndex(of: best) else { return nil }
    guard best == 0 else { return row }
    let said = Dictionary(
      columns.map { ($0.key.column - 1, $0.value) }, uniquingKeysWith: { first, _ in first })
    let data = lines.prefix(scores.count).firstIndex { line in
      readsAsData(line, line.slots.indices.map { said[$0] }, isWording)
    }
    guard let data else { return row }
    return lines[..<data].lastIndex { $0.ownTexts.count > 1 } ?? row
  }

  /// Whether the cells of a line are data under some columns: numbers, codes, platforms or wordings where
  /// they belong, and nothing where it does not.
  static func readsAsData(
    _ line: GridLine, _ columns: [Column?], _ isWording: (String) -> Bool
  ) -> Bool {
    var proofs = 0
    for (slot, column) in zip(line.slots, columns) where !slot.isEmpty {
      switch column {
      case .serial, .running, .failing:
        guard printedNumber(slot.text) != nil else { return false }
        proofs += 1
      case .code:
        guard !squeezed(slot.text).unicodeScalars.contains(where: isIdeograph) else { return false }
        proofs += 1
      case .rate:
        guard wordKey(slot.text).contains(where: \.isNumber) else { return false }
        proofs += 1
      case .platform where AccountPlatform(printed: squeezed(slot.text)).isKnown: proofs += 1
      case .issue where isWording(slot.text): proofs += 1
      default: break
      }
    }
    return proofs > 0
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value)
  }
}
