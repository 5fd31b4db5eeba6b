import CensusCore
import CensusDashboard
import CensusDesk
import CensusNotices
import CensusStore
import CensusTestSupport
import TerminalKit
import Testing

/// Drafts, sources that change, and questions that are seen.
extension IntakeLaws {
  /// A draft that is not on the disk is not said to be kept.
  @Test func aDraftThatIsNotKeptIsNotCalledKept() throws {
    let office = try office()
    var screen = try office.screen(.overview, complaint: Phrase("盘满了", "the disk is full"))
    screen.act(.pasted(Self.fromCalc))
    try screen.press("Enter")
    #expect(shows(screen, "盘满了"))
    try screen.press("Escape")
    #expect(screen.state.talk.message?.text.chinese.hasPrefix("没有写入，草稿也没有存盘") == true)
  }

  static func table(_ rows: [String]) -> String {
    "附件2 不合格网站\n序号\t州、市/部门\t网站名称\t网站标识码\t存在问题\n" + rows.joined(separator: "\n") + "\n"
  }

  /// What was said of rows is of those rows: once a source is gone it is asked again, and no row that
  /// nobody spoke of is left out.
  @Test func answersOfRowsEndWithTheirSource() throws {
    let office = try office()
    var screen = try office.screen(.overview)
    screen.act(.pasted(Self.text + "\n" + Self.table(["1\t昆明\t甲网\t5301000901\t错字漏字"])))
    try screen.press("Enter")
    screen.act(.pasted(Self.table(["2\t昆明\t乙网\t5301000902\t怪问题"])))
    screen.act(
      .pasted(Self.table(["3\t昆明\t丙网\t5301000903\t错字漏字", "4\t昆明\t丁网\t5301000904\t错字漏字"])))
    try screen.press("5 x")
    #expect(shows(screen, "问题3条；没有待处理"), "\(screen.frame.plainText)")
    try screen.press("1 g Down Delete")
    #expect(shows(screen, "问题3条；没有待处理"), "\(screen.frame.plainText)")
    #expect(shows(screen, "来源有变化"))
    #expect(screen.state.intake?.answers.skipped.isEmpty == true)
  }

  /// The same where a file has changed since, at the next start.
  @Test func answersOfRowsEndWhereTheFileHasChanged() throws {
    let office = try office()
    var kept: [UInt8]?
    let before =
      Self.text + "\n" + Self.table(["1\t昆明\t甲网\t5301000901\t怪问题", "2\t昆明\t乙网\t5301000902\t错字漏字"])
    try put(before, "通报.txt", office)
    var screen = try office.screen(.overview) { kept = $0 }
    try screen.press("I lit:/out/通报.txt Enter 5 x Escape")
    try office.written.remove("通报.txt")
    try put(before.replacing("怪问题", with: "错字漏字"), "通报.txt", office)
    var next = try office.screen(.overview)
    next.state.resume(try #require(kept.flatMap(Desk.intake)))
    try next.press("I")
    #expect(shows(next, "问题2条；没有待处理"), "\(next.frame.plainText)")
    #expect(shows(next, "来源有变化"))
  }

  /// A table that is none of the notice's is left out whole.
  @Test func aForeignTableIsLeftOut() throws {
    let office = try office()
    var screen = try office.screen(.overview)
    screen.act(.pasted(Self.fromCalc))
    try screen.press("Enter 5 t")
    screen.act(.pasted("编号代码\t地点\n5301000901\t甲\n5301000902\t乙\n"))
    try screen.press("5")
    #expect(shows(screen, "略过整张表"), "\(screen.frame.plainText)")
    try screen.press("x")
    #expect(shows(screen, "问题3条；没有待处理"), "\(screen.frame.plainText)")
    // And so it stays in the draft.
    let answers = try #require(screen.state.intake?.answers)
    #expect(answers.skipped.contains { $0.row == 0 && $0.table > 1 })
  }

  /// The page of annex 2 has the rows that were read, each from where it stands, also where the notice that
  /// is corrected leaves one out and the others keep their numbers.
  @Test func theRowsOfACorrectionStandWhereTheyAre() throws {
    let office = try office()
    var screen = try office.screen(.overview)
    screen.act(
      .pasted(
        Self.text + "\n"
          + Self.table([
            "1\t昆明\t甲网\t5301000901\t错字漏字", "2\t昆明\t乙网\t5301000902\t错字漏字",
            "3\t昆明\t丙网\t5301000903\t错字漏字",
          ])))
    try screen.press("Enter w Enter")
    #expect(screen.state.projection.findings.count == 3)
    screen.act(
      .pasted(
        Self.text + "\n"
          + Self.table(["1\t昆明\t乙网\t5301000902\t错字漏字", "2\t昆明\t丙网\t5301000903\t错字漏字"])))
    try screen.press("Enter 3 g")
    #expect(shows(screen, "问题2条；没有待处理"), "\(screen.frame.plainText)")
    #expect(!shows(screen, "甲网") && !shows(screen, "来自 数据目录"), "\(screen.frame.plainText)")
    let first = screen.frame.plainText.split(separator: "\n").first { $0.contains("来自 ") }
    try screen.press("Down")
    let second = screen.frame.plainText.split(separator: "\n").first { $0.contains("来自 ") }
    #expect(first?.contains("第2行") == true && second?.contains("第3行") == true, "\(first ?? "")")
    // What is left out there is the row under the cursor.
    try screen.press("x")
    #expect(shows(screen, "乙网") && !shows(screen, "丙网"), "\(screen.frame.plainText)")
  }

  /// What is typed is seen in the smallest window.
  @Test(arguments: Language.allCases)
  func whatIsTypedIsSeen(_ language: Language) throws {
    let office = try office()
    var screen = try office.screen(.overview, language, 60, 16)
    screen.act(.pasted(Self.fromCalc))
    try screen.press("Enter 5 t w Enter")
    screen.act(.pasted(Self.fromCalc.replacing("3\t临沧\t测试网站丙\t53090000441\t首页不更新\n", with: "")))
    try screen.press("Enter w lit:12345")
    #expect(shows(screen, "12345"), "\(screen.frame.plainText)")
    #expect(
      screen.frame.plainText.filter { !$0.isWhitespace }
        .contains(language == .chinese ? "确认请输入1" : "Type1toconfirm"), "\(screen.frame.plainText)")
  }

  /// A file that is dragged into the terminal, or copied in a file manager, is its path.
  @Test(
    arguments: [
      "'/out/通报 三.txt' ", "\"/out/通报 三.txt\"", "/out/通报\\ 三.txt",
      "file:///out/%E9%80%9A%E6%8A%A5%20%E4%B8%89.txt",
    ])
  func aDroppedFileIsTakenIn(_ text: String) throws {
    let office = try office()
    try put(Self.fromCalc, "通报 三.txt", office)
    var screen = try office.screen(.overview)
    screen.act(.pasted(text))
    #expect(shows(screen, "栏目像空房子"), "\(screen.frame.plainText)")
    var asked = try office.screen(.overview)
    try asked.press("I")
    asked.act(.pasted(text))
    try asked.press("Enter")
    #expect(shows(asked, "栏目像空房子"), "\(asked.frame.plainText)")
    // What is no path of a document is none.
    var other = try office.screen(.overview)
    other.act(.pasted("昆明/怒江"))
    #expect(other.state.overlay == nil)
  }

  /// Who writes it is asked over the pages, which come back where nobody says.
  @Test func whoWritesIsAskedOverThePages() throws {
    let office = try office()
    var screen = try office.screen(.overview)
    screen.state.asksForActor = true
    screen.act(.pasted(Self.fromCalc))
    try screen.press("Enter 5 t w Enter")
    #expect(shows(screen, "登记人：") && shows(screen, "载入通报 › 2018年四季度"))
    try screen.press("Escape")
    #expect(shows(screen, "没有填写登记人，没有写入；草稿还在"), "\(screen.frame.plainText)")
    try screen.press("w Enter lit:李四 Enter")
    #expect(screen.state.projection.quarter.description == "2018Q4", "\(screen.frame.plainText)")
  }
}
