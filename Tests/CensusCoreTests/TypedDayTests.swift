import CensusCore
import Testing

/// Days as people type them, looked at from Tuesday 23 October 2018.
struct TypedDayTests {
  private static let near = day("2018-10-23")

  @Test(arguments: [
    ("2018-10-24", "2018-10-24"), ("2018/10/24", "2018-10-24"), ("2018.10.24", "2018-10-24"),
    ("20181024", "2018-10-24"), ("2018年10月24日", "2018-10-24"), ("2018 10 24", "2018-10-24"),
    ("２０１８－１０－２４", "2018-10-24"), ("10-24", "2018-10-24"), ("10.24", "2018-10-24"),
    ("10月24日", "2018-10-24"), ("10月24号", "2018-10-24"), ("1024", "2018-10-24"),
    ("24", "2018-10-24"), ("２４", "2018-10-24"), ("24日", "2018-10-24"), ("2", "2018-11-02"),
    ("24号", "2018-10-24"), ("01-05", "2019-01-05"), ("0105", "2019-01-05"),
    ("+3", "2018-10-26"), ("＋３", "2018-10-26"), ("-1", "2018-10-22"), ("++", "2018-10-25"),
    ("今天", "2018-10-23"), ("明天", "2018-10-24"), ("昨天", "2018-10-22"), ("后天", "2018-10-25"),
    ("前天", "2018-10-21"), ("today", "2018-10-23"), ("Tomorrow", "2018-10-24"),
    ("yesterday", "2018-10-22"), ("周三", "2018-10-24"), ("本周三", "2018-10-24"),
    ("下周三", "2018-10-31"), ("上周三", "2018-10-17"), ("下下周一", "2018-11-05"),
    ("这周日", "2018-10-28"), ("星期天", "2018-10-21"), ("礼拜五", "2018-10-26"),
    ("wed", "2018-10-24"), ("next friday", "2018-11-02"), ("last mon", "2018-10-15"),
    ("  明天 ", "2018-10-24"),
  ])
  func isTheDayThatIsMeant(_ text: String, _ expected: String) throws {
    #expect(Day(typed: text, near: Self.near) == day(expected))
  }

  @Test(arguments: [
    "", "2018-13-1", "2月30日", "2018-10", "10/22/2018", "1e3", "18-10-22", "10月", "32", "0", "周八",
    "周",
    "to", "+-", "+1000", "+1.5", "下周", "2018年", "１２３４５", "monkey", "99999999999999999999", "1332",
    "24 前",
  ])
  func whatIsNoDayIsNone(_ text: String) {
    #expect(Day(typed: text, near: Self.near) == nil)
  }

  /// A day without a year or a month is the nearest; about as near are two, where the second is less
  /// than twice as far away, and the field decides between them.
  @Test func theFieldDecidesBetweenTwoThatAreAboutAsNear() throws {
    let typed = try #require(TypedDay("24"))
    let november = day("2018-11-08")
    #expect(typed.readings(near: november) == [day("2018-10-24"), day("2018-11-24")])
    #expect(typed.readings(near: november, .ahead) == [day("2018-11-24")])
    #expect(typed.readings(near: november, .behind) == [day("2018-10-24")])
    // What is far nearer is meant, on whichever side: the act refuses a day to come, not a guess.
    #expect(typed.readings(near: Self.near, .behind) == [day("2018-10-24")])
    let friday = day("2018-10-26")
    let wednesday = try #require(TypedDay("周三"))
    #expect(wednesday.readings(near: friday, .ahead) == [day("2018-10-31")])
    #expect(wednesday.readings(near: friday, .behind) == [day("2018-10-24")])
    #expect(wednesday.readings(near: friday) == [day("2018-10-24")])
    #expect(
      try #require(TypedDay("周日")).readings(near: day("2018-10-25"))
        == [day("2018-10-28"), day("2018-10-21")])
    #expect(
      try #require(TypedDay("105")).readings(near: day("2018-11-15"))
        == [day("2018-10-05"), day("2019-01-05")])
    #expect(Day(typed: "12月28日", near: day("2019-01-05")) == day("2018-12-28"))
    #expect(Day(typed: "1月10日", near: day("2018-12-28")) == day("2019-01-10"))
    #expect(Day(typed: "31", near: day("2018-11-02")) == day("2018-10-31"))
  }

  @Test func whatCanMeanTwoDaysIsRefusedWithBoth() throws {
    let typed = try #require(TypedDay("24"))
    #expect(throws: Refusal.ambiguousDay("24", [day("2018-10-24"), day("2018-11-24")])) {
      try typed.day(near: day("2018-11-08"))
    }
    #expect(throws: Refusal.noSuchDay("2月30日")) {
      try #require(TypedDay("2月30日")).day(near: Self.near)
    }
  }
}
