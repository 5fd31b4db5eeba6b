import CensusCommand
import Testing

/// A closed finding never reopens (domain.md 2.10): a pass of an earlier day does not close what an
/// order or an opening of a later day has taken up.
struct BackdatedPassTests {
  private static let failed = [
    "receive 临沧 --part both --on 2018-10-19", "recheck 2018Q3-17 --failed --on 2018-11-05",
  ]

  @Test(
    arguments: [
      ("order 2018Q3-17 --until 2018-11-30 --on 2018-11-09", "2018-11-09", "责令再整改"),
      ("account 临沧 --stage opened --approved-by 示例领导 --on 2018-11-10", "2018-11-10", "启动问责"),
    ])
  func aPassOfAnEarlierDayIsRefused(_ act: String, _ day: String, _ word: String) throws {
    let desk = try Desk.after(Self.failed + [act], now: "2018-11-20T01:00:00Z")
    let before = try desk.eventCount()
    let refused = try desk.run(
      "recheck", "2018Q3-17", "--passed", "--on", "2018-11-07", "--lang", "zh")
    #expect(refused.status == 1)
    #expect(
      refused.warnings.contains(day) && refused.warnings.contains(word), "\(refused.warnings)")
    #expect(try desk.eventCount() == before)
    // On a later day it is what the order asks for.
    try desk.does("recheck 2018Q3-17 --passed --on 2018-11-12")
  }
}
