import CensusStore
import CensusTestSupport
import Testing

/// What an act is about, and acts for an earlier day than what stands already.
struct LateActTests {
  private func desk(after lines: String...) throws -> Desk { try .after(lines) }

  /// A site stands for those of its findings that failed; the others close as if nothing had been.
  @Test func aSiteAnswersForWhatFailed() throws {
    let desk = try desk(
      after: "recheck 2018Q3-17 --failed --on 2018-11-01",
      "recheck 2018Q3-20 --passed --on 2018-11-01",
      "account 5309260040 --stage opened --approved-by 甲 --on 2018-11-02",
      "receive 临沧 --part both --on 2018-11-03")
    #expect(try desk.state(ofRow: 17) == "escalated")
    #expect(try desk.state(ofRow: 20) == "closed")
    let closed = try self.desk(
      after: "receive 临沧 --part both --on 2018-10-18",
      "recheck 2018Q3-17 --failed --on 2018-11-01", "recheck 2018Q3-20 --passed --on 2018-11-01",
      "account 5309260040 --stage opened --approved-by 甲 --on 2018-11-02")
    #expect(try closed.state(ofRow: 17) == "escalated")
    #expect(try closed.state(ofRow: 20) == "closed")
  }

  /// What came for some of a unit's findings on a later day is not passed over without a word.
  @Test func anEarlierReceiptOfAllIsRefusedWhereALaterOneStands() throws {
    let desk = try desk(after: "receive 昆明 --part paper --except 2018Q3-7 --on 2018-10-22")
    let count = try desk.eventCount()
    let outcome = try desk.run(
      "receive", "昆明", "--part", "paper", "--on", "2018-10-18", "--lang", "zh")
    #expect(outcome.status == 1)
    #expect(outcome.warnings.contains("2018-10-22"))
    #expect(try desk.eventCount() == count)
    // For itself the finding can be recorded, and so can what comes later.
    #expect(
      try desk.run("receive", "2018Q3-7", "--only", "--part", "paper", "--on", "2018-10-18").status
        == 0)
  }

  /// Whoever was excused on a later day is not passed over without a word either.
  @Test func anEarlierWaiverOfAllIsRefusedWhereALaterOneStands() throws {
    let desk = try desk(after: "waive 2018Q3-7 --authority 甲 --reason 乙 --on 2018-10-22")
    let count = try desk.eventCount()
    let outcome = try desk.run(
      "waive", "昆明", "--authority", "甲", "--reason", "乙", "--on", "2018-10-18", "--lang", "zh")
    #expect(outcome.status == 1)
    #expect(outcome.warnings.contains("2018-10-22"))
    #expect(try desk.eventCount() == count)
  }

  /// Accountability is opened once and concluded once, also where it is recorded late.
  @Test func aStepIsTakenOnce() throws {
    let desk = try desk(
      after: "recheck 2018Q3-7 --failed --on 2018-10-20",
      "account 昆明 --stage opened --approved-by 甲 --on 2018-10-25",
      "account 昆明 --stage measure --measure interview --on 2018-10-26",
      "account 昆明 --stage concluded --on 2018-11-02")
    let count = try desk.eventCount()
    for line in [
      "account 昆明 --stage opened --approved-by 甲 --on 2018-10-23",
      "account 昆明 --stage concluded --on 2018-10-30",
    ] {
      let outcome = try desk.run(
        line.split(separator: " ").map(String.init) + ["--lang", "zh"])
      #expect(outcome.status == 1, "\(line): \(outcome.answer)")
    }
    #expect(try desk.eventCount() == count)
  }

  /// Fuller details of a step are of the findings that it concerns.
  @Test func theSupplementOfAStepNamesItsSites() throws {
    let desk = try desk(
      after: "recheck 2018Q3-7 --failed --on 2018-10-20",
      "account 昆明 --stage opened --approved-by 甲 --on 2018-10-25")
    let outcome = try desk.run(
      "account", "昆明", "--stage", "opened", "--approved-by", "甲", "--document", "文1", "--on",
      "2018-10-25", "--lang", "zh")
    #expect(outcome.status == 0)
    #expect(outcome.answer.contains("昆明（1个网站）"), "\(outcome.answer)")
  }
}
