import CensusCommand
import CensusCore
import CensusStore
import CensusTestSupport
import Testing

struct RecordingTests {
  @Test func aReceiptSaysWhatItDid() throws {
    let desk = try Desk()
    let outcome = try desk.run("receive", "昆明", "--part", "both", "--on", "2018-10-18")
    let sentence = "recorded 2 events for Kunming (5 sites); undo with: census undo\n"
    #expect(outcome == .init(status: 0, answer: sentence, warnings: ""))
    desk.environment["CENSUS_LANG"] = "zh"
    #expect(
      try desk.run("receive", "临沧", "--part", "both").answer
        == "已登记2条：临沧（4个网站）；撤销用：census undo\n")
    #expect(try desk.eventCount() == 4)
    let units = try desk.json("units", "--search", "昆明")
    #expect(units.rows.first?["completeOn"] == "2018-10-18")
    #expect(units.rows.first?["daysLate"] == 0)
  }

  @Test func repeatingIsHarmless() throws {
    let desk = try Desk()
    let first = ["receive", "昆明", "--part", "both", "--on", "2018-10-18"]
    _ = try desk.run(first)
    let again = try desk.run(first)
    #expect(again.status == 0)
    #expect(again.answer == "skipped: Kunming (recorded for 2018-10-18 before)\n")
    #expect(try desk.eventCount() == 2)
    let other = try desk.run("receive", "昆明", "--part", "paper", "--on", "2018-10-17")
    #expect(other.status == 1)
    #expect(
      other.warnings
        == "census: the paper part of Kunming was received on 2018-10-18; undo that first if the day "
        + "is wrong, or record a further report with --again.\n")
    #expect(
      try desk.run("receive", "昆明", "--part", "paper", "--on", "2018-10-17", "--again").status == 0)
    #expect(try desk.eventCount() == 3)
  }

  @Test func jsonOfAReceipt() throws {
    let desk = try Desk()
    _ = try desk.run("receive", "昆明", "--part", "paper")
    let outcome = try desk.run("receive", "昆明", "省直", "--part", "paper", "--json")
    let answer = try JSON(outcome.answer)
    #expect(answer.fields == ["batch", "events", "message", "skipped"])
    #expect(answer["events"]?.rows.count == 2)
    #expect(answer["skipped"] == ["昆明"])
    #expect(
      answer["message"]
        == .text(
          "Provincial departments means its 2 units: Yunnan Provincial Institute of Culture and "
            + "History, Yunnan Provincial Department of Culture; recorded 2 events for Yunnan "
            + "Provincial Institute of Culture and History, Yunnan Provincial Department of "
            + "Culture (2 sites); undo with: census undo; skipped: Kunming (recorded for "
            + "2018-10-19 before)"))
    let nothing = try JSON(try desk.run("receive", "昆明", "--part", "paper", "--json").answer)
    #expect(nothing["batch"] == .some(.null))
    #expect(nothing["events"] == [])
  }

  static let refusals: [(arguments: String, sentence: String)] = [
    (
      "receive 昆明 临仓 --part both",
      "nothing is called “临仓”; did you mean Lincang?"
    ),
    (
      "receive 昆明 昭通 --part both",
      "“Zhaotong” has no failing site in Q3 2018 and owes no report."
    ),
    (
      "receive 昆明 --part both --on 2018-10-20",
      "2018-10-20 is in the future (today is 2018-10-19); give the actual day."
    ),
    (
      "receive 昆明 --part both --on 2018-09-25",
      "2018-09-25 is before the notice was issued on 2018-09-26; if it is true, say why in a note."
    ),
    (
      "receive 昆明 --part both --except 2018Q3-8",
      "2018Q3-8 is not among the findings of these units, so it cannot be left out."
    ),
    (
      "receive 昆明 --part both --quarter 2022Q3",
      "only the totals of Q3 2022 are known, so nothing can be recorded; choose another quarter."
    ),
    (
      "receive 昆明 --part electronic --file nowhere/report.doc",
      "the file “nowhere/report.doc” cannot be read: it does not exist; check the path."
    ),
    (
      "receive 昆明 --part both --read-only",
      "nothing is recorded with --read-only; leave it out to record."
    ),
    (
      "receive 昆明 --part both --by \u{200B}",
      "nobody is named as the one who records; say who with --by or CENSUS_ACTOR."
    ),
    ("undo", "there is nothing to undo."),
    (
      "undo 123456",
      "no batch begins with “123456” (give at least 6 digits); census history lists them."
    ),
    ("note 昆明 \u{3000}", "the note is empty; write a sentence."),
    ("init store", "the folder is not empty (it has “.gitattributes”); choose an empty one."),
    (
      "init fresh --from nowhere",
      "there is no store in “nowhere” (no store.json); name one with --store, or make one with "
        + "census init."
    ),
    ("overview --quarter 2019Q1", "the store has no 2019Q1; its quarters: 2022Q3, 2020Q2, 2018Q3."),
    (
      "overview --store nowhere",
      "there is no store in “nowhere” (no store.json); name one with --store, or make one with "
        + "census init."
    ),
  ]

  @Test(arguments: refusals)
  func aRefusalIsOneSentenceAndWritesNothing(arguments: String, sentence: String) throws {
    let desk = try Desk()
    let outcome = try desk.run(arguments.split(separator: " ").map(String.init))
    #expect(outcome == .init(status: 1, answer: "", warnings: "census: \(sentence)\n"))
    #expect(try desk.eventCount() == 0)
  }

  static let misuses: [String] = [
    "overview --as-of 2018-02-30", "overview --as-of someday", "overview --quarter 2018Q5",
    "overview --known-at 2018-10-19", "overview --format xml", "receive 昆明", "receive --part both",
    "receive 昆明 --part all", "receive 昆明 --part both --on 2018-13-01",
    "receive 昆明 --part paper --unsigned --signature other", "catch 昆明", "show",
    "show 昆明 --format csv",
    "units --state closed", "receive 昆明 --part both --except 7",
  ]

  @Test(arguments: misuses)
  func wrongUsageEndsWith64(arguments: String) throws {
    let desk = try Desk()
    let outcome = try desk.run(arguments.split(separator: " ").map(String.init))
    #expect(outcome.status == 64)
    #expect(outcome.answer == "")
    #expect(outcome.warnings.hasPrefix("census: "))
    #expect(try desk.eventCount() == 0)
  }

  @Test func hostileArgumentsAreShownHarmlessly() throws {
    let desk = try Desk()
    for arguments in [
      ["show", "\u{1B}]0;x\u{07}"], ["--\u{1B}[31m"], ["overview", "--as-of", "\u{202E}"],
    ] {
      let outcome = try desk.run(arguments)
      #expect(outcome.status != 0)
      #expect(!outcome.warnings.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
  }

  @Test func aDryRunWritesNothing() throws {
    let desk = try Desk()
    let outcome = try desk.run("receive", "昆明", "--part", "both", "--dry-run")
    #expect(outcome.answer == "would record 2 events for Kunming (5 sites); nothing was written\n")
    #expect(try desk.run("note", "昆明", "x", "--dry-run").status == 0)
    #expect(try desk.eventCount() == 0)
    _ = try desk.run("receive", "昆明", "--part", "both")
    #expect(try desk.run("undo", "--dry-run").status == 0)
    #expect(try desk.eventCount() == 2)
  }

  @Test func aDocumentLeavesItsNameAndHash() throws {
    let desk = try Desk()
    let papers = InMemoryFileSystem()
    try Desk.put(Array("abc".utf8), at: "报告.doc", in: papers)
    desk.folders["papers"] = papers
    _ = try desk.run("receive", "昆明", "--part", "electronic", "--file", "papers/报告.doc")
    let id = try #require(
      try desk.json("history", "--type", "receipt").rows.first?["id"]?.string)
    let event = try desk.json("show", id)
    #expect(event["payload"]?["file"] == "报告.doc")
    #expect(
      event["payload"]?["sha256"]
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func aStoreOpenForReadingRefuses() throws {
    let desk = try Desk()
    let folder = try ShippedStore.copy()
    folder.isWritable = false
    desk.folders["store"] = folder
    let outcome = try desk.run("receive", "昆明", "--part", "both")
    #expect(outcome.status == 1)
    #expect(
      outcome.warnings
        == "census: the store is read-only, so nothing was recorded; check its permissions.\n")
    #expect(try desk.run("units").status == 0)
  }

  @Test func anEarlierDayForgetsNothing() throws {
    let desk = try Desk()
    _ = try desk.run("receive", "昆明", "--part", "both", "--on", "2018-10-18")
    let outcome = try desk.run("receive", "昆明", "--part", "paper", "--as-of", "2018-10-10")
    #expect(outcome.status == 1)
    #expect(outcome.warnings.contains("was received on 2018-10-18"))
    #expect(try desk.eventCount() == 2)
  }

  @Test func nothingIsAnnouncedBeforeItIsDurable() throws {
    var index = 0
    while true {
      let desk = try Desk()
      let disk = FaultyFileSystem(
        try ShippedStore.copy(), failingAt: index, .errors(.noSpace))
      desk.folders["store"] = disk
      let outcome = try desk.run("receive", "昆明", "--part", "both")
      guard disk.hasStruck else {
        #expect(outcome.status == 0)
        break
      }
      // Cleaning up may fail after everything is safe; what is said then must be true.
      if outcome.status == 0 {
        #expect(try desk.json("overview")["complete"] == 1)
      } else {
        #expect(outcome.answer == "")
        #expect(outcome.warnings.contains("the disk is full"))
      }
      desk.folders["store"] = disk.base
      #expect(try desk.run("receive", "昆明", "--part", "both").status == 0)
      // Of a batch that was cut short a warning goes to the other stream.
      let overview = try JSON(try desk.run("overview", "--format", "json").answer)
      #expect(overview["complete"] == 1)
      index += 1
    }
    #expect(index > 10)
  }

  @Test func theActorIsNamed() throws {
    let desk = try Desk()
    _ = try desk.run("note", "昆明", "a", "--by", "王处长")
    _ = try desk.run("note", "昆明", "b")
    desk.environment["CENSUS_ACTOR"] = nil
    _ = try desk.run("note", "昆明", "c")
    let names = try desk.json("history").column("recordedBy")
    #expect(Set(names) == ["王处长", "desk-2", "somebody"])
    desk.login = nil
    #expect(try desk.run("note", "昆明", "d").status == 1)
  }

  @Test func knownAtHidesWhatWasRecordedLater() throws {
    let desk = try Desk()
    _ = try desk.run("receive", "昆明", "--part", "both", "--on", "2018-10-18")
    let before = try desk.json("overview", "--known-at", "2018-10-19T00:59:59Z")
    #expect(before["complete"] == 0)
    #expect(before["knownAt"] == "2018-10-19T00:59:59Z")
    #expect(try desk.json("overview", "--known-at", "2018-10-19T01:00:00Z")["complete"] == 1)
    #expect(try desk.json("overview", "--as-of", "2018-10-17")["complete"] == 0)
  }

  /// A note is about anything, also about whom no finding is about; it may wait for an answer.
  @Test func aPrefectureThatOwesNothingTakesANote() throws {
    let desk = try Desk()
    let outcome = try desk.run(
      "note", "大理", "请总结经验", "--kind", "instruction", "--due", "2018-10-31", "--json")
    #expect(outcome.status == 0)
    #expect(try desk.json("history").column("unit") == ["大理"])
    let shown = try desk.run("history", "--lang", "zh").answer
    #expect(shown.contains("领导批示：请总结经验（限2018-10-31前答复）"))
    #expect(try desk.run("receive", "大理", "--part", "both").status == 1)
  }

  /// A plain note answers the one instruction that waits; of several it answers none unsaid.
  @Test func aNoteAnswersOneInstruction() throws {
    let desk = try Desk()
    let waiting = {
      try desk.json("worklist", "--as-of", "2018-11-06").rows.filter {
        $0["next"]?["what"] == "answer"
      }.count
    }
    desk.now = "2018-11-06T01:00:00Z"
    try desk.does("note 2018Q3 甲 --kind instruction --due 2018-12-31 --on 2018-11-01")
    try desk.does("note 2018Q3 丙 --kind instruction --due 2018-12-20 --on 2018-11-03")
    try desk.does("note 2018Q3 已打印通报 --on 2018-11-05")
    #expect(try waiting() == 2)
    let ids = try desk.json("history", "--type", "note").rows.compactMap { $0["id"]?.string }
    try desk.does("note \(ids[1]) 已答复 --on 2018-11-05")
    #expect(try waiting() == 1)
    try desk.does("note 2018Q3 已报告领导 --on 2018-11-06")
    #expect(try waiting() == 0)
  }

  /// A name that is another unit's would send records to the wrong one.
  @Test func aUnitIsNotCalledAsAnother() throws {
    let desk = try Desk()
    for name in ["昆明市", "昆明", "Kunming"] {
      let refused = try desk.run(
        "correct", "怒江", "--field", "name", "--to", name, "--reason", "误", "--on", "2018-10-10",
        "--lang", "zh")
      #expect(refused.status == 1)
      #expect(refused.warnings == "census: “\(name)”是另一个单位（昆明）的名称；请核对。\n")
    }
    try desk.does("correct 怒江 --field name --to 怒江州政府办 --reason 更名 --on 2018-10-10")
    #expect(try desk.eventCount() == 1)
  }

  /// A promise that was kept is none in the round that is ordered later.
  @Test func aKeptPromiseIsNotSaidAgain() throws {
    let desk = try Desk()
    desk.now = "2018-11-09T01:00:00Z"
    try desk.does("chase 怒江 --promised 2018-11-30 --on 2018-10-25")
    let early = try desk.does("report --brief --lang zh --as-of 2018-10-26")
    #expect(early.contains("1家承诺报送（怒江州11月30日）"))
    try desk.does("receive 怒江 --part both --on 2018-11-02")
    try desk.does("recheck 2018Q3-10 --failed --on 2018-11-03")
    try desk.does("order 怒江 --until 2018-11-20 --on 2018-11-08")
    #expect(try desk.does("report --brief --lang zh --as-of 2018-11-09").contains("承诺") == false)
  }
}
