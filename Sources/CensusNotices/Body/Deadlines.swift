internal import CensusCore

/// A deadline in a text: its day, as far as it is printed, and its wording.
struct PrintedDeadline: Equatable, Sendable {
  let year: Int?
  let month: Int
  let dayOfMonth: Int
  let text: String
  /// Whether its sentence speaks of reporting or mending.
  let isOfReports: Bool

  /// The day; a year that is not printed is that of the notice, or the next where it lies before it.
  func day(of issued: Day?) -> Day? {
    if let year { return Day(year: year, month: month, day: dayOfMonth) }
    guard let issued else { return nil }
    guard let day = Day(year: issued.year, month: month, day: dayOfMonth) else { return nil }
    return day >= issued ? day : Day(year: issued.year + 1, month: month, day: dayOfMonth)
  }
}

extension Glyphs {
  /// Every deadline: 于…前, 应于…前, 截止到…, with or without year and clock time.
  ///
  /// 截至 marks a data date and never a deadline.
  func deadlines() -> [PrintedDeadline] {
    var found: [PrintedDeadline] = []
    for word in ["于", "在", "截止到", "截止"] {
      for place in all(word) {
        guard let date = date(at: place + word.count) else { continue }
        if word == "截止", has("到", at: place + 2) { continue }
        // 已于…前报送 tells of what was handed in.
        if place > 0, characters[place - 1] == "已" { continue }
        var end = date.end
        if let clock = clock(at: end) { end = clock }
        let isBefore = has("前", at: end) || has("之前", at: end) || has("以前", at: end)
        guard isBefore || word.hasPrefix("截止") else { continue }
        if isBefore { end += has("前", at: end) ? 1 : 2 }
        let sentence = self[sentence(around: place)]
        found.append(
          PrintedDeadline(
            year: date.year, month: date.month, dayOfMonth: date.day, text: self[place..<end],
            isOfReports: ["报送", "整改", "书面", "报告", "上报"].contains(where: sentence.contains)))
      }
    }
    return found
  }

  /// Behind a clock time, with what zone may follow it in brackets.
  private func clock(at place: Int) -> Int? {
    guard let hour = number(at: place), hour.value <= 24, hour.end < count else { return nil }
    var end = hour.end
    if characters[end] == ":" || characters[end] == "：" {
      guard let minute = number(at: end + 1), minute.value < 60 else { return nil }
      end = minute.end
    } else if characters[end] == "时" || characters[end] == "点" {
      end += 1
    } else {
      return nil
    }
    if end < count, characters[end] == "(" || characters[end] == "（",
      let close = characters[end...].firstIndex(where: { $0 == ")" || $0 == "）" }), close - end < 10
    {
      end = close + 1
    }
    return end
  }
}
