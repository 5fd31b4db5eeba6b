import CensusCore
import CensusStore
import Testing

/// Which days are worked, on the days around which the arrangement and the week differ.
struct WorkingCalendarTests {
  private let calendar = StandardLists.calendar

  @Test(
    "Spring Festival and National Day of 2018, with their working weekends",
    arguments: [
      ("2018-02-10", false), ("2018-02-11", true), ("2018-02-14", true), ("2018-02-15", false),
      ("2018-02-21", false), ("2018-02-22", true), ("2018-02-24", true), ("2018-02-25", false),
      ("2018-04-08", true), ("2018-04-28", true), ("2018-04-30", false), ("2018-09-22", false),
      ("2018-09-24", false), ("2018-09-28", true), ("2018-09-29", true), ("2018-09-30", true),
      ("2018-10-01", false), ("2018-10-05", false), ("2018-10-07", false), ("2018-10-08", true),
      ("2018-10-20", false), ("2018-10-22", true),
      // New Year's Day of 2019 begins in 2018, the weekend worked for it as well.
      ("2018-12-29", true), ("2018-12-31", false), ("2019-01-01", false), ("2019-01-02", true),
      // Worked for 2006, as its notice says, on the last day of 2005.
      ("2005-12-31", true), ("2012-06-23", false), ("2015-09-04", false), ("2015-09-06", true),
      // The Spring Festival of 2020 was prolonged: a Saturday that was to be worked is off.
      ("2020-01-31", false), ("2020-02-01", false), ("2020-02-03", true), ("2020-02-08", false),
    ])
  func days(text: String, isWorked: Bool) {
    #expect(calendar.isWorkingDay(day(text)) == isWorked)
  }

  @Test func saysWhichHolidayADayBelongsTo() {
    #expect(calendar.holiday(on: day("2018-10-06"))?.name == Phrase("国庆节", "National Day"))
    #expect(calendar.holiday(on: day("2018-10-20")) == nil)
    #expect(calendar.holiday(on: day("2018-09-29")) == nil)
    #expect(calendar.holiday(workedForOn: day("2018-09-29"))?.name.chinese == "国庆节")
    #expect(calendar.holiday(workedForOn: day("2018-09-28")) == nil)
  }

  @Test(
    "The next working day",
    arguments: [
      ("2018-10-20", "2018-10-22"), ("2018-10-01", "2018-10-08"), ("2018-09-29", "2018-09-29"),
      ("2018-09-22", "2018-09-25"), ("2018-02-15", "2018-02-22"), ("2018-02-10", "2018-02-11"),
      ("2018-12-30", "2019-01-02"),
      // A year that nobody arranged has weekends alone.
      ("2030-10-01", "2030-10-01"), ("2030-10-05", "2030-10-07"),
    ])
  func next(from: String, to: String) {
    #expect(calendar.orNextWorkingDay(day(from)) == day(to))
  }

  @Test(
    "Working days are counted as days are, but for days off",
    arguments: [
      // From before National Day to the deadline of 2018 Q3: 8 to 19 October, without a weekend.
      ("2018-10-07", "2018-10-20", 10), ("2018-09-28", "2018-10-08", 3),
      ("2018-10-19", "2018-10-22", 1), ("2018-10-22", "2018-10-19", -1),
      ("2018-10-20", "2018-10-21", 0), ("2018-10-20", "2018-10-20", 0),
      ("2018-02-09", "2018-02-26", 8), ("2018-01-01", "2018-12-31", 250),
    ])
  func counts(from: String, to: String, days: Int) {
    let count = calendar.workingDays(from: day(from), to: day(to))
    #expect(count.days == days && count.isCovered)
    #expect(count.known == days)
  }

  @Test func theCountIsThatOfTheDaysOneByOne() {
    var random = SplitMix64(seed: 26)
    for _ in 0..<400 {
      let start = day("2003-06-01") + Int.random(in: 0..<8_900, using: &random)
      let end = start + Int.random(in: 0..<900, using: &random)
      let days = (0..<(end - start)).map { start + 1 + $0 }
      let count = calendar.workingDays(from: start, to: end)
      #expect(count.days == days.count(where: calendar.isWorkingDay), "\(start) \(end)")
      #expect(calendar.workingDays(from: end, to: start).days == -count.days)
      #expect(count.isCovered == (start.year >= 2004 && end.year <= 2026))
    }
  }

  @Test func whatNobodyArrangedIsSaid() {
    let (start, end) = (day("2026-12-30"), day("2027-01-04"))
    #expect(calendar.covers(start) && !calendar.covers(end))
    let count = calendar.workingDays(from: start, to: end)
    #expect(count.days == 3 && !count.isCovered && count.known == nil)
    #expect(WorkingCalendar.weekdays.isEmpty && !calendar.isEmpty)
    #expect(!WorkingCalendar.weekdays.isWorkingDay(day("2018-09-29")))
    #expect(WorkingCalendar.weekdays.isWorkingDay(day("2018-10-01")))
    #expect(WorkingCalendar.weekdays.workingDays(from: start, to: start).known == nil)
  }

  @Test func theLaterArrangementCounts() {
    let name = Phrase("甲", "A")
    let friday = day("2018-12-28")
    let off = known(Holiday(name: name, first: friday, last: friday + 2, worked: []))
    let worked = known(
      Holiday(name: name, first: friday + 3, last: friday + 4, worked: [friday + 1]))
    let years = [(2019, worked), (2018, off)].map {
      ArrangedYear(number: $0, sources: [], holidays: [$1])
    }
    let joined = WorkingCalendar(years)
    #expect(!joined.isWorkingDay(friday) && joined.isWorkingDay(friday + 1))
    #expect(!joined.isWorkingDay(friday + 2))
    #expect(joined.years.map(\.number) == [2018, 2019])
  }

  @Test func holidaysAreChecked() {
    let (name, first) = (Phrase("甲", "A"), day("2018-10-01"))
    #expect(Holiday(name: name, first: first, last: first - 1, worked: []) == nil)
    #expect(Holiday(name: name, first: first, last: first + 31, worked: []) == nil)
    #expect(Holiday(name: name, first: first, last: first + 30, worked: []) != nil)
    #expect(Holiday(name: name, first: first, last: first, worked: [first - 3]) == nil)
    #expect(Holiday(name: name, first: first, last: first + 6, worked: [first + 5]) == nil)
    #expect(Holiday(name: name, first: first, last: first, worked: [first - 2]) != nil)
    #expect(Holiday(name: name, first: first, last: first, worked: [first - 37]) == nil)
  }
}
