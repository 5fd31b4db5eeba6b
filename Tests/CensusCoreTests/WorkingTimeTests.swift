import CensusCore
import CensusStore
import Testing

/// Where working days count: the days of reminders, the check of the deadline, the time that is left.
struct WorkingTimeTests {
  private static let calendar = StandardLists.calendar

  private static let directory = Directory(
    prefectures: Yunnan.directory.prefectures, units: Yunnan.directory.units,
    categories: Yunnan.directory.categories, calendar: calendar)

  private func projection(
    _ events: [Event] = [], due: String = "2018-10-20", asOf: String,
    directory: Directory = directory, policy: Settings.Policy = Settings.Policy()
  ) -> Projection {
    let notice = Yunnan.notice(deadline: Deadline(day(due)))
    return Projection(
      of: Yunnan.inspection.with(notice: notice), directory: directory, events: events,
      settings: Settings(
        id: "test", title: Phrase("测试", "Test"), province: Phrase("云南省", "Yunnan"), language: nil,
        policy: policy), asOf: day(asOf))
  }

  @Test(
    "A reminder falls on a working day of the arrangement, in years that have one",
    arguments: [
      // The notice of 2018 Q3: twelve days before 20 October is the first day after National Day.
      ("2018-10-20", [-12], "2018-09-27", "2018-10-08", "2018-10-08"),
      ("2018-10-20", [-1], "2018-09-27", "2018-10-19", "2018-10-19"),
      // In the holiday, a weekday moves as a weekend does.
      ("2018-10-16", [-12], "2018-09-27", "2018-10-08", "2018-10-04"),
      ("2018-02-27", [-12], "2018-02-01", "2018-02-22", "2018-02-15"),
      // A Saturday that is worked stays.
      ("2018-10-11", [-12], "2018-09-27", "2018-09-29", "2018-10-01"),
      // New Year's Day of 2019 begins on 30 December.
      ("2019-01-12", [-12], "2018-12-20", "2019-01-02", "2018-12-31"),
      // Nobody arranged 2030.
      ("2030-10-16", [-12], "2030-09-27", "2030-10-04", "2030-10-04"),
      // Every so many days after the last date of the policy.
      ("2018-09-24", [0], "2018-09-26", "2018-10-08", "2018-10-01"),
    ] as [(String, [Int], String, String, String)])
  func reminders(due: String, days: [Int], today: String, moved: String, byWeek: String) {
    let last = days == [0] ? day("2018-09-25") : nil
    for (calendar, expected) in [(Self.calendar, moved), (.weekdays, byWeek)] {
      var chases = ChaseSummary()
      if let last { chases = Self.chased(on: last) }
      let action = NextAction.of(
        .outstanding, chases: chases, deadline: Deadline(day(due)),
        policy: Settings.Policy(chaseDays: days), calendar: calendar, today: day(today))
      #expect(action == NextAction(on: day(expected), what: .chase), "\(calendar.isEmpty)")
    }
  }

  private static func chased(on day: Day) -> ChaseSummary {
    var story = Story()
    story.record(
      [
        EventDraft(
          on: day, quarter: Yunnan.quarter, subject: .unit("昆明"),
          payload: .chase(Chase(channel: .phone)))
      ], at: "\(day)T01:00:00Z")
    return story.at("2018-10-01").obligation(of: "昆明")?.chases ?? ChaseSummary()
  }

  @Test func theQuarterTakesTheStoresCalendar() {
    let days = ["2018-10-16", "2018-10-20"].map { due in
      projection(due: due, asOf: "2018-09-27").obligation(of: "昆明")?.next?.on
    }
    #expect(days == [day("2018-10-08"), day("2018-10-08")])
    let byWeek = projection(due: "2018-10-16", asOf: "2018-09-27", directory: Yunnan.directory)
    #expect(byWeek.obligation(of: "昆明")?.next?.on == day("2018-10-04"))
  }

  // MARK: - The deadline

  @Test(
    "A deadline on a day off is noted with the next working day, and never moved",
    arguments: [
      ("2018-10-20", "2018-10-22", "2018-10-20是周六；其后的周一为2018-10-22，期限不自动顺延"),
      (
        "2018-10-03", "2018-10-08",
        "2018-10-03是国庆节假期（周三）；其后的第一个工作日为2018-10-08（周一），期限不自动顺延"
      ),
      (
        "2018-10-06", "2018-10-08",
        "2018-10-06是国庆节假期（周六）；其后的第一个工作日为2018-10-08（周一），期限不自动顺延"
      ),
      // The Monday after the weekend is off as well.
      (
        "2018-09-22", "2018-09-25",
        "2018-09-22是周六；其后的第一个工作日为2018-09-25（周二），期限不自动顺延"
      ),
      ("2018-02-24", nil, nil), ("2018-09-29", nil, nil), ("2018-10-22", nil, nil),
      ("2030-10-01", nil, nil),
      ("2030-10-05", "2030-10-07", "2030-10-05是周六；其后的周一为2030-10-07，期限不自动顺延"),
    ] as [(String, String?, String?)])
  func deadlines(due: String, next: String?, sentence: String?) {
    let inspection = Yunnan.inspection.with(notice: Yunnan.notice(deadline: Deadline(day(due))))
    let rows = inspection.discrepancies(in: Self.directory).filter { $0.code == "dueOnWeekend" }
    #expect(rows.map(\.computed) == (next.map { [$0] } ?? []))
    #expect(rows.map(\.message.chinese) == (sentence.map { [$0] } ?? []))
    #expect(rows.allSatisfy { $0.published == due && $0.severity == .note })
    #expect(projection(due: due, asOf: "2018-09-27").deadlines.map(\.deadline.day) == [day(due)])
  }

  @Test func theHolidayIsNamedInEnglish() {
    let notice = Yunnan.notice(deadline: Deadline(day("2018-10-03")))
    let found = Yunnan.inspection.with(notice: notice).discrepancies(in: Self.directory)
    #expect(
      found.first { $0.code == "dueOnWeekend" }?.message.english
        == "2018-10-03 is in the holiday “National Day”; the next working day is Monday, 2018-10-08; "
        + "the deadline is not moved")
  }

  @Test func theNoticeOf2018HasTheRowsItHad() {
    #expect(
      Yunnan.inspection.discrepancies(in: Self.directory)
        == Yunnan.inspection.discrepancies(in: Yunnan.directory))
  }

  // MARK: - Time

  @Test(
    "Working days left and overdue",
    arguments: [
      ("2018-09-28", 12), ("2018-10-07", 10), ("2018-10-19", 0), ("2018-10-20", 0),
      ("2018-10-21", 0), ("2018-10-22", -1), ("2018-10-29", -6),
    ])
  func left(asOf: String, days: Int) {
    let round = projection(asOf: asOf).obligation(of: "临沧")?.latest
    let count = round?.workingDaysLeft(on: day(asOf), by: Self.calendar)
    #expect(count?.known == days)
    #expect(round?.workingDaysLate(by: Self.calendar) == nil)
  }

  @Test func lateInWorkingDays() throws {
    var story = Story()
    try story.receive(from: "临沧", on: "2018-10-23")
    let round = projection(story.events, asOf: "2018-10-31").obligation(of: "临沧")?.latest
    #expect(round?.daysLate == 3)
    #expect(round?.workingDaysLate(by: Self.calendar)?.known == 2)
    #expect(round?.workingDaysLate(by: .weekdays)?.known == nil)
    #expect(round?.workingDaysLate(by: .weekdays)?.days == 2)
    #expect(round?.workingDaysLeft(on: day("2018-10-31"), by: Self.calendar) == nil)
  }

  @Test func wordsSayWhatTheyRestOn() {
    let count = Self.calendar.workingDays(from: day("2018-10-07"), to: day("2018-10-20"))
    #expect(
      Terms.workingDaysLeft(count, isOverdue: false)
        == Phrase("剩 10个工作日", "10 working days left"))
    let far = Self.calendar.workingDays(from: day("2030-10-10"), to: day("2030-10-09"))
    #expect(
      Terms.workingDaysLeft(far, isOverdue: true)
        == Phrase(
          "逾期 1个工作日（缺节假日安排，按周一至周五计）",
          "overdue 1 working day (holidays not known, weekdays counted)"))
    #expect(Terms.holiday(day("2018-10-06"), in: Self.calendar)?.chinese == "国庆节")
    #expect(Terms.holiday(day("2018-09-29"), in: Self.calendar)?.chinese == "国庆节调休上班")
    #expect(Terms.holiday(day("2018-10-20"), in: Self.calendar) == nil)
  }
}
