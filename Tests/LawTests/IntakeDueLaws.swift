import CensusCore
import CensusDashboard
import CensusStore
import CensusTestSupport
import TerminalKit
import Testing

/// What is asked at the screen before a notice is written: by when reports are due, whose a printed name
/// is; and that the next notice needs no answer.
struct IntakeDueLaws {
  private func office() throws -> Office {
    Office("shipped", try ShippedStore.copy(), on: "2019-01-05")
  }

  private func shows(_ screen: Screen, _ text: String) -> Bool {
    screen.frame.plainText.contains(text)
  }

  private static let silent = IntakeLaws.fromCalc.replacing("请有关单位于2019年2月15日前报送整改情况。\n", with: "")
  private static let wrong = IntakeLaws.fromCalc.replacing("栏目像空房子", with: "首页不更新")
    .replacing("临沧", with: "临苍")

  /// Without a day by which reports are due nothing is written until somebody gives it, or says that there
  /// is none; and what is to be written is said.
  @Test(arguments: [("无", "没有报送期限"), ("2019-02-20", "期限2019-02-20")])
  func theDueDayIsAsked(answer: String, said: String) throws {
    let office = try office()
    var screen = try office.screen(.overview)
    screen.act(.pasted(Self.silent))
    try screen.press("Enter 5 t")
    #expect(shows(screen, "没有找到报送整改情况的期限"), "\(screen.frame.plainText)")
    try screen.press("w")
    #expect(shows(screen, "还有1处待处理，不能写入"))
    try screen.press("d lit:\(answer) Enter w")
    #expect(
      shows(screen, "写入？3条问题、3个网站、2个州市，\(said)。Enter 写入   Esc 不写"),
      "\(screen.frame.plainText)")
    try screen.press("Enter")
    #expect(screen.state.overlay == nil)
    #expect(
      screen.state.projection.inspection.notice.deadline?.day == (answer == "无" ? nil : Day(answer))
    )
    let check = try office.run(["check", "--quarter", "2018Q4"]).answer
    #expect(check.contains("没有报送期限，任何单位都不会逾期") == (answer == "无"), "\(check)")
  }

  /// The prompt in both languages holds on the smallest screen.
  @Test func thePromptIsWhole() throws {
    let office = try office()
    var screen = try office.screen(.overview, .english, 80, 24)
    screen.act(.pasted(Self.silent))
    try screen.press("Enter 5 t d lit:none Enter w")
    #expect(
      shows(screen, "Write 3 findings, 3 sites, 2 prefectures, due on no day? Enter yes, Esc no"),
      "\(screen.frame.plainText)")
  }

  /// Whose a printed name is, said with `o`, is known to the next notice, which says so.
  @Test func whatWasSaidByOIsKept() throws {
    let office = try office()
    var screen = try office.screen(.overview)
    screen.act(.pasted(Self.wrong))
    try screen.press("Enter 5 o lit:临沧 Enter w Enter")
    #expect(screen.state.overlay == nil, "\(screen.frame.plainText)")
    screen.act(
      .pasted(
        Self.wrong.replacing("2018年四季度", with: "2019年一季度").replacing(
          "2018年12月28日", with: "2019年1月3日")))
    try screen.press("Enter 6")
    #expect(shows(screen, "没有待处理"), "\(screen.frame.plainText)")
    #expect(shows(screen, "“临苍”按以前的答复读作临沧"), "\(screen.frame.plainText)")
  }

  /// Accounts are counted apart from sites, and a printed name is asked for as one.
  @Test func accountsAreCountedApart() throws {
    let office = try office()
    var screen = try office.screen(.overview)
    screen.act(
      .pasted(
        Self.wrong.replacing("测试网站乙\t5301000045", with: "“昆明发布”微信公众号\t—")))
    try screen.press("Enter 5 o")
    #expect(shows(screen, "“临苍”是哪个州市或单位：临沧"), "\(screen.frame.plainText)")
    try screen.press("lit:临沧 Enter w")
    #expect(
      shows(screen, "写入？3条问题、2个网站、1个账号、2个州市，期限2019-02-15。"), "\(screen.frame.plainText)")
  }

  /// Between a month and a quarter nothing is more or fewer.
  @Test func periodsOfOtherKindsAreNotCompared() throws {
    let office = try office()
    let text = Self.wrong.replacing("临苍", with: "临沧").replacing("2018年四季度", with: "2018年9月")
      .replacing("附件2", with: "在运行政府网站393个，不合格网站3个，合格率99%。\n附件2")
    let file = try office.written.create("月.txt")
    try office.written.write(Array(text.utf8), to: file)
    try office.written.close(file)
    let taken = try office.run(["import", "/out/月.txt", "--accept"])
    #expect(taken.status == 0, "\(taken.warnings)")
    var screen = try office.screen(.overview)
    try screen.press("7")
    while screen.state.hasWork { screen.act(.work) }
    try screen.press("1")
    #expect(screen.state.projection.quarter.description == "2018Q3")
    #expect(shows(screen, "在运行") && shows(screen, "409"))
    #expect(!shows(screen, "+16") && !shows(screen, "较2018年9月"), "\(screen.frame.plainText)")
  }
}
