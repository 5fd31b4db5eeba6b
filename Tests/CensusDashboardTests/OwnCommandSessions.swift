import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// Programs of the person's own: a key starts one with arguments made of the row under the cursor, and
/// what it says is shown as text.
@Suite struct OwnCommandSessions {
  private func script(_ arguments: [String], _ view: View = .deadlines) throws -> Script {
    var script = try Script(asOf: "2018-10-23", view: view)
    let own = OwnCommand(
      key: .function(12), title: Phrase("发短信", "Message"), program: "sms",
      arguments: try arguments.map { try #require(OwnArgument($0)) })
    script.change { $0.ownCommands = [own] }
    return script
  }

  private func runs(_ script: Script) -> [OwnRun] {
    script.effects.compactMap { if case .run(let run) = $0 { run } else { nil } }
  }

  @Test func argumentsAreMadeOfTheRow() throws {
    var script = try script(["--to", "{unit}：{findings}条; rm -rf /", "{due}{completeOn}"])
    try script.press("Down Down F12")
    #expect(
      runs(script).map(\.arguments) == [["--to", "昆明：5条; rm -rf /", "2018-10-20"]])
    #expect(runs(script).map(\.program) == ["sms"])
    #expect(script.message == "正在运行“发短信”……")
  }

  @Test func aFieldThatTheListLacksIsNamed() throws {
    var script = try script(["{phone}"])
    try script.press("F12")
    #expect(runs(script).isEmpty)
    #expect(script.message?.hasPrefix("“发短信”没有运行：这个列表没有字段“phone”；有quarter、unit、") == true)
    var notice = try self.script(["{unit}"], .notice)
    try notice.press("F12")
    #expect(notice.message == "“发短信”要用一行的内容，请到列表中选一行")
  }

  @Test func helpAndPaletteHaveIt() throws {
    var script = try script([])
    try script.press("? End")
    #expect(script.frame.plainText.contains("自定义命令"))
    #expect(script.frame.plainText.contains("发短信"))
    try script.press("Esc :")
    script.type("发短信")
    try script.press("Enter")
    #expect(runs(script).count == 1)
  }

  @Test func whatItSaysIsShownAndScrolls() throws {
    var script = try script([])
    let lines = (1...60).map { "第\($0)条" }
    script.change { state in
      _ = Dashboard.update(
        &state,
        .ran(OwnOutput(title: Phrase("发短信", "Message"), lines: lines, failure: nil)))
    }
    #expect(script.frame.plainText.contains("第1条"))
    #expect(!script.frame.plainText.contains("第60条"))
    #expect(script.message == nil)
    try script.press("End")
    #expect(script.frame.plainText.contains("第60条"))
    try script.press("Esc")
    #expect(script.state.overlay == nil)
  }

  /// Nobody is torn out of a dialog by a program that has ended.
  @Test func aDialogStays() throws {
    var script = try script([])
    try script.press("c")
    script.change { state in
      _ = Dashboard.update(
        &state, .ran(OwnOutput(title: Phrase("发短信", "Message"), lines: ["好"], failure: nil)))
    }
    #expect(script.state.overlay is RecordDialog)
  }

  @Test func oneLineIsAMessage() throws {
    var script = try script([])
    script.change { state in
      _ = Dashboard.update(
        &state, .ran(OwnOutput(title: Phrase("发短信", "Message"), lines: ["已发送"], failure: nil)))
    }
    #expect(script.message == "发短信：已发送" && script.state.overlay == nil)
  }

  /// A program that was ended said one line before: that it was ended is not left out.
  @Test func oneLineOfAFailureSaysTheFailure() throws {
    var script = try script([])
    let failure = Phrase("被信号终止", "it was ended by a signal")
    script.change { state in
      _ = Dashboard.update(
        &state,
        .ran(OwnOutput(title: Phrase("发短信", "Message"), lines: ["开始"], failure: failure)))
    }
    #expect(script.message == "发短信：开始；被信号终止")
  }

  /// One that said nothing before it failed is named.
  @Test func aFailureWithoutAWordNamesTheCommand() throws {
    var script = try script([])
    let failure = Phrase("以退出码 7 结束", "it ended with status 7")
    script.act(.ran(OwnOutput(title: Phrase("发短信", "Message"), lines: [], failure: failure)))
    #expect(script.message == "“发短信”以退出码 7 结束")
  }

  /// What a program that is told of records has to say does not hide that one was recorded.
  @Test func whatIsSaidBesidesHidesNoRecord() throws {
    var script = try Script(view: .deadlines)
    try script.press("p")
    let recorded = try #require(script.message)
    let why = Phrase("登记后要运行的程序启动不了", "the program cannot be started")
    script.act(.besides(why))
    #expect(recorded.hasPrefix("已登记：") && script.message == "\(recorded)；\(why.chinese)")
    #expect(script.prompt.contains("u 撤销"), "\(script.prompt)")
    // Where nothing is said of a record, it stands alone.
    try script.press("Esc")
    for _ in 0..<12 { script.act(.tick) }
    script.act(.besides(why))
    #expect(script.message == why.chinese)
  }

  /// It is about one row: with marks nobody knows which.
  @Test func withMarkedRowsItIsNotRun() throws {
    var script = try script(["{unit}"])
    try script.press("Space Down F12")
    #expect(
      script.message == "“发短信”一次只办一行，已选中1行：请按 U 取消选中，再选那一行" && script.effects.isEmpty)
  }

  /// Sharing has no key, so that nobody does it by a slip: it is in the palette.
  @Test func thePaletteShares() throws {
    var script = try Script(view: .deadlines)
    try script.press(":")
    script.type("sync")
    try script.press("Enter")
    #expect(script.effects.last == .sync(.chinese))
    #expect(script.message == "正在同步……")
  }
}
