internal import ArgumentParser
internal import CensusCore

/// Turns what a person typed into values of the field; a failure is wrong usage.
enum Reading {
  static func quarter(_ text: String) throws -> Quarter {
    guard let quarter = Quarter(text) ?? Quarter(text.uppercased()) else {
      throw ValidationError(
        Phrase(
          "季度写作 2018Q3；月份写作 2018-09，半年写作 2018H1，第二次抽查写作 2018S2。",
          "a quarter is written as 2018Q3; a month as 2018-09, a half-year as 2018H1, the second special "
            + "check as 2018S2."))
    }
    return quarter
  }

  static func year(_ text: String) throws -> Int {
    guard let year = Int(text), text.utf8.count == 4, (1900...9999).contains(year) else {
      throw ValidationError(Phrase("年份写作 2018。", "a year is written as 2018."))
    }
    return year
  }

  static func day(_ text: String) throws -> TypedDay {
    guard let day = TypedDay(text) else {
      throw ValidationError(
        Phrase(
          "日期写作 2018-10-20（也可写 10-20、20、+3、昨天、周三），且须存在。",
          "a date is written as 2018-10-20 (or 10-20, 20, +3, yesterday, fri) and must exist."))
    }
    return day
  }

  static func instant(_ text: String) throws -> Instant {
    guard let instant = Instant(withOffset: text) else {
      throw ValidationError(
        Phrase(
          "时刻连同时差，写作 2018-10-19T09:00:00+08:00 或 2018-10-19T01:00:00Z。",
          "an instant is written with its offset, as 2018-10-19T09:00:00+08:00 or "
            + "2018-10-19T01:00:00Z."))
    }
    return instant
  }

  static func finding(_ text: String) throws -> FindingID {
    guard let finding = FindingID(text) else {
      throw ValidationError(Phrase("问题编号写作 2018Q3-7。", "a finding is written as 2018Q3-7."))
    }
    return finding
  }
}
