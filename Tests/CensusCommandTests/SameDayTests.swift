import CensusCore
import CensusStore
import Testing

/// What comes back on one day, and what rests on what was taken back or answered.
struct SameDayTests {
  /// The rows of `check`, which ends with 2 where there are errors or warnings.
  private func checks(_ desk: Desk, _ more: String...) throws -> [JSON] {
    try JSON(try desk.run(["check", "--lang", "zh", "--format", "json"] + more).answer).rows
  }

  private func chinese(_ desk: Desk, _ arguments: [String]) throws -> Desk.Outcome {
    try desk.run(arguments + ["--lang", "zh"])
  }

  /// A copy that was sent back on the day it came may come again, the same, on that day.
  @Test func whatWasSentBackComesAgainOnItsDay() throws {
    let desk = try Desk.after([
      "receive 怒江 --part paper --on 2018-10-18",
      "return 怒江 --part paper --reason 缺页 --on 2018-10-18",
    ])
    let refused = try desk.run(line: "receive 怒江 --part paper --on 2018-10-18 --lang zh")
    #expect(refused.status == 1)
    #expect(refused.warnings.contains("怒江的纸质版已于2018-10-18退回；当日另收到一份的，请加 --again"))
    try desk.does("receive 怒江 --part paper --on 2018-10-18 --again")
    let row = try desk.json("units", "--where", "unit=怒江").rows.first
    #expect(row?["submission"] == "electronicMissing")
    // The very same once more is one.
    let count = try desk.eventCount()
    #expect(
      try desk.does("receive 怒江 --part paper --on 2018-10-18 --again --lang zh").contains("已跳过：怒江"))
    #expect(try desk.eventCount() == count)
  }

  @Test func aDefectiveCopyComesAgainToo() throws {
    let desk = try Desk.after([
      "receive 迪庆 --part paper --unsigned --on 2018-10-18",
      "return 迪庆 --part paper --reason 未签字 --on 2018-10-18",
      "receive 迪庆 --part paper --unsigned --on 2018-10-18 --again",
    ])
    #expect(try desk.json("units", "--where", "unit=迪庆").rows.first?["submission"] == "toReturn")
  }

  /// A promise that is changed and changed back on one day holds as it was said last.
  @Test func thePromiseSaidLastHolds() throws {
    let desk = try Desk.after(
      ["2018-10-25", "2018-10-26", "2018-10-25"].map {
        "chase 怒江 --channel phone --promised \($0) --on 2018-10-22"
      }, now: "2018-10-23T01:00:00Z")
    let next = try desk.json("units", "--where", "unit=怒江").rows.first?["next"]
    #expect(next?["on"] == "2018-10-25")
    let count = try desk.eventCount()
    try desk.does("chase 怒江 --channel phone --promised 2018-10-25 --on 2018-10-22")
    #expect(try desk.eventCount() == count)
  }

  private static let answered = [
    "receive 怒江 --part both --on 2018-10-19",
    "recheck 2018Q3-10 2018Q3-11 --failed --on 2018-11-01",
    "order 怒江 --until 2018-11-15 --on 2018-11-02",
    "receive 怒江 --part both --on 2018-11-10",
    "recheck 2018Q3-10 --failed --on 2018-11-20",
  ]

  /// An order takes what failed; what was reported since its failure waits for our re-check.
  @Test func anOrderLeavesOutWhatWasAnswered() throws {
    let desk = try Desk.after(Self.answered, now: "2018-12-20T01:00:00Z")
    let order = try desk.does("order 怒江 --until 2018-12-10 --on 2018-11-21 --lang zh")
    #expect(order.contains("第11行") || order.contains("2018Q3-11"), "\(order)")
    #expect(order.contains("已于2018-11-10报齐"), "\(order)")
    #expect(try desk.state(ofRow: 10) == "recheckFailed")
    #expect(try desk.state(ofRow: 11) == "awaitingRecheck")
    let alone = try desk.run(line: "order 2018Q3-11 --until 2018-12-10 --on 2018-11-21 --lang zh")
    #expect(alone.status == 1 && alone.warnings.contains("没有整改不到位的问题"))
  }

  /// An ordered round that was excused is none that was reported anew, and 其中 stands once.
  @Test func theBriefTellsAnExcusedOrderApart() throws {
    let desk = try Desk.after(
      Self.answered + [
        "order 怒江 --until 2018-12-10 --on 2018-11-21",
        "waive 怒江 --authority 省政府办公厅 --reason 停更 --on 2018-12-01",
        "recheck 2018Q3-17 --failed --on 2018-11-05",
        "order 2018Q3-17 --until 2018-11-20 --on 2018-11-06",
      ], now: "2018-12-20T01:00:00Z")
    let brief = try desk.does("report --brief --as-of 2018-12-15 --lang zh")
    #expect(brief.contains("责令限期再整改2家（怒江州、临沧市），其中免报1家，逾期未报齐1家。"), "\(brief)")
    let counts = try desk.json("overview", "--as-of", "2018-12-15")
    #expect(counts["orderedComplete"] == 0 && counts["orderedWaived"] == 1)
  }

  /// A site that reported on its order is not counted as failing beside 待复查.
  @Test func aSiteThatAnsweredIsNotFailing() throws {
    let desk = try Desk.after(
      [
        "receive 临沧 --part both --on 2018-10-19", "recheck 2018Q3-16 --failed --on 2018-11-01",
        "order 2018Q3-16 --until 2018-11-10 --on 2018-11-02",
      ], now: "2018-12-01T01:00:00Z")
    #expect(try desk.json("overview")["failedSites"] == 1)
    try desk.does("receive 2018Q3-16 --only --part both --on 2018-11-08")
    #expect(try desk.json("overview")["failedSites"] == 0)
    #expect(try desk.json("sites", "--where", "state=recheckFailed").rows.isEmpty)
  }

  /// The due day and the days left are of the same row.
  @Test func theDueDayIsThatOfWhatIsOwed() throws {
    let desk = try Desk.after(
      [
        "extend 2018Q3-8 --until 2018-11-01 --authority 省政府办公厅 --reason 改版 --on 2018-10-15",
        "waive 2018Q3-9 --authority 省政府办公厅 --reason 关停 --on 2018-10-17",
      ], now: "2018-10-26T01:00:00Z")
    let row = try desk.json("units", "--where", "unit=保山").rows.first
    #expect(row?["due"] == "2018-11-01" && row?["daysLeft"] == 6)
  }

  /// Records that lose their ground by an undo of somebody else are named for as long as they stand.
  @Test func whatLostItsGroundIsNamedByCheck() throws {
    let desk = try Desk.after(Array(Self.answered.prefix(3)), now: "2018-12-20T01:00:00Z")
    let batch = try #require(try desk.json("history").column("batch").first??.string)
    try desk.does("receive 怒江 --part paper --on 2018-11-10")
    try desk.does("undo \(batch)")
    let check = try checks(desk).first { $0["code"] == "oddEvent" }
    let said = try #require(check?["message"]?.string)
    #expect(said.contains("登记在第2轮，而该轮没有责令或责令已撤销，改按前一轮计"), "\(said)")
    #expect(check?["severity"] == "warning")
    try desk.does("redo")
    #expect(!(try checks(desk).contains { $0["code"] == "oddEvent" }))
  }

  @Test func aMeasureWithoutItsOpeningIsNamedByCheck() throws {
    let desk = try Desk.after(
      [
        "receive 怒江 --part both --on 2018-10-19", "recheck 2018Q3-10 --failed --on 2018-11-01",
        "account 怒江 --stage opened --approved-by 张三 --on 2018-11-02",
      ], now: "2018-12-20T01:00:00Z")
    let batch = try #require(try desk.json("history").column("batch").first??.string)
    try desk.does("account 怒江 --stage measure --measure interview --on 2018-11-05")
    try desk.does("undo \(batch)")
    let said = try checks(desk).first { $0["code"] == "oddEvent" }
    #expect(said?["message"]?.string?.contains("启动问责没有登记或已撤销") == true)
  }

  /// A unit is succeeded by a unit: neither by a site nor by a row of annex 1, and a new one is named.
  @Test func aUnitIsSucceededByAUnit() throws {
    let desk = try Desk()
    let correct = ["correct", "昆明", "--field", "successor", "--reason", "机构改革", "--to"]
    for name in ["5301000045", "省直"] {
      let refused = try chinese(desk, correct + [name])
      #expect(refused.status == 1)
      #expect(refused.warnings.contains("“\(name)”不是单位名称"), "\(refused.warnings)")
    }
    let known = try chinese(desk, correct + ["曲靖"])
    #expect(known.status == 0 && !known.answer.contains("名录中没有"))
    let new = try chinese(desk, correct + ["云南省数据局"])
    #expect(new.status == 0)
    #expect(new.answer.contains("单位名录中没有“云南省数据局”；不是新设单位的，请撤销后核对名称"), "\(new.answer)")
  }

  @Test func anInstructionIsNotDueBeforeItsDay() throws {
    let desk = try Desk()
    let refused = try chinese(
      desk,
      [
        "note", "2018Q3", "督办", "--kind", "instruction", "--due", "2018-10-01", "--on",
        "2018-10-18",
      ])
    #expect(refused.status == 1)
    #expect(refused.warnings.contains("所填的截止日2018-10-01早于登记日2018-10-18"))
  }

  /// A list is searched by what its rows show.
  @Test(arguments: [
    ("deadlines --search 2018-10-20", 1), ("deadlines --search 2018-10-21", 0),
  ])
  func searchesFindWhatIsShown(_ line: String, _ count: Int) throws {
    let desk = try Desk()
    let rows = try desk.json(line.split(separator: " ").map(String.init)).rows
    #expect(rows.count == count)
  }

  @Test func aSearchFindsTheSeverity() throws {
    let desk = try Desk()
    let (all, found) = (try checks(desk), try checks(desk, "--search", "警告"))
    #expect(!found.isEmpty && found == all.filter { $0["severity"] == "warning" })
  }

  /// An office that wishes reports of what the text names is told that they are not followed up here.
  @Test func whatTheTextNamesIsNotFollowedUpInSilence() throws {
    let desk = try Desk()
    #expect(!(try checks(desk).contains { $0["code"] == "mentionsOwe" }))
    let folder = try #require(desk.folders["store"])
    let text = String(decoding: try folder.read("store.json", limit: 1 << 16), as: UTF8.self)
      .replacing("\"mentionsOwe\": false", with: "\"mentionsOwe\": true")
    try folder.remove("store.json")
    try Desk.put(Array(text.utf8), at: "store.json", in: folder)
    _ = try desk.run("check", "--confirm-facts")
    let row = try checks(desk).first { $0["code"] == "mentionsOwe" }
    #expect(row?["message"]?.string?.contains("不能登记：昆明市商务局、云南教育网") == true, "\(row as Any)")
  }

  /// Contradictions are said of what was struck off, as they are counted.
  @Test func aRowThatWasStruckOffSaysItsContradictions() throws {
    let (left, right) = (try Desk(), try Desk())
    right.drawn = 5000
    try left.does("receive 云南省文化厅 --part paper --on 2018-10-18")
    try right.does("receive 云南省文化厅 --part paper --on 2018-10-17")
    try left.take(from: right)
    try left.does("void 2018Q3-2 --reason 误列")
    let row = try left.json("findings", "--where", "row=2").rows.first
    #expect(row?["modifiers"]?.rows.first?["kind"] == "conflictingReceipts")
  }

  /// Who wishes to decide anew is told what was decided.
  @Test func whatWasSettledIsToldAsSettled() throws {
    let (left, right) = (try Desk(), try Desk())
    right.drawn = 5000
    try left.does("receive 昆明 --part paper --on 2018-10-18")
    try right.does("receive 昆明 --part paper --on 2018-10-17")
    try left.take(from: right)
    let ids = try left.json("history").column("id").compactMap { $0?.string }
    try left.does("resolve \(ids[0]) \(ids[1]) --keep \(ids[0])")
    let again = try left.run(line: "resolve \(ids[0]) \(ids[1]) --keep \(ids[1]) --lang zh")
    #expect(again.status == 1 && again.warnings.contains("所涉的矛盾已裁定"), "\(again.warnings)")
  }
}
