import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// What happens to the screen by itself: marks of others, a store that goes away, messages, tips.
@Suite struct LiveSessions {
  private static func paper(of unit: UnitID) throws -> EventDraft {
    EventDraft(
      on: try #require(Day("2018-10-19")), quarter: ShippedStore.quarter, subject: .unit(unit),
      payload: .receipt(Receipt(part: .paper)))
  }

  @Test func rowsOfOthersCarryASignUntilTheyAreSeen() throws {
    var script = try Script(view: .deadlines)
    let order = script.frame.lines.filter { $0.contains("未报") }.map { $0.prefix(12) }
    script.recordElsewhere(try Self.paper(of: "怒江"))
    #expect(script.message == "其他程序登记了1条：怒江")
    let line = try #require(script.frame.lines.first { $0.contains("怒江") })
    #expect(line.hasPrefix(" •怒江"))
    #expect(line.contains("缺电子版"))
    #expect(script.frame.lines.count { $0.contains("未报") } == order.count - 1)
    try script.press("j j j j")
    #expect(script.cursorLine.contains("怒江"))
    try script.press("k")
    #expect(try #require(script.frame.lines.first { $0.contains("怒江") }).hasPrefix("  怒江"))
  }

  @Test func theSiteAndTheRecordAreNewAsWell() throws {
    var script = try Script(view: .sites)
    script.recordElsewhere(try Self.paper(of: "怒江"))
    #expect(script.frame.lines.count { $0.hasPrefix(" •") } == 3)
    try script.press("9")
    #expect(script.cursorLine.hasPrefix("▌"))
  }

  @Test func aStoreThatGoesAwayIsSaidAndComesBack() throws {
    var script = try Script(view: .deadlines)
    let rows = script.frame.lines[7..<15]
    script.act(.lost(Phrase("数据目录无法读取", "the store is gone")))
    #expect(script.message == "数据目录无法读取")
    #expect(script.line(0).contains("数据暂不可读"))
    #expect(script.frame.lines[7..<15] == rows)
    try script.press("j")
    #expect(script.message == nil)
    script.act(.lost(Phrase("数据目录无法读取", "the store is gone")))
    #expect(script.message == nil)
    script.act(.found(script.state.snapshot))
    #expect(script.message == "数据目录又能读取了，已更新")
    #expect(!script.line(0).contains("数据暂不可读"))
  }

  @Test func undoGoesBackToWhereTheMarkWasMade() throws {
    var script = try Script(view: .deadlines)
    try script.press("/ lit:怒江 Enter p Escape 3 / lit:昆明 Enter u")
    #expect(script.state.place == .view(.deadlines))
    #expect(script.head.contains("筛选：怒江"))
    #expect(script.cursorLine.contains("怒江"))
    #expect(script.message == "已撤销1条记录（怒江 纸质版）")
  }

  @Test func aDayThatIsNoneIsSaidBelowThePrompt() throws {
    var script = try Script(view: .deadlines)
    try script.press("D lit:2018-13-1 Enter")
    #expect(script.prompt == "  截至：2018-13-1")
    #expect(script.foot == "  日期写作 2018-10-20、10-20、20、+3、昨天或周三")
    try script.press("BSpace")
    #expect(script.foot.contains("F1 帮助"))
  }

  @Test func theMessagesAreKept() throws {
    var script = try Script(view: .deadlines)
    try script.press("p n `")
    let text = script.frame.lines.joined(separator: "\n")
    #expect(text.contains("已登记：云南省文史研究馆 纸质版（主要负责同志签字）"))
    #expect(text.contains("还没有查找过文字：先按 / 输入"))
    try script.press("Escape")
    #expect(script.state.overlay == nil)
  }

  @Test func aTipIsOverOnceItsKeyWasUsed() throws {
    var script = try Script()
    #expect(script.foot.contains("提示：? 查看这里能做什么"))
    try script.press("? Escape")
    #expect(script.foot.contains("提示：/ 筛选本列表"))
    try script.press("/ Escape C-p Escape Space U D Escape")
    for _ in 0..<6 { script.act(.tick) }
    #expect(script.foot.contains("提示：y 再按 b"))
  }

  @Test func everyKeyThatCannotDoAnythingSaysWhy() throws {
    for (keys, said) in [
      ("0 z", "本页已占满屏幕"), ("0 l", "本页没有可移动的列"), ("0 f", "本列表没有可勾选的条件"),
      ("0 s", "本页没有可排序的列"), ("0 o", "没有登记网址"), ("0 y y", "这里没有可复制的内容"),
      ("3 Tab", "本页只有一栏"), ("1 K", "先打开一行，再看上一个、下一个"), ("5 d", "演示数据只在空的数据目录中载入"),
      ("1 Escape", "已在最上层"), ("0 Enter", "本页没有列表"), ("0 Space", "这一行没有可登记的内容"),
      ("0 v", "本页没有列表"), ("0 *", "本页没有列表"), ("5 U", "没有选中的行"),
      ("6 BSpace", "此处没有可执行的操作"),
    ] {
      var script = try Script()
      try script.press(keys)
      #expect(script.message?.hasPrefix(said) == true, "\(keys): \(script.message ?? "nothing")")
    }
  }
}
