import CensusCommand
import Testing

/// Days as people type them, as options.
struct TypedDayCommandTests {
  /// The day looked at is 23 October 2018.
  @Test(arguments: [
    "2018-10-22", "20181022", "2018/10/22", "10-22", "1022", "22", "昨天", "yesterday", "-1", "周一",
    "mon",
  ])
  func anOptionTakesWhatTheScreenTakes(_ text: String) throws {
    let desk = try Desk()
    desk.now = "2018-10-23T01:00:00Z"
    let command = ["receive", "昆明", "--part", "paper", "--as-of", "2018-10-23", "--on", text]
    #expect(try desk.run(command).status == 0)
    let history = try desk.run("history", "--format", "json", "--as-of", "2018-10-23").answer
    #expect(history.contains("\"2018-10-22\""), "\(history)")
  }

  @Test func whatCanMeanTwoDaysIsRefusedWithBoth() throws {
    let desk = try Desk()
    desk.now = "2018-11-08T01:00:00Z"
    let refused = try desk.run(
      ActTests.words("availability 5301000045 --status offline --from 24 --on 2018-11-08 --lang en")
    )
    #expect(refused.status == 64)
    #expect(
      refused.warnings.contains("“24” can mean 2018-10-24 or 2018-11-24; write the whole day."),
      "\(refused.warnings)")
    let none = try desk.run("units", "--as-of", "2月30日", "--lang", "zh")
    #expect(none.status == 64)
    #expect(none.warnings.contains("没有“2月30日”这一天；日期写作 2018-10-20。"), "\(none.warnings)")
    let shape = try desk.run("units", "--as-of", "soon", "--lang", "en")
    #expect(shape.status == 64)
    #expect(
      shape.warnings.contains(
        "a date is written as 2018-10-20 (or 10-20, 20, +3, yesterday, fri) and must exist."))
  }

  /// What is to happen lies ahead.
  @Test func aPromiseLiesAhead() throws {
    let desk = try Desk()
    desk.now = "2018-11-08T01:00:00Z"
    let chase = "chase 怒江 --on 2018-11-08 --promised 24 --answer 24日报"
    #expect(try desk.run(ActTests.words(chase)).status == 0)
    let units = try desk.run(
      "units", "--as-of", "2018-11-08", "--format", "json", "--where", "unit=怒江", "--columns",
      "next")
    #expect(units.answer.contains("2018-11-24"), "\(units.answer)")
  }
}
