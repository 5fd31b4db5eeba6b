import CensusCore
import CensusDashboard
import CensusDesk
import CensusNotices
import CensusStore
import CensusTestSupport
import TerminalKit
import Testing

/// Taking a notice in at the screen: the same facts as by command, nothing lost, nothing written
/// before somebody says so.
struct IntakeLaws {
  /// Annex 2 of the next quarter, with a wording nobody knows and a code of eleven digits.
  static let rows = [
    ["序号", "州、市/部门", "网站名称", "网站标识码", "存在问题"],
    ["1", "昆明", "测试网站甲", "5301290003", "栏目像空房子"],
    ["2", "昆明", "测试网站乙", "5301000045", "错字漏字"],
    ["3", "临沧", "测试网站丙", "53090000441", "首页不更新"],
  ]

  static let text = """
    云南省人民政府办公厅关于2018年四季度全省政府网站普查情况的通报
    云府办明电〔2018〕99号
    请有关单位于2019年2月15日前报送整改情况。
    2018年12月28日

    附件2 不合格网站
    """

  /// The notice as it is copied out of a spreadsheet, with a terminal's line ends.
  static let fromCalc =
    text + "\n" + rows.map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n"

  /// The same out of a word processor: a cell a line.
  static let fromWriter =
    text + "\n" + rows.flatMap(\.self).joined(separator: "\n") + "\n"

  func office() throws -> Office {
    Office("shipped", try ShippedStore.copy(), on: "2019-01-05")
  }

  func files(_ office: Office) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    func add(_ folder: String) throws {
      for entry in try office.store.list(folder) {
        let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
        if entry.kind == .folder {
          try add(path)
        } else {
          files[path] = try office.store.read(path, limit: 64 << 20)
        }
      }
    }
    try add("")
    return files
  }

  func put(_ text: String, _ name: String, _ office: Office) throws {
    let file = try office.written.create(name)
    try office.written.write(Array(text.utf8), to: file)
    try office.written.close(file)
  }

  /// A message or a refusal that stands on the screen.
  func shows(_ screen: Screen, _ text: String) -> Bool {
    screen.frame.plainText.contains(text)
  }

  @Test func theStoreIsTheSameAsByCommand() throws {
    let (office, other) = (try office(), try office())
    for office in [office, other] { try put(Self.fromCalc, "通报.txt", office) }
    var screen = try office.screen(.overview)
    try screen.press("I lit:/out/通报.txt Enter")
    #expect(shows(screen, "载入通报 › 2018年四季度（尚未载入）"))
    #expect(shows(screen, "栏目像空房子"))
    // It may not be written while a point is open.
    try screen.press("w")
    #expect(shows(screen, "还有1处待处理，不能写入"))
    try screen.press("5 c lit:空白 Enter w Enter")
    #expect(screen.state.overlay == nil)
    #expect(screen.state.talk.message?.text.chinese.hasPrefix("已写入2018年四季度：问题3条") == true)
    #expect(screen.state.projection.quarter.description == "2018Q4")
    #expect(
      screen.state.projection.findings.map(\.finding.issues.first?.text) == [
        "blank_columns", "text_errors", "home_not_updated",
      ])
    let said = try other.run(
      ["import", "/out/通报.txt", "--category", "栏目像空房子=blank_columns", "--accept"])
    #expect(said.status == 0, "\(said.warnings)")
    #expect(try files(office) == files(other))
  }

  @Test(
    "A table that is pasted is taken in, whatever the terminal makes of its lines",
    arguments: [fromCalc, fromWriter], ["\n", "\r", "\r\n", "\r\r"])
  func pasted(_ text: String, _ end: String) throws {
    let office = try office()
    var screen = try office.screen(.overview)
    screen.act(
      .pasted(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)))
    #expect(screen.state.overlay != nil)
    #expect(shows(screen, "像是通报或附件。载入？"))
    try screen.press("Enter")
    #expect(shows(screen, "栏目像空房子"), "\(screen.frame.plainText)")
    try screen.press("5 t w Enter")
    #expect(screen.state.projection.findings.count == 3)
    #expect(
      screen.state.projection.findings.map(\.finding.siteName) == ["测试网站甲", "测试网站乙", "测试网站丙"])
  }

  @Test func aTerminalWithoutBracketsTypesItIn() throws {
    let office = try office()
    var screen = try office.screen(.overview)
    try screen.press("I Escape")
    try screen.press("I Escape I")
    try screen.press("Escape")
    screen.act(.pasted("一个词"))
    #expect(screen.state.talk.message?.text.chinese.hasPrefix("粘贴的文字没有用上") == true)
    try screen.press("I Escape")
    // The panel with nothing in it asks for a file; from its page p takes what comes as keys.
    try screen.press("I")
    screen.act(.key(.escape))
    try screen.press("p")
    for character in Self.fromCalc {
      let key: Key =
        character == "\n" ? .enter : character == "\t" ? .tab : .character(character)
      screen.act(.key(key))
    }
    try screen.press("C-d")
    #expect(shows(screen, "栏目像空房子"), "\(screen.frame.plainText)")
    #expect(try files(office).keys.allSatisfy { !$0.contains("2018Q4") })
  }

  /// A text with a hole is another text, however it came.
  @Test func aTextWithAHoleIsNotTaken() throws {
    let office = try office()
    var screen = try office.screen(.overview)
    try screen.press("I")
    screen.act(.key(.escape))
    try screen.press("p")
    for character in Self.fromCalc.replacing("昆明", with: "昆\(Key.undecodable)", maxReplacements: 1)
    {
      screen.act(
        .key(character == "\n" ? .enter : character == "\t" ? .tab : .character(character)))
    }
    try screen.press("C-d")
    #expect(screen.state.intake == nil)
    #expect(shows(screen, "有字节认不出是什么字，没有放入"), "\(screen.frame.plainText)")
    try screen.press("p")
    screen.act(.pasted(Self.fromCalc.replacing("昆明", with: "昆\(Key.undecodable)")))
    #expect(shows(screen, "有字节认不出是什么字，没有放入"), "\(screen.frame.plainText)")
    // None of it was put in; what is pasted whole then is.
    screen.act(.pasted(Self.fromCalc))
    try screen.press("C-d")
    #expect(shows(screen, "栏目像空房子"), "\(screen.frame.plainText)")
  }

  /// A file that is mended while its notice is looked at is read as it is now.
  @Test func aFileThatIsMendedIsReadAnew() throws {
    let office = try office()
    try put(Self.fromCalc, "通报.txt", office)
    var screen = try office.screen(.overview)
    try screen.press("I lit:/out/通报.txt Enter")
    #expect(shows(screen, "待处理1处"), "\(screen.frame.plainText)")
    try office.written.remove("通报.txt")
    try put(Self.fromCalc.replacing("栏目像空房子", with: "错字漏字"), "通报.txt", office)
    try screen.press("Escape I")
    #expect(shows(screen, "没有待处理"), "\(screen.frame.plainText)")
  }

  /// What is asked is seen whole above what is offered, however long the wording is.
  @Test(arguments: Language.allCases, [(60, 16), (80, 24)])
  func theQuestionIsSeenBesideItsOffers(_ language: Language, _ size: (Int, Int)) throws {
    let office = try office()
    var screen = try office.screen(.overview, language, size.0, size.1)
    let wording = "栏目像空房子而且多年没有更新过一次内容也没有人管理更没有人回复群众的留言和来信"
    screen.act(.pasted(Self.fromCalc.replacing("栏目像空房子", with: wording)))
    try screen.press("Enter 5 c")
    let label = language == .chinese ? "“\(wording)”归入类别" : "Categoryof“\(wording)”"
    #expect(
      screen.frame.plainText.filter { !$0.isWhitespace }.contains(label),
      "\(screen.frame.plainText)")
    #expect(
      shows(screen, language == .chinese ? "空白栏目" : "Blank columns"), "\(screen.frame.plainText)")
  }

  /// A day without a year is the one near the notice, not near today; a quarter is typed as it is shown.
  @Test func whatIsTypedIsReadAsItIsMeant() throws {
    let office = Office("shipped", try ShippedStore.copy(), on: "2026-12-01")
    var screen = try office.screen(.overview)
    screen.act(.pasted(Self.table(["1\t昆明\t甲网\t5301000901\t错字漏字"])))
    try screen.press("Enter q lit:2018年四季度 Enter d lit:2月15日 Enter w Enter")
    #expect(screen.state.projection.quarter.description == "2018Q4", "\(screen.frame.plainText)")
    #expect(screen.state.projection.inspection.notice.deadline?.day.description == "2019-02-15")
  }

  /// A file that is no notice is not said to be ready.
  @Test func whatIsNoNoticeIsNotReady() throws {
    let office = try office()
    try put("会议通知\n请于下周一上午到会。\n", "会议.txt", office)
    var screen = try office.screen(.overview)
    try screen.press("I lit:/out/会议.txt Enter q lit:2018Q4 Enter 5")
    #expect(shows(screen, "没有读到附件1或附件2的表格"), "\(screen.frame.plainText)")
  }

  /// A day is typed, not appended to the one that was read.
  @Test func aDayThatIsTypedIsTheDay() throws {
    let office = try office()
    var screen = try office.screen(.overview)
    screen.act(.pasted(Self.fromCalc))
    try screen.press("Enter d lit:2019-02-20 Enter q lit:2019Q1 Enter")
    #expect(screen.state.overlay != nil)
    #expect(shows(screen, "2019年一季度"), "\(screen.frame.plainText)")
    try screen.press("5 t w Enter")
    #expect(screen.state.projection.inspection.notice.deadline?.day.description == "2019-02-20")
  }

  /// The next notice is read by what was said of the one before.
  @Test func theNextQuarterNeedsNoMending() throws {
    let office = try office()
    var screen = try office.screen(.overview)
    screen.act(.pasted(Self.fromCalc))
    try screen.press("Enter 5 c lit:空白 Enter w Enter")
    let next = Self.fromCalc.replacing("2018年四季度", with: "2019年一季度")
      .replacing("2018年12月28日", with: "2019年3月28日").replacing("2019年2月15日", with: "2019年4月20日")
    screen.act(.pasted(next))
    try screen.press("Enter")
    #expect(shows(screen, "没有待处理"))
    try screen.press("w Enter")
    #expect(screen.state.projection.quarter.description == "2019Q1")
  }

  /// Esc, a page more, an answer taken back: nothing reaches the store before it is written.
  @Test func whatIsPutAsideIsKeptAndWritesNothing() throws {
    let office = try office()
    let before = try files(office)
    var drafts: [[UInt8]?] = []
    var screen = try office.screen(.overview) { drafts.append($0) }
    screen.act(.pasted(Self.fromCalc))
    try screen.press("Enter 5 t")
    #expect(shows(screen, "没有待处理"))
    try screen.press("u")
    #expect(shows(screen, "待处理1处"))
    try screen.press("5 t Escape")
    #expect(screen.state.talk.message?.text.chinese == "草稿留着，没有写入：I 接着载入")
    let kept = try #require(drafts.last.flatMap(\.self).flatMap(Desk.intake))
    #expect(kept == screen.state.intake)
    // At the next start it goes on where it was, the answer included.
    var next = try office.screen(.overview)
    next.state.resume(kept)
    #expect(next.state.talk.message?.text.chinese.hasSuffix("草稿还在：I 接着载入") == true)
    try next.press("I")
    #expect(shows(next, "没有待处理"))
    #expect(try files(office) == before)
    try next.press("X")
    #expect(next.state.intake != nil)
    try next.press("X")
    #expect(next.state.intake == nil)
    #expect(try files(office) == before)
  }

  /// What was read is no more what was shown: nothing is written, and it is shown anew.
  @Test func whatHasChangedSinceIsNotWritten() throws {
    let office = try office()
    try put(Self.fromCalc, "通报.txt", office)
    var screen = try office.screen(.overview)
    try screen.press("I lit:/out/通报.txt Enter 5 t w")
    let said = try office.run(
      ["import", "/out/通报.txt", "--category", "栏目像空房子=other", "--accept"])
    #expect(said.status == 0, "\(said.warnings)")
    let before = try files(office)
    try screen.press("Enter")
    #expect(try files(office) == before)
    #expect(screen.state.overlay != nil)
    #expect(shows(screen, "没有写入"), "\(screen.frame.plainText)")
  }

  /// Rows that vanish ask for their number.
  @Test func aCorrectedNoticeThatLosesARowAsksForANumber() throws {
    let office = try office()
    var screen = try office.screen(.overview)
    screen.act(.pasted(Self.fromCalc))
    try screen.press("Enter 5 t w Enter")
    let shorter = Self.fromCalc.replacing(
      "3\t临沧\t测试网站丙\t53090000441\t首页不更新\n", with: "")
    screen.act(.pasted(shorter))
    try screen.press("Enter w")
    #expect(shows(screen, "写入后有1条问题不再列入通报"), "\(screen.frame.plainText)")
    let before = try files(office)
    try screen.press("Enter")
    #expect(shows(screen, "没有写入：要写入，请输入1"))
    #expect(try files(office) == before)
    try screen.press("1 Enter")
    #expect(screen.state.overlay == nil)
    #expect(screen.state.talk.message?.text.chinese.hasPrefix("已写入2018年四季度（第2版）") == true)
  }

  @Test func whatCannotBeReadSaysWhy() throws {
    let office = try office()
    try put("%PDF-1.4", "a.pdf", office)
    var screen = try office.screen(.overview)
    try screen.press("I lit:/out/a.pdf Enter")
    #expect(shows(screen, "是 PDF 文件；请索取 .docx"))
    try screen.press("a lit:/out/none.docx Enter")
    #expect(shows(screen, "none.docx"))
    try screen.press("w")
    #expect(shows(screen, "没有读到可以写入的内容"))
    screen.act(.pasted(Self.fromCalc))
    try screen.press("5 t w")
    #expect(shows(screen, "“a.pdf”没有读到，不能写入"))
    try screen.press("1 G Delete")
    try screen.press("q lit:2018X Enter")
    #expect(shows(screen, "“2018X”不是季度"))
    try screen.press("Escape G Delete g Delete")
    #expect(screen.state.intake == nil)
  }

  /// No sentence on the screen names an option of the command line.
  @Test func nothingOnTheScreenNamesAnOption() throws {
    let office = try office()
    var screen = try office.screen(.overview)
    screen.act(.pasted(Self.fromCalc.replacing("2018年四季度", with: "近期")))
    try screen.press("Enter")
    for page in 1...7 {
      try screen.press("\(page)")
      #expect(!shows(screen, "--"), "\(screen.frame.plainText)")
    }
    try screen.press("q lit:2018Q4 Enter")
    #expect(shows(screen, "2018年四季度"))
  }

  /// The dialogue of lines takes a notice in as well, and says what it did.
  @Test func linesTakeItInAsWell() throws {
    let office = try office()
    try put(Self.fromCalc, "通报.txt", office)
    var desk = try office.screen(.overview).desk
    var dialogue = PlainDialogue(try office.screen(.overview).state)
    var said: [String] = []
    for line in ["I", "/out/通报.txt", "w", "c", "空白", "w"] {
      said = dialogue.hear(line) { desk.perform($0) }
    }
    #expect(said.contains("写入？3条问题、3个网站、2个州市，期限2019-02-15。y 写入，. 不写"), "\(said)")
    #expect(try files(office).keys.allSatisfy { !$0.contains("2018Q4") })
    said = dialogue.hear("y") { desk.perform($0) }
    #expect(said.contains { $0.hasPrefix("已写入2018年四季度：问题3条") }, "\(said)")
    #expect(try files(office).keys.contains { $0.hasPrefix("quarters/2018Q4.r1.") })
  }

  /// `u` takes records back, and nothing of that is said where a notice was taken in.
  @Test func whatWasTakenInIsNotUndoneAsAMark() throws {
    let office = try office()
    var screen = try office.screen(.overview)
    screen.act(.pasted(Self.fromCalc))
    try screen.press("Enter 5 t w Enter")
    #expect(screen.state.talk.message?.remedy == nil)
  }

  /// Several wordings under “other” keep their own words.
  @Test func othersKeepTheirWords() throws {
    let office = try office()
    var screen = try office.screen(.overview)
    screen.act(.pasted(Self.fromCalc.replacing("首页不更新", with: "怪问题乙")))
    try screen.press("Enter 5 t t w Enter")
    #expect(screen.state.projection.findings.count == 3)
    let rows = try office.run(
      ["findings", "--quarter", "2018Q4", "--columns", "text,issues", "--format", "csv"]
    ).answer
    #expect(rows.contains("栏目像空房子,其他") && rows.contains("怪问题乙,其他"), "\(rows)")
  }

  /// A row that was read and asks for nothing can be mended, or left out, all the same.
  @Test func aRowThatWasReadCanBeMended() throws {
    var screen = try office().screen(.overview)
    screen.act(.pasted(Self.fromCalc))
    try screen.press("Enter 3 Down e lit:3=测试网站丁 Enter")
    #expect(screen.frame.plainText.contains("测试网站丁"), "\(screen.frame.plainText)")
    try screen.press("8")
    let said = screen.frame.plainText.split(separator: "\n")
    #expect(
      said.contains { $0.contains("第3格") && $0.contains("测试网站丁") }, "\(screen.frame.plainText)")
  }
}
