package import CensusCore

/// The period that a text speaks of.
package enum Period: Hashable, Sendable {
  case quarter(Quarter)
  /// A period that the store cannot hold, as printed: months from one to another.
  case other(String)
}

extension Quarter {
  /// The period that a text names as notices do: 2018年三季度.
  package init?(printed text: String) {
    guard case .quarter(let quarter)? = Glyphs(text).period() else { return nil }
    self = quarter
  }
}

extension Glyphs {
  /// The period of a title: 2018年三季度, 2018年第三季度, 2018年7月, 2018年上半年, 2018年第二次.
  func period() -> Period? {
    for place in all("年") {
      guard place >= 4, let year = number(at: place - 4), year.end == place,
        (1900...9999).contains(year.value)
      else { continue }
      var start = place + 1
      if has("度", at: start) { start += 1 }
      guard let period = period(of: year.value, at: start) else { continue }
      return laterBatch(from: place - 4).map { .other($0) } ?? period
    }
    return nil
  }

  /// 2018年第二季度（第二批）: what is published behind the first batch of a period is not all of it, and no
  /// correction of the first.
  private func laterBatch(from start: Int) -> String? {
    for place in all("批") where place > start + 2 && has("第", at: place - 2) {
      guard let number = Glyphs.numeral(characters[place - 1]), number > 1 else { continue }
      let isClosed = has("）", at: place + 1) || has(")", at: place + 1)
      return self[start..<(place + (isClosed ? 2 : 1))]
    }
    return nil
  }

  private func period(of year: Int, at place: Int) -> Period? {
    let isNumbered = has("第", at: place)
    let start = isNumbered ? place + 1 : place
    if start < count, let number = Glyphs.numeral(characters[start]) {
      if has("季度", at: start + 1) {
        return Quarter(year: year, number: number).map { .quarter($0) }
      }
      if isNumbered, has("次", at: start + 1) {
        return Quarter(.special, year: year, number: number).map { .quarter($0) }
      }
    }
    for (half, number) in [("上半年", 1), ("下半年", 2)] where has(half, at: place) {
      return Quarter(.half, year: year, number: number).map { .quarter($0) }
    }
    if let month = number(at: place), (1...12).contains(month.value) {
      var end = month.end
      var isRange = false
      // 3-4月, 3月至5月.
      let dash = has("月", at: end) ? end + 1 : end
      if ["-", "—", "至"].contains(where: { has($0, at: dash) }),
        let last = number(at: dash + 1), has("月", at: last.end)
      {
        end = last.end
        isRange = true
      }
      // A day behind it makes it a date, which is no period.
      if has("月", at: end), number(at: end + 1) == nil {
        return isRange
          ? .other("\(year)年\(self[place..<end])月")
          : Quarter(.month, year: year, number: month.value).map { .quarter($0) }
      }
    }
    return nil
  }

  private static func numeral(_ character: Character) -> Int? {
    if let place = Array("一二三四五六七八九").firstIndex(of: character) { return place + 1 }
    guard character.isASCII, let number = character.wholeNumberValue, number > 0 else { return nil }
    return number
  }
}
