import CensusCore
import CensusDashboard
import CensusDesk
import CensusNotices
import CensusStore
import CensusTestSupport
import TerminalKit
import Testing

/// Answers at the screen: given, refused where they fit nothing, taken back one by one.
extension IntakeLaws {
  /// Answers of an earlier time are listed, and each can be taken back.
  @Test func answersAreTakenBackAfterReopening() throws {
    let office = try office()
    var kept: [UInt8]?
    var screen = try office.screen(.overview) { kept = $0 }
    screen.act(.pasted(Self.fromCalc))
    try screen.press("Enter 5 t d lit:2019-02-20 Enter Escape")
    var next = try office.screen(.overview) { kept = $0 }
    next.state.resume(try #require(kept.flatMap(Desk.intake)))
    try next.press("I u")
    #expect(shows(next, "这次没有新的答复"), "\(next.frame.plainText)")
    #expect(shows(next, "“栏目像空房子”"))
    #expect(shows(next, "归入其他"))
    try next.press("8 Down Delete")
    #expect(next.state.intake?.answers.categories.isEmpty == true)
    #expect(next.state.intake?.answers.due == Day("2019-02-20"))
    try next.press("5")
    #expect(shows(next, "待处理1处"), "\(next.frame.plainText)")
    // What was taken back comes back by the key that takes the last step back.
    try next.press("u")
    #expect(next.state.intake?.answers.categories.count == 1)
    #expect(kept.flatMap(Desk.intake)?.answers == next.state.intake?.answers)
    try next.press("8 Delete Delete")
    #expect(next.state.intake?.answers == Answers())
    #expect(shows(next, "还没有答复"), "\(next.frame.plainText)")
  }

  /// The unit of a site is said where its row of annex 2 is.
  @Test func aUnitIsNamedAtItsRow() throws {
    let office = try office()
    let rows = ["1\t省直\t云南省甲厅网站\t5300000901\t错字漏字", "2\t昆明\t乙网\t\t错字漏字"]
    var screen = try office.screen(.overview)
    screen.act(.pasted(Self.text + "\n" + Self.table(rows)))
    try screen.press("Enter 3 g o lit:云南省乙厅 Enter")
    #expect(screen.state.intake?.answers.units == ["5300000901": "云南省乙厅"])
    #expect(shows(screen, "责任单位 云南省乙厅"), "\(screen.frame.plainText)")
    try screen.press("Down o")
    #expect(shows(screen, "这一行没有标识码，责任单位无从说明"), "\(screen.frame.plainText)")
    try screen.press("w Enter")
    #expect(screen.state.projection.findings.map(\.unit.text) == ["云南省乙厅", "昆明"])
  }

  /// A file that is mended while its pages are looked at is read again by itself, once.
  @Test func aFileThatIsMendedIsReadByItself() throws {
    let office = try office()
    try put(Self.fromCalc, "通报.txt", office)
    var screen = try office.screen(.overview)
    try screen.press("I lit:/out/通报.txt Enter")
    #expect(shows(screen, "待处理1处"), "\(screen.frame.plainText)")
    screen.act(.tick)
    #expect(!shows(screen, "已重新读取"))
    try office.written.remove("通报.txt")
    try put(Self.fromCalc.replacing("栏目像空房子", with: "错字漏字"), "通报.txt", office)
    // Not while something is asked about a row that might be another then.
    try screen.press("5 c")
    screen.act(.tick)
    #expect(shows(screen, "待处理1处"))
    try screen.press("Escape")
    screen.act(.tick)
    #expect(shows(screen, "没有待处理"), "\(screen.frame.plainText)")
    #expect(shows(screen, "“通报.txt”刚才改过，已重新读取"), "\(screen.frame.plainText)")
    try office.written.remove("通报.txt")
    screen.act(.tick)
    try screen.press("1")
    #expect(!shows(screen, "问题3条"), "\(screen.frame.plainText)")
  }

  /// What is known stands in the question; Enter says that it is right, and typing replaces it.
  @Test func whatIsKnownStandsInTheQuestion() throws {
    let office = try office()
    var screen = try office.screen(.overview)
    screen.act(.pasted(Self.fromCalc))
    try screen.press("Enter q")
    #expect(shows(screen, "2018H1）：2018Q4"), "\(screen.frame.plainText)")
    try screen.press("Enter")
    #expect(screen.state.intake?.answers.quarter == Quarter("2018Q4"))
    try screen.press("d")
    #expect(shows(screen, "2019-02-15，没有的写“无”）：2019-02-15"), "\(screen.frame.plainText)")
    try screen.press("BSpace lit:6 Enter")
    #expect(screen.state.intake?.answers.due == Day("2019-02-16"))
    try screen.press("d lit:2019-03-01 Enter")
    #expect(screen.state.intake?.answers.due == Day("2019-03-01"))
  }

  /// A column that is not there, two columns of one kind, a day before the notice: a sentence, no answer.
  @Test func answersThatFitNothingAreRefused() throws {
    let office = try office()
    var screen = try office.screen(.overview)
    screen.act(.pasted(Self.text))
    screen.act(.key(.enter))
    screen.act(.pasted("编号代码\t地点\n5301000901\t甲\n5301000902\t乙\n"))
    try screen.press("5 h lit:1=标识码 Space lit:3=名称 Enter")
    #expect(shows(screen, "没有第3列，共2列"), "\(screen.frame.plainText)")
    try screen.press("C-u lit:1=标识码 Space lit:2=标识码 Enter")
    #expect(shows(screen, "第1列和第2列不能都是标识码"), "\(screen.frame.plainText)")
    try screen.press("Escape d lit:2018-12-01 Enter")
    #expect(shows(screen, "报送期限2018-12-01早于印发日期2018-12-28"), "\(screen.frame.plainText)")
    #expect(screen.state.intake?.answers == Answers())
  }

  /// Another window that keeps the same person's draft is named, and neither is called kept wrongly.
  @Test func anotherWindowIsNamed() throws {
    let office = try office()
    var screen = try office.screen(.overview, kept: .keptOverAnother)
    screen.act(.pasted(Self.fromCalc))
    try screen.press("Enter")
    #expect(shows(screen, "另一个窗口也在载入通报"), "\(screen.frame.plainText)")
    try screen.press("Escape")
    #expect(screen.state.talk.message?.text.chinese == "草稿留着，没有写入：I 接着载入")
  }

  /// A draft that cannot be read is said beside whatever else is said at the start.
  @Test func aDamagedDraftIsSaid() throws {
    var screen = try office().screen(.overview)
    screen.state.lacksDraft(movedTo: "/home/d.json.damaged")
    #expect(
      screen.state.talk.message?.text.chinese
        == "上次载入通报的草稿已损坏，原样放在“/home/d.json.damaged”；请从原文件重新载入")
    screen.state.lacksDraft(movedTo: nil, because: Phrase("没有权限", "not permitted"))
    #expect(
      screen.state.talk.message?.text.chinese.hasSuffix(
        "；上次载入通报的草稿无法读取（没有权限），再次载入会覆盖它；请从原文件重新载入") == true)
    #expect(screen.state.talk.message?.kind == .problem)
  }

  /// Two periods in one draft are said at the screen, and the period that is said counts for both.
  @Test func twoPeriodsAreSaidAtTheScreen() throws {
    let office = try office()
    var screen = try office.screen(.overview)
    screen.act(.pasted(Self.fromCalc))
    try screen.press("Enter 5 t")
    screen.act(
      .pasted("2018年三季度不合格网站\n" + Self.table(["4\t昆明\t丁网\t5301000904\t错字漏字"])))
    try screen.press("5")
    #expect(shows(screen, "两期不能混在一起载入"), "\(screen.frame.plainText)")
    try screen.press("w")
    #expect(shows(screen, "还有1处待处理，不能写入"))
    try screen.press("q Enter")
    #expect(shows(screen, "问题4条；没有待处理"), "\(screen.frame.plainText)")
  }
}
