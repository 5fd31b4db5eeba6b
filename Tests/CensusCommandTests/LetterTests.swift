import CensusCommand
import CensusCore
import CensusLists
import CensusReports
import CensusStore
import CensusTestSupport
import Testing

/// Letters: what they say, to whom there are none, and what is recorded of them.
struct LetterTests {
  /// A quarter that is lived in: a report in part, one sent back, a promise, an extension, failed
  /// re-checks, an order and a case.
  private static let acts = [
    "chase 昆明 保山 怒江 迪庆 临沧 省直 --channel letter --on 2018-10-08",
    "receive 昆明 --part electronic --incoming 政-118 --on 2018-10-18",
    "receive 2018Q3-8 --part both --only --on 2018-10-18",
    "receive 迪庆 --part both --unsigned --on 2018-10-18",
    "return 迪庆 --part paper --reason 未经主要负责同志签字 --on 2018-10-19",
    "receive 临沧 --part both --on 2018-10-19",
    "extend 云南省文史研究馆 --until 2018-11-20 --authority 省政府办公厅 --reason 机构改革 --on 2018-10-19",
    "chase 怒江 --channel phone --to 李主任 --answer 24日报 --promised 2018-10-24 --on 2018-10-22",
    "receive 昆明 --part paper --on 2018-10-24",
    "recheck 2018Q3-3 2018Q3-4 --passed --on 2018-11-05",
    "recheck 2018Q3-5 --failed --note 首页仍有错字 --on 2018-11-05",
    "order 2018Q3-5 --until 2018-11-30 --reference 督办函〔2018〕3号 --on 2018-11-06",
    "recheck 2018Q3-17 2018Q3-20 --failed --on 2018-11-05",
    "account 临沧 --stage opened --approved-by 分管副秘书长 --on 2018-11-07",
    "account 临沧 --stage measure --measure interview --person-role 信息中心主任 --on 2018-11-08",
  ]

  @Test func theStoreKnowsTheNamesOfAllTemplates() {
    #expect(
      Store.letterNames
        == Set(LetterKind.allCases.flatMap { kind in Language.allCases.map(kind.file) }))
  }

  private static func livedIn() throws -> Desk {
    let desk = try Desk.after(acts, now: "2018-11-10T01:00:00Z")
    desk.input = "原文\t应为\t页面\n第三季季度\t第三季度\t首页\n人民政俯\t人民政府\t政务公开\n"
    try desk.does("detail 2018Q3-5 --on 2018-11-05")
    return desk
  }

  private func texts(_ desk: Desk, _ lines: [String]) throws -> String {
    try lines.map { line in
      let outcome = try desk.run(line: line)
      return "$ census \(line)\n\(outcome.answer)\(outcome.warnings)"
    }.joined(separator: "\n")
  }

  @Test(arguments: ["zh", "en"])
  func lettersOfAFreshQuarter(_ language: String) throws {
    let desk = try Desk()
    desk.environment["CENSUS_LANG"] = language
    desk.now = "2018-10-24T01:00:00Z"
    expectGolden(
      try texts(
        desk,
        [
          "letter chase 昆明 --as-of 2018-10-19", "letter chase 昆明 云南省文化厅", "letter order 昆明",
          "letter transfer 昆明 --to 省监委", "letter recheck 怒江",
        ]), named: "letters-fresh-\(language)")
  }

  @Test(arguments: ["zh", "en"])
  func lettersOfAQuarterThatIsLivedIn(_ language: String) throws {
    let desk = try Self.livedIn()
    desk.environment["CENSUS_LANG"] = language
    expectGolden(
      try texts(
        desk,
        [
          "letter chase 2018Q3", "letter order 昆明", "letter order 临沧 --until 2018-12-10",
          "letter transfer 临沧 --to 驻省政府办公厅纪检监察组", "letter recheck 昆明",
        ]), named: "letters-lived-in-\(language)")
  }

  // MARK: - Refusals

  @Test(arguments: [
    ("letter chase 玉溪", 1, "owes no report"),
    ("letter chase 昆明 临沧", 1, "Lincang owes no report"),
    ("letter chase nobody", 1, "nobody"), ("letter chase", 64, "name a unit"),
    ("letter order 保山", 1, "nothing to order"), ("letter order 临沧", 1, "--until"),
    ("letter transfer 怒江 --to 省监委", 1, "no case to transfer"),
    ("letter transfer 临沧", 64, "name it with --to"),
    ("letter chase 昆明 --format docx", 64, "--output"),
    ("letter chase 2018Q3 --format html", 64, "--output"),
    ("letter chase 昆明 --log", 64, "--output"),
    ("letter recheck 昆明 --log --output /out/a.txt", 64, "--log"),
    ("letter chase 昆明 --until 2018-12-01", 64, "--until"),
    ("letter chase 昆明 --format docx --output /out/a.pdf.md", 64, "a.pdf.md"),
    ("letter chase 昆明 --output /nowhere/a.txt", 1, "/nowhere/a.txt"),
  ])
  func refusalsAreSentences(_ line: String, _ status: Int32, _ words: String) throws {
    let desk = try Self.livedIn()
    desk.environment["CENSUS_LANG"] = "en"
    // What Lincang had to do is done: nothing is left to remind it of.
    if line.contains("昆明 临沧") {
      try desk.does("recheck 2018Q3-17 2018Q3-20 --passed --on 2018-11-09")
    }
    let folder = InMemoryFileSystem()
    desk.folders["/out/"] = folder
    let outcome = try desk.run(line: line)
    #expect(outcome.status == status, "\(outcome.warnings)")
    #expect(outcome.warnings.contains(words), "\(outcome.warnings)")
    #expect(outcome.answer.isEmpty)
    #expect(try folder.list("").isEmpty)
  }

  /// Of a group only those have letters that need one, and the others are named.
  @Test func membersOfAGroupThatNeedNoneAreNamed() throws {
    let desk = try Self.livedIn()
    let outcome = try desk.run(line: "letter transfer 2018Q3 --to 省监委")
    #expect(outcome.status == 0)
    #expect(outcome.answer.contains("Lincang") && outcome.answer.contains("Kunming"))
    #expect(
      outcome.warnings.hasPrefix("census: no transfer is needed for ")
        && outcome.warnings.contains("Nujiang") && !outcome.warnings.contains("Lincang"))
  }

  // MARK: - Files and records

  @Test func aReminderIsRecordedOnceItIsWritten() throws {
    let desk = try Self.livedIn()
    let folder = InMemoryFileSystem()
    desk.folders["/out/"] = folder
    let before = try desk.eventCount()
    let said = try desk.does("letter chase 怒江 保山 --output /out/letter.docx --log")
    #expect(try folder.list("").map(\.name) == ["letter-Baoshan.docx", "letter-Nujiang.docx"])
    #expect(try desk.eventCount() == before + 2)
    #expect(said.contains("wrote /out/letter-Nujiang.docx\n"))
    #expect(said.contains("undo with"))
    let unit = try desk.json("units", "--where", "unit=怒江").rows.first
    #expect(unit?["chases"] == .number(3) && unit?["lastChase"] == .text("2018-11-10"))
    // The same letter again has a name of its own, and is no further reminder.
    let again = try desk.does("letter chase 怒江 --output /out/letter-Nujiang.docx --log")
    #expect(again.contains("/out/letter-Nujiang-2.docx") && again.contains("skipped"))
    #expect(try desk.eventCount() == before + 2)
  }

  @Test func nothingIsWrittenThatCouldNotBeRecorded() throws {
    let desk = try Self.livedIn()
    let folder = InMemoryFileSystem()
    desk.folders["/out/"] = folder
    let outcome = try desk.run(line: "letter chase 怒江 --output /out/a.md --log --read-only")
    #expect(outcome.status == 1)
    #expect(try folder.list("").isEmpty)
  }

  @Test func nothingIsRecordedThatWasNotWritten() throws {
    let desk = try Self.livedIn()
    desk.folders["/out/"] = FaultyFileSystem(
      InMemoryFileSystem(), failingAt: 2, .error(.noSpace))
    let before = try desk.eventCount()
    let outcome = try desk.run(line: "letter chase 怒江 --output /out/a.md --log")
    #expect(outcome.status == 1)
    #expect(outcome.warnings.contains("nothing was recorded"))
    #expect(try desk.eventCount() == before)
  }

  @Test func theEndingSaysTheForm() throws {
    let desk = try Self.livedIn()
    let folder = InMemoryFileSystem()
    desk.folders["/out/"] = folder
    for name in ["a.txt", "a.md", "a.html", "a.docx", "a"] {
      try desk.does("letter chase 怒江 --output /out/\(name)")
    }
    func begins(_ name: String, _ text: String) throws -> Bool {
      try folder.read(name, limit: 1 << 20).starts(with: text.utf8)
    }
    #expect(try begins("a.html", "<!DOCTYPE html>"))
    #expect(try begins("a.md", "# "))
    #expect(try begins("a.docx", "PK"))
    #expect(try folder.read("a", limit: 1 << 20) == folder.read("a.txt", limit: 1 << 20))
    try desk.does("letter chase 怒江 昆明 --output /out/ --format html --lang zh")
    #expect(try folder.list("").map(\.name).suffix(2) == ["催办函-怒江.html", "催办函-昆明.html"])
  }

  // MARK: - The office's own wording

  @Test func theOfficesOwnTemplateComesFirst() throws {
    let desk = try Self.livedIn()
    let store = try #require(desk.folders["store"])
    _ = try store.makeDirectory("letters")
    let text = "# 催{{unit}}\n{{#findings}}\n{{number}}. {{site}}\n{{/findings}}\n"
    try Desk.put(Array(text.utf8), at: "letters/chase.zh.md", in: store)
    #expect(
      try desk.does("letter chase 怒江 --lang zh --format markdown").hasPrefix("# 催怒江州\n\n1. "))
    #expect(try desk.does("letter chase --template --lang zh") == text)
    // The other language has the wording that ships.
    #expect(try desk.does("letter chase 怒江").contains("Overdue report"))
    #expect(try !desk.run(line: "check --format json").answer.contains("strayName"))
  }

  @Test func aTemplateWithAFaultIsRefusedWithItsLine() throws {
    let desk = try Self.livedIn()
    let store = try #require(desk.folders["store"])
    _ = try store.makeDirectory("letters")
    try Desk.put(Array("# 催\n\n{{unti}}\n".utf8), at: "letters/chase.zh.md", in: store)
    let outcome = try desk.run(line: "letter chase 怒江 --lang zh")
    #expect(outcome.status == 1 && outcome.answer.isEmpty)
    #expect(
      outcome.warnings.hasPrefix("census: store/letters/chase.zh.md 第3行：没有字段“unti”，可用的有recipient、"))
    try Desk.put([0x23, 0x0A, 0xFF], at: "letters/order.zh.md", in: store)
    let bytes = try desk.run(line: "letter order 昆明 --lang zh")
    #expect(bytes.warnings.contains("第2行：不是 UTF-8 文本"))
  }

  @Test(arguments: ["zh", "en"])
  func fieldsAreListed(_ language: String) throws {
    let desk = try Desk()
    expectGolden(
      try desk.does("letter chase --fields --lang \(language)"), named: "letter-fields-\(language)")
  }

  /// The shell empties the file before the program reads it; nothing blank is ever written or recorded.
  @Test func anEmptyTemplateIsNone() throws {
    let desk = try Self.livedIn()
    let store = try #require(desk.folders["store"])
    _ = try store.makeDirectory("letters")
    for text in ["", " \n", "{{! 只有说明 }}\n"] {
      try? store.remove("letters/chase.zh.md")
      try Desk.put(Array(text.utf8), at: "letters/chase.zh.md", in: store)
      let refused = try desk.run("letter", "chase", "怒江", "--lang", "zh")
      #expect(refused.status == 1 && refused.answer.isEmpty)
      #expect(
        refused.warnings
          == "census: store/letters/chase.zh.md 第1行：模板是空的；请改正，或移走该文件以使用自带的模板。\n")
      let shown = try desk.run("letter", "chase", "--template", "--lang", "zh")
      #expect(shown.answer.contains("{{recipient}}") == !text.contains("说明"))
    }
    // A mark at the beginning is no text.
    try store.remove("letters/chase.zh.md")
    try Desk.put(Array("\u{FEFF}# 催办\n{{unit}}\n".utf8), at: "letters/chase.zh.md", in: store)
    let own = try desk.run("letter", "chase", "怒江", "--lang", "zh", "--format", "markdown")
    #expect(own.answer.hasPrefix("# 催办\n"))
  }

  /// What is overdue for the notice is chased as that, whatever was ordered since; a case begins with the
  /// notice's own day.
  @Test func theDayIsThatOfTheRoundThatIsMeant() throws {
    let desk = try Desk.after(
      [
        "recheck 2018Q3-11 --failed --on 2018-11-05", "order 怒江 --until 2018-11-30 --on 2018-11-06",
      ], now: "2018-11-12T01:00:00Z")
    let chase = try desk.run("letter", "chase", "怒江", "--lang", "zh").answer
    #expect(chase.contains("催报") && chase.contains("已逾期23天") && chase.contains("2018年10月20日前"))
    let transfer = try desk.run(
      "letter", "transfer", "怒江", "--to", "驻厅纪检监察组", "--lang", "zh"
    ).answer
    #expect(transfer.contains("报送时限为2018年10月20日"))
    let past = try desk.run("letter", "order", "怒江", "--until", "2018-10-01", "--lang", "zh")
    #expect(past.status == 1)
    let ending = try desk.run("letter", "chase", "怒江", "--output", "/out/l.pdf", "--lang", "zh")
    #expect(
      ending.warnings
        == "census: “/out/l.pdf”的后缀不是 text 格式的；请改文件名（.txt），或用 --format 换格式。\n")
  }
}
