import CensusCore
import CensusDashboard
import TerminalKit
import Testing

/// Commands by their names.
@Suite struct PaletteTests {
  /// Every command is found by each of its names, and is the first result but for namesakes.
  @Test func everyCommandIsFoundByItsLabels() throws {
    var script = try Script(.chinese, 120, 60)
    try script.press(":")
    for binding in KeyMap.standard.bindings {
      for name in [binding.label.chinese, binding.label.english] {
        try script.press("C-u")
        script.act(.pasted(name))
        let row = "\(binding.label.chinese) \(binding.keys[0].label)"
        #expect(
          script.found.contains { $0.hasPrefix(row) }, "“\(name)” does not find \(row)")
      }
    }
  }

  @Test(arguments: [":", "："])
  func listsAllCommandsUntilSomethingIsTyped(_ key: Character) throws {
    var script = try Script(.english, 120, 150)
    script.type(String(key))
    #expect(script.found.count == KeyMap.standard.bindings.count + 12)
  }

  @Test func runsACommandOfThePlaceBelow() throws {
    var script = try Script()
    try script.press("3 : lit:paixu Enter")
    #expect(script.message == "排序：序号（升）")
    #expect(script.state.overlay == nil)
  }

  @Test func reboundKeysAreShown() throws {
    var script = try Script()
    script.rebind(.export, to: ["X"])
    try script.press(": lit:daochu")
    #expect(script.found == ["导出 X 导出本列表：CSV、xlsx、HTML 等"])
  }

  @Test func saysWhyACommandCannotRun() throws {
    let cases: [(String, String, String)] = [
      ("0", "换一列排序", "本页没有可排序的列"), ("1", "返回", "已在最上层"), ("3", "撤回一条", "在 9 记录 中选中一条记录再按 M"),
      ("3", "到位", "复查结论在 6 复查 中逐条填写（按 6）"), ("3", "下一栏", "本页只有一栏"),
    ]
    for (view, query, why) in cases {
      var script = try Script()
      try script.press("\(view) :")
      script.type(query)
      let said = "在这里不能执行：\(why)"
      #expect(script.frame.plainText.contains(said), "\(query): \(script.panel(17..<22))")
      try script.press("Enter")
      #expect(script.state.overlay != nil)
      #expect(script.frame.plainText.contains(why))
    }
  }

  @Test func filtersByAText() throws {
    var script = try Script()
    try script.press("3 : lit:筛选 Space lit:耿马 Enter")
    #expect(script.state.way.lists[script.state.listKey]?.filter == "耿马")
    #expect(script.head.contains("筛选：耿马"))
    try script.press(": lit:筛选 Space Enter")
    #expect(script.state.way.lists[script.state.listKey]?.filter == "")
    try script.press("0 : lit:filter Space lit:x Enter")
    #expect(script.frame.plainText.contains("本页没有列表"))
  }

  @Test func aVerbWaitsForItsText() throws {
    var script = try Script()
    try script.press("3 : lit:季度 Enter")
    #expect(script.line(2).contains("命令：季度"))
    script.type("2020年二季度")
    try script.press("Enter")
    #expect(script.state.projection.quarter == Quarter("2020Q2"))
  }

  @Test(arguments: [
    ("quarter 2020q2", "2020Q2", "2018-10-19"), ("季度 ２０２０Ｑ２", "2020Q2", "2018-10-19"),
    ("as-of 2018-10-23", "2018Q3", "2018-10-23"), ("截至 d", "2018Q3", "2018-10-20"),
  ])
  func goesToAQuarterAndADay(_ line: String, _ quarter: String, _ day: String) throws {
    var script = try Script()
    script.type(":" + line)
    try script.press("Enter")
    #expect(script.state.projection.quarter == Quarter(quarter))
    #expect(script.state.projection.asOf == Day(day))
    #expect(script.state.overlay == nil)
  }

  @Test(arguments: [
    ("排序 州市", "排序：州市（升）"), ("sort site down", "排序：网站（降）"), ("主题 light", "配色：浅色"),
    ("theme 无色", "配色：无色"),
    ("语言 en", "Language: English"), ("鼠标 开", "鼠标：开"), ("字符 ascii", "字符：ASCII"),
    ("names pinyin", "名称顺序：拼音顺序"),
  ])
  func changesWhatItNames(_ line: String, _ said: String) throws {
    var script = try Script(view: .sites)
    script.type(":" + line)
    try script.press("Enter")
    #expect(script.message == said)
    #expect(script.state.overlay == nil)
  }

  @Test(arguments: [
    ("季度 2018Q9", "没有“2018Q9”这一季度；写作"), ("截至 前世", "日期写作 2018-10-20"),
    ("排序 高度", "本列表没有“高度”这一列；有：序号、网站、标识码"), ("主题 粉色", "配色没有“粉色”；可选：自动、深色、浅色、终端自带、无色"),
  ])
  func saysWhatIsWrongWithAText(_ line: String, _ why: String) throws {
    var script = try Script(view: .sites)
    script.type(":" + line)
    try script.press("Enter")
    #expect(script.frame.plainText.contains(why))
    #expect(script.state.overlay != nil)
    #expect(script.effects.isEmpty)
    try script.press("BSpace")
    #expect(!script.frame.plainText.contains(why))
  }
}
