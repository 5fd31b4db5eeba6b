internal import CensusCore

/// Codes of sites that stand in the text and in no row that was taken: rows may be lost there.
extension Drafting {
  func strayCodes(in texts: [(Place, String)]) -> [NotUnderstood] {
    let taken = Set(findings.rows.compactMap { $0.code.map(wordKey) })
    return texts.compactMap { place, text in
      guard place.table == nil, !proseLines.contains(place), Drafting.hasDigits(text),
        !["电话", "手机", "传真", "联系", "账号"].contains(where: text.contains),
        !answers.skipped.contains(Answers.Spot(table: 0, row: place.line ?? 0)),
        let code = strayCode(in: text, taken)
      else { return nil }
      return NotUnderstood(place: place, text: printed(text), why: .strayCode(code))
    }
  }

  /// A line may be all of an annex, whose rows run together.
  private static let longest = 20_000

  /// Whether a line has as many digits as a code, one behind the other: most have not, and need no closer
  /// look.
  private static func hasDigits(_ text: String) -> Bool {
    var run = 0
    for scalar in text.unicodeScalars where !isBlank(scalar) {
      let isDigit = ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
      run = isDigit ? run + 1 : 0
      if run == 10 { return true }
    }
    return false
  }

  /// The first code of a line that belongs to no row.
  private func strayCode(in text: String, _ taken: Set<String>) -> String? {
    // Blanks part numbers.
    let signs = text.prefix(Drafting.longest).flatMap { sign in
      sign.unicodeScalars.allSatisfy(isBlank) ? [" "] : Glyphs(String(sign)).characters
    }
    var place = 0
    while place < signs.count {
      let digits = signs[place...].prefix { ("0"..."9").contains($0) }
      let code = String(digits)
      if code.count == 10, !taken.contains(code), !isOwnCode(behind: signs[..<place], in: text) {
        return code
      }
      place += max(1, digits.count)
    }
    return nil
  }

  /// Whether a code is that of the page itself, as its foot has it: 网站标识码：5300000033, and nothing that
  /// is the matter with a site.
  private func isOwnCode(behind front: ArraySlice<Character>, in text: String) -> Bool {
    let word = String(front.reversed().drop { ":：（( ".contains($0) }.prefix(3).reversed())
    return word == "标识码" && words.allInside(text).isEmpty
  }
}
