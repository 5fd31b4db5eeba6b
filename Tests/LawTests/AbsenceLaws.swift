import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// What the latest census does not list any more is put down as passed by one key, and recorded only
/// by another (domain.md 2.10).
struct AbsenceLaws {
  /// The next census, which lists one site of 昆明 again.
  private static let next = """
    云南省人民政府办公厅关于2018年四季度全省政府网站普查情况的通报
    云府办明电〔2018〕99号
    请有关单位于2019年2月15日前报送整改情况。
    2018年12月28日

    附件2 不合格网站
    序号\t州、市/部门\t网站名称\t网站标识码\t存在问题
    1\t昆明\t昆明市教育局网站\t5301000045\t错字漏字

    """

  private func office() throws -> Office {
    let office = Office("shipped", try ShippedStore.copy(), on: "2019-01-05")
    var screen = try office.screen(.overview)
    screen.act(.pasted(Self.next))
    try screen.press("Enter w Enter")
    #expect(screen.state.projection.quarter.description == "2018Q4", "\(screen.frame.plainText)")
    return office
  }

  private func sheet(_ office: Office) throws -> Screen {
    var screen = try office.screen(.overview)
    try screen.press("[ 6")
    while screen.state.hasWork { screen.act(.work) }
    #expect(screen.state.projection.quarter.description == "2018Q3")
    return screen
  }

  private func rechecks(_ office: Office) throws -> [String] {
    try zip(
      office.column("id", ["rechecks", "--quarter", "2018Q3"]),
      office.column("verdict", ["rechecks", "--quarter", "2018Q3"])
    ).map { "\($0) \($1)" }
  }

  @Test func theKeyRecordsWhatTheCommandDoes() throws {
    let (office, other) = (try office(), try office())
    var screen = try sheet(office)
    #expect(screen.frame.plainText.contains("待复查的有19条2018年四季度普查未再列入：a 填为到位"))
    // A verdict of one's own stays.
    try screen.press("- a")
    #expect(
      screen.state.talk.message?.text.chinese
        == "2018年四季度普查未再列入的18条填为“整改到位”：逐条核对，不认可的清除，再按 w 登记")
    #expect(!screen.frame.plainText.contains("a 填为到位"))
    #expect(try rechecks(office).allSatisfy { $0.hasSuffix(" null") || $0.hasSuffix(" ") })
    // Whoever doubts one clears it.
    try screen.press("g Down Backspace w")
    #expect(
      screen.state.talk.message?.text.chinese == "已登记复查18条：到位17条、不到位1条",
      "\(screen.state.talk.message?.text.chinese ?? "")")
    for line in [
      ["recheck", "2018Q3-1", "--failed", "--quarter", "2018Q3"],
      ["recheck", "--passed", "--absent-from", "2018Q4"],
    ] {
      let said = try other.run(line)
      #expect(said.status == 0, "\(said.warnings)")
    }
    let said = try office.run(["recheck", "--passed", "--absent-from", "2018Q4"])
    #expect(said.status == 0, "\(said.warnings)")
    #expect(try rechecks(office) == rechecks(other))
    for office in [office, other] {
      let history = try office.run(
        ["history", "--quarter", "2018Q3", "--type", "recheck", "--format", "csv", "--lang", "zh"])
      // The one that failed since is overturned by no census that looked before.
      #expect(
        history.answer.split(whereSeparator: \.isNewline)
          .count { $0.contains("到位（佐证2018年四季度普查未再列入）") } == 18, "\(history.answer)")
    }
  }

  /// What waits to be saved says what it rests on, also after a restart.
  @Test func itIsKeptWithWhatItRestsOn() throws {
    var screen = try sheet(office())
    try screen.press("a g")
    #expect(screen.frame.plainText.contains("本次整改到位（2018年四季度普查未再列入）"))
    let census = try #require(Quarter("2018Q4"))
    #expect(screen.state.run.count == 19)
    #expect(screen.state.run.values.allSatisfy { $0.census == census })
    try screen.press("+ k")
    #expect(screen.frame.plainText.contains("本次整改到位"))
    #expect(screen.state.run.values.count { $0.census == nil } == 1)
  }

  /// The census may be corrected, or withdrawn, before what rests on it is saved: that bears nothing then.
  @Test func aCensusThatChangedIsNoEvidence() throws {
    let office = try office()
    var screen = try sheet(office)
    try screen.press("a")
    #expect(screen.state.run.count == 19)
    var other = try office.screen(.overview)
    other.act(.pasted(Self.next + "2\t保山\t隆阳区门户网站\t5305020001\t错字漏字\n"))
    try other.press("Enter w Enter")
    screen.act(.tick)
    while screen.state.hasWork { screen.act(.work) }
    try screen.press("w")
    #expect(
      screen.state.talk.message?.text.chinese
        == "第8行所依据的普查已变动，不能再以“未再列入”为佐证，所填结论已清除；其余18条再按 w 保存",
      "\(screen.state.talk.message?.text.chinese ?? "")")
    #expect(screen.state.run.count == 18)
    // The correction, and what it corrected.
    for _ in 1...2 {
      let said = try office.run(["withdraw", "2018Q4", "--reason", "误"])
      #expect(said.status == 0, "\(said.warnings)")
    }
    // Pressed before anything of it was on the screen.
    try screen.press("w")
    #expect(
      screen.state.talk.message?.text.chinese == "尚未办理：通报刚才有变动；请核对，仍要办理请再按一次",
      "\(screen.state.talk.message?.text.chinese ?? "")")
    while screen.state.hasWork { screen.act(.work) }
    try screen.press("w")
    #expect(screen.state.run.isEmpty)
    #expect(
      try rechecks(office).allSatisfy { $0.hasSuffix(" null") || $0.hasSuffix(" ") },
      "\(screen.state.talk.message?.text.chinese ?? "")")
  }

  /// What somebody else recorded meanwhile is told as that: the census is as it was.
  @Test func whatSomebodyElseRecordedIsNoChangeOfTheCensus() throws {
    let office = try office()
    var screen = try sheet(office)
    try screen.press("a")
    let said = try office.run(["recheck", "2018Q3-8", "--passed", "--quarter", "2018Q3"])
    #expect(said.status == 0, "\(said.warnings)")
    screen.act(.tick)
    while screen.state.hasWork { screen.act(.work) }
    try screen.press("w")
    let told = screen.state.talk.message?.text.chinese ?? ""
    #expect(told.hasPrefix("尚未登记：填写结论之后，第8行另有登记："), "\(told)")
    #expect(screen.state.run.count == 19)
    try screen.press("w")
    #expect(
      try rechecks(office).allSatisfy { $0.hasSuffix(" passed") || $0.hasPrefix("2018Q3-7 ") })
  }

  /// A verdict that nobody sees is put down by nobody.
  @Test func aFilterHidesRowsFromTheKey() throws {
    var screen = try sheet(try office())
    try screen.press("/")
    screen.act(.typed("临沧"))
    try screen.press("Enter a")
    #expect(
      screen.state.talk.message?.text.chinese
        == "2018年四季度普查未再列入的5条填为“整改到位”：逐条核对，不认可的清除，再按 w 登记；筛选隐藏的14条未填")
    #expect(screen.state.run.count == 5)
    try screen.press("a")
    #expect(screen.state.talk.message?.text.chinese == "可填的14条都被筛选隐藏，未填；先按 Esc 取消筛选")
    #expect(screen.state.run.count == 5)
    try screen.press("Escape a")
    #expect(screen.state.run.count == 19)
  }

  /// Without a later census there is no evidence.
  @Test func theNewestPeriodHasNone() throws {
    var screen = try office().screen(.overview)
    while screen.state.hasWork { screen.act(.work) }
    try screen.press("6 a")
    #expect(screen.state.talk.message?.text.chinese == "没有比本期更晚的全面普查，不能以“未再列入”为佐证")
    #expect(screen.state.run.isEmpty)
    try screen.press("5 a")
    #expect(screen.state.talk.message?.text.chinese == "复查结论在 6 复查 中逐条填写（按 6）")
  }
}
