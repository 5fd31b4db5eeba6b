import CensusCommand
import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// Two people who take one notice in, each reading it otherwise: what one recorded of a site stays with
/// that site when the stores come together (domain.md 2.1: an ID never moves).
struct RivalReadingTests {
  private func desk(_ rows: [[String]], at minute: Int, _ lines: [String]) throws -> Desk {
    let desk = try Desk()
    desk.drawn = minute * 1_000
    let folder = InMemoryFileSystem()
    let text = SampleNotice.markdown(second: rows)
    try Desk.put(Array(text.utf8), at: "notice.md", in: folder)
    desk.folders["in"] = folder
    desk.environment["CENSUS_ACTOR"] = "desk-\(minute)"
    desk.now = "2019-01-12T01:0\(minute):00Z"
    try desk.does("import in/notice.md --accept")
    desk.now = "2019-03-01T01:0\(minute):00Z"
    for line in lines { try desk.does(line) }
    return desk
  }

  /// The same rows, one of 昆明 left out, so that all behind it have other numbers.
  private var short: [[String]] {
    SampleNotice.second.filter { $0[3] != "5301000103" }.enumerated().map { place, row in
      place == 0 ? row : ["\(place)"] + row[1...]
    }
  }

  @Test func whatWasRecordedOfASiteStaysWithIt() throws {
    // The second reading counts, since it was taken in last.
    let mine = try desk(
      SampleNotice.second, at: 1,
      ["recheck 2018Q4-4 --passed", "receive 2018Q4-8 --part paper --only"])
    let theirs = try desk(short, at: 2, [])
    theirs.folders["other"] = mine.folders["store"]
    let merged = try theirs.run("merge", "other")
    #expect(merged.status == 2)
    let rows = try theirs.json("findings", "--quarter", "2018Q4").rows
    // 丁区 is the third row here and was the fourth there.
    #expect(rows.filter { $0["fixed"] == "passed" }.map { $0["code"] } == ["5301020104"])
    #expect(rows.filter { $0["reported"] != "outstanding" }.map { $0["code"] } == ["5309000108"])
    let check = try JSON(
      try theirs.run("check", "--quarter", "2018Q4", "--format", "json", "--lang", "zh").answer)
    let rival = try #require(check.rows.first { $0["code"] == "rivalRevisions" })
    #expect(
      rival["message"]
        == .text(
          "第1版通报由不同的人载入了2次，内容不一；最后载入的一份有效，请核对，撤回有误的一份；"
            + "编号3、4、5、6、7、8在各份中所指的不是同一网站，依据其他各份登记的内容按网站计入"))
    #expect(!check.column("code").contains(.text("oddEvent")))
  }

  @Test func whatTheOtherReadingLacksCountsForNothingAndIsNamed() throws {
    let mine = try desk(SampleNotice.second, at: 1, ["recheck 2018Q4-3 --failed"])
    let theirs = try desk(short, at: 2, [])
    theirs.folders["other"] = mine.folders["store"]
    _ = try theirs.run("merge", "other")
    let listed = try theirs.run("findings", "--quarter", "2018Q4", "--format", "json")
    #expect(try JSON(listed.answer).rows.allSatisfy { $0["fixed"] == "notYet" })
    #expect(listed.warnings.contains("census check"))
    let check = try JSON(
      try theirs.run("check", "--quarter", "2018Q4", "--format", "json", "--lang", "zh").answer)
    let odd = try #require(check.rows.first { $0["code"] == "oddEvent" })
    #expect(
      odd["message"]?.string?.contains("依据另一份通报（他人载入的，或已撤回的一版）登记，其中的2018Q4-3不在目前有效的一份中") == true)
  }

  /// What is recorded on the joined store knows what was recorded of that site before.
  @Test func aLaterRecordFollowsThem() throws {
    let mine = try desk(SampleNotice.second, at: 1, ["recheck 2018Q4-4 --failed"])
    let theirs = try desk(short, at: 2, [])
    theirs.folders["other"] = mine.folders["store"]
    _ = try theirs.run("merge", "other")
    try theirs.does("recheck 2018Q4-3 --passed")
    let row = try #require(
      try theirs.json("findings", "--quarter", "2018Q4", "--where", "code=5301020104").rows.first)
    #expect(row["fixed"] == "passed" && row["id"] == "2018Q4-3")
    let check = try JSON(
      try theirs.run("check", "--quarter", "2018Q4", "--format", "json").answer)
    #expect(!check.column("code").contains(.text("conflict")))
  }
}
