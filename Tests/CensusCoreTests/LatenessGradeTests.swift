import CensusCore
import Testing

/// Lateness in grades, at their boundaries, of what is overdue and of what arrived late.
struct LatenessGradeTests {
  @Test(
    "The standard scale",
    arguments: [
      (-3, nil), (0, nil), (1, "slight"), (3, "slight"), (4, "serious"), (10, "serious"),
      (11, "grave"), (5_000, "grave"),
    ] as [(Int, String?)])
  func standard(days: Int, id: String?) {
    #expect(Settings.Policy().grade(daysLate: days)?.id == id)
  }

  @Test func anOfficeHasItsOwn() {
    let (mild, hard) = (
      LatenessGrade(id: "mild", from: 6, name: Phrase("轻", "mild")),
      LatenessGrade(id: "hard", from: 31, name: Phrase("重", "hard"))
    )
    let again = LatenessGrade(id: "again", from: 31, name: Phrase("又", "again"))
    let policy = Settings.Policy(latenessGrades: [hard, mild, again])
    #expect(policy.latenessGrades == [mild, hard])
    #expect(
      [5, 6, 30, 31].map { policy.grade(daysLate: $0)?.id } == [nil, "mild", "mild", "hard"])
    #expect([mild, hard].map { policy.lastDay(of: $0) } == [30, nil])
    #expect(Terms.grade(mild, of: policy) == Phrase("轻（6–30天）", "mild (6–30 days)"))
    #expect(Terms.grade(hard, of: policy) == Phrase("重（31天起）", "hard (from 31 days)"))
    #expect(Settings.Policy(latenessGrades: []).grade(daysLate: 99) == nil)
  }

  @Test(
    "What is overdue",
    arguments: [
      ("2018-10-20", nil), ("2018-10-21", "slight"), ("2018-10-23", "slight"),
      ("2018-10-24", "serious"), ("2018-10-30", "serious"), ("2018-10-31", "grave"),
    ] as [(String, String?)])
  func overdue(asOf: String, id: String?) {
    let projection = yunnan(asOf: asOf)
    let today = day(asOf)
    let behind = [
      projection.obligation(of: "临沧")?.daysBehind(on: today),
      projection.finding(finding(17))?.daysBehind(on: today),
      projection.sites.last?.daysBehind(on: today),
    ]
    #expect(
      behind.map { $0.flatMap(projection.policy.grade(daysLate:))?.id } == [id, id, id])
  }

  @Test(
    "What arrived late stays what it was",
    arguments: [
      ("2018-10-20", nil), ("2018-10-21", "slight"), ("2018-10-24", "serious"),
      ("2018-10-30", "serious"), ("2018-10-31", "grave"),
    ] as [(String, String?)])
  func late(on date: String, id: String?) throws {
    var story = Story()
    try story.receive(from: "临沧", on: date)
    let (projection, today) = (story.at("2018-12-31"), day("2018-12-31"))
    let behind = [
      projection.obligation(of: "临沧")?.daysBehind(on: today),
      projection.finding(finding(17))?.daysBehind(on: today),
      projection.sites.last?.daysBehind(on: today),
    ]
    #expect(
      behind.map { $0.flatMap(projection.policy.grade(daysLate:))?.id } == [id, id, id])
  }

  @Test func onePartLateIsNoReportYet() throws {
    var story = Story()
    try story.receive([.electronic], from: "临沧", on: "2018-10-22")
    #expect(story.at("2018-10-22").obligation(of: "临沧")?.daysBehind(on: day("2018-10-22")) == 2)
    #expect(story.at("2018-11-05").obligation(of: "临沧")?.daysBehind(on: day("2018-11-05")) == 16)
  }

  @Test func whatIsExcusedOrStruckOffIsNotLate() throws {
    var story = Story()
    try story.act("2018-10-25") { projection, today in
      try projection.plan(
        VoidRequest(on: today, reason: "x"), for: [.finding(finding(16))],
        today: today)
    }
    let (projection, today) = (story.at("2018-11-05"), day("2018-11-05"))
    #expect(projection.finding(finding(16))?.daysBehind(on: today) == nil)
    #expect(projection.finding(finding(17))?.daysBehind(on: today) == 16)
  }
}
