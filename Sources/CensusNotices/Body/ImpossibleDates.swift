internal import CensusCore

extension Glyphs {
  /// The first date of a day that no calendar has: `2018年2月30日`, `2018-13-01`, `11月31日`.
  var impossibleDate: String? {
    characters.indices.lazy.compactMap { place -> String? in
      // Not from the middle of a number on.
      guard place == 0 || (number(at: place - 1) ?? numeral(at: place - 1)) == nil,
        let date = partsWithSigns(at: place) ?? partsInWords(at: place),
        // Of a year that is not said, the longest February counts.
        Day(year: date.year ?? 2000, month: date.month, day: date.day) == nil
      else { return nil }
      return self[place..<date.end]
    }.first
  }

  private typealias Parts = (year: Int?, month: Int, day: Int, end: Int)

  private func partsWithSigns(at place: Int) -> Parts? {
    guard let year = number(at: place), (1900...9999).contains(year.value), year.end < count,
      "-./".contains(characters[year.end]), let month = number(at: year.end + 1),
      month.end < count, characters[month.end] == characters[year.end],
      let day = number(at: month.end + 1), max(month.value, day.value) < 100
    else { return nil }
    return (year.value, month.value, day.value, day.end)
  }

  private func partsInWords(at place: Int) -> Parts? {
    guard var month = number(at: place) ?? numeral(at: place) else { return nil }
    var year: Int?
    if has("年", at: month.end) {
      guard (1900...9999).contains(month.value),
        let next = number(at: month.end + 1) ?? numeral(at: month.end + 1)
      else { return nil }
      year = month.value
      month = next
    }
    guard has("月", at: month.end),
      let day = number(at: month.end + 1) ?? numeral(at: month.end + 1),
      has("日", at: day.end) || has("号", at: day.end), max(month.value, day.value) < 100
    else { return nil }
    return (year, month.value, day.value, day.end + 1)
  }
}
