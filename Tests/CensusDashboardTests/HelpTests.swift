import CensusCore
import CensusDashboard
import TerminalKit
import Testing

/// The help of places and dialogs.
@Suite struct HelpTests {
  @Test(arguments: ["?", "？", "F1"])
  func opensAndCloses(_ key: String) throws {
    var script = try Script()
    try script.press("3 \(key)")
    #expect(script.line(3).contains("网站 › 不合格"))
    try script.press("Escape")
    #expect(script.state.overlay == nil)
  }

  /// Every command of the key map has its help, and is found by its names and its keys.
  @Test func everyCommandIsExplained() throws {
    var script = try Script(.chinese, 60, 100)
    try script.press("?")
    for binding in KeyMap.standard.bindings {
      for text in [binding.label.chinese, binding.label.english] + binding.keys.map(\.label) {
        guard !text.contains(" ") else { continue }
        try script.press("C-u")
        script.act(.pasted(text))
        #expect(script.explains(binding), "“\(text)” does not find \(binding.help.chinese)")
      }
    }
  }

  @Test func eachCommandStandsThereOnce() throws {
    var script = try Script(.chinese, 60, 150, view: .deadlines)
    try script.press("?")
    let lines = script.frame.lines.map { $0.replacing("▌", with: " ") }
    for binding in KeyMap.standard.bindings {
      let key = try #require(binding.keys.first).label
      let count = lines.dropLast(5).count {
        $0.contains(" \(key) ") && $0.contains(binding.help.chinese.prefix(6))
      }
      #expect(count == 1, "\(key) \(binding.help.chinese)")
    }
  }

  @Test func whatIsOfferedHereComesFirst() throws {
    var script = try Script(.chinese, 60, 150, view: .rechecks)
    try script.press("?")
    #expect(script.panel(4..<8) == ["本页", "+ = 复查：整改到位", "- 复查：整改不到位", "~ 复查：无法复查，按 1–4 选原因"])
  }

  @Test func enterRunsTheEntryInThePlaceBelow() throws {
    var script = try Script()
    try script.press("5 Down Down ? lit:dianziban Enter")
    #expect(script.message == "已登记：昆明 电子版")
    #expect(script.state.overlay == nil)
  }

  @Test func anEntryThatCannotRunSaysWhy() throws {
    var script = try Script()
    try script.press("0 ? lit:反转排序 Enter")
    #expect(script.state.overlay != nil)
    #expect(script.frame.plainText.contains("在这里不能执行：本页没有可排序的列"))
  }

  @Test func aDialogIsExplainedAndComesBackAsItWas() throws {
    var script = try Script()
    try script.press("5 Down Down P Tab Tab lit:李四")
    let before = script.frame
    try script.press("F1")
    #expect(script.line(3).contains("登记纸质版"))
    #expect(
      script.panel(5..<9) == [
        "Tab ↓ 下一项", "Shift-Tab ↑ 上一项", "← → Space 在选择项中换一个值", "+ - 在日期后加一天、减一天",
      ])
    try script.press("Enter")
    #expect(script.frame == before)
    try script.press("F1 Escape")
    #expect(script.frame == before)
    #expect(script.effects.isEmpty)
  }

  @Test(arguments: [
    ("3 /", "筛选"), ("D", "截至日期"), ("5 m", "办理菜单"), ("C-p", "全局搜索"), (":", "命令"), ("F2", "设置"),
  ])
  func everyDialogIsExplained(_ keys: String, _ subject: String) throws {
    var script = try Script()
    try script.press(keys)
    let before = script.frame
    try script.press("F1")
    #expect(script.line(3).contains(" \(subject) "))
    try script.press("F1")
    #expect(script.frame == before)
  }

  @Test func aQuestionMarkIsTypedInADialog() throws {
    var script = try Script()
    try script.press("3 / ?")
    #expect(script.state.way.lists[script.state.listKey]?.filter == "?")
  }

  @Test func arrowsCrossTheColumns() throws {
    var script = try Script(.chinese, 120, 36)
    try script.press("5 ? Right")
    #expect(script.line(5).contains("▌k"))
    try script.press("Right Left Left")
    #expect(script.line(5).contains("▌Enter"))
    try script.press("End Up Home")
    #expect(script.line(5).contains("▌Enter"))
  }

  @Test func theNotesComeLast() throws {
    var script = try Script()
    try script.press("? End NPage NPage")
    #expect(script.frame.plainText.contains("中文输入法打开时可用 F 键、方向键、Enter、Esc；全角符号等同半角。"))
  }

  @Test func clicksChooseAndRun() throws {
    var script = try Script()
    try script.press("3 ? lit:fanxu")
    script.click(20, 5)
    #expect(script.state.overlay != nil)
    script.click(20, 5, twice: true)
    #expect(script.message == "排序：序号（降）")
  }

  @Test func reboundKeysAreShown() throws {
    var script = try Script()
    script.rebind(.reverseSort, to: ["X"])
    try script.press("3 ? lit:fanxu")
    #expect(script.panel(5..<6) == ["X 反转排序"])
  }
}

extension Script {
  /// Whether the help shows a command with its first key.
  fileprivate func explains(_ binding: KeyMap.Binding) -> Bool {
    guard let key = binding.keys.first?.label else { return false }
    return frame.lines.contains {
      $0.contains("\(key) ") && $0.contains(binding.help.chinese.prefix(8))
    }
  }
}
