import CensusCommand
import CensusTestSupport
import Testing

/// What may not be recorded: one sentence, and nothing is written.
struct ActRefusalTests {
  static let refusals: [(command: String, sentence: String)] = [
    (
      "return 迪庆 --part paper --reason 未签字",
      "no part of the report of Diqing is here to be returned; record its receipt first."
    ),
    ("return 昆明 --part paper --reason \u{3000}", "a reason is needed; give one with --reason."),
    (
      "waive 怒江 --authority \u{3000} --reason 已迁移",
      "it is not said who decided; name them with --authority."
    ),
    (
      "extend 昆明 --until 2018-10-20 --authority 甲 --reason 乙",
      "the new due day 2018-10-20 is not later than the present one, 2018-10-20; give a later one, "
        + "or retract the extension that is to be shortened."
    ),
    (
      "chase 怒江 --promised 2018-11-19",
      "the day to come, 2018-11-19, is before 2018-11-20, the day of the record; give that day or a "
        + "later one, or for what is recorded late say on which day it was."
    ),
    (
      "chase 怒江 临仓",
      "nothing is called “临仓”; did you mean Lincang?"
    ),
    (
      "order 保山 --until 2018-11-30",
      "no re-check of “Baoshan” failed, so nothing can be ordered anew; record the re-check first."
    ),
    ("detail 临沧", "“Lincang” is no finding; give one such as 2018Q3-7."),
    (
      "detail 2018Q3-17 --from nowhere",
      "the file “nowhere” cannot be read: it does not exist; check the path."
    ),
    (
      "account 保山 --stage opened --approved-by 李",
      "no re-check of “Baoshan” failed; to open accountability all the same, say why in a note."
    ),
    (
      "account 临沧 --stage opened",
      "an opening needs somebody's approval; name them with --approved-by."
    ),
    (
      "account 临沧 --stage concluded",
      "accountability of “Lincang” was not opened; record that first (--stage opened)."
    ),
    (
      "availability 5309260040 --status retired",
      "a retirement has to be filed under a number; give --filed --reference, or else re-check "
        + "the site as any other."
    ),
    ("availability 临沧 --status dark", "“Lincang” is no site; give a site code."),
    (
      "correct 临沧 --field code --to 5309000001 --reason 丙",
      "“Lincang” has no identification code that could be corrected."
    ),
    ("redo", "there is nothing to redo."),
    ("retract 临沧 --reason 丁", "“Lincang” is no event; census history lists them."),
  ]

  @Test(arguments: refusals)
  func oneSentenceAndNothingWritten(command: String, sentence: String) throws {
    let desk = try ActTests.desk(after: ["recheck 2018Q3-17 --failed --on 2018-11-05"])
    let outcome = try desk.run(ActTests.words(command))
    #expect(outcome == .init(status: 1, answer: "", warnings: "census: \(sentence)\n"))
    #expect(try desk.eventCount() == 1)
  }

  @Test(arguments: [
    "recheck 2018Q3-17", "recheck 2018Q3-17 --passed --failed", "chase 怒江 --channel pigeon",
    "account 临沧 --stage begun", "availability 5309260040",
  ])
  func wrongUsage(command: String) throws {
    #expect(try ActTests.desk().run(ActTests.words(command)).status == 64)
  }

  @Test func severalAreAllOrNothing() throws {
    let desk = try ActTests.desk(after: ["receive 昆明 --part both --on 2018-10-18"])
    let outcome = try desk.run("return", "昆明", "保山", "--part", "paper", "--reason", "未签字")
    #expect(outcome.status == 1)
    #expect(try desk.eventCount() == 2)
    #expect(try desk.run("recheck", "2018Q3-3", "2018Q3-99", "--passed").status == 1)
    #expect(try desk.eventCount() == 2)
  }

  @Test func readOnlyRecordsNothing() throws {
    let desk = try ActTests.desk()
    #expect(try desk.run("chase", "怒江", "--read-only").status == 1)
    #expect(try desk.eventCount() == 0)
  }

  @Test func aPastedTextHasToBeUTF8() throws {
    let desk = try ActTests.desk()
    let folder = try ShippedStore.copy()
    try Desk.put([0xD4, 0xAD, 0xCE, 0xC4], at: "a.tsv", in: folder)
    desk.folders["papers"] = folder
    #expect(
      try desk.run("detail", "2018Q3-7", "--from", "papers/a.tsv").warnings
        == "census: “papers/a.tsv” is no UTF-8 text; save it as UTF-8 and try again.\n")
    try Desk.put(Array("\u{FEFF}旧 | 新".utf8), at: "b.txt", in: folder)
    #expect(try desk.run("detail", "2018Q3-7", "--from", "papers/b.txt").status == 0)
    let shown = try desk.json("show", "2018Q3-7")
    #expect(shown["detail"]?.rows.first?["found"] == "旧")
    #expect(shown["detail"]?.rows.first?["expected"] == "新")
  }
}
