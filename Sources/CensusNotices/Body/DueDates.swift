internal import CensusCore

/// A date as deadlines are printed.
struct PrintedDate: Equatable {
  var year: Int?
  var month: Int
  /// Nil at the end of the month (月底).
  var day: Int?
  /// Behind it, and behind a day of the week in brackets.
  var end: Int

  /// The day in a year.
  func day(in year: Int) -> Day? {
    guard let day else {
      return (28...31).reversed().lazy.compactMap { Day(year: year, month: month, day: $0) }.first
    }
    return Day(year: year, month: month, day: day)
  }
}

extension Glyphs {
  /// A date of a deadline at a place: `1月20日（星期日）`, `2019-01-20`, `2019.1.20`, `一月二十日`,
  /// `二〇一九年一月二十日`, `1月底`.
  func dueDate(at place: Int) -> PrintedDate? {
    guard var date = withSigns(at: place) ?? wordedDate(at: place) else { return nil }
    date.end = weekday(at: date.end) ?? date.end
    return date
  }

  /// The day of a date at a place, in words or with signs, with its year.
  func dayWithSigns(at place: Int) -> (day: Day, end: Int)? {
    guard let date = withSigns(at: place) ?? wordedDate(at: place), let year = date.year,
      date.day != nil, let day = date.day(in: year)
    else { return nil }
    return (day, date.end)
  }

  /// `2019-01-20`, with one sign between all.
  private func withSigns(at place: Int) -> PrintedDate? {
    guard let year = number(at: place), (1900...9999).contains(year.value), year.end < count,
      "-./".contains(characters[year.end]), let month = number(at: year.end + 1),
      month.end < count, characters[month.end] == characters[year.end],
      let day = number(at: month.end + 1),
      Day(year: year.value, month: month.value, day: day.value) != nil
    else { return nil }
    return PrintedDate(year: year.value, month: month.value, day: day.value, end: day.end)
  }

  /// `2018年9月26日`, with digits or numerals, with or without its year; `9月底`.
  func wordedDate(at place: Int) -> PrintedDate? {
    guard let first = number(at: place) ?? numeral(at: place), first.end < count else { return nil }
    var year: Int?
    var month = first
    if characters[first.end] == "年" {
      let next = number(at: first.end + 1) ?? numeral(at: first.end + 1)
      guard (1900...9999).contains(first.value), let next else { return nil }
      year = first.value
      month = next
    }
    guard (1...12).contains(month.value), has("月", at: month.end) else { return nil }
    let behind = month.end + 1
    if has("底", at: behind) {
      return PrintedDate(year: year, month: month.value, day: nil, end: behind + 1)
    }
    guard let day = number(at: behind) ?? numeral(at: behind), (1...31).contains(day.value),
      has("日", at: day.end) || has("号", at: day.end)
    else { return nil }
    return PrintedDate(year: year, month: month.value, day: day.value, end: day.end + 1)
  }

  /// The numerals at a place: `二十`, `十二`, `二〇一九`.
  func numeral(at place: Int) -> (value: Int, end: Int)? {
    let signs = Array("〇一二三四五六七八九")
    var (digits, tens): ([Int], Int?) = ([], nil)
    var end = place
    while end < count, end - place < 4 {
      let sign = characters[end] == "零" || characters[end] == "○" ? "〇" : characters[end]
      if let digit = signs.firstIndex(of: sign) {
        digits.append(digit)
      } else if sign == "十", tens == nil, digits.count <= 1 {
        tens = digits.first ?? 1
        digits = []
      } else {
        break
      }
      end += 1
    }
    guard end > place else { return nil }
    if let tens {
      guard digits.count <= 1 else { return nil }
      return (tens * 10 + (digits.first ?? 0), end)
    }
    guard digits.count == 1 || digits.count == 4 else { return nil }
    return (digits.reduce(0) { $0 * 10 + $1 }, end)
  }

  /// Behind a day of the week in brackets.
  private func weekday(at place: Int) -> Int? {
    guard has("(", at: place) || has("（", at: place),
      ["星期", "周", "礼拜"].contains(where: { has($0, at: place + 1) }),
      let close = characters[place...].firstIndex(where: { $0 == ")" || $0 == "）" }),
      close - place <= 5
    else { return nil }
    return close + 1
  }

  /// Behind a clock time, with the part of the day before it and what zone may follow it in brackets.
  func clock(at place: Int) -> Int? {
    let parts = ["上午", "下午", "中午", "晚上"]
    let start = parts.contains { has($0, at: place) } ? place + 2 : place
    guard let hour = number(at: start) ?? numeral(at: start), hour.value <= 24, hour.end < count
    else { return nil }
    var end = hour.end
    if characters[end] == ":" || characters[end] == "：" {
      guard let minute = number(at: end + 1), minute.value < 60 else { return nil }
      end = minute.end
    } else if characters[end] == "时" || characters[end] == "点" {
      end += 1
      if let minute = number(at: end), minute.value < 60, has("分", at: minute.end) {
        end = minute.end + 1
      }
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
